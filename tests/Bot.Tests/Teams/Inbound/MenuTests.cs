using System.Text.Json.Nodes;
using AccountNudge.Testing.Teams;

namespace AccountNudge.Bot.Tests.Teams.Inbound;

public sealed class MenuTests
{
    [Fact]
    public async Task A_message_action_opens_a_dialog_with_the_messages_words_and_link_and_acts_once()
    {
        await using var host = await TeamsHost.Run();
        await host.Begin();
        var message = host.Teams.Writes(host.Ben, host.Clients, "they want blue & green <b>");
        var opening = host.Teams.Uses(host.Anna, message, "log");
        var dialog = await host.Deliver(opening);
        var words = AdaptiveCards.Inputs(dialog.Card.ShouldNotBeNull()).Select(input => input["value"]?.ToString() ?? "").Single(value => value.Contains("blue", StringComparison.Ordinal));
        words.ShouldSatisfyAllConditions(value => value.ShouldContain("they want blue & green <b>"), value => value.ShouldContain("https://teams.microsoft.com/l/message/"));
        (await host.Deliver(opening.Anew())).Card.ShouldNotBeNull();
        var submission = FakeTeams.Submits(opening, dialog, Submit(dialog), TeamsFormTests.Filled(dialog.Card!, words: null));
        (await host.Deliver(submission)).Words.ShouldNotBeNull().ShouldContain("Acme");
        (await host.Deliver(submission)).Words.ShouldBe("That’s already done.");
        (await host.Deliver(submission.Anew())).Words.ShouldBe("That’s already done.");
        await host.Settles();
        host.Everything().Where(said => said.Wording.Contains("blue", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            said => said.Place.ShouldBe(host.Clients), said => said.OnlyFor.ShouldBeNull(), said => said.Root.ShouldBe(message.Root));
        host.Teams.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_wrong_keeps_the_dialog_open_with_what_was_typed()
    {
        await using var host = await TeamsHost.Run();
        await host.Begin();
        var opening = host.Teams.Uses(host.Anna, host.Teams.Writes(host.Ben, host.Clients, "when will it come?"), "complaint");
        var dialog = await host.Deliver(opening);
        var before = host.Rows().Count;
        var careless = dialog with { Body = new JsonObject { ["task"] = new JsonObject { ["value"] = new JsonObject { ["card"] = new JsonObject { ["content"] = TeamsFormTests.Optional(dialog.Card!) } } } } };
        var wrong = await host.Deliver(FakeTeams.Submits(opening, careless, Submit(dialog)));
        AdaptiveCards.Inputs(wrong.Card.ShouldNotBeNull()).ShouldContain(input => input["value"] != null && input["value"]!.ToString().Contains("when will it come?", StringComparison.Ordinal));
        host.Rows().Count.ShouldBe(before);
        (await host.Deliver(FakeTeams.Submits(opening, wrong, Submit(wrong), TeamsFormTests.Filled(wrong.Card!, words: null)))).Words.ShouldNotBeNull();
        await host.Settles();
        host.Said("when will it come?").OnlyFor.ShouldBeNull();
    }

    [Fact]
    public async Task Where_outsiders_listen_the_dialog_works_and_its_answer_goes_to_the_persons_own_chat()
    {
        await using var host = await TeamsHost.Run();
        await host.Begin();
        var before = host.Teams.Messages.Count(message => message.Place == host.World.Shared);
        var opening = host.Teams.Uses(host.Anna, host.Teams.Writes(host.Anna, host.World.Shared, "please call back"), "log");
        var dialog = await host.Deliver(opening);
        await host.Deliver(FakeTeams.Submits(opening, dialog, Submit(dialog), TeamsFormTests.Filled(dialog.Card!, words: null)));
        await host.Settles();
        host.Said("please call back").Place.ShouldBe(host.Teams.PersonalChat(host.Anna));
        host.Teams.Messages.Count(message => message.Place == host.World.Shared).ShouldBe(before + 1);
        host.Teams.Targeted.ShouldNotContain(message => message.Place == host.World.Shared);
        host.Teams.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_the_bot_is_not_the_dialog_works_all_the_same()
    {
        await using var host = await TeamsHost.Run();
        await host.Begin();
        var opening = host.Teams.Uses(host.Anna, host.Teams.Writes(host.Anna, host.World.Chat, "please call back"), "log");
        var dialog = await host.Deliver(opening);
        await host.Deliver(FakeTeams.Submits(opening, dialog, Submit(dialog), TeamsFormTests.Filled(dialog.Card!, words: null)));
        await host.Settles();
        host.Said("please call back").Place.ShouldBe(host.Teams.PersonalChat(host.Anna));
        host.Teams.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_a_chat_of_two_colleagues_nothing_is_said()
    {
        await using var host = await TeamsHost.Run();
        await host.Begin();
        var two = host.Teams.AddGroupChat(host.World.Tenant, "", host.Anna, host.Ben);
        var opening = TeamsWorld.With(host.Teams.Uses(host.Anna, host.Teams.Writes(host.Ben, two, "please call back"), "log"), activity => activity["conversation"]!["conversationType"] = "personal");
        var dialog = await host.Deliver(opening);
        await host.Deliver(FakeTeams.Submits(opening, dialog, Submit(dialog), TeamsFormTests.Filled(dialog.Card!, words: null)));
        await host.Settles();
        host.Said("please call back").Place.ShouldBe(host.Teams.PersonalChat(host.Anna));
        host.Teams.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task From_the_compose_box_the_form_is_empty_and_an_unknown_action_is_answered_with_a_sentence()
    {
        await using var host = await TeamsHost.Run();
        await host.Begin();
        var message = host.Teams.Writes(host.Ben, host.Clients, "not this");
        var compose = TeamsWorld.With(host.Teams.Uses(host.Anna, message, "complaint"), activity =>
        {
            activity["value"]!.AsObject().Remove("messagePayload");
            activity["value"]!["commandContext"] = "compose";
        });
        AdaptiveCards.Wording((await host.Deliver(compose)).Card.ShouldNotBeNull()).ShouldNotContain("not this");
        (await host.Deliver(host.Teams.Uses(host.Anna, message, "no such thing"))).Words.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_dialog_that_takes_too_long_says_so()
    {
        await using var host = await TeamsHost.Run(longestAnswer: TimeSpan.FromMilliseconds(50));
        var opening = host.Teams.Uses(host.Ben, host.Teams.Writes(host.Ben, host.Clients, "hm"), "log");
        TeamsReply? reply = null;
        await host.HoldUp(async () => reply = await host.Deliver(opening));
        reply!.Words.ShouldNotBeNull().ShouldContain("zu lange");
    }

    internal static string Submit(TeamsReply dialog) => AdaptiveCards.Buttons(dialog.Card!).Single()["title"]!.ToString();
}
