using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Core.Posting;

namespace AccountNudge.Bot.Slack.Outbound;

/// <summary>
/// Looks whether messages stand in a channel. Reading a channel's history may cost a minute a page (apps distributed outside
/// the Marketplace: docs.slack.dev/changelog/2025/05/29/rate-limit-changes-for-non-marketplace-apps), so one reading serves
/// every message that had landed, or failed to, before it began; and it goes on where it had to stop.
/// </summary>
internal sealed class SentMessageLookup(SlackApi api, TimeProvider time)
{
    private const int MostChannels = 1000;
    private const int MostKeys = 10_000;

    /// <summary>How far our clock and Slack's may be apart.</summary>
    private static readonly Duration Apart = Duration.FromMinutes(5);

    private readonly LruCache<(string Workspace, string Channel), HistoryReading> readings = new(MostChannels);
    private readonly LruCache<(string Workspace, string User), string> directs = new(MostKeys);

    /// <summary>By key: a reading that began then or later can tell.</summary>
    private readonly LruCache<string, Instant> landed = new(MostKeys);

    private readonly SingleFlight<(string Workspace, string Channel), CallResult?> reading = new();

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>The message is being sent (again): no reading of before can tell.</summary>
    public void Sending(string key) => landed.Remove(key);

    /// <summary>A message may still be on its way for so long.</summary>
    public void MayLandFor(string key, Duration wait) => landed.Set(key, Now + wait);

    /// <summary>Whether the message with this key stands in a channel, or in the direct messages with a person.</summary>
    public async Task<Lookup> Find(string workspaceId, string address, string key, Instant sentAfter, CancellationToken cancellation)
    {
        var (channel, failure) = await ChannelOf(workspaceId, address, cancellation);
        if (channel is null) return Unsure(failure!);
        var mark = MessageMarker.Of(key);
        var place = (workspaceId, channel);
        // When nobody here knows when it was sent, it was before this question.
        if (!landed.TryGet(key, out var since)) landed.Set(key, since = Now);
        while (true)
        {
            var last = readings.GetValueOrDefault(place);
            if (last?.Covers(since, sentAfter - Apart) == true)
            {
                if (last.Find(mark) is { } ts) return new Found($"{channel}:{ts}");
                if (last.IsComplete) return new Missing();
            }
            else if (last is not { IsWanted: true })
            {
                last = null;
                if (Now < since) return new AskLater(since - Now);
            }

            // What others still wait for is read to its end first, even when it cannot tell of this one.
            var read = reading.Run(place, () => Read(workspaceId, channel, last, sentAfter - Apart));
            if (await read.WaitAsync(cancellation) is { } answer) return Unsure(answer);
        }
    }

    private static Lookup Unsure(CallResult answer) => answer switch
    {
        CallResult.Later later => new AskLater(later.After),
        CallResult.Uncertain => new AskLater(Duration.FromSeconds(10)),
        _ => new Unknown(),
    };

    /// <summary>Reads one page: of a reading that had to stop, or the first one of a new one.</summary>
    /// <returns>Null when it was read; otherwise what came in between.</returns>
    private async Task<CallResult?> Read(string workspaceId, string channel, HistoryReading? goOn, Instant oldest)
    {
        if (await api.Installed(workspaceId, CancellationToken.None) is not { } us) return new NotInstalled();
        if (goOn is { IsTooLong: true, IsComplete: false }) return new CallResult.Refused("too_many_pages");
        var current = goOn ?? new HistoryReading(Now, oldest);
        var answer = await api.Call(workspaceId, "conversations.history", current.NextPage(channel), CancellationToken.None);
        if (answer is not SlackDone done) return answer;
        current.Take(done.Body, us);
        readings.Set((workspaceId, channel), current);
        return null;
    }

    /// <summary>Channels are found by themselves; direct messages by the person: docs.slack.dev/reference/methods/conversations.open.</summary>
    private async Task<(string? Channel, CallResult? Failure)> ChannelOf(string workspaceId, string address, CancellationToken cancellation)
    {
        if (address.Length > 0 && address[0] is 'C' or 'D' or 'G') return (address, null);
        if (directs.TryGet((workspaceId, address), out var channel)) return (channel, null);
        var answer = await api.Call(workspaceId, "conversations.open", new JsonObject { ["users"] = address }, cancellation);
        if (answer is not SlackDone done) return (null, answer);
        if (done.Body.At("channel").TextOrNull("id") is not { } opened) return (null, new CallResult.Uncertain());
        directs.Set((workspaceId, address), opened);
        return (opened, null);
    }
}
