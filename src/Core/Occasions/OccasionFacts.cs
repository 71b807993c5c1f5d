using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Core.Occasions;

/// <summary>An account's occasions beyond those of the account and its contacts themselves, and what was decided about all of them.</summary>
/// <param name="Choices">What was decided, this year and before.</param>
public sealed record OccasionFacts(IReadOnlyList<OccasionChoice> Choices) : ITellOfSuccess
{
    /// <summary>What was achieved.</summary>
    public IReadOnlyList<Milestone> Milestones { get; init; } = [];

    /// <summary>The occasions that somebody noted.</summary>
    public IReadOnlyList<Occasion> Occasions { get; init; } = [];

    /// <inheritdoc/>
    public LocalDate? LastSuccess => Milestones.Where(milestone => !milestone.IsHonestAdvice).Max(milestone => (LocalDate?)milestone.On);
}

/// <summary>Occasions, and the decisions about them, among the facts of an account.</summary>
public static class OccasionsOfFacts
{
    extension(AccountFacts facts)
    {
        /// <summary>See <see cref="OccasionFacts"/>.</summary>
        public IReadOnlyList<OccasionChoice> Choices => facts.Of<OccasionFacts>()?.Choices ?? [];

        /// <summary>See <see cref="OccasionFacts"/>.</summary>
        public IReadOnlyList<Milestone> Milestones => facts.Of<OccasionFacts>()?.Milestones ?? [];

        /// <summary>See <see cref="OccasionFacts"/>.</summary>
        public IReadOnlyList<Occasion> Occasions => facts.Of<OccasionFacts>()?.Occasions ?? [];

        /// <summary>One of the milestones; null when it is none of them.</summary>
        public Milestone? Milestone(Guid id) => facts.Milestones.FirstOrDefault(milestone => milestone.Id == id);

        /// <summary>One of the occasions; null when it is none of them.</summary>
        public Occasion? Occasion(Guid id) => facts.Occasions.FirstOrDefault(occasion => occasion.Id == id);
    }
}

/// <summary>The tables of occasions and of the decisions about them.</summary>
public static class OccasionTables
{
    extension(Store store)
    {
        /// <summary>Decisions about occasions.</summary>
        public DbSet<OccasionChoice> OccasionChoices => store.Set<OccasionChoice>();

        /// <summary>What was achieved.</summary>
        public DbSet<Milestone> Milestones => store.Set<Milestone>();

        /// <summary>The occasions that somebody noted.</summary>
        public DbSet<Occasion> Occasions => store.Set<Occasion>();
    }
}

/// <summary>Reads <see cref="OccasionFacts"/>, once for all practices of occasions.</summary>
internal sealed class OccasionFactsReader : IFactsReader
{
    public static readonly OccasionFactsReader Instance = new();

    public Func<Guid, object?> Read(QueryBatch batch, Instant now)
    {
        var choices = batch.AddAll<OccasionChoice>().ByAccount();
        var milestones = batch.AddAll<Milestone>().ByAccount();
        var occasions = batch.AddAll<Occasion>().ByAccount();
        return accountId => new OccasionFacts(choices(accountId)) { Milestones = milestones(accountId), Occasions = occasions(accountId) } is var all
            && all.Choices.Count + all.Milestones.Count + all.Occasions.Count > 0 ? all : null;
    }
}

/// <summary>Maps occasions, and the decisions about them, to their tables.</summary>
internal sealed class OccasionMapping : IEntityTypeConfiguration<OccasionChoice>, IEntityTypeConfiguration<Milestone>, IEntityTypeConfiguration<Occasion>
{
    public void Configure(EntityTypeBuilder<OccasionChoice> builder)
    {
        builder.ToTable("occasion_choices");
        builder.HasIndex(choice => choice.Subject);
    }

    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.ToTable("milestones");
        builder.HasIndex(milestone => milestone.AccountId);
    }

    public void Configure(EntityTypeBuilder<Occasion> builder)
    {
        builder.ToTable("occasions");
        builder.HasIndex(occasion => occasion.AccountId);
    }
}
