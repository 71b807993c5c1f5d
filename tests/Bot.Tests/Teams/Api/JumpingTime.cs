namespace AccountNudge.Bot.Tests.Teams.Api;

/// <summary>Time that stands still until someone waits for it, and then is there at once.</summary>
internal sealed class JumpingTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<(TimeSpan At, Action Ring)> held = [];
    private TimeSpan now;

    /// <summary>Since the beginning.</summary>
    public TimeSpan Now
    {
        get
        {
            lock (gate) return now;
        }
    }

    /// <summary>Those who wait now wait until time is let go on.</summary>
    public bool IsHeld { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Now.Ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + Now;

    public void Pass(TimeSpan span)
    {
        lock (gate) now += span;
    }

    public void LetGo()
    {
        IsHeld = false;
        foreach (var (at, ring) in held) Jump(at, ring);
        held.Clear();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            if (IsHeld) held.Add((Now + dueTime, () => callback(state)));
            else Jump(Now + dueTime, () => callback(state));
        }

        return new Rung();
    }

    private void Jump(TimeSpan at, Action ring)
    {
        lock (gate) now = at > now ? at : now;
        ring();
    }

    private sealed class Rung : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
