using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Digests;

/// <summary>Something owed in someone's day.</summary>
/// <param name="Facts">The account it belongs to.</param>
/// <param name="Owed">What.</param>
/// <param name="NudgeId">The nudge that asks about it, so that it can be put off; null while nothing was said.</param>
public sealed record OwedToday(AccountFacts Facts, OwedMatter Owed, Guid? NudgeId);

/// <summary>A matter that is out of sight until an instant.</summary>
/// <param name="Facts">The account it belongs to.</param>
/// <param name="Matter">The matter.</param>
/// <param name="Until">Until when.</param>
public sealed record PutOff(AccountFacts Facts, Matter Matter, Instant Until);

/// <summary>One member's open matters.</summary>
public sealed record TodayReport
{
    /// <summary>What is owed, what is due first at the top.</summary>
    public IReadOnlyList<OwedToday> Owed { get; init; } = [];

    /// <summary>Talks after a breach of trust that they were asked for, whatever else is owed.</summary>
    public IReadOnlyList<NudgeLine> Calls { get; init; } = [];

    /// <summary>What stays to be done today besides: quiet accounts and occasions that were mentioned.</summary>
    public IReadOnlyList<NudgeLine> Close { get; init; } = [];

    /// <summary>Nudges that are held, with their reason.</summary>
    public IReadOnlyList<NudgeLine> Held { get; init; } = [];

    /// <summary>Matters that are put off.</summary>
    public IReadOnlyList<PutOff> Snoozed { get; init; } = [];

    /// <summary>Occasions of the next days that were not mentioned yet.</summary>
    public IReadOnlyList<NudgeLine> Ahead { get; init; } = [];

    /// <summary>Nothing at all.</summary>
    public bool IsEmpty => Owed.Count + Calls.Count + Close.Count + Held.Count + Snoozed.Count + Ahead.Count == 0;
}

/// <summary>Gathers someone's open matters from the teams of a scope.</summary>
public static class TodayReader
{
    private const int AheadDays = 7;

    /// <summary>Gathers what a member owns, stands in for, or was asked about.</summary>
    public static async Task<TodayReport> TodayOf(this Store store, Guid memberId, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var alive = store.Nudges.Where(nudge => nudge.State < NudgeState.Acted);
        var asked = alive.Where(nudge => nudge.AddresseeId == memberId && (nudge.State == NudgeState.Posted || nudge.State == NudgeState.Held || (nudge.IsDirect && nudge.State == NudgeState.Planned))).Select(nudge => nudge.AccountId);
        var (open, theirs) = (new List<Guid>(), new List<Guid>());
        foreach (var practice in PracticeCatalog.All)
        {
            var matters = await practice.ReadOpen(store, cancellation);
            open.AddRange(matters.Select(matter => matter.AccountId));
            theirs.AddRange(matters.Where(matter => matter.Matter.MemberId == memberId).Select(matter => matter.AccountId));
        }

        // What a plan wants said stands in nudges, unless it is still to be made: of all other accounts there is nothing to tell.
        var (tomorrow, soon, ofDays) = (now + Duration.FromDays(2), now + Duration.FromDays(AheadDays + 2), PracticeCatalog.KindsOfDays);
        var ids = await store.Accounts.Where(account => account.OwnerId == memberId || account.DeputyId == memberId || asked.Contains(account.Id) || theirs.Contains(account.Id))
            .Where(account => account.LookAgainAt <= now || open.Contains(account.Id)
                || alive.Any(nudge => nudge.AccountId == account.Id && (nudge.State != NudgeState.Planned || nudge.DueAt < tomorrow || (nudge.DueAt < soon && ofDays.Contains(nudge.Kind))))
                || store.Snoozes.Any(snooze => snooze.AccountId == account.Id && snooze.Until > now))
            .Select(account => account.Id).ToListAsync(cancellation);
        var reports = (await store.FactsOf(ids, now, cancellation)).Select(facts => Of(facts, memberId, now)).ToList();
        return new TodayReport
        {
            Owed = [.. reports.SelectMany(report => report.Owed).OrderBy(today => today.Owed.DueAt ?? Instant.MaxValue).ThenBy(today => today.Owed.BeganAt)],
            Calls = [.. reports.SelectMany(report => report.Calls).OrderBy(line => line.Nudge.DueAt)],
            Close = [.. reports.SelectMany(report => report.Close).OrderBy(line => line.Nudge.DueAt)],
            Held = [.. reports.SelectMany(report => report.Held).OrderBy(line => line.Nudge.DueAt)],
            Snoozed = [.. reports.SelectMany(report => report.Snoozed).OrderBy(off => off.Until)],
            Ahead = [.. reports.SelectMany(report => report.Ahead).OrderBy(line => line.Day)],
        };
    }

