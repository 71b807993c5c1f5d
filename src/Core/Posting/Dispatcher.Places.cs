using System.Diagnostics;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Posting;

/// <content>
/// Many places at once. Whatever waits for the platform holds up no other place; the database is worked with by a few at a
/// time. Posts to one place go one after the other.
/// </content>
public sealed partial class Dispatcher
{
    /// <summary>How many posts are claimed in one go.</summary>
    private const int Most = 100;

    /// <summary>With so many places under way, no more are begun.</summary>
    private const int Room = 64;

    /// <summary>How many work with the database at once.</summary>
    private const int Hands = 8;

    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim hands = new(Hands);

    private delegate Task<Outcome> Work(Store store, Post post, Claims.Claim claim, CancellationToken cancellation);

    /// <summary>What became of a post for now.</summary>
    /// <param name="IsFinished">Nothing is left to do.</param>
    /// <param name="Until">Its place takes nothing before that.</param>
    private readonly record struct Outcome(bool IsFinished, Instant? Until = null);

    /// <summary>One kind of work, with what is claimed for it and not yet done, place by place.</summary>
    private sealed class Errand(Work work, Func<Store, CancellationToken, Task<IReadOnlyList<Claims.Claim>>> claim)
    {
        private readonly Lock gate = new();
        private readonly Dictionary<(Guid?, Guid?), Queue<Claims.Claim>> waiting = [];

        public Work Work => work;

        public Task<IReadOnlyList<Claims.Claim>> Claim(Store store, CancellationToken cancellation) => claim(store, cancellation);

        /// <summary>Puts claims into the queue of their place; whether nobody works there yet.</summary>
        public bool Queue(IGrouping<(Guid?, Guid?), Claims.Claim> place)
        {
            lock (gate)
            {
                var isNew = !waiting.TryGetValue(place.Key, out var queue);
                if (isNew) waiting[place.Key] = queue = new Queue<Claims.Claim>();
                foreach (var one in place) queue!.Enqueue(one);
                return isNew;
            }
        }

        /// <summary>The next one of a place; with the last one gone, nobody works there any more.</summary>
        public Claims.Claim? Next((Guid?, Guid?) place)
        {
            lock (gate)
            {
                if (waiting[place].TryDequeue(out var next)) return next;
                waiting.Remove(place);
                return null;
            }
        }

        /// <summary>All that still wait in a place.</summary>
        public IReadOnlyList<Claims.Claim> Empty((Guid?, Guid?) place)
        {
            lock (gate)
            {
                var rest = waiting[place].ToList();
                waiting[place].Clear();
                return rest;
            }
        }
    }

