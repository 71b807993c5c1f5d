using AccountNudge.Core.Hooks;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace AccountNudge.Core.Tests.Storage;

/// <summary>What is kept for a while only leaves nothing behind.</summary>
public class PassingTests
{
    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_hook_goes_with_what_could_bring_it_back_and_nothing_else_does(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database);
        var anna = await office.Hire("Anna");
        var account = await office.Win("Acme", anna);
        var (today, calendar) = (office.Team.Settings.Calendar().DateOf(database.Now), office.Team.Settings.Calendar());
        var changes = new List<Change>();
        await using (var store = office.Store())
        {
            foreach (var until in new[] { today, today.PlusDays(1) })
            {
                var change = new Change { WorkspaceId = office.Workspace.Id, TeamId = office.Team.Id, MemberId = anna.Id, At = database.Now, Command = "hook", Given = "{\"text\":\"Fuerteventura\"}" };
                changes.Add(change);
                store.Add(change);
                store.Hooks.Add(Hook.Note(account, null, "Fuerteventura", until, new HookAct(anna.Id, database.Now, today, change.Id)));
            }

            await store.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var (sweep, midnight) = (new Sweep(database.Stores, NullLogger<Sweep>.Instance), calendar.StartOf(today.PlusDays(1)));
        await sweep.Run(midnight - Duration.FromSeconds(1), TestContext.Current.CancellationToken);
        (await Left(office)).ShouldBe((2, 2));
        await sweep.Run(midnight, TestContext.Current.CancellationToken);
        (await Left(office)).ShouldBe((1, 1));
        await using var after = office.Store();
        (await after.Changes.SingleAsync(TestContext.Current.CancellationToken)).Id.ShouldBe(changes[1].Id);
    }

    private static async Task<(int Hooks, int Changes)> Left(Office office)
    {
        await using var store = office.Store();
        return (await store.Hooks.CountAsync(TestContext.Current.CancellationToken), await store.Changes.CountAsync(TestContext.Current.CancellationToken));
    }
}
