using System.Text.Json.Nodes;
using AccountNudge.Bot.Platforms;
using AccountNudge.Testing;

namespace AccountNudge.Bot.Tests.Teams.People;

public sealed class SharingTests
{
    private const string Roster = TeamsStage.Channel + "/pagedmembers";
    private const string List = TeamsStage.Team + "/conversations";

    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory]
    [InlineData("user", TeamsStage.Tenant, "ben@example.com", false)]
    [InlineData("USER", "11111111-2222-3333-4444-555555555555", null, false)]
    [InlineData("user", null, null, false)]
    [InlineData(null, TeamsStage.Tenant, null, false)]
    [InlineData("guest", TeamsStage.Tenant, null, true)]
    [InlineData("anonymous", null, null, true)]
    [InlineData("something new", TeamsStage.Tenant, null, true)]
    [InlineData("user", "99999999-2222-3333-4444-555555555555", null, true)]
    [InlineData("user", TeamsStage.Tenant, "gil_client.com#EXT#@example.com", true)]
    [InlineData(null, null, null, true)]
    public async Task Guests_the_nameless_and_people_from_other_tenants_are_outsiders(string? role, string? tenant, string? account, bool isOutsider)
    {
        await using var stage = await TeamsStage.SetInChannel();
        await stage.Hear(stage.Message(TeamsStage.Group, team: null));
        foreach (var place in new[] { TeamsStage.Channel, TeamsStage.Group })
        {
            stage.Connector.Rosters[place] = [TeamsStage.Member(TeamsStage.Anna), TeamsStage.Member("29:gil", role, tenant, account), TeamsStage.Member("28:another bot", null, null)];
            (await stage.Sharing(place)).ShouldBe(isOutsider ? Sharing.Outsiders : Sharing.Internal, place);
        }

        (await stage.People.Person(TeamsStage.Tenant, TeamsStage.Channel, "29:gil", null, default)).Person!.IsGuest.ShouldBe(isOutsider);
    }

    [Theory]
    [InlineData("standard", Sharing.Internal)]
    [InlineData("private", Sharing.Internal)]
    [InlineData(null, Sharing.Internal)]
    [InlineData("shared", Sharing.Outsiders)]
    [InlineData("Shared", Sharing.Outsiders)]
    internal async Task A_channel_that_is_shared_has_outsiders_whoever_is_in_it_now(string? type, Sharing sharing)
    {
        await using var stage = await TeamsStage.SetInChannel();
        stage.Connector.Channels[TeamsStage.Team] = [TeamsStage.Listed(TeamsStage.Channel, "Clients", type)];
        (await stage.Sharing()).ShouldBe(sharing);
    }

    [Theory]
    [InlineData("private", Sharing.Internal)]
    [InlineData("shared", Sharing.Outsiders)]
    [InlineData(null, Sharing.Outsiders)]
    internal async Task A_channel_that_is_not_listed_may_be_shared_unless_we_were_told_otherwise(string? type, Sharing sharing)
    {
        await using var stage = await TeamsStage.Set();
        var message = stage.Message();
        message["channelData"]!["channel"] = new JsonObject { ["id"] = TeamsStage.Channel, ["type"] = type };
        await stage.Hear(message);
        stage.Connector.Channels[TeamsStage.Team] = [TeamsStage.Listed(TeamsStage.Team, null)];

        (await stage.Sharing()).ShouldBe(sharing);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_channel_that_is_shared_is_heeded_at_once_and_when_it_is_shared_no_longer(DatabaseKind kind)
    {
        await using var stage = await TeamsStage.SetInChannel(kind);
        var channel = new JsonObject { ["id"] = TeamsStage.Channel };
        stage.Connector.Channels[TeamsStage.Team] = [TeamsStage.Listed(TeamsStage.Channel, "Clients", type: null)];
        (await stage.Sharing()).ShouldBe(Sharing.Internal);

        await stage.Hear(stage.Update("channelShared", 1, channel: channel.DeepClone().AsObject()));
        (await stage.Sharing()).ShouldBe(Sharing.Outsiders);
        await stage.Hear(stage.Update("channelUnshared", 2, channel: channel));
        (await stage.Sharing()).ShouldBe(Sharing.Internal);
    }

    [Fact]
    public async Task The_whole_roster_is_read_page_by_page()
    {
        await using var stage = await TeamsStage.SetInChannel();
        var people = Enumerable.Range(0, 1200).Select(number => TeamsStage.Member($"29:{number}")).ToList();
        stage.Connector.Rosters[TeamsStage.Channel] = people;
        (await stage.Sharing()).ShouldBe(Sharing.Internal);
        stage.Connector.Count(Roster).ShouldBe(3);

        stage.Time.Pass(TimeSpan.FromMinutes(61));
        stage.Connector.Rosters[TeamsStage.Channel] = [.. people.Take(1199), TeamsStage.Member("29:gil", "guest")];
        (await stage.Sharing()).ShouldBe(Sharing.Outsiders, "the last one is a guest");
    }

    [Fact]
    public async Task A_roster_without_end_is_not_read_for_ever()
    {
        await using var stage = await TeamsStage.SetInChannel();
        for (var page = 0; page < 5; page++) stage.Connector.Answer(Roster, $$"""{"members":[{"id":"29:{{page}}","userRole":"user"}],"continuationToken":"{{page}}"}""");

        (await stage.Sharing(node: stage.AnotherNode(mostPages: 4))).ShouldBe(Sharing.Unknown);
        stage.Connector.Count(Roster).ShouldBe(4);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_is_known_holds_for_an_hour_on_every_node(DatabaseKind kind)
    {
        await using var stage = await TeamsStage.SetInChannel(kind);
        var other = stage.AnotherNode();
        (await stage.Sharing()).ShouldBe(Sharing.Internal);
        stage.Connector.Rosters[TeamsStage.Channel] = [TeamsStage.Member("29:gil", "guest")];

        stage.Time.Pass(TimeSpan.FromMinutes(59));
        (await stage.Sharing(node: other)).ShouldBe(Sharing.Internal, "nobody told");
        stage.Connector.Count(Roster).ShouldBe(1);
        stage.Time.Pass(TimeSpan.FromMinutes(2));
        (await stage.Sharing(node: other)).ShouldBe(Sharing.Outsiders);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Who_comes_or_goes_makes_all_channels_of_the_team_be_read_anew_on_every_node(DatabaseKind kind)
    {
        await using var stage = await TeamsStage.SetInChannel(kind);
        var other = stage.AnotherNode();
        (await stage.Sharing(node: other)).ShouldBe(Sharing.Internal);

        stage.Connector.Rosters[TeamsStage.Channel] = [TeamsStage.Member("29:gil", "guest")];
        await stage.Hear(stage.Update("teamMemberAdded", 1, added: ["29:gil"]));
        (await stage.Sharing(node: other)).ShouldBe(Sharing.Outsiders);

        stage.Connector.Rosters[TeamsStage.Channel] = [TeamsStage.Member(TeamsStage.Anna)];
        await other.Observe(TeamsStage.Read(stage.Update("teamMemberRemoved", 2, removed: ["29:gil"])), default);
        (await stage.Sharing()).ShouldBe(Sharing.Internal);
    }

    [Fact]
    public async Task News_during_a_reading_is_not_overwritten_by_it()
    {
        await using var stage = await TeamsStage.SetInChannel();
        var held = stage.Connector.Hold(Roster, """{"members":[{"id":"29:anna","userRole":"user"}]}""");
        var asked = stage.People.AudienceOf(TeamsStage.Tenant, TeamsStage.Channel, default);
        await held.Came.Task;

        stage.Connector.Rosters[TeamsStage.Channel] = [TeamsStage.Member("29:gil", "guest")];
        await stage.AnotherNode().Observe(TeamsStage.Read(stage.Update("teamMemberAdded", 1, added: ["29:gil"])), default);
        held.Go.SetResult();

        var hearing = await asked;
        (hearing.Sharing, hearing.Failure is CallResult.Later).ShouldBe((Sharing.Unknown, true));
        (await stage.Sharing()).ShouldBe(Sharing.Outsiders);
    }

    [Fact]
    public async Task An_uninstall_during_a_reading_counts()
    {
        await using var stage = await TeamsStage.SetInChannel();
        var held = stage.Connector.Hold(Roster, """{"members":[{"id":"29:anna","userRole":"user"}]}""");
        var asked = stage.People.AudienceOf(TeamsStage.Tenant, TeamsStage.Channel, default);
        await held.Came.Task;
        await stage.Hear(stage.Install("remove", 1));
        held.Go.SetResult();

        (await asked).Sharing.ShouldBe(Sharing.Unknown);
    }

    [Fact]
    public async Task Who_asks_at_the_same_time_shares_one_reading()
    {
        await using var stage = await TeamsStage.SetInChannel();
        var held = stage.Connector.Hold(Roster, """{"members":[{"id":"29:anna","userRole":"user"}]}""");
        var asked = Enumerable.Range(0, 5).Select(_ => stage.Sharing()).ToList();
        await held.Came.Task;
        asked.Add(stage.Sharing());
        held.Go.SetResult();

        (await Task.WhenAll(asked)).ShouldAllBe(sharing => sharing == Sharing.Internal);
        stage.Connector.Count(Roster).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_waits_for_a_reading_without_end()
    {
        await using var stage = await TeamsStage.SetInChannel();
        var held = stage.Connector.Hold(Roster, "{}");
        using var ending = new CancellationTokenSource();
        var asked = stage.People.AudienceOf(TeamsStage.Tenant, TeamsStage.Channel, ending.Token);
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
        await using var stage = await TeamsStage.SetInChannel();
        if (status < 0) stage.Connector.Cut(ending);
        else if (status == 0) stage.Connector.Answer(ending, text!);
        else stage.Connector.Refuse(ending, status, text);

        var hearing = await stage.People.AudienceOf(TeamsStage.Tenant, TeamsStage.Channel, default);

        hearing.Sharing.ShouldBe(Sharing.Unknown);
        hearing.Failure.ShouldBeOfType(failure);
        (await stage.Row())!.CheckedAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_channel_whose_team_nobody_told_is_unknown()
    {
        await using var stage = await TeamsStage.Set();
        var message = stage.Message(team: null);
        message["conversation"]!["conversationType"] = "channel";
        await stage.Hear(message);
        (await stage.Sharing()).ShouldBe(Sharing.Unknown);
        await stage.Hear(stage.Message(minute: 1));
        (await stage.Sharing()).ShouldBe(Sharing.Internal);
    }

    [Fact]
    public async Task Where_we_never_were_nothing_is_known()
    {
        await using var stage = await TeamsStage.Set();
        var hearing = await stage.People.AudienceOf(TeamsStage.Tenant, "19:never", default);
        (hearing.Sharing, hearing.Failure is CallResult.Refused).ShouldBe((Sharing.Unknown, true));
        stage.Connector.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_a_personal_chat_only_the_person_hears()
    {
        await using var stage = await TeamsStage.Set();
        await stage.Hear(stage.Message(TeamsStage.Chat, team: null));
        (await stage.Sharing(TeamsStage.Chat)).ShouldBe(Sharing.Internal);

        stage.Time.Pass(TimeSpan.FromMinutes(61));
        stage.Connector.Rosters[TeamsStage.Chat] = [TeamsStage.Member(TeamsStage.Anna, "guest")];
        (await stage.Sharing(TeamsStage.Chat)).ShouldBe(Sharing.Outsiders);
    }
}
