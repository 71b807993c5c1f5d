using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Posting;

/// <summary>Renews one claimed post that no longer says how things are.</summary>
/// <param name="stores">The database.</param>
/// <param name="messenger">The chat platforms; answers within the lease.</param>
/// <param name="clock">The product's clock.</param>
/// <param name="lease">How long a post is claimed.</param>
internal sealed class PostRenewal(LimitedStores stores, IMessenger messenger, IClock clock, Duration lease)
{
    /// <summary>Renews it.</summary>
    /// <param name="claim">The claimed post.</param>
    /// <param name="readAhead">Its content as it was when it was claimed, or later; null where it is to be read. What changes after that renews the post once more.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<PostOutcome> Renew(PostClaim claim, PostContent? readAhead, CancellationToken cancellation)
    {
        var content = readAhead ?? await stores.Do(claim.Scope, store => store.ReadPost(claim.Post, clock.GetCurrentInstant(), cancellation), cancellation) ?? throw new DbUpdateConcurrencyException();
        var post = content.Post;
        var answer = string.IsNullOrEmpty(post.MessageId) || content.Announcement() is not { } announcement ? null : await messenger.Update(announcement, cancellation);
        var again = answer is NotNow or Uncertain;
        var next = again ? claim.DatabaseNow(lease) + RetryDelays.After(answer!, RetryDelays.Default) : Claims.Free;
        // What people settle meanwhile counts the edits up: only those are shown that there were before.
        var shown = again ? post.EditsShown : post.Edits;
        await stores.Do(
            claim.Scope,
            store => store.Claimed(post).ExecuteUpdateAsync(set => set.SetProperty(row => row.EditsShown, shown).SetProperty(row => row.LeaseUntil, next), cancellation),
            cancellation);
        return again ? new PostOutcome(false, next) : new PostOutcome(true);
    }
}
