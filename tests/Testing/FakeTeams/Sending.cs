using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace AccountNudge.Testing.Teams;

public sealed partial class FakeTeams
{
    private Answer Send(ConnectorCall call, Request request)
    {
        var place = Speaking(call.Conversation, request.Tenant);
        var activity = Checked(call.Body);
        var onlyFor = request.IsTargeted ? Recipient(place, activity) : null;
        var root = Root(call.Conversation, place);
        if (call.Action == "reply") root ??= Existing(place, request.Path[^1]).Root;
        return new Answer(StatusCodes.Status201Created, new JsonObject { ["id"] = Add(place, root, BotId, activity, onlyFor).Id });
    }

    private Answer Update(ConnectorCall call, Request request)
    {
        var place = Speaking(call.Conversation, request.Tenant);
        var message = Own(place, request);
        var activity = Checked(call.Body);
        if (request.IsTargeted && Text(activity, "recipient", "id") is { Length: > 0 } other && other != message.OnlyFor) throw Refused("BadArgument", "a targeted message was changed for someone else");
        message.Change(activity);
        return new Answer(StatusCodes.Status200OK, new JsonObject { ["id"] = message.Id });
    }

    private Answer Delete(ConnectorCall call, Request request)
    {
        Own(Speaking(call.Conversation, request.Tenant), request).IsDeleted = true;
        return new Answer(StatusCodes.Status200OK, null);
    }

    /// <summary>A personal chat, which there is one of per person, or a new thread in a channel.</summary>
    private Answer Create(JsonObject body, Request request)
    {
        var isGroup = (body["isGroup"] as JsonValue)?.TryGetValue<bool>(out var flag) == true && flag;
        var channel = Text(body, "channelData", "channel", "id");
        if (isGroup && channel.Length > 0) return StartThread(channel, body, request);
        if (isGroup) throw Refused("BadArgument", "a bot cannot begin a group chat");
        var person = OnlyMember(body);
        if ((Text(body, "tenantId") is { Length: > 0 } given ? given : Text(body, "channelData", "tenant", "id")) != request.Tenant) throw Refused("BadArgument", "a personal chat was opened without its own tenant");
        if (person.Tenant != request.Tenant) throw new ConnectorRefusalException(StatusCodes.Status403Forbidden, "Forbidden");
        if (Text(body, "bot", "id") is { Length: > 0 } bot && bot != BotId) throw Refused("BadArgument", "a personal chat was opened for another bot");
        return new Answer(StatusCodes.Status201Created, new JsonObject { ["id"] = Opened(person).Id });
    }

    private FakePerson OnlyMember(JsonObject body)
    {
        var members = body["members"] as JsonArray ?? [];
        if (members.Count != 1) throw Refused("BadArgument", $"a personal chat was opened with {members.Count} members");
        return people.GetValueOrDefault(Text(members[0], "id")) ?? throw Refused("BadArgument", "a personal chat was opened with nobody who is known");
    }

    /// <summary>Whoever has the app, or meets the bot elsewhere, can be written to: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages.</summary>
    private FakePlace Opened(FakePerson person)
    {
        var chat = PersonalChat(person);
        if (chat.Bot.IsHere) return chat;
        var meets = places.Values.Any(place => place.Bot.IsHere && place.Members.Contains(person.Id));
        if (chat.Bot.KnowsItIsGone || !meets) Banish(chat);
        chat.Bot.LetIn();
        return chat;
    }

    private Answer StartThread(string channel, JsonObject body, Request request)
    {
        var place = Speaking(channel, request.Tenant);
        if (place.Kind != PlaceKind.Channel || channel != place.Id) throw Refused("BadArgument", "a thread was begun where there are none");
        var message = Add(place, null, BotId, Checked(body["activity"] as JsonObject));
        return new Answer(StatusCodes.Status201Created, new JsonObject { ["id"] = message.Conversation, ["activityId"] = message.Id });
    }

    /// <summary>A place in which the bot may speak; elsewhere it is refused, and noted if the bot ought to know.</summary>
    private FakePlace Speaking(string conversation, string tenant)
    {
        if (!places.TryGetValue(Bare(conversation), out var place) || place.Tenant != tenant)
            throw Refused("ConversationNotFound", $"there is no conversation {conversation} in tenant {tenant}", StatusCodes.Status404NotFound);
        if (!place.Bot.IsHere) Banish(place);
        return place;
    }

    private void Banish(FakePlace place)
    {
        if (place.Bot.KnowsItIsGone) Note($"the bot speaks where it knows it was put out: {place.Id}");
        else if (!place.Bot.WasHere) Note($"the bot speaks where it never was: {place.Id}");
        throw new ConnectorRefusalException(StatusCodes.Status403Forbidden, "BotNotInConversationRoster");
    }

    private string? Root(string conversation, FakePlace place)
    {
        if (conversation == place.Id) return null;
        if (place.Kind != PlaceKind.Channel) throw Refused("BadArgument", "a chat has no threads");
        return Existing(place, conversation.Split(ThreadMark)[1]).Root;
    }

    private FakeChatMessage Existing(FakePlace place, string id) =>
        messages.Find(message => message.Place == place && message.Id == id && !message.IsDeleted)
        ?? throw new ConnectorRefusalException(StatusCodes.Status404NotFound, "ActivityNotFoundInConversation");

    private FakeChatMessage Own(FakePlace place, Request request)
    {
        var message = Existing(place, request.Path[^1]);
        if (message.From != BotId) throw Refused("Forbidden", "the bot changed a message that is not its own", StatusCodes.Status403Forbidden);
        if (message.OnlyFor is not null != request.IsTargeted) throw Refused("BadArgument", "a targeted message must be changed as one, and no other");
        return message;
    }

    /// <summary>Whom a targeted message is for: someone who is in the place, which is no personal chat (learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages).</summary>
    private string Recipient(FakePlace place, JsonObject activity)
    {
        var id = Text(activity, "recipient", "id");
        if (id.Length == 0) throw Refused("BadArgument", "a targeted message has no recipient");
        if (place.Kind == PlaceKind.Personal) throw Refused("BadArgument", "a targeted message was sent to a personal chat");
        if (!place.Members.Contains(id)) throw Refused("BadArgument", "a targeted message is for someone who is not there");
        return id;
    }
}
