using AccountNudge.Core.Calendar;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Complaints;

/// <summary>An account's complaints: those that are open, and those closed within the last weeks.</summary>
public sealed record ComplaintFacts(IReadOnlyList<Complaint> All)
{
    /// <summary>The complaint that somebody last did something about, however long it is closed; null when nobody did.</summary>
    public Complaint? LastTouched { get; init; }

    /// <summary>How many are closed.</summary>
    public ClosedComplaints Closed { get; init; } = new();
}

/// <summary>The closed complaints of an account, however long ago.</summary>
public sealed record ClosedComplaints
{
    /// <summary>The account.</summary>
    public Guid AccountId { get; init; }

    /// <summary>How many there are.</summary>
    public int Count { get; init; }

    /// <summary>How many of them the client agreed to.</summary>
    public int Confirmed { get; init; }
}

/// <summary>Complaints among the facts of an account.</summary>
public static class ComplaintsOfFacts
{
    extension(AccountFacts facts)
    {
        /// <summary>See <see cref="ComplaintFacts"/>.</summary>
        public IReadOnlyList<Complaint> Complaints => facts.Of<ComplaintFacts>()?.All ?? [];

        /// <summary>See <see cref="ComplaintFacts.Closed"/>.</summary>
        public ClosedComplaints ClosedComplaints => facts.Of<ComplaintFacts>()?.Closed ?? new ClosedComplaints();

        /// <summary>One of <see cref="ComplaintFacts"/>; null when it is none of them.</summary>
        public Complaint? Complaint(Guid id) => facts.Complaints.FirstOrDefault(complaint => complaint.Id == id);
    }
}

/// <summary>The tables of complaints.</summary>
public static class ComplaintTables
{
    extension(Store store)
    {
        /// <summary>Complaints, with their steps.</summary>
        public DbSet<Complaint> Complaints => store.Set<Complaint>();

        /// <summary>What happened to them.</summary>
        public DbSet<ComplaintStep> ComplaintSteps => store.Set<ComplaintStep>();
    }
}

/// <summary>Reads <see cref="ComplaintFacts"/>; a complaint's steps are talks.</summary>
internal sealed class ComplaintFactsReader : IFactsReader
{
    private static readonly Duration RecentlyClosed = Duration.FromDays(30);

    public Func<Guid, object?> Read(QueryBatch batch, IReadOnlyList<Guid> accountIds, Instant now)
    {
        var store = batch.Store;
        var (recently, steps, all) = (now - RecentlyClosed, store.ComplaintSteps, store.Complaints.IgnoreAutoIncludes());
        var last = store.Accounts.Where(account => accountIds.Contains(account.Id)).Select(account => steps
            .Where(step => step.AccountId == account.Id && step.MemberId != null).OrderByDescending(step => step.At).Select(step => (Guid?)step.ComplaintId).FirstOrDefault());
        var wanted = all.Where(complaint =>
            accountIds.Contains(complaint.AccountId) && (complaint.ClosedAt == null || complaint.ClosedAt > recently || last.Contains(complaint.Id)));
        var complaints = batch.Add(wanted).ByAccount();
        batch.Add(steps.Where(step => wanted.Any(complaint => complaint.Id == step.ComplaintId)));
        var closed = batch.Add(store.Accounts.Where(account => accountIds.Contains(account.Id)).Select(account => new ClosedComplaints
        {
            AccountId = account.Id,
            Count = all.Count(complaint => complaint.AccountId == account.Id && complaint.ClosedAt != null),
            Confirmed = all.Count(complaint => complaint.AccountId == account.Id && complaint.State == ComplaintState.Confirmed),
        }).Where(counted => counted.Count > 0));
        var closedOf = new Lazy<Dictionary<Guid, ClosedComplaints>>(() => closed.All.ToDictionary(counted => counted.AccountId));
        return accountId => complaints(accountId) is { Count: > 0 } known
            ? new ComplaintFacts([.. known.Where(complaint => complaint.ClosedAt is null || complaint.ClosedAt > recently)])
            {
                LastTouched = known.MaxBy(LastWord),
                Closed = closedOf.Value.GetValueOrDefault(accountId) ?? new ClosedComplaints(),
            }
            : null;
    }

    public LatestTalk? TalkIn(object facts, WorkingCalendar calendar)
    {
        if (((ComplaintFacts)facts).LastTouched is not { } complaint) return null;
        var step = complaint.Steps.Where(step => step.MemberId is not null).MaxBy(step => step.At);
        return step is null ? null : new LatestTalk(complaint.AccountId, calendar.DateOf(step.At), step.MemberId!.Value, step.At, null, complaint.ContactId) { IsTheirs = step.Kind is ComplaintStepKind.Opened or ComplaintStepKind.Chased };
    }

    public IQueryable<Guid>? ShutGates(Store store, Instant now) => store.Complaints.Where(complaint => complaint.ClosedAt == null).Select(complaint => complaint.AccountId);

    private static Instant? LastWord(Complaint complaint) => complaint.Steps.Where(step => step.MemberId is not null).Max(step => (Instant?)step.At);
}
