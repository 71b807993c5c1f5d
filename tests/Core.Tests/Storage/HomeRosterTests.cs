using AccountNudge.Core.Accounts;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Tests.Storage;

public class HomeRosterTests
{
    private static readonly Instant Later = Database.Friday + Duration.FromHours(1);

    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Who_leaves_a_home_is_no_member_of_its_team_and_its_accounts_are_looked_at_again(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var (office, elsewhere) = (await Office.Open(database), await Office.Open(database));
        var beside = await Office.Open(database, beside: office);
        var (anna, ben) = (await office.Hire("Anna"), await office.Hire("Ben", isManager: true));
        await Join(beside, ben);
        var (account, other) = (await office.Win("Acme", ben), await beside.Win("Other", ben));

        await database.Stores.Leave(Homes(office), new HashSet<string> { ben.PersonId, "nobody we know" }, Later, default);
        await database.Stores.Leave(Homes(elsewhere), new HashSet<string> { anna.PersonId }, Later, default);

        (await Members(office)).ShouldBe([anna.Id]);
        (await Members(beside)).ShouldBe([ben.Id]);
        var now = await office.Read(account);
        (now.OwnerId, now.Revision > account.Revision).ShouldBe((ben.Id, true));
        (await beside.Read(other)).Revision.ShouldBe(other.Revision);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Nobody_leaves_their_own_chat(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database);
        var ben = await office.Hire("Ben");
        await using (var store = office.Store()) await store.Teams.ExecuteUpdateAsync(set => set.SetProperty(team => team.HomeIsDirect, true));

        await database.Stores.Leave(Homes(office), new HashSet<string> { ben.PersonId }, Later, default);

        (await Members(office)).ShouldBe([ben.Id]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_is_told_late_of_an_earlier_farewell_ends_nothing(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database);
        var ben = await office.Hire("Ben", isManager: true);
        var people = new HashSet<string> { ben.PersonId };

        await database.Stores.Leave(Homes(office), people, Database.Friday - Duration.FromSeconds(1), default);
        (await Members(office)).ShouldBe([ben.Id], "before they were first there");
        await database.Stores.Return(Homes(office), people, Later, default);
        await database.Stores.Leave(Homes(office), people, Later - Duration.FromSeconds(1), default);
        await database.Stores.Return(Homes(office), people, Database.Friday, default);
        await using (var store = office.Store())
            (await store.Memberships.SingleAsync()).ShouldSatisfyAllConditions(place => place.JoinedAt.ShouldBe(Later), place => place.IsManager.ShouldBeTrue());
        await database.Stores.Leave(Homes(office), people, Later + Duration.FromSeconds(1), default);
        (await Members(office)).ShouldBeEmpty();
        await database.Stores.Return(Homes(office), people, Later + Duration.FromSeconds(2), default);
        (await Members(office)).ShouldBeEmpty("to be dated anew, they must be there");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Who_is_not_found_in_a_home_has_left_it_unless_they_came_meanwhile(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database);
        var (anna, _) = (await office.Hire("Anna"), await office.Hire("Ben"));
        database.Now = Later;
        var carla = await office.Hire("Carla");

        await database.Stores.Follow(Homes(office), new HashSet<string> { anna.PersonId }, [], Later - Duration.FromSeconds(1), default);

        (await Members(office)).ShouldBe([anna.Id, carla.Id]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Who_is_found_in_a_home_is_a_member_of_its_team_in_their_own_language_or_the_teams(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database, new TeamSettings { Language = Language.German });
        var beside = await Office.Open(database, beside: office);
        var (anna, ben) = (await office.Hire("Anna", isManager: true), await beside.Hire("Ben"));
        var account = await office.Win("Acme", anna);
        PresentPerson[] found = [new(anna.PersonId, "Anna"), new(ben.PersonId, "Ben"), new("U-CARA", "Cara"), new("U-DAN", "Dan", Language.English, DateTimeZone.Utc)];
        var ids = found.Select(person => person.Id).ToHashSet();

        (await database.Stores.Strangers(Homes(office), ids, default)).Select(one => one.PersonId).ShouldBe([ben.PersonId, "U-CARA", "U-DAN"]);
        await database.Stores.Follow(Homes(office), ids, found, Later, default);
        await database.Stores.Join(Homes(office), found, Later + Duration.FromHours(1), default);

        (await database.Stores.Strangers(Homes(office), ids, default)).ShouldBeEmpty();
        await using var store = office.Store();
        var people = await store.Memberships.Join(store.Members, place => place.MemberId, member => member.Id, (place, member) => new { place.JoinedAt, place.IsManager, member }).ToListAsync();
        people.OrderBy(one => one.member.Name).Select(one => (one.member.Name, one.member.Language, one.member.Zone, one.IsManager, one.JoinedAt)).ShouldBe([
            ("Anna", Language.English, null, true, Database.Friday), ("Ben", Language.English, null, false, Later),
            ("Cara", Language.German, null, false, Later), ("Dan", Language.English, DateTimeZone.Utc, false, Later),
        ]);
        (await office.Read(account)).Revision.ShouldBeGreaterThan(account.Revision);
        (await Members(beside)).ShouldBe([ben.Id]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Told_to_several_nodes_at_once_it_happens_once(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database);
        var ben = await office.Hire("Ben");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => database.Stores.Leave(Homes(office), new HashSet<string> { ben.PersonId }, Later, default))));

        (await Members(office)).ShouldBeEmpty();
    }

    private static HomeChannels Homes(Office office) => new(office.Workspace.Platform, office.Workspace.ExternalId, [office.Team.Home, "another channel"]);

    private static async Task Join(Office office, Member member)
    {
        await using var store = office.Store();
        store.Memberships.Add(new Membership { WorkspaceId = office.Workspace.Id, TeamId = office.Team.Id, MemberId = member.Id, JoinedAt = Database.Friday });
        await store.SaveChangesAsync();
    }

    private static async Task<List<Guid>> Members(Office office)
    {
        await using var store = office.Store();
        return await store.Memberships.OrderBy(place => place.JoinedAt).ThenBy(place => place.MemberId).Select(place => place.MemberId).ToListAsync();
    }
}
