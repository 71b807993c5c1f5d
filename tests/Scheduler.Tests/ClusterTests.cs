using System.Collections.Concurrent;
using System.Diagnostics;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace AccountNudge.Scheduler.Tests;

public sealed class ClusterTests
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(400);
    private static readonly ClusterPulse Quick = new(TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1));

    private readonly ConcurrentQueue<(string Node, long At)> beats = new();

    [Fact]
    public async Task Any_number_of_nodes_may_start_at_once_and_join_later_and_together_keep_the_interval()
    {
        var database = await (await PostgresCluster.Shared()).CreateDatabase();
        var nodes = await Task.WhenAll(Start("a", database), Start("b", database));
        await Wait.Until(() => beats.Count >= 3);
        nodes = [.. nodes, await Start("c", database)];
        beats.Clear();

        // Two nodes that beat for themselves would be there after six intervals; together all need eleven, less one or two caught up with.
        // Where a busy machine holds a node up so long that it is taken for dead, more of them may come.
        await Wait.Until(() => TimeOfLast(12) > 8 * Often);

        foreach (var node in nodes)
        {
            (await node.Health()).Entries["scheduler"].Status.ShouldBe(HealthStatus.Healthy);
            await node.DisposeAsync();
            node.Log.Errors.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Another_interval_takes_the_place_of_the_former_one()
    {
        var database = await (await PostgresCluster.Shared()).CreateDatabase();
        await using var former = await Start("former", database);
        await using var look = new NpgsqlConnection(database);
        await look.OpenAsync();
        Count(look, "SELECT repeat_interval FROM qrtz_simple_triggers WHERE trigger_group = 'heartbeats'").ShouldBe(400);

        await using var node = await Start("a", database, every: 2 * Often);

        Count(look, "SELECT count(*) FROM qrtz_triggers WHERE trigger_group = 'heartbeats'").ShouldBe(1);
        Count(look, "SELECT repeat_interval FROM qrtz_simple_triggers WHERE trigger_group = 'heartbeats'").ShouldBe(800);
        beats.Clear();
        await Wait.Until(() => TimeOfLast(4) > 5 * Often);
    }

    [Fact]
    public async Task A_beat_that_another_version_gave_up_comes_again_with_the_next_start()
    {
        var database = await (await PostgresCluster.Shared()).CreateDatabase();
        await (await Start("other", database)).DisposeAsync();
        await using var look = new NpgsqlConnection(database);
        await look.OpenAsync();
        Count(look, "UPDATE qrtz_triggers SET trigger_state = 'ERROR' RETURNING 1::bigint").ShouldBe(1);
        beats.Clear();

        await using var node = await Start("a", database);

        await Wait.Until(() => beats.Count >= 2);
    }

    [Fact]
    public async Task A_node_cut_off_in_the_midst_of_a_beat_leaves_the_beats_to_the_others()
    {
        var database = await (await PostgresCluster.Shared()).CreateDatabase();
        await using var wire = new Wire(new NpgsqlConnectionStringBuilder(database).Port);
        using var stuck = new SemaphoreSlim(0);
        var cut = await Node.Start(
            [new("sweep", Often, (_, _) =>
            {
                beats.Enqueue(("cut", Stopwatch.GetTimestamp()));
                return stuck.WaitAsync(CancellationToken.None);
            })],
            new NpgsqlConnectionStringBuilder(database) { Port = wire.Port }.ConnectionString, Quick);
        await Wait.Until(() => !beats.IsEmpty);
        await using var other = await Start("other", database, pulse: Quick);

        wire.Cut();
        await Wait.Until(() => beats.Count(beat => beat.Node == "other") >= 3);

        beats.Count(beat => beat.Node == "cut").ShouldBe(1);
        stuck.Release(100);
        wire.Mend();
        await cut.DisposeAsync();
    }

    [Fact]
    public async Task Nodes_wait_while_another_changes_the_schema()
    {
        var database = await (await PostgresCluster.Shared()).CreateDatabase();
        var held = await SchemaLock.Take(database);
        var starting = Start("a", database);
        await using var look = new NpgsqlConnection(database);
        await look.OpenAsync();
        await Wait.Until(() => Count(look, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())") == 1);
        Count(look, "SELECT count(*) FROM pg_tables WHERE tablename LIKE 'qrtz%'").ShouldBe(0);

        await held.DisposeAsync();
        await using var node = await starting;

        Count(look, "SELECT count(*) FROM pg_tables WHERE tablename LIKE 'qrtz%'").ShouldBeGreaterThan(10);
        // The server lets go a moment after the connection has ended.
        await Wait.Until(() => Count(look, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())") == 0);
    }

    /// <summary>From the first of the last so many beats to the last; zero while there are fewer.</summary>
    private TimeSpan TimeOfLast(int count)
    {
        var last = beats.TakeLast(count).ToList();
        return last.Count < count ? TimeSpan.Zero : Stopwatch.GetElapsedTime(last[0].At, last[^1].At);
    }

    private Task<Node> Start(string name, string database, TimeSpan? every = null, ClusterPulse? pulse = null) => Node.Start(
        [new("sweep", every ?? Often, (_, _) =>
        {
            beats.Enqueue((name, Stopwatch.GetTimestamp()));
            return Task.CompletedTask;
        })],
        database, pulse);

    private static long Count(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // The callers above pass literals.
        using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
