using AccountNudge.Core.Calendar;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;

namespace AccountNudge.Core.Practices;

/// <summary>
/// What follows when a client does not trust us any more (practice B9), whichever practice says so: a complaint that is marked as a breach,
/// or a promise that is broken for the second time. Pure.
/// </summary>
public static class BreachOfTrust
{
    /// <summary>The gate stays shut no longer than that afterwards.</summary>
    public const int MostRestDays = 365;

    private const string Broken = "breach";

    /// <summary>Tells a manager at once, until somebody senior has talked to the client.</summary>
    /// <param name="matter">What it is about.</param>
    /// <param name="at">When trust was broken.</param>
    /// <param name="ask">What the practice calls it.</param>
    public static NudgeRequest TellManager(Matter matter, Instant at, string ask) =>
        new(matter, new Cycle(Broken, at), at, ask, Lane.Severe, at, Climb.Never) { ForManager = true };

    /// <summary>Whether a nudge tells a manager so.</summary>
    public static bool IsCall(Nudge nudge)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        return nudge.Cycle.Name == Broken;
    }

    /// <summary>When the gate opens again after the client has confirmed that it is made good: the same local time, some days later.</summary>
    public static Instant GateOpensAt(Instant confirmedAt, WorkingCalendar calendar, TeamSettings terms)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(terms);
        var local = confirmedAt.InZone(calendar.Zone).LocalDateTime;
        return calendar.At(local.Date.PlusDays(terms.BreachRestDays), local.TimeOfDay);
    }

    /// <summary>The first talk that a manager had with them since, face to face or by telephone; null when there is none.</summary>
    public static Interaction? SeniorTalk(IEnumerable<Interaction> talks, TeamRoster roster, Instant since, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(talks);
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(calendar);
        var day = calendar.DateOf(since);
        return talks.Where(talk => Talks.IsSpoken(talk.Kind) && talk.On >= day && talk.RecordedAt >= since && roster.ManagerIds.Contains(talk.MemberId)).MinBy(talk => talk.RecordedAt);
    }
}
