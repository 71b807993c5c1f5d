using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Hints;

/// <summary>A talk in a team that wants some hints and no others; Anna looks after Huber AG, Ben manages. 1 March 2027 is a Monday.</summary>
internal static class Hinted
{
    public static async Task<Talk> At(string berlin, params string[] kinds)
    {
        var talk = await Client.At(berlin);
        await Client.Change(talk, (store, team) =>
        {
            team.Settings = team.Settings with { HintsPerMorning = 2, PracticesOff = [.. PracticeCatalog.Hints.Select(hint => hint.Kind).Except(kinds)] };
        });
        await talk.Say(Talk.Anna, "team manager Ben");
        await Win(talk, "Huber AG");
        return talk;
    }

    /// <summary>A client since last year, of whom one person is known.</summary>
    public static Task Win(Talk talk, string name, LocalDate? since = null, Tier tier = Tier.B) => Client.Change(talk, (store, team) =>
    {
        var account = new Account
        {
            WorkspaceId = team.WorkspaceId, TeamId = team.Id, Name = name, Tier = tier, OwnerId = store.Members.Single(member => member.PersonId == Talk.Anna.Id).Id, EnteredOn = new(2026, 1, 4), Since = since,
        };
        store.Accounts.Add(account);
        store.Contacts.Add(new Contact { WorkspaceId = team.WorkspaceId, TeamId = team.Id, AccountId = account.Id, Name = name == "Huber AG" ? "Jonas Falk" : $"Lea {name[..^3]}feld" });
    });

    /// <summary>What was posted to somebody alone, oldest first, as it reads now.</summary>
    public static IReadOnlyList<Card> To(this Talk talk, ChatPerson person) =>
        [.. talk.Posted.Where(post => post.IsDirect && post.Address == person.Id).Select(post => post.Post.Key).Distinct().Select(key => talk.Cards[key])];

    public static async Task<List<T>> Read<T>(this Talk talk, Func<Store, IQueryable<T>> rows)
    {
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        return await rows(store).ToListAsync(TestContext.Current.CancellationToken);
    }
}
