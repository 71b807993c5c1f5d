using AccountNudge.Testing;
using AccountNudge.Testing.Slack;

namespace AccountNudge.Bot.Tests.Slack.Inbound;

/// <summary>A complaint's card in a Slack channel is right after each step, wherever the step was taken.</summary>
public sealed class SlackLiveCardTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_card_in_the_channel_follows_a_private_card_an_undo_and_a_form(DatabaseKind kind)
    {
        await using var host = await SlackHost.Run(kind);
        await Say(host, SlackHost.Clients, "account add Acme");
        await Say(host, SlackHost.Clients, "complaint Acme: crooked label");
        var card = host.Slack.Messages.Single(message => message.Channel == SlackHost.Clients && SlackHost.Said(message).Contains("crooked label", StringComparison.Ordinal));
        Offers(card).ShouldBe("complaint.acknowledge");
        var (direct, inChannel) = (host.Slack.DirectChannel(SlackHost.Anna).Id, InChannel(host));

        // Acknowledged from a private card.
        await host.Deliver(host.Slack.DirectMessage(SlackHost.Anna, "brief Acme"));
        await host.Settles();
        await host.Deliver(host.Slack.Click(host.Slack.Messages.Last(message => message.Channel == direct && message.BotId is not null), "complaint.acknowledge", SlackHost.Anna));
        await host.Settles();
        Offers(card).ShouldBe("complaint.update");

        // Undone from a direct message.
        await host.Deliver(host.Slack.DirectMessage(SlackHost.Anna, "undo"));
        await host.Settles();
        Offers(card).ShouldBe("complaint.acknowledge");

        // Resolved by a form.
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, direct, "resolve"));
        await host.Deliver(host.Slack.Submit(host.Slack.Views.Single(), new Dictionary<string, string> { ["account"] = "Acme", ["text"] = "new labels are on" }));
        await host.Settles();
        Offers(card).ShouldBe("complaint.confirm");
        SlackHost.Said(card).ShouldContain("new labels are on");

        InChannel(host).ShouldBe(inChannel);
    }

    [Fact]
    public async Task Pressed_on_the_card_itself_a_step_is_one_change_of_one_message()
    {
        await using var host = await SlackHost.Run();
        await Say(host, SlackHost.Clients, "account add Acme");
        await Say(host, SlackHost.Clients, "complaint Acme: crooked label");
        var card = host.Slack.Messages.Single(message => SlackHost.Said(message).Contains("crooked label", StringComparison.Ordinal));
        var before = host.Everything().Count;
        await host.Deliver(host.Slack.Click(card, "complaint.acknowledge", SlackHost.Ben));
        await host.Settles();
        (Offers(card), card.Edits, host.Everything().Count).ShouldBe(("complaint.update", 1, before));
    }

    private static int InChannel(SlackHost host) => host.Slack.Messages.Count(message => message.Channel == SlackHost.Clients);

    private static async Task Say(SlackHost host, string channel, string line)
    {
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, channel, line));
        await host.Settles();
    }

    /// <summary>The first button of a card.</summary>
    private static string Offers(FakeMessage card) =>
        card.Blocks.Where(block => block!["type"]!.ToString() == "actions").SelectMany(block => block!["elements"]!.AsArray()).First()!["action_id"]!.ToString();
}
