namespace AccountNudge.Core.Promises;

/// <summary>What was done about a promise.</summary>
public enum PromiseStepKind
{
    /// <summary>It was made.</summary>
    Made,

    /// <summary>Its day was moved in time, and the client knows.</summary>
    Moved,

    /// <summary>Its day was moved in time, but the client does not know.</summary>
    MovedUntold,

    /// <summary>A new day was named after the old one had passed.</summary>
    MovedLate,

    /// <summary>It was kept in time.</summary>
    Kept,

    /// <summary>It was kept after it had been missed.</summary>
    KeptLate,

    /// <summary>It was taken back, and the client knows.</summary>
    Withdrawn,

    /// <summary>The client confirmed that all is well after two misses.</summary>
    Confirmed,
}

/// <summary>One thing that was done about a promise.</summary>
public sealed class PromiseStep : IAccountFact
{
    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>The promise.</summary>
    public required Guid PromiseId { get; init; }

    /// <summary>The how-manieth of its promise; several may happen within one second.</summary>
    public required int Number { get; init; }

    /// <summary>What was done.</summary>
    public required PromiseStepKind Kind { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Who recorded it.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>By which day it was to be kept from then on.</summary>
    public required LocalDate On { get; init; }

    /// <summary>By which time of day, where one was said.</summary>
    public LocalTime? Time { get; init; }

    /// <summary>The change by which it can be taken back; null where it cannot.</summary>
    public Guid? ChangeId { get; init; }
}
