using System.Text.Json.Nodes;
using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Teams.Inbound.Payloads;
using AccountNudge.Bot.Teams.Inbound.Work;
using AccountNudge.Testing.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace AccountNudge.Bot.Tests.Teams.Inbound;

public sealed class InvokeTests
{
    [Fact]
    public async Task A_pressed_button_changes_its_card_for_whoever_pressed_and_for_everyone()
    {
        await using var host = await TeamsHost.Run();
        var note = await host.Begin();
        var before = host.Everything().Count;
        var reply = await host.Deliver(host.Teams.Presses(host.Anna, note, "record.remove"));
        string.Join(' ', AdaptiveCards.Wording(reply.Card.ShouldNotBeNull())).ShouldNotContain("needs two samples");
        await host.Settles();
        (note.Wording, note.Earlier.Count).ShouldSatisfyAllConditions(now => now.Wording.ShouldNotContain("needs two samples"), now => now.Count.ShouldBe(1));
        host.Everything().Count.ShouldBe(before);
        host.Teams.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_press_that_comes_again_acts_once_and_says_so(bool isNewId)
    {
        await using var host = await TeamsHost.Run();
        await host.Ask(host.Anna, host.Clients, "log Acme called, needs two samples");
        var press = host.Teams.Presses(host.Anna, host.Said("Create and record"), "draft.create");
        await host.Deliver(press);
        var again = await host.Deliver(isNewId ? press.Anew() : press);
        again.Words.ShouldBe("That’s already done.");
        await host.Settles();
        host.Teams.Posts.Count(message => message.Wording.Contains("needs two samples", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task What_takes_too_long_is_answered_with_a_word_and_comes_to_its_end()
    {
        await using var host = await TeamsHost.Run(longestAnswer: TimeSpan.FromMilliseconds(50));
        var offer = await host.Ask(host.Anna, host.Clients, "log Acme called, needs two samples");
        TeamsReply? reply = null;
        await host.HoldUp(async () => reply = await host.Deliver(host.Teams.Presses(host.Anna, offer, "draft.create")));
        reply!.Words.ShouldNotBeNull().ShouldContain("will follow");
        await host.Settles();
        host.Said("needs two samples").OnlyFor.ShouldBeNull();
    }

    [Fact]
    public async Task A_node_that_dies_between_reserving_and_answering_leaves_it_to_another()
    {
        await using var host = await TeamsHost.Run(works: false);
        await host.Deliver(host.Teams.Says(host.Anna, host.Clients, "log Acme called, needs two samples"));
        await host.WorkOff();
        var press = host.Teams.Presses(host.Anna, host.Said("Create and record"), "draft.create");
        (await Inbox(host).Reserve(InboxItem(press))).ShouldNotBeNull();
        await host.Pass(NodaTime.Duration.FromMinutes(5));
        await using var other = await host.Another();
        await other.Settles();
        host.Said("needs two samples").OnlyFor.ShouldBeNull();
    }

    [Fact]
    public async Task When_only_the_answer_got_lost_the_asker_hears_so()
    {
        await using var host = await TeamsHost.Run(works: false);
        await host.Deliver(host.Teams.Says(host.Anna, host.Clients, "log Acme called, needs two samples"));
        await host.WorkOff();
        var press = host.Teams.Presses(host.Anna, host.Said("Create and record"), "draft.create");
        await host.Deliver(press);
        await using (var store = host.Store())
        {
            // As if the node had died between the two.
            store.Remove(host.Rows()[^1]);
            await store.SaveChangesAsync();
        }

        (await Inbox(host).Reserve(InboxItem(press))).ShouldNotBeNull();
        await host.Pass(NodaTime.Duration.FromMinutes(5));
        await host.WorkOff();
        host.Said("got lost").OnlyFor.ShouldBe(host.Anna.Id);
    }

    [Fact]
    public async Task While_Teams_does_not_tell_who_is_there_a_press_does_nothing_and_may_come_again()
    {
        await using var host = await TeamsHost.Run(works: false);
        await host.Deliver(host.Teams.Says(host.Anna, host.Clients, "log Acme called, needs two samples"));
        await host.WorkOff();
        await host.Deliver(host.Teams.Joins(host.Teams.AddPerson(host.World.Tenant, "Carla"), host.World.Office));
        host.Teams.Break(new ConnectorFault.Refusal(500), "pagedmembers", times: 1);
        var press = host.Teams.Presses(host.Anna, host.Said("Create and record"), "draft.create");
        (await host.Deliver(press)).Words.ShouldNotBeNull().ShouldContain("haven’t done anything");
        host.Teams.Mend();
        string.Join(' ', AdaptiveCards.Wording((await host.Deliver(press)).Card.ShouldNotBeNull())).ShouldContain("everyone here sees");
    }

    [Theory]
    [InlineData("log Acme called, needs two samples", "Create and record")]
    [InlineData("log Acne called, needs two samples", "I mean Acme")]
    public async Task A_question_that_is_answered_leaves_one_line_where_others_see_the_answer_and_gives_way_to_it_where_nobody_does(string typed, string button)
    {
        await using var host = await TeamsHost.Run();
        if (typed.Contains("Acne", StringComparison.Ordinal)) await host.Begin();
        var question = await host.Ask(host.Anna, host.Clients, typed);
        var pressed = await host.Deliver(host.Teams.Presses(host.Anna, question, button));
        await host.Settles();
        (question.OnlyFor, AdaptiveCards.Buttons(question.Cards[0]).Count()).ShouldBe((host.Anna.Id, 0));
        pressed.Card!.ToJsonString().ShouldBe(question.Cards[0].ToJsonString());
        host.Said("needs two samples").OnlyFor.ShouldBeNull();

        foreach (var delivery in host.Teams.Installs(host.Anna, host.Teams.PersonalChat(host.Anna))) await host.Deliver(delivery);
        await host.Settles();
        var count = host.Everything().Count;
        var own = await host.Ask(host.Anna, host.Teams.PersonalChat(host.Anna), "log Acmo called, needs a third");
        await host.Deliver(host.Teams.Presses(host.Anna, own, "I mean Acme"));
        await host.Settles();
        host.Said("needs a third").ShouldBe(own);
        host.Everything().Count.ShouldBe(count + 1);
        host.Teams.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_older_button_that_comes_as_a_message_acts_too()
    {
        await using var host = await TeamsHost.Run();
        var note = await host.Begin();
        var press = TeamsWorld.With(host.Teams.Presses(host.Anna, note, "record.remove"), activity =>
        {
            (activity["type"], activity["value"]) = ("message", activity["value"]!["action"]!["data"]!.DeepClone());
            activity.Remove("name");
        });
        (await host.Deliver(press)).Status.ShouldBe(202);
        await host.Settles();
        note.Wording.ShouldNotContain("needs two samples");
    }

    [Theory]
    [InlineData("application/search")]
    [InlineData("adaptiveCard/action")]
    [InlineData("composeExtension/submitAction")]
    public async Task An_invoke_that_is_not_ours_is_not_implemented(string name)
    {
        await using var host = await TeamsHost.Run();
        var offer = await host.Ask(host.Anna, host.Clients, "log Acme called, needs two samples");
        var foreign = TeamsWorld.With(host.Teams.Presses(host.Anna, offer, "draft.create"), activity => (activity["name"], activity["value"]) = (name, new JsonObject { ["data"] = new JsonObject { ["x"] = 1 } }));
        (await host.Teams.Deliver(foreign)).Status.ShouldBe(501);
    }

    private static PlatformInbox<TeamsInboxRow> Inbox(TeamsHost host) =>
        host.Services.GetRequiredService<PlatformInbox<TeamsInboxRow>>();

    private static InboxItem InboxItem(TeamsDelivery delivery) =>
        ((TeamsAction)TeamsPayload.Read(AccountNudge.Bot.Teams.Framework.Activity.Read(delivery.Activity.ToJsonString())!)).InboxItem;
}
