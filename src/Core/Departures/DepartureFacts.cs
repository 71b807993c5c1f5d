using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Core.Departures;

/// <summary>An account's departures, with the talks that may have been the first ones with whoever follows.</summary>
public sealed record DepartureFacts(IReadOnlyList<Departure> All, IReadOnlyList<Interaction> Talks);

/// <summary>Departures among the facts of an account.</summary>
public static class DeparturesOfFacts
{
    extension(AccountFacts facts)
    {
        /// <summary>Those about which something is still to be done, earliest first. Once whoever was to follow has left as well, their own departure takes over.</summary>
        public IReadOnlyList<Departure> OpenDepartures =>
            [.. (facts.Of<DepartureFacts>()?.All ?? []).Where(departure => departure.IsUnsettled && !facts.IsIntroduced(departure)
                && !facts.Contacts.Any(contact => contact.Id == departure.SuccessorContactId && contact.State == ContactState.Left)).OrderBy(departure => departure.NotedAt)];

        /// <summary>One of the account's departures; null when it is none of them.</summary>
        public Departure? Departure(Guid id) => facts.Of<DepartureFacts>()?.All.FirstOrDefault(departure => departure.Id == id);

        /// <summary>The last departure of a contact; null when they never left.</summary>
        public Departure? DepartureOf(Guid contactId) => facts.Of<DepartureFacts>()?.All.Where(departure => departure.ContactId == contactId).MaxBy(departure => departure.NotedAt);

        /// <summary>The first talk with whoever follows since the departure was noted; null when there is none, or it cannot be found any more.</summary>
        public ClientTalk? FirstTalk(Departure departure)
        {
            ArgumentNullException.ThrowIfNull(departure);
            return departure.SuccessorContactId is { } successor
                ? facts.FirstTalk(facts.Of<DepartureFacts>()?.Talks ?? [], departure.NotedAt, departure.NotedOn, talk => talk.ContactId == successor)
                : null;
        }

        /// <summary>When whoever follows was first talked to.</summary>
        public Instant? IntroducedAt(Departure departure) =>
            departure.SuccessorContactId is null ? null : facts.FirstTalkAt(facts.FirstTalk(departure), departure.IntroducedAt);

        /// <summary>Whoever follows was talked to.</summary>
        public bool IsIntroduced(Departure departure) => facts.IntroducedAt(departure) is not null;
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
    public Func<Guid, object?> Read(QueryBatch batch, Instant now)
    {
        var departures = batch.AddAll<Departure>().ByAccount();
        var talks = batch.Add(new { batch.AccountIds }, static (store, asked) =>
        {
            var all = store.Interactions.OnlyTalks();
            // One row a departure, however much was said since.
            var first = store.Departures.Where(departure => asked.AccountIds.Contains(departure.AccountId) && departure.SuccessorContactId != null).Select(departure => all
                .Where(talk => talk.AccountId == departure.AccountId && talk.ContactId == departure.SuccessorContactId && talk.RecordedAt >= departure.NotedAt && talk.On >= departure.NotedOn)
                .OrderBy(talk => talk.RecordedAt).Select(talk => (Guid?)talk.Id).FirstOrDefault());
            return store.Interactions.Where(talk => first.Contains(talk.Id));
        }, typeof(Departure)).ByAccount();
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
