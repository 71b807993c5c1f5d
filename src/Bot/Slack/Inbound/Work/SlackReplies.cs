using AccountNudge.Bot.Slack.Inbound.Payloads;
using AccountNudge.Bot.Slack.Messages;

namespace AccountNudge.Bot.Slack.Inbound.Work;

/// <summary>From a reply to the calls that show it: where, to whom, and what to try when Slack refuses.</summary>
internal static class SlackReplies
{
    /// <summary>Uses of a response URL, docs.slack.dev/interactivity/handling-user-interaction.</summary>
    private const int MostResponses = 5;

    /// <summary>The calls for a reply's card; none for a reply without.</summary>
    public static IReadOnlyList<ReplyCall> Of(SlackTurn asked, Reply reply)
    {
        if (reply.Card is not { } card) return [];
        if (reply.IsRenewed) return BesideCard(asked, reply);
        if (asked.Turn.Input is Visited) return [new ReplyCall(new JsonObject { ["user_id"] = asked.Turn.Speaker.Id, ["view"] = BlockKitRenderer.Home(card) }, [new SlackRoute("views.publish", [])])];
        var messages = BlockKitRenderer.All(card);
        var plain = BlockKitRenderer.All(card, charts: false);
        var shown = messages.Select((message, index) => new ReplyCall(Content(message), Routes(asked, reply, index))
        {
            Plain = plain.Count == messages.Count && !JsonNode.DeepEquals(plain[index].Blocks, message.Blocks) ? Content(plain[index]) : null,
            PostId = messages.Count == 1 ? reply.Live?.PostId : null,
        });
        return
        [
            .. shown,
            .. reply.AnswersQuestion && !IsPersonal(asked, reply) && messages.Count < MostResponses ? WithoutQuestion(asked.Origin) : [],
            .. BesideCard(asked, reply),
        ];
    }

    /// <summary>A sentence where nothing may be said to others: through the response URL, else directly.</summary>
    public static IReadOnlyList<ReplyCall> Aside(SlackTurn asked, Card card)
    {
        var ways = asked.Origin.ResponseUrl is { } url ? SlackRoute.Respond(url, Ephemeral()) : Directly(asked);
        return [new ReplyCall(Content(BlockKitRenderer.One(card)), [ways])];
    }

    /// <summary>Something to a person alone, whatever became of the place where they said something.</summary>
    public static ReplyCall Directly(string personId, Card card) => new(Content(BlockKitRenderer.One(card)), [Directly(personId)]);

    /// <summary>The line beside the card, for the asker alone.</summary>
    private static IReadOnlyList<ReplyCall> BesideCard(SlackTurn asked, Reply reply) =>
        reply.Aside is { } aside ? [new ReplyCall(Content(BlockKitRenderer.One(new Card(aside))), [.. asked.IsOwn ? [Directly(asked)] : ToAsker(asked, asked.Origin)])] : [];

    private static List<SlackRoute> Routes(SlackTurn asked, Reply reply, int index)
    {
        var origin = index < MostResponses ? asked.Origin : asked.Origin with { ResponseUrl = null };
        var routes = new List<SlackRoute>();
        if (index == 0 && (reply.Replaces || (reply.AnswersQuestion && IsPersonal(asked, reply)))) routes.AddRange(Replacing(asked, reply));
        if (asked.IsOwn) routes.Add(Directly(asked));
        else if (asked.Turn.Channel.IsDirect) routes.AddRange(InDirect(asked, origin));
        else routes.AddRange(reply.OnlyAsker ? ToAsker(asked, origin) : ToEveryone(asked, origin, isLive: reply.Live is not null));
        return routes;
    }

    private static bool IsPersonal(SlackTurn asked, Reply reply) => reply.OnlyAsker || asked.Turn.Channel.IsDirect;

