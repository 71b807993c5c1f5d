using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Platforms.Pacing;

namespace AccountNudge.Bot.Teams.Api;

/// <summary>
/// Keeps all calls within Teams' limits, in real time, before Teams has to. A call waits for a few seconds at most; whoever would
/// wait longer is told when to come back. What one conversation waits for never holds up another.
/// </summary>
internal sealed class ConversationPacing(TimeProvider time)
{
    /// <summary>Real time that a call waits for its conversation.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Real time that it waits for all conversations together: for longer, and calls of one would come too close to each other.</summary>
    private static readonly TimeSpan CrowdPatience = TimeSpan.FromSeconds(1);
    private static readonly Duration Shortest = Duration.FromSeconds(1);

    private readonly RateBuckets<ConversationBucket> buckets = new(time);
    private readonly RateLimiter everything = new(Quota.Everything);

    private sealed class ConversationBucket(Quota quota) : RateBucket
    {
        private readonly RateLimiter soon = new(quota.Short);
        private readonly RateLimiter later = new(quota.Long);

        /// <summary>How often in a row Teams found that it was too much.</summary>
        public int Refusals { get; set; }

        /// <summary>The call that suits both limits; not reserved when it comes late in either.</summary>
        public Reservation Reserve(TimeSpan now)
        {
            var first = soon.Reserve(now, Patience);
            if (!first.IsTaken) return first;
            var second = later.Reserve(now, Patience);
            return second.At > first.At ? second : first with { IsTaken = second.IsTaken };
        }

        public void Block(TimeSpan until) => soon.Block(until);

        public bool IsBlocked(TimeSpan now) => soon.IsBlocked(now);

        public override bool IsIdle(TimeSpan now) => soon.IsIdle(now) && later.IsIdle(now);
    }

    /// <summary>How many buckets are remembered.</summary>
    public int Buckets => buckets.Count;

    /// <summary>Waits until the call may be made and makes it, or answers when to come back.</summary>
    /// <param name="quota">What it uses up.</param>
    /// <param name="place">Of which conversation.</param>
    /// <param name="send">Makes the call.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<CallResult> Run(Quota quota, string place, Func<Task<CallResult>> send, CancellationToken cancellation)
    {
        var bucket = buckets.Enter($"{quota.Name} {place}", () => new ConversationBucket(quota));
        try
        {
            while (true)
            {
                if ((await buckets.Wait(bucket.Reserve, cancellation) ?? await buckets.Wait(now => everything.Reserve(now, CrowdPatience), cancellation)) is { } wait)
                    return new CallResult.Later(Duration.Max(Shortest, Duration.FromTimeSpan(wait)));
                if (buckets.Locked(bucket.IsBlocked)) continue;
                return Learn(bucket, await send());
            }
        }
        finally
        {
            buckets.Leave(bucket);
        }
    }

    /// <summary>Leaves the conversation alone when Teams says that it was too much.</summary>
    private CallResult Learn(ConversationBucket bucket, CallResult result) => buckets.Locked(now =>
    {
        if (result is not CallResult.Limited limited)
        {
            bucket.Refusals = 0;
            return result;
        }

        var wait = Duration.Max(Shortest, limited.RetryAfter is { } told ? Duration.FromTimeSpan(told) : BackOff.After(++bucket.Refusals));
        bucket.Block(now + wait.ToTimeSpan());
        return new CallResult.Later(wait);
    });
}
