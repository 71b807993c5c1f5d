using System.Collections.Concurrent;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Practices;

namespace AccountNudge.Testing;

/// <summary>A messenger in memory that remembers what stands where, and answers otherwise when a test wishes.</summary>
public sealed class FakeMessenger : IMessenger
{
    /// <summary>A message that stands there.</summary>
    public sealed record Message(string Id, string Key, string Address, bool IsDirect, IReadOnlyList<NudgeLine> Lines);

    private readonly ConcurrentDictionary<string, Message> standing = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Message> posted = new();
    private readonly ConcurrentQueue<Message> updated = new();
    private int ids;

    /// <summary>Every message that was posted, in order; twice when it was posted twice.</summary>
    public IReadOnlyList<Message> Posted => [.. posted];

    /// <summary>Every renewal.</summary>
    public IReadOnlyList<Message> Updated => [.. updated];

    /// <summary>How often it was asked whether a message stands there.</summary>
    public int Finds { get; private set; }

    /// <summary>Answers in place of posting; null posts.</summary>
    public Func<Announcement, Task<Delivery?>> BeforePost { get; set; } = _ => Task.FromResult<Delivery?>(null);

    /// <summary>Answers although the message stands there now; null says so.</summary>
    public Func<Announcement, Delivery?> AfterPost { get; set; } = _ => null;

    /// <summary>Answers in place of looking; null looks.</summary>
    public Func<Announcement, Lookup?> BeforeFind { get; set; } = _ => null;

    /// <summary>Answers in place of renewing; null renews.</summary>
    public Func<Announcement, Delivery?> BeforeUpdate { get; set; } = _ => null;

    public async Task<Delivery> Post(Announcement announcement, CancellationToken cancellation)
    {
        if (await BeforePost(announcement) is { } otherwise) return otherwise;
        var message = Of($"m{Interlocked.Increment(ref ids)}", announcement);
        standing[announcement.Post.Key] = message;
        posted.Enqueue(message);
        return AfterPost(announcement) ?? new Delivered(message.Id);
    }

    public Task<Lookup> Find(Announcement announcement, CancellationToken cancellation)
    {
        Finds++;
        return Task.FromResult(BeforeFind(announcement) ?? (standing.TryGetValue(announcement.Post.Key, out var message) ? new Found(message.Id) : new Missing()));
    }

    public Task<Delivery> Update(Announcement announcement, CancellationToken cancellation)
    {
        if (BeforeUpdate(announcement) is { } otherwise) return Task.FromResult(otherwise);
        updated.Enqueue(Of(announcement.Post.MessageId!, announcement));
        return Task.FromResult<Delivery>(new Delivered(announcement.Post.MessageId!));
    }

    private static Message Of(string id, Announcement announcement) =>
        new(id, announcement.Post.Key, announcement.Address, announcement.IsDirect, announcement.Lines);
}
