using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Core.Cadences;

/// <summary>What was agreed with an account's client.</summary>
public sealed record CadenceFacts(Cadence Cadence) : IAgreeRhythm
{
    /// <inheritdoc/>
    public AgreedRhythm Rhythm => new()
    {
        FloorDays = Cadence.FloorDays,
        Ceiling = Cadence.Terms.Ceiling,
        Channel = Cadence.Channel,
        IsReserved = Cadence.IsReserved,
        WithoutOccasions = Cadence is { IsReserved: true, WantsOccasions: false },
    };
}

/// <summary>The cadence among the facts of an account.</summary>
public static class CadenceOfFacts
{
    extension(AccountFacts facts)
    {
        /// <summary>What was agreed; null where nothing was.</summary>
        public Cadence? Cadence => facts.Of<CadenceFacts>()?.Cadence;
    }
}

/// <summary>The table of cadences.</summary>
public static class CadenceTables
{
    extension(Store store)
    {
        /// <summary>What was agreed with clients, one row an account at most.</summary>
        public DbSet<Cadence> Cadences => store.Set<Cadence>();
    }
}

/// <summary>Reads <see cref="CadenceFacts"/>.</summary>
internal sealed class CadenceFactsReader : IFactsReader
{
    public bool TellsOfTalks => true;

    public Func<Guid, object?> Read(QueryBatch batch, Instant now)
    {
        var cadences = batch.AddAll<Cadence>().ByAccount();
        return accountId => cadences(accountId) is [var cadence, ..] ? new CadenceFacts(cadence) : null;
    }
}

/// <summary>Maps cadences to their table.</summary>
internal sealed class CadenceMapping : IEntityTypeConfiguration<Cadence>
{
    public void Configure(EntityTypeBuilder<Cadence> builder)
    {
        builder.ToTable("cadences");
        builder.HasIndex(cadence => cadence.AccountId);
        builder.Ignore(cadence => cadence.Terms).Ignore(cadence => cadence.IsEmpty);
    }
}
