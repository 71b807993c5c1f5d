using AccountNudge.Core.Accounts;
using AccountNudge.Core.Calendar;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Quiet;
using NodaTime;

namespace AccountNudge.Core.Nudges;

/// <summary>The nudges an account should have, and when to look again.</summary>
/// <param name="Nudges">At most one per matter and cycle that has not gone out yet: the next rung.</param>
/// <param name="Wishes">What the policies want said.</param>
/// <param name="LookAgain">When the plan may change by the passing of time alone.</param>
public sealed record Plan(IReadOnlyList<Nudge> Nudges, IReadOnlyList<Wish> Wishes, Instant? LookAgain);

/// <summary>
/// Decides which nudges an account should have. Pure: the same facts at the same instant give the same plan, and between
/// an instant and the plan's "look again" nothing changes unless a fact does.
/// </summary>
public static class Planner
{
    /// <summary>Decides.</summary>
    public static Plan Plan(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Review[] reviews = [ComplaintPolicy.Review(facts, now), QuietPolicy.Review(facts, now), OccasionPolicy.Review(facts, now)];
        var wishes = reviews.SelectMany(review => review.Wishes).ToList();
        var nudges = wishes.Select(wish => Next(wish, facts, now)).OfType<Nudge>().ToList();
        return new Plan(nudges, wishes, reviews.Select(review => review.LookAgain).Append(NextComingOrGoing(facts, now)).Min());
    }

    /// <summary>The cycle of a wish, with the snoozes of its matter counted in: each snooze's end begins a new one.</summary>
    public static string Cycle(Wish wish, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var last = LastSnooze(wish, facts);
        return last is null ? wish.Cycle : FormattableString.Invariant($"{wish.Cycle}~{last.At.ToUnixTimeSeconds()}");
    }

    private static Nudge? Next(Wish wish, AccountFacts facts, Instant now)
    {
        var cycle = Cycle(wish, facts);
        var earlier = facts.Nudges.Where(nudge => nudge.Matter == wish.Matter && nudge.WentOut && IsOf(nudge.Cycle, wish.Cycle)).ToList();
        var said = earlier.Where(nudge => nudge.Cycle == cycle).MaxBy(nudge => nudge.Rung);
        if (said is not null) return Climbed(wish, cycle, said, facts, now);
        var rung = earlier.Count == 0 ? 0 : earlier.Max(nudge => nudge.Rung);
        return Make(wish, cycle, rung, When(wish, wish.DueAt, null, facts), facts, now);
    }

    private static Nudge? Climbed(Wish wish, string cycle, Nudge said, AccountFacts facts, Instant now)
    {
        for (var rung = said.Rung + 1; rung <= Ladder.Top(wish.Climb); rung++)
        {
            if (Ladder.NextDue(rung, wish, facts, said.PostedAt!.Value) is not { } due) continue;
            if (Make(wish, cycle, rung, When(wish, due, said.PostedAt, facts), facts, now) is { } nudge) return nudge;
        }

        return null;
    }

    private static Nudge? Make(Wish wish, string cycle, int rung, Moment moment, AccountFacts facts, Instant now)
    {
        var existing = facts.Nudges.FirstOrDefault(nudge => nudge.Matter == wish.Matter && nudge.Cycle == cycle && nudge.Rung == rung);
        var held = wish.IsGated && facts.GateIsShut && Release(wish, facts) is null;
        var told = facts.Nudges.Where(nudge => nudge.Matter == wish.Matter && nudge.WentOut && nudge.Rung < rung && IsOf(nudge.Cycle, wish.Cycle))
            .Select(nudge => nudge.AddresseeId).OfType<Guid>().ToHashSet();
        var day = LocalDate.Max(facts.Today(moment.At), facts.Today(now));
        var landing = Land(day);
        if (landing is { } first && facts.Today(first.PostAt) > day) landing = Land(facts.Today(first.PostAt));
        if (landing is not var (audience, postAt)) return null;
        return new Nudge
        {
            WorkspaceId = facts.Account.WorkspaceId,
            TeamId = facts.Account.TeamId,
            AccountId = facts.Account.Id,
            Kind = wish.Matter.Kind,
            Subject = wish.Matter.Subject,
            Cycle = cycle,
            Rung = rung,
            Ask = wish.Ask,
            Lane = wish.Lane,
            DueAt = wish.DueAt,
            PostAt = postAt,
            AddresseeId = audience.AddresseeId,
            IsDirect = audience.IsDirect,
            State = held ? NudgeState.Held : NudgeState.Planned,
            Held = held ? HeldReason.OpenComplaint : HeldReason.None,
        };

        (Audience Audience, Instant PostAt)? Land(LocalDate on)
        {
            if (Ladder.On(rung, wish, facts.Account, facts.Crew, on, told) is not { } reader) return null;
            var hours = Hours(reader, facts);
            var at = InHours(moment, hours, facts);
            return (reader, held ? at : NotMissed(at, moment.AtOnce, existing, hours, facts.Terms.Morning, now));
        }
    }

