using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Core.Statuses;

/// <summary>An account's agreed status updates and delays.</summary>
public sealed record StatusFacts
{
    /// <summary>What is agreed; null where nothing is.</summary>
    public StatusAgreement? Agreement { get; init; }

    /// <summary>The latest status update by its day; null when there is none.</summary>
    public Interaction? LastSent { get; init; }

    /// <summary>Delays that the client may not know of, and those that were settled within the last weeks.</summary>
    public IReadOnlyList<Delay> Delays { get; init; } = [];

    /// <summary>Words of ours to the client since the first of them.</summary>
    public IReadOnlyList<Interaction> Words { get; init; } = [];

    /// <summary>The first word of ours that the client had after a delay was noted; one of the days before is none.</summary>
    public Interaction? HeardOf(Delay delay, LocalDate notedOn)
    {
        ArgumentNullException.ThrowIfNull(delay);
        return Words.Where(word => word.RecordedAt > delay.NotedAt && word.On >= notedOn).MinBy(word => word.RecordedAt);
    }
}

/// <summary>Status updates and delays among the facts of an account.</summary>
public static class StatusOfFacts
{
    extension(AccountFacts facts)
    {
        /// <summary>See <see cref="StatusFacts.Agreement"/>.</summary>
        public StatusAgreement? StatusAgreement => facts.Of<StatusFacts>()?.Agreement;

        /// <summary>See <see cref="StatusFacts.Delays"/>.</summary>
        public IReadOnlyList<Delay> Delays => facts.Of<StatusFacts>()?.Delays ?? [];

        /// <summary>Delays of which the client has not heard as far as we know, earliest first.</summary>
        public IReadOnlyList<Delay> UntoldDelays => [.. facts.Delays.Where(delay => delay.ToldAt is null && facts.HeardOf(delay) is null).OrderBy(delay => delay.NotedAt)];

        /// <summary>One of <see cref="StatusFacts.Delays"/>; null when it is none of them.</summary>
        public Delay? Delay(Guid id) => facts.Delays.FirstOrDefault(delay => delay.Id == id);

        /// <summary>See <see cref="StatusFacts.HeardOf"/>.</summary>
        public Interaction? HeardOf(Delay delay) => facts.Of<StatusFacts>()?.HeardOf(delay, facts.Calendar.DateOf(delay.NotedAt));
    }
}

/// <summary>The tables of status updates and delays.</summary>
public static class StatusTables
{
    extension(Store store)
    {
        /// <summary>Agreed status updates, one row an account at most.</summary>
        public DbSet<StatusAgreement> StatusAgreements => store.Set<StatusAgreement>();

        /// <summary>Delays.</summary>
        public DbSet<Delay> Delays => store.Set<Delay>();
    }
}

/// <summary>Reads <see cref="StatusFacts"/>, once for status updates and delays.</summary>
internal sealed class StatusFactsReader : IFactsReader
{
    public static readonly StatusFactsReader Instance = new();

    /// <summary>For how long a delay that is settled can be seen among the facts.</summary>
    private static readonly Duration Remembered = Duration.FromDays(30);

    public Func<Guid, object?> Read(QueryBatch batch, Instant now)
    {
        var asked = new Asked(batch.AccountIds, now - Remembered);
        var agreements = batch.AddAll<StatusAgreement>().ByAccount();
        var sent = batch.Add(asked, static (store, asked) =>
        {
            var all = store.Interactions;
            var last = store.StatusAgreements.Where(agreement => asked.AccountIds.Contains(agreement.AccountId)).Select(agreement => all.Where(sent => sent.AccountId == agreement.AccountId && sent.IsStatus)
                .OrderByDescending(sent => sent.On).ThenByDescending(sent => sent.RecordedAt).Select(sent => (Guid?)sent.Id).FirstOrDefault());
            return all.Where(sent => last.Contains(sent.Id));
        }, typeof(StatusAgreement)).ByAccount();
        var delays = batch.Add(asked, Wanted).ByAccount();
        var words = batch.Add(asked, static (store, asked) =>
        {
            var wanted = Wanted(store, asked);
            return store.Interactions.OnlyTalks().Where(word => word.Direction == Direction.We && wanted.Any(delay => delay.AccountId == word.AccountId && delay.NotedAt < word.RecordedAt));
        }, typeof(Delay)).ByAccount();
        return accountId =>
        {
            var facts = new StatusFacts
            {
                Agreement = agreements(accountId) is [var agreement, ..] ? agreement : null,
                LastSent = sent(accountId) is [var latest, ..] ? latest : null,
                Delays = delays(accountId),
                Words = words(accountId),
            };
            return facts.Agreement is null && facts.Delays.Count == 0 ? null : facts;
        };
    }

    private static IQueryable<Delay> Wanted(Store store, Asked asked) => store.Delays.Where(delay =>
        asked.AccountIds.Contains(delay.AccountId) && ((delay.ToldAt == null && delay.HeardAt == null) || delay.NotedAt > asked.Oldest));

    private sealed record Asked(IReadOnlyList<Guid> AccountIds, Instant Oldest);
}

/// <summary>Maps status updates and delays to their tables.</summary>
internal sealed class StatusMapping : IEntityTypeConfiguration<StatusAgreement>, IEntityTypeConfiguration<Delay>
{
    public void Configure(EntityTypeBuilder<StatusAgreement> builder)
    {
        builder.ToTable("status_agreements");
        builder.HasIndex(agreement => agreement.AccountId);
        builder.Ignore(agreement => agreement.Rhythm);
    }

    public void Configure(EntityTypeBuilder<Delay> builder)
    {
        builder.ToTable("delays");
        builder.HasIndex(delay => new { delay.AccountId, delay.NotedAt });
    }
}
