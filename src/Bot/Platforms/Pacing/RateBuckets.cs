namespace AccountNudge.Bot.Platforms.Pacing;

/// <summary>What callers share limits for: a method in a workspace, a conversation.</summary>
internal abstract class RateBucket
{
    /// <summary>How many wait for it or are making their call.</summary>
    public int Callers { get; set; }

    /// <summary>Whether a new bucket would do as well, whoever waits for it.</summary>
    public abstract bool IsIdle(TimeSpan now);
}

/// <summary>
/// All buckets by name, each made for its first caller, on one real time line. Those nobody uses and where nothing would be waited
/// for are forgotten. Whatever is done with a bucket is done within <see cref="Locked{T}"/>.
/// </summary>
internal sealed class RateBuckets<TBucket>(TimeProvider time)
    where TBucket : RateBucket
{
    private const int Crowded = 512;
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, TBucket> buckets = new(StringComparer.Ordinal);
    private readonly long origin = time.GetTimestamp();
    private int tidyAt = Crowded;

    /// <summary>How many are remembered.</summary>
    public int Count => Locked(_ => buckets.Count);

    private TimeSpan Now => time.GetElapsedTime(origin);

    /// <summary>Reads or changes buckets; given is the time now.</summary>
    public T Locked<T>(Func<TimeSpan, T> work)
    {
        lock (gate) return work(Now);
    }

    /// <summary>The bucket of this name with one caller more, who leaves it again.</summary>
    public TBucket Enter(string name, Func<TBucket> make) => Locked(now =>
    {
        if (!buckets.TryGetValue(name, out var bucket))
        {
            Tidy(now);
            buckets[name] = bucket = make();
        }

        bucket.Callers++;
        return bucket;
    });

    public void Leave(TBucket bucket) => Locked(_ => bucket.Callers--);

    /// <summary>Waits until a call may be made; how long to stay away when that is not soon.</summary>
    /// <param name="reserve">Asks for a reservation; given is the time now.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<TimeSpan?> Wait(Func<TimeSpan, Reservation> reserve, CancellationToken cancellation)
    {
        var reservation = Locked(reserve);
        if (!reservation.IsTaken) return reservation.At - Now;
        // A timer may ring a little early.
        while (reservation.At - Now is var wait && wait > TimeSpan.Zero) await Task.Delay(wait < Shortest ? Shortest : wait, time, cancellation);
        return null;
    }

    private void Tidy(TimeSpan now)
    {
        if (buckets.Count < tidyAt) return;
        foreach (var (name, bucket) in buckets.Where(entry => entry.Value.Callers == 0 && entry.Value.IsIdle(now)).ToList())
        {
            buckets.Remove(name);
            (bucket as IDisposable)?.Dispose();
        }

        tidyAt = Math.Max(Crowded, buckets.Count * 2);
    }
}
