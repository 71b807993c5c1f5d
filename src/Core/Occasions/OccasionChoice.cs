namespace AccountNudge.Core.Occasions;

/// <summary>What someone decided about an occasion.</summary>
public enum OccasionDecision
{
    /// <summary>A card is on its way.</summary>
    CardSent,

    /// <summary>They will ring.</summary>
    Ring,

    /// <summary>Not this year.</summary>
    SkipThisYear,

    /// <summary>Never again.</summary>
    Never,

    /// <summary>Done, in whatever way.</summary>
    Done,
}

/// <summary>A decision about one occasion in one year, shown again a year later.</summary>
public sealed class OccasionChoice : IAccountFact
{
    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>The contact whose birthday it is, the account whose anniversary it is, or the milestone or occasion itself.</summary>
    public required Guid Subject { get; init; }

    /// <summary>The year in which the occasion falls.</summary>
    public required int Year { get; init; }

    /// <summary>What was decided.</summary>
    public required OccasionDecision Decision { get; init; }

    /// <summary>By whom.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}
