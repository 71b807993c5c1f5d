using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Posting;

/// <summary>What became of a claimed post for now.</summary>
/// <param name="IsFinished">Nothing is left to do.</param>
/// <param name="PlaceRestsUntil">Real time before which its place takes nothing else; null when it may go on.</param>
internal readonly record struct PostOutcome(bool IsFinished, Instant? PlaceRestsUntil = null);

/// <summary>A claimed post, with its content where that was read together with others.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="ReadAhead">The content as it was when it was claimed.</param>
internal sealed record ClaimedPost(PostClaim Claim, PostContent? ReadAhead = null);

/// <summary>
/// Works on claimed posts: many places at once, so that whoever waits for a platform holds up no other place, and within a place
/// one post after the other. Every place with claims has one worker, which ends when none is left.
/// </summary>
/// <param name="work">Works on one post; does not throw but when it is cancelled.</param>
/// <param name="release">Lets claims rest until an instant, after which anybody may take them.</param>
internal sealed class PlaceWorkers(
    Func<ClaimedPost, CancellationToken, Task<PostOutcome>> work, Func<IReadOnlyList<PostClaim>, Instant, CancellationToken, Task> release)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(Guid?, Guid?), Queue<ClaimedPost>> queues = [];
    private readonly List<Task<int>> workers = [];

    /// <summary>The workers that have not been collected, one for each place.</summary>
    public IReadOnlyList<Task> Workers => workers;

    /// <summary>Queues claimed posts at their places, and starts a worker at each place that has none.</summary>
    public void Start(IEnumerable<ClaimedPost> posts, CancellationToken cancellation)
    {
        foreach (var place in posts.GroupBy(post => post.Claim.Place))
            if (Enqueue(place)) workers.Add(Task.Run(() => WorkAt(place.Key, cancellation), CancellationToken.None));
    }

    /// <summary>Takes away the workers that have ended; how many posts they finished.</summary>
    public async Task<int> Collect()
    {
        var finished = 0;
        foreach (var ended in workers.Where(worker => worker.IsCompleted).ToList())
        {
            workers.Remove(ended);
            finished += await ended;
        }

        return finished;
    }

    private async Task<int> WorkAt((Guid?, Guid?) place, CancellationToken cancellation)
    {
        var finished = 0;
        while (Dequeue(place) is { } next)
        {
            var outcome = await work(next, cancellation);
            if (outcome.IsFinished) finished++;
            if (outcome.PlaceRestsUntil is { } until) await release(Clear(place), until, cancellation);
        }

        return finished;
    }

    /// <summary>Whether nobody works at the place yet.</summary>
    private bool Enqueue(IGrouping<(Guid?, Guid?), ClaimedPost> place)
    {
        lock (gate)
        {
            var isNew = !queues.TryGetValue(place.Key, out var queue);
            if (isNew) queues[place.Key] = queue = new Queue<ClaimedPost>();
            foreach (var post in place) queue!.Enqueue(post);
            return isNew;
        }
    }

    /// <summary>The next post of a place; after the last one nobody works there any more.</summary>
    private ClaimedPost? Dequeue((Guid?, Guid?) place)
    {
        lock (gate)
        {
            if (queues[place].TryDequeue(out var next)) return next;
            queues.Remove(place);
            return null;
        }
    }

    private List<PostClaim> Clear((Guid?, Guid?) place)
    {
        lock (gate)
        {
            var rest = queues[place].Select(post => post.Claim).ToList();
            queues[place].Clear();
            return rest;
        }
    }
}
