using Npgsql;

namespace AccountNudge.Testing.Tests;

public class PostgresClusterTests
{
    [Fact]
    public async Task A_new_database_is_empty_and_keeps_what_is_written()
    {
        var cluster = await PostgresCluster.Shared();
        await using var database = NpgsqlDataSource.Create(await cluster.CreateDatabase());

        await Execute(database, "CREATE TABLE words (word text); INSERT INTO words VALUES ('GRÜN')");

        (await Read(database, "SELECT lower(word) FROM words")).ShouldBe("grün");
    }

    [Fact]
    public async Task Databases_do_not_see_each_other_and_can_be_copied()
    {
        var cluster = await PostgresCluster.Shared();
        var first = await cluster.CreateDatabase();
        await using (var original = NpgsqlDataSource.Create(first))
        {
            await Execute(original, "CREATE TABLE words AS SELECT 'here' AS word");
        }

        await using var empty = NpgsqlDataSource.Create(await cluster.CreateDatabase());
        await using var copy = NpgsqlDataSource.Create(await cluster.CreateDatabase(template: first));

        (await Read(empty, "SELECT coalesce(to_regclass('words')::text, 'nothing')")).ShouldBe("nothing");
        (await Read(copy, "SELECT word FROM words")).ShouldBe("here");
    }

    [Fact]
    public async Task Many_databases_can_be_made_at_once()
    {
        var cluster = await PostgresCluster.Shared();
        var made = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => cluster.CreateDatabase()));
        made.Distinct(StringComparer.Ordinal).Count().ShouldBe(10);
    }

    [Fact]
    public async Task A_server_of_its_own_can_be_ended_and_started_again()
    {
        await using var cluster = await PostgresCluster.StartNew();
        var connectionString = await cluster.CreateDatabase();
        await using var database = NpgsqlDataSource.Create(connectionString);
        await Execute(database, "CREATE TABLE words AS SELECT 'kept' AS word");

        await cluster.StopHard();
        await Should.ThrowAsync<NpgsqlException>(() => Execute(database, "SELECT 1"));

        await cluster.Start();
        (await Read(database, "SELECT word FROM words")).ShouldBe("kept");

        await cluster.Restart();
        await using var afterwards = NpgsqlDataSource.Create(connectionString);
        (await Read(afterwards, "SELECT word FROM words")).ShouldBe("kept");
    }

    [Fact]
    public async Task Nothing_is_left_behind()
    {
        var before = Folders();
        var cluster = await PostgresCluster.StartNew();
        var made = Folders().Except(before, StringComparer.Ordinal).ToList();
        made.ShouldNotBeEmpty();

        await cluster.DisposeAsync();

        Folders().Intersect(made, StringComparer.Ordinal).Count().ShouldBeLessThan(made.Count);
    }

    private static string[] Folders() =>
        Directory.GetDirectories(Path.GetTempPath(), $"accountnudge-pg-{Environment.ProcessId}-*");

    private static async Task Execute(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> Read(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
