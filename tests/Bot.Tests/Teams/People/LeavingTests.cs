using System.Text.Json.Nodes;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Teams;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;

namespace AccountNudge.Bot.Tests.Teams.People;

/// <summary>Who leaves a Microsoft team or chat, leaves the account teams that are at home in it.</summary>
public sealed class LeavingTests
{
    private const string Other = "19:other@thread.tacv2";
    private const string Nora = "29:nora";

    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    /// <summary>Event type, the place it comes from, its team, the channel it names, who is removed, and from where Ben is gone then.</summary>
    public static TheoryData<DatabaseKind, string?, string, string?, string?, string, string[]> Removals =>
    [
        .. from kind in Database.Kinds
           from row in new (string? Event, string Place, string? Team, string? Channel, string Removed, string[] Gone)[]
           {
               ("teamMemberRemoved", TeamsStage.Team, TeamsStage.Team, null, TeamsStage.Ben, [TeamsStage.Channel, Other]),
               (null, TeamsStage.Team, TeamsStage.Team, null, TeamsStage.Ben, [TeamsStage.Channel, Other]),
               ("channelMemberRemoved", Other, TeamsStage.Team, Other, TeamsStage.Ben, [Other]),
               (null, TeamsStage.Group, null, null, TeamsStage.Ben, [TeamsStage.Group]),
               (null, TeamsStage.Chat, null, null, TeamsStage.Ben, []),
               ("teamMemberRemoved", "19:elsewhere", "19:elsewhere", null, TeamsStage.Ben, []),
               ("teamMemberRemoved", TeamsStage.Team, TeamsStage.Team, null, Nora, []),
               ("teamMemberRemoved", TeamsStage.Team, TeamsStage.Team, null, TeamsStage.Bot, []),
               ("teamMemberAdded", TeamsStage.Team, TeamsStage.Team, null, Nora, []),
           }
           select new TheoryDataRow<DatabaseKind, string?, string, string?, string?, string, string[]>(kind, row.Event, row.Place, row.Team, row.Channel, row.Removed, row.Gone),
    ];

