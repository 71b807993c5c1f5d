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

    /// <summary>The workspace; more than one only for a job that reviews accounts of many teams in one go.</summary>
    internal IReadOnlyList<Guid> WorkspaceIds { get; private init; } = [WorkspaceId];

    /// <summary>Teams of whichever workspaces, for a job; what it reads it keeps apart by account and team.</summary>
    internal static Scope Across(IEnumerable<(Guid WorkspaceId, Guid TeamId)> teams)
    {
        var all = teams.Distinct().ToList();
        return new Scope(Guid.Empty, [.. all.Select(team => team.TeamId)]) { WorkspaceIds = [.. all.Select(team => team.WorkspaceId).Distinct()] };
    }
}
