using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Bot.Slack.Messages;
using AccountNudge.Bot.Slack.People;
using AccountNudge.Core.Posting;

namespace AccountNudge.Bot.Slack.Outbound;

/// <summary>
/// Slack as a chat platform: posts, finds by metadata, updates. Nothing is said where outsiders hear it, or where that is not known.
/// docs.slack.dev/reference/methods/chat.postMessage and chat.update.
/// </summary>
internal sealed class SlackPlatform(SlackApi api, SlackPeople people, TimeProvider time) : IChatPlatform
{
    /// <summary>How long a message whose connection was cut may still be on its way.</summary>
    private static readonly Duration Landing = Duration.FromSeconds(10);

    private readonly SentMessageLookup lookup = new(api, time);

    public string Name => SlackSettings.Platform;

    public async Task<Delivery> Post(ChatTarget target, Card card, string key, CancellationToken cancellation)
    {
        if (await Objection(target, cancellation) is { } objection) return objection;
        lookup.Sending(key);
        var answer = await Say(target.WorkspaceId, SlackMethods.PostMessage, card, () => new JsonObject
        {
            ["channel"] = target.Address,
            ["unfurl_links"] = false,
            ["unfurl_media"] = false,
            ["metadata"] = MessageMarker.Metadata(key),
        }, cancellation);
        if (answer is CallResult.Uncertain) lookup.MayLandFor(key, Landing);
        return answer switch
        {
            SlackDone done => new Delivered($"{done.Body.TextOrNull("channel") ?? target.Address}:{done.Body.TextOrNull("ts")}"),
            CallResult.Uncertain => new Uncertain(Landing),
            _ => NotSaid(answer),
        };
    }

    public Task<Lookup> Find(ChatTarget target, string key, Instant sentAfter, CancellationToken cancellation) =>
        lookup.Find(target.WorkspaceId, target.Address, key, sentAfter, cancellation);

    public Task FollowHome(string workspaceId, string channelId, CancellationToken cancellation) => people.FollowHome(workspaceId, channelId, cancellation);

    public Task<IReadOnlyCollection<string>?> ChannelsOf(string workspaceId, string personId, IReadOnlyCollection<string> among, CancellationToken cancellation) =>
        people.ChannelsOf(workspaceId, personId, among, cancellation);

    public async Task<Delivery> Update(ChatTarget target, string messageId, Card card, CancellationToken cancellation)
    {
        var (channel, ts) = messageId.Split(':') is [var first, var second] ? (first, second) : ("", "");
        if (channel.Length == 0 || ts.Length == 0) return new Refused("message_not_found");
        if (await Objection(target, cancellation) is { } objection) return objection;
        var answer = await Say(target.WorkspaceId, "chat.update", card, () => new JsonObject { ["channel"] = channel, ["ts"] = ts }, cancellation);
        return answer switch
        {
            SlackDone => new Delivered(messageId),
            CallResult.Uncertain => new Uncertain(),
            _ => NotSaid(answer),
        };
    }

    /// <summary>Why nothing may be said there now, or ever; null when it may.</summary>
    private async Task<Delivery?> Objection(ChatTarget target, CancellationToken cancellation)
    {
        if (target.IsDirect && !target.Address.StartsWith('D'))
        {
            var (reader, failure) = await people.ProfileOf(target.WorkspaceId, target.Address, cancellation);
            return reader is null ? NotSaid(failure!) : reader.Person.IsGuest ? new Refused("The person is a guest, a bot or has left.") : null;
        }

        var audience = await people.AudienceOf(target.WorkspaceId, target.Address, cancellation);
        return audience.Sharing switch
        {
            Sharing.Internal => null,
            Sharing.Outsiders => Refused.Outsiders,
            _ => NotSaid(audience.Failure!),
        };
    }

    /// <summary>Says a card; what Slack does not take is drawn more simply, at last as text alone.</summary>
    private async Task<CallResult> Say(string workspaceId, string method, Card card, Func<JsonObject> begin, CancellationToken cancellation)
    {
        CallResult answer = new CallResult.Uncertain();
        foreach (var (text, blocks) in Drawings(card))
        {
            var arguments = begin();
            arguments["text"] = text;
            // An update keeps the blocks it is not told of: docs.slack.dev/reference/methods/chat.update.
            arguments["blocks"] = blocks;
            answer = await api.Call(workspaceId, method, arguments, cancellation);
            if (answer is not CallResult.Refused refused || !SlackErrors.IsOfDrawing(refused.Error)) break;
        }

        return answer;
    }

    private static IEnumerable<(string Text, JsonArray Blocks)> Drawings(Card card)
    {
        var drawn = BlockKitRenderer.One(card);
        yield return (drawn.Text, drawn.Blocks);
        var plain = BlockKitRenderer.One(card, charts: false);
        yield return (plain.Text, plain.Blocks);
        yield return (plain.Text, []);
    }

    /// <summary>The delivery for a call that certainly posted nothing.</summary>
    private static Delivery NotSaid(CallResult answer) => answer switch
    {
        CallResult.Later later => new NotNow(later.After),
        CallResult.Refused refused => new Refused(refused.Error, SlackErrors.ReasonOf(refused.Error)) { IsOfMessage = SlackErrors.IsOfDrawing(refused.Error) },
        // Either the app was removed, and nothing of the workspace is claimed any more, or Slack has yet to tell us that it is there.
        NotInstalled => new NotNow(Duration.FromMinutes(1)),
        _ => new NotNow(),
    };
}
