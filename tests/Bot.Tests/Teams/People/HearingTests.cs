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
        await using var fixture = await TeamsFixture.Set(kind);
        (await fixture.Find()).ShouldBeNull();

        await fixture.Hear(fixture.Message());

        (await fixture.Find()).ShouldBe(new Reference(fixture.Connector.Url, TeamsFixture.Tenant, TeamsFixture.Channel, TeamsFixture.Bot) { HasThreads = true, Stamp = (await fixture.Row())!.Stamp });
        (await fixture.People.Find("another tenant", TeamsFixture.Channel, default)).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_known_is_not_written_again_but_another_address_is()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        var stamp = (await fixture.Row())!.Stamp;

        for (var minute = 1; minute < 5; minute++)
        {
            await fixture.Hear(fixture.Message(minute: minute));
            fixture.Time.Pass(TimeSpan.FromSeconds(40));
        }

        (await fixture.Row())!.Stamp.ShouldBe(stamp);
        var moved = fixture.Message(minute: 6);
        moved["serviceUrl"] = fixture.Connector.Url.AbsoluteUri + "emea";
        await fixture.Hear(moved);
        (await fixture.Find())!.ServiceUrl.AbsoluteUri.ShouldBe(fixture.Connector.Url.AbsoluteUri + "emea/");
    }

    [Fact]
    public async Task An_address_that_is_not_Teams_is_never_kept()
    {
        await using var fixture = await TeamsFixture.Set();
        var foreign = fixture.Message();
        foreign["serviceUrl"] = "https://example.com/";

        await fixture.Hear(foreign);

        (await fixture.Row()).ShouldBeNull();
    }

    [Fact]
    public async Task A_message_action_does_not_tell_that_we_are_there()
    {
        await using var fixture = await TeamsFixture.Set();
        var invoke = fixture.Message(TeamsFixture.Group, team: null);
        (invoke["type"], invoke["name"]) = ("invoke", "composeExtension/fetchTask");

        await fixture.Hear(invoke);

        (await fixture.Find(TeamsFixture.Group)).ShouldBeNull();
    }

    [Theory]
    [InlineData(TeamsFixture.Chat, null)]
    [InlineData(TeamsFixture.Group, null)]
    [InlineData(TeamsFixture.Team, TeamsFixture.Team)]
    public async Task After_an_uninstall_we_are_not_there_until_we_are_invited_back(string place, string? team)
    {
        await using var fixture = await TeamsFixture.Set();
        await fixture.Hear(fixture.Install("add", 0, place, team));
        (await fixture.Find(place)).ShouldNotBeNull();

        await fixture.Hear(fixture.Install("remove", 1, place, team));
        await fixture.Hear(fixture.Update(null, 1, place, team, removed: [TeamsFixture.Bot]));

        (await fixture.Find(place)).ShouldBeNull();
        (await fixture.People.AudienceOf(TeamsFixture.Tenant, place, default)).Sharing.ShouldBe(Sharing.Unknown);
        await fixture.Hear(fixture.Update(null, 2, place, team, added: [TeamsFixture.Bot]));
        (await fixture.Find(place)).ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Leaving_a_team_ends_all_its_channels_at_once_and_no_others(DatabaseKind kind)
    {
        await using var fixture = await TeamsFixture.SetInChannel(kind);
        await fixture.Hear(fixture.Message(Other, 1));
        await fixture.Hear(fixture.Message("19:elsewhere", 1, "19:elsewhere"));

        await fixture.Hear(fixture.Update("teamMemberRemoved", 2, removed: [TeamsFixture.Bot]));

        (await fixture.Find()).ShouldBeNull();
        (await fixture.Find(Other)).ShouldBeNull();
        (await fixture.Find("19:elsewhere")).ShouldNotBeNull();
        await fixture.Hear(fixture.Update("teamMemberAdded", 3, added: [TeamsFixture.Bot]));
        (await fixture.Find()).ShouldNotBeNull();
        (await fixture.Find(Other)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Leaving_one_channel_leaves_the_others()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        await fixture.Hear(fixture.Message(Other, 1));

        await fixture.Hear(fixture.Update("channelMemberRemoved", 2, removed: [TeamsFixture.Bot], channel: new JsonObject { ["id"] = Other }));
        (await fixture.Find(Other)).ShouldBeNull();
        await fixture.Hear(fixture.Update("channelDeleted", 2, channel: new JsonObject { ["id"] = TeamsFixture.Channel }));
        (await fixture.Find()).ShouldBeNull();
        await fixture.Hear(fixture.Update("channelRestored", 3, channel: new JsonObject { ["id"] = TeamsFixture.Channel }));
        (await fixture.Find()).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_upgrade_ends_nothing()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        await fixture.Hear(fixture.Install("remove-upgrade", 1));
        await fixture.Hear(fixture.Install("add-upgrade", 2));
        (await fixture.Find()).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_uninstall_that_comes_late_ends_nothing_that_was_installed_since()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        await fixture.Hear(fixture.Install("add", 5));
        await fixture.Hear(fixture.Install("remove", 3));
        await fixture.Hear(fixture.Update("teamMemberRemoved", 3, removed: [TeamsFixture.Bot]));
        (await fixture.Find()).ShouldNotBeNull();

        await fixture.Hear(fixture.Install("remove", 7));
        await fixture.Hear(fixture.Install("add", 5));
        await fixture.Hear(fixture.Install("remove", 7));
        (await fixture.Find()).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_said_before_we_were_put_out_does_not_bring_us_back()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        await fixture.Hear(fixture.Install("remove", 5));

        await fixture.Hear(fixture.Message(minute: 4));
        await fixture.Hear(fixture.Message(Other, 4));

        (await fixture.Find()).ShouldBeNull();
        (await fixture.Find(Other)).ShouldBeNull("a channel of that team we never heard of");
        await fixture.Hear(fixture.Message(minute: 6));
        (await fixture.Find()).ShouldNotBeNull("the invitation must have been lost");
    }

    [Fact]
    public async Task An_uninstall_of_something_never_heard_of_is_remembered()
    {
        await using var fixture = await TeamsFixture.Set();
        await fixture.Hear(fixture.Install("remove", 5, TeamsFixture.Chat, null));
        await fixture.Hear(fixture.Install("add", 4, TeamsFixture.Chat, null));
        (await fixture.Find(TeamsFixture.Chat)).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task When_the_last_conversation_has_ended_the_workspace_ends_and_goes_on_when_we_return(DatabaseKind kind)
    {
        await using var fixture = await TeamsFixture.SetInChannel(kind);
        await fixture.MakeWorkspace();
        await fixture.Hear(fixture.Message(TeamsFixture.Chat, 1, team: null));

        await fixture.Hear(fixture.Install("remove", 2));
        (await fixture.GoesOn()).ShouldBeTrue("the chat is left");
        await fixture.Hear(fixture.Install("remove", 3, TeamsFixture.Chat, null));
        (await fixture.GoesOn()).ShouldBeFalse();

        await fixture.Hear(fixture.Install("add", 4));
        (await fixture.GoesOn()).ShouldBeTrue();
        await fixture.Hear(fixture.Install("remove", 3));
        (await fixture.GoesOn()).ShouldBeTrue("that one came late");
    }

    [Fact]
    public async Task A_chat_that_only_we_opened_keeps_no_workspace()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        await fixture.MakeWorkspace();
        (await fixture.People.Personal(TeamsFixture.Tenant, TeamsFixture.Ben, default)).Reference.ShouldNotBeNull();

        await fixture.Hear(fixture.Install("remove", 2));

        (await fixture.GoesOn()).ShouldBeFalse();
        (await fixture.Row($"a:{TeamsFixture.Ben}")).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_ended_is_forgotten_after_a_month(DatabaseKind kind)
    {
        await using var fixture = await TeamsFixture.SetInChannel(kind);
        await fixture.Hear(fixture.Message(TeamsFixture.Chat, 1, team: null));
        await fixture.Hear(fixture.Install("remove", 2));

        fixture.Time.Pass(TimeSpan.FromDays(29));
        await fixture.People.Tidy(default);
        (await fixture.Row()).ShouldNotBeNull();
        fixture.Time.Pass(TimeSpan.FromDays(2));
        await fixture.People.Tidy(default);

        (await fixture.Row()).ShouldBeNull();
        (await fixture.Row(TeamsFixture.Chat)).ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Many_nodes_may_hear_the_same_at_once(DatabaseKind kind)
    {
        await using var fixture = await TeamsFixture.Set(kind);
        var activities = Enumerable.Range(0, 12).Select(number => TeamsFixture.Read(number % 3 == 0 ? fixture.Install("add", 1) : fixture.Message(minute: number)));

        await Task.WhenAll(activities.Select(activity => fixture.AnotherNode().Observe(activity, default)));

        (await fixture.Find()).ShouldNotBeNull();
        (await fixture.Find(TeamsFixture.Team)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_channel_goes_by_the_name_it_was_last_given()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        await fixture.Hear(fixture.Update("channelRenamed", 1, channel: new JsonObject { ["id"] = TeamsFixture.Channel, ["name"] = "Customers" }));
        (await fixture.Find())!.Name.ShouldBe("Customers");
        await fixture.Sharing();
        (await fixture.Find())!.Name.ShouldBe("Clients", "as the list of channels says");
    }
}
