using AccountNudge.Core.Accounts;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Quiet;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace AccountNudge.Core.Tests.Nudges;

public class ReviewCostTests
{
    private const int Teams = 50;
    private const int AccountsOfTeam = 20;

    /// <summary>However many teams and workspaces they belong to, and though every one of them is quiet and gets a nudge.</summary>
    [Fact]
    public async Task A_hundred_due_accounts_cost_at_most_thirty_statements()
    {
        await using var database = await Database.Create(DatabaseKind.Postgres);
        for (var team = 0; team < Teams; team++)
        {
            var office = await Office.Open(database);
            var anna = await office.Hire("Anna");
            await using var store = database.Stores.Open(office.Scope);
            store.Accounts.AddRange(Enumerable.Range(0, AccountsOfTeam).Select(number => new Account
            {
                WorkspaceId = office.Workspace.Id,
                TeamId = office.Team.Id,
                Name = $"Client {number}",
                OwnerId = anna.Id,
                EnteredOn = new(2025, 1, 7),
            }));
            await store.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var sweep = new Sweep(database.Stores, NullLogger<Sweep>.Instance);
        await database.CountStatements();
        (await sweep.Run(database.Now, TestContext.Current.CancellationToken)).ShouldBe(Teams * AccountsOfTeam);
        var asked = await database.Statements();

        var table = string.Join('\n', asked.Select(statement => $"{statement.Calls}  {statement.Text.ReplaceLineEndings(" ")[..Math.Min(150, statement.Text.Length)]}"));
        TestContext.Current.TestOutputHelper!.WriteLine(table);
        (asked.Sum(statement => statement.Calls) * 100 / (Teams * AccountsOfTeam)).ShouldBeLessThanOrEqualTo(30, table);
        await using var planned = database.Stores.Open(Scope.Nothing);
        (await planned.Nudges.IgnoreQueryFilters().CountAsync(nudge => nudge.State == NudgeState.Planned && nudge.Kind == QuietPractice.Kind, TestContext.Current.CancellationToken)).ShouldBe(Teams * AccountsOfTeam);
    }
}
