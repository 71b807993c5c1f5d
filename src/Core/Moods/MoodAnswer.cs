using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Core.Moods;

/// <summary>What somebody said to the hint at two tense talks in a row.</summary>
public sealed class MoodAnswer : IAccountFact
{
    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>The second of the two talks.</summary>
    public required Guid TalkId { get; init; }

    /// <summary>Something was done about it; otherwise not now.</summary>
    public required bool IsDone { get; init; }

    /// <summary>By whom.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

/// <summary>The table of answers.</summary>
public static class MoodTables
{
    extension(Store store)
    {
        /// <summary>Answers to hints at tense talks.</summary>
        public DbSet<MoodAnswer> MoodAnswers => store.Set<MoodAnswer>();
    }
}

/// <summary>Maps answers to their table.</summary>
internal sealed class MoodMapping : IEntityTypeConfiguration<MoodAnswer>
{
    public void Configure(EntityTypeBuilder<MoodAnswer> builder)
    {
        builder.ToTable("mood_answers");
        builder.HasIndex(answer => answer.AccountId);
    }
}
