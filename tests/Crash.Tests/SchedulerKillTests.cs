using System.Diagnostics;
using System.Globalization;
using AccountNudge.Testing;
using Npgsql;

namespace AccountNudge.Crash.Tests;

/// <summary>
/// Three nodes run the real jobs on PostgreSQL. Again and again the one that posts is killed and another started; in the end one
/// leaves Hangfire's locks behind as well.
/// </summary>
[Trait("Category", "Failure")]
public sealed class SchedulerKillTests(ITestOutputHelper output) : KillTests(output)
{
    private static readonly int Kills = Extent.Of(1, full: 4);

    /// <summary>Of the messages, after which the locks are left behind.</summary>
    private static readonly int Late = Nudges * 3 / 4;

    private const string TheOneThatPosts = """
        SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)
        WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND objid::bigint = hashtext('post-nudges')::bigint & 4294967295
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """;

    private const string LeaveLocks = """
        INSERT INTO hangfire.lock (resource, acquired, updatecount)
        SELECT name, now() AT TIME ZONE 'UTC', 0 FROM unnest(ARRAY['hangfire:recurring-jobs:lock', 'hangfire:locks:schedulepoller']) AS name
        ON CONFLICT DO NOTHING
        """;

    /// <summary>Recurring runs: nobody asks for any other.</summary>
    private const string NewestRun = "SELECT coalesce(max(id), 0) FROM hangfire.job";

    private readonly Dictionary<string, HelperProcess> nodes = [];
    private int started;

    [Fact]
    public Task Killing_nodes_loses_and_doubles_nothing_and_a_lock_left_behind_is_got_over() => Nothing_is_lost_or_doubled(DatabaseKind.Postgres);

    protected override async Task KillAndFinish(Database database, string port, HttpClient messenger, Random random)
    {
        try
        {
            for (var node = 0; node < 3; node++) await Start(database, port);
            await using var look = new NpgsqlConnection(database.ConnectionString);
            await look.OpenAsync();
            foreach (var point in Enumerable.Range(0, Kills).Select(_ => random.Next(1, Late)).Order())
            {
                await KillTheOneThatPosts(look, Math.Max(point, (await Read(messenger)).Posts.Count + 1), messenger);
                await Start(database, port);
            }

            await KillTheOneThatPosts(look, Math.Max(Late, (await Read(messenger)).Posts.Count + 1), messenger);
            await LeaveBothLocks(look);
            var (left, newest) = (Stopwatch.StartNew(), (long)Ask(look, NewestRun)!);
            await Wait.Until(() => (long)Ask(look, NewestRun)! > newest);
            Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a node left its locks behind; recurring runs went on after {left.Elapsed.TotalSeconds:F1} s"));
            await UntilAllIsSaid(database, [.. nodes.Values]);
            foreach (var (name, node) in nodes) node.Errors.ShouldBeEmpty(name);
        }
        finally
        {
            foreach (var node in nodes.Values) node.Dispose();
        }
    }

    private async Task Start(Database database, string port)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"node {++started}");
        nodes[name] = new HelperProcess("node", new NpgsqlConnectionStringBuilder(database.ConnectionString) { ApplicationName = name }.ConnectionString, port, Now);
        await nodes[name].Begin();
    }

    private async Task KillTheOneThatPosts(NpgsqlConnection look, int posted, HttpClient messenger)
    {
        await Reached(messenger, Math.Min(posted, Nudges));
        string? name = null;
        await Wait.Until(() => (name = Ask(look, TheOneThatPosts) as string) is not null && nodes.ContainsKey(name));
        await nodes[name!].Kill();
        nodes[name!].Dispose();
        nodes.Remove(name!);
        Output.WriteLine($"killed {name} at {(await Read(messenger)).Posts.Count} posts");
    }

    private static object? Ask(NpgsqlConnection look, string sql)
    {
#pragma warning disable CA2100 // The callers above pass literals.
        using var command = new NpgsqlCommand(sql, look);
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    /// <summary>Both at once or none: a living node holds them for moments, and would free the one before the other is left behind.</summary>
    private static async Task LeaveBothLocks(NpgsqlConnection look)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            await using var transaction = await look.BeginTransactionAsync();
            await using var insert = new NpgsqlCommand(LeaveLocks, look, transaction);
            if (await insert.ExecuteNonQueryAsync() == 2)
            {
                await transaction.CommitAsync();
                return;
            }

            await transaction.RollbackAsync();
            waiting.Elapsed.ShouldBeLessThan(Patience, "the nodes' locks were never free together");
            await Task.Delay(10);
        }
    }
}
