using System.Text.Json.Nodes;
using AccountNudge.Testing;
using AccountNudge.Testing.Teams;

namespace AccountNudge.Bot.Tests.Teams.Inbound;

public sealed class MessageTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_message_is_answered_once_in_its_thread_however_often_it_is_delivered(DatabaseKind kind)
    {
        await using var host = await TeamsHost.Run(kind);
        await host.Begin();
        var before = host.Everything().Count;
        var delivery = host.Teams.Says(host.Anna, host.Clients, "complaint Acme: late again");
        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.Deliver(delivery)));
        replies.ShouldAllBe(reply => reply.Status == 202 && reply.Body == null);
        await host.Settles();
        var answer = host.Said("late again");
        (answer.Place, answer.OnlyFor, answer.Root).ShouldBe((host.Clients, null, delivery.Message!.Root));
        host.Everything().Count.ShouldBe(before + 1);
        host.Rows().ShouldAllBe(row => row.Payload == null && row.Calls == null);
        host.Teams.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_personal_only_the_asker_sees_and_in_their_language()
    {
        await using var host = await TeamsHost.Run();
        (await host.Ask(host.Anna, host.Clients, "gibberish")).OnlyFor.ShouldBe(host.Anna.Id);
        var german = await host.Ask(host.Ben, host.Clients, "kauderwelsch");
        (german.OnlyFor, german.Wording).ShouldSatisfyAllConditions(said => said.OnlyFor.ShouldBe(host.Ben.Id), said => said.Wording.ShouldContain("Erzähl mir"));
    }

    [Fact]
    public async Task What_may_not_be_said_to_one_alone_goes_to_their_own_chat()
    {
        await using var host = await TeamsHost.Run();
        // Neither as a card nor in words; elsewhere the card is taken.
        host.Teams.Break(new ConnectorFault.Refusal(400, "BadArgument"), "send", host.Clients, times: 2);
        var answer = await host.Ask(host.Anna, host.Clients, "gibberish");
        (answer.Place, answer.OnlyFor, answer.Cards.Count).ShouldBe((host.Teams.PersonalChat(host.Anna), null, 1));
    }

    [Fact]
    public async Task Personal_and_group_chats_are_answered_there()
    {
        await using var host = await TeamsHost.Run();
        var own = host.Teams.PersonalChat(host.Ben);
        foreach (var delivery in host.Teams.Installs(host.Ben, own)) await host.Deliver(delivery);
        foreach (var delivery in host.Teams.Installs(host.Anna, host.World.Chat)) await host.Deliver(delivery);
        await host.Settles();
        (await host.Ask(host.Ben, own, "hilfe")).Place.ShouldBe(own);
        (await host.Ask(host.Anna, host.World.Chat, "help")).ShouldSatisfyAllConditions(said => said.Place.ShouldBe(host.World.Chat), said => said.OnlyFor.ShouldBe(host.Anna.Id));
        host.Teams.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_personal_chat_is_greeted_once_however_often_it_is_opened()
    {
        await using var host = await TeamsHost.Run(isInvited: false);
        for (var time = 0; time < 3; time++)
            foreach (var delivery in host.Teams.Installs(host.Ben, host.Teams.PersonalChat(host.Ben))) await host.Deliver(delivery);
        await host.Settles();
        host.Everything().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Whoever_installs_the_bot_in_a_team_is_greeted_in_the_channel_they_chose()
    {
        await using var host = await TeamsHost.Run();
        host.Everything().ShouldHaveSingleItem().Place.ShouldBe(host.Clients);
        await host.Deliver(host.Teams.Joins(host.Teams.AddPerson(host.World.Tenant, "Carla"), host.World.Office));
        await host.Settles();
        host.Everything().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Whoever_adds_the_bot_to_a_team_again_and_chooses_another_channel_founds_nothing_there(DatabaseKind kind)
    {
        await using var host = await TeamsHost.Run(kind);
        await host.Begin();
        var before = host.Everything().Count;
        foreach (var delivery in host.Teams.Uninstalls(host.Anna, host.World.Office)) await host.Deliver(delivery);
        foreach (var delivery in host.Teams.Installs(host.Ben, host.World.Office)) await host.Deliver(delivery);
        await host.Settles();
        host.Everything().Count.ShouldBe(before);
        await host.Deliver(host.Teams.Says(host.Anna, host.Clients, "log Acme called again"));
        await host.Settles();
        host.Said("called again").Place.ShouldBe(host.Clients);
        host.Teams.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_private_channel_to_which_the_bot_is_added_by_itself_becomes_the_home_of_another_team()
    {
        await using var host = await TeamsHost.Run();
        var board = host.Teams.AddChannel(host.World.Office, "board", ChannelType.Private, host.Anna);
        foreach (var delivery in host.Teams.Installs(host.Anna, board)) await host.Deliver(delivery);
        await host.Settles();
        host.Everything()[^1].Place.ShouldBe(board);
    }

    [Fact]
    public async Task What_is_not_meant_for_us_is_not_stored()
    {
        await using var host = await TeamsHost.Run();
        var before = host.Rows().Count;
        await host.Deliver(host.Teams.Says(host.Anna, host.Clients, "just between us", mention: false));
        foreach (var type in new[] { "typing", "messageReaction", "messageUpdate", "endOfConversation" })
            (await host.Deliver(TeamsWorld.With(host.Teams.Says(host.Anna, host.Clients, "hm"), activity => activity["type"] = type))).Status.ShouldBe(200);
        await host.Deliver(TeamsWorld.With(host.Teams.Says(host.Anna, host.Clients, "hm"), activity =>
        {
            activity.Remove("text");
            activity["value"] = new JsonObject { ["not"] = "ours" };
        }));
        await host.Deliver(TeamsWorld.With(host.Teams.Says(host.Anna, host.Clients, "hm"), activity => activity["channelId"] = "webchat"));
        host.Rows().Count.ShouldBe(before);
    }

    [Fact]
    public async Task Colleagues_who_are_mentioned_are_named_and_belong_to_the_team()
    {
        await using var host = await TeamsHost.Run();
        await host.Begin();
        await host.Deliver(Mentioning(host, host.Ben, "account owner Acme "));
        await host.Settles();
        host.Everything()[^1].Wording.ShouldContain("Ben Kurz");
    }

    [Fact]
    public async Task What_one_person_says_is_worked_in_its_order()
    {
        await using var host = await TeamsHost.Run();
        await host.Begin();
        var before = host.Everything().Count;
        for (var index = 0; index < 20; index++) await host.Deliver(host.Teams.Says(host.Anna, host.Clients, $"log Acme said number {index:00}"));
        await host.Settles();
        var said = host.Everything().Skip(before).Select(message => message.Wording).ToList();
        said.Count.ShouldBe(20);
        for (var index = 0; index < 20; index++) said[index].ShouldContain($"number {index:00}");
    }

    [Fact]
    public async Task Where_outsiders_listen_nothing_is_said_but_one_sentence_to_the_colleague()
    {
        await using var host = await TeamsHost.Run();
        var aside = await host.Ask(host.Anna, host.World.Shared, "log Acme called");
        (aside.Place, aside.Wording).ShouldSatisfyAllConditions(said => said.Place.ShouldBe(host.Teams.PersonalChat(host.Anna)), said => said.Wording.ShouldContain("from outside"));
    }

    [Fact]
    public async Task Guests_get_nothing_but_the_one_line_without_which_Teams_shows_an_error()
    {
        await using var host = await TeamsHost.Run();
        var before = host.Everything().Count;
        await host.Deliver(host.Teams.Says(host.World.Guest, host.World.Shared, "help"));
        var message = host.Teams.Writes(host.Anna, host.World.Shared, "please call back");
        (await host.Deliver(host.Teams.Uses(host.World.Guest, message, "log"))).ShouldSatisfyAllConditions(reply => reply.Status.ShouldBe(200), reply => reply.Words.ShouldBe("This stays within the team itself."));
        await host.Settles();
        host.Everything().Count.ShouldBe(before);
    }

    [Fact]
    public async Task After_an_uninstall_nothing_more_is_said_there()
    {
        await using var host = await TeamsHost.Run(works: false);
        await host.Deliver(host.Teams.Says(host.Anna, host.Clients, "help"));
        foreach (var delivery in host.Teams.Uninstalls(host.Anna, host.World.Office)) await host.Deliver(delivery);
        await host.WorkOff();
        host.Teams.Posts.Concat(host.Teams.Targeted).Count(message => message.Place == host.Clients).ShouldBe(1);
        host.Teams.Violations.ShouldBeEmpty();
    }

    private static TeamsDelivery Mentioning(TeamsHost host, FakePerson who, string text) => TeamsWorld.With(host.Teams.Says(host.Anna, host.Clients, text), activity =>
    {
        activity["text"] = $"{activity["text"]}<at>{who.Name}</at>\n";
        activity["entities"]!.AsArray().Add(new JsonObject
        {
            ["type"] = "mention", ["text"] = $"<at>{who.Name}</at>", ["mentioned"] = new JsonObject { ["id"] = who.Id, ["name"] = who.Name },
        });
    });
}
