using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace AccountNudge.Bot.Local.Chat;

/// <summary>Tells every open browser that something changed, so that it looks again. What changed is read from the database.</summary>
public sealed class LocalEvents
{
    private readonly ConcurrentDictionary<Channel<long>, byte> listeners = new();
    private long changes;

    /// <summary>Something changed.</summary>
    public void Changed()
    {
        var count = Interlocked.Increment(ref changes);
        foreach (var listener in listeners.Keys) listener.Writer.TryWrite(count);
    }

    /// <summary>A count at the beginning and after each change. Changes that a slow listener has not seen yet are merged into one.</summary>
    public async IAsyncEnumerable<long> Listen([EnumeratorCancellation] CancellationToken cancellation)
    {
        var channel = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        listeners.TryAdd(channel, 0);
        try
        {
            yield return Interlocked.Read(ref changes);
            await foreach (var count in channel.Reader.ReadAllAsync(cancellation)) yield return count;
        }
        finally
        {
            listeners.TryRemove(channel, out _);
        }
    }
}
