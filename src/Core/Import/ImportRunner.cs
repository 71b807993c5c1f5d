using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using Microsoft.Extensions.Logging;

namespace AccountNudge.Core.Import;

/// <summary>
/// Reads, carries out and takes back the imports that wait, wherever they were sent. Any number of nodes may run at once. Whatever ends it
/// between two transactions, the next run goes on: a file is compared anew with what is there, and what was written is found.
/// </summary>
/// <param name="stores">The database.</param>
/// <param name="clock">The product's clock.</param>
/// <param name="progressed">Has the messages that show imports be drawn anew.</param>
/// <param name="logger">Hears of failures.</param>
public sealed partial class ImportRunner(Stores stores, IClock clock, Func<CancellationToken, Task> progressed, ILogger<ImportRunner> logger)
{
    /// <summary>Clients and people that are written in one transaction.</summary>
    internal int Together { get; init; } = 200;

    /// <summary>Called after each transaction in which rows were written.</summary>
    internal Action<ImportRun> Written { get; init; } = _ => { };

    private Instant Now => Instant.FromUnixTimeSeconds(clock.GetCurrentInstant().ToUnixTimeSeconds());

    /// <summary>Does what waits; how many imports were worked on.</summary>
    public async Task<int> Run(CancellationToken cancellation)
    {
        for (var count = 0; ; count++)
        {
            await using var store = stores.Open(Scope.Nothing);
            if (await Retries.OnConflict(() => store.ClaimImport(cancellation), cancellation) is not { } claim) return count;
            await Work(claim, cancellation);
            await progressed(cancellation);
        }
    }

    private async Task Work(ImportClaim claim, CancellationToken cancellation)
    {
        try
        {
            await (claim.Import.State switch
            {
                ImportState.Received => Read(claim, cancellation),
                ImportState.Confirmed => CarryOut(claim, cancellation),
                _ => TakeBack(claim, cancellation),
            });
        }
        catch (RefusalException refusal)
        {
            await Become(claim, import => Refuse(import, refusal.Reason), cancellation);
        }
        catch (OperationCanceledException)
        {
            await using var store = stores.Open(claim.Scope);
            await store.Release(claim, CancellationToken.None);
            throw;
        }
#pragma warning disable CA1031 // Whatever a file brings about, whoever sent it gets a sentence; the log gets the kind of failure and nothing of the file.
        catch (Exception failure) when (!failure.IsOfDatabase())
        {
            LogFailure(logger, claim.Import.State, failure.GetType().Name, failure.StackTrace ?? "");
            if (claim.Import.State == ImportState.Received) await Become(claim, import => Refuse(import, ImportTexts.WentWrong), cancellation);
            else await Become(claim, import => import.State = ImportState.Stopped, cancellation);
        }
#pragma warning restore CA1031
    }

    private async Task Read(ImportClaim claim, CancellationToken cancellation)
    {
        await using var store = stores.Open(claim.Scope);
        var (import, settings) = (claim.Import, (await store.Teams.FirstAsync(cancellation)).Settings);
        var language = await store.Members.Where(member => member.Id == import.MemberId).Select(member => member.Language).FirstAsync(cancellation);
        var (table, mapping, plan) = await Plan(store, import, settings, cancellation);
        var report = ImportReport.Of(plan, mapping, table);
        var outcomes = OutcomeFile.Write(plan, new Voice(language));
        await Become(
            claim,
            row =>
            {
                report.KeepIn(row);
                (row.State, row.Outcomes) = (ImportState.Proposed, outcomes);
            },
            cancellation);
    }

