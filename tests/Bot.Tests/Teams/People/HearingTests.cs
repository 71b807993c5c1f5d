using System.Text.Json.Nodes;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Teams.People;
using AccountNudge.Testing;

namespace AccountNudge.Bot.Tests.Teams.People;

public sealed class HearingTests
{
    private const string Other = "19:other@thread.tacv2";

    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_message_tells_where_we_are_and_how_to_speak_there(DatabaseKind kind)
    {
        await using var stage = await TeamsStage.Set(kind);
        (await stage.Find()).ShouldBeNull();

        await stage.Hear(stage.Message());

        (await stage.Find()).ShouldBe(new Reference(stage.Connector.Url, TeamsStage.Tenant, TeamsStage.Channel, TeamsStage.Bot) { HasThreads = true, Stamp = (await stage.Row())!.Stamp });
        (await stage.People.Find("another tenant", TeamsStage.Channel, default)).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_known_is_not_written_again_but_another_address_is()
    {
        await using var stage = await TeamsStage.SetInChannel();
        var stamp = (await stage.Row())!.Stamp;

        for (var minute = 1; minute < 5; minute++)
        {
            await stage.Hear(stage.Message(minute: minute));
            stage.Time.Pass(TimeSpan.FromSeconds(40));
        }

        (await stage.Row())!.Stamp.ShouldBe(stamp);
        var moved = stage.Message(minute: 6);
        moved["serviceUrl"] = stage.Connector.Url.AbsoluteUri + "emea";
        await stage.Hear(moved);
        (await stage.Find())!.ServiceUrl.AbsoluteUri.ShouldBe(stage.Connector.Url.AbsoluteUri + "emea/");
    }

    [Fact]
    public async Task An_address_that_is_not_Teams_is_never_kept()
    {
        await using var stage = await TeamsStage.Set();
        var foreign = stage.Message();
        foreign["serviceUrl"] = "https://example.com/";

        await stage.Hear(foreign);

        (await stage.Row()).ShouldBeNull();
    }

    [Fact]
    public async Task A_message_action_does_not_tell_that_we_are_there()
    {
        await using var stage = await TeamsStage.Set();
        var invoke = stage.Message(TeamsStage.Group, team: null);
        (invoke["type"], invoke["name"]) = ("invoke", "composeExtension/fetchTask");

        await stage.Hear(invoke);

        (await stage.Find(TeamsStage.Group)).ShouldBeNull();
    }

    [Theory]
    [InlineData(TeamsStage.Chat, null)]
    [InlineData(TeamsStage.Group, null)]
    [InlineData(TeamsStage.Team, TeamsStage.Team)]
    public async Task After_an_uninstall_we_are_not_there_until_we_are_invited_back(string place, string? team)
    {
        await using var stage = await TeamsStage.Set();
        await stage.Hear(stage.Install("add", 0, place, team));
        (await stage.Find(place)).ShouldNotBeNull();

        await stage.Hear(stage.Install("remove", 1, place, team));
        await stage.Hear(stage.Update(null, 1, place, team, removed: [TeamsStage.Bot]));

        (await stage.Find(place)).ShouldBeNull();
        (await stage.People.AudienceOf(TeamsStage.Tenant, place, default)).Sharing.ShouldBe(Sharing.Unknown);
        await stage.Hear(stage.Update(null, 2, place, team, added: [TeamsStage.Bot]));
        (await stage.Find(place)).ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Leaving_a_team_ends_all_its_channels_at_once_and_no_others(DatabaseKind kind)
    {
        await using var stage = await TeamsStage.SetInChannel(kind);
        await stage.Hear(stage.Message(Other, 1));
        await stage.Hear(stage.Message("19:elsewhere", 1, "19:elsewhere"));

        await stage.Hear(stage.Update("teamMemberRemoved", 2, removed: [TeamsStage.Bot]));

        (await stage.Find()).ShouldBeNull();
        (await stage.Find(Other)).ShouldBeNull();
        (await stage.Find("19:elsewhere")).ShouldNotBeNull();
        await stage.Hear(stage.Update("teamMemberAdded", 3, added: [TeamsStage.Bot]));
        (await stage.Find()).ShouldNotBeNull();
        (await stage.Find(Other)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Leaving_one_channel_leaves_the_others()
    {
        await using var stage = await TeamsStage.SetInChannel();
        await stage.Hear(stage.Message(Other, 1));

        await stage.Hear(stage.Update("channelMemberRemoved", 2, removed: [TeamsStage.Bot], channel: new JsonObject { ["id"] = Other }));
        (await stage.Find(Other)).ShouldBeNull();
        await stage.Hear(stage.Update("channelDeleted", 2, channel: new JsonObject { ["id"] = TeamsStage.Channel }));
        (await stage.Find()).ShouldBeNull();
        await stage.Hear(stage.Update("channelRestored", 3, channel: new JsonObject { ["id"] = TeamsStage.Channel }));
        (await stage.Find()).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_upgrade_ends_nothing()
    {
        await using var stage = await TeamsStage.SetInChannel();
        await stage.Hear(stage.Install("remove-upgrade", 1));
        await stage.Hear(stage.Install("add-upgrade", 2));
        (await stage.Find()).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_uninstall_that_comes_late_ends_nothing_that_was_installed_since()
    {
        await using var stage = await TeamsStage.SetInChannel();
        await stage.Hear(stage.Install("add", 5));
        await stage.Hear(stage.Install("remove", 3));
        await stage.Hear(stage.Update("teamMemberRemoved", 3, removed: [TeamsStage.Bot]));
        (await stage.Find()).ShouldNotBeNull();

        await stage.Hear(stage.Install("remove", 7));
        await stage.Hear(stage.Install("add", 5));
        await stage.Hear(stage.Install("remove", 7));
        (await stage.Find()).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_said_before_we_were_put_out_does_not_bring_us_back()
    {
        await using var stage = await TeamsStage.SetInChannel();
        await stage.Hear(stage.Install("remove", 5));

        await stage.Hear(stage.Message(minute: 4));
        await stage.Hear(stage.Message(Other, 4));

        (await stage.Find()).ShouldBeNull();
        (await stage.Find(Other)).ShouldBeNull("a channel of that team we never heard of");
        await stage.Hear(stage.Message(minute: 6));
        (await stage.Find()).ShouldNotBeNull("the invitation must have been lost");
    }

    [Fact]
    public async Task An_uninstall_of_something_never_heard_of_is_remembered()
    {
        await using var stage = await TeamsStage.Set();
        await stage.Hear(stage.Install("remove", 5, TeamsStage.Chat, null));
        await stage.Hear(stage.Install("add", 4, TeamsStage.Chat, null));
        (await stage.Find(TeamsStage.Chat)).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task When_the_last_conversation_has_ended_the_workspace_ends_and_goes_on_when_we_return(DatabaseKind kind)
    {
        await using var stage = await TeamsStage.SetInChannel(kind);
        await stage.MakeWorkspace();
        await stage.Hear(stage.Message(TeamsStage.Chat, 1, team: null));

        await stage.Hear(stage.Install("remove", 2));
        (await stage.GoesOn()).ShouldBeTrue("the chat is left");
        await stage.Hear(stage.Install("remove", 3, TeamsStage.Chat, null));
        (await stage.GoesOn()).ShouldBeFalse();

        await stage.Hear(stage.Install("add", 4));
        (await stage.GoesOn()).ShouldBeTrue();
        await stage.Hear(stage.Install("remove", 3));
        (await stage.GoesOn()).ShouldBeTrue("that one came late");
    }

    [Fact]
    public async Task A_chat_that_only_we_opened_keeps_no_workspace()
    {
        await using var stage = await TeamsStage.SetInChannel();
        await stage.MakeWorkspace();
        (await stage.People.Personal(TeamsStage.Tenant, TeamsStage.Ben, default)).Reference.ShouldNotBeNull();

        await stage.Hear(stage.Install("remove", 2));

        (await stage.GoesOn()).ShouldBeFalse();
        (await stage.Row($"a:{TeamsStage.Ben}")).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_ended_is_forgotten_after_a_month(DatabaseKind kind)
    {
        await using var stage = await TeamsStage.SetInChannel(kind);
        await stage.Hear(stage.Message(TeamsStage.Chat, 1, team: null));
        await stage.Hear(stage.Install("remove", 2));

        stage.Time.Pass(TimeSpan.FromDays(29));
        await stage.People.Tidy(default);
        (await stage.Row()).ShouldNotBeNull();
        stage.Time.Pass(TimeSpan.FromDays(2));
        await stage.People.Tidy(default);

        (await stage.Row()).ShouldBeNull();
        (await stage.Row(TeamsStage.Chat)).ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Many_nodes_may_hear_the_same_at_once(DatabaseKind kind)
    {
        await using var stage = await TeamsStage.Set(kind);
        var activities = Enumerable.Range(0, 12).Select(number => TeamsStage.Read(number % 3 == 0 ? stage.Install("add", 1) : stage.Message(minute: number)));

        await Task.WhenAll(activities.Select(activity => stage.AnotherNode().Observe(activity, default)));

        (await stage.Find()).ShouldNotBeNull();
        (await stage.Find(TeamsStage.Team)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_channel_goes_by_the_name_it_was_last_given()
    {
        await using var stage = await TeamsStage.SetInChannel();
        await stage.Hear(stage.Update("channelRenamed", 1, channel: new JsonObject { ["id"] = TeamsStage.Channel, ["name"] = "Customers" }));
        (await stage.Find())!.Name.ShouldBe("Customers");
        await stage.Sharing();
        (await stage.Find())!.Name.ShouldBe("Clients", "as the list of channels says");
    }
}
