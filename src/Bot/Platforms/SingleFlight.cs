using System.Collections.Concurrent;

namespace AccountNudge.Bot.Platforms;

/// <summary>Callers who ask the same at the same time share one call.</summary>
internal sealed class SingleFlight<TKey, TResult>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<TResult>>> running = new();

    /// <summary>Joins the call that is under way for this key, or starts it.</summary>
    public Task<TResult> Run(TKey key, Func<Task<TResult>> call) =>
        running.GetOrAdd(key, static (key, given) => new Lazy<Task<TResult>>(() => given.Me.Execute(key, given.Call)), (Me: this, Call: call)).Value;

    private async Task<TResult> Execute(TKey key, Func<Task<TResult>> call)
    {
        try
        {
            return await call();
        }
        finally
        {
            running.TryRemove(key, out _);
        }
    }
}
