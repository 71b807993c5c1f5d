using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace AccountNudge.Scheduler.Tests;

public sealed class ClusterTests
{
    private readonly Runs runs = new();

    [Fact]
    public async Task Any_number_of_nodes_may_start_at_once_and_join_later_and_together_keep_the_interval()
    {
        var database = await EmptyDatabase();
        var nodes = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Start($"node {number}", database)));
        await Wait.Until(() => runs.Count >= 2);
        nodes = [.. nodes, await Start("late", database)];
        runs.Clear();

        // Nine nodes that ran for themselves would be through within a second; together they take seven.
        await Wait.Until(() => runs.TimeOfLast(8) > TimeSpan.FromSeconds(5));

        foreach (var node in nodes)
        {
            (await node.Health()).ShouldBe(HealthStatus.Healthy);
            await node.DisposeAsync();
            node.Log.Errors.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Another_interval_takes_the_place_of_the_former_one()
    {
        var database = await EmptyDatabase();
        await using var former = await Start("former", database);

        await using var node = await Start("a", database, options => options with { Recurring = [TestJobs.Every("0 0 1 1 *")] });

        await using var look = await Look(database);
        Texts(look, "SELECT value FROM hangfire.set WHERE key = 'recurring-jobs'").ShouldBe(["test"]);
        Texts(look, "SELECT value FROM hangfire.hash WHERE key = 'recurring-job:test' AND field = 'Cron'").ShouldBe(["0 0 1 1 *"]);
    }

    [Fact]
    public async Task A_lock_that_a_dead_node_left_behind_stops_nobody_for_good()
    {
        var database = await EmptyDatabase();
        await using var node = await Start("a", database, Impatient);
        await Wait.Until(() => runs.Count >= 1);
        await using var look = await Look(database);
        // Every lock that a node may hold when it dies.
        Texts(look, """
            INSERT INTO hangfire.lock (resource, acquired, updatecount)
            SELECT name, now() AT TIME ZONE 'UTC', 0 FROM unnest(ARRAY['hangfire:recurring-jobs:lock', 'hangfire:lock:recurring-job:test', 'hangfire:locks:schedulepoller']) AS name
            ON CONFLICT DO NOTHING RETURNING resource
            """).ShouldNotBeEmpty();
        runs.Clear();

        await using var other = await Start("b", database, Impatient);

        await Wait.Until(() => runs.Count >= 2);
        other.Log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_job_that_a_dead_node_had_taken_is_run_by_another()
    {
        var database = await EmptyDatabase();
        await using var wire = new SeverableConnection(new NpgsqlConnectionStringBuilder(database).Port);
        using var stuck = new SemaphoreSlim(0);
        var (started, cutOff) = (0, new NpgsqlConnectionStringBuilder(database) { Port = wire.Port }.ConnectionString);
        var cut = await Node.Start(
            (_, _) =>
            {
                Interlocked.Increment(ref started);
                return stuck.WaitAsync(CancellationToken.None);
            },
            cutOff, Impatient);
        await Wait.Until(() => started == 1);
        await using var other = await Start("other", database, Impatient);

        wire.Cut();
        await Wait.Until(() => runs.Of("other") >= 3);

        started.ShouldBe(1);
        stuck.Release(100);
        wire.Mend();
        await cut.DisposeAsync();
    }

    [Fact]
    public async Task Nodes_wait_while_another_changes_the_schema()
    {
        var database = await EmptyDatabase();
        var held = await SchemaLock.Take(database);
        var starting = Start("a", database);
        await using var look = await Look(database);
        await Wait.Until(() => Locks(look, "AND NOT granted").Count == 1);
        Texts(look, "SELECT tablename FROM pg_tables WHERE schemaname = 'hangfire'").ShouldBeEmpty();

        await held.DisposeAsync();
        await using var node = await starting;

        Texts(look, "SELECT tablename FROM pg_tables WHERE schemaname = 'hangfire'").ShouldContain("job");
    }

    [Fact]
    public async Task A_job_leaves_no_lock_behind()
    {
        var database = await EmptyDatabase();
        await using var node = await Start("a", database);
        await Wait.Until(() => runs.Count >= 2);
        await node.DisposeAsync();

        // The server lets go a moment after a connection has ended.
        await using var look = await Look(database);
        await Wait.Until(() => Locks(look).Count == 0);
    }

    [Fact]
    public async Task The_tables_of_the_scheduler_before_are_cleaned_up()
    {
        var database = await EmptyDatabase();
        await using var look = await Look(database);
        Texts(look, """
            CREATE TABLE qrtz_job_details (name text PRIMARY KEY);
            CREATE TABLE qrtz_triggers (name text REFERENCES qrtz_job_details (name));
            CREATE TABLE qrtz_schema_version (version int);
            CREATE TABLE qrtzy (ours text);
            INSERT INTO qrtz_job_details VALUES ('sweep');
            INSERT INTO qrtz_triggers VALUES ('sweep');
            SELECT tablename FROM pg_tables WHERE schemaname = 'public'
            """).Count.ShouldBe(4);

        await using var node = await Start("a", database);
        await using var again = await Start("b", database);

        Texts(look, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'").ShouldBe(["qrtzy"]);
    }

    private static SchedulerOptions Impatient(SchedulerOptions options) => options with { Abandoned = (TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(2)) };

    private static async Task<string> EmptyDatabase() => await (await PostgresCluster.Shared()).CreateDatabase();

    private static async Task<NpgsqlConnection> Look(string database)
    {
        var look = new NpgsqlConnection(database);
        await look.OpenAsync();
        return look;
    }

    private Task<Node> Start(string name, string database, Func<SchedulerOptions, SchedulerOptions>? set = null) => Node.Start(runs.At(name), database, set);

    private static List<string> Locks(NpgsqlConnection look, string more = "") =>
        Texts(look, $"SELECT pid::text FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) {more}");

    private static List<string> Texts(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // The callers above pass literals.
        using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        do
        {
            while (reader.Read()) texts.Add(reader.GetString(0));
        }
        while (reader.NextResult());
        return texts;
    }
}
