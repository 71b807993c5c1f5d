using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Quiet;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace AccountNudge.Core.Tests.Storage;

/// <summary>Whoever writes many rows takes them in the same order as everybody else, so that nobody waits for whoever waits for them.</summary>
public class DeadlockTests
{
    private static readonly int Rounds = Extent.Of(40, full: 150);

    [Fact]
    public async Task Waking_a_team_and_reviewing_it_never_lock_each_other_out()
    {
        await using var database = await Database.Create(DatabaseKind.Postgres);
        var (office, accounts) = await WithAccounts(database);
        var sweeps = new[] { Sweep(database), Sweep(database) };
        await ShouldNotDeadlock(
            database,
            _ => sweeps[0].Run(database.Clock.GetCurrentInstant(), default),
            _ => sweeps[1].Run(database.Clock.GetCurrentInstant(), default),
            async _ =>
            {
                await using var store = office.Store();
                await store.WakeAccounts([.. accounts.Select(account => account.Id)], database.Clock.GetCurrentInstant(), default);
            },
            async round =>
            {
                await using var store = office.Store();
                (await store.Teams.SingleAsync()).Settings = new TeamSettings { UpdateDays = 1 + (round % 9) };
                (await store.Accounts.OrderByDescending(account => account.Id).FirstAsync()).Name = $"Renamed {round}";
                await store.SaveChangesAsync();
            });
    }

    [Fact]
    public async Task Planning_anew_and_reviewing_never_lock_each_other_out()
    {
        await using var database = await Database.Create(DatabaseKind.Postgres);
        var (office, accounts) = await WithAccounts(database);
        var sweep = Sweep(database);
        await ShouldNotDeadlock(
            database,
            async round =>
            {
                await using var store = office.Store();
                foreach (var account in accounts)
                {
                    store.Nudges.Add(new Nudge
                    {
                        WorkspaceId = account.WorkspaceId,
                        TeamId = account.TeamId,
                        AccountId = account.Id,
                        Kind = QuietPractice.Kind,
                        Subject = account.Id,
                        Cycle = Cycle.Parse($"none:{round}"),
                        Rung = 0,
                        Lane = Lane.WeOwe,
                        Ask = ComplaintPractice.Update,
                        DueAt = database.Clock.GetCurrentInstant(),
                        PostAt = database.Clock.GetCurrentInstant(),
                        State = NudgeState.Held,
                        Held = HeldReason.Undeliverable,
                    });
                }

                await store.SavePlan(default);
                await store.WakeAccounts([.. accounts.Select(account => account.Id)], database.Clock.GetCurrentInstant(), default);
            },
            [
                _ => sweep.Run(database.Clock.GetCurrentInstant(), default),
                async _ =>
                {
                    await using var store = office.Store();
                    var team = await store.Teams.SingleAsync();
                    team.UnreachableSince = database.Clock.GetCurrentInstant();
                    await using var transaction = await store.Database.BeginTransactionAsync();
                    await store.HomeReachable(team, database.Clock.GetCurrentInstant(), default);
                    await transaction.CommitAsync();
                },
            ]);
    }

