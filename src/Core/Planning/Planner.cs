using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Planning;

/// <summary>The nudges an account should have, and when to look again.</summary>
/// <param name="Nudges">At most one per matter and cycle that has not gone out yet: the next rung.</param>
/// <param name="Requests">What the practices want said.</param>
/// <param name="LookAgain">When the plan may change by the passing of time alone.</param>
public sealed record NudgePlan(IReadOnlyList<Nudge> Nudges, IReadOnlyList<NudgeRequest> Requests, Instant? LookAgain)
{
    /// <summary>The request that a nudge is of, whether it was put off since or not; null when nobody wants it said any more.</summary>
    public NudgeRequest? RequestOf(Nudge nudge) => Requests.FirstOrDefault(request => request.Matter == nudge.Matter && request.Ask == nudge.Ask && request.Cycle == nudge.Cycle.Event);
}

/// <summary>
/// Decides which nudges an account should have. Pure: the same facts at the same instant give the same plan, and between
/// an instant and the plan's "look again" nothing changes unless a fact does.
/// </summary>
public static class Planner
{
    /// <summary>Decides.</summary>
    public static NudgePlan Plan(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var reviews = facts.Practices.ToDictionary(practice => practice, practice => practice.Review(facts, now));
        // What passes by time alone has its instant also where nothing is said any more.
        var requests = facts.Speaking.SelectMany(practice => reviews[practice].Requests).ToList();
        var hints = requests.Where(request => request.IsHint).ToList();
        var unsaid = hints.Where(hint => !facts.NudgesOf(hint.Matter).Any(nudge => nudge.WentOut && nudge.Cycle.Event == hint.Cycle));
        var (hint, hintChangesAt) = HintBudget.Next([.. unsaid], facts, now);
        var next = requests.Where(request => !request.IsHint).Append(hint).OfType<NudgeRequest>();
        var lookAgain = reviews.Values.Select(review => review.LookAgain).Append(facts.Gate(now).ChangesAt).Append(NextComingOrGoing(facts, now)).Append(hintChangesAt)
            .Concat(facts.Contacts.Select(contact => Erasure.GoesAt(contact, facts)).Where(goes => goes > now)).Min();
        return new NudgePlan([.. next.Select(request => Next(request, facts, now)).OfType<Nudge>()], requests, lookAgain);
    }

    /// <summary>The cycle of a request, with the snoozes of its matter counted in: each snooze's end begins a new one.</summary>
    public static Cycle CycleOf(NudgeRequest request, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(request);
        return LastSnooze(request, facts) is { } last ? request.Cycle.AfterSnooze(last.At) : request.Cycle;
    }

    /// <summary>
    /// By what people know already what a rung would tell them: what was said on the rungs below, and of any rung but the first whatever else
    /// was said of the matter since it fell due. Nobody hears the same of one matter twice on a climb.
    /// </summary>
    internal static IEnumerable<Nudge> SaidBefore(int rung, NudgeRequest request, AccountFacts facts) => facts.NudgesOf(request.Matter).Where(nudge => nudge.WentOut
        && (nudge.Cycle.Event == request.Cycle ? nudge.Rung < rung : rung > 0 && nudge.PostedAt >= request.DueAt));

    private static Nudge? Next(NudgeRequest request, AccountFacts facts, Instant now)
    {
        var cycle = CycleOf(request, facts);
        var earlier = facts.NudgesOf(request.Matter).Where(nudge => nudge.WentOut && nudge.Cycle.Event == request.Cycle).ToList();
        var said = earlier.Where(nudge => nudge.Cycle == cycle).ToList();
        if (said.Count > 0) return Climbed(request, cycle, said, facts, now) ?? Again(request, cycle, said, facts, now);
        var rung = earlier.Count == 0 ? 0 : earlier.Max(nudge => nudge.Rung);
        var asked = OnRung(rung, request);
        return Make(asked, cycle, rung, When(asked, asked.DueAt, null, facts), facts, now);
    }

