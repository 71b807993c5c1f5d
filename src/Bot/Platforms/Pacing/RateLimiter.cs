namespace AccountNudge.Bot.Platforms.Pacing;

/// <summary>How often something may be done: at once up to <paramref name="Burst"/> times, and once more after every <paramref name="Every"/>.</summary>
/// <param name="Burst">At least one.</param>
/// <param name="Every">Real time. In any minute at most <c>Burst + 60 s / Every</c> are done.</param>
internal readonly record struct RateLimit(int Burst, TimeSpan Every);

/// <summary>When a call may be made.</summary>
/// <param name="At">The instant, on the limiter's own time line.</param>
/// <param name="IsTaken">The call is reserved: wait for it. Otherwise nothing is, and it is worth asking again then.</param>
internal readonly record struct Reservation(TimeSpan At, bool IsTaken);

/// <summary>
/// One limit that callers share. Calls that may be made soon are reserved; whoever would wait longer is told a time of their own,
/// one after the other, and reserves nothing: a call that nobody comes back for is not lost. Not thread-safe.
/// </summary>
internal sealed class RateLimiter(RateLimit limit)
{
    /// <summary>Over how long those who wait are spread; whoever comes after starts at the front again, and is told anew if need be.</summary>
    private static readonly TimeSpan Spread = TimeSpan.FromSeconds(30);

    private TimeSpan free = TimeSpan.MinValue;
    private TimeSpan told = TimeSpan.MinValue;
    private TimeSpan blockedUntil = TimeSpan.MinValue;

    /// <summary>The earliest call, reserved when it may be made within the patience.</summary>
    public Reservation Reserve(TimeSpan now, TimeSpan patience)
    {
        var at = Max(now, Max(blockedUntil, Before(free, (limit.Burst - 1) * limit.Every)));
        if (at - now <= patience)
        {
            free = Max(free, at) + limit.Every;
            return new Reservation(at, true);
        }

        // Whoever asks again and again must not send all others ever further away.
        told = told < at || told > at + Spread ? at : told + limit.Every;
        return new Reservation(told, false);
    }

    /// <summary>No call is made before this instant.</summary>
    public void Block(TimeSpan until) => blockedUntil = Max(blockedUntil, until);

    /// <summary>Whether calls that were reserved must wait nevertheless.</summary>
    public bool IsBlocked(TimeSpan now) => blockedUntil > now;

    /// <summary>Whether a new limiter would do as well.</summary>
    public bool IsIdle(TimeSpan now) => free <= now && told <= now && blockedUntil <= now;

    private static TimeSpan Before(TimeSpan instant, TimeSpan span) => instant == TimeSpan.MinValue ? instant : instant - span;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
