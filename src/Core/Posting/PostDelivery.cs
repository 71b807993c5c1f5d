using AccountNudge.Core.Nudges;
using AccountNudge.Core.Storage;
using Microsoft.Extensions.Logging;

namespace AccountNudge.Core.Posting;

/// <summary>
/// Delivers one claimed post: reads it and decides, writes the attempt down, sends it, records what became of it. Each of these is a
/// step of its own, and the database is not worked with while the platform is called.
/// </summary>
/// <param name="stores">The database.</param>
/// <param name="messenger">The chat platforms; answers within the lease.</param>
/// <param name="clock">The product's clock.</param>
/// <param name="lease">How long a post is claimed.</param>
/// <param name="logger">Is told keys and reasons, and nothing of clients.</param>
internal sealed partial class PostDelivery(LimitedStores stores, IMessenger messenger, IClock clock, Duration lease, ILogger logger)
{
    /// <summary>How often a post is read again because an account changed between reading and sending.</summary>
    private const int Readings = 5;

    /// <summary>Real time for which nothing else is said in a place after a doubt: the platform may be in trouble.</summary>
    private static readonly Duration PauseInDoubt = Duration.FromSeconds(10);

    /// <summary>Delivers it.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="readAhead">What was read together with other posts. Good for saying the post unless it has changed since; whatever else is to become of it is decided anew.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<PostOutcome> Deliver(PostClaim claim, PostContent? readAhead, CancellationToken cancellation)
    {
        var content = readAhead;
        var decision = content is null ? null : PostDecision.Of(content, clock.GetCurrentInstant());
        for (var reading = 0; reading < Readings; reading++)
        {
            if (decision is PostDecision.Say say && await Send(content!, say.Announcement, claim, cancellation) is { } delivery)
                return await stores.Do(claim.Scope, store => Record(store, content!, delivery, claim, cancellation), cancellation);
            (content, decision, var outcome) = await stores.Do(claim.Scope, store => Prepare(store, claim, cancellation), cancellation);
            if (outcome is { } prepared) return prepared;
        }

        return default;
    }

    /// <summary>Reads the post alone and decides; whatever does not need the platform is done at once.</summary>
    private async Task<(PostContent? Content, PostDecision? Decision, PostOutcome? Outcome)> Prepare(Store store, PostClaim claim, CancellationToken cancellation)
    {
        while (true)
        {
            var now = clock.GetCurrentInstant();
            var content = await store.ReadPost(claim.Post, now, cancellation) ?? throw new DbUpdateConcurrencyException();
            switch (PostDecision.Of(content, now))
            {
                case PostDecision.Say say:
                    return (content, say, null);
                case PostDecision.DropSettled settled:
                    await store.Drop(settled.Nudges, cancellation);
                    break;
                case PostDecision.Wait:
                    return (null, null, await store.LetWait(content.Post, claim.DatabaseNow(lease), cancellation));
                case PostDecision.PutOff putOff:
                    await store.PutOff(content, putOff.Until, cancellation);
                    return (null, null, new PostOutcome(true));
                case PostDecision.HomePaused:
                    return (null, null, await Record(store, content, Refused.Paused, claim, cancellation));
                default:
                    await store.GiveUp(content, cancellation);
                    return (null, null, new PostOutcome(true));
            }
        }
    }

    /// <summary>Sends it, unless it stands there already; null when it has changed since it was read, and is not sent so.</summary>
    private async Task<Delivery?> Send(PostContent content, Announcement announcement, PostClaim claim, CancellationToken cancellation)
    {
        var post = content.Post;
        if (post.FirstTriedAt is not null)
        {
            switch (await messenger.Find(announcement, cancellation))
            {
                case Found found:
                    return new Delivered(found.MessageId);
                case Unknown when !Repetition.IsDue(announcement):
                    return new LeftOpen();
                case Missing:
                    post.IsUncertain = false;
                    break;
                case Unknown:
                    announcement = announcement with { MayBeRepeated = true };
                    break;
                case AskLater later:
                    return new Uncertain(later.After);
            }
        }

        var before = (post.FirstTriedAt, post.Attempts, post.IsUncertain);
        if (!await stores.Do(claim.Scope, store => WriteAttempt(store, content, announcement, claim.DatabaseNow(lease), cancellation), cancellation)) return null;
        var delivery = await messenger.Post(announcement, cancellation);
        // Only this attempt is certain to have failed: an earlier one may still have arrived.
        if (delivery is NotNow) (post.FirstTriedAt, post.Attempts, post.IsUncertain) = before;
        return delivery;
    }

