using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Complaints;

/// <summary>Complaints in a digest.</summary>
/// <param name="Open">How many are open.</param>
/// <param name="Opened">How many were taken down in each of the weeks of the charts.</param>
/// <param name="Confirmed">How many were confirmed in each of them.</param>
public sealed record ComplaintFigures(int Open, IReadOnlyList<int> Opened, IReadOnlyList<int> Confirmed)
{
    /// <summary>The open ones by their age: up to so many days, and how many; null for all that are older.</summary>
    public IReadOnlyList<(int? Days, int Count)> ByAge { get; init; } = [];

    /// <summary>Working time until the client first heard from us, in the middle of those that were answered in the days that are counted; null of none.</summary>
    public Duration? FirstWord { get; init; }

    /// <summary>Working time until it was solved, in the middle of those that were solved in these days; null of none.</summary>
    public Duration? Solution { get; init; }

    /// <summary>What was behind those that were confirmed in the last three months, as far as somebody has said so; most frequent first.</summary>
    public IReadOnlyList<(RootCause Cause, int Count)> Causes { get; init; } = [];
}

/// <summary>What complaints bring into a digest.</summary>
public static class ComplaintDigest
{
    /// <summary>A breach of trust after which nobody senior has talked to them yet.</summary>
    public const string Breach = "breach";

    /// <summary>The client had to ask at least twice.</summary>
    public const string AskedTwice = "asked-twice";

    /// <summary>The client does not know yet that we have the complaint, and should.</summary>
    public const string NoAnswer = "no-answer";

    /// <summary>The solution was agreed for a day that has passed.</summary>
    public const string NoSolution = "no-solution";

    /// <summary>The client should have heard from us again.</summary>
    public const string NoWord = "no-word";

    /// <summary>It was reopened twice, or several updates changed nothing.</summary>
    public const string Stuck = "stuck";
    private const int CauseMonths = 3;

    /// <summary>Up to so many days, each with those that are not in the one before.</summary>
    private static readonly int[] Ages = [2, 7, 14, 30];

    /// <summary>Steps with which the client heard from us.</summary>
    private static readonly ComplaintStepKind[] HeardFromUs = [ComplaintStepKind.Acknowledged, ComplaintStepKind.Updated, ComplaintStepKind.Resolved];

    /// <summary>Most pressing first.</summary>
    private static readonly string[] Reasons = [Breach, AskedTwice, NoAnswer, NoSolution, NoWord, Stuck];

    /// <summary>Why a complaint needs someone now, since when, and how often; null when it is on its way.</summary>
    public static (string Reason, Instant Since, int Count)? Need(Complaint complaint, Instant now)
    {
        ArgumentNullException.ThrowIfNull(complaint);
        return complaint switch
        {
            { AwaitsSeniorTalk: true, BreachAt: { } breach } => (Breach, breach, 0),
            { IsOpen: false } => null,
            { Chasers: >= 2, ChasedAt: { } chased } => (AskedTwice, chased, complaint.Chasers),
            { AcknowledgeBy: { } due } when due <= now => (NoAnswer, complaint.CycleBeganAt, 0),
            { ResolveBy: { } due, State: ComplaintState.Acknowledged } when due <= now => (NoSolution, due, 0),
            { NextUpdateBy: { } due } when due <= now => (NoWord, due, 0),
            { StuckSince: not null } => (Stuck, complaint.OpenedAt, complaint.Reopened),
            _ => null,
        };
    }

    /// <summary>Open complaints by their age in days.</summary>
    public static IReadOnlyList<(int? Days, int Count)> ByAge(IEnumerable<int> ages)
    {
        const int Older = 0;
        var counts = ages.CountBy(age => Ages.FirstOrDefault(days => age <= days, Older)).ToDictionary();
        return counts.Count == 0 ? [] : [.. Ages.Select(days => ((int?)days, counts.GetValueOrDefault(days))), (null, counts.GetValueOrDefault(Older))];
    }

