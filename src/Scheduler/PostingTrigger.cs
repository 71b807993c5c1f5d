using System.Diagnostics;
using Hangfire;
using Microsoft.Extensions.Logging;

namespace AccountNudge.Scheduler;

/// <summary>Has what a command made due posted at once, instead of at the next recurring run, which catches whatever is missed here.</summary>
public sealed partial class PostingTrigger(IBackgroundJobClient client, ILogger<PostingTrigger> logger)
{
    private const long Nothing = 0;

    /// <summary>Another node may have taken the run, and nobody tells us when it begins there.</summary>
    private static readonly TimeSpan TakenElsewhere = TimeSpan.FromSeconds(1);

    private long requested;

    /// <summary>Asks for a run, unless one is waiting already. Does not wait for it, and does not fail.</summary>
    public void Request()
    {
        var before = Interlocked.Read(ref requested);
        if (before != Nothing && Stopwatch.GetElapsedTime(before) < TakenElsewhere) return;
        if (Interlocked.CompareExchange(ref requested, Stopwatch.GetTimestamp(), before) != before) return;
        // Hangfire's client works synchronously with the database; whoever waits for an answer need not wait for that.
        _ = Task.Run(Enqueue);
    }

    /// <summary>A run has begun: the next request asks for another one.</summary>
    internal void Clear() => Interlocked.Exchange(ref requested, Nothing);

    private void Enqueue()
    {
#pragma warning disable CA1031 // The recurring run catches up.
        try
        {
            client.Enqueue<Jobs>(jobs => jobs.PostNudgesNow(CancellationToken.None));
        }
        catch (Exception failure)
        {
            LogNotEnqueued(logger, failure.GetType().Name);
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "What a command made due waits for the next recurring run ({Failure})")]
    private static partial void LogNotEnqueued(ILogger logger, string failure);
}
