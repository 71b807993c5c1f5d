using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Teams.Api;
using AccountNudge.Bot.Teams.Cards;
using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Bot.Teams.People;
using AccountNudge.Core.Posting;

namespace AccountNudge.Bot.Teams.Outbound;

/// <summary>
/// Teams as a chat platform: posts and updates cards. Nothing is said where outsiders hear it, where that is not known, or where
/// the bot was removed.
/// </summary>
internal sealed class TeamsPlatform(ConnectorApi api, TeamsPeople people) : IChatPlatform
{
    /// <summary>How long to wait until a token of ours may be accepted again.</summary>
    private static readonly Duration UntilSetRight = Duration.FromMinutes(1);

    public string Name => TeamsSettings.Platform;

    public async Task<Delivery> Post(ChatTarget target, Card card, string key, CancellationToken cancellation)
    {
        var (reference, objection) = target.IsDirect
            ? await Direct(target.WorkspaceId, target.Address, cancellation)
            : await Place(target.WorkspaceId, target.Address, cancellation);
        if (reference is null) return objection!;
        var thread = ThreadOf(target, reference);
        var (conversation, answer) = (thread ?? reference.ConversationId, await Send(reference, thread ?? reference.ConversationId, card, cancellation));
        // A thread can be dead in more than one way while its channel lives.
        if (thread is not null && answer is CallResult.Refused)
            (conversation, answer) = (reference.ConversationId, await Send(reference, reference.ConversationId, card, cancellation));
        return answer switch
        {
            // An answer without a body is a success too; what cannot be named cannot be changed later.
            ConnectorDone done => new Delivered(new MessageId(conversation, done.Id).ToString()),
            CallResult.Uncertain => new Uncertain(),
            _ => await NotTaken(reference, answer),
        };
    }

    /// <summary>
    /// The Connector has no way to read what was said (only Microsoft Graph does, with permissions an administrator must grant),
    /// and takes no key of ours along: nobody knows.
    /// </summary>
    public Task<Lookup> Find(ChatTarget target, string key, Instant sentAfter, CancellationToken cancellation) => Task.FromResult<Lookup>(new Unknown());

    public Task FollowHome(string workspaceId, string channelId, CancellationToken cancellation) => people.FollowHome(workspaceId, channelId, cancellation);

    public Task<IReadOnlyCollection<string>?> ChannelsOf(string workspaceId, string personId, IReadOnlyCollection<string> among, CancellationToken cancellation) =>
        people.ChannelsOf(workspaceId, personId, among, cancellation);

    public async Task<Delivery> Update(ChatTarget target, string messageId, Card card, CancellationToken cancellation)
    {
        if (MessageId.Read(messageId) is not { ActivityId.Length: > 0 } message) return ConnectorErrors.NoMessage;
        // A team may have moved since: what counts is who reads the message where it stands.
        var (reference, objection) = target.IsDirect
            ? await Direct(target.WorkspaceId, target.Address, cancellation)
            : await Place(target.WorkspaceId, message.PlaceId, cancellation);
        if (reference is null) return objection!;
        if (reference.ConversationId != message.PlaceId) return ConnectorErrors.NoMessage;
        var answer = await Say(card, drawn => api.Update(reference.ServiceUrl, message.ConversationId, message.ActivityId, drawn, isToOne: false, cancellation));
        return answer switch
        {
            ConnectorDone => new Delivered(messageId),
            CallResult.Refused { Status: 404, Error: not "BotNotInConversationRoster" } => ConnectorErrors.NoMessage,
            // It may be repeated: the message is the same afterwards.
            _ => await NotTaken(reference, answer),
        };
    }

    /// <summary>The conversation in which a message follows another one up; null where there are no threads, or the other one stands elsewhere.</summary>
    private static string? ThreadOf(ChatTarget target, Reference reference) =>
        reference.HasThreads && MessageId.Read(target.FollowsMessageId) is { } followed && followed.PlaceId == reference.ConversationId ? followed.ThreadBelow : null;

    private Task<CallResult> Send(Reference reference, string conversationId, Card card, CancellationToken cancellation) =>
        Say(card, drawn => api.Send(reference.ServiceUrl, conversationId, drawn, onlyTo: null, () => people.IsThere(reference, cancellation), cancellation));

    /// <summary>Says a card; one that Teams does not take is said once more in words alone.</summary>
    private static async Task<CallResult> Say(Card card, Func<JsonObject, Task<CallResult>> send)
    {
        var answer = await send(AdaptiveCardRenderer.Message(AdaptiveCardRenderer.One(card), card.Headline.Plain));
        return ConnectorErrors.IsOfMessage(answer) ? await send(PlainMessage.Of(card)) : answer;
    }

    /// <summary>A chat or channel among colleagues, or why nothing may be said there now, or ever.</summary>
    private async Task<(Reference? Reference, Delivery? Objection)> Place(string tenantId, string placeId, CancellationToken cancellation)
    {
        var audience = await people.AudienceOf(tenantId, placeId, cancellation);
        if (audience.Sharing == Sharing.Outsiders) return (null, Refused.Outsiders);
        return audience.Sharing == Sharing.Internal ? (audience.Reference, null) : (null, await NotSaid(audience.Reference, audience.Failure!));
    }

    /// <summary>The personal chat with a colleague, or why nothing may be said there now, or ever. Opening it tells them nothing yet.</summary>
    private async Task<(Reference? Reference, Delivery? Objection)> Direct(string tenantId, string personId, CancellationToken cancellation)
    {
        var (reference, failure) = await people.Personal(tenantId, personId, cancellation);
        if (reference is null) return (null, await NotSaid(reference, failure!));
        var (person, unknown) = await people.Person(tenantId, reference.ConversationId, personId, locale: null, cancellation);
        if (person is null) return (null, await NotSaid(reference, unknown!));
        return person.IsGuest ? (null, ConnectorErrors.Guest) : (reference, null);
    }

    /// <summary>It was sent and not taken: because of what it is, or because of where it was to go.</summary>
    private async Task<Delivery> NotTaken(Reference reference, CallResult answer) =>
        answer is CallResult.Refused refused && ConnectorErrors.IsOfMessage(refused) ? ConnectorErrors.OfMessage(refused) : await NotSaid(reference, answer);

    /// <summary>It certainly was not said. Where the answer tells that we are not there any more, that is remembered.</summary>
    private async Task<Delivery> NotSaid(Reference? reference, CallResult answer)
    {
        if (reference is not null) await people.HandleRemoval(reference, answer);
        return answer switch
        {
            CallResult.Later later => new NotNow(later.After),
            CallResult.Refused refused when ConnectorErrors.IsOurs(refused) => new NotNow(UntilSetRight),
            CallResult.Refused refused => ConnectorErrors.Of(refused),
            _ => new NotNow(),
        };
    }
}