    private async Task CarryOut(ImportClaim claim, CancellationToken cancellation)
    {
        var (import, now) = (claim.Import, Now);
        ImportPlan plan;
        LocalDate today;
        Dictionary<PlannedAccount, LocalDate> mornings;
        await using (var store = stores.Open(claim.Scope))
        {
            var settings = (await store.Teams.FirstAsync(cancellation)).Settings;
            today = settings.Calendar().DateOf(now);
            (_, _, plan) = await Plan(store, import, settings, cancellation);
            mornings = await Mornings(store, plan, settings, today, cancellation);
        }

        var steps = Steps(plan);
        // What a run before this one has written is not in the plan any more.
        var (done, all) = (import.StepsDone, import.StepsDone + steps.Sum(step => step.Count));
        if (!await Become(claim, row => row.Steps = all, cancellation)) return;
        var writer = new ImportWriter(stores, claim, mornings, now, today);
        foreach (var some in Batches(steps))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!await writer.Write(some, cancellation)) return;
            done += some.Sum(step => step.Count);
            Written(import);
            await progressed(cancellation);
        }

        await Become(
            claim,
            row =>
            {
                ImportReport.Of(row).WithoutWords().KeepIn(row);
                (row.State, row.DoneAt, row.File, row.Steps, row.StepsDone) = (ImportState.Done, Now, null, done, done);
            },
            cancellation);
    }

    private async Task TakeBack(ImportClaim claim, CancellationToken cancellation)
    {
        var undo = new ImportUndo(stores, claim, Now);
        if (await undo.TakeBack(() => progressed(cancellation), cancellation) is not { } kept) return;
        await Become(
            claim,
            row =>
            {
                (ImportReport.Of(row).WithoutWords() with { Kept = kept }).KeepIn(row);
                (row.State, row.Outcomes, row.File) = (ImportState.Undone, null, null);
            },
            cancellation);
    }

    private async Task<(ImportTable Table, ColumnMapping Mapping, ImportPlan Plan)> Plan(Store store, ImportRun import, TeamSettings settings, CancellationToken cancellation)
    {
        var directory = await store.ReadDirectory(cancellation);
        using var file = new MemoryStream(import.File ?? throw new RefusalException(ImportTexts.WentWrong), writable: false);
        var table = TableReader.Read(file);
        var mapping = ColumnMapping.Propose(table.Headers).With(ImportReport.ChoicesOf(import));
        var plan = DryRun.Plan(table.Rows, mapping, PhoneRegion.Of(settings), settings.Calendar().DateOf(Now), directory);
        return (table, mapping, plan);
    }

    /// <summary>The day on which each new client's silence is brought up first. Where no talk is known, it is counted from today, as of any new client.</summary>
    private static async Task<Dictionary<PlannedAccount, LocalDate>> Mornings(Store store, ImportPlan plan, TeamSettings settings, LocalDate today, CancellationToken cancellation)
    {
        var earlier = await store.Accounts.Where(account => account.FirstQuietOn > today).Select(account => new { account.OwnerId, Day = account.FirstQuietOn!.Value }).ToListAsync(cancellation);
        var clients = plan.Accounts.Where(account => account.Id is null)
            .Select(account => (account, account.OwnerId, (account.LastContact ?? today).PlusDays((account.Rhythm?.Days ?? settings.Floor(account.Tier ?? Tier.B)) + 1))).ToList();
        return new FirstMornings(settings.Calendar(), today).Give(clients, earlier.Select(account => (account.OwnerId, account.Day)));
    }

    private List<ImportStep> Steps(ImportPlan plan)
    {
        var people = plan.Contacts.ToLookup(contact => contact.Account);
        return [.. plan.Accounts.Concat(plan.Contacts.Select(contact => contact.Account)).Distinct().SelectMany(account =>
            people[account].Any() ? people[account].Chunk(Together).Select(some => new ImportStep(account, some)) : [new ImportStep(account, [])])];
    }

    private IEnumerable<List<ImportStep>> Batches(List<ImportStep> steps)
    {
        var (batch, count) = (new List<ImportStep>(), 0);
        foreach (var step in steps)
        {
            // The second part of a client's people follows in a transaction of its own.
            if (count > 0 && (count + step.Count > Together || batch.Exists(other => other.Account == step.Account)))
            {
                yield return batch;
                (batch, count) = ([], 0);
            }

            batch.Add(step);
            count += step.Count;
        }

        if (count > 0) yield return batch;
    }

    private static void Refuse(ImportRun import, Text reason)
    {
        new ImportReport { Refusal = KeptText.Of(reason) }.KeepIn(import);
        (import.State, import.File, import.Outcomes) = (ImportState.Refused, null, null);
    }

    private async Task<bool> Become(ImportClaim claim, Action<ImportRun> change, CancellationToken cancellation) => await Retries.OnConflict(
        async () =>
        {
            await using var store = stores.Open(claim.Scope);
            return await store.Become(
                claim,
                row =>
                {
                    var before = row.State;
                    change(row);
                    if (row.State != before) row.LeaseUntil = Claims.Free;
                },
                cancellation);
        },
        cancellation);

    [LoggerMessage(Level = LogLevel.Error, Message = "An import ({State}) failed: {Failure}\n{Stack}")]
    private static partial void LogFailure(ILogger logger, ImportState state, string failure, string stack);
}
