using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Posting;

/// <summary>What becomes of nudges that a place refuses.</summary>
internal static class Redirection
{
    /// <summary>How long a message that is refused for itself is left alone: only other words can help it.</summary>
    private static readonly Duration UntilOtherWords = Duration.FromDays(1);

    /// <summary>
    /// What a person cannot be told goes to the next who can, and so does a severe nudge that its channel refuses; anything else
    /// is held and shown in Today until it is tried again. It never takes a message that is refused itself: of that, every nudge
    /// goes on by its own.
    /// </summary>
    public static async Task Redirect(this Store store, PostContent content, Refused why, Instant now, CancellationToken cancellation)
    {
        foreach (var line in content.Unsaid.ToList())
        {
            var goesOn = line.Nudge.Lane == Lane.Severe || content.Post.MemberId is not null || why.IsOfMessage;
            var readers = goesOn ? await NextReaders(store, line, content.Post, now, cancellation) : [];
            if (readers.FirstOrDefault(reader => reader.From == now) is { } reader) store.Posts.Add(To(reader.Id, line.Nudge, content.Post, now));
            else Hold(line.Nudge, readers.Count > 0 ? readers.Min(later => later.From) : now + (why.IsOfMessage ? UntilOtherWords : UnreachableHomes.Pause));
        }
    }

    /// <summary>Somebody who may be told, from now on or from when their hours begin.</summary>
    private sealed record Reader(Guid Id, Instant From);

    private static void Hold(Nudge nudge, Instant until) =>
        (nudge.State, nudge.Held, nudge.PostId, nudge.RetryAt) = (NudgeState.Held, HeldReason.Undeliverable, null, until);

    private static Post To(Guid reader, Nudge nudge, Post refused, Instant now)
    {
        var post = new Post
        {
            WorkspaceId = refused.WorkspaceId,
            TeamId = refused.TeamId,
            MemberId = reader,
            Key = KeyTo(nudge, reader),
            Kind = PostKind.Severe,
            DecidedAt = now,
            LeaseUntil = Claims.Free,
        };
        (nudge.PostId, nudge.IsDirect) = (post.Id, true);
        return post;
    }

    /// <summary>Those who may be told and were not tried yet, in order.</summary>
    private static async Task<IReadOnlyList<Reader>> NextReaders(Store store, NudgeLine line, Post refused, Instant now, CancellationToken cancellation)
    {
        var (nudge, facts) = (line.Nudge, line.Facts);
        // Whatever nobody wants said any more is told to nobody.
        if (Planner.Plan(facts, now).RequestOf(nudge) is not { } request) return [];
        var readers = Ladder.Instead(nudge, request, facts, facts.Today(now), await Told(store, nudge, request, facts, cancellation));
        var keys = readers.Select(reader => KeyTo(nudge, reader)).ToList();
        var tried = await store.Posts.Where(post => keys.Contains(post.Key)).Select(post => post.Key).ToListAsync(cancellation);
        return [.. readers.Where(reader => reader != refused.MemberId && !tried.Contains(KeyTo(nudge, reader))).Select(reader => Available(reader, facts, now))];
    }

    private static Reader Available(Guid reader, AccountFacts facts, Instant now)
    {
        var hours = PostingHours.Of(facts.Terms, facts.Roster.Find(reader));
        return new Reader(reader, hours.Allow(now) ? now : hours.NextOpening(now));
    }

    /// <summary>Who was named before, and who was told in their place.</summary>
    private static async Task<IReadOnlySet<Guid>> Told(Store store, Nudge nudge, NudgeRequest request, AccountFacts facts, CancellationToken cancellation)
    {
        var below = Planner.SaidBefore(nudge.Rung, request, facts).Where(other => other.Id != nudge.Id).ToList();
        var posts = below.Select(other => other.PostId).ToList();
        var readers = await store.Posts.Where(post => posts.Contains(post.Id)).Select(post => post.MemberId).ToListAsync(cancellation);
        return below.Select(other => other.AddresseeId).Concat(readers).OfType<Guid>().ToHashSet();
    }

    private static string KeyTo(Nudge nudge, Guid reader) => $"nudge:{nudge.Id:N}:{reader:N}";
}