    /// <summary>What one account brings into a member's day; pure.</summary>
    public static TodayReport Of(AccountFacts facts, Guid memberId, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var plan = Planner.Plan(facts, now);
        var snoozed = plan.Requests.Select(request => request.Matter).Distinct()
            .Select(matter => (Matter: matter, Until: facts.Snoozes.Where(snooze => snooze.Matter == matter).MaxBy(snooze => snooze.At)?.Until))
            .Where(pair => pair.Until > now).ToDictionary(pair => pair.Matter, pair => pair.Until!.Value);
        var isNear = IsNear(facts, memberId);
        var waiting = Waiting(facts, plan, memberId, snoozed).Where(nudge => isNear || nudge.AddresseeId == memberId).ToList();
        var calls = facts.Nudges.Where(nudge => nudge.State == NudgeState.Posted && nudge.AddresseeId == memberId && BreachOfTrust.IsCall(nudge) && plan.RequestOf(nudge) is not null).ToList();
        // Whoever is to talk to them because of it need not be told twice.
        var told = facts.Account.OwnerId == memberId || facts.Account.DeputyId == memberId ? [] : calls.Select(nudge => nudge.Matter).ToHashSet();
        var endOfToday = facts.Calendar.Zone.AtStartOfDay(facts.Today(now).PlusDays(1)).ToInstant();
        return new TodayReport
        {
            Owed = [.. facts.Owed.Where(owed => !snoozed.ContainsKey(owed.Matter) && !told.Contains(owed.Matter) && (isNear || owed.MemberId == memberId))
                .Select(owed => new OwedToday(facts, owed, LatestPosted(facts, owed.Matter)?.Id))],
            Calls = [.. calls.Select(nudge => new NudgeLine(nudge, facts))],
            Close = [.. waiting.Where(nudge => nudge.State != NudgeState.Held && IsNow(nudge, endOfToday)).Select(nudge => new NudgeLine(nudge, facts))],
            Held = [.. waiting.Where(nudge => nudge.State == NudgeState.Held && (nudge.WentOut || nudge.Held == HeldReason.Undeliverable || IsSoon(nudge, facts, now)))
                .Select(nudge => new NudgeLine(nudge, facts))],
            Snoozed = isNear ? [.. snoozed.Select(pair => new PutOff(facts, pair.Key, pair.Value))] : [],
            Ahead = [.. waiting.Where(nudge => nudge.State != NudgeState.Held && !IsNow(nudge, endOfToday) && IsSoon(nudge, facts, now)).Select(nudge => new NudgeLine(nudge, facts))],
        };
    }

    /// <summary>The nudge that stands for each request that is not owed: the one that was said, else the one to come.</summary>
    private static IEnumerable<Nudge> Waiting(AccountFacts facts, NudgePlan plan, Guid memberId, Dictionary<Matter, Instant> snoozed)
    {
        foreach (var requests in plan.Requests.Where(request => facts.PracticeOf(request.Matter.Kind) is { IsOwed: false } && !snoozed.ContainsKey(request.Matter)).GroupBy(request => request.Matter))
        {
            var said = LatestPosted(facts, requests.Key);
            var next = plan.Nudges.Where(nudge => nudge.Matter == requests.Key).OrderBy(nudge => nudge.ReadyAt).FirstOrDefault();
            var undelivered = facts.NudgesOf(requests.Key).FirstOrDefault(nudge => nudge.Held == HeldReason.Undeliverable);
            var nudge = said ?? undelivered ?? next;
            if (nudge is null || !requests.Where(request => request.IsPersonal).All(request => IsTheirs(request, facts.Account, nudge, memberId))) continue;
            yield return nudge;
        }
    }

    /// <summary>What is personal is for whoever was told and, unless it is for them alone, for the owner and the deputy.</summary>
    private static bool IsTheirs(NudgeRequest request, Account account, Nudge nudge, Guid memberId) =>
        (nudge.IsDirect && nudge.AddresseeId == memberId) || (!request.IsForNobodyElse && (account.OwnerId == memberId || account.DeputyId == memberId));

    /// <summary>Whether all that is open with an account is a member's, and not only what they promised there.</summary>
    private static bool IsNear(AccountFacts facts, Guid memberId) => facts.Account.OwnerId == memberId || facts.Account.DeputyId == memberId
        || facts.Nudges.Any(nudge => nudge.AddresseeId == memberId && nudge.State < NudgeState.Acted && facts.PracticeOf(nudge.Kind)?.MemberOf(nudge, facts) != memberId);

    /// <summary>The nudge that was said of a matter last.</summary>
    public static Nudge? LatestPosted(this AccountFacts facts, Matter matter) =>
        facts.NudgesOf(matter).Where(nudge => nudge.State == NudgeState.Posted).MaxBy(nudge => nudge.PostedAt);

    private static bool IsNow(Nudge nudge, Instant endOfToday) => nudge.State == NudgeState.Posted || (nudge.ReadyAt < endOfToday && nudge.DueAt < endOfToday);

    private static bool IsSoon(Nudge nudge, AccountFacts facts, Instant now) =>
        facts.PracticeOf(nudge.Kind)?.DayOf(nudge) is { } day && day <= facts.Today(now).PlusDays(AheadDays);
}