    /// <summary>The next rung of the ladder on which somebody is to hear of it.</summary>
    private static Nudge? Climbed(NudgeRequest request, Cycle cycle, List<Nudge> earlier, AccountFacts facts, Instant now)
    {
        if (earlier.Where(nudge => !Ladder.IsAgain(nudge.Rung, request)).MaxBy(nudge => nudge.Rung) is not { } said) return null;
        for (var rung = said.Rung + 1; rung <= Ladder.Top(request.Climb); rung++)
        {
            if (Ladder.NextDue(rung, request, facts, said.PostedAt!.Value) is not { } due) continue;
            if (Make(request, cycle, rung, When(request, due, said.PostedAt, facts), facts, now) is { } nudge) return nudge;
        }

        return null;
    }

    /// <summary>Once nobody else is to hear of it, it comes back by and by.</summary>
    private static Nudge? Again(NudgeRequest request, Cycle cycle, List<Nudge> earlier, AccountFacts facts, Instant now)
    {
        var rung = Math.Max(earlier.Max(nudge => nudge.Rung), Ladder.Top(request.Climb)) + 1;
        var saidAt = earlier.Max(nudge => nudge.PostedAt!.Value);
        var asked = OnRung(rung, request);
        return Ladder.IsAgain(rung, request) && Ladder.NextDue(rung, asked, facts, saidAt) is { } due ? Make(asked, cycle, rung, When(asked, due, saidAt, facts), facts, now) : null;
    }

    /// <summary>What was urgent once, and was said to everybody it concerns, is no alarm any more.</summary>
    private static NudgeRequest OnRung(int rung, NudgeRequest request) =>
        request.Lane == Lane.Severe && Ladder.IsAgain(rung, request) ? request with { Lane = Lane.WeOwe } : request;

    private static Nudge? Make(NudgeRequest request, Cycle cycle, int rung, Moment moment, AccountFacts facts, Instant now)
    {
        var existing = facts.NudgesOf(request.Matter).FirstOrDefault(nudge => nudge.Cycle == cycle && nudge.Rung == rung);
        var held = request.IsGated && Release(request, facts) is null && facts.Gate(now).IsShut;
        var told = SaidBefore(rung, request, facts).Select(nudge => nudge.AddresseeId).OfType<Guid>().ToHashSet();
        var day = LocalDate.Max(facts.Today(moment.At), facts.Today(now));
        var landing = Land(day);
        if (landing is { } first && facts.Today(first.RetryAt ?? first.PostAt) > day) landing = Land(facts.Today(first.RetryAt ?? first.PostAt));
        if (landing is not var (audience, postAt, retryAt)) return null;
        return new Nudge
        {
            WorkspaceId = facts.Account.WorkspaceId,
            TeamId = facts.Account.TeamId,
            AccountId = facts.Account.Id,
            Kind = request.Matter.Kind,
            Subject = request.Matter.Subject,
            Cycle = cycle,
            Rung = rung,
            Ask = request.Ask,
            Lane = request.Lane,
            DueAt = request.DueAt,
            PostAt = postAt,
            RetryAt = retryAt,
            AddresseeId = audience.AddresseeId,
            IsDirect = audience.IsDirect,
            State = held ? NudgeState.Held : NudgeState.Planned,
            Held = held ? HeldReason.GateShut : HeldReason.None,
        };

        (Audience Audience, Instant PostAt, Instant? RetryAt)? Land(LocalDate on)
        {
            if (Ladder.On(rung, request, facts.Account, facts.Roster, on, told) is not { } reader) return null;
            var own = OwnTime(reader, facts);
            var hours = Hours(own, facts, request.Lane);
            var at = moment.AtOnce ? hours.OnOrAfter(moment.At) : own is null ? moment.At : hours.Morning(facts.Today(moment.At));
            var (postAt, retryAt) = held ? (at, null) : NotMissed(at, moment.AtOnce, existing, hours, now);
            return (reader, postAt, retryAt);
        }
    }

