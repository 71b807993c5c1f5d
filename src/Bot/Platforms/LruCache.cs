using System.Diagnostics.CodeAnalysis;

namespace AccountNudge.Bot.Platforms;

/// <summary>A cache of limited size: what was used least recently is evicted first. Thread-safe.</summary>
internal sealed class LruCache<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> nodes = [];
    private readonly LinkedList<(TKey Key, TValue Value)> used = [];

    /// <summary>How many values are cached.</summary>
    public int Count
    {
        get
        {
            lock (gate) return nodes.Count;
        }
    }

    /// <summary>Finds one, which counts as using it.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (gate)
        {
            if (!nodes.TryGetValue(key, out var node))
            {
                value = default;
                return false;
            }

            used.Remove(node);
            used.AddFirst(node);
            value = node.Value.Value;
            return true;
        }
    }

    /// <summary>The value, or the default.</summary>
    public TValue? GetValueOrDefault(TKey key) => TryGet(key, out var value) ? value : default;

    public void Set(TKey key, TValue value) => Change(key, value, _ => value);

    /// <summary>Changes one, or takes in a first value.</summary>
    public void Change(TKey key, TValue first, Func<TValue, TValue> change)
    {
        lock (gate)
        {
            if (nodes.Remove(key, out var node)) used.Remove(node);
            nodes[key] = used.AddFirst((key, node is null ? first : change(node.Value.Value)));
            if (nodes.Count <= most) return;
            nodes.Remove(used.Last!.Value.Key);
            used.RemoveLast();
        }
    }

    /// <summary>Changes one that is remembered already.</summary>
    public void Update(TKey key, Func<TValue, TValue> change)
    {
        lock (gate)
            if (nodes.TryGetValue(key, out var node)) node.Value = (key, change(node.Value.Value));
    }

    public void Remove(TKey key)
    {
        lock (gate)
            if (nodes.Remove(key, out var node)) used.Remove(node);
    }

    public void Clear()
    {
        lock (gate)
        {
            nodes.Clear();
            used.Clear();
        }
    }
}
