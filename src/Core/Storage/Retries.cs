using Polly;
using Polly.Retry;

namespace AccountNudge.Core.Storage;

/// <summary>
/// Doing something again because somebody else was faster: a few times, at growing and random distances of real time. What is
/// repeated is repeated from its beginning, in a transaction of its own, and never talks to a chat platform.
/// </summary>
public static class Retries
{
    private static readonly ResiliencePipeline Conflicting = Pipeline(Conflicts.IsConflict);
    private static readonly ResiliencePipeline Deadlocked = Pipeline(Conflicts.IsDeadlock);

    /// <summary>Does work that opens its own store and reads everything anew; for what is made from what it has read.</summary>
    public static async Task<T> OnConflict<T>(Func<Task<T>> work, CancellationToken cancellation) =>
        await Conflicting.ExecuteAsync(static async (attempted, _) => await attempted(), work, cancellation);

    /// <inheritdoc cref="OnConflict{T}"/>
    public static async Task OnConflict(Func<Task> work, CancellationToken cancellation) =>
        await Conflicting.ExecuteAsync(static async (attempted, _) => await attempted(), work, cancellation);

    /// <summary>Does work that does not depend on anything read before, or that the database itself refuses when that has changed.</summary>
    public static async Task<T> OnDeadlock<T>(Func<Task<T>> work, CancellationToken cancellation) =>
        await Deadlocked.ExecuteAsync(static async (attempted, _) => await attempted(), work, cancellation);

    /// <summary>
    /// Carries out several statements that go past the change tracker, all or none: in the transaction that is open, which whoever
    /// opened it repeats, or in one of their own, which is repeated here.
    /// </summary>
    public static Task<T> AllOrNone<T>(this DbContext store, Func<Task<T>> statements, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(statements);
        return store.Database.CurrentTransaction is not null ? statements() : OnDeadlock(Alone, cancellation);

        async Task<T> Alone()
        {
            await using var transaction = await store.Database.BeginTransactionAsync(cancellation);
            var result = await statements();
            await transaction.CommitAsync(cancellation);
            return result;
        }
    }

    private static ResiliencePipeline Pipeline(Func<Exception, bool> isPassing)
    {
        var retry = new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle(isPassing),
            // Sixteen who change one row at once lose it to one another many times before the last of them is through.
            MaxRetryAttempts = 15,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(10),
            MaxDelay = TimeSpan.FromMilliseconds(200),
        };
        return new ResiliencePipelineBuilder().AddRetry(retry).Build();
    }
}
