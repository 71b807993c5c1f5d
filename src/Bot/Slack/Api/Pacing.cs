using AccountNudge.Bot.Wire.Lanes;
using NodaTime;

namespace AccountNudge.Bot.Slack.Api;

/// <summary>What became of one call that was made.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="RetryAfter">Slack limits us: how long nothing of the kind may be called.</param>
internal readonly record struct Sent(SlackAnswer Answer, TimeSpan? RetryAfter = null);

/// <summary>
/// Keeps all calls within Slack's limits, in real time, before Slack has to. A call waits in line for a few seconds at most;
/// whoever would wait longer is told when to come back. What one channel waits for never holds up another.
/// </summary>
internal sealed class Pacing(TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>How long one call waits for the answer to the one before it.</summary>
    private static readonly TimeSpan Courtesy = TimeSpan.FromSeconds(1);

    /// <summary>So much earlier than their turn those are told to come back who have to: they are late rather than early, and a line must not run empty.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly Lines<MethodLine> lines = new();
    private readonly long origin = time.GetTimestamp();

    private sealed class MethodLine(Limit limit) : Line, IDisposable
    {
        public Lane Lane { get; } = new(limit);

        public SemaphoreSlim OneByOne { get; } = new(1);

        /// <summary>The last channel of the workspace that was limited, and until when.</summary>
        public (string Channel, TimeSpan Until) Limited { get; set; }

        public override bool IsIdle(TimeSpan now) => Lane.IsIdle(now) && Limited.Until <= now;

        public void Dispose() => OneByOne.Dispose();
    }

    private TimeSpan Now => time.GetElapsedTime(origin);

    /// <summary>How many lines are remembered.</summary>
    public int Lines
    {
        get
        {
            lock (gate) return lines.Count;
        }
    }

    /// <summary>Waits for the call's turn and makes it, or answers when to come back.</summary>
    /// <param name="owner">Whose limits count: the workspace.</param>
    /// <param name="method">The Web API's method.</param>
    /// <param name="channel">Where a message goes.</param>
    /// <param name="send">Makes the call.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<SlackAnswer> Go(string owner, string method, string? channel, Func<Task<Sent>> send, CancellationToken cancellation)
    {
        List<MethodLine> path = [.. PathOf(owner, method, channel)];
        try
        {
            while (true)
            {
                foreach (var line in path)
                    if (await Wait(line, cancellation) is { } later) return new SlackAnswer.Later(Duration.FromTimeSpan(later));
                var isNext = SlackMethods.IsOneByOne(method) && await path[0].OneByOne.WaitAsync(Courtesy, cancellation);
                try
                {
                    if (IsBlocked(path)) continue;
                    var sent = await send();
                    if (sent.RetryAfter is { } wait) Block(path, channel, wait);
                    return sent.Answer;
                }
                finally
                {
                    if (isNext) path[0].OneByOne.Release();
                }
            }
        }
        finally
        {
            lock (gate) path.ForEach(line => line.Callers--);
        }
    }

    /// <summary>The lines to pass, the narrowest first: so a turn in the workspace's line is taken only when it can be used.</summary>
    private IEnumerable<MethodLine> PathOf(string owner, string method, string? channel)
    {
        if (method == SlackMethods.PostMessage) yield return Enter($"{owner} {method} {channel}", SlackMethods.PostsToChannel);
        yield return Enter($"{owner} {method}", SlackMethods.LimitOf(method) ?? new Limit(1, TimeSpan.Zero));
    }

    private MethodLine Enter(string name, Limit limit)
    {
        lock (gate) return lines.Enter(name, () => new MethodLine(limit), Now);
    }

    /// <summary>Waits for one's turn; how long to stay away when it does not come soon.</summary>
    private async Task<TimeSpan?> Wait(MethodLine line, CancellationToken cancellation)
    {
        Turn turn;
        lock (gate) turn = line.Lane.Ask(Now, Patience);
        if (!turn.IsTaken) return turn.At - Now - Ahead;
        await turn.Comes(() => Now, time, cancellation);
        return null;
    }

    private bool IsBlocked(List<MethodLine> path)
    {
        lock (gate) return path.Exists(line => line.Lane.IsBlocked(Now));
    }

    /// <summary>
    /// A limited message blocks its channel. When another channel of the workspace was limited and still is, it is the workspace
    /// that has too much: Slack does not say which of the two it means.
    /// </summary>
    private void Block(List<MethodLine> path, string? channel, TimeSpan wait)
    {
        lock (gate)
        {
            var until = Now + wait;
            path[0].Lane.Block(until);
            if (path.Count == 1 || channel is null) return;
            if (path[1].Limited is var other && other.Until > Now && other.Channel != channel) path[1].Lane.Block(until);
            path[1].Limited = (channel, until);
        }
    }
}
