using AccountNudge.Core.Accounts;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AccountNudge.Core.Posting;

/// <summary>
/// Delivers what is due. A post is written down before it is sent and marked when it stands there; when a node dies in
/// between, the next one asks the platform whether it stands there before it sends again.
/// </summary>
#pragma warning disable CA1001 // The semaphore's wait handle is never taken, so there is nothing to dispose of.
public sealed partial class Dispatcher(Stores stores, IMessenger messenger, IClock clock, ILogger<Dispatcher> logger)
#pragma warning restore CA1001
{
    /// <summary>Real time a node may work on a post before another may take over; longer than any single call to a platform.</summary>
    public Duration Lease { get; init; } = Duration.FromSeconds(90);

    private async Task<int> GatherAll(Instant now, CancellationToken cancellation) => await TryAgain(now, cancellation) + await Gather(now, cancellation) + await GatherWeeks(now, cancellation);

    private async Task<int> TryAgain(Instant now, CancellationToken cancellation)
    {
        IReadOnlyList<Scope> due;
        await using (var store = stores.Open(Scope.Nothing)) due = await store.TeamsToTryAgain(now, cancellation);
        var tried = 0;
        foreach (var scope in due) tried += await Try(scope, store => store.TryAgain(now, cancellation), cancellation);
        return tried;
    }

    private async Task<int> Gather(Instant now, CancellationToken cancellation)
    {
        IReadOnlyList<Scope> due;
        await using (var store = stores.Open(Scope.Nothing)) due = await store.TeamsWithDueNudges(now, cancellation);
        var made = 0;
        // Workspaces take turns: each has a platform's limits to itself, and none stands idle until another is through.
        foreach (var (_, scope) in due.GroupBy(scope => scope.WorkspaceId).SelectMany(workspace => workspace.Index()).OrderBy(team => team.Index))
        {
            made += await Try(
                scope,
                async store =>
                {
                    await using var transaction = await store.BeginPlan(cancellation);
                    var posts = await store.Gather(now, cancellation);
                    await transaction.CommitAsync(cancellation);
                    return posts;
                },
                cancellation);
        }

        return made;
    }

    private async Task<int> GatherWeeks(Instant now, CancellationToken cancellation)
    {
        IReadOnlyList<(Guid WorkspaceId, Guid MemberId)> due;
        await using (var store = stores.Open(Scope.Nothing)) due = await store.DueWeeks(now, cancellation);
        var made = 0;
        foreach (var (workspaceId, memberId) in due) made += await Try(new Scope(workspaceId, []), store => GatherWeek(store, memberId, now, cancellation), cancellation);
        return made;
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
            LogNotGathered(logger, scope.WorkspaceId, failure.GetType().Name);
            return 0;
        }
#pragma warning restore CA1031
    }

    private static async Task<int> GatherWeek(Store store, Guid memberId, Instant now, CancellationToken cancellation)
    {
        var teamIds = await store.TeamsOf(store.Scope.WorkspaceId, memberId, cancellation);
        store.Within(store.Scope with { TeamIds = teamIds });
        var member = await store.Members.FirstAsync(member => member.Id == memberId, cancellation);
        if (member.WeekAt is not { } weekAt || weekAt > now) return 0;
        if (await FirstManaged(store, memberId, cancellation) is not { } team)
        {
            member.WeekAt = null;
        }
        else
        {
            var key = FormattableString.Invariant($"week:{memberId:N}:{weekAt.ToUnixTimeSeconds()}");
            store.Posts.Add(new Post { WorkspaceId = store.Scope.WorkspaceId, MemberId = memberId, Key = key, Kind = PostKind.Week, DecidedAt = now, LeaseUntil = Claims.Free });
            member.WeekAt = ManagerWeek.NextAfter(now, team.Settings.Calendar(member.Zone), team.Settings.Morning);
        }

        await store.SavePlan(cancellation);
        return 1;
    }

    /// <summary>The earliest team a member manages, by whose hours their week is said; null when they manage none.</summary>
    private static async Task<AccountTeam?> FirstManaged(Store store, Guid memberId, CancellationToken cancellation)
    {
        var managed = await store.Memberships.Where(place => place.MemberId == memberId && place.IsManager).Select(place => place.TeamId).ToListAsync(cancellation);
        return await store.Teams.Where(team => managed.Contains(team.Id)).OrderBy(team => team.CreatedAt).FirstOrDefaultAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing was gathered for a team of workspace {WorkspaceId} ({Failure}); tried again at the next run")]
    private static partial void LogNotGathered(ILogger logger, Guid workspaceId, string failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Post {PostId} was taken over by another node")]
    private static partial void LogTakenOver(ILogger logger, Guid postId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Post {PostId} failed ({Failure}); tried again when its lease ends")]
    private static partial void LogFailed(ILogger logger, Guid postId, string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The chat platform's client failed with post {Key} ({Failure})")]
    private static partial void LogUncertain(ILogger logger, string key, string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Post {Key} may or may not stand there, and is not sent again")]
    private static partial void LogLeftOpen(ILogger logger, string key);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Post {Key} was refused: {Reason}")]
    private static partial void LogRefused(ILogger logger, string key, string reason);
}