    /// <summary>Accounts come first, then nudges, then posts: whoever waits for an account must not hold what others take after it.</summary>
    [Theory, InlineData("plan anew"), InlineData("deliver"), InlineData("renew"), InlineData("review")]
    public async Task Whoever_waits_for_an_account_holds_nothing_that_others_take_after_it(string what)
    {
        await using var simulation = await Nudges.Simulation.Begin(DatabaseKind.Postgres);
        var office = simulation.Office;
        var complaint = await office.Complain(await office.Win("Acme"));
        await simulation.To(2026, 3, 9, what is "plan anew" or "deliver" ? 11 : 13);
        await using var rival = await CompetingTransaction.In(simulation.Database);
        async Task TakeAccount() => (await rival.Do("""UPDATE accounts SET "Name" = 'Acme Ltd'""")).ShouldBe(1);
        Func<Task> work;
        switch (what)
        {
            case "deliver":
                simulation.SleepUntil(2026, 3, 9, 12, 30);
                simulation.Messenger.BeforePost = async _ =>
                {
                    await TakeAccount();
                    return null;
                };
                work = () => simulation.Dispatcher.Run(simulation.Database.Clock.GetCurrentInstant(), default);
                break;
            case "review":
                await office.Change(complaint, (row, act) => row.Acknowledge(act));
                work = () => simulation.NewSweep().Run(simulation.Database.Clock.GetCurrentInstant(), default);
                break;
            case "renew":
                work = () => Together(office, async store =>
                {
                    var terms = office.Team.Settings;
                    (await store.Complaints.SingleAsync()).OnIt(new ComplaintAct(null, simulation.Database.Clock.GetCurrentInstant(), terms.Calendar(), terms));
                    await store.SaveChangesAsync();
                    await store.ReviewChanged(simulation.Database.Clock.GetCurrentInstant(), default);
                });
                break;
            default:
                await using (var store = office.Store())
                    await store.Nudges.ExecuteUpdateAsync(set => set.SetProperty(nudge => nudge.Held, HeldReason.Undeliverable));
                work = () => Together(office, async store =>
                {
                    var team = await store.Teams.SingleAsync();
                    team.UnreachableSince = simulation.Database.Clock.GetCurrentInstant();
                    await store.HomeReachable(team, simulation.Database.Clock.GetCurrentInstant(), default);
                });
                break;
        }

        if (what != "deliver") await TakeAccount();
        var working = Task.Run(work);
        await rival.HoldsUpSomebody();

        (await rival.Do("""UPDATE nudges SET "Rung" = "Rung" """)).ShouldBeGreaterThan(0);
        (await rival.Do("""UPDATE posts SET "Edits" = "Edits" """)).ShouldBe(what == "plan anew" ? 0 : 1);
        await rival.GiveWay();
        await working;
        (await simulation.Database.Deadlocks()).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_said_is_recorded_although_the_recording_loses_a_deadlock()
    {
        await using var simulation = await Nudges.Simulation.Begin(DatabaseKind.Postgres);
        await simulation.Database.FindDeadlocksAtOnce();
        await simulation.Office.Complain(await simulation.Office.Win("Acme"));
        await simulation.To(2026, 3, 9, 11);
        simulation.SleepUntil(2026, 3, 9, 12, 30);
        await using var rival = await CompetingTransaction.In(simulation.Database);
        await using var bar = await CompetingTransaction.In(simulation.Database);
        simulation.Messenger.BeforePost = async _ =>
        {
            await rival.Do("""UPDATE posts SET "Edits" = "Edits" """);
            await bar.Do("""UPDATE nudges SET "Rung" = "Rung" """);
            return null;
        };
        var working = Task.Run(() => simulation.Dispatcher.Run(simulation.Database.Clock.GetCurrentInstant(), default));
        await bar.HoldsUpSomebody();
        var waiting = rival.Do("""UPDATE accounts SET "Name" = 'Acme Ltd'""");
        await rival.IsHeldUp();
        await bar.GiveWay();
        await waiting;
        await rival.GiveWay();
        await working;

        (await simulation.Posts()).Single().State.ShouldBe(PostState.Posted);
        (simulation.Messenger.Posted.Count, simulation.Messenger.Finds).ShouldBe((1, 0));
        (await simulation.Database.Deadlocks()).ShouldBe(1);
    }

    private static async Task Together(Office office, Func<Store, Task> work)
    {
        await using var store = office.Store();
        await using var transaction = await store.Database.BeginTransactionAsync();
        await work(store);
        await transaction.CommitAsync();
    }

    /// <summary>Accounts that lie in the table in another order than that of their keys.</summary>
    private static async Task<(Office Office, IReadOnlyList<Account> Accounts)> WithAccounts(Database database)
    {
        await database.FindDeadlocksAtOnce();
        var office = await Office.Open(database);
        var accounts = Enumerable.Range(0, 20).Select(number => office.NewAccount($"Acme {number}")).ToList();
        foreach (var account in accounts.AsEnumerable().Reverse())
        {
            await using var store = office.Store();
            store.Accounts.Add(account);
            await store.SaveChangesAsync();
        }

        return (office, accounts);
    }

    private static Sweep Sweep(Database database) => new(database.Stores, NullLogger<Sweep>.Instance);

    private static Task ShouldNotDeadlock(Database database, params Func<int, Task>[] racers) => ShouldNotDeadlock(database, _ => Task.CompletedTask, racers);

    /// <summary>That somebody else was faster may happen to anybody who reads before they write, and is no deadlock.</summary>
    private static async Task ShouldNotDeadlock(Database database, Func<int, Task> before, Func<int, Task>[] racers)
    {
        for (var round = 0; round < Rounds; round++)
        {
            await before(round);
            await Task.WhenAll(racers.Select(racer => Task.Run(async () =>
            {
                try
                {
                    await racer(round);
                }
                catch (Exception conflict) when (conflict.IsConflict())
                {
                    // Counted by the database if it was a deadlock.
                }
            })));
        }

        (await database.Deadlocks()).ShouldBe(0);
    }
}
