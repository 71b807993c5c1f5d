using System.Text.Json.Nodes;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Teams;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;

namespace AccountNudge.Bot.Tests.Teams.People;

/// <summary>Who leaves a Microsoft team or chat, leaves the account teams that are at home in it.</summary>
public sealed class TeamsDepartureTests
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
               ("teamMemberRemoved", TeamsFixture.Team, TeamsFixture.Team, null, TeamsFixture.Ben, [TeamsFixture.Channel, Other]),
               (null, TeamsFixture.Team, TeamsFixture.Team, null, TeamsFixture.Ben, [TeamsFixture.Channel, Other]),
               ("channelMemberRemoved", Other, TeamsFixture.Team, Other, TeamsFixture.Ben, [Other]),
               (null, TeamsFixture.Group, null, null, TeamsFixture.Ben, [TeamsFixture.Group]),
               (null, TeamsFixture.Chat, null, null, TeamsFixture.Ben, []),
               ("teamMemberRemoved", "19:elsewhere", "19:elsewhere", null, TeamsFixture.Ben, []),
               ("teamMemberRemoved", TeamsFixture.Team, TeamsFixture.Team, null, Nora, []),
               ("teamMemberRemoved", TeamsFixture.Team, TeamsFixture.Team, null, TeamsFixture.Bot, []),
               ("teamMemberAdded", TeamsFixture.Team, TeamsFixture.Team, null, Nora, []),
           }
           select new TheoryDataRow<DatabaseKind, string?, string, string?, string?, string, string[]>(kind, row.Event, row.Place, row.Team, row.Channel, row.Removed, row.Gone),
    ];

    [Theory, MemberData(nameof(Removals))]
    public async Task Whoever_is_removed_is_no_member_where_they_were_removed_from(DatabaseKind kind, string? eventType, string place, string? team, string? channel, string removed, string[] gone)
    {
        await using var fixture = await TeamsFixture.SetInChannel(kind);
        await fixture.Hear(fixture.Message(Other, 1));
        await fixture.Hear(fixture.Message(TeamsFixture.Group, 1, team: null));
        var first = await AtHome(fixture, TeamsFixture.Channel);
        string[] homes = [TeamsFixture.Channel, Other, TeamsFixture.Group, TeamsFixture.Ben];
        foreach (var home in homes[1..]) await AtHome(fixture, home, first);

        await fixture.Hear(fixture.Update(eventType, 2, place, team, removed: [removed], channel: channel is null ? null : new JsonObject { ["id"] = channel }));

        foreach (var home in homes) (await People(fixture, home)).ShouldBe(gone.Contains(home) ? [TeamsFixture.Anna] : [TeamsFixture.Anna, TeamsFixture.Ben], home);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_removal_that_is_told_after_a_later_addition_ends_nothing(DatabaseKind kind)
    {
        await using var fixture = await TeamsFixture.SetInChannel(kind);
        await AtHome(fixture, TeamsFixture.Channel);

        await fixture.Hear(fixture.Update("teamMemberAdded", 5, added: [TeamsFixture.Ben]));
        await fixture.Hear(fixture.Update("teamMemberRemoved", 3, removed: [TeamsFixture.Ben]));
        (await People(fixture, TeamsFixture.Channel)).ShouldBe([TeamsFixture.Anna, TeamsFixture.Ben]);

        fixture.Connector.Rosters[TeamsFixture.Channel] = [TeamsFixture.Member(TeamsFixture.Anna)];
        await fixture.Hear(fixture.Update("teamMemberRemoved", 6, removed: [TeamsFixture.Ben]));
        await fixture.Hear(fixture.Update("teamMemberAdded", 5, added: [TeamsFixture.Ben]));
        (await People(fixture, TeamsFixture.Channel)).ShouldBe([TeamsFixture.Anna]);
    }

    public static TheoryData<DatabaseKind, string, bool> Readings => new(Database.Kinds.SelectMany(kind =>
        new (DatabaseKind, string, bool)[] { (kind, "complete", true), (kind, "with a guest", false), (kind, "shared", false), (kind, "cut off", false), (kind, "of somebody else's", false) }));

    [Theory, MemberData(nameof(Readings))]
    public async Task Whoever_is_not_on_the_whole_roster_has_left_although_nobody_told(DatabaseKind kind, string roster, bool ends)
    {
        await using var fixture = await TeamsFixture.SetInChannel(kind);
        await AtHome(fixture, TeamsFixture.Channel);
        var place = roster == "of somebody else's" ? Other : TeamsFixture.Channel;
        if (place == Other) await fixture.Hear(fixture.Message(Other, 1));
        fixture.Connector.Rosters[place] = roster == "with a guest" ? [TeamsFixture.Member(TeamsFixture.Anna), TeamsFixture.Member("29:gil", "guest")] : [TeamsFixture.Member(TeamsFixture.Anna)];
        fixture.Connector.Channels[TeamsFixture.Team] = [TeamsFixture.Listed(place, "Clients", roster == "shared" ? "shared" : "standard")];
        if (roster == "cut off")
        {
            fixture.Connector.Answer(place + "/pagedmembers", $$"""{"members":[{"id":"{{TeamsFixture.Anna}}","userRole":"user"}],"continuationToken":"1"}""");
            fixture.Connector.Refuse(place + "/pagedmembers", 500);
        }

        await fixture.Sharing(place, fixture.AnotherNode(mostPages: roster == "cut off" ? 1 : 60));

        (await People(fixture, TeamsFixture.Channel)).ShouldBe(ends ? [TeamsFixture.Anna] : [TeamsFixture.Anna, TeamsFixture.Ben]);
    }

    [Fact]
    public async Task What_was_heard_while_the_roster_was_read_counts_more()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        await AtHome(fixture, TeamsFixture.Channel);
        var held = fixture.Connector.Hold(TeamsFixture.Channel + "/pagedmembers", $$"""{"members":[{"id":"{{TeamsFixture.Anna}}","userRole":"user"}]}""");
        var reading = fixture.Sharing();
        await held.Came.Task;
        await fixture.Hear(fixture.Update("teamMemberAdded", 5, added: [TeamsFixture.Ben]));
        held.Go.SetResult();

        (await reading).ShouldBe(Sharing.Unknown);
        (await People(fixture, TeamsFixture.Channel)).ShouldBe([TeamsFixture.Anna, TeamsFixture.Ben]);
    }

    /// <summary>A team of Anna and Ben at home in a place, or in Ben's own chat.</summary>
    private static async Task<Office> AtHome(TeamsFixture fixture, string home, Office? beside = null)
    {
        var office = await Office.Open(fixture.Database, beside: beside);
        await using var store = office.Store();
        await store.Workspaces.ExecuteUpdateAsync(set => set.SetProperty(row => row.Platform, TeamsSettings.Platform).SetProperty(row => row.ExternalId, TeamsFixture.Tenant));
        await store.Teams.ExecuteUpdateAsync(set => set.SetProperty(row => row.Home, home).SetProperty(row => row.HomeIsDirect, home == TeamsFixture.Ben));
        foreach (var id in new[] { TeamsFixture.Anna, TeamsFixture.Ben })
        {
            var member = await store.Members.FirstOrDefaultAsync(member => member.PersonId == id);
            if (member is null) store.Members.Add(member = new() { WorkspaceId = office.Workspace.Id, PersonId = id, Name = id });
            store.Memberships.Add(new() { WorkspaceId = office.Workspace.Id, TeamId = office.Team.Id, MemberId = member.Id, JoinedAt = Database.Friday, IsManager = true });
        }

        await store.SaveChangesAsync();
        return office;
    }

    private static async Task<List<string>> People(TeamsFixture fixture, string home)
    {
        await using var store = fixture.Stores.Open(Core.Storage.Scope.Nothing);
        var ids = store.Teams.IgnoreQueryFilters().Where(team => team.Home == home)
            .Join(store.Memberships.IgnoreQueryFilters(), team => team.Id, place => place.TeamId, (_, place) => place.MemberId);
        return await store.Members.IgnoreQueryFilters().Where(member => ids.Contains(member.Id)).Select(member => member.PersonId).Order().ToListAsync();
    }
}
