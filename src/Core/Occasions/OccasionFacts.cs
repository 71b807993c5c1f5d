using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Core.Occasions;

/// <summary>What was decided about an account's occasions, this year and before.</summary>
public sealed record OccasionFacts(IReadOnlyList<OccasionChoice> Choices);

/// <summary>Decisions about occasions among the facts of an account.</summary>
public static class ChoicesOfFacts
{
    extension(AccountFacts facts)
    {
        /// <summary>See <see cref="OccasionFacts"/>.</summary>
        public IReadOnlyList<OccasionChoice> Choices => facts.Of<OccasionFacts>()?.Choices ?? [];
    }
}

/// <summary>The table of decisions about occasions.</summary>
public static class OccasionTables
{
    extension(Store store)
    {
        /// <summary>Decisions about occasions.</summary>
        public DbSet<OccasionChoice> OccasionChoices => store.Set<OccasionChoice>();
    }
}

/// <summary>Reads <see cref="OccasionFacts"/>, once for birthdays and anniversaries.</summary>
internal sealed class OccasionFactsReader : IFactsReader
{
    public static readonly OccasionFactsReader Instance = new();

    public Func<Guid, object?> Read(QueryBatch batch, IReadOnlyList<Guid> accountIds, Instant now)
    {
        var choices = batch.Add(batch.Store.OccasionChoices.Where(choice => accountIds.Contains(choice.AccountId))).ByAccount();
        return accountId => choices(accountId) is { Count: > 0 } all ? new OccasionFacts(all) : null;
    }
}

/// <summary>Maps decisions about occasions to their table.</summary>
internal sealed class OccasionMapping : IEntityTypeConfiguration<OccasionChoice>
{
    public void Configure(EntityTypeBuilder<OccasionChoice> builder)
    {
        builder.ToTable("occasion_choices");
        builder.HasIndex(choice => choice.Subject);
    }
}