    [Theory, MemberData(nameof(Removals))]
    public async Task Whoever_is_removed_is_no_member_where_they_were_removed_from(DatabaseKind kind, string? eventType, string place, string? team, string? channel, string removed, string[] gone)
    {
        await using var stage = await TeamsStage.SetInChannel(kind);
        await stage.Hear(stage.Message(Other, 1));
        await stage.Hear(stage.Message(TeamsStage.Group, 1, team: null));
        var first = await AtHome(stage, TeamsStage.Channel);
        string[] homes = [TeamsStage.Channel, Other, TeamsStage.Group, TeamsStage.Ben];
        foreach (var home in homes[1..]) await AtHome(stage, home, first);

        await stage.Hear(stage.Update(eventType, 2, place, team, removed: [removed], channel: channel is null ? null : new JsonObject { ["id"] = channel }));

        foreach (var home in homes) (await People(stage, home)).ShouldBe(gone.Contains(home) ? [TeamsStage.Anna] : [TeamsStage.Anna, TeamsStage.Ben], home);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_removal_that_is_told_after_a_later_addition_ends_nothing(DatabaseKind kind)
    {
        await using var stage = await TeamsStage.SetInChannel(kind);
        await AtHome(stage, TeamsStage.Channel);

        await stage.Hear(stage.Update("teamMemberAdded", 5, added: [TeamsStage.Ben]));
        await stage.Hear(stage.Update("teamMemberRemoved", 3, removed: [TeamsStage.Ben]));
        (await People(stage, TeamsStage.Channel)).ShouldBe([TeamsStage.Anna, TeamsStage.Ben]);

        await stage.Hear(stage.Update("teamMemberRemoved", 6, removed: [TeamsStage.Ben]));
        await stage.Hear(stage.Update("teamMemberAdded", 5, added: [TeamsStage.Ben]));
        (await People(stage, TeamsStage.Channel)).ShouldBe([TeamsStage.Anna]);
    }

    public static TheoryData<DatabaseKind, string, bool> Readings => new(Database.Kinds.SelectMany(kind =>
        new (DatabaseKind, string, bool)[] { (kind, "complete", true), (kind, "with a guest", false), (kind, "shared", false), (kind, "cut off", false), (kind, "of somebody else's", false) }));

    [Theory, MemberData(nameof(Readings))]
    public async Task Whoever_is_not_on_the_whole_roster_has_left_although_nobody_told(DatabaseKind kind, string roster, bool ends)
    {
        await using var stage = await TeamsStage.SetInChannel(kind);
        await AtHome(stage, TeamsStage.Channel);
        var place = roster == "of somebody else's" ? Other : TeamsStage.Channel;
        if (place == Other) await stage.Hear(stage.Message(Other, 1));
        stage.Connector.Rosters[place] = roster == "with a guest" ? [TeamsStage.Member(TeamsStage.Anna), TeamsStage.Member("29:gil", "guest")] : [TeamsStage.Member(TeamsStage.Anna)];
        stage.Connector.Channels[TeamsStage.Team] = [TeamsStage.Listed(place, "Clients", roster == "shared" ? "shared" : "standard")];
        if (roster == "cut off")
        {
            stage.Connector.Answer(place + "/pagedmembers", $$"""{"members":[{"id":"{{TeamsStage.Anna}}","userRole":"user"}],"continuationToken":"1"}""");
            stage.Connector.Refuse(place + "/pagedmembers", 500);
        }

        await stage.Sharing(place, stage.AnotherNode(mostPages: roster == "cut off" ? 1 : 60));

        (await People(stage, TeamsStage.Channel)).ShouldBe(ends ? [TeamsStage.Anna] : [TeamsStage.Anna, TeamsStage.Ben]);
    }

    [Fact]
    public async Task What_was_heard_while_the_roster_was_read_counts_more()
    {
        await using var stage = await TeamsStage.SetInChannel();
        await AtHome(stage, TeamsStage.Channel);
        var held = stage.Connector.Hold(TeamsStage.Channel + "/pagedmembers", $$"""{"members":[{"id":"{{TeamsStage.Anna}}","userRole":"user"}]}""");
        var reading = stage.Sharing();
        await held.Came.Task;
        await stage.Hear(stage.Update("teamMemberAdded", 5, added: [TeamsStage.Ben]));
        held.Go.SetResult();

        (await reading).ShouldBe(Sharing.Unknown);
        (await People(stage, TeamsStage.Channel)).ShouldBe([TeamsStage.Anna, TeamsStage.Ben]);
    }

    /// <summary>A team of Anna and Ben at home in a place, or in Ben's own chat.</summary>
    private static async Task<Office> AtHome(TeamsStage stage, string home, Office? beside = null)
    {
        var office = await Office.Open(stage.Database, beside: beside);
        await using var store = office.Store();
        await store.Workspaces.ExecuteUpdateAsync(set => set.SetProperty(row => row.Platform, TeamsSettings.Platform).SetProperty(row => row.ExternalId, TeamsStage.Tenant));
        await store.Teams.ExecuteUpdateAsync(set => set.SetProperty(row => row.Home, home).SetProperty(row => row.HomeIsDirect, home == TeamsStage.Ben));
        foreach (var id in new[] { TeamsStage.Anna, TeamsStage.Ben })
        {
            var member = await store.Members.FirstOrDefaultAsync(member => member.PersonId == id);
            if (member is null) store.Members.Add(member = new() { WorkspaceId = office.Workspace.Id, PersonId = id, Name = id });
            store.Memberships.Add(new() { WorkspaceId = office.Workspace.Id, TeamId = office.Team.Id, MemberId = member.Id, JoinedAt = Database.Friday, IsManager = true });
        }

        await store.SaveChangesAsync();
        return office;
    }

    private static async Task<List<string>> People(TeamsStage stage, string home)
    {
        await using var store = stage.Stores.Open(Core.Storage.Scope.Nothing);
        var ids = store.Teams.IgnoreQueryFilters().Where(team => team.Home == home)
            .Join(store.Memberships.IgnoreQueryFilters(), team => team.Id, place => place.TeamId, (_, place) => place.MemberId);
        return await store.Members.IgnoreQueryFilters().Where(member => ids.Contains(member.Id)).Select(member => member.PersonId).Order().ToListAsync();
    }
}
