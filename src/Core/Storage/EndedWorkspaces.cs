using System.Globalization;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AccountNudge.Core.Storage;

/// <summary>Workspaces from which the bot was removed: they stop at once, and are forgotten a month later.</summary>
public static class EndedWorkspaces
{
    /// <summary>Nothing is planned or said there any more. A workspace nobody has spoken in yet is not there to be ended.</summary>
    public static Task EndWorkspace(this Stores stores, string platform, string externalId, Instant at, CancellationToken cancellation) =>
        Set(stores, platform, externalId, at, cancellation);

    /// <summary>The bot was invited back before all was forgotten: everything goes on.</summary>
    public static Task ResumeWorkspace(this Stores stores, string platform, string externalId, CancellationToken cancellation) =>
        Set(stores, platform, externalId, null, cancellation);

    private static async Task Set(Stores stores, string platform, string externalId, Instant? endedAt, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stores);
        await using var store = stores.Open(Scope.Nothing);
        await store.Workspaces.Where(workspace => workspace.Platform == platform && workspace.ExternalId == externalId && workspace.EndedAt == null == (endedAt != null))
            .ExecuteUpdateAsync(set => set.SetProperty(workspace => workspace.EndedAt, endedAt), cancellation);
    }

    /// <summary>Deletes every row of workspaces that ended before an instant; how many workspaces.</summary>
    public static Task<int> ForgetEndedWorkspaces(this Store store, Instant before, CancellationToken cancellation) =>
        store.AllOrNone(() => Forget(store, store.Workspaces.Where(workspace => workspace.EndedAt < before), cancellation), cancellation);

    /// <summary>Deletes every row of one workspace at once.</summary>
    public static async Task ForgetWorkspace(this Stores stores, string platform, string externalId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stores);
        await using var store = stores.Open(Scope.Nothing);
        var workspaces = store.Workspaces.Where(workspace => workspace.Platform == platform && workspace.ExternalId == externalId);
        await store.AllOrNone(() => Forget(store, workspaces, cancellation), cancellation);
    }

    private static async Task<int> Forget(Store store, IQueryable<Workspace> workspaces, CancellationToken cancellation)
    {
        // Who would forget the same at the same moment waits here, and finds nothing left.
        await store.Lock(workspaces, cancellation);
        var ended = await workspaces.Select(workspace => workspace.Id).ToListAsync(cancellation);
        foreach (var table in DependentsFirst(store.Model))
        {
            var sql = string.Create(CultureInfo.InvariantCulture, $"DELETE FROM {table} WHERE \"WorkspaceId\" = {{0}}");
            foreach (var workspaceId in ended) await store.Database.ExecuteSqlRawAsync(sql, [workspaceId], cancellation);
        }

        return await store.Workspaces.Where(workspace => ended.Contains(workspace.Id)).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>The tables of a workspace's rows, each before those it refers to.</summary>
    private static IEnumerable<string> DependentsFirst(IModel model)
    {
        var waiting = model.GetEntityTypes().Where(type => type.FindProperty(nameof(IWorkspaceOwned.WorkspaceId)) is not null).ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.First(type => !waiting.Exists(other => other != type && other.GetForeignKeys().Any(key => key.PrincipalEntityType == type)));
            waiting.Remove(next);
            yield return next.GetTableName()!;
        }
    }
}
