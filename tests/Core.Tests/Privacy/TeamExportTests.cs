using System.Text;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Exports;
using AccountNudge.Core.Import;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Tests.Privacy;

/// <summary>What is exported reads back as what is there.</summary>
public class TeamExportTests
{
    private static readonly LocalDate Today = new(2026, 3, 6);

    public static TheoryData<Language> Languages => [Language.English, Language.German];

    [Theory, MemberData(nameof(Languages))]
    public void A_dry_run_of_it_finds_nothing_to_do(Language language)
    {
        var directory = Directory();

        var table = TableReader.Read(new MemoryStream(TeamExport.Csv(directory, language)));
        var mapping = ColumnMapping.Propose([.. table.Header.Cells.Select(cell => cell.Text)]);
        var plan = DryRun.Plan(table.Rows, mapping, "DE", Today, directory);

        plan.UnknownHeaders.ShouldBeEmpty();
        plan.AmbiguousDates.ShouldBeEmpty();
        plan.Rows.ShouldAllBe(row => row.Kind == RowKind.Unchanged);
        plan.Rows.SelectMany(row => row.Remarks).Select(remark => remark.Plain(Voice.English)).ShouldBeEmpty();
        (plan.Rows.Count, plan.Accounts.Count, plan.Contacts.Count).ShouldBe((5, 0, 0));
    }

    public static TheoryData<string> Formulas => ["=HYPERLINK(\"http://x\")", "+49 30 1234567", "-2+3", "@SUM(A1)"];

    [Theory, MemberData(nameof(Formulas))]
    public void A_formula_stays_a_text(string role)
    {
        var account = new DirectoryAccount(Guid.NewGuid(), "Acme");
        var directory = new DirectorySnapshot { Accounts = [account], Contacts = [new DirectoryContact(Guid.NewGuid(), account.Id, "Jo Berg") { Role = role }] };

        Encoding.UTF8.GetString(TeamExport.Csv(directory, Language.English)).ShouldContain($"\"'{role.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_directory_is_what_the_team_has(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database);
        var other = await Office.Open(database, beside: office);
        var anna = await office.Hire("Anna Frei");
        var account = await office.Win("Weber GmbH", anna);
        await other.Win("Globex");
        await using var store = office.Store();
        var gone = Person("Paul Roth");
        gone.Go(ContactState.Left, Today, Today.PlusDays(180));
        store.AddRange(
            Person("Sabine Klein"), gone,
            new Interaction { WorkspaceId = account.WorkspaceId, TeamId = account.TeamId, AccountId = account.Id, Kind = InteractionKind.Call, On = Today.PlusDays(-3), RecordedAt = database.Now, MemberId = anna.Id });
        await store.SaveChangesAsync();

        var directory = await store.ReadDirectory(office.Team.Id, database.Now, CancellationToken.None);

        directory.Accounts.Select(one => (one.Name, one.OwnerId, one.LastContact)).ShouldBe([("Weber GmbH", anna.Id, Today.PlusDays(-3))]);
        directory.Contacts.Select(one => (one.Name, one.Birthday?.Year)).ShouldBe([("Sabine Klein", 1980)]);
        directory.Members.Select(one => one.Name).ShouldBe(["Anna Frei"]);

        Contact Person(string name) => new() { WorkspaceId = account.WorkspaceId, TeamId = account.TeamId, AccountId = account.Id, Name = name, Birthday = new(2, 29), BirthYear = 1980 };
    }

    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Whoever_was_erased_is_not_brought_back(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database, new TeamSettings { Region = "DE-BE" });
        var anna = await office.Hire("Anna Frei", isManager: true);
        var account = await office.Win("Weber GmbH", anna);
        await using (var store = office.Store())
        {
            var contact = new Contact { WorkspaceId = account.WorkspaceId, TeamId = account.TeamId, AccountId = account.Id, Name = "Frau Sabine Klein", Email = "S.Klein@weber.example", Phone = "030 123456" };
            store.Contacts.Add(contact);
            await store.SaveChangesAsync();
            await using var transaction = await store.Database.BeginTransactionAsync();
            await store.Forget(contact, (await store.FactsOf(account.Id, database.Now, CancellationToken.None))!, anna.Id, database.Now, CancellationToken.None);
            await store.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        await using var after = office.Store();
        var erased = await after.ErasedFrom(office.Team.Id, CancellationToken.None);
        new[] { "mail:s.klein@weber.example", "phone:+4930123456", "name:weber/sabine klein" }.ShouldAllBe(key => erased(key));
        new[] { "mail:t.berg@weber.example", "phone:+4930123457", "name:weber/tom berg", "name:globex/sabine klein" }.ShouldAllBe(key => !erased(key));
        (await after.ErasedKeys.Select(key => key.Hash).ToListAsync()).ShouldAllBe(hash => hash.Length == 64);
        var directory = (await after.ReadDirectory(office.Team.Id, database.Now, CancellationToken.None)) with { IsErased = erased };
        foreach (var line in new[] { "Weber GmbH;Sabine Klein;;", "Weber AG;S. Kern;s.klein@weber.example;", "Globex;Sabine K.;;+49 30 123456" })
        {
            var table = TableReader.Read(new MemoryStream(Encoding.UTF8.GetBytes($"Kunde;Ansprechperson;Mail;Telefon\n{line}\n")));
            DryRun.Plan(table.Rows, ColumnMapping.Propose([.. table.Header.Cells.Select(cell => cell.Text)]), "DE", Today, directory).Rows.Single().Kind.ShouldBe(RowKind.LeftOut, line);
        }
    }

    private static DirectorySnapshot Directory()
    {
        var (anna, weber, acme, lone) = (new DirectoryMember(Guid.NewGuid(), "Anna Frei"), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        return new DirectorySnapshot
        {
            Members = [anna],
            Accounts =
            [
                new DirectoryAccount(weber, "Weber; Söhne & \"Co\"") { Tier = Tier.A, OwnerId = anna.Id, Since = new(2019, 4, 1), LastContact = new(2026, 3, 1), Rhythm = new ImportedRhythm(14, InteractionKind.Call) },
                new DirectoryAccount(acme, "Acme, Ltd") { Rhythm = new ImportedRhythm(null, InteractionKind.Mail) },
                new DirectoryAccount(lone, "Nobody Known") { Tier = Tier.C, Rhythm = new ImportedRhythm(90, null) },
            ],
            Contacts =
            [
                new DirectoryContact(Guid.NewGuid(), weber, "Dr. Sabine Klein") { Role = "Einkauf; Leitung", Phone = "+49 30 1234567", Email = "s@weber.example", Birthday = new Birthday(new(3, 12), null) },
                new DirectoryContact(Guid.NewGuid(), weber, "Tom Berg") { Birthday = new Birthday(new(2, 29), 1980) },
                new DirectoryContact(Guid.NewGuid(), acme, "Maria O’Neill") { Phone = "030 555 0199" },
                new DirectoryContact(Guid.NewGuid(), acme, "Paul") { Birthday = new Birthday(new(5, 1), 1999) },
            ],
        };
    }
}
