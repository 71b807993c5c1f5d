using Microsoft.Extensions.Time.Testing;

namespace AccountNudge.Bot.Tests.Teams.Api;

/// <summary>Time that stands still until someone waits for it, and then is there at once.</summary>
internal sealed class JumpingTime() : FakeTimeProvider(DateTimeOffset.UnixEpoch)
{
    private readonly Lock gate = new();
    private DateTimeOffset awaited;

    /// <summary>Since the beginning.</summary>
    public TimeSpan Now => GetUtcNow() - DateTimeOffset.UnixEpoch;

    /// <summary>Those who wait now wait until time is let go on.</summary>
    public bool IsHeld { get; set; }

    public void LetGo()
    {
        IsHeld = false;
        Jump(GetUtcNow());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime != Timeout.InfiniteTimeSpan) Jump(GetUtcNow() + dueTime);
        return timer;
    }

    private void Jump(DateTimeOffset at)
    {
        lock (gate)
        {
            if (at > awaited) awaited = at;
            if (!IsHeld && awaited > GetUtcNow()) SetUtcNow(awaited);
        }
    }
}
