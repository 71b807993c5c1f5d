using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Lists;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace AccountNudge.Bot.Feeds;

/// <summary>Writes a member's days as iCalendar (RFC 5545). Pure: the same days are the same characters.</summary>
internal static class CalendarWriter
{
    private const int February = 2;
    private const int LeapDay = 29;

    /// <summary>How long a plan takes whose end nobody said.</summary>
    private static readonly NodaTime.Duration MeetingTime = NodaTime.Duration.FromHours(1);

    /// <summary>The calendar.</summary>
    /// <param name="entries">Its days.</param>
    /// <param name="names">Of colleagues whom the days mention, by the platform's id.</param>
    /// <param name="voice">The member's.</param>
    /// <param name="stamp">When the address was made: every event bears it, so that nothing changes by being read again.</param>
    public static string Write(IReadOnlyList<CalendarEntry> entries, IReadOnlyDictionary<string, string> names, Voice voice, Instant stamp)
    {
        var calendar = new Calendar { ProductId = "-//AccountNudge//AccountNudge//EN", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", "AccountNudge");
        calendar.AddProperty("X-PUBLISHED-TTL", "PT1H");
        foreach (var zone in entries.Where(entry => entry.Day.Time is not null).GroupBy(entry => entry.Zone.Id).OrderBy(zone => zone.Key, StringComparer.Ordinal))
            calendar.AddTimeZone(VTimeZone.FromDateTimeZone(zone.Key, zone.Min(entry => entry.Day.On).PlusYears(-1).ToDateTimeUnspecified(), false));
        foreach (var entry in entries) calendar.Events.Add(Event(entry, names, voice, stamp));
        return new CalendarSerializer(calendar).SerializeToString()!;
    }

    private static CalendarEvent Event(CalendarEntry entry, IReadOnlyDictionary<string, string> names, Voice voice, Instant stamp)
    {
        var day = entry.Day;
        var (start, end) = Times(entry);
        var written = new CalendarEvent
        {
            Uid = $"{day.Kind}-{day.Subject:N}@accountnudge",
            DtStamp = new CalDateTime(stamp.ToDateTimeUtc(), "UTC", true),
            Start = start,
            End = end,
            Summary = MentionsInWords.Shown(PracticeViews.Of(day.Kind).InCalendar(day, Wording.Who(entry.Account, entry.Contact)).Plain(voice), names, voice),
            // A day to think of keeps nobody from being invited on it.
            Transparency = day.Time is null ? "TRANSPARENT" : "OPAQUE",
        };
        if (day.EveryYear is { } yearly) written.RecurrenceRule = EveryYear(yearly);
        return written;
    }

    private static (CalDateTime Start, CalDateTime End) Times(CalendarEntry entry)
    {
        if (entry.Day.Time is not { } time) return (new CalDateTime(entry.Day.On.ToDateOnly()), new CalDateTime(entry.Day.On.PlusDays(1).ToDateOnly()));
        // A time that the clocks skip is the one an hour later, as for the brief before it.
        var begins = entry.Zone.AtLeniently(entry.Day.On + time).ToInstant();
        return (At(begins, entry.Zone), At(begins + MeetingTime, entry.Zone));
    }

    private static CalDateTime At(Instant instant, DateTimeZone zone) => new(instant.InZone(zone).ToDateTimeUnspecified(), zone.Id, true);

    /// <summary>29 February is the last day of February, which is the 28th in common years: the plain rule would leave those out.</summary>
    private static RecurrenceRule EveryYear(AnnualDate day) => day is { Month: February, Day: LeapDay }
        ? new RecurrenceRule(FrequencyType.Yearly) { ByMonth = [February], ByMonthDay = [-1] }
        : new RecurrenceRule(FrequencyType.Yearly);
}