    internal static async Task<DigestPart?> Read(DigestQuestion question, CancellationToken cancellation)
    {
        var store = question.Store;
        var known = await store.Complaints.Where(complaint => complaint.ClosedAt == null || (complaint.IsCoolingDown && complaint.SeniorTalkAt == null)).AsNoTracking().ToListAsync(cancellation);
        var pressing = known.Select(complaint => (Complaint: complaint, Need: Need(complaint, question.Now))).Where(pair => pair.Need is not null).ToList();
        var (accountIds, contactIds) = (pressing.Select(pair => pair.Complaint.AccountId).ToList(), pressing.Select(pair => pair.Complaint.ContactId).OfType<Guid>().ToList());
        var accounts = await store.Accounts.Where(account => accountIds.Contains(account.Id)).AsNoTracking().ToDictionaryAsync(account => account.Id, cancellation);
        var contacts = await store.Contacts.Where(contact => contactIds.Contains(contact.Id) && contact.State == ContactState.Active).AsNoTracking().ToDictionaryAsync(contact => contact.Id, cancellation);
        var needs = pressing.Select(pair => NeedOf(pair.Complaint, pair.Need!.Value, accounts[pair.Complaint.AccountId], contacts, question));
        var open = known.Where(complaint => complaint.IsOpen).ToList();
        var (opened, confirmed) = await PerWeek(question, cancellation);
        var (firstWords, solutions) = await Times(question, cancellation);
        var figures = new ComplaintFigures(open.Count, opened, confirmed)
        {
            ByAge = ByAge(open.Select(complaint => Period.DaysBetween(complaint.OpenedAt.InZone(question.Zone).Date, question.Today))),
            FirstWord = firstWords.Median(),
            Solution = solutions.Median(),
            Causes = await Causes(question, cancellation),
        };
        return new DigestPart([.. needs], figures) { Owed = open.Count };
    }

    /// <summary>What was underneath the price counts in its place.</summary>
    private static async Task<IReadOnlyList<(RootCause Cause, int Count)>> Causes(DigestQuestion question, CancellationToken cancellation)
    {
        var from = question.Zone.AtStartOfDay(question.Today.PlusMonths(-CauseMonths)).ToInstant();
        var causes = await question.Store.Complaints.IgnoreAutoIncludes().Where(complaint => complaint.ClosedAt >= from && complaint.State == ComplaintState.Confirmed && complaint.Cause != null)
            .Select(complaint => new { complaint.Cause, complaint.Underneath }).ToListAsync(cancellation);
        return [.. causes.CountBy(said => said.Underneath ?? said.Cause!.Value).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))];
    }

    private static DigestNeed NeedOf(Complaint complaint, (string Reason, Instant Since, int Count) need, Account account, Dictionary<Guid, Contact> contacts, DigestQuestion question) =>
        new(ComplaintPractice.Kind, need.Reason, Array.IndexOf(Reasons, need.Reason), account, need.Since)
        {
            Contact = complaint.ContactId is { } contact ? contacts.GetValueOrDefault(contact) : null,
            Owner = question.Owner(account),
            Count = need.Count,
        };

    private static async Task<(IReadOnlyList<int> Opened, IReadOnlyList<int> Confirmed)> PerWeek(DigestQuestion question, CancellationToken cancellation)
    {
        var (complaints, from, until) = (question.Store.Complaints, question.WeeksFrom, question.Until);
        var opened = await complaints.Where(complaint => complaint.OpenedAt >= from && complaint.OpenedAt < until).Select(complaint => complaint.OpenedAt).ToListAsync(cancellation);
        var confirmed = await complaints.Where(complaint => complaint.ClosedAt >= from && complaint.ClosedAt < until && complaint.State == ComplaintState.Confirmed)
            .Select(complaint => complaint.ClosedAt!.Value).ToListAsync(cancellation);
        return (question.PerWeek(opened), question.PerWeek(confirmed));
    }

    /// <summary>Working time to the first word and to the solution, of complaints that came as far in the days that are counted.</summary>
    private static async Task<(IReadOnlyList<Duration> FirstWords, IReadOnlyList<Duration> Solutions)> Times(DigestQuestion question, CancellationToken cancellation)
    {
        var (store, from, until) = (question.Store, question.From, question.Until);
        var ids = store.ComplaintSteps.Where(step => step.At >= from && step.At < until && HeardFromUs.Contains(step.Kind)).Select(step => step.ComplaintId);
        var answered = await store.Complaints.Where(complaint => ids.Contains(complaint.Id)).AsNoTracking().ToListAsync(cancellation);
        var calendars = await store.Teams.AsNoTracking().ToDictionaryAsync(team => team.Id, team => team.Settings.Calendar(), cancellation);
        return (
            [.. answered.Select(complaint => Time(complaint, complaint.Steps.Where(step => HeardFromUs.Contains(step.Kind)).Min(step => (Instant?)step.At))).OfType<Duration>()],
            [.. answered.Select(complaint => Time(complaint, complaint.Steps.Where(step => step.Kind == ComplaintStepKind.Resolved).Max(step => (Instant?)step.At))).OfType<Duration>()]);

        Duration? Time(Complaint complaint, Instant? at) =>
            at is { } reached && reached >= from && reached < until ? calendars[complaint.TeamId].WorkingTimeBetween(complaint.OpenedAt, reached) : null;
    }
}
