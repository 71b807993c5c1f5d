using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Team;

/// <summary>What stands in the store after a talk.</summary>
internal static class ExampleTeam
{
    public static readonly ChatChannel Other = new("C-OTHER", "other", IsDirect: false);

    public static async Task<List<AccountTeam>> Teams(this Talk talk)
    {
        await using var store = talk.Stores.Open(Scope.Nothing);
        return await store.Teams.IgnoreQueryFilters().AsNoTracking().OrderBy(team => team.CreatedAt).ToListAsync();
    }

    public static async Task<AccountTeam> Team(this Talk talk) => (await talk.Teams()).Single();

    public static async Task<Member> Member(this Talk talk, ChatPerson person)
    {
        await using var store = talk.Stores.Open(Scope.Nothing);
        return await store.Members.IgnoreQueryFilters().AsNoTracking().SingleAsync(member => member.PersonId == person.Id);
    }

    public static async Task<List<Absence>> Absences(this Talk talk)
    {
        await using var store = talk.Stores.Open(Scope.Nothing);
        return await store.Absences.IgnoreQueryFilters().AsNoTracking().ToListAsync();
    }

    /// <summary>The home of a team has refused a post, and is left alone for now.</summary>
    public static async Task Refuse(this Talk talk, AccountTeam refusing)
    {
        await using var store = talk.Stores.Open(new Scope(refusing.WorkspaceId, refusing.Id));
        var team = await store.Teams.SingleAsync();
        (team.UnreachableSince, team.UnreachableReason, team.TryHomeAgainAt) = (talk.Now, RefusalReason.Outsiders, talk.Now + Duration.FromHours(1));
        await store.SaveChangesAsync();
    }

    /// <summary>The homes that refuse posts, as far as is known.</summary>
    public static async Task<IReadOnlyList<string>> Refusing(this Talk talk) =>
        [.. (await talk.Teams()).Where(team => team.UnreachableSince is not null).Select(team => team.Home)];

    /// <summary>A team whose region is answered, with everyone in it.</summary>
    public static async Task<Talk> WithTeam(string berlin)
    {
        var talk = await Talk.At(berlin);
        await talk.Say(Talk.Anna, "team region Berlin");
        await talk.Say(Talk.Ben, "settings");
        await talk.Say(Talk.Clara, "einstellungen");
        return talk;
    }

    public static string MentionOf(ChatPerson person) => $"@[{person.Id}|{person.Name}]";
}