    /// <summary>When something is to be said by the team's clock: at once when it falls due, or in that day's morning message.</summary>
    private readonly record struct Moment(Instant At, bool AtOnce);

    private static Moment When(NudgeRequest request, Instant due, Instant? saidAt, AccountFacts facts)
    {
        var earliest = Instant.Max(due, Instant.Max(request.RestsUntil ?? due, LastSnooze(request, facts)?.Until ?? due));
        if (request.Lane is Lane.Severe or Lane.Appointment) return new Moment(earliest, true);
        var hours = Hours(null, facts, request.Lane);
        var at = hours.Morning(facts.Calendar.WorkingDateOnOrAfter(facts.Today(earliest)));
        if ((earliest > due && at < earliest) || at <= saidAt) at = hours.MorningAfter(at);
        return Release(request, facts) is { } released && released.At > at ? new Moment(released.At, true) : new Moment(at, false);
    }

    /// <summary>The team's hours in the channel; the reader's own zone and hours for direct messages.</summary>
    private static PostingHours Hours(Member? reader, AccountFacts facts, Lane lane) =>
        new(reader is null ? facts.Calendar : facts.Terms.Calendar(reader), facts.Terms.Morning) { AtAnyHour = lane == Lane.Appointment };

    /// <summary>A reader of direct messages whose zone or hours are others than the team's.</summary>
    private static Member? OwnTime(Audience audience, AccountFacts facts) =>
        audience.IsDirect && facts.Roster.Find(audience.AddresseeId) is { } reader && (reader.Hours is not null || (reader.Zone is { } zone && !zone.Equals(facts.Calendar.Zone))) ? reader : null;

    /// <summary>
    /// A morning that had passed when the nudge was first planned is not caught up with in mid-day: the next one takes it.
    /// And one that waits for a later try goes on waiting, but no longer than until the place opens or has its next morning.
    /// </summary>
    private static (Instant PostAt, Instant? RetryAt) NotMissed(Instant postAt, bool atOnce, Nudge? existing, PostingHours hours, Instant now)
    {
        if (postAt > now) return (postAt, null);
        var isWaiting = existing is { State: NudgeState.Planned or NudgeState.Posting } or { Held: HeldReason.Undeliverable };
        if (!isWaiting && !atOnce && postAt < now) return (hours.MorningAfter(now), null);
        var waits = isWaiting ? Instant.Min(existing!.ReadyAt, atOnce ? hours.OnOrAfter(now) : hours.MorningAfter(now)) : postAt;
        var at = Instant.Max(postAt, waits);
        if (at <= now && !hours.Allow(now)) at = hours.OnOrAfter(now);
        return isWaiting && existing!.RetryAt is not null && at > existing.PostAt ? (existing.PostAt, at) : (at, null);
    }

    private static Override? Release(NudgeRequest request, AccountFacts facts) =>
        facts.Overrides.FirstOrDefault(released => new Matter(released.Kind, released.Subject) == request.Matter && released.Cycle == request.Cycle);

    /// <summary>When someone goes away or comes back: until then whoever is named, and whoever is left out, stays the same.</summary>
    private static Instant? NextComingOrGoing(AccountFacts facts, Instant now) =>
        facts.Roster.Absences.SelectMany<Absence, LocalDate>(absence => [absence.From, absence.Until.PlusDays(1)])
            .Select(day => (Instant?)facts.Calendar.StartOf(day)).Where(turn => turn > now).Min();

    private static Snooze? LastSnooze(NudgeRequest request, AccountFacts facts) =>
        facts.Snoozes.Where(snooze => snooze.Matter == request.Matter && snooze.At >= request.BeganAt).MaxBy(snooze => snooze.At);
}
