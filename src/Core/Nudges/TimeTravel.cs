using System.Diagnostics;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Nudges;

/// <summary>The clock of Simulated mode: it stands still until it is moved, and never goes back.</summary>
public sealed class SimulatedClock(Instant start) : IClock
{
    private long seconds = start.ToUnixTimeSeconds();

    /// <inheritdoc/>
    public Instant GetCurrentInstant() => Instant.FromUnixTimeSeconds(Interlocked.Read(ref seconds));

    internal void MoveTo(Instant instant) => Interlocked.Exchange(ref seconds, Math.Max(Interlocked.Read(ref seconds), instant.ToUnixTimeSeconds()));
}

/// <summary>Where the clock stands after travelling.</summary>
/// <param name="Now">The new instant.</param>
/// <param name="Pending">Keys of posts that were due and could not be delivered within 30 real seconds.</param>
public sealed record Arrival(Instant Now, IReadOnlyList<string> Pending);

/// <summary>
/// Moves the simulated clock through every instant at which something falls due, in order, planning and delivering at each
/// as if the bot had been up all the time.
/// </summary>
public sealed class TimeTravel(Stores stores, Sweep sweep, Dispatcher dispatcher, SimulatedClock clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Puts the clock where it stood when the process ended, if that is later than where it stands.</summary>
    public async Task Resume(CancellationToken cancellation)
    {
        await using var store = stores.Open(Scope.Nothing);
        if (await store.Clocks.FirstOrDefaultAsync(cancellation) is { } stored) clock.MoveTo(stored.Now);
    }

    /// <summary>Travels to an instant; an earlier one than now only does what is due now. Answers when everything is delivered.</summary>
    public async Task<Arrival> To(Instant target, CancellationToken cancellation)
    {
        var waiting = Stopwatch.StartNew();
        await UntilQuiet(waiting, cancellation);
        while (await NextDue(cancellation) is { } due && due <= target)
        {
            clock.MoveTo(due);
            await UntilQuiet(waiting, cancellation);
            if (waiting.Elapsed > Patience && await IsStuck(due, cancellation)) break;
        }

        clock.MoveTo(target);
        await UntilQuiet(waiting, cancellation);
        return new Arrival(clock.GetCurrentInstant(), await UnderWay(cancellation));
    }

    private async Task UntilQuiet(Stopwatch waiting, CancellationToken cancellation)
    {
        await Remember(cancellation);
        do
        {
            while (await Step(cancellation))
            {
            }

            if ((await UnderWay(cancellation)).Count == 0) return;
            await Task.Delay(100, cancellation);
        }
        while (waiting.Elapsed < Patience);
    }

    private async Task<bool> Step(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        return await sweep.Run(now, cancellation) + await dispatcher.Run(now, cancellation) > 0;
    }

    private async Task<Instant?> NextDue(CancellationToken cancellation)
    {
        await using var store = stores.Open(Scope.Nothing);
        return await store.NextDue(cancellation);
    }

    private async Task<bool> IsStuck(Instant due, CancellationToken cancellation) => await NextDue(cancellation) is { } next && next <= due;

    private async Task<IReadOnlyList<string>> UnderWay(CancellationToken cancellation)
    {
        await using var store = stores.Open(Scope.Nothing);
        return await store.PostsUnderWay(cancellation);
    }

    private async Task Remember(CancellationToken cancellation)
    {
        await using var store = stores.Open(Scope.Nothing);
        if (await store.Clocks.FirstOrDefaultAsync(cancellation) is { } stored) stored.Now = clock.GetCurrentInstant();
        else store.Clocks.Add(new ClockState { Now = clock.GetCurrentInstant() });
        await store.SaveChangesAsync(cancellation);
    }
}
