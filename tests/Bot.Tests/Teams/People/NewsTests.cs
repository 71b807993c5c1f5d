using System.Text.Json.Nodes;
using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Bot.Teams.People;

namespace AccountNudge.Bot.Tests.Teams.People;

public sealed class NewsTests
{
    private const string Us = TeamsFixture.Bot;

    [Theory]
    [InlineData("channelDeleted", null, null, "Left", false)]
    [InlineData("channelRestored", null, null, "Came", false)]
    [InlineData("channelShared", null, null, "Shared", false)]
    [InlineData("channelUnshared", null, null, "Unshared", false)]
    [InlineData("channelMemberAdded", "29:ben", null, "Unsettled", false)]
    [InlineData("channelMemberRemoved", null, "29:ben", "Unsettled", false)]
    [InlineData("channelMemberAdded", Us, null, "Came", false)]
    [InlineData("channelMemberRemoved", null, Us, "Left", false)]
    [InlineData("teamMemberAdded", "29:ben", null, "Unsettled", true)]
    [InlineData("teamMemberAdded", null, null, "Unsettled", true)]
    [InlineData("teamMemberRemoved", null, "29:ben", "Unsettled", true)]
    [InlineData("teamMemberAdded", Us, null, "Came", true)]
    [InlineData("teamMemberRemoved", null, Us, "Left", true)]
    [InlineData("teamDeleted", null, null, "Left", true)]
    [InlineData("teamHardDeleted", null, null, "Left", true)]
    [InlineData("teamrestored", null, null, "Came", true)]
    [InlineData("teamArchived", null, null, "Seen", false)]
    [InlineData("teamRenamed", null, null, "Seen", false)]
    [InlineData("channelCreated", null, null, "Seen", false)]
    [InlineData("channelRenamed", null, null, "Seen", false)]
    [InlineData("something new", null, null, "Seen", false)]
    [InlineData(null, "29:ben", null, "Unsettled", true)]
    public void Events_of_a_team_tell_what_became_of_it_or_of_a_channel(string? eventType, string? added, string? removed, string happening, bool ofWholeTeam) =>
        Of("conversationUpdate", team: true, eventType, added, removed).ShouldBe(new ConversationChange(Enum.Parse<ChangeKind>(happening), ofWholeTeam));

    [Theory]
    [InlineData(null, "29:ben", null, "Unsettled")]
    [InlineData(null, null, Us, "Left")]
    [InlineData(null, Us, null, "Came")]
    [InlineData(null, null, null, "Seen")]
    public void Events_of_a_chat_are_about_it_alone(string? eventType, string? added, string? removed, string happening) =>
        Of("conversationUpdate", team: false, eventType, added, removed).ShouldBe(new ConversationChange(Enum.Parse<ChangeKind>(happening)));

    [Theory]
    [InlineData("add", "Came")]
    [InlineData("add-upgrade", "Came")]
    [InlineData("remove", "Left")]
    [InlineData("remove-upgrade", "Seen")]
    [InlineData("something new", "Seen")]
    public void An_upgrade_is_no_farewell(string action, string happening)
    {
        var expected = Enum.Parse<ChangeKind>(happening);
        Of("installationUpdate", team: true, action: action).ShouldBe(new ConversationChange(expected, expected != ChangeKind.Seen));
        Of("installationUpdate", team: false, action: action).ShouldBe(new ConversationChange(expected));
    }

    [Theory]
    [InlineData("message", "Spoken")]
    [InlineData("invoke", "Seen")]
    [InlineData("messageReaction", "Seen")]
    [InlineData("", "Seen")]
    public void Only_who_speaks_to_us_tells_that_we_are_there(string type, string happening) => Of(type, team: true).ShouldBe(new ConversationChange(Enum.Parse<ChangeKind>(happening)));

    [Fact]
    public void Nothing_in_an_activity_is_certain()
    {
        ConversationInfo.Of(TeamsFixture.Read([]), DateTimeOffset.UnixEpoch).ShouldBeNull();
        ConversationChange.Of(Activity.Read("{}")!).ShouldBe(new ConversationChange(ChangeKind.Seen));
        ConversationInfo.Of(TeamsFixture.Read(new JsonObject { ["conversation"] = "text", ["channelData"] = 1 }), DateTimeOffset.UnixEpoch).ShouldBeNull();
    }

    [Fact]
    public void An_event_about_a_channel_comes_from_its_team()
    {
        var activity = JsonNode.Parse("""
            {
              "type": "conversationUpdate", "timestamp": "2027-03-01T09:00:00.123Z", "serviceUrl": "https://smba.trafficmanager.net/amer",
              "from": { "id": "29:anna" }, "recipient": { "id": "28:bot" }, "conversation": { "id": "19:team", "conversationType": "channel" },
              "channelData": { "tenant": { "id": "T" }, "team": { "id": "19:team", "name": "Sales" }, "channel": { "id": "19:clients", "name": "Clients", "type": "private" }, "eventType": "channelRenamed" }
            }
            """)!.AsObject();

        ConversationInfo.Of(TeamsFixture.Read(activity), DateTimeOffset.UnixEpoch).ShouldBe(new ConversationInfo("T", "19:clients", "channel", "https://smba.trafficmanager.net/amer/", "28:bot")
        {
            At = 1_803_891_600_123, TeamId = "19:team", Name = "Clients", ChannelType = "private",
        });
    }

    [Fact]
    public void A_message_is_where_it_was_said_whatever_else_it_tells()
    {
        var activity = JsonNode.Parse("""
            {
              "type": "message", "serviceUrl": "https://smba.trafficmanager.net/amer/", "from": { "id": "29:anna" }, "recipient": { "id": "28:bot" },
              "conversation": { "id": "19:clients;messageid=1", "conversationType": "channel", "tenantId": "T" },
              "channelData": { "team": { "id": "19:team", "name": "Sales" }, "channel": { "id": "19:other", "name": "Other" } }
            }
            """)!.AsObject();

        var glimpse = ConversationInfo.Of(TeamsFixture.Read(activity), DateTimeOffset.UnixEpoch).ShouldNotBeNull();

        (glimpse.PlaceId, glimpse.Name, glimpse.At, glimpse.PersonId).ShouldBe(("19:clients", null, 0, null));
    }

    [Fact]
    public void A_teams_first_channel_goes_by_the_name_of_the_team_and_a_chat_knows_its_person()
    {
        var first = JsonNode.Parse("""{ "type": "message", "conversation": { "id": "19:team", "tenantId": "T" }, "channelData": { "team": { "id": "19:team", "name": "Sales" } } }""")!.AsObject();
        var chat = JsonNode.Parse("""{ "type": "message", "from": { "id": "29:anna" }, "conversation": { "id": "a:1", "tenantId": "T", "conversationType": "personal" } }""")!.AsObject();

        ConversationInfo.Of(TeamsFixture.Read(first), default)!.Name.ShouldBe("Sales");
        ConversationInfo.Of(TeamsFixture.Read(chat), default)!.PersonId.ShouldBe("29:anna");
    }

    private static ConversationChange Of(string type, bool team, string? eventType = null, string? added = null, string? removed = null, string? action = null)
    {
        var channelData = new JsonObject { ["eventType"] = eventType };
        if (team) channelData["team"] = new JsonObject { ["id"] = TeamsFixture.Team };
        var activity = new JsonObject { ["type"] = type, ["action"] = action, ["recipient"] = new JsonObject { ["id"] = Us }, ["channelData"] = channelData };
        if (added is not null) activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = added });
        if (removed is not null) activity["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = removed });
        return ConversationChange.Of(TeamsFixture.Read(activity));
    }
}
