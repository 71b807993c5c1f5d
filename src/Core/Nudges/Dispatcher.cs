using AccountNudge.Core.Accounts;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AccountNudge.Core.Nudges;

/// <summary>
/// Delivers what is due. A post is written down before it is sent and marked when it stands there; when a node dies in
/// between, the next one asks the platform whether it stands there before it sends again.
/// </summary>
public sealed partial class Dispatcher(Stores stores, IMessenger messenger, IClock clock, ILogger<Dispatcher> logger)
{
    private const int Most = 100;
    private const int PlacesAtOnce = 8;

    /// <summary>Real time a node may work on a post before another may take over; longer than any single call to a platform.</summary>
    public Duration Lease { get; init; } = Duration.FromSeconds(90);

    /// <summary>Gathers, delivers and renews what is due; how much was done.</summary>
    public async Task<int> Run(Instant now, CancellationToken cancellation) =>
        await Gather(now, cancellation) + await GatherWeeks(now, cancellation) + await Deliver(cancellation) + await Renew(cancellation);

    private async Task<int> Gather(Instant now, CancellationToken cancellation)
    {
        IReadOnlyList<Scope> due;
        await using (var store = stores.Open(Scope.Nothing)) due = await store.TeamsWithDueNudges(now, cancellation);
        var made = 0;
        foreach (var scope in due)
        {
            try
            {
                await using var store = stores.Open(scope);
                await using var transaction = await store.Database.BeginTransactionAsync(cancellation);
                var posts = await store.Gather(now, cancellation);
                await transaction.CommitAsync(cancellation);
                made += posts;
            }
            catch (DbUpdateException)
            {
                // Another node gathers this team, or a command changed one of its accounts: the next beat sees.
            }
        }

        return made;
    }

    private async Task<int> GatherWeeks(Instant now, CancellationToken cancellation)
    {
        IReadOnlyList<(Guid WorkspaceId, Guid MemberId)> due;
        await using (var store = stores.Open(Scope.Nothing)) due = await store.DueWeeks(now, cancellation);
        foreach (var (workspaceId, memberId) in due)
        {
            try
            {
                await using var store = stores.Open(new Scope(workspaceId, []));
                await GatherWeek(store, memberId, now, cancellation);
            }
            catch (DbUpdateException)
            {
                // Another node has just made it.
            }
        }

        return due.Count;
    }

    private static async Task GatherWeek(Store store, Guid memberId, Instant now, CancellationToken cancellation)
    {
        var teamIds = await store.TeamsOf(store.Scope.WorkspaceId, memberId, cancellation);
        store.Within(store.Scope with { TeamIds = teamIds });
        var member = await store.Members.FirstAsync(member => member.Id == memberId, cancellation);
        var managed = await store.Memberships.Where(place => place.MemberId == memberId && place.IsManager).Select(place => place.TeamId).ToListAsync(cancellation);
        var team = await store.Teams.Where(team => managed.Contains(team.Id)).OrderBy(team => team.CreatedAt).FirstOrDefaultAsync(cancellation);
        if (team is null)
        {
            member.WeekAt = null;
        }
        else
        {
            var key = FormattableString.Invariant($"week:{memberId:N}:{member.WeekAt!.Value.ToUnixTimeSeconds()}");
            store.Posts.Add(new Post { WorkspaceId = store.Scope.WorkspaceId, MemberId = memberId, Key = key, Kind = PostKind.Week, DecidedAt = now, LeaseUntil = Instant.FromUnixTimeSeconds(0) });
            member.WeekAt = ManagerWeek.NextAfter(now, team.Settings.Calendar(member.Zone), team.Settings.Morning);
        }

        await store.SavePlan(cancellation);
    }

