using AccountNudge.Core.Nudges;
using AccountNudge.Testing;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>What a delivered nudge costs the database, counted by PostgreSQL itself.</summary>
public class DeliveryCostTests(ITestOutputHelper output)
{
    private const int Nudges = 100;

    /// <summary>How a run looks for what is due, once a second however little there is; on a busy machine a run takes longer.</summary>
    private static readonly string[] Looks = ["date_trunc($", "SELECT DISTINCT n.\"WorkspaceId\"", "SELECT m.\"WorkspaceId\", m.\"Id\"", "SELECT t.\"WorkspaceId\", t.\"Id\" AS \"TeamId\""];

    /// <summary>
    /// From due to posted, each severe nudge being a post of its own: batching, claiming, writing the attempt down, marking, waking the
    /// account. The review of the account that follows is counted by itself.
    /// </summary>
    [Theory, InlineData(Nudges), InlineData(5)]
    public async Task A_delivered_nudge_costs_at_most_eight_statements(int channels)
    {
        await using var simulation = await Simulation.Begin(DatabaseKind.Postgres);
        for (var channel = 0; channel < channels; channel++)
        {
            var office = channel == 0 ? simulation.Office : await Office.Open(simulation.Database, beside: simulation.Office);
            var anna = await office.Hire("Anna");
            for (var account = 0; account < Nudges / channels; account++) await office.Complain(await office.Win($"Acme {account}", anna));
        }

        simulation.SleepUntil(2026, 3, 9, 12);
        while (await simulation.NewSweep().Run(simulation.Database.Now, CancellationToken.None) > 0)
        {
        }

        await simulation.Database.CountStatements();
        await simulation.Dispatcher.Run(simulation.Database.Now, CancellationToken.None);
        var perNudge = await Report(simulation, "from due to posted");
        await simulation.Database.CountStatements();
        await simulation.NewSweep().Run(simulation.Database.Now, CancellationToken.None);
        await Report(simulation, "the review that follows");

        simulation.Messenger.Posted.Select(message => message.Address).Distinct().Count().ShouldBe(channels);
        (await simulation.Posts()).Count.ShouldBe(Nudges);
        (await simulation.Posts()).ShouldAllBe(post => post.State == PostState.Posted);
        perNudge.ShouldBeLessThanOrEqualTo(8);
    }

    /// <summary>Statements a nudge, with what they are. Looking for what is due counts as if it had been done twice, before and after.</summary>
    private async Task<double> Report(Simulation simulation, string what)
    {
        var statements = await simulation.Database.Statements();
        var perNudge = statements.Sum(statement => Looks.Any(look => statement.Text.Contains(look, StringComparison.Ordinal)) ? Math.Min(2, statement.Calls) : statement.Calls) / (double)Nudges;
        output.WriteLine($"{what}: {perNudge:F2} statements a nudge");
        foreach (var (calls, text) in statements) output.WriteLine($"{calls,6} {text.ReplaceLineEndings(" ")[..Math.Min(text.Length, 160)]}");
        return perNudge;
    }
}
