namespace AccountNudge.Bot.Wire.Lanes;

/// <summary>How often something may be done: at once up to <paramref name="Burst"/> times, and once more after every <paramref name="Every"/>.</summary>
/// <param name="Burst">At least one.</param>
/// <param name="Every">Real time. In any minute at most <c>Burst + 60 s / Every</c> are done.</param>
internal readonly record struct Limit(int Burst, TimeSpan Every);

/// <summary>When it is one's turn.</summary>
/// <param name="At">The instant, on the lane's own time line.</param>
/// <param name="IsTaken">The turn is reserved: wait for it. Otherwise nothing is, and it is worth asking again then.</param>
internal readonly record struct Turn(TimeSpan At, bool IsTaken)
{
    /// <summary>Waits until it is. A timer may ring a little early.</summary>
    /// <param name="now">Where the lane's time line stands.</param>
    /// <param name="time">Whose timers ring.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task Comes(Func<TimeSpan> now, TimeProvider time, CancellationToken cancellation)
    {
        while (At - now() is var wait && wait > TimeSpan.Zero)
            await Task.Delay(wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait, time, cancellation);
    }
}

/// <summary>
/// One line of callers who share a limit. Turns that come soon are reserved; whoever would wait longer is told a time of
/// their own, one after the other, and reserves nothing: a turn that nobody comes for is not lost. Not thread-safe.
/// </summary>
internal sealed class Lane(Limit limit)
{
    /// <summary>Over how long those who wait are spread; whoever comes after starts at the front again, and is told anew if need be.</summary>
    private static readonly TimeSpan Spread = TimeSpan.FromSeconds(30);

    private TimeSpan free = TimeSpan.MinValue;
    private TimeSpan told = TimeSpan.MinValue;
    private TimeSpan blockedUntil = TimeSpan.MinValue;

    /// <summary>The earliest turn, reserved when it comes within the patience.</summary>
    public Turn Ask(TimeSpan now, TimeSpan patience)
    {
        var at = Max(now, Max(blockedUntil, Before(free, (limit.Burst - 1) * limit.Every)));
        if (at - now <= patience)
        {
            free = Max(free, at) + limit.Every;
            return new Turn(at, true);
        }

        // Whoever asks again and again must not send all others ever further away.
        told = told < at || told > at + Spread ? at : told + limit.Every;
        return new Turn(told, false);
    }

    /// <summary>Nobody's turn comes before this instant.</summary>
    public void Block(TimeSpan until) => blockedUntil = Max(blockedUntil, until);

    /// <summary>Whether turns that were reserved must wait nevertheless.</summary>
    public bool IsBlocked(TimeSpan now) => blockedUntil > now;

    /// <summary>Whether a new lane would do as well.</summary>
    public bool IsIdle(TimeSpan now) => free <= now && told <= now && blockedUntil <= now;

    private static TimeSpan Before(TimeSpan instant, TimeSpan span) => instant == TimeSpan.MinValue ? instant : instant - span;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