    /// <summary>The answer stands where all see it, so the question that only the asker sees goes.</summary>
    private static IEnumerable<ReplyCall> WithoutQuestion(SlackOrigin origin) =>
        origin is { IsEphemeral: true, ResponseUrl: { } url } ? [new ReplyCall([], [SlackRoute.Respond(url, new JsonObject { ["delete_original"] = true })])] : [];

    /// <summary>A personal answer never takes the place of what others see.</summary>
    private static IEnumerable<SlackRoute> Replacing(SlackTurn asked, Reply reply)
    {
        var origin = asked.Origin;
        if (asked.IsOwn || (!origin.IsEphemeral && (origin.Message is null || (reply.OnlyAsker && !asked.Turn.Channel.IsDirect)))) yield break;
        var heardIn = origin.IsEphemeral || asked.Turn.Channel.IsDirect ? null : origin.Channel;
        if (!origin.IsEphemeral) yield return new SlackRoute("chat.update", new JsonObject { ["channel"] = origin.Channel, ["ts"] = origin.Message }) { HeardIn = heardIn };
        if (origin.ResponseUrl is { } url) yield return SlackRoute.Respond(url, new JsonObject { ["replace_original"] = true }) with { HeardIn = heardIn };
    }

    /// <summary>
    /// A slash command works where the bot is not; what is in a thread stays in it. Of a live card Slack must tell where it stands, which it does
    /// not of what comes by a response URL.
    /// </summary>
    private static IEnumerable<SlackRoute> ToEveryone(SlackTurn asked, SlackOrigin origin, bool isLive)
    {
        var post = new SlackRoute("chat.postMessage", Threaded(origin, new JsonObject { ["channel"] = origin.Channel })) { HeardIn = origin.Channel };
        var respond = origin.ResponseUrl is { } url
            ? SlackRoute.Respond(url, Threaded(origin, new JsonObject { ["response_type"] = "in_channel", ["replace_original"] = false })) with { HeardIn = origin.Channel }
            : null;
        return origin.Thread is null && !isLive ? [.. Only(respond), post, Directly(asked)] : [post, .. Only(respond), Directly(asked)];
    }

    private static IEnumerable<SlackRoute> ToAsker(SlackTurn asked, SlackOrigin origin)
    {
        var post = new SlackRoute("chat.postEphemeral", Threaded(origin, new JsonObject { ["channel"] = origin.Channel, ["user"] = asked.Turn.Speaker.Id }));
        var respond = origin.ResponseUrl is { } url ? SlackRoute.Respond(url, Ephemeral()) : null;
        return origin.Thread is null ? [.. Only(respond), post, Directly(asked)] : [post, .. Only(respond), Directly(asked)];
    }

    /// <summary>
    /// A slash command may be typed in a direct message between two people: there the bot cannot post, and its answer is for the asker alone.
    /// </summary>
    private static IEnumerable<SlackRoute> InDirect(SlackTurn asked, SlackOrigin origin)
    {
        var post = new SlackRoute("chat.postMessage", Threaded(origin, new JsonObject { ["channel"] = origin.Channel }));
        return [post, .. Only(origin.ResponseUrl is { } url ? SlackRoute.Respond(url, Ephemeral()) : null), Directly(asked)];
    }

    private static SlackRoute Directly(SlackTurn asked) => Directly(asked.Turn.Speaker.Id);

    private static SlackRoute Directly(string personId) => new("chat.postMessage", new JsonObject { ["channel"] = personId });

    private static SlackRoute[] Only(SlackRoute? route) => route is null ? [] : [route];

    private static JsonObject Ephemeral() => new() { ["response_type"] = "ephemeral", ["replace_original"] = false };

    private static JsonObject Threaded(SlackOrigin origin, JsonObject fields)
    {
        if (origin.Thread is { } thread) fields["thread_ts"] = thread;
        return fields;
    }

    private static JsonObject Content(SlackMessage message) => new() { ["text"] = message.Text, ["blocks"] = message.Blocks.DeepClone() };
}
