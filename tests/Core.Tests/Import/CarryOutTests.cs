using System.Text;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Cadences;
using AccountNudge.Core.Import;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Knowing;
using AccountNudge.Core.Quiet;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Tests.Import;

/// <summary>Imports from the file to the directory and back, on both databases.</summary>
public class CarryOutTests
{
    private const string List = """
        Kunde;Stufe;Betreuung;Kunde seit;Letzter Kontakt;Rhythmus;Ansprechperson;Rolle;Telefon;Mobil;E-Mail;Geburtstag;Notizen
        Weber GmbH;A;Anna;1.3.2019;27.2.2026;alle 2 Wochen;Sabine Klein;Einkauf;0221 5550123;0171 5550123;s@weber.example;14.5.1980;mag Tee
        Weber GmbH;;;;;;Jonas Brandt;;;;j@weber.example;29.2.;
        Falk KG;B;;;;;;;030 777000;;;;liefert nach Polen
        """;

    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Everything_of_a_file_has_its_place_and_a_second_run_finds_nothing_to_do(DatabaseKind kind)
    {
        await using var import = await Importing.Begin(kind);
        var anna = import.Anna;
        var first = await import.Send(List);
        var report = ImportReport.Of(first);
        (first.State, report.NewAccounts, report.NewContacts, report.HasWork).ShouldBe((ImportState.Proposed, 2, 2, true));
        first = await import.Confirm(first);
        (first.State, first.StepsDone, first.Steps, first.File).ShouldBe((ImportState.Done, 4, 4, null));

        await using var store = import.Office.Store();
        var accounts = await store.Accounts.OrderByDescending(account => account.Name).ToListAsync();
        var (weber, falk) = (accounts[0], accounts[1]);
        (weber.Name, weber.Tier, weber.OwnerId, weber.Since, falk.Name, falk.Tier, falk.OwnerId).ShouldBe(("Weber GmbH", Tier.A, anna.Id, new LocalDate(2019, 3, 1), "Falk KG", Tier.B, null));
        var people = await store.Contacts.OrderBy(contact => contact.Name).ToListAsync();
        (people[1].Role, people[1].Phone, people[1].Email, people[1].Birthday, people[1].BirthYear).ShouldBe(("Einkauf", "0221 5550123", "s@weber.example", new AnnualDate(5, 14), 1980));
        (people[0].Name, people[0].Birthday, people[0].BirthYear).ShouldBe(("Jonas Brandt", new AnnualDate(2, 29), null));
        var cadence = await store.Cadences.SingleAsync();
        (cadence.AccountId, cadence.FloorDays).ShouldBe((weber.Id, 14));
        (await store.EarlierTalks.SingleAsync()).On.ShouldBe(new LocalDate(2026, 2, 27));
        (await store.LastingNotes.OrderBy(note => note.Text).Select(note => note.Text).ToListAsync()).ShouldBe(["liefert nach Polen\n030 777000", "mag Tee\n0171 5550123"], ignoreOrder: true);

        var second = await import.Send(List);
        ImportReport.Of(second).HasWork.ShouldBeFalse();
        ImportReport.Of(second).Counts[RowKind.Unchanged].ShouldBe(3);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task One_undo_takes_all_of_it_back_and_leaves_what_stood_before(DatabaseKind kind)
    {
        await using var import = await Importing.Begin(kind);
        var weber = await import.Office.Win("Weber GmbH", import.Anna);
        await using (var store = import.Office.Store())
        {
            store.Contacts.Add(new Contact { WorkspaceId = weber.WorkspaceId, TeamId = weber.TeamId, AccountId = weber.Id, Name = "Sabine Klein", Role = "Leitung" });
            await store.SaveChangesAsync();
        }

        var before = await import.Directory();
        var done = await import.Confirm(await import.Send(List));
        (await import.Directory()).ShouldNotBe(before);
        var undone = await import.TakeBack(done);
        (undone.State, ImportReport.Of(undone).Kept).ShouldBe((ImportState.Undone, 0));
        (await import.Directory()).ShouldBe(before);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_somebody_has_gone_on_with_stays_when_the_rest_is_taken_back(DatabaseKind kind)
    {
        await using var import = await Importing.Begin(kind);
        var done = await import.Confirm(await import.Send(List));
        await using (var store = import.Office.Store())
        {
            var falk = await store.Accounts.SingleAsync(account => account.Name == "Falk KG");
            store.Add(new Interaction { WorkspaceId = falk.WorkspaceId, TeamId = falk.TeamId, AccountId = falk.Id, Kind = InteractionKind.Call, On = new(2026, 3, 6), RecordedAt = import.Database.Now, MemberId = import.Anna.Id, Text = "rang" });
            await store.SaveChangesAsync();
        }

        ImportReport.Of(await import.TakeBack(done)).Kept.ShouldBe(1);
        await using var after = import.Office.Store();
        (await after.Accounts.SingleAsync()).Name.ShouldBe("Falk KG");
        (await after.Contacts.CountAsync()).ShouldBe(0);
        (await after.Interactions.SingleAsync()).Text.ShouldBe("rang");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_import_that_is_cut_off_after_any_transaction_goes_on_to_the_same_end(DatabaseKind kind)
    {
        await using var import = await Importing.Begin(kind);
        var file = Generated(40);
        var run = await import.Send(file);
        await import.Say(run, ImportState.Confirmed);
        for (var cut = 0; cut < 100 && (await import.Read(run)).State != ImportState.Done; cut++)
        {
            using var stop = new CancellationTokenSource();
            var runner = import.NewRunner(together: 7, written: _ => stop.Cancel());
            await Should.NotThrowAsync(async () =>
            {
                try
                {
                    await runner.Run(stop.Token);
                }
                catch (OperationCanceledException)
                {
                    // As when the process ends.
                }
            });
        }

        var done = await import.Read(run);
        (done.State, done.StepsDone).ShouldBe((ImportState.Done, done.Steps));
        ImportReport.Of(await import.Send(file)).HasWork.ShouldBeFalse("nothing is half there, and nobody is there twice");
        await import.TakeBack(done);
        (await import.Directory()).ShouldBe("");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Whoever_lost_their_claim_writes_nothing_more(DatabaseKind kind)
    {
        await using var import = await Importing.Begin(kind);
        var run = await import.Send(Generated(20));
        await import.Say(run, ImportState.Confirmed);
        var slow = import.NewRunner(together: 5, written: row =>
        {
            // The lease has ended, and another node goes on.
            using var store = import.Office.Store();
            store.Imports.Where(other => other.Id == row.Id && other.ClaimCount == row.ClaimCount).ExecuteUpdate(set => set.SetProperty(other => other.LeaseUntil, Claims.Free));
            import.NewRunner().Run(CancellationToken.None).GetAwaiter().GetResult();
        });
        await slow.Run(CancellationToken.None);
        (await import.Read(run)).State.ShouldBe(ImportState.Done);
        ImportReport.Of(await import.Send(Generated(20))).HasWork.ShouldBeFalse();
        await using var after = import.Office.Store();
        (await after.Accounts.CountAsync()).ShouldBe(20);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Columns_that_somebody_names_are_read_so(DatabaseKind kind)
    {
        await using var import = await Importing.Begin(kind);
        var run = await import.Send("Firma;Wer;Wann\nWeber;Sabine Klein;03/04/1980\n");
        ImportReport.Of(run).Columns.Select(column => column.IsUnknown).ShouldBe([false, true, true]);
        await using (var store = import.Office.Store())
        {
            var row = await store.Imports.SingleAsync();
            (row.State, row.Columns) = (ImportState.Received, """{"1":{"Field":7},"2":{"Field":14,"Order":1}}""");
            await store.SaveChangesAsync();
        }

        run = await import.Confirm(await import.Read(run, afterRun: true));
        await using var after = import.Office.Store();
        (await after.Contacts.SingleAsync()).Birthday.ShouldBe(new AnnualDate(3, 4));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_file_that_nothing_can_be_made_of_is_refused_with_its_sentence(DatabaseKind kind)
    {
        await using var import = await Importing.Begin(kind);
        var run = await import.Send("%PDF-1.7");
        (run.State, run.File).ShouldBe((ImportState.Refused, null));
        ImportReport.Of(run).Refusal!.German.ShouldBe("Importieren kann ich CSV-Dateien und Excel-Arbeitsmappen (.xlsx). Diese Datei ist keins von beiden.");
    }

    /// <summary>Clients with two people each.</summary>
    private static string Generated(int clients)
    {
        var file = new StringBuilder("Client;Contact;Email;Last contact\n");
        for (var number = 1; number <= clients; number++) file.Append(null, $"Client {(char)('A' + (number % 26))}{number};Ada N{number};a{number}@x.example;2026-02-{1 + (number % 28):00}\nClient {(char)('A' + (number % 26))}{number};Bob M{number};b{number}@x.example;\n");
        return file.ToString();
    }
}
