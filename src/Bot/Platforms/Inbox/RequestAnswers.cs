using System.Diagnostics;

namespace AccountNudge.Bot.Platforms.Inbox;

/// <summary>Answers within the request that brought something, as long as the platform waits; what takes longer a worker goes on with.</summary>
internal sealed partial class RequestAnswers<TRow>(string platform, PlatformInbox<TRow> inbox, ILogger logger)
    where TRow : InboxRow
{
    /// <summary>
    /// Begins an answer beside its request. SQLite answers without ever giving up the thread: begun on the request's own, an answer would
    /// be there before anybody asks whether it is in time.
    /// </summary>
    public static Task<TAnswer> Begin<TAnswer>(Func<Task<TAnswer>> answer) => Task.Run(answer);

    /// <summary>Whether an answer is there in time. Otherwise it comes to its end by itself; should this process die, a worker takes over.</summary>
    /// <param name="claim">The row; null where there is none, and nobody needs to know.</param>
    /// <param name="answering">The answer, see <see cref="Begin"/>.</param>
    /// <param name="arrivedAt">When the request came, see <see cref="Stopwatch.GetTimestamp"/>: what it took to store it counts as well.</param>
    /// <param name="longest">Real time from then on for which the platform waits.</param>
    public async Task<bool> IsInTime(Claim? claim, Task answering, long arrivedAt, TimeSpan longest)
    {
        var left = longest - Stopwatch.GetElapsedTime(arrivedAt);
        if (left > TimeSpan.Zero) await Task.WhenAny(answering, Task.Delay(left));
        if (answering.IsCompleted) return true;
        if (claim is not null) LogLate(logger, platform, claim.Sequence);
        return false;
    }

    /// <summary>Stores an answer for the worker to send. Never throws: without an answer the worker finds one.</summary>
    public Task Store<TCall>(Claim claim, Func<Task<IReadOnlyList<TCall>>> calls) =>
        Settle(claim, async () => await inbox.HandOver(claim, await calls(), CancellationToken.None));

    /// <summary>
    /// Hands over or withdraws what was answered within its request. Never throws: what is not settled a worker answers once more, when
    /// the lease has ended at the latest.
    /// </summary>
    /// <param name="claim">The row.</param>
    /// <param name="settle">The handing over or withdrawing; may throw.</param>
    public async Task Settle(Claim claim, Func<Task> settle)
    {
#pragma warning disable CA1031 // It is stored already, so it is acknowledged whatever happens afterwards.
        try
        {
            await settle();
        }
        catch (Exception failure)
        {
            LogUnanswered(logger, platform, claim.Sequence, failure.GetType().Name, failure.StackTrace ?? "");
            try
            {
                var notYet = failure as NotYetException;
                await inbox.Release(claim, notYet?.WaitAt(claim.Age) ?? Duration.Zero, failed: notYet is null, CancellationToken.None);
            }
            catch (Exception unreleased)
            {
                LogUnanswered(logger, platform, claim.Sequence, unreleased.GetType().Name, unreleased.StackTrace ?? "");
            }
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The inbox of {Platform}: row {Sequence} took too long to be answered within its request")]
    private static partial void LogLate(ILogger logger, string platform, long sequence);

    [LoggerMessage(Level = LogLevel.Error, Message = "The inbox of {Platform}: row {Sequence} could not be answered at once ({Failure}); a worker goes on\n{Stack}")]
    private static partial void LogUnanswered(ILogger logger, string platform, long sequence, string failure, string stack);
}
