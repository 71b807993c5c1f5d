using System.Diagnostics;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Posting;

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
#pragma warning disable CA1001 // The semaphore's wait handle is never taken, so there is nothing to dispose of.
public sealed class TimeTravel(Stores stores, Sweep sweep, Dispatcher dispatcher, SimulatedClock clock)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>Real time that one journey waits for what cannot be delivered yet.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Puts the clock where it stood when the process ended, if that is later than where it stands.</summary>
    public async Task Resume(CancellationToken cancellation)
    {
        await using var store = stores.Open(Scope.Nothing);
        if (await store.Clocks.FirstOrDefaultAsync(cancellation) is { } stored) clock.MoveTo(stored.Now);
    }

    /// <summary>Travels to an instant; an earlier one than now only does what is due now. Answers when everything is delivered.</summary>
    public Task<Arrival> To(Instant target, CancellationToken cancellation) => To(target, _ => { }, CancellationToken.None, cancellation);

    /// <inheritdoc cref="To(Instant, CancellationToken)"/>
    /// <param name="target">Where to.</param>
    /// <param name="reached">Hears of every instant on the way once all that was due then is done.</param>
    /// <param name="stop">Ends the journey at the instant it has reached.</param>
    /// <param name="cancellation">Breaks it off.</param>
    public async Task<Arrival> To(Instant target, Action<Instant> reached, CancellationToken stop, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reached);
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            var waiting = new Stopwatch();
            await UntilQuiet(waiting, stop, cancellation);
            while (!stop.IsCancellationRequested && clock.GetCurrentInstant() < target)
            {
                clock.MoveTo(await NextDue(clock.GetCurrentInstant(), cancellation) is { } due && due < target ? due : target);
                await UntilQuiet(waiting, stop, cancellation);
                reached(clock.GetCurrentInstant());
            }

            return new Arrival(clock.GetCurrentInstant(), await UnderWay(cancellation));
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>
    /// Does what is due now. Work may take as long as it takes; only waiting for what cannot be done yet is limited, for the
    /// whole journey: what still cannot be done then is tried again at every later instant.
    /// </summary>
    private async Task UntilQuiet(Stopwatch waiting, CancellationToken stop, CancellationToken cancellation)
    {
        await Remember(cancellation);
        while (true)
        {
            while (await Step(cancellation))
            {
            }

            if (waiting.Elapsed >= Patience || stop.IsCancellationRequested || await IsQuiet(cancellation)) return;
            waiting.Start();
            await Task.Delay(100, cancellation);
            waiting.Stop();
        }
    }

    private async Task<bool> IsQuiet(CancellationToken cancellation)
    {
        if ((await UnderWay(cancellation)).Count > 0) return false;
        return await NextDue(Instant.FromUnixTimeSeconds(0), cancellation) is not { } due || due > clock.GetCurrentInstant();
    }

    private async Task<bool> Step(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        return await sweep.Run(now, cancellation) + await dispatcher.Run(now, cancellation) > 0;
    }

    private async Task<Instant?> NextDue(Instant after, CancellationToken cancellation)
    {
        await using var store = stores.Open(Scope.Nothing);
        return await store.NextDue(after, cancellation);
    }

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
