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

/// <summary>Whoever is forgotten stands in no message of the local page any more, whoever wrote it; live cards go on.</summary>
public sealed class LocalErasureTests
{
    [Fact]
    public async Task Nobody_reads_their_name_any_more_and_live_cards_go_on()
    {
        TurnHandler? conversation = null;
        await using var local = await new LocalFixture(answer: (turn, cancellation) => conversation!.Answer(turn, cancellation)).WithPeople();
        conversation = await Conversation(local);
        var (talk, direct) = (local.Get<LocalTalk>(), LocalPlace.Direct("anna"));
        foreach (var line in new[] { "account add Acme", "contact add Renate Zwanary at Acme", "complaint Acme by Renate Zwanary: crooked label, says Zwanary", "log Acme call with Renate Zwanary: Logary" })
            await talk.Say(await local.Act("anna", "home"), $"/nudge {line}", default);
        await talk.Say(await local.Act("anna", direct), "brief Renate Zwanary", default);
        (await Everything(local)).ShouldContain("Logary");

        await talk.Say(await local.Act("anna", direct), "forget Renate Zwanary", default);
        var asked = (await local.Chat.Messages(direct, "anna", 10, default))[^1];
        var confirm = Talk.ButtonOf(CardJson.Read(asked.Card), "forget.confirm");
        await talk.Press(await local.Act("anna", direct), asked.Sequence, new Pressed(confirm.ActionId, confirm.Value), default);

        var all = await Everything(local);
        all.ShouldNotContain("Zwanary");
        all.ShouldNotContain("Logary");
        var complaint = (await local.Cards("home", "ben")).First(card => Talk.ButtonsOf(card).Any(button => button.ActionId == "complaint.acknowledge"));
        CardText.Of(complaint).ShouldContain("crooked label, says eine frühere Ansprechperson");
    }

    private static async Task<string> Everything(LocalFixture local)
    {
        var places = new[] { "home", LocalPlace.Direct("anna"), LocalPlace.Direct("ben") };
        var messages = new List<string>();
        foreach (var (place, person) in places.SelectMany(place => new[] { "anna", "ben" }, (place, person) => (place, person)))
            messages.AddRange((await local.Chat.Messages(place, person, 100, default)).Select(message => message.Card));
        return string.Join('\n', messages);
    }

    private static async Task<TurnHandler> Conversation(LocalFixture local)
    {
        var (stores, clock) = (local.Get<Stores>(), local.Get<IClock>());
        stores.Erasing = new ErasureOptions { Elsewhere = [local.Chat.Erase] };
        await stores.Migrate(default);
        var messenger = new ChatMessenger([local.Get<LocalPlatform>()]);
        var (sweep, dispatcher) = (new Sweep(stores, NullLogger<Sweep>.Instance), new Dispatcher(stores, messenger, clock, NullLogger<Dispatcher>.Instance));
        var services = new ServiceCollection().AddSingleton(stores).AddSingleton(clock).AddSingleton(dispatcher).AddSingleton(sweep).BuildServiceProvider();
        return new TurnHandler(
            stores, CommandRegistry.FromAssembly(services), [local.Get<LocalPlatform>()], clock, cancellation => dispatcher.Run(clock.GetCurrentInstant(), cancellation), NullLogger<TurnHandler>.Instance);
    }
}