    /// <summary>Gathers what is due, and delivers and renews posts meanwhile, until nothing is left; how much was done.</summary>
    public async Task<int> Run(Instant now, CancellationToken cancellation)
    {
        Errand[] errands =
        [
            new(Deliver, (store, ending) => store.ClaimPosts(Most, Lease, ending)),
            new(Renew, (store, ending) => store.ClaimStalePosts(Most, Lease, ending)),
        ];
        var (done, gathered, underWay) = (0, Stopwatch.StartNew(), new List<Task<int>>());
        var gathering = Task.Run(() => GatherAll(now, cancellation), CancellationToken.None);
        try
        {
            while (true)
            {
                // As of before the claims: what is gathered after them is claimed in another turn.
                var (isGathered, more) = (gathering.IsCompleted, false);
                foreach (var errand in errands) more |= await Begin(errand, underWay, cancellation);
                if (isGathered && underWay.Count == 0) return done + await gathering;
                if (!more || underWay.Count >= Room) await Task.WhenAny(Task.WhenAll([gathering, .. underWay]), Task.Delay(Glance, cancellation));
                foreach (var ended in underWay.Where(task => task.IsCompleted).ToList())
                {
                    underWay.Remove(ended);
                    done += await ended;
                }

                if (!isGathered || gathered.Elapsed <= Glance) continue;
                // What falls due meanwhile does not wait for those who wait.
                done += await gathering;
                gathering = Task.Run(() => GatherAll(clock.GetCurrentInstant(), cancellation), CancellationToken.None);
                gathered.Restart();
            }
        }
        finally
        {
            // Nothing goes on once this has returned, whatever went wrong.
            await ((Task)Task.WhenAll([gathering, .. underWay])).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Claims what there is room for, and has somebody work in each place; whether there may be more.</summary>
    private async Task<bool> Begin(Errand errand, List<Task<int>> underWay, CancellationToken cancellation)
    {
        if (underWay.Count >= Room) return true;
        IReadOnlyList<Claims.Claim> claims;
        await using (var store = stores.Open(Scope.Nothing)) claims = await errand.Claim(store, cancellation);
        foreach (var place in claims.GroupBy(claim => claim.Place))
            if (errand.Queue(place)) underWay.Add(Task.Run(() => WorkIn(place.Key, errand, cancellation), CancellationToken.None));
        return claims.Count == Most;
    }

    /// <summary>Works in one place, one post after the other; how many were finished.</summary>
    private async Task<int> WorkIn((Guid?, Guid?) place, Errand errand, CancellationToken cancellation)
    {
        var finished = 0;
        while (errand.Next(place) is { } claim)
        {
            var outcome = await Do(errand.Work, claim, cancellation);
            if (outcome.IsFinished) finished++;
            if (outcome.Until is { } until) await GiveBack(errand.Empty(place), until, cancellation);
        }

        return finished;
    }

    /// <summary>Nobody works on these until then, and anybody may after it.</summary>
    private async Task GiveBack(IReadOnlyList<Claims.Claim> claims, Instant until, CancellationToken cancellation)
    {
        foreach (var together in claims.GroupBy(claim => (claim.Scope.WorkspaceId, claim.Until)))
        {
            var (ids, lease) = (together.Select(claim => claim.Id).ToList(), together.Key.Until);
            await hands.WaitAsync(cancellation);
            try
            {
                await using var store = stores.Open(together.First().Scope);
                await store.Posts.Where(post => ids.Contains(post.Id) && post.LeaseUntil == lease)
                    .InKeyOrder(store, posts => posts.ExecuteUpdateAsync(set => set.SetProperty(post => post.LeaseUntil, until), cancellation), cancellation);
            }
            finally
            {
                hands.Release();
            }
        }
    }

    private async Task<Outcome> Do(Work work, Claims.Claim claim, CancellationToken cancellation)
    {
        await hands.WaitAsync(cancellation);
        try
        {
            await using var store = stores.Open(claim.Scope);
            if (claim.Until - claim.DatabaseNow(Lease) < Lease / 2) claim = await store.Prolong(claim, Lease, cancellation);
            var (id, lease) = (claim.Id, claim.Until);
            if (await store.Posts.FirstOrDefaultAsync(post => post.Id == id && post.LeaseUntil == lease, cancellation) is { } post)
                return await work(store, post, claim, cancellation);
            LogTakenOver(logger, claim.Id);
        }
        catch (DbUpdateConcurrencyException)
        {
            LogTakenOver(logger, claim.Id);
        }
#pragma warning disable CA1031 // One post that cannot be rendered or sent must not keep the others from going out.
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(logger, claim.Id, failure.GetType().Name);
        }
#pragma warning restore CA1031
        finally
        {
            hands.Release();
        }

        return default;
    }

    /// <summary>Asks the platform, for less time than the lease lasts; <paramref name="otherwise"/> when no answer came.</summary>
    private async Task<T> Ask<T>(Post post, Func<CancellationToken, Task<T>> question, T otherwise, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter((Lease * 2 / 3).ToTimeSpan());
        hands.Release();
#pragma warning disable CA1031 // Whatever the platform's client throws, it leaves open whether the message arrived.
        try
        {
            return await question(limit.Token);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            LogUncertain(logger, post.Key, failure.GetType().Name);
            return otherwise;
        }
#pragma warning restore CA1031
        finally
        {
            await hands.WaitAsync(CancellationToken.None);
        }
    }
}
