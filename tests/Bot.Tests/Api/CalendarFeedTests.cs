using AccountNudge.Bot.Api;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Feeds;
using AccountNudge.Bot.Tests.Conversation;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Lists;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Promises;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using Ical.Net.DataTypes;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Api;

/// <summary>A member's own calendar: theirs alone, at an address that ends when they say so.</summary>
public sealed class CalendarFeedTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_has_the_occasions_of_their_clients_their_promises_and_their_plans_and_nothing_else(bool onPostgres)
    {
        using var talk = await ApiRecordingTests.Team("2027-03-10T10:00", onPostgres);
        foreach (var line in (string[])["birthday Sabine Klein 29 February", "occasion Weber: trade fair on 20 May", "milestone Weber: web shop launched on 2027-02-26", "promise Weber to Sabine Klein: the sample, boxed by 2027-03-12", "plan Weber visit with Sabine Klein 2027-03-16T10:00: yearly review", "plan Weber call 2027-03-18", "contact add Paul Roth at Weber birthday 1 May", "left Paul Roth"])
            await talk.Say(Ben, line);
        foreach (var line in (string[])["promise Weber: hers by 2027-03-15", "account add Hers Ltd since 2020-01-01", "plan Hers visit 2027-03-17: of her own"]) await talk.Say(Anna, line);
        await using var host = await ApiHost.Run(talk);
        var address = await Address(talk);

        var read = await host.Call(HttpMethod.Get, address, null);

        (read.Status, read.Type).ShouldBe((200, "text/calendar"), read.Text);
        read.Caching.ShouldNotBeNull().ShouldContain("private");
        var calendar = Ics.Read(read.Text);
        calendar.Summaries.ShouldBe(
        [
            "Birthday: Sabine Klein (Weber GmbH)", "Weber GmbH: working together since 2019", "Weber GmbH: trade fair", "Weber GmbH: a year since “web shop launched”", "Promised to Sabine Klein (Weber GmbH): the sample, boxed",
            "Sabine Klein (Weber GmbH): visit, yearly review", "Weber GmbH: call",
        ], ignoreOrder: true);
        var plan = calendar.Event("Sabine Klein (Weber GmbH): visit, yearly review");
        (plan["DTSTART;TZID=Europe/Berlin"].Single(), plan["DTEND;TZID=Europe/Berlin"].Single()).ShouldBe(("20270316T100000", "20270316T110000"));
        calendar.Components.Where(component => component.Path == "VCALENDAR/VTIMEZONE").ShouldHaveSingleItem().Lines["TZID"].ShouldBe(["Europe/Berlin"]);
        calendar.Event("Promised to Sabine Klein (Weber GmbH): the sample, boxed")["DTSTART;VALUE=DATE"].ShouldBe(["20270312"]);
        calendar.Event("Weber GmbH: call")["DTSTART;VALUE=DATE"].ShouldBe(["20270318"]);
        calendar.Event("Weber GmbH: a year since “web shop launched”")["DTSTART;VALUE=DATE"].ShouldBe(["20280226"]);
        Days(read.Text, "Birthday: Sabine Klein (Weber GmbH)", 2027).ShouldBe([new(2027, 2, 28), new(2028, 2, 29), new(2029, 2, 28), new(2030, 2, 28)]);
        Days(read.Text, "Weber GmbH: working together since 2019", 2027).ShouldBe([new(2027, 2, 28), new(2028, 2, 28), new(2029, 2, 28), new(2030, 2, 28)]);
        Days(read.Text, "Weber GmbH: trade fair", 2027).ShouldBe([new(2027, 5, 20), new(2028, 5, 20), new(2029, 5, 20), new(2030, 5, 20)]);
    }

    [Fact]
    public async Task It_is_off_until_asked_for_renewed_and_ended_and_only_the_asker_sees_the_address()
    {
        using var talk = await ApiRecordingTests.Team("2027-03-10T10:00");
        await using var host = await ApiHost.Run(talk);
        CardText.Of(await talk.Say(Ben, "calendar off")).ShouldContain("has no address");

        var begun = await talk.Say(Ben, "calendar on");
        begun.OnlyAsker.ShouldBeTrue();
        var first = ApiHost.SecretIn(begun);
        (await Status(host, first)).ShouldBe(200);
        CardText.Of(await talk.Say(Ben, "calendar on")).ShouldContain("already has an address");
        (await Status(host, first)).ShouldBe(200);

        var second = ApiHost.SecretIn(await talk.Say(Ben, "kalender neu"));
        (await Status(host, first)).ShouldBe(404);
        (await Status(host, second)).ShouldBe(200);

        await talk.Say(Ben, "calendar off");
        (await Status(host, second)).ShouldBe(404);
        (await Status(host, "/calendar/ancalhello.ics")).ShouldBe(404);
        (await Status(host, "/calendar/.ics")).ShouldBe(404);
    }

    [Fact]
    public async Task Whoever_has_left_the_team_reads_nothing_more()
    {
        using var talk = await ApiRecordingTests.Team("2027-03-10T10:00");
        await using var host = await ApiHost.Run(talk);
        var address = await Address(talk);

        await using (var store = talk.Stores.Open(Scope.Nothing)) await store.Memberships.IgnoreQueryFilters().ExecuteDeleteAsync();

        (await Status(host, address)).ShouldBe(404);
    }

    [Fact]
    public async Task Read_again_it_is_the_same_and_need_not_be_sent_until_something_changes()
    {
        using var talk = await ApiRecordingTests.Team("2027-03-10T10:00");
        await using var host = await ApiHost.Run(talk);
        var address = await Address(talk);
        var first = await host.Call(HttpMethod.Get, address, null);
        await talk.Until("2027-03-11T10:00");

        (await host.Call(HttpMethod.Get, address, null)).Text.ShouldBe(first.Text);
        var unchanged = await host.Call(HttpMethod.Get, address, null, null, ("If-None-Match", first.Tag!));
        (unchanged.Status, unchanged.Text).ShouldBe((304, ""));

        await talk.Say(Ben, "plan Weber call 2027-03-18");
        (await host.Call(HttpMethod.Get, address, null, null, ("If-None-Match", first.Tag!))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_moved_plan_keeps_its_key_and_one_called_off_is_gone()
    {
        using var talk = await ApiRecordingTests.Team("2027-03-10T10:00");
        await talk.Say(Ben, "plan Weber visit 2027-03-16T10:00");
        await using var host = await ApiHost.Run(talk);
        var address = await Address(talk);
        var before = Ics.Read((await host.Call(HttpMethod.Get, address, null)).Text).Event("Weber GmbH: visit");

        await talk.Say(Ben, "move plan Weber to 2027-03-17T11:30");
        var after = Ics.Read((await host.Call(HttpMethod.Get, address, null)).Text).Event("Weber GmbH: visit");
        after["UID"].ShouldBe(before["UID"]);
        after["DTSTART;TZID=Europe/Berlin"].ShouldBe(["20270317T113000"]);

        await talk.Say(Ben, "cancel plan Weber");
        Ics.Read((await host.Call(HttpMethod.Get, address, null)).Text).Summaries.ShouldNotContain("Weber GmbH: visit");
    }

    [Fact]
    public async Task It_may_be_read_so_often_and_no_oftener()
    {
        using var talk = await ApiRecordingTests.Team("2027-03-10T10:00");
        await using var host = await ApiHost.Run(talk, new ApiLimits { ReadingsPerMinute = 2 });
        var address = await Address(talk);
        (await Status(host, address)).ShouldBe(200);
        (await Status(host, address)).ShouldBe(200);

        var over = await host.Call(HttpMethod.Get, address, null);

        over.Status.ShouldBe(429);
        over.RetryAfter.ShouldNotBeNull();
    }

    /// <summary>A time on a day by a zone's clock, and the instant it is; where the clocks go forward and back, the day before and the day after.</summary>
    public static TheoryData<string, string, string> Times => new()
    {
        { "Europe/Berlin", "2027-03-27T10:00", "2027-03-27T09:00:00Z" },
        { "Europe/Berlin", "2027-03-28T10:00", "2027-03-28T08:00:00Z" },
        { "Europe/Berlin", "2027-03-28T02:30", "2027-03-28T01:30:00Z" },
        { "Europe/Berlin", "2027-10-30T10:00", "2027-10-30T08:00:00Z" },
        { "Europe/Berlin", "2027-10-31T02:30", "2027-10-31T00:30:00Z" },
        { "Europe/Berlin", "2027-10-31T10:00", "2027-10-31T09:00:00Z" },
        { "America/New_York", "2027-03-14T10:00", "2027-03-14T14:00:00Z" },
        { "America/New_York", "2027-11-07T10:00", "2027-11-07T15:00:00Z" },
        { "Asia/Kolkata", "2027-07-01T09:15", "2027-07-01T03:45:00Z" },
        { "Europe/Zurich", "2028-02-29T23:30", "2028-02-29T22:30:00Z" },
    };

    [Theory]
    [MemberData(nameof(Times))]
    public void A_time_is_that_of_the_team_s_clock_through_both_changes(string zone, string local, string utc)
    {
        var at = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value;
        var account = new Account { WorkspaceId = Guid.NewGuid(), TeamId = Guid.NewGuid(), Name = "Weber GmbH", EnteredOn = at.Date };
        var day = new CalendarDay(PromisePractice.Kind, Guid.NewGuid(), account.Id, at.Date) { Time = at.TimeOfDay, Text = "call" };

        var written = CalendarWriter.Write([new CalendarEntry(day, account, null, DateTimeZoneProviders.Tzdb[zone])], new Dictionary<string, string>(), Voice.English, Instant.FromUtc(2027, 1, 1, 0, 0));

        var calendar = Ics.Read(written);
        Instant.FromUnixTimeSeconds(Ical.Net.Calendar.Load(written)!.Events.Single().Start!.AsUtc.Subtract(DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond).ShouldBe(NodaTime.Text.InstantPattern.General.Parse(utc).Value);
        Zoned(calendar, zone).ShouldBe(NodaTime.Text.InstantPattern.General.Parse(utc).Value);
    }

    [Fact]
    public void German_is_spoken_where_the_member_speaks_it_and_whom_words_mention_is_named()
    {
        var account = new Account { WorkspaceId = Guid.NewGuid(), TeamId = Guid.NewGuid(), Name = "Weber; Söhne, und Co", EnteredOn = new(2027, 1, 1) };
        var day = new CalendarDay(PromisePractice.Kind, Guid.NewGuid(), account.Id, new(2027, 3, 12)) { Text = $"das Muster \\ mit {MentionsInWords.Of("U1", "Otto")}\nund mehr {new string('ä', 80)}" };

        var written = CalendarWriter.Write([new CalendarEntry(day, account, null, DateTimeZone.Utc)], new Dictionary<string, string> { ["U1"] = "Ottilie" }, Voice.German, Instant.FromUtc(2027, 1, 1, 0, 0));

        Ics.Read(written).Summaries.Single().ShouldStartWith("Zugesagt an Weber; Söhne, und Co: das Muster \\ mit Ottilie\nund mehr ä");
    }

    /// <summary>The start by the offsets that the file itself gives for its zone: the latest change before it.</summary>
    private static Instant Zoned(Ics calendar, string zone)
    {
        var start = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss").Parse(calendar.Events.Single()[$"DTSTART;TZID={zone}"].Single()).Value;
        var parts = calendar.Components.Where(component => component.Path.StartsWith("VCALENDAR/VTIMEZONE/", StringComparison.Ordinal)).Select(component => component.Lines);
        var changes = parts.SelectMany(part => Enumerable.Range(start.Year - 2, 4).SelectMany(year => Change(part, year))).OrderBy(change => change.At).ToList();
        var offset = changes.Last(change => change.At <= start).To;
        // A time that the clock shows twice is the first of them (RFC 5545, 3.3.5).
        var next = changes.LastOrDefault(change => change.At <= start && change.To < change.From && start < change.At.PlusSeconds((change.From - change.To).Seconds));
        return start.WithOffset(next.From == next.To ? offset : next.From).ToInstant();
    }

    private static IEnumerable<(LocalDateTime At, Offset From, Offset To)> Change(ILookup<string, string> part, int year)
    {
        var offsets = NodaTime.Text.OffsetPattern.CreateWithInvariantCulture("+HHmm");
        var (from, to) = (offsets.Parse(part["TZOFFSETFROM"].Single()).Value, offsets.Parse(part["TZOFFSETTO"].Single()).Value);
        var begin = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss").Parse(part["DTSTART"].Single()).Value;
        if (part["RRULE"].SingleOrDefault() is not { } rule)
        {
            if (begin.Year <= year) yield return (begin, from, to);
            yield break;
        }

        var terms = rule.Split(';').Select(term => term.Split('=')).ToDictionary(term => term[0], term => term[1]);
        var (month, (number, weekday)) = (int.Parse(terms["BYMONTH"], System.Globalization.CultureInfo.InvariantCulture), Weekday(terms["BYDAY"]));
        var days = Enumerable.Range(1, CalendarSystem.Iso.GetDaysInMonth(year, month)).Select(number1 => new LocalDate(year, month, number1)).Where(date => date.DayOfWeek == weekday).ToList();
        var at = (number > 0 ? days[number - 1] : days[^-number]) + begin.TimeOfDay;
        if (at >= begin) yield return (at, from, to);
    }

    private static (int Number, IsoDayOfWeek Weekday) Weekday(string byDay) =>
        (int.Parse(byDay[..^2], System.Globalization.CultureInfo.InvariantCulture), (IsoDayOfWeek)(Array.IndexOf((string[])["MO", "TU", "WE", "TH", "FR", "SA", "SU"], byDay[^2..]) + 1));

    private static IReadOnlyList<LocalDate> Days(string text, string summary, int from) =>
        [.. Ical.Net.Calendar.Load(text)!.Events.Single(one => one.Summary == summary).GetOccurrences(new CalDateTime(from, 1, 1)).Take(4).Select(occurrence => LocalDate.FromDateOnly(occurrence.Period.StartTime.Date))];

    private static async Task<string> Address(Talk talk) => ApiHost.SecretIn(await talk.Say(Ben, "calendar on", DirectOf(Ben)));

    private static async Task<int> Status(ApiHost host, string address) => (await host.Call(HttpMethod.Get, address, null)).Status;
}
