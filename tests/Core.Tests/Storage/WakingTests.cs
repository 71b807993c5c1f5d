using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Tests.Storage;

public class WakingTests
{
    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Every_change_of_a_fact_wakes_its_account(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database);
        var samples = Samples.Of(office);
        await samples.Save(office);

        foreach (var type in Facts())
        {
            var added = Samples.Of(office).Rows.First(row => row.GetType() == type);
            await Wakes(database, office, samples.Account, $"{type.Name} modified", async store =>
                store.Entry((await store.FindAsync(type, Id(samples.Rows.First(row => row.GetType() == type))))!).State = EntityState.Modified);
            // A step is added with what it belongs to.
            if (type != typeof(Core.Complaints.ComplaintStep) && type != typeof(Core.Promises.PromiseStep))
            {
                await Wakes(database, office, samples.Account, $"{type.Name} added", store =>
                {
                    store.Entry(added).Property(nameof(IAccountFact.AccountId)).CurrentValue = samples.Account.Id;
                    store.Entry(added).State = EntityState.Added;
                    return Task.CompletedTask;
                });
                await Wakes(database, office, samples.Account, $"{type.Name} deleted", async store => store.Remove((await store.FindAsync(type, Id(added)))!));
            }
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Terms_people_absences_and_zones_wake_the_accounts_of_their_teams_and_no_others(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database);
        var beside = await Office.Open(database, beside: office);
        var anna = await office.Hire("Anna");
        var account = await office.Win("Acme", anna);
        var other = await beside.Win("Other");

        await Wakes(database, office, account, "settings", async store => (await store.Teams.SingleAsync()).Settings = new TeamSettings { UpdateDays = 9 });
        await Wakes(database, office, account, "zone", async store => (await store.Members.SingleAsync(member => member.Id == anna.Id)).Zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"]);
        await Wakes(database, office, account, "absence", store =>
        {
            store.Absences.Add(new Absence { WorkspaceId = office.Workspace.Id, MemberId = anna.Id, From = new(2026, 3, 6), Until = new(2026, 3, 7) });
            return Task.CompletedTask;
        });
        await Wakes(database, office, account, "membership", async store => (await store.Memberships.SingleAsync(place => place.MemberId == anna.Id)).IsManager = true);
        (await beside.Read(other)).Revision.ShouldBe(other.Revision);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_new_member_and_a_new_fact_can_be_saved_together(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database);
        var account = await office.Win("Acme");
        var other = await office.Win("Other");
        await using var store = office.Store();
        var member = new Member { WorkspaceId = office.Workspace.Id, PersonId = "U1", Name = "Ben" };
        (await store.Accounts.SingleAsync(row => row.Id == account.Id)).OwnerId = member.Id;
        store.Members.Add(member);
        store.Memberships.Add(new Membership { WorkspaceId = office.Workspace.Id, TeamId = office.Team.Id, MemberId = member.Id, JoinedAt = Database.Friday });
        store.Interactions.Add(new Interaction { WorkspaceId = office.Workspace.Id, TeamId = office.Team.Id, AccountId = account.Id, Kind = InteractionKind.Call, On = new(2026, 3, 6), RecordedAt = Database.Friday, MemberId = member.Id });

        await store.SaveChangesAsync();

        (await office.Read(account)).Revision.ShouldBe(account.Revision + 1);
        (await office.Read(other)).Revision.ShouldBe(other.Revision + 1);
        await store.SaveChangesAsync();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_contact_that_moves_wakes_both_accounts(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database);
        var (from, to) = (await office.Win("From"), await office.Win("To"));
        var contact = new Contact { WorkspaceId = office.Workspace.Id, TeamId = office.Team.Id, AccountId = from.Id, Name = "Weber" };
        await using (var store = office.Store())
        {
            store.Add(contact);
            await store.SaveChangesAsync();
        }

        await Wakes(database, office, from, "moved away", async store => (await store.Contacts.SingleAsync()).AccountId = to.Id);
        (await office.Read(to)).Revision.ShouldBe(to.Revision + 1);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Of_two_commands_made_from_the_same_state_the_second_fails(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database);
        var complaint = await office.Complain(await office.Win("Acme"));
        await using var first = office.Store();
        await using var second = office.Store();
        var act = new Core.Complaints.ComplaintAct(null, Database.Friday, office.Team.Settings.Calendar(), office.Team.Settings, "x");
        foreach (var store in new[] { first, second })
        {
            _ = await store.Accounts.SingleAsync();
            (await store.Complaints.SingleAsync(row => row.Id == complaint.Id)).Acknowledge(act);
        }

        await first.SaveChangesAsync();
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
    }

    private static IEnumerable<Type> Facts() => typeof(IAccountFact).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IAccountFact)));

    private static object Id(object row) => row.GetType().GetProperty("Id")!.GetValue(row)!;

    private static async Task Wakes(Database database, Office office, Account account, string why, Func<Store, Task> change)
    {
        await using (var asleep = office.Store())
        {
            await asleep.Accounts.Where(row => row.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LookAgainAt, (Instant?)null));
        }

        var before = await office.Read(account);
        database.Now += Duration.FromSeconds(1);
        await using (var store = office.Store())
        {
            await change(store);
            await store.SaveChangesAsync();
        }

        var after = await office.Read(account);
        (after.LookAgainAt, after.Revision).ShouldBe((database.Now, before.Revision + 1), why);
    }
}
