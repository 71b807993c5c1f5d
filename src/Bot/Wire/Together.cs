using System.Collections.Concurrent;

namespace AccountNudge.Bot.Wire;

/// <summary>Whoever asks the same at the same time shares one asking.</summary>
internal sealed class Together<TKey, TAnswer>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<TAnswer>>> underWay = new();

    /// <summary>Joins the asking that is under way, or begins one.</summary>
    public Task<TAnswer> Ask(TKey key, Func<Task<TAnswer>> ask) =>
        underWay.GetOrAdd(key, static (key, given) => new Lazy<Task<TAnswer>>(() => given.Me.Run(key, given.Ask)), (Me: this, Ask: ask)).Value;

    private async Task<TAnswer> Run(TKey key, Func<Task<TAnswer>> ask)
    {
        try
        {
            return await ask();
        }
        finally
        {
            underWay.TryRemove(key, out _);
        }
    }
}
