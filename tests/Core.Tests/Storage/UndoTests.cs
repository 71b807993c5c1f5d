using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;

namespace AccountNudge.Core.Tests.Storage;

public class UndoTests
{
    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Added_modified_and_deleted_rows_are_put_back(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database);
        var samples = Samples.Of(office);
        await samples.Save(office);
        var change = await Record(office, async store =>
        {
            (await store.Accounts.SingleAsync()).Name = "Renamed";
            await store.SaveChangesAsync();
            (await store.Accounts.SingleAsync()).Name = "Renamed twice";
            store.Contacts.Remove(await store.Contacts.SingleAsync());
            store.Accounts.Add(office.NewAccount("New"));
            (await store.Complaints.SingleAsync()).Resolve(Act(office));
        });

        (await Undo(office, change)).ShouldBeTrue();

        await using var after = office.Store();
        var account = await after.Accounts.SingleAsync();
        (account.Name, account.Since).ShouldBe((samples.Account.Name, samples.Account.Since));
        account.LookAgainAt.ShouldBe(database.Now);
        var contact = await after.Contacts.SingleAsync();
        (contact.Name, contact.Birthday).ShouldBe(("Frau Weiß", new NodaTime.AnnualDate(2, 29)));
        var complaint = await after.Complaints.SingleAsync();
        (complaint.State, complaint.NextUpdateBy).ShouldBe((samples.Complaint.State, samples.Complaint.NextUpdateBy));
        complaint.Steps.Select(step => step.Kind).ShouldBe(samples.Complaint.Steps.Select(step => step.Kind), ignoreOrder: true);
        (await after.Changes.SingleAsync(row => row.Id == change)).UndoneAt.ShouldNotBeNull();
        (await Undo(office, change)).ShouldBeFalse("it is undone once");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_new_complaint_goes_with_its_steps(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database);
        var account = await office.Win("Acme");
        var change = await Record(office, async store => store.Complaints.Add(Complaint.Open(await store.Accounts.SingleAsync(), null, Act(office))));

        (await Undo(office, change)).ShouldBeTrue();

        await using var after = office.Store();
        (await after.Complaints.CountAsync(), await after.ComplaintSteps.CountAsync(), await after.Accounts.CountAsync()).ShouldBe((0, 0, 1));
        (await office.Read(account)).Name.ShouldBe("Acme");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_was_changed_since_is_not_undone_not_even_in_part(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database);
        await office.Win("Acme");
        var change = await Record(office, async store =>
        {
            store.Accounts.Add(office.NewAccount("New"));
            (await store.Accounts.SingleAsync()).Name = "Renamed";
        });
        await using (var store = office.Store())
        {
            (await store.Accounts.SingleAsync(account => account.Name == "Renamed")).Tier = Tier.A;
            await store.SaveChangesAsync();
        }

        (await Undo(office, change)).ShouldBeFalse();

        await using var after = office.Store();
        (await after.Accounts.Select(account => account.Name).ToListAsync()).ShouldBe(["Renamed", "New"], ignoreOrder: true);
    }

    private static ComplaintAct Act(Office office) => new(null, Database.Friday, office.Team.Settings.Calendar(), office.Team.Settings, "x");

    private static async Task<Guid> Record(Office office, Func<Store, Task> command)
    {
        await using var store = office.Store();
        var change = new Change { WorkspaceId = office.Workspace.Id, TeamId = office.Team.Id, MemberId = Guid.NewGuid(), At = Database.Friday, Command = "x", Given = "{}" };
        store.Changes.Add(change);
        store.Recording = change;
        await command(store);
        await store.SaveChangesAsync();
        return change.Id;
    }

    private static async Task<bool> Undo(Office office, Guid id)
    {
        await using var store = office.Store();
        var undone = await store.TryUndo(await store.Changes.SingleAsync(change => change.Id == id), CancellationToken.None);
        await store.SaveChangesAsync();
        return undone;
    }
}
