using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Slack.Api;

namespace AccountNudge.Bot.Slack.Outbound;

/// <summary>
/// One look at a channel's history, newest first, page by page (docs.slack.dev/reference/methods/conversations.history).
/// Only the marks of our own messages are kept.
/// </summary>
/// <param name="began">Real time at which its first page was asked for: what stood there by then is in it.</param>
/// <param name="oldest">Real time from which it tells.</param>
internal sealed class HistoryReading(Instant began, Instant oldest)
{
    private const int PageSize = 200;
    private const int MostPages = 50;

    /// <summary>Readings that begin a little earlier than need be serve more messages.</summary>
    private static readonly Duration Extra = Duration.FromMinutes(5);

    private readonly ConcurrentDictionary<string, string> marks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> missed = new(StringComparer.Ordinal);
    private readonly Instant oldest = oldest - Extra;
    private string? cursor;
    private int pages;

    /// <summary>All pages are read.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The channel says more than can be read.</summary>
    public bool IsTooLong => pages >= MostPages;

    /// <summary>Whether it can tell of messages that had landed by then and were sent after.</summary>
    public bool Covers(Instant landedBy, Instant sentAfter) => began >= landedBy && oldest <= sentAfter;

    /// <summary>Pages are still to be read that someone waits for.</summary>
    public bool IsWanted => !IsComplete && !IsTooLong && !missed.IsEmpty;

    /// <summary>The <c>ts</c> of the message with this mark; null when it is not among what was read so far.</summary>
    public string? Find(string mark)
    {
        if (marks.TryGetValue(mark, out var ts)) return ts;
        missed[mark] = true;
        return null;
    }

    /// <summary>The arguments that ask for the next page.</summary>
    public JsonObject NextPage(string channel)
    {
        var arguments = new JsonObject
        {
            ["channel"] = channel,
            ["oldest"] = oldest.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["limit"] = PageSize,
            ["include_all_metadata"] = true,
        };
        if (cursor is not null) arguments["cursor"] = cursor;
        return arguments;
    }

    /// <summary>Takes in a page.</summary>
    public void Take(JsonElement body, Installation us)
    {
        foreach (var message in body.Items("messages"))
            if (MessageMarker.Read(message, us) is { } mark && message.TextOrNull("ts") is { } ts && marks.TryAdd(mark, ts)) missed.TryRemove(mark, out _);
        pages++;
        cursor = Paging.CursorOf(body);
        IsComplete = cursor is null;
    }
}