    /// <summary>
    /// Writes down that the post is sent now; false when somebody else has claimed it, or an account or the home has changed since they
    /// were read. The lease begins anew, so that nobody takes over while the call lasts.
    /// </summary>
    private async Task<bool> WriteAttempt(Store store, PostContent content, Announcement announcement, Instant now, CancellationToken cancellation)
    {
        var post = content.Post;
        var (firstTriedAt, attempts, home) = (post.FirstTriedAt ?? now, post.Attempts + 1, announcement.IsDirect ? null : announcement.Address);
        var until = Instant.Max(now + lease, post.LeaseUntil + Duration.FromSeconds(1));
        var written = await AsRead(store, content).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.FirstTriedAt, firstTriedAt).SetProperty(row => row.Attempts, attempts).SetProperty(row => row.Home, home)
                .SetProperty(row => row.IsUncertain, announcement.MayBeRepeated).SetProperty(row => row.LeaseUntil, until),
            cancellation);
        if (written == 0) return false;
        (post.FirstTriedAt, post.Attempts, post.Home, post.IsUncertain, post.LeaseUntil) = (firstTriedAt, attempts, home, announcement.MayBeRepeated, until);
        return true;
    }

    /// <summary>The post's row while all that its content was read from still stands: revisions only grow, so their sum tells whether any has.</summary>
    private static IQueryable<Post> AsRead(Store store, PostContent content)
    {
        var rows = store.Claimed(content.Post);
        var accounts = content.Lines.Select(line => line.Account).DistinctBy(account => account.Id).ToList();
        if (accounts.Count > 0)
        {
            var (ids, revisions) = (accounts.Select(account => account.Id).ToList(), accounts.Sum(account => account.Revision));
            rows = rows.Where(_ => store.Accounts.Where(account => ids.Contains(account.Id)).Sum(account => account.Revision) == revisions);
        }

        if (content.Home is not { } home) return rows;
        var (homeId, pausedUntil) = (home.Id, home.TryHomeAgainAt);
        return rows.Where(_ => store.Teams.Any(team => team.Id == homeId && team.TryHomeAgainAt == pausedUntil));
    }

    private async Task<PostOutcome> Record(Store store, PostContent content, Delivery delivery, PostClaim claim, CancellationToken cancellation)
    {
        var post = content.Post;
        switch (delivery)
        {
            case Delivered delivered:
                await ReachHome(store, content, cancellation);
                await MarkPosted(store, content, delivered.MessageId, isUncertain: false, cancellation);
                return new PostOutcome(true);
            case LeftOpen:
                LogLeftOpen(logger, post.Key);
                await MarkPosted(store, content, post.MessageId, isUncertain: true, cancellation);
                return new PostOutcome(true);
            case Refused refused:
                LogRefused(logger, post.Key, refused.Detail);
                await RecordRefusal(store, post, refused, cancellation);
                return new PostOutcome(true);
            default:
                var now = claim.DatabaseNow(lease);
                var until = now + RetryDelays.After(delivery, post.IsUncertain ? Repetition.Wait(post.Attempts) : RetryDelays.BackOff(post.Attempts));
                await WriteUndelivered(store, post, until, cancellation);
                // A post in doubt may have to wait long; what else is to be said there need not.
                return new PostOutcome(false, delivery is NotNow ? until : Instant.Min(until, now + PauseInDoubt));
        }
    }

    /// <summary>A home that was thought unreachable takes posts again.</summary>
    private async Task ReachHome(Store store, PostContent content, CancellationToken cancellation)
    {
        if (content.Home is not { UnreachableSince: not null } home) return;
        await store.HomeReachable(await store.Teams.FirstAsync(team => team.Id == home.Id, cancellation), clock.GetCurrentInstant(), cancellation);
        await store.SavePlan(cancellation);
    }

    /// <summary>Marks the nudges and the post, and wakes the accounts, whose next rungs count from now: all or nothing.</summary>
    private Task<int> MarkPosted(Store store, PostContent content, string? messageId, bool isUncertain, CancellationToken cancellation)
    {
        var (post, now) = (content.Post, clock.GetCurrentInstant());
        var accountIds = content.Lines.Select(line => line.Account.Id).Distinct().ToList();
        var nudges = store.Nudges.Where(nudge => nudge.PostId == post.Id && nudge.State == NudgeState.Posting);
        return store.AllOrNone(
            async () =>
            {
                if (accountIds.Count > 0) await store.WakeAccounts(accountIds, now, cancellation);
                if (content.Lines.Count == 1) await Mark(nudges);
                else if (content.Lines.Count > 1) await nudges.InKeyOrder(store, Mark, cancellation);
                var marked = await store.Claimed(post).ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.State, PostState.Posted).SetProperty(row => row.MessageId, messageId)
                        .SetProperty(row => row.IsUncertain, isUncertain).SetProperty(row => row.LeaseUntil, Claims.Free),
                    cancellation);
                return marked > 0 ? marked : throw new DbUpdateConcurrencyException();
            },
            cancellation);

        Task<int> Mark(IQueryable<Nudge> said) =>
            said.ExecuteUpdateAsync(set => set.SetProperty(nudge => nudge.State, NudgeState.Posted).SetProperty(nudge => nudge.PostedAt, now), cancellation);
    }

    private async Task RecordRefusal(Store store, Post refused, Refused why, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var content = await store.ReadPost(refused, now, cancellation) ?? throw new DbUpdateConcurrencyException();
        var post = content.Post;
        (post.State, post.LeaseUntil) = (PostState.Refused, Claims.Free);
        await store.Redirect(content, why, now, cancellation);
        if (!why.IsOfMessage && content.Home is { } home) await store.HomeRefused(home, why.Reason, now, cancellation);
        await store.SavePlan(cancellation);
        if (post.Kind == PostKind.Unreachable && !why.IsOfMessage) await store.NoticeRefused(post, now, cancellation);
    }

    private static async Task WriteUndelivered(Store store, Post post, Instant until, CancellationToken cancellation)
    {
        var written = await store.Claimed(post).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.FirstTriedAt, post.FirstTriedAt).SetProperty(row => row.Attempts, post.Attempts)
                .SetProperty(row => row.IsUncertain, post.IsUncertain).SetProperty(row => row.LeaseUntil, until),
            cancellation);
        if (written == 0) throw new DbUpdateConcurrencyException();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Post {Key} may or may not stand there, and is not sent again")]
    private static partial void LogLeftOpen(ILogger logger, string key);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Post {Key} was refused: {Detail}")]
    private static partial void LogRefused(ILogger logger, string key, string detail);
}
