using System.Text.Json.Nodes;

namespace AccountNudge.Testing.Teams;

/// <summary>
/// What happens to the places, as Teams tells the bot: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events,
/// for shared and private channels OfficeDev/Microsoft-Teams-Samples bot-shared-channel-events.
/// </summary>
public sealed partial class FakeTeams
{
    /// <summary>The bot is installed in a team; the person chooses a channel for it to be at home in.</summary>
    public IReadOnlyList<TeamsDelivery> Installs(FakePerson by, FakeTeam team, FakePlace? chosen = null)
    {
        var place = chosen ?? General(team);
        team.Bot.LetIn();
        var data = TeamData(place, named: true);
        data["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = place.Id } };
        return [Members("membersAdded", by, place, [BotId], With(data, "teamMemberAdded")), Installation("add", by, place, data)];
    }

    /// <summary>The bot is added to a group chat, to a private or shared channel, or to a person's own apps.</summary>
    public IReadOnlyList<TeamsDelivery> Installs(FakePerson by, FakePlace place)
    {
        Require(!place.IsOpenToTeam, "Standard channels have the bot with their team.");
        place.Bot.LetIn();
        IEnumerable<string> members = place.With is { } person ? [BotId, person] : [BotId];
        return [Members("membersAdded", by, place, members, With(ChannelData(place), place.Kind == PlaceKind.Channel ? "channelMemberAdded" : null)), Installation("add", by, place, ChannelData(place))];
    }

    /// <summary>The bot is taken out of a team.</summary>
    public IReadOnlyList<TeamsDelivery> Uninstalls(FakePerson by, FakeTeam team)
    {
        team.Bot.IsHere = false;
        var place = General(team);
        return [Gone(team.Bot, Members("membersRemoved", by, place, [BotId], With(TeamData(place, named: true), "teamMemberRemoved"))), Gone(team.Bot, Installation("remove", by, place, TeamData(place, named: true)))];
    }

    /// <summary>The bot is taken out of a group chat, a private or shared channel, or a person's own apps, of which only the installation tells.</summary>
    public IReadOnlyList<TeamsDelivery> Uninstalls(FakePerson by, FakePlace place)
    {
        Require(!place.IsOpenToTeam, "Standard channels have the bot with their team.");
        place.Bot.IsHere = false;
        var removal = Gone(place.Bot, Installation("remove", by, place, ChannelData(place)));
        if (place.Kind == PlaceKind.Personal) return [removal];
        return [Gone(place.Bot, Members("membersRemoved", by, place, [BotId], With(ChannelData(place), place.Kind == PlaceKind.Channel ? "channelMemberRemoved" : null))), removal];
    }

    /// <summary>Someone comes into a team, with whoever brought them.</summary>
    public TeamsDelivery Joins(FakePerson person, FakeTeam team, FakePerson? by = null)
    {
        lock (gate) team.Members.Add(person.Id);
        return Members("membersAdded", by ?? person, General(team), [person.Id], With(TeamData(General(team)), "teamMemberAdded"));
    }

    /// <summary>Someone comes into a group chat, or into a private or shared channel.</summary>
    public TeamsDelivery Joins(FakePerson person, FakePlace place, FakePerson? by = null)
    {
        Require(!place.IsOpenToTeam && place.With is null, "Nobody joins that alone.");
        lock (gate) place.OwnMembers.Add(person.Id);
        return Members("membersAdded", by ?? person, place, [person.Id], MembershipData("channelMemberAdded", person, place));
    }

    /// <summary>Someone goes from a team.</summary>
    public TeamsDelivery Leaves(FakePerson person, FakeTeam team, FakePerson? by = null)
    {
        lock (gate) team.Members.Remove(person.Id);
        return Members("membersRemoved", by ?? person, General(team), [person.Id], With(TeamData(General(team)), "teamMemberRemoved"));
    }

    /// <summary>Someone goes from a group chat, or from a private or shared channel.</summary>
    public TeamsDelivery Leaves(FakePerson person, FakePlace place, FakePerson? by = null)
    {
        Require(!place.IsOpenToTeam && place.With is null, "Nobody leaves that alone.");
        lock (gate) place.OwnMembers.Remove(person.Id);
        return Members("membersRemoved", by ?? person, place, [person.Id], MembershipData("channelMemberRemoved", person, place));
    }

    /// <summary>A shared channel is shared with another team, perhaps of another tenant; its people are in the channel from then on.</summary>
    public TeamsDelivery Shares(FakePerson by, FakePlace channel, FakeTeam with)
    {
        Require(channel.Type == ChannelType.Shared, "Only shared channels are shared.");
        lock (gate) channel.OwnMembers.UnionWith(with.Members);
        return Happens("channelShared", by, channel, "sharedWithTeams", new JsonArray(Named(with)));
    }

    /// <summary>A shared channel is shared with another team no longer.</summary>
    public TeamsDelivery Unshares(FakePerson by, FakePlace channel, FakeTeam with)
    {
        lock (gate) channel.OwnMembers.ExceptWith(with.Members);
        return Happens("channelUnshared", by, channel, "unsharedFromTeams", new JsonArray(Named(with)));
    }

    /// <summary>A channel has another name.</summary>
    public TeamsDelivery Renames(FakePerson by, FakePlace channel, string name)
    {
        channel.Name = name;
        return Happens("channelRenamed", by, channel);
    }

    /// <summary>Anything that happens to a channel, such as <c>channelDeleted</c>; nothing is done.</summary>
    /// <param name="eventType">What happens.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="channel">To which channel.</param>
    /// <param name="extra">The name of what else is told; null for nothing.</param>
    /// <param name="told">What else is told.</param>
    public TeamsDelivery Happens(string eventType, FakePerson by, FakePlace channel, string? extra = null, JsonNode? told = null)
    {
        Require(channel.Team is not null, "That is no channel.");
        var data = With(TeamData(channel, named: true), eventType);
        data["channel"] = new JsonObject { ["id"] = channel.Id, ["name"] = channel.Name, ["type"] = TypeName(channel.Type) };
        if (extra is not null) data[extra] = told;
        var where = channel.Type == ChannelType.Standard ? General(channel.Team!) : channel;
        return new TeamsDelivery(Activity("conversationUpdate", by, Conversation(where), data));
    }

    private TeamsDelivery Members(string change, FakePerson by, FakePlace place, IEnumerable<string> who, JsonObject data)
    {
        var activity = Activity("conversationUpdate", by, Conversation(place), data);
        activity[change] = new JsonArray([.. who.Select(id => people.TryGetValue(id, out var person) ? new JsonObject { ["id"] = id, ["aadObjectId"] = person.ObjectId } : new JsonObject { ["id"] = id })]);
        return new TeamsDelivery(activity);
    }

    private TeamsDelivery Installation(string action, FakePerson by, FakePlace place, JsonObject data)
    {
        var activity = Activity("installationUpdate", by, Conversation(place), data.DeepClone().AsObject());
        activity["action"] = action;
        activity["channelData"]!["source"] = new JsonObject { ["name"] = "message" };
        return new TeamsDelivery(activity);
    }

    private TeamsDelivery Gone(Presence bot, TeamsDelivery removal) => removal with
    {
        Heard = () =>
        {
            lock (gate) bot.KnowsItIsGone = !bot.IsHere;
        },
    };

    private static JsonObject With(JsonObject data, string? eventType)
    {
        var told = data.DeepClone().AsObject();
        if (eventType is not null) told["eventType"] = eventType;
        return told;
    }

    private static JsonObject TeamData(FakePlace place, bool named = false) => new()
    {
        ["team"] = named ? Named(place.Team!) : new JsonObject { ["id"] = place.Team!.Id }, ["tenant"] = new JsonObject { ["id"] = place.Tenant },
    };

    /// <summary>In shared channels it is told, too, through which team someone is in it.</summary>
    private static JsonObject MembershipData(string eventType, FakePerson person, FakePlace place)
    {
        var data = With(ChannelData(place), place.Kind == PlaceKind.Channel ? eventType : null);
        if (place.Type == ChannelType.Shared)
            data["membershipSource"] = new JsonObject { ["sourceType"] = "channel", ["id"] = place.Id, ["name"] = place.Name, ["membershipType"] = "direct", ["tenantId"] = person.Tenant };
        return data;
    }

    private static JsonObject Named(FakeTeam team) => new() { ["id"] = team.Id, ["name"] = team.Name, ["aadGroupId"] = team.GroupId, ["tenantId"] = team.Tenant };
}
