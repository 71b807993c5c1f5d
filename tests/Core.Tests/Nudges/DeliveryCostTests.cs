using AccountNudge.Core.Nudges;
using AccountNudge.Testing;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>What a delivered nudge costs the database, counted by PostgreSQL itself.</summary>
public class DeliveryCostTests(ITestOutputHelper output)
{
    private const int Channels = 60;

    /// <summary>
    /// From due to posted, each severe nudge being a post of its own in a channel of its own: batching, claiming, writing the attempt
    /// down, marking, waking the account. The review of the account that follows is counted by itself.
    /// </summary>
    [Fact]
    public async Task A_delivered_nudge_costs_at_most_eight_statements()
    {
        await using var journey = await Journey.Begin(DatabaseKind.Postgres);
        for (var channel = 0; channel < Channels; channel++)
        {
            var office = channel == 0 ? journey.Office : await Office.Open(journey.Database, beside: journey.Office);
            await office.Complain(await office.Win("Acme", await office.Hire("Anna")));
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

        journey.Messenger.Posted.Select(message => message.Address).Distinct().Count().ShouldBe(Channels);
        (await journey.Posts()).ShouldAllBe(post => post.State == PostState.Posted);
        perNudge.ShouldBeLessThanOrEqualTo(8);
    }

    /// <summary>Statements a nudge, with what they are.</summary>
    private async Task<double> Report(Journey journey, string what)
    {
        var statements = await journey.Database.Statements();
        var perNudge = statements.Sum(statement => statement.Calls) / (double)Channels;
        output.WriteLine($"{what}: {perNudge:F2} statements a nudge");
        foreach (var (calls, text) in statements) output.WriteLine($"{calls,6} {text.ReplaceLineEndings(" ")[..Math.Min(text.Length, 160)]}");
        return perNudge;
    }
}