    /// <summary>When something is to be said by the team's clock: at once when it falls due, or in that day's morning message.</summary>
    private readonly record struct Moment(Instant At, bool AtOnce);

    private static Moment When(Wish wish, Instant due, Instant? saidAt, AccountFacts facts)
    {
        var earliest = Instant.Max(due, Instant.Max(wish.RestsUntil ?? due, LastSnooze(wish, facts)?.Until ?? due));
        if (wish.Lane == Lane.Severe) return new Moment(earliest, true);
        var (calendar, morning) = (facts.Calendar, facts.Terms.Morning);
        var at = Morning(calendar.WorkingDateOnOrAfter(facts.Today(earliest)), calendar, morning);
        if ((earliest > due && at < earliest) || at <= saidAt) at = MorningAfter(at, calendar, morning);
        return Release(wish, facts) is { } released && released.At > at ? new Moment(released.At, true) : new Moment(at, false);
    }

    /// <summary>The team's hours in the channel; the reader's own zone for direct messages.</summary>
    private static WorkingCalendar Hours(Audience audience, AccountFacts facts) =>
        audience.IsDirect && facts.Crew.Find(audience.AddresseeId)?.Zone is { } zone && !zone.Equals(facts.Calendar.Zone) ? facts.Terms.Calendar(zone) : facts.Calendar;

    private static Instant InHours(Moment moment, WorkingCalendar hours, AccountFacts facts)
    {
        if (moment.AtOnce) return Postable(moment.At, hours);
        return ReferenceEquals(hours, facts.Calendar) ? moment.At : Morning(facts.Today(moment.At), hours, facts.Terms.Morning);
    }

    /// <summary>
    /// A morning that had passed when the nudge was first planned is not caught up with in mid-day: the next one takes it.
    /// And one that was put off to a later opening stays there.
    /// </summary>
    private static Instant NotMissed(Instant postAt, bool atOnce, Nudge? existing, WorkingCalendar hours, LocalTime morning, Instant now)
    {
        if (postAt > now) return postAt;
        var isWaiting = existing is { State: NudgeState.Planned or NudgeState.Posting } or { Held: HeldReason.Undeliverable };
        if (!isWaiting && !atOnce && postAt < now) return MorningAfter(now, hours, morning);
        var putOff = isWaiting ? Instant.Min(existing!.PostAt, atOnce ? Postable(now, hours) : MorningAfter(now, hours, morning)) : postAt;
        var at = Instant.Max(postAt, putOff);
        return at > now || Postable(now, hours) == now ? at : Postable(now, hours);
    }

    /// <summary>Working time begins with its opening and ends with its closing instant, which still counts for a post that falls due there.</summary>
    private static Instant Postable(Instant at, WorkingCalendar hours) => hours.IsOpen(at - Duration.FromSeconds(1)) ? at : hours.NextOpening(at);

    /// <summary>When the morning message of a working day is posted: at the usual time, or where that is no working time, when the day opens.</summary>
    private static Instant Morning(LocalDate day, WorkingCalendar hours, LocalTime usual)
    {
        var at = hours.NextOpening(hours.At(day, usual));
        return hours.DateOf(at) == day ? at : hours.NextOpening(hours.StartOf(day));
    }

    private static Instant MorningAfter(Instant at, WorkingCalendar hours, LocalTime usual)
    {
        var day = hours.WorkingDateOnOrAfter(hours.DateOf(at));
        var morning = Morning(day, hours, usual);
        while (morning <= at)
        {
            day = hours.AddWorkingDates(day, 1);
            morning = Morning(day, hours, usual);
        }

        return morning;
    }

    private static Override? Release(Wish wish, AccountFacts facts) =>
        facts.Overrides.FirstOrDefault(released => new Matter(released.Kind, released.Subject) == wish.Matter && released.Cycle == wish.Cycle);

    /// <summary>When someone goes away or comes back: until then whoever is named, and whoever is left out, stays the same.</summary>
    private static Instant? NextComingOrGoing(AccountFacts facts, Instant now) =>
        facts.Crew.Absences.SelectMany<Absence, LocalDate>(absence => [absence.From, absence.Until.PlusDays(1)])
            .Select(day => (Instant?)facts.Calendar.StartOf(day)).Where(turn => turn > now).Min();

    private static Snooze? LastSnooze(Wish wish, AccountFacts facts) =>
        facts.Snoozes.Where(snooze => snooze.Matter == wish.Matter && snooze.At >= wish.BeganAt).MaxBy(snooze => snooze.At);

    /// <summary>Whether a nudge's cycle is a wish's, with or without snoozes in between.</summary>
    internal static bool IsOf(string cycle, string wishCycle) =>
        cycle.StartsWith(wishCycle, StringComparison.Ordinal) && (cycle.Length == wishCycle.Length || cycle[wishCycle.Length] == '~');
}
