using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Platforms.Pacing;

namespace AccountNudge.Bot.Slack.Api;

/// <summary>
/// Keeps all calls within Slack's limits, in real time, before Slack has to. A call waits for a few seconds at most; whoever would
/// wait longer is told when to come back. What one channel waits for never holds up another.
/// </summary>
internal sealed class SlackPacing(TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>How long one call waits for the answer to the one before it.</summary>
    private static readonly TimeSpan LongestPredecessor = TimeSpan.FromSeconds(1);

    /// <summary>So much before they may call those are told to come back who have to: they are late rather than early, and no call must go unused.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(2);

    private readonly RateBuckets<MethodBucket> buckets = new(time);

    private sealed class MethodBucket(RateLimit limit) : RateBucket, IDisposable
    {
        public RateLimiter Limiter { get; } = new(limit);

        public SemaphoreSlim OneByOne { get; } = new(1);

        /// <summary>The last channel of the workspace that was limited, and until when.</summary>
        public (string Channel, TimeSpan Until) Limited { get; set; }

        public override bool IsIdle(TimeSpan now) => Limiter.IsIdle(now) && Limited.Until <= now;

        public void Dispose() => OneByOne.Dispose();
    }

    /// <summary>How many buckets are remembered.</summary>
    public int Buckets => buckets.Count;

    /// <summary>Waits until the call may be made and makes it, or answers when to come back.</summary>
    /// <param name="owner">Whose limits count: the workspace.</param>
    /// <param name="method">The Web API's method.</param>
    /// <param name="channel">Where a message goes.</param>
    /// <param name="send">Makes the call.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<CallResult> Run(string owner, string method, string? channel, Func<Task<CallResult>> send, CancellationToken cancellation)
    {
        List<MethodBucket> path = [.. PathOf(owner, method, channel)];
        try
        {
            while (true)
            {
                foreach (var bucket in path)
                    if (await buckets.Wait(now => bucket.Limiter.Reserve(now, Patience), cancellation) is { } wait) return new CallResult.Later(Duration.FromTimeSpan(wait - Ahead));
                var isNext = SlackMethods.IsOneByOne(method) && await path[0].OneByOne.WaitAsync(LongestPredecessor, cancellation);
                try
                {
                    if (buckets.Locked(now => path.Exists(bucket => bucket.Limiter.IsBlocked(now)))) continue;
                    var result = await send();
                    return result is CallResult.Limited { RetryAfter: { } retryAfter } ? Block(path, channel, retryAfter) : result;
                }
                finally
                {
                    if (isNext) path[0].OneByOne.Release();
                }
            }
        }
        finally
        {
            path.ForEach(buckets.Leave);
        }
    }

    /// <summary>The buckets to pass, the narrowest first: so a call of the workspace's is taken only when it can be used.</summary>
    private IEnumerable<MethodBucket> PathOf(string owner, string method, string? channel)
    {
        if (method == SlackMethods.PostMessage) yield return Enter($"{owner} {method} {channel}", SlackMethods.PostsToChannel);
        yield return Enter($"{owner} {method}", SlackMethods.LimitOf(method) ?? new RateLimit(1, TimeSpan.Zero));
    }

    private MethodBucket Enter(string name, RateLimit limit) => buckets.Enter(name, () => new MethodBucket(limit));

    /// <summary>
    /// A limited message blocks its channel. When another channel of the workspace was limited and still is, it is the workspace
    /// that has too much: Slack does not say which of the two it means.
    /// </summary>
    private CallResult.Later Block(List<MethodBucket> path, string? channel, TimeSpan wait) => buckets.Locked(now =>
    {
        var until = now + wait;
        path[0].Limiter.Block(until);
        if (path.Count > 1 && channel is not null)
        {
            if (path[1].Limited is var other && other.Until > now && other.Channel != channel) path[1].Limiter.Block(until);
            path[1].Limited = (channel, until);
        }

        return new CallResult.Later(Duration.FromTimeSpan(wait));
    });
}
