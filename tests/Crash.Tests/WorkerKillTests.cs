using System.Diagnostics;
using AccountNudge.Testing;

namespace AccountNudge.Crash.Tests;

/// <summary>Workers that plan and deliver without pause are killed one after the other.</summary>
public abstract class WorkerKillTests(ITestOutputHelper output) : KillTests(output)
{
    private static readonly int Kills = Extent.Of(8, full: 25);
    private static readonly int KillsWhileDeciding = Extent.Of(3, full: 8);

    protected override async Task KillAndFinish(Database database, string port, HttpClient messenger, Random random)
    {
        string[] worker = ["worker", database.Kind == DatabaseKind.Sqlite ? "sqlite" : "postgres", database.ConnectionString, port, Now];
        var clock = Stopwatch.StartNew();
        await KillAgainAndAgain(worker, messenger, random);
        Output.WriteLine($"{Kills} kills took {clock.Elapsed.TotalSeconds:F1} s, {(await Read(messenger)).Posts.Count} messages stood there");
        using var last = new HelperProcess(worker);
        await last.Begin();
        await UntilAllIsSaid(database, last);
    }

    protected override void Check(Count count, int seed) =>
        count.Found.ShouldBeGreaterThan(0, $"no kill hit the moment between posting and marking; seed {seed}");

    /// <summary>
    /// Each worker but the last is killed: the first few while they decide, the others when a random number of messages
    /// stands there, a few random milliseconds later.
    /// </summary>
    private static async Task KillAgainAndAgain(string[] worker, HttpClient messenger, Random random)
    {
        var points = Enumerable.Range(0, Kills - KillsWhileDeciding).Select(_ => random.Next(1, Nudges)).Order().ToList();
        var next = new HelperProcess(worker);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var doomed = next;
            // The next one warms up while this one works.
            next = new HelperProcess(worker);
            await doomed.Begin();
            if (kill >= KillsWhileDeciding)
            {
                // At least one message more than there are, so that every kill hits a worker at work.
                var posted = Math.Max(points[kill - KillsWhileDeciding], (await Read(messenger)).Posts.Count + 1);
                if (posted < Nudges) await Reached(messenger, posted);
            }

            await Task.Delay(random.Next(kill < KillsWhileDeciding ? 250 : 30));
            await doomed.Kill();
        }

        next.Dispose();
    }
}

/// <summary>Two classes, so that both databases are tested at the same time.</summary>
[Trait("Category", "Failure")]
public sealed class KillOnSqliteTests(ITestOutputHelper output) : WorkerKillTests(output)
{
    [Fact]
    public Task Killing_the_process_at_many_points_loses_and_doubles_nothing() => Nothing_is_lost_or_doubled(DatabaseKind.Sqlite);
}

[Trait("Category", "Failure")]
public sealed class KillOnPostgresTests(ITestOutputHelper output) : WorkerKillTests(output)
{
    [Fact]
    public Task Killing_the_process_at_many_points_loses_and_doubles_nothing() => Nothing_is_lost_or_doubled(DatabaseKind.Postgres);
}
