using AccountNudge.Core.Digests;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Storage;
using Microsoft.Extensions.Logging;

namespace AccountNudge.Core.Posting;

/// <summary>Makes posts of what is due: nudges, managers' weeks, and what could not be delivered and is to be tried again.</summary>
internal sealed partial class PostBatching(Stores stores, ILogger logger)
{
    /// <summary>How many teams of a workspace are batched together, in one transaction.</summary>
    private const int MostTeams = 100;

    /// <summary>Makes posts of everything that is due; how much was done.</summary>
    public async Task<int> Run(Instant now, CancellationToken cancellation)
    {
        await using (var store = stores.Open(Scope.Nothing))
        {
            if (!await store.HasAnythingToBatch(now, cancellation)) return 0;
        }

        return await TryAgain(now, cancellation) + await BatchNudges(now, cancellation) + await BatchWeeks(now, cancellation);
    }

    private async Task<int> TryAgain(Instant now, CancellationToken cancellation)
    {
        IReadOnlyList<Scope> due;
        await using (var store = stores.Open(Scope.Nothing)) due = await store.TeamsToTryAgain(now, cancellation);
        var tried = 0;
        foreach (var scope in due) tried += await Try(scope, store => store.TryAgain(now, cancellation), cancellation);
        return tried;
    }

    private async Task<int> BatchNudges(Instant now, CancellationToken cancellation)
    {
        IReadOnlyList<Scope> due;
        await using (var store = stores.Open(Scope.Nothing)) due = await store.TeamsWithDueNudges(now, cancellation);
        var made = 0;
        // Workspaces take turns: each has a platform's limits to itself, and none stands idle until another is through.
        foreach (var (_, teams) in due.GroupBy(team => team.WorkspaceId).SelectMany(workspace => workspace.Chunk(MostTeams).Index()).OrderBy(turn => turn.Index))
            made += await BatchNudges(teams, now, cancellation);
        return made;
    }

    /// <summary>Some teams of one workspace in one go; when that fails because of one of them, or of whoever was faster, each by itself.</summary>
    private async Task<int> BatchNudges(Scope[] teams, Instant now, CancellationToken cancellation)
    {
#pragma warning disable CA1031 // Whatever it is, batching each by itself finds the team that causes it.
        try
        {
            if (teams.Length > 1)
            {
                await using var store = stores.Open(new Scope(teams[0].WorkspaceId, [.. teams.SelectMany(team => team.TeamIds)]));
                return await BatchNudges(store, now, cancellation);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogApart(logger, teams.Length, failure.GetType().Name);
        }
#pragma warning restore CA1031

        var made = 0;
        foreach (var team in teams) made += await Try(team, store => BatchNudges(store, now, cancellation), cancellation);
        return made;
    }

    private static async Task<int> BatchNudges(Store store, Instant now, CancellationToken cancellation)
    {
        await using var transaction = await store.BeginPlan(cancellation);
        var made = await store.BatchNudges(now, cancellation);
        await transaction.CommitAsync(cancellation);
        return made;
    }

    private async Task<int> BatchWeeks(Instant now, CancellationToken cancellation)
    {
        IReadOnlyList<(Guid WorkspaceId, Guid MemberId)> due;
        await using (var store = stores.Open(Scope.Nothing)) due = await store.DueWeeks(now, cancellation);
        var made = 0;
        foreach (var (workspaceId, memberId) in due) made += await Try(new Scope(workspaceId, []), store => BatchWeek(store, memberId, now, cancellation), cancellation);
        return made;
    }

    private static async Task<int> BatchWeek(Store store, Guid memberId, Instant now, CancellationToken cancellation)
    {
        var member = await store.Members.FirstAsync(member => member.Id == memberId, cancellation);
        if (member.WeekAt is not { } weekAt || weekAt > now) return 0;
        if (await store.ManagedTeams(memberId, cancellation) is [var team, ..])
        {
            var key = FormattableString.Invariant($"week:{memberId:N}:{weekAt.ToUnixTimeSeconds()}");
            store.Posts.Add(new Post { WorkspaceId = store.Scope.WorkspaceId, MemberId = memberId, Key = key, Kind = PostKind.Week, DecidedAt = now, LeaseUntil = Claims.Free });
            member.WeekAt = ManagerWeek.NextAfter(now, team.Settings.Calendar(member), team.Settings.Morning);
        }
        else
        {
            member.WeekAt = null;
        }

        await store.SavePlan(cancellation);
        return 1;
    }

    /// <summary>
    /// Does something within one scope. Another node may be doing the same, or a command may have changed an account in between:
    /// then it is done anew. One team that fails does not keep the others waiting.
    /// </summary>
    private async Task<int> Try(Scope scope, Func<Store, Task<int>> work, CancellationToken cancellation)
    {
#pragma warning disable CA1031 // Whatever it is, it is logged, and the next run tries again.
        try
        {
            return await Retries.OnConflict(
                async () =>
                {
                    await using var store = stores.Open(scope);
                    return await work(store);
                },
                cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogNotBatched(logger, scope.WorkspaceId, failure.GetType().Name);
            return 0;
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The due nudges of {Count} teams could not be batched together ({Failure}); each team's are by themselves")]
    private static partial void LogApart(ILogger logger, int count, string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing was batched for a team of workspace {WorkspaceId} ({Failure}); tried again at the next run")]
    private static partial void LogNotBatched(ILogger logger, Guid workspaceId, string failure);
}
