using AccountNudge.Core.Calendar;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Complaints;

/// <summary>An account's complaints: those that are open, and those closed within the last weeks.</summary>
public sealed record ComplaintFacts(IReadOnlyList<Complaint> All);

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

    public Task<IReadOnlyDictionary<Guid, object>> Read(Store store, IReadOnlyList<Guid> accountIds, Instant now, CancellationToken cancellation)
    {
        var recently = now - RecentlyClosed;
        return store.Complaints.Where(complaint => accountIds.Contains(complaint.AccountId) && (complaint.ClosedAt == null || complaint.ClosedAt > recently))
            .Grouped(complaints => new ComplaintFacts(complaints), cancellation);
    }

    public IQueryable<Guid>? ShutGates(Store store) => store.Complaints.Where(complaint => complaint.ClosedAt == null).Select(complaint => complaint.AccountId);

    public async Task<IReadOnlyList<LatestTalk>> Talks(Store store, IReadOnlyList<Guid> accountIds, WorkingCalendar calendar, CancellationToken cancellation)
    {
        var steps = await store.ComplaintSteps.Where(step => accountIds.Contains(step.AccountId) && step.MemberId != null)
            .Join(store.Complaints, step => step.ComplaintId, complaint => complaint.Id, (step, complaint) => new { step.AccountId, step.At, MemberId = step.MemberId!.Value, complaint.ContactId })
            .GroupBy(step => step.AccountId)
            .Select(group => group.OrderByDescending(step => step.At).First())
            .ToListAsync(cancellation);
        return [.. steps.Select(step => new LatestTalk(step.AccountId, calendar.DateOf(step.At), step.MemberId, step.At, null, step.ContactId))];
    }
}
