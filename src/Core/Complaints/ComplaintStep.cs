namespace AccountNudge.Core.Complaints;

/// <summary>What happened to a complaint.</summary>
public enum ComplaintStepKind
{
    /// <summary>It was logged.</summary>
    Opened,

    /// <summary>We told the client that we have it.</summary>
    Acknowledged,

    /// <summary>We gave the client a word in between.</summary>
    Updated,

    /// <summary>The client had to ask again.</summary>
    Chased,

    /// <summary>We wait for the client.</summary>
    Waiting,

    /// <summary>We told the client it is solved.</summary>
    Resolved,

    /// <summary>The client agreed.</summary>
    Confirmed,

    /// <summary>It confirmed itself by silence.</summary>
    ConfirmedBySilence,

    /// <summary>It was not solved after all.</summary>
    Reopened,

    /// <summary>It was closed as not justified.</summary>
    ClosedUnjustified,
}

/// <summary>One thing that happened to a complaint.</summary>
public sealed class ComplaintStep : INoted
{
    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>The complaint.</summary>
    public required Guid ComplaintId { get; init; }

    /// <summary>The how-manieth of its complaint; several may happen within one second.</summary>
    public required int Number { get; init; }

    /// <summary>What happened.</summary>
    public required ComplaintStepKind Kind { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Who did or recorded it; null when it happened by itself.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>In the words of whoever recorded it.</summary>
    public string Text { get; init; } = "";

    /// <summary>The change by which it can be taken back; null for what happened by itself.</summary>
    public Guid? ChangeId { get; init; }
}
