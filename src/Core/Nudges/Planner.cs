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
        return new Plan(nudges, wishes, reviews.Min(review => review.LookAgain));
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
        return Make(wish, cycle, rung, wish.DueAt, facts, now);
    }

    private static Nudge? Climbed(Wish wish, string cycle, Nudge said, AccountFacts facts, Instant now)
    {
        for (var rung = said.Rung + 1; rung <= Ladder.Top(wish.Climb); rung++)
        {
            if (Ladder.NextDue(rung, wish, facts, said.PostedAt!.Value) is not { } due) continue;
            if (Make(wish, cycle, rung, due, facts, now) is { } nudge) return nudge;
        }

        return null;
    }

    private static Nudge? Make(Wish wish, string cycle, int rung, Instant due, AccountFacts facts, Instant now)
    {
        var released = Release(wish, facts);
        var existing = facts.Nudges.FirstOrDefault(nudge => nudge.Matter == wish.Matter && nudge.Cycle == cycle && nudge.Rung == rung);
        var held = wish.IsGated && released is null && facts.GateIsShut;
        var postAt = released is null ? PostAt(wish, rung, due, facts) : Postable(released.At, facts);
        if (!held) postAt = NotMissed(postAt, existing, wish.Lane == Lane.Severe || released is not null, facts, now);
        if (Ladder.On(rung, wish, facts.Account, facts.Crew, facts.Today(postAt)) is not { } audience) return null;
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
            PostAt = audience.IsDirect ? InOwnTime(postAt, wish, audience, facts) : postAt,
            AddresseeId = audience.AddresseeId,
            IsDirect = audience.IsDirect,
            State = held ? NudgeState.Held : NudgeState.Planned,
            Held = held ? HeldReason.OpenComplaint : HeldReason.None,
        };
    }

    private static Instant PostAt(Wish wish, int rung, Instant due, AccountFacts facts)
    {
        var earliest = Instant.Max(due, Instant.Max(wish.RestsUntil ?? due, LastSnooze(wish, facts)?.Until ?? due));
        if (wish.Lane == Lane.Severe) return Postable(earliest, facts);
        var moved = rung > 0 || earliest > due;
        return moved ? MorningAtOrAfter(earliest, facts) : MorningOf(facts.Today(due), facts);
    }

    /// <summary>
    /// A morning that had passed when the nudge was first planned is not caught up with in mid-day: the next one takes it.
    /// And one that was put off to a later opening stays there.
    /// </summary>
    private static Instant NotMissed(Instant postAt, Nudge? existing, bool atOnce, AccountFacts facts, Instant now)
    {
        if (postAt >= now) return postAt;
        if (existing is { State: NudgeState.Planned or NudgeState.Posting }) return Instant.Max(postAt, existing.PostAt);
        return atOnce ? postAt : MorningAtOrAfter(now, facts);
    }

    /// <summary>Working time begins with its opening and ends with its closing instant, which still counts for a post that falls due there.</summary>
    private static Instant Postable(Instant at, AccountFacts facts) =>
        facts.Calendar.IsOpen(at - Duration.FromSeconds(1)) ? at : facts.Calendar.NextOpening(at);

    private static Override? Release(Wish wish, AccountFacts facts) =>
        facts.Overrides.FirstOrDefault(released => new Matter(released.Kind, released.Subject) == wish.Matter && released.Cycle == wish.Cycle);

    private static Instant MorningOf(LocalDate day, AccountFacts facts) =>
        facts.Calendar.At(facts.Calendar.WorkingDateOnOrAfter(day), facts.Terms.Morning);

    private static Instant MorningAtOrAfter(Instant at, AccountFacts facts)
    {
        var day = facts.Calendar.WorkingDateOnOrAfter(facts.Today(at));
        var morning = facts.Calendar.At(day, facts.Terms.Morning);
        return morning >= at ? morning : facts.Calendar.At(facts.Calendar.AddWorkingDates(day, 1), facts.Terms.Morning);
    }

    /// <summary>Direct messages wait for the reader's own hours, in the reader's own zone.</summary>
    private static Instant InOwnTime(Instant postAt, Wish wish, Audience audience, AccountFacts facts)
    {
        if (facts.Crew.Find(audience.AddresseeId)?.Zone is not { } zone || zone.Equals(facts.Calendar.Zone)) return postAt;
        var own = facts.Terms.Calendar(zone);
        var sameMorning = own.At(facts.Today(postAt), facts.Terms.Morning);
        return own.NextOpening(wish.Lane == Lane.Severe ? postAt : sameMorning);
    }

    private static Snooze? LastSnooze(Wish wish, AccountFacts facts) =>
        facts.Snoozes.Where(snooze => snooze.Matter == wish.Matter && snooze.At >= wish.BeganAt).MaxBy(snooze => snooze.At);

    /// <summary>Whether a nudge's cycle is a wish's, with or without snoozes in between.</summary>
    internal static bool IsOf(string cycle, string wishCycle) =>
        cycle.StartsWith(wishCycle, StringComparison.Ordinal) && (cycle.Length == wishCycle.Length || cycle[wishCycle.Length] == '~');
}
