using AccountNudge.Bot.Conversation.Engine;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Local.Chat;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace AccountNudge.Bot.Tests.Local;

/// <summary>Whoever is in a team's home channel on the local page belongs to the team, spoken or not.</summary>
public sealed class SilentMemberTests
{
    [Theory]
    [InlineData("ben", "direct", "log Acme rang about the invoice", "the invoice")]
    [InlineData("ben", "direct", "brief Acme", "wants a quote")]
    [InlineData("ben", "direct", "kurzprofil Acme", "wants a quote")]
    [InlineData("ben", "direct", "beschwerde Acme: dritte Palette", "dritte Palette")]
    [InlineData("ben", "direct", "account add Delta owner Ben Miller", "Delta")]
    [InlineData("ben", "direct", "kunde neu Delta", "Delta")]
    [InlineData("cara", "direct", "complaint Acme: third broken pallet", "third broken pallet")]
    [InlineData("cara", "direct", "notiz Acme rief wegen der Rechnung an", "der Rechnung")]
    [InlineData("cara", "direct", "brief Acme", "wants a quote")]
    [InlineData("cara", "direct", "kunde neu Delta betreuung Ben Miller", "Ben Miller")]
    public async Task Their_first_word_is_for_the_team_and_begins_none_of_their_own(string person, string place, string said, string answered)
    {
        await using var local = await new LocalFixture().WithPeople();
        var conversation = await Conversation(local);
        await conversation.Answer((await local.Act("anna", "home")).Say("account add Acme"), default);
        await conversation.Answer((await local.Act("anna", "home")).Say("log Acme called, wants a quote"), default);
        (await Members(local)).ShouldBe(["Anna Weber", "Ben Miller"]);
        await local.Chat.Add(new LocalPerson { Id = "cara", Name = "Cara Lang", Locale = "de-DE", Zone = DateTimeZone.Utc }, default);
        await local.Chat.Join("home", "cara", default);

        var reply = await conversation.Answer((await local.Act(person, place == "direct" ? LocalPlace.Direct(person) : place)).Say(said), default);

        AccountNudge.Bot.Tests.Conversation.CardText.Of(reply).ShouldContain(answered);
        (await Members(local)).Count.ShouldBe(person == "cara" ? 3 : 2);
        await using var store = local.Get<Stores>().Open(Scope.Nothing);
        (await store.Teams.IgnoreQueryFilters().CountAsync()).ShouldBe(1);
    }

    private static async Task<TurnHandler> Conversation(LocalFixture local)
    {
        var (stores, clock) = (local.Get<Stores>(), local.Get<IClock>());
        await stores.Migrate(default);
        var (sweep, dispatcher) = (new Sweep(stores, NullLogger<Sweep>.Instance), new Dispatcher(stores, new FakeMessenger(), clock, NullLogger<Dispatcher>.Instance));
        var services = new ServiceCollection().AddSingleton(stores).AddSingleton(clock).AddSingleton(dispatcher).AddSingleton(sweep).BuildServiceProvider();
        return new TurnHandler(stores, CommandRegistry.FromAssembly(services), [local.Get<LocalPlatform>()], clock, _ => Task.CompletedTask, NullLogger<TurnHandler>.Instance);
    }

    private static async Task<List<string>> Members(LocalFixture local)
    {
        await using var store = local.Get<Stores>().Open(Scope.Nothing);
        return await store.Memberships.IgnoreQueryFilters().Join(store.Members.IgnoreQueryFilters(), place => place.MemberId, member => member.Id, (_, member) => member.Name).OrderBy(name => name).ToListAsync();
    }
}
