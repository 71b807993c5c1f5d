using AccountNudge.Core.Calendar;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Complaints;

/// <summary>An account's complaints: those that are open, and those closed within the last weeks.</summary>
public sealed record ComplaintFacts(IReadOnlyList<Complaint> All)
{
    /// <summary>The complaint that somebody last did something about, however long it is closed; null when nobody did.</summary>
    public Complaint? LastTouched { get; init; }
}

/// <summary>How many complaints of an account were settled, for its brief.</summary>
public sealed record SettledComplaints(int Count);

/// <summary>Complaints among the facts of an account.</summary>
public static class ComplaintsOfFacts
{
    extension(AccountFacts facts)
    {
        /// <summary>See <see cref="ComplaintFacts"/>.</summary>
        public IReadOnlyList<Complaint> Complaints => facts.Of<ComplaintFacts>()?.All ?? [];

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
        var (recently, steps) = (now - RecentlyClosed, store.ComplaintSteps);
        var last = store.Accounts.Where(account => accountIds.Contains(account.Id)).Select(account => steps
            .Where(step => step.AccountId == account.Id && step.MemberId != null).OrderByDescending(step => step.At).Select(step => (Guid?)step.ComplaintId).FirstOrDefault());
        var wanted = store.Complaints.IgnoreAutoIncludes().Where(complaint =>
            accountIds.Contains(complaint.AccountId) && (complaint.ClosedAt == null || complaint.ClosedAt > recently || last.Contains(complaint.Id)));
        var complaints = batch.Add(wanted).ByAccount();
        batch.Add(steps.Where(step => wanted.Any(complaint => complaint.Id == step.ComplaintId)));
        return accountId => complaints(accountId) is { Count: > 0 } all
            ? new ComplaintFacts([.. all.Where(complaint => complaint.ClosedAt is null || complaint.ClosedAt > recently)]) { LastTouched = all.MaxBy(LastWord) }
            : null;
    }

    public LatestTalk? TalkIn(object facts, WorkingCalendar calendar)
    {
        if (((ComplaintFacts)facts).LastTouched is not { } complaint) return null;
        var step = complaint.Steps.Where(step => step.MemberId is not null).MaxBy(step => step.At);
        return step is null ? null : new LatestTalk(complaint.AccountId, calendar.DateOf(step.At), step.MemberId!.Value, step.At, null, complaint.ContactId) { IsTheirs = step.Kind is ComplaintStepKind.Opened or ComplaintStepKind.Chased };
    }

    public IQueryable<Guid>? ShutGates(Store store) => store.Complaints.Where(complaint => complaint.ClosedAt == null).Select(complaint => complaint.AccountId);

    private static Instant? LastWord(Complaint complaint) => complaint.Steps.Where(step => step.MemberId is not null).Max(step => (Instant?)step.At);
}
