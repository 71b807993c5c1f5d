using AccountNudge.Testing.Teams;

namespace AccountNudge.Bot.Tests.Teams.Inbound;

/// <summary>A complaint's card in a Teams channel is right after each step, wherever the step was taken.</summary>
public sealed class TeamsLiveCardTests
{
    [Theory]
    [InlineData(AccountNudge.Testing.DatabaseKind.Sqlite)]
    [InlineData(AccountNudge.Testing.DatabaseKind.Postgres)]
    public async Task A_card_in_the_channel_follows_a_private_card_an_undo_and_a_form(AccountNudge.Testing.DatabaseKind kind)
    {
        await using var host = await TeamsHost.Run(kind);
        await host.Begin();
        var own = host.Teams.PersonalChat(host.Anna);
        foreach (var delivery in host.Teams.Installs(host.Anna, own)) await host.Deliver(delivery);
        await host.Settles();
        var card = await host.Ask(host.Anna, host.Clients, "complaint Acme: crooked label");
        Offers(card, "complaint.acknowledge").ShouldBeTrue();
        var inChannel = InChannel(host);

        // Acknowledged from a private card.
        var brief = await host.Ask(host.Anna, own, "brief Acme");
        await host.Deliver(host.Teams.Presses(host.Anna, brief, "complaint.acknowledge"));
        await host.Settles();
        (Offers(card, "complaint.acknowledge"), Offers(card, "complaint.update")).ShouldBe((false, true));

        // Undone from a direct message.
        await host.Deliver(host.Teams.Says(host.Anna, own, "undo"));
        await host.Settles();
        (Offers(card, "complaint.acknowledge"), Offers(card, "complaint.update")).ShouldBe((true, false));

        // Resolved by a form.
        var form = await host.Ask(host.Anna, own, "resolve");
        await host.Deliver(host.Teams.Presses(host.Anna, form, "form.submit", new Dictionary<string, string> { ["i_account"] = "Acme", ["i_text"] = "new labels are on" }));
        await host.Settles();
        (Offers(card, "complaint.acknowledge"), Offers(card, "complaint.confirm")).ShouldBe((false, true));
        card.Wording.ShouldContain("new labels are on");

        InChannel(host).ShouldBe(inChannel);
        host.Teams.Violations.ShouldBeEmpty();
    }

    private static int InChannel(TeamsHost host) => host.Everything().Count(message => message.Place == host.Clients);

    private static bool Offers(FakeChatMessage card, string action) => card.Cards.Any(shown => shown.ToJsonString().Contains($"\"{action}\"", StringComparison.Ordinal));
}
