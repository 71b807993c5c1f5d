using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Teams.Api;
using AccountNudge.Bot.Teams.Cards;
using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Bot.Teams.Outbound;
using AccountNudge.Bot.Teams.People;

namespace AccountNudge.Bot.Teams.Inbound.Work;

/// <summary>Where and for whom something is sent.</summary>
/// <param name="Place">The conversation, with the thread; empty for the person's own chat with us.</param>
internal sealed record TeamsRoute(string Place)
{
    /// <summary>The one person it is for; null when all there see it.</summary>
    public string? OnlyTo { get; init; }

    /// <summary>The message there that it takes the place of; null when it is a new one.</summary>
    public string? Replaced { get; init; }

    /// <summary>Others may be there who hear it.</summary>
    public bool IsHeard { get; init; }

    /// <summary>To someone's own chat with us.</summary>
    public static TeamsRoute Directly(string personId) => new("") { OnlyTo = personId };
}

/// <summary>Something to send in answer to somebody, and the ways to try, best first.</summary>
/// <param name="Content">The message activity.</param>
/// <param name="Routes">Those that are left.</param>
internal sealed record TeamsCall(JsonObject Content, IReadOnlyList<TeamsRoute> Routes)
{
    private static readonly Duration Insisting = Duration.FromMinutes(1);
    private static readonly CallResult NotThere = new CallResult.Refused("UnknownConversation", 404);

    /// <summary>The message in words alone, should Teams not take it as it is; null when there are none, or they stand in another call.</summary>
    public JsonObject? Plain { get; init; }

    /// <summary>On its best way it was refused as it is: there it is said in words.</summary>
    public bool IsInWords { get; init; }

    /// <summary>The post of a live card, which learns where it stands; null for anything else.</summary>
    public Guid? PostId { get; init; }

    /// <summary>Somebody began to send it and did not come to an end: it may stand there.</summary>
    public bool IsBegun { get; init; }

    /// <summary>Another way may have refused the card for reasons of its own, so the next is tried with all of it.</summary>
    private TeamsCall Otherwise => this with { Routes = [.. Routes.Skip(1)], IsInWords = false };

    /// <summary>A card as one message.</summary>
    public static TeamsCall Of(Card card, IReadOnlyList<TeamsRoute> routes) => Of(AdaptiveCardRenderer.One(card), card, routes);

    /// <summary>Something drawn, and the card that says the same in words.</summary>
    public static TeamsCall Of(JsonObject drawn, Card card, IReadOnlyList<TeamsRoute> routes) =>
        new(AdaptiveCardRenderer.Message(drawn, card.Headline.Plain), routes) { Plain = PlainMessage.Of(card) };

    /// <summary>Sends it by its first route; where it stands then, if Teams tells.</summary>
    public async Task<(CallResult Answer, MessageId? Stands)> Send(ConnectorApi api, TeamsPeople people, string tenantId, CancellationToken cancellation)
    {
        var route = Routes[0];
        var (reference, failure) = route.Place.Length == 0
            ? await people.Personal(tenantId, route.OnlyTo!, cancellation)
            : (await people.Find(tenantId, ConversationIds.PlaceOf(route.Place), cancellation), null);
        // Opening a chat may be repeated: nothing was said yet.
        if (reference is null) return (failure is CallResult.Uncertain ? new CallResult.Later(NotYetException.Soon) : failure ?? NotThere, null);
        var (service, conversation) = (reference.ServiceUrl, route.Place.Length == 0 ? reference.ConversationId : route.Place);
        var (onlyTo, content) = (route.Place.Length == 0 ? null : route.OnlyTo, IsInWords ? Plain! : Content);
        if (route.Replaced is { } message)
        {
            var replaced = await api.Update(service, conversation, message, content, isToOne: onlyTo is not null, cancellation);
            return (replaced, replaced is ConnectorDone && onlyTo is null ? new MessageId(conversation, message) : null);
        }

        var sent = await api.Send(service, conversation, content, onlyTo, () => people.IsThere(reference, cancellation), cancellation);
        return (sent, sent is ConnectorDone { Id.Length: > 0 } done && onlyTo is null ? new MessageId(conversation, done.Id) : null);
    }

    /// <summary>
    /// What is left to do after an answer; null when nothing is, and how long to wait before. What is refused as it is, and not for the
    /// place, is said there in words before another way is tried. A new message that may stand there
    /// already is not sent again: Teams knows no key by which to tell (openclaw/openclaw#121116). Replacing one is repeated for a
    /// while; meanwhile the person's next words wait.
    /// </summary>
    /// <param name="answer">The answer.</param>
    /// <param name="age">Real time since the call was ready.</param>
    public (TeamsCall? Left, Duration Wait) After(CallResult answer, Duration age) => answer switch
    {
        CallResult.Later later => (this, later.After),
        CallResult.Uncertain when Routes[0].Replaced is not null && age < Insisting => (this, new NotYetException(NotYetException.Soon).WaitAt(age)),
        CallResult.Refused when !IsInWords && Plain is not null && ConnectorErrors.IsOfMessage(answer) => (this with { IsInWords = true }, Duration.Zero),
        CallResult.Refused when Routes.Count > 1 => (Otherwise, Duration.Zero),
        CallResult.Uncertain when Routes[0].Replaced is not null && Routes.Count > 1 => (Otherwise, Duration.Zero),
        _ => (null, Duration.Zero),
    };
}
