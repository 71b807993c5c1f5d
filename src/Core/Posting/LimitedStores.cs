using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Posting;

/// <summary>Lets a few work with the database at once, however many places are under way; the others wait their turn.</summary>
/// <param name="stores">The database.</param>
/// <param name="most">How many at once.</param>
#pragma warning disable CA1001 // The semaphore's wait handle is never taken, so there is nothing to dispose of.
internal sealed class LimitedStores(Stores stores, int most)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim free = new(most);

    /// <summary>Does work with a store of its own. It never calls a platform, nor this method again.</summary>
    public async Task<T> Do<T>(Scope scope, Func<Store, Task<T>> work, CancellationToken cancellation)
    {
        await free.WaitAsync(cancellation);
        try
        {
            await using var store = stores.Open(scope);
            return await work(store);
        }
        finally
        {
            free.Release();
        }
    }
}
