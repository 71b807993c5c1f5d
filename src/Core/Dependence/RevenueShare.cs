using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Core.Dependence;

/// <summary>
/// How much of the revenue comes from one client, as a manager said (practice H8), and what is planned for the day it does not. For managers
/// alone: it stands in no brief, no list, no story and no search.
/// </summary>
public sealed class RevenueShare : IAccountFact
{
    /// <summary>Above so much of the revenue a team leans on a client.</summary>
    public const int MuchPercent = 25;

    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>In percent, 1 to 100.</summary>
    public int Percent { get; private set; }

    /// <summary>Since which day it is more than <see cref="MuchPercent"/>; null while it is not.</summary>
    public LocalDate? MuchSince { get; private set; }

    /// <summary>The next step towards standing without them; empty while nobody noted one.</summary>
    public string PlanB { get; private set; } = "";

    /// <summary>Who said so last.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>When.</summary>
    public Instant SaidAt { get; private set; }

    /// <summary>A manager says how much it is, and perhaps what the next step is.</summary>
    /// <param name="percent">In percent.</param>
    /// <param name="planB">The step; empty leaves it as it is.</param>
    /// <param name="memberId">Who.</param>
    /// <param name="now">When.</param>
    /// <param name="today">The day.</param>
    public void Say(int? percent, string planB, Guid memberId, Instant now, LocalDate today)
    {
        if ((percent ?? Percent) is < 1 or > 100) throw new RefusalException(percent is null ? DependenceRefusals.NoShare : DependenceRefusals.NoPercent);
        Percent = percent ?? Percent;
        MuchSince = Percent > MuchPercent ? MuchSince ?? today : null;
        if (!string.IsNullOrWhiteSpace(planB)) PlanB = planB;
        (MemberId, SaidAt) = (memberId, now);
    }
}

/// <summary>Why something cannot be said about a share.</summary>
internal static class DependenceRefusals
{
    public static readonly Text NoPercent = new($"A share is a whole number of percent from 1 to 100.", $"Ein Anteil ist eine ganze Zahl von 1 bis 100 Prozent.");
    public static readonly Text NoShare = new($"Please say how much it is first, such as 30 %.", $"‹Sag|Sagen Sie› bitte erst, wie viel es ist, etwa 30 %.");
}

/// <summary>The share of an account.</summary>
/// <param name="Share">The share.</param>
public sealed record DependenceFacts(RevenueShare Share);

/// <summary>The table of shares.</summary>
public static class DependenceTables
{
    extension(Store store)
    {
        /// <summary>How much of the revenue comes from accounts, one row an account at most.</summary>
        public DbSet<RevenueShare> RevenueShares => store.Set<RevenueShare>();
    }
}

/// <summary>Maps shares to their table.</summary>
internal sealed class DependenceMapping : IEntityTypeConfiguration<RevenueShare>
{
    public void Configure(EntityTypeBuilder<RevenueShare> builder)
    {
        builder.ToTable("revenue_shares");
        builder.HasIndex(share => share.AccountId);
    }
}

/// <summary>Reads <see cref="DependenceFacts"/>.</summary>
internal sealed class DependenceFactsReader : IFactsReader
{
    public Func<Guid, object?> Read(QueryBatch batch, Instant now)
    {
        var shares = batch.AddAll<RevenueShare>().ByAccount();
        return accountId => shares(accountId) is [var share, ..] ? new DependenceFacts(share) : null;
    }
}
