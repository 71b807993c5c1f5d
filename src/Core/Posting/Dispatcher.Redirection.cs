using AccountNudge.Core.Accounts;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Posting;

/// <content>What becomes of nudges that a place refuses.</content>
public sealed partial class Dispatcher
{
    /// <summary>How long a message that is refused for itself is left alone: only other words can help it.</summary>
    private static readonly Duration UntilOtherWords = Duration.FromDays(1);

    /// <summary>
    /// What a person cannot be told goes to the next who can, and so does a severe nudge that its channel refuses; anything else
    /// is held and shown in Today until it is tried again. It never takes a message that is refused itself: of that, every nudge
    /// goes on by its own.
    /// </summary>
    private async Task Redirect(Store store, Announcement announcement, Refused why, CancellationToken cancellation)
    {
        var (refused, now) = (announcement.Post, clock.GetCurrentInstant());
        if (await store.Teams.FirstOrDefaultAsync(team => team.Id == refused.TeamId, cancellation) is not { } team) return;
        foreach (var line in announcement.Lines.Where(line => line.Nudge.State == NudgeState.Posting))
        {
            var goesOn = line.Nudge.Lane == Lane.Severe || refused.MemberId is not null || why.IsOfMessage;
            var readers = goesOn ? await NextReaders(store, team, line, refused, now, cancellation) : [];
            if (readers.FirstOrDefault(reader => reader.From == now) is { } reader) store.Posts.Add(To(reader.Id, line.Nudge, refused, now));
            else Hold(line.Nudge, readers.Count > 0 ? readers.Min(later => later.From) : now + (why.IsOfMessage ? UntilOtherWords : Unreachable.Pause));
        }
    }

    /// <summary>Somebody who may be told, from now on or from when their hours begin.</summary>
    private sealed record Reader(Guid Id, Instant From);

    private static void Hold(Nudge nudge, Instant until) =>
        (nudge.State, nudge.Held, nudge.PostId, nudge.PostAt) = (NudgeState.Held, HeldReason.Undeliverable, null, until);

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
    private static async Task<IReadOnlyList<Reader>> NextReaders(Store store, AccountTeam team, NudgeLine line, Post refused, Instant now, CancellationToken cancellation)
    {
        var nudge = line.Nudge;
        var facts = (await store.FactsOf([line.Account], team, now, cancellation))[0];
        // Whatever nobody wants said any more is told to nobody.
        if (Planner.Plan(facts, now).RequestOf(nudge) is not { } request) return [];
        var readers = Ladder.Instead(nudge, request, facts, facts.Today(now), await Told(store, nudge, request, facts, cancellation));
        var keys = readers.Select(reader => KeyTo(nudge, reader)).ToList();
        var tried = await store.Posts.Where(post => keys.Contains(post.Key)).Select(post => post.Key).ToListAsync(cancellation);
        var left = new List<Reader>();
        foreach (var id in readers.Where(reader => reader != refused.MemberId && !tried.Contains(KeyTo(nudge, reader))))
        {
            var hours = await store.HoursOf(team, id, cancellation);
            left.Add(new Reader(id, hours.Allow(now) ? now : hours.NextOpening(now)));
        }

        return left;
    }

    /// <summary>Who was named on the rungs below, and who was told in their place.</summary>
    private static async Task<IReadOnlySet<Guid>> Told(Store store, Nudge nudge, NudgeRequest request, AccountFacts facts, CancellationToken cancellation)
    {
        var below = facts.Nudges.Where(other => other.Matter == nudge.Matter && other.WentOut && other.Rung < nudge.Rung && other.Event == request.Cycle).ToList();
        var posts = below.Select(other => other.PostId).ToList();
        var readers = await store.Posts.Where(post => posts.Contains(post.Id)).Select(post => post.MemberId).ToListAsync(cancellation);
        return below.Select(other => other.AddresseeId).Concat(readers).OfType<Guid>().ToHashSet();
    }

    private static string KeyTo(Nudge nudge, Guid reader) => $"nudge:{nudge.Id:N}:{reader:N}";
}
