namespace AccountNudge.Core.Access;

/// <summary>A member's private calendar address: whoever has it reads their occasions, promises and plans. A member has at most one.</summary>
public sealed class CalendarFeed : IWorkspaceOwned
{
    /// <summary>What its secret begins with.</summary>
    public const string Prefix = "ancal";

    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>The SHA-256 of the secret in its address.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>When the address was made.</summary>
    public required Instant MadeAt { get; init; }
}
