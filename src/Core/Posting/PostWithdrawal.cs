using AccountNudge.Core.Nudges;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Posting;

/// <summary>Posts that were never tried and are not said as they are.</summary>
internal static class PostWithdrawal
{
    /// <summary>Real time after which somebody's hours are looked at again; they may be changed meanwhile.</summary>
    private static readonly Duration UntilNextLook = Duration.FromMinutes(1);

    /// <summary>Drops nudges that will not go out in their post; their accounts are looked at again, for they may be wanted elsewhere.</summary>
    public static async Task Drop(this Store store, IReadOnlyList<Nudge> nudges, CancellationToken cancellation)
    {
        store.Nudges.RemoveRange(nudges);
        await store.SavePlan(cancellation, wake: [.. nudges.Select(nudge => nudge.AccountId).Distinct()]);
    }

    /// <summary>Ends a post and drops what it has yet to say.</summary>
    public static Task GiveUp(this Store store, PostContent content, CancellationToken cancellation)
    {
        (content.Post.State, content.Post.LeaseUntil) = (PostState.Refused, Claims.Free);
        return store.Drop([.. content.Unsaid.Select(line => line.Nudge)], cancellation);
    }

    /// <summary>Leaves a post as it is for a while.</summary>
    public static async Task<PostOutcome> LetWait(this Store store, Post post, Instant databaseNow, CancellationToken cancellation)
    {
        post.LeaseUntil = databaseNow + UntilNextLook;
        await store.SavePlan(cancellation);
        return new PostOutcome(false);
    }

    /// <summary>Takes a post back, so that what it says goes into another one from an instant on.</summary>
    public static async Task PutOff(this Store store, PostContent content, Instant until, CancellationToken cancellation)
    {
        var post = content.Post;
        if (post.Kind == PostKind.Week) await PutOffWeek(store, post, until, cancellation);
        // With the post goes its key, so that the day still has its one morning message.
        foreach (var line in content.Unsaid) (line.Nudge.State, line.Nudge.PostId, line.Nudge.RetryAt) = (NudgeState.Planned, null, until);
        store.Posts.Remove(post);
        await store.SavePlan(cancellation);
    }

    /// <summary>Unless a later one has been made meanwhile, which says it all.</summary>
    private static async Task PutOffWeek(Store store, Post post, Instant until, CancellationToken cancellation)
    {
        if (await store.Posts.AnyAsync(later => later.Kind == PostKind.Week && later.MemberId == post.MemberId && later.DecidedAt > post.DecidedAt, cancellation)) return;
        var member = await store.Members.FirstAsync(member => member.Id == post.MemberId, cancellation);
        member.WeekAt = Instant.Min(member.WeekAt ?? until, until);
    }
}
