using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Complaints;

/// <summary>The complaints of one week.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Opened">Taken down.</param>
/// <param name="Confirmed">Confirmed.</param>
public sealed record ComplaintWeek(LocalDate Monday, int Opened, int Confirmed);

/// <summary>Complaints in a digest.</summary>
/// <param name="Open">How many are open.</param>
/// <param name="Weeks">The last weeks, oldest first.</param>
public sealed record ComplaintFigures(int Open, IReadOnlyList<ComplaintWeek> Weeks)
{
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
    private const int Weeks = 6;
    private const int CauseMonths = 3;

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

    /// <summary>Counts complaints per week, the running one last.</summary>
    public static IReadOnlyList<ComplaintWeek> PerWeek(IEnumerable<LocalDate> opened, IEnumerable<LocalDate> confirmed, LocalDate today, int weeks)
    {
        var (openedIn, confirmedIn) = (opened.CountBy(Monday).ToDictionary(), confirmed.CountBy(Monday).ToDictionary());
        return [.. Enumerable.Range(0, weeks).Select(week => Monday(today).PlusWeeks(week - weeks + 1))
            .Select(monday => new ComplaintWeek(monday, openedIn.GetValueOrDefault(monday), confirmedIn.GetValueOrDefault(monday)))];
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
        var open = known.Count(complaint => complaint.IsOpen);
        var figures = new ComplaintFigures(open, await PerWeek(question, cancellation)) { Causes = await Causes(question, cancellation) };
        return new DigestPart([.. needs], figures) { Owed = open };
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

    private static async Task<IReadOnlyList<ComplaintWeek>> PerWeek(DigestQuestion question, CancellationToken cancellation)
    {
        var (store, zone) = (question.Store, question.Zone);
        var from = zone.AtStartOfDay(question.Today.PlusWeeks(-Weeks)).ToInstant();
        var opened = await store.Complaints.Where(complaint => complaint.OpenedAt >= from).Select(complaint => complaint.OpenedAt).ToListAsync(cancellation);
        var confirmed = await store.Complaints.Where(complaint => complaint.ClosedAt >= from && complaint.State == ComplaintState.Confirmed).Select(complaint => complaint.ClosedAt!.Value).ToListAsync(cancellation);
        return PerWeek(opened.Select(at => at.InZone(zone).Date), confirmed.Select(at => at.InZone(zone).Date), question.Today, Weeks);
    }

    private static LocalDate Monday(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);
}
