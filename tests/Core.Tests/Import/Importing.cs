using System.Text;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Import;
using AccountNudge.Core.Knowing;
using AccountNudge.Core.Quiet;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace AccountNudge.Core.Tests.Import;

/// <summary>A team whose manager sends files, on a real database.</summary>
internal sealed class Importing : IAsyncDisposable
{
    private Importing(Database database, Office office, Member anna) => (Database, Office, Anna) = (database, office, anna);

    public Database Database { get; }

    public Office Office { get; }

    public Member Anna { get; }

    public static async Task<Importing> Begin(DatabaseKind kind)
    {
        var database = await Database.Create(kind);
        var office = await Office.Open(database);
        return new Importing(database, office, await office.Hire("Anna", isManager: true));
    }

    public ImportRunner NewRunner(int together = 200, Action<ImportRun>? written = null) =>
        new(Database.Stores, Database.Clock, _ => Task.CompletedTask, NullLogger<ImportRunner>.Instance) { Together = together, Written = written ?? (_ => { }) };

    /// <summary>Sends a file and has it read.</summary>
    public Task<ImportRun> Send(string file) => Send(Encoding.UTF8.GetBytes(file));

    public async Task<ImportRun> Send(byte[] file)
    {
        var run = new ImportRun { WorkspaceId = Office.Workspace.Id, TeamId = Office.Team.Id, MemberId = Anna.Id, FileName = "list.csv", File = file, At = Database.Now };
        await using (var store = Office.Store())
        {
            store.Imports.Add(run);
            await store.SaveChangesAsync();
        }

        return await Read(run, afterRun: true);
    }

    public async Task<ImportRun> Confirm(ImportRun run)
    {
        await Say(run, ImportState.Confirmed);
        return await Read(run, afterRun: true);
    }

    public async Task<ImportRun> TakeBack(ImportRun run)
    {
        await Say(run, ImportState.Undoing);
        return await Read(run, afterRun: true);
    }

    public async Task Say(ImportRun run, ImportState state)
    {
        await using var store = Office.Store();
        (await store.Imports.SingleAsync(row => row.Id == run.Id)).State = state;
        await store.SaveChangesAsync();
    }

    public async Task<ImportRun> Read(ImportRun run, bool afterRun = false)
    {
        if (afterRun) await NewRunner().Run(CancellationToken.None);
        await using var store = Office.Store();
        return await store.Imports.AsNoTracking().SingleAsync(row => row.Id == run.Id);
    }

    /// <summary>Everything that an import writes, as one text.</summary>
    public async Task<string> Directory()
    {
        await using var store = Office.Store();
        var accounts = await store.Accounts.OrderBy(row => row.Id).Select(row => $"{row.Name}|{row.Tier}|{row.OwnerId}|{row.Since}").ToListAsync();
        var contacts = await store.Contacts.OrderBy(row => row.Id).Select(row => $"{row.Name}|{row.Role}|{row.Phone}|{row.Email}|{row.Birthday}").ToListAsync();
        var others = new[] { await store.EarlierTalks.CountAsync(), await store.LastingNotes.CountAsync(), await store.Nudges.CountAsync(nudge => accounts.Count == 0) };
        return accounts.Count + contacts.Count + others.Sum() == 0 ? "" : string.Join('\n', [.. accounts, .. contacts, string.Join('|', others)]);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
