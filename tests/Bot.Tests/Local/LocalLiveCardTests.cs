using AccountNudge.Bot.Conversation.Announcements;
using AccountNudge.Bot.Conversation.Engine;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Local.Chat;
using AccountNudge.Bot.Tests.Conversation;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace AccountNudge.Bot.Tests.Local;

/// <summary>A complaint's card in a channel of the local page is right after each step, wherever the step was taken.</summary>
public sealed class LocalLiveCardTests
{
    [Fact]
    public async Task A_card_in_the_channel_follows_a_private_card_an_undo_and_a_form()
    {
        TurnHandler? conversation = null;
        await using var local = await new LocalFixture(answer: (turn, cancellation) => conversation!.Answer(turn, cancellation)).WithPeople();
        conversation = await Conversation(local);
        var talk = local.Get<LocalTalk>();
        await talk.Say(await local.Act("anna", "home"), "/nudge account add Acme", default);
        await talk.Say(await local.Act("anna", "home"), "/nudge complaint Acme: crooked label", default);
        var inChannel = (await local.Cards("home", "ben")).Count;
        (await Offer(local)).ShouldBe("complaint.acknowledge");

        // Acknowledged from a private card.
        await talk.Say(await local.Act("anna", LocalPlace.Direct("anna")), "brief Acme", default);
        var (sequence, button) = await Latest(local, "complaint.acknowledge");
        await talk.Press(await local.Act("anna", LocalPlace.Direct("anna")), sequence, new Pressed(button.ActionId, button.Value), default);
        (await Offer(local)).ShouldBe("complaint.update");

        // Undone from a direct message.
        await talk.Say(await local.Act("anna", LocalPlace.Direct("anna")), "undo", default);
        (await Offer(local)).ShouldBe("complaint.acknowledge");

        // Resolved by a form.
        (await talk.Say(await local.Act("anna", LocalPlace.Direct("anna")), "resolve", default)).Form.ShouldNotBeNull().Id.ShouldBe("resolve");
        var filled = new Submitted("resolve", new Dictionary<string, string> { ["account"] = "Acme", ["text"] = "new labels are on" }, "");
        (await talk.Submit(await local.Act("anna", LocalPlace.Direct("anna")), null, filled, default)).Errors.ShouldBeEmpty();
        (await Offer(local)).ShouldBe("complaint.confirm");
        CardText.Of((await local.Cards("home", "ben"))[^1]).ShouldContain("new labels are on");

        (await local.Cards("home", "ben")).Count.ShouldBe(inChannel);
    }

    /// <summary>The first button of the last card in the channel.</summary>
    private static async Task<string> Offer(LocalFixture local) => Talk.ButtonsOf((await local.Cards("home", "ben"))[^1]).First().ActionId;

    private static async Task<(long Sequence, Button Button)> Latest(LocalFixture local, string action)
    {
        var message = (await local.Chat.Messages(LocalPlace.Direct("anna"), "anna", 10, default))[^1];
        return (message.Sequence, Talk.ButtonOf(CardJson.Read(message.Card), action));
    }

    private static async Task<TurnHandler> Conversation(LocalFixture local)
    {
        var (stores, clock) = (local.Get<Stores>(), local.Get<IClock>());
        await stores.Migrate(default);
        var messenger = new ChatMessenger([local.Get<LocalPlatform>()]);
        var (sweep, dispatcher) = (new Sweep(stores, NullLogger<Sweep>.Instance), new Dispatcher(stores, messenger, clock, NullLogger<Dispatcher>.Instance));
        var services = new ServiceCollection().AddSingleton(stores).AddSingleton(clock).AddSingleton(dispatcher).AddSingleton(sweep).BuildServiceProvider();
        return new TurnHandler(
            stores, CommandRegistry.FromAssembly(services), [local.Get<LocalPlatform>()], clock, cancellation => dispatcher.Run(clock.GetCurrentInstant(), cancellation), NullLogger<TurnHandler>.Instance);
    }
}
