using AccountNudge.Core.Calendar;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Complaints;

/// <summary>An account's complaints: those that are open or keep the gate shut, and those closed within the last weeks.</summary>
public sealed record ComplaintFacts(IReadOnlyList<Complaint> All)
{
    /// <summary>The talks since the oldest of those began that are open or keep the gate shut.</summary>
    public IReadOnlyList<Interaction> Talks { get; init; } = [];

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

        /// <summary>The talk that somebody senior had after a breach of trust, as far as it was noted as a talk; null when there is none.</summary>
        public Interaction? SeniorTalk(Complaint complaint)
        {
            ArgumentNullException.ThrowIfNull(complaint);
            return complaint.BreachAt is { } breach && facts.Of<ComplaintFacts>() is { } known ? BreachOfTrust.SeniorTalk(known.Talks, facts.Roster, breach, facts.Calendar) : null;
        }

        /// <summary>
        /// How the last contacts about a complaint were made that were all in writing, latest first: noted talks, and steps that say how. What does
        /// not say how is passed over, for it may be about a talk that was noted.
        /// </summary>
        public IReadOnlyList<InteractionKind> LastWritten(Complaint complaint)
        {
            ArgumentNullException.ThrowIfNull(complaint);
            var opened = facts.Calendar.DateOf(complaint.OpenedAt);
            var talks = (facts.Of<ComplaintFacts>()?.Talks ?? []).Where(talk => talk.On >= opened && talk.RecordedAt >= complaint.OpenedAt).Select(talk => (talk.RecordedAt, talk.Kind));
            var steps = complaint.Steps.Where(step => step.How is not null).Select(step => (step.At, step.How!.Value));
            return [.. talks.Concat(steps).OrderByDescending(contact => contact.Item1).Select(contact => contact.Item2).TakeWhile(Interactions.Talks.IsWritten)];
        }
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
    public bool TellsOfTalks => true;

    private static readonly Duration RecentlyClosed = FirstTalks.Known;

    public Func<Guid, object?> Read(QueryBatch batch, Instant now)
    {
        var recently = now - RecentlyClosed;
        var asked = new Asked(batch.AccountIds, recently);
        var complaints = batch.Add(asked, Wanted).ByAccount();
        batch.Add(asked, static (store, asked) =>
        {
            var wanted = Wanted(store, asked);
            return store.ComplaintSteps.Where(step => wanted.Any(complaint => complaint.Id == step.ComplaintId));
        });
        var talks = batch.Add(asked, static (store, asked) =>
        {
            var all = store.Complaints.IgnoreAutoIncludes();
            return store.Interactions.OnlyTalks().Where(talk => asked.AccountIds.Contains(talk.AccountId)
                && all.Any(complaint => complaint.AccountId == talk.AccountId && (complaint.ClosedAt == null || complaint.IsCoolingDown) && complaint.OpenedAt <= talk.RecordedAt)).AsNoTracking();
        }, typeof(Complaint)).ByAccount();
        var closed = batch.Add(asked, static (store, asked) =>
        {
            var all = store.Complaints.IgnoreAutoIncludes();
            return store.Accounts.Where(account => asked.AccountIds.Contains(account.Id)).Select(account => new ClosedComplaints
            {
                AccountId = account.Id,
                Count = all.Count(complaint => complaint.AccountId == account.Id && complaint.ClosedAt != null),
                Confirmed = all.Count(complaint => complaint.AccountId == account.Id && complaint.State == ComplaintState.Confirmed),
            }).Where(counted => counted.Count > 0);
        }, typeof(Complaint));
        var closedOf = new Lazy<Dictionary<Guid, ClosedComplaints>>(() => closed.All.ToDictionary(counted => counted.AccountId));
        return accountId => complaints(accountId) is { Count: > 0 } known
            ? new ComplaintFacts([.. known.Where(complaint => complaint.ClosedAt is null || complaint.ClosedAt > recently || complaint.IsCoolingDown)])
            {
                Talks = talks(accountId),
                LastTouched = known.MaxBy(LastWord),
                Closed = closedOf.Value.GetValueOrDefault(accountId) ?? new ClosedComplaints(),
            }
            : null;
    }

    private static IQueryable<Complaint> Wanted(Store store, Asked asked)
    {
        var words = store.ComplaintSteps.OnlyWithClient();
        var last = store.Accounts.Where(account => asked.AccountIds.Contains(account.Id)).Select(account => words
            .Where(step => step.AccountId == account.Id && step.MemberId != null).OrderByDescending(step => step.At).Select(step => (Guid?)step.ComplaintId).FirstOrDefault());
        return store.Complaints.IgnoreAutoIncludes().Where(complaint => asked.AccountIds.Contains(complaint.AccountId)
            && (complaint.ClosedAt == null || complaint.ClosedAt > asked.Recently || complaint.IsCoolingDown || last.Contains(complaint.Id)));
    }

    private sealed record Asked(IReadOnlyList<Guid> AccountIds, Instant Recently);

    public IEnumerable<ClientTalk> TalksIn(object facts, WorkingCalendar calendar)
    {
        var known = (ComplaintFacts)facts;
        return known.All.Append(known.LastTouched).OfType<Complaint>().Distinct().SelectMany(complaint => complaint.Steps.Where(IsWord).Select(step =>
            new ClientTalk(complaint.AccountId, calendar.DateOf(step.At), step.MemberId!.Value, step.At, step.How, complaint.ContactId) { IsTheirs = step.Kind is ComplaintStepKind.Opened or ComplaintStepKind.Chased }));
    }

    public IQueryable<Guid>? Waiting(Store store, Instant now) => store.Complaints.Where(complaint => complaint.ClosedAt == null).Select(complaint => complaint.AccountId);

    private static Instant? LastWord(Complaint complaint) => complaint.Steps.Where(IsWord).Max(step => (Instant?)step.At);

    /// <summary>Somebody of us had a word with the client.</summary>
    private static bool IsWord(ComplaintStep step) => step.MemberId is not null && step.Kind.IsWithClient;
}
