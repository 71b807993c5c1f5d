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
        await using var journey = await Journey.Begin(DatabaseKind.Postgres);
        for (var channel = 0; channel < channels; channel++)
        {
            var office = channel == 0 ? journey.Office : await Office.Open(journey.Database, beside: journey.Office);
            var anna = await office.Hire("Anna");
            for (var account = 0; account < Nudges / channels; account++) await office.Complain(await office.Win($"Acme {account}", anna));
        }

        journey.SleepUntil(2026, 3, 9, 12);
        while (await journey.NewSweep().Run(journey.Database.Now, CancellationToken.None) > 0)
        {
        }

        await journey.Database.CountStatements();
        await journey.Dispatcher.Run(journey.Database.Now, CancellationToken.None);
        var perNudge = await Report(journey, "from due to posted");
        await journey.Database.CountStatements();
        await journey.NewSweep().Run(journey.Database.Now, CancellationToken.None);
        await Report(journey, "the review that follows");

        journey.Messenger.Posted.Select(message => message.Address).Distinct().Count().ShouldBe(channels);
        (await journey.Posts()).Count.ShouldBe(Nudges);
        (await journey.Posts()).ShouldAllBe(post => post.State == PostState.Posted);
        perNudge.ShouldBeLessThanOrEqualTo(8);
    }

    /// <summary>Statements a nudge, with what they are. Looking for what is due counts as if it had been done twice, before and after.</summary>
    private async Task<double> Report(Journey journey, string what)
    {
        var statements = await journey.Database.Statements();
        var perNudge = statements.Sum(statement => Looks.Any(look => statement.Text.Contains(look, StringComparison.Ordinal)) ? Math.Min(2, statement.Calls) : statement.Calls) / (double)Nudges;
        output.WriteLine($"{what}: {perNudge:F2} statements a nudge");
        foreach (var (calls, text) in statements) output.WriteLine($"{calls,6} {text.ReplaceLineEndings(" ")[..Math.Min(text.Length, 160)]}");
        return perNudge;
    }
}