    private async Task<int> Deliver(CancellationToken cancellation)
    {
        IReadOnlyList<Claims.Claim> claims;
        await using (var store = stores.Open(Scope.Nothing)) claims = await store.ClaimPosts(Most, Lease, cancellation);
        var options = new ParallelOptions { MaxDegreeOfParallelism = PlacesAtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(claims.GroupBy(claim => claim.Place), options, async (place, ending) =>
        {
            foreach (var claim in place) await Deliver(claim, ending);
        });
        return claims.Count;
    }

    private async Task Deliver(Claims.Claim claim, CancellationToken cancellation)
    {
        try
        {
            await using var store = stores.Open(claim.Scope);
            var post = await store.Posts.FirstAsync(post => post.Id == claim.Id, cancellation);
            await DropSettled(store, post, cancellation);
            if (await store.AnnouncementOf(post, clock.GetCurrentInstant(), cancellation) is not { } announcement)
            {
                post.State = PostState.Refused;
                await store.SavePlan(cancellation);
                return;
            }

            await Record(store, announcement, await Send(store, announcement, cancellation), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            LogTakenOver(logger, claim.Id);
        }
#pragma warning disable CA1031 // One post that cannot be rendered or sent must not keep the others from going out.
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(logger, claim.Id, failure.GetType().Name);
        }
#pragma warning restore CA1031
    }

    /// <summary>What was settled while a post waited to be tried again is not said any more.</summary>
    private async Task DropSettled(Store store, Post post, CancellationToken cancellation)
    {
        if (post.FirstTriedAt is not null || post.TeamId is null) return;
        var now = clock.GetCurrentInstant();
        foreach (var nudge in await store.Nudges.Where(nudge => nudge.PostId == post.Id && nudge.State == NudgeState.Posting).ToListAsync(cancellation))
        {
            var facts = await store.FactsOf(nudge.AccountId, now, cancellation);
            var isWanted = facts is not null && Planner.Plan(facts, now).Wishes.Any(wish => wish.Matter == nudge.Matter && wish.Ask == nudge.Ask && Planner.Cycle(wish, facts) == nudge.Cycle);
            if (!isWanted) store.Nudges.Remove(nudge);
        }

        await store.SavePlan(cancellation);
    }

    private async Task<Delivery> Send(Store store, Announcement announcement, CancellationToken cancellation)
    {
        var post = announcement.Post;
        if (post.FirstTriedAt is not null)
        {
            switch (await messenger.Find(announcement, cancellation))
            {
                case Found found:
                    return new Delivered(found.MessageId);
                case Unknown when post.Kind != PostKind.Severe:
                    return new Delivered("");
            }
        }

        post.FirstTriedAt ??= RealTime();
        post.Attempts++;
        await store.SavePlan(cancellation);
        return await messenger.Post(announcement, cancellation);
    }

    private async Task Record(Store store, Announcement announcement, Delivery delivery, CancellationToken cancellation)
    {
        var post = announcement.Post;
        switch (delivery)
        {
            case Delivered delivered:
                post.State = PostState.Posted;
                post.MessageId = delivered.MessageId;
                await MarkPosted(store, announcement, cancellation);
                break;
            case NotNow notNow:
                post.FirstTriedAt = null;
                post.LeaseUntil = RealTime() + (notNow.After ?? BackOff(post.Attempts));
                await store.SavePlan(cancellation);
                break;
            case Refused refused:
                LogRefused(logger, post.Key, refused.Reason);
                Redirect(store, announcement);
                await store.SavePlan(cancellation);
                break;
            default:
                post.LeaseUntil = RealTime() + BackOff(post.Attempts);
                await store.SavePlan(cancellation);
                break;
        }
    }

    /// <summary>Marks the nudges and wakes their accounts, whose next rungs count from now.</summary>
    private async Task MarkPosted(Store store, Announcement announcement, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        foreach (var line in announcement.Lines.Where(line => line.Nudge.State == NudgeState.Posting))
        {
            line.Nudge.State = NudgeState.Posted;
            line.Nudge.PostedAt = now;
        }

        await using var transaction = await store.Database.BeginTransactionAsync(cancellation);
        await store.SavePlan(cancellation);
        var accountIds = announcement.Lines.Select(line => line.Account.Id).Distinct().ToList();
        await store.Accounts.Where(account => accountIds.Contains(account.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.LookAgainAt, now).SetProperty(account => account.Revision, account => account.Revision + 1), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>A severe nudge that its channel refuses goes to its addressee directly; anything else is held and shown in Today.</summary>
    private static void Redirect(Store store, Announcement announcement)
    {
        var refused = announcement.Post;
        refused.State = PostState.Refused;
        var direct = refused.MemberId is null && refused.Kind == PostKind.Severe ? announcement.Lines[0].Addressee : null;
        foreach (var nudge in announcement.Lines.Select(line => line.Nudge).Where(nudge => nudge.State == NudgeState.Posting))
        {
            (nudge.State, nudge.Held, nudge.PostId) = (NudgeState.Held, HeldReason.Undeliverable, null);
            if (direct is null) continue;
            var post = new Post
            {
                WorkspaceId = refused.WorkspaceId,
                TeamId = refused.TeamId,
                MemberId = direct.Id,
                Key = $"{refused.Key}:direct",
                Kind = PostKind.Severe,
                DecidedAt = refused.DecidedAt,
                LeaseUntil = Instant.FromUnixTimeSeconds(0),
            };
            store.Posts.Add(post);
            (nudge.State, nudge.Held, nudge.PostId, nudge.IsDirect) = (NudgeState.Posting, HeldReason.None, post.Id, true);
        }
    }

    private async Task<int> Renew(CancellationToken cancellation)
    {
        IReadOnlyList<(Guid WorkspaceId, Guid PostId)> stale;
        await using (var store = stores.Open(Scope.Nothing)) stale = await store.StalePosts(Most, cancellation);
        var renewed = 0;
        foreach (var (workspaceId, postId) in stale) renewed += await Renew(workspaceId, postId, cancellation) ? 1 : 0;
        return renewed;
    }

    private async Task<bool> Renew(Guid workspaceId, Guid postId, CancellationToken cancellation)
    {
        await using var store = stores.Open(new Scope(workspaceId, []));
        var post = await store.Posts.FirstAsync(post => post.Id == postId, cancellation);
        if (post.TeamId is { } team) store.Within(new Scope(workspaceId, team));
        var shown = post.Edits;
        if (!string.IsNullOrEmpty(post.MessageId) && await store.AnnouncementOf(post, clock.GetCurrentInstant(), cancellation) is { } announcement
            && await messenger.Update(announcement, cancellation) is NotNow or Uncertain)
        {
            return false;
        }

        await store.Posts.Where(row => row.Id == postId).ExecuteUpdateAsync(set => set.SetProperty(row => row.EditsShown, shown), cancellation);
        return true;
    }

    private static Instant RealTime() => Instant.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());

    private static Duration BackOff(int attempts)
    {
        var most = Math.Min(300, Math.Pow(2, attempts));
#pragma warning disable CA5394 // Spreading retries needs no secrecy.
        return Duration.FromSeconds(Math.Ceiling(most * (0.5 + (Random.Shared.NextDouble() / 2))));
#pragma warning restore CA5394
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Post {PostId} was taken over by another node")]
    private static partial void LogTakenOver(ILogger logger, Guid postId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Post {PostId} failed ({Failure}); tried again when its lease ends")]
    private static partial void LogFailed(ILogger logger, Guid postId, string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Post {Key} was refused: {Reason}")]
    private static partial void LogRefused(ILogger logger, string key, string reason);
}
