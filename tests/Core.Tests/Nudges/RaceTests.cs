using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

public class RaceTests
{
    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_command_between_what_a_sweep_reads_and_writes_is_never_slept_over(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database);
        var anna = await office.Hire("Anna");
        Func<Account, Complaint, Task>[] commands =
        [
            (_, complaint) => office.Change(complaint, (row, act) => row.Acknowledge(act), anna),
            (_, complaint) => office.Change(complaint, (row, act) => row.Chase(act), anna),
            (account, _) => office.Complain(account, "another"),
            (_, _) => Save(office, async store => (await store.Teams.SingleAsync()).Settings = new TeamSettings { AcknowledgeHours = 1 }),
            (_, _) => Save(office, store => Task.FromResult(store.Absences.Add(new Absence { WorkspaceId = office.Workspace.Id, MemberId = anna.Id, From = new(2026, 3, 6), Until = new(2026, 3, 10) }))),
            (_, _) => Save(office, async store => (await store.Members.SingleAsync()).Zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"]),
        ];
        foreach (var (command, number) in commands.Select((command, number) => (command, number)))
        {
            var account = await office.Win($"Acme {number}", anna);
            var complaint = await office.Complain(account);
            var running = Task.CompletedTask;
            var between = new BeforeSaving(async () =>
            {
                running = Task.Run(() => command(account, complaint));
                // SQLite lets nobody else write before the sweep has ended.
                await (kind == DatabaseKind.Sqlite ? Task.WhenAny(running, Task.Delay(200)) : running.WaitAsync(TimeSpan.FromMinutes(2)));
            });
            var sweep = new Sweep(On(database, between), NullLogger<Sweep>.Instance);

            var reviewed = await sweep.Review(office.Scope, account.Id, database.Now, CancellationToken.None);
            await running;

            (reviewed && kind == DatabaseKind.Postgres).ShouldBeFalse($"command {number}");
            (await office.Read(account)).LookAgainAt.ShouldBe(database.Now, $"command {number}");
            await ShouldFit(office, database, account.Id);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Sweeps_that_race_commands_never_lose_a_wake_up(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database);
        var anna = await office.Hire("Anna");
        var accounts = new List<(Account Account, Complaint Complaint)>();
        for (var number = 0; number < 12; number++)
        {
            var account = await office.Win($"Acme {number}", anna);
            accounts.Add((account, await office.Complain(account)));
        }

        using var ending = new CancellationTokenSource();
        var sweeps = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var sweep = new Sweep(database.On(database.Clock), NullLogger<Sweep>.Instance);
            while (!ending.IsCancellationRequested)
                if (await sweep.Run(database.Now, CancellationToken.None) == 0) await Task.Delay(1);
        })).ToList();
        await Task.WhenAll(accounts.Select(pair => Task.Run(async () =>
        {
            for (var round = 0; round < 8; round++)
            {
                await Retried(() => office.Change(pair.Complaint, round % 2 == 0 ? (row, act) => row.AwaitClient(act) : (row, act) => row.Chase(act), anna));
                if (round % 4 == 3) await Retried(() => Save(office, async store => (await store.Teams.SingleAsync()).Settings = new TeamSettings { UpdateDays = 1 + round }));
            }
        })));
        await ending.CancelAsync();
        await Task.WhenAll(sweeps);

        foreach (var (account, _) in accounts) await ShouldFit(office, database, account.Id);
    }

    /// <summary>Either the account is awake, or its rows are what its facts call for.</summary>
    private static async Task ShouldFit(Office office, Database database, Guid accountId)
    {
        await using var store = office.Store();
        var facts = (await store.FactsOf(accountId, database.Now, CancellationToken.None))!;
        if (facts.Account.LookAgainAt <= database.Now) return;
        var plan = Planner.Plan(facts, database.Now);
        facts.Nudges.Where(nudge => !nudge.WentOut).Select(nudge => (nudge.Matter, nudge.Cycle, nudge.Rung, nudge.PostAt))
            .ShouldBe(plan.Nudges.Select(nudge => (nudge.Matter, nudge.Cycle, nudge.Rung, nudge.PostAt)), ignoreOrder: true);
    }

    private static async Task Retried(Func<Task> command)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await command();
                return;
            }
            catch (Exception conflict) when (conflict.IsConflict() && attempt < 200)
            {
                await Task.Delay(attempt);
            }
        }
    }

    private static async Task Save(Office office, Func<Store, Task> change)
    {
        await using var store = office.Store();
        await change(store);
        await store.SaveChangesAsync();
    }

    private static Stores On(Database database, params IInterceptor[] interceptors) => database.Kind == DatabaseKind.Sqlite
        ? Stores.OnSqlite(database.ConnectionString, database.Clock, interceptors)
        : Stores.OnPostgres(database.ConnectionString, database.Clock, interceptors);

    private sealed class BeforeSaving(Func<Task> work) : SaveChangesInterceptor
    {
        private bool done;

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (!done)
            {
                done = true;
                await work();
            }

            return result;
        }
    }
}
