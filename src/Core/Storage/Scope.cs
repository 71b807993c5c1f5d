namespace AccountNudge.Core.Storage;

/// <summary>What a <see cref="Store"/> may see and write: one workspace, and in it these teams.</summary>
/// <param name="WorkspaceId">The workspace.</param>
/// <param name="TeamIds">The teams; none sees no team's rows.</param>
public sealed record Scope(Guid WorkspaceId, IReadOnlyList<Guid> TeamIds)
{
    /// <summary>One team.</summary>
    public Scope(Guid workspaceId, Guid teamId)
        : this(workspaceId, [teamId])
    {
    }

    /// <summary>Sees nothing.</summary>
    public static readonly Scope Nothing = new(Guid.Empty, []);
}
