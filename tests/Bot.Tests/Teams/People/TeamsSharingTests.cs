using System.Text.Json.Nodes;
using AccountNudge.Bot.Platforms;
using AccountNudge.Testing;

namespace AccountNudge.Bot.Tests.Teams.People;

public sealed class TeamsSharingTests
{
    private const string Roster = TeamsFixture.Channel + "/pagedmembers";
    private const string List = TeamsFixture.Team + "/conversations";

    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory]
    [InlineData("user", TeamsFixture.Tenant, "ben@example.com", false)]
    [InlineData("USER", "11111111-2222-3333-4444-555555555555", null, false)]
    [InlineData("user", null, null, false)]
    [InlineData(null, TeamsFixture.Tenant, null, false)]
    [InlineData("guest", TeamsFixture.Tenant, null, true)]
    [InlineData("anonymous", null, null, true)]
    [InlineData("something new", TeamsFixture.Tenant, null, true)]
    [InlineData("user", "99999999-2222-3333-4444-555555555555", null, true)]
    [InlineData("user", TeamsFixture.Tenant, "gil_client.com#EXT#@example.com", true)]
    [InlineData(null, null, null, true)]
    public async Task Guests_the_nameless_and_people_from_other_tenants_are_outsiders(string? role, string? tenant, string? account, bool isOutsider)
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        await fixture.Hear(fixture.Message(TeamsFixture.Group, team: null));
        foreach (var place in new[] { TeamsFixture.Channel, TeamsFixture.Group })
        {
            fixture.Connector.Rosters[place] = [TeamsFixture.Member(TeamsFixture.Anna), TeamsFixture.Member("29:gil", role, tenant, account), TeamsFixture.Member("28:another bot", null, null)];
            (await fixture.Sharing(place)).ShouldBe(isOutsider ? Sharing.Outsiders : Sharing.Internal, place);
        }

        (await fixture.People.Person(TeamsFixture.Tenant, TeamsFixture.Channel, "29:gil", null, default)).Person!.IsGuest.ShouldBe(isOutsider);
    }

    [Theory]
    [InlineData("standard", Sharing.Internal)]
    [InlineData("private", Sharing.Internal)]
    [InlineData(null, Sharing.Internal)]
    [InlineData("shared", Sharing.Outsiders)]
    [InlineData("Shared", Sharing.Outsiders)]
    internal async Task A_channel_that_is_shared_has_outsiders_whoever_is_in_it_now(string? type, Sharing sharing)
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        fixture.Connector.Channels[TeamsFixture.Team] = [TeamsFixture.Listed(TeamsFixture.Channel, "Clients", type)];
        (await fixture.Sharing()).ShouldBe(sharing);
    }

    [Theory]
    [InlineData("private", Sharing.Internal)]
    [InlineData("shared", Sharing.Outsiders)]
    [InlineData(null, Sharing.Outsiders)]
    internal async Task A_channel_that_is_not_listed_may_be_shared_unless_we_were_told_otherwise(string? type, Sharing sharing)
    {
        await using var fixture = await TeamsFixture.Set();
        var message = fixture.Message();
        message["channelData"]!["channel"] = new JsonObject { ["id"] = TeamsFixture.Channel, ["type"] = type };
        await fixture.Hear(message);
        fixture.Connector.Channels[TeamsFixture.Team] = [TeamsFixture.Listed(TeamsFixture.Team, null)];

        (await fixture.Sharing()).ShouldBe(sharing);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_channel_that_is_shared_is_heeded_at_once_and_when_it_is_shared_no_longer(DatabaseKind kind)
    {
        await using var fixture = await TeamsFixture.SetInChannel(kind);
        var channel = new JsonObject { ["id"] = TeamsFixture.Channel };
        fixture.Connector.Channels[TeamsFixture.Team] = [TeamsFixture.Listed(TeamsFixture.Channel, "Clients", type: null)];
        (await fixture.Sharing()).ShouldBe(Sharing.Internal);

        await fixture.Hear(fixture.Update("channelShared", 1, channel: channel.DeepClone().AsObject()));
        (await fixture.Sharing()).ShouldBe(Sharing.Outsiders);
        await fixture.Hear(fixture.Update("channelUnshared", 2, channel: channel));
        (await fixture.Sharing()).ShouldBe(Sharing.Internal);
    }

    [Fact]
    public async Task The_whole_roster_is_read_page_by_page()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        var people = Enumerable.Range(0, 1200).Select(number => TeamsFixture.Member($"29:{number}")).ToList();
        fixture.Connector.Rosters[TeamsFixture.Channel] = people;
        (await fixture.Sharing()).ShouldBe(Sharing.Internal);
        fixture.Connector.Count(Roster).ShouldBe(3);

        fixture.Time.Pass(TimeSpan.FromMinutes(61));
        fixture.Connector.Rosters[TeamsFixture.Channel] = [.. people.Take(1199), TeamsFixture.Member("29:gil", "guest")];
        (await fixture.Sharing()).ShouldBe(Sharing.Outsiders, "the last one is a guest");
    }

    [Fact]
    public async Task A_roster_without_end_is_not_read_for_ever()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        for (var page = 0; page < 5; page++) fixture.Connector.Answer(Roster, $$"""{"members":[{"id":"29:{{page}}","userRole":"user"}],"continuationToken":"{{page}}"}""");

        (await fixture.Sharing(node: fixture.AnotherNode(mostPages: 4))).ShouldBe(Sharing.Unknown);
        fixture.Connector.Count(Roster).ShouldBe(4);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_is_known_holds_for_an_hour_on_every_node(DatabaseKind kind)
    {
        await using var fixture = await TeamsFixture.SetInChannel(kind);
        var other = fixture.AnotherNode();
        (await fixture.Sharing()).ShouldBe(Sharing.Internal);
        fixture.Connector.Rosters[TeamsFixture.Channel] = [TeamsFixture.Member("29:gil", "guest")];

        fixture.Time.Pass(TimeSpan.FromMinutes(59));
        (await fixture.Sharing(node: other)).ShouldBe(Sharing.Internal, "nobody told");
        fixture.Connector.Count(Roster).ShouldBe(1);
        fixture.Time.Pass(TimeSpan.FromMinutes(2));
        (await fixture.Sharing(node: other)).ShouldBe(Sharing.Outsiders);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Who_comes_or_goes_makes_all_channels_of_the_team_be_read_anew_on_every_node(DatabaseKind kind)
    {
        await using var fixture = await TeamsFixture.SetInChannel(kind);
        var other = fixture.AnotherNode();
        (await fixture.Sharing(node: other)).ShouldBe(Sharing.Internal);

        fixture.Connector.Rosters[TeamsFixture.Channel] = [TeamsFixture.Member("29:gil", "guest")];
        await fixture.Hear(fixture.Update("teamMemberAdded", 1, added: ["29:gil"]));
        (await fixture.Sharing(node: other)).ShouldBe(Sharing.Outsiders);

        fixture.Connector.Rosters[TeamsFixture.Channel] = [TeamsFixture.Member(TeamsFixture.Anna)];
        await other.Observe(TeamsFixture.Read(fixture.Update("teamMemberRemoved", 2, removed: ["29:gil"])), default);
        (await fixture.Sharing()).ShouldBe(Sharing.Internal);
    }

    [Fact]
    public async Task News_during_a_reading_is_not_overwritten_by_it()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        var held = fixture.Connector.Hold(Roster, """{"members":[{"id":"29:anna","userRole":"user"}]}""");
        var asked = fixture.People.AudienceOf(TeamsFixture.Tenant, TeamsFixture.Channel, default);
        await held.Came.Task;

        fixture.Connector.Rosters[TeamsFixture.Channel] = [TeamsFixture.Member("29:gil", "guest")];
        await fixture.AnotherNode().Observe(TeamsFixture.Read(fixture.Update("teamMemberAdded", 1, added: ["29:gil"])), default);
        held.Go.SetResult();

        var hearing = await asked;
        (hearing.Sharing, hearing.Failure is CallResult.Later).ShouldBe((Sharing.Unknown, true));
        (await fixture.Sharing()).ShouldBe(Sharing.Outsiders);
    }

    [Fact]
    public async Task An_uninstall_during_a_reading_counts()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        var held = fixture.Connector.Hold(Roster, """{"members":[{"id":"29:anna","userRole":"user"}]}""");
        var asked = fixture.People.AudienceOf(TeamsFixture.Tenant, TeamsFixture.Channel, default);
        await held.Came.Task;
        await fixture.Hear(fixture.Install("remove", 1));
        held.Go.SetResult();

        (await asked).Sharing.ShouldBe(Sharing.Unknown);
    }

    [Fact]
    public async Task Who_asks_at_the_same_time_shares_one_reading()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        var held = fixture.Connector.Hold(Roster, """{"members":[{"id":"29:anna","userRole":"user"}]}""");
        var asked = Enumerable.Range(0, 5).Select(_ => fixture.Sharing()).ToList();
        await held.Came.Task;
        asked.Add(fixture.Sharing());
        held.Go.SetResult();

        (await Task.WhenAll(asked)).ShouldAllBe(sharing => sharing == Sharing.Internal);
        fixture.Connector.Count(Roster).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_waits_for_a_reading_without_end()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        var held = fixture.Connector.Hold(Roster, "{}");
        using var ending = new CancellationTokenSource();
        var asked = fixture.People.AudienceOf(TeamsFixture.Tenant, TeamsFixture.Channel, ending.Token);
        await held.Came.Task;
        await ending.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asked);
        held.Go.SetResult();
    }

    public static TheoryData<string, int, string?, Type> Hindrances => new()
    {
        { Roster, 403, "BotNotInConversationRoster", typeof(CallResult.Refused) },
        { Roster, 404, "ConversationNotFound", typeof(CallResult.Refused) },
        { Roster, 400, null, typeof(CallResult.Refused) },
        { Roster, 429, null, typeof(CallResult.Later) },
        { Roster, 412, null, typeof(CallResult.Later) },
        { Roster, 500, null, typeof(CallResult.Uncertain) },
        { Roster, 0, "", typeof(CallResult.Uncertain) },
        { Roster, 0, "<html>", typeof(CallResult.Uncertain) },
        { Roster, 0, "{}", typeof(CallResult.Uncertain) },
        { Roster, 0, """{"members":"everyone"}""", typeof(CallResult.Uncertain) },
        { Roster, -1, null, typeof(CallResult.Uncertain) },
        { List, 404, "TeamNotFound", typeof(CallResult.Refused) },
        { List, 503, null, typeof(CallResult.Uncertain) },
        { List, 429, null, typeof(CallResult.Later) },
        { List, -1, null, typeof(CallResult.Uncertain) },
    };

    [Theory, MemberData(nameof(Hindrances), DisableDiscoveryEnumeration = true)]
    public async Task What_cannot_be_read_is_unknown_and_says_why(string ending, int status, string? text, Type failure)
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        if (status < 0) fixture.Connector.Cut(ending);
        else if (status == 0) fixture.Connector.Answer(ending, text!);
        else fixture.Connector.Refuse(ending, status, text);

        var hearing = await fixture.People.AudienceOf(TeamsFixture.Tenant, TeamsFixture.Channel, default);

        hearing.Sharing.ShouldBe(Sharing.Unknown);
        hearing.Failure.ShouldBeOfType(failure);
        (await fixture.Row())!.CheckedAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_channel_whose_team_nobody_told_is_unknown()
    {
        await using var fixture = await TeamsFixture.Set();
        var message = fixture.Message(team: null);
        message["conversation"]!["conversationType"] = "channel";
        await fixture.Hear(message);
        (await fixture.Sharing()).ShouldBe(Sharing.Unknown);
        await fixture.Hear(fixture.Message(minute: 1));
        (await fixture.Sharing()).ShouldBe(Sharing.Internal);
    }

    [Fact]
    public async Task Where_we_never_were_nothing_is_known()
    {
        await using var fixture = await TeamsFixture.Set();
        var hearing = await fixture.People.AudienceOf(TeamsFixture.Tenant, "19:never", default);
        (hearing.Sharing, hearing.Failure is CallResult.Refused).ShouldBe((Sharing.Unknown, true));
        fixture.Connector.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_a_personal_chat_only_the_person_hears()
    {
        await using var fixture = await TeamsFixture.Set();
        await fixture.Hear(fixture.Message(TeamsFixture.Chat, team: null));
        (await fixture.Sharing(TeamsFixture.Chat)).ShouldBe(Sharing.Internal);

        fixture.Time.Pass(TimeSpan.FromMinutes(61));
        fixture.Connector.Rosters[TeamsFixture.Chat] = [TeamsFixture.Member(TeamsFixture.Anna, "guest")];
        (await fixture.Sharing(TeamsFixture.Chat)).ShouldBe(Sharing.Outsiders);
    }
}
