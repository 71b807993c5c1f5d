using System.Diagnostics;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Storage;
using Microsoft.Extensions.Logging;

namespace AccountNudge.Core.Posting;

/// <summary>
/// Posts what is due: batches due nudges into posts, claims posts, and has them delivered and renewed. A post is written down before
/// it is sent and marked when it stands there; when a node dies in between, the next one asks the platform whether it stands there
/// before it sends again.
/// </summary>
public sealed partial class Dispatcher(Stores stores, IMessenger messenger, IClock clock, ILogger<Dispatcher> logger)
{
    /// <summary>How many posts are claimed at a time.</summary>
    private const int MostClaims = 100;

    /// <summary>With so many places under way, nothing more is claimed.</summary>
    private const int MostPlaces = 64;

    /// <summary>How many work with the database at once.</summary>
    private const int MostStores = 8;

    /// <summary>Real time after which one looks again for what has fallen due meanwhile.</summary>
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    private readonly LimitedStores limited = new(stores, MostStores);
    private readonly PostBatching batching = new(stores, logger);

    /// <summary>Real time a node may work on a post before another may take over; longer than any single call to a platform.</summary>
    public Duration Lease { get; init; } = Duration.FromSeconds(90);

    /// <summary>Batches what is due, and delivers and renews posts meanwhile, until nothing is left; how much was done.</summary>
    public async Task<int> Run(Instant now, CancellationToken cancellation)
    {
        var platform = new TimeLimitedMessenger(messenger, (Lease * 2 / 3).ToTimeSpan(), logger);
        var delivery = new PostDelivery(limited, platform, clock, Lease, logger);
        var renewal = new PostRenewal(limited, platform, clock, Lease);
        var deliveries = new PlaceWorkers((post, ending) => Work(post, claim => delivery.Deliver(claim, post.ReadAhead, ending), ending), Release);
        var renewals = new PlaceWorkers((post, ending) => Work(post, claim => renewal.Renew(claim, post.ReadAhead, ending), ending), Release);
        var (done, sinceBatching, batches) = (0, Stopwatch.StartNew(), Task.Run(() => batching.Run(now, cancellation), CancellationToken.None));
        try
        {
            while (true)
            {
                // As of before the claims: what is batched after them is claimed in another turn.
                var isBatched = batches.IsCompleted;
                var more = await Claim(deliveries, renewals, cancellation);
                if (isBatched && deliveries.Workers.Count + renewals.Workers.Count == 0) return done + await batches;
                var isIdle = !more && deliveries.Workers.Count + renewals.Workers.Count == 0;
                if (!more) await Task.WhenAny(Task.WhenAll([batches, .. deliveries.Workers, .. renewals.Workers]), Task.Delay(LookInterval, cancellation));
                // There was nothing to claim, and no batch has added anything.
                if (isIdle && batches.IsCompletedSuccessfully && await batches == 0) return done;
                done += await deliveries.Collect() + await renewals.Collect();
                if (!isBatched || sinceBatching.Elapsed <= LookInterval) continue;
                // What falls due meanwhile does not wait for those who wait.
                done += await batches;
                batches = Task.Run(() => batching.Run(clock.GetCurrentInstant(), cancellation), CancellationToken.None);
                sinceBatching.Restart();
            }
        }
        finally
        {
            // Nothing goes on once this has returned, whatever went wrong.
            await ((Task)Task.WhenAll([batches, .. deliveries.Workers, .. renewals.Workers])).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Claims what there is room for and starts work on it; whether there is room and may be more to claim.</summary>
    private async Task<bool> Claim(PlaceWorkers deliveries, PlaceWorkers renewals, CancellationToken cancellation)
    {
        var more = false;
        if (HasRoom())
        {
            var posts = await limited.Do(Scope.Nothing, store => store.ClaimPosts(MostClaims, Lease, cancellation), cancellation);
            deliveries.Start(await ReadAhead(posts, cancellation), cancellation);
            more = posts.Count == MostClaims;
        }

        if (HasRoom())
        {
            var posts = await limited.Do(Scope.Nothing, store => store.ClaimStalePosts(MostClaims, Lease, cancellation), cancellation);
            renewals.Start(await ReadAhead(posts, cancellation), cancellation);
            more |= posts.Count == MostClaims;
        }

        return more && HasRoom();

        bool HasRoom() => deliveries.Workers.Count + renewals.Workers.Count < MostPlaces;
    }

    /// <summary>Reads what claimed posts say, workspace by workspace, so that it is not read for each of them.</summary>
    private async Task<IReadOnlyList<ClaimedPost>> ReadAhead(IReadOnlyList<PostClaim> claims, CancellationToken cancellation)
    {
        var contents = new Dictionary<Guid, PostContent>();
        // One that may stand there already is read alone, when that is known.
        foreach (var workspace in claims.Where(claim => claim.Post is { TeamId: not null, FirstTriedAt: null } or { TeamId: not null, State: PostState.Posted }).GroupBy(claim => claim.Post.WorkspaceId))
        {
            var scope = new Scope(workspace.Key, [.. workspace.Select(claim => claim.Post.TeamId!.Value).Distinct()]);
#pragma warning disable CA1031 // Whatever it is, each post is read alone then, and the one that causes it is found.
            try
            {
                var posts = workspace.Select(claim => claim.Post).ToList();
                foreach (var content in await limited.Do(scope, store => store.ReadPosts(posts, clock.GetCurrentInstant(), cancellation), cancellation)) contents[content.Post.Id] = content;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogNotReadAhead(logger, workspace.Key, failure.GetType().Name);
            }
#pragma warning restore CA1031
        }

        return [.. claims.Select(claim => new ClaimedPost(claim, contents.GetValueOrDefault(claim.Post.Id)))];
    }

    private async Task<PostOutcome> Work(ClaimedPost post, Func<PostClaim, Task<PostOutcome>> work, CancellationToken cancellation)
    {
        try
        {
            var claim = post.Claim;
            if (claim.Until - claim.DatabaseNow(Lease) < Lease / 2)
                claim = await limited.Do(claim.Scope, store => store.Prolong(claim, Lease, cancellation), cancellation) ?? throw new DbUpdateConcurrencyException();
            return await work(claim);
        }
        catch (DbUpdateConcurrencyException)
        {
            LogTakenOver(logger, post.Claim.Post.Id);
        }
#pragma warning disable CA1031 // One post that cannot be rendered or sent must not keep the others from going out.
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(logger, post.Claim.Post.Id, failure.GetType().Name);
        }
#pragma warning restore CA1031

        return default;
    }

    private async Task Release(IReadOnlyList<PostClaim> claims, Instant until, CancellationToken cancellation)
    {
        foreach (var together in claims.GroupBy(claim => (claim.Post.WorkspaceId, claim.Until)))
        {
            var (ids, lease) = (together.Select(claim => claim.Post.Id).ToList(), together.Key.Until);
            await limited.Do(
                together.First().Scope,
                store => store.Posts.Where(post => ids.Contains(post.Id) && post.LeaseUntil == lease)
                    .InKeyOrder(store, posts => posts.ExecuteUpdateAsync(set => set.SetProperty(post => post.LeaseUntil, until), cancellation), cancellation),
                cancellation);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Post {PostId} was taken over by another node")]
    private static partial void LogTakenOver(ILogger logger, Guid postId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Post {PostId} failed ({Failure}); tried again when its lease ends")]
    private static partial void LogFailed(ILogger logger, Guid postId, string failure);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Posts of workspace {WorkspaceId} could not be read together ({Failure}); each is read by itself")]
    private static partial void LogNotReadAhead(ILogger logger, Guid workspaceId, string failure);
}
