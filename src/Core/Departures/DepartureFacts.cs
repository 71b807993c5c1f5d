using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Core.Departures;

/// <summary>An account's departures, with the talks that may have been the first ones with whoever follows.</summary>
public sealed record DepartureFacts(IReadOnlyList<Departure> All, IReadOnlyList<Interaction> Talks)
{
    /// <summary>The first talk with whoever follows that was noted since the departure was; null when there is none.</summary>
    public Interaction? FirstTalk(Departure departure)
    {
        ArgumentNullException.ThrowIfNull(departure);
        return departure.SuccessorContactId is { } successor
            ? Talks.Where(talk => talk.ContactId == successor && talk.IsSubstantive && talk.RecordedAt >= departure.NotedAt).MinBy(talk => talk.RecordedAt)
            : null;
    }

    /// <summary>Something is still to be done about them, earliest first.</summary>
    public IEnumerable<Departure> Open => All.Where(departure => departure.IsUnsettled && FirstTalk(departure) is null).OrderBy(departure => departure.NotedAt);
}

/// <summary>Departures among the facts of an account.</summary>
public static class DeparturesOfFacts
{
    extension(AccountFacts facts)
    {
        /// <summary>See <see cref="DepartureFacts.Open"/>. Once whoever was to follow has left as well, their own departure takes over.</summary>
        public IReadOnlyList<Departure> OpenDepartures =>
            [.. (facts.Of<DepartureFacts>()?.Open ?? []).Where(departure => !facts.Contacts.Any(contact => contact.Id == departure.SuccessorContactId && contact.State == ContactState.Left))];

        /// <summary>One of the account's departures; null when it is none of them.</summary>
        public Departure? Departure(Guid id) => facts.Of<DepartureFacts>()?.All.FirstOrDefault(departure => departure.Id == id);

        /// <summary>The last departure of a contact; null when they never left.</summary>
        public Departure? DepartureOf(Guid contactId) => facts.Of<DepartureFacts>()?.All.Where(departure => departure.ContactId == contactId).MaxBy(departure => departure.NotedAt);

        /// <summary>See <see cref="DepartureFacts.FirstTalk"/>.</summary>
        public Interaction? FirstTalk(Departure departure) => facts.Of<DepartureFacts>()?.FirstTalk(departure);
    }
}

/// <summary>The table of departures.</summary>
public static class DepartureTables
{
    extension(Store store)
    {
        /// <summary>Departures.</summary>
        public DbSet<Departure> Departures => store.Set<Departure>();
    }
}

/// <summary>Reads <see cref="DepartureFacts"/>.</summary>
internal sealed class DepartureFactsReader : IFactsReader
{
    public Func<Guid, object?> Read(QueryBatch batch, IReadOnlyList<Guid> accountIds, Instant now)
    {
        var (store, all) = (batch.Store, batch.Store.Interactions.OnlyTalks());
        var departures = batch.Add(store.Departures.Where(departure => accountIds.Contains(departure.AccountId))).ByAccount();
        // One row a departure, however much was said since.
        var first = store.Departures.Where(departure => accountIds.Contains(departure.AccountId) && departure.SuccessorContactId != null).Select(departure => all
            .Where(talk => talk.AccountId == departure.AccountId && talk.ContactId == departure.SuccessorContactId && talk.RecordedAt >= departure.NotedAt)
            .OrderBy(talk => talk.RecordedAt).Select(talk => (Guid?)talk.Id).FirstOrDefault());
        var talks = batch.Add(store.Interactions.Where(talk => first.Contains(talk.Id))).ByAccount();
        return accountId => departures(accountId) is { Count: > 0 } known ? new DepartureFacts(known, talks(accountId)) : null;
    }
}

/// <summary>Maps departures to their table.</summary>
internal sealed class DepartureMapping : IEntityTypeConfiguration<Departure>
{
    public void Configure(EntityTypeBuilder<Departure> builder)
    {
        builder.ToTable("departures");
        builder.HasIndex(departure => departure.AccountId);
    }
}
