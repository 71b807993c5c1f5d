using AccountNudge.Core.Accounts;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Tests.Privacy;

/// <summary>What a team keeps for so long only. Talks are kept for twelve months, the people of former clients for two; the zone is Berlin.</summary>
public class RetentionTests
{
    private static readonly TeamSettings Terms = new() { KeepTalksMonths = 12, KeepFormerMonths = 2 };

    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Talks_go_with_the_beginning_of_their_day(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database, Terms);
        var anna = await office.Hire("Anna", isManager: true);
        var account = await office.Win("Acme", anna);
        var alone = await office.Win("Globex", anna);
        await Talk(office, account, anna, new LocalDate(2024, 2, 29));
        await Talk(office, account, anna, new LocalDate(2025, 3, 1));
        await Talk(office, alone, anna, new LocalDate(2020, 1, 1));

        // A year after a leap day is over once February is.
        (await Left(database, office, Berlin(2025, 2, 28, 23, 59, 59), account)).ShouldBe(2);
        (await Left(database, office, Berlin(2025, 3, 1), account)).ShouldBe(1);
        // The latest of a client stays: silence is counted from it.
        (await Left(database, office, Berlin(2030, 1, 1), account), await Left(database, office, Berlin(2030, 1, 1), alone)).ShouldBe((1, 1));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Managers_read_how_many_and_of_whom_nobody_does(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database, Terms);
        var anna = await office.Hire("Anna", isManager: true);
        var account = await office.Win("Acme", anna);
        foreach (var month in Enumerable.Range(1, 3)) await Talk(office, account, anna, new LocalDate(2024, month, 1));
        await Left(database, office, Berlin(2026, 3, 6), account);

        await using var store = office.Store();
        var entry = await store.Audit.SingleAsync();
        (entry.Act, entry.Count, entry.MemberId).ShouldBe((PrivacyAct.TalksExpired, 2, null));
        (await store.DigestOf(null, database.Now, isForManagers: true, CancellationToken.None))!.ExpiredTalks.ShouldBe(2);
        (await store.DigestOf(null, database.Now, isForManagers: false, CancellationToken.None))!.ExpiredTalks.ShouldBe(0);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task People_of_former_clients_go_with_the_beginning_of_their_day(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database, Terms);
        var anna = await office.Hire("Anna", isManager: true);
        var account = await office.Win("Acme", anna);
        Guid person;
        await using (var store = office.Store())
        {
            var contact = new Contact { WorkspaceId = account.WorkspaceId, TeamId = account.TeamId, AccountId = account.Id, Name = "Sabine Klein", Phone = "+49 30 1234567" };
            store.Contacts.Add(contact);
            (await store.Accounts.SingleAsync()).Become(AccountState.Lost, new LocalDate(2026, 1, 6));
            await store.SaveChangesAsync();
            person = contact.Id;
        }

        (await Name(database, office, Berlin(2026, 3, 5, 23, 59, 59), person)).ShouldBe(("Sabine Klein", ContactState.Active));
        (await Name(database, office, Berlin(2026, 3, 6), person)).ShouldBe(("a former contact", ContactState.Erased));
        (await Name(database, office, Berlin(2026, 3, 7), person)).ShouldBe(("a former contact", ContactState.Erased));
        await using var after = office.Store();
        (await after.Audit.SingleAsync()).Act.ShouldBe(PrivacyAct.Expired);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Nothing_is_done_where_the_bot_was_removed(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database, Terms);
        var anna = await office.Hire("Anna");
        var account = await office.Win("Acme", anna);
        foreach (var month in Enumerable.Range(1, 2)) await Talk(office, account, anna, new LocalDate(2024, month, 1));
        await database.Stores.EndWorkspace("local", office.Workspace.ExternalId, database.Now, CancellationToken.None);

        (await Left(database, office, Berlin(2026, 3, 6), account)).ShouldBe(2);
    }

    private static async Task<int> Left(Database database, Office office, Instant now, Account account)
    {
        database.Now = now;
        await database.Stores.DeleteExpired(now, CancellationToken.None);
        await using var store = office.Store();
        return await store.Interactions.CountAsync(talk => talk.AccountId == account.Id);
    }

    private static async Task<(string Name, ContactState State)> Name(Database database, Office office, Instant now, Guid id)
    {
        database.Now = now;
        await database.Stores.DeleteExpired(now, CancellationToken.None);
        await using var store = office.Store();
        var contact = await store.Contacts.SingleAsync(contact => contact.Id == id);
        return (contact.Name, contact.State);
    }

    private static async Task Talk(Office office, Account account, Member by, LocalDate on)
    {
        await using var store = office.Store();
        store.Interactions.Add(new Interaction
        {
            WorkspaceId = account.WorkspaceId, TeamId = account.TeamId, AccountId = account.Id, Kind = InteractionKind.Call, On = on, RecordedAt = Database.Friday, MemberId = by.Id, Text = "as usual",
        });
        await store.SaveChangesAsync();
    }

    private static Instant Berlin(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) =>
        new LocalDateTime(year, month, day, hour, minute, second).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).ToInstant();
}
