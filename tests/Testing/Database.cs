using AccountNudge.Core.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Testing;
using Npgsql;

namespace AccountNudge.Testing;

/// <summary>The databases the product runs on.</summary>
public enum DatabaseKind
{
    /// <summary>A file of its own.</summary>
    Sqlite,

    /// <summary>A database of its own in the shared <see cref="PostgresCluster"/>.</summary>
    Postgres,
}

/// <summary>
/// A migrated, empty database for one test, on SQLite or PostgreSQL, with a clock that stands on a Friday. Copied from a
/// template that is migrated once, so it costs milliseconds.
/// </summary>
public sealed class Database : IAsyncDisposable, IDisposable
{
    /// <summary>Friday, 6 March 2026, 16:00 in Berlin.</summary>
    public static readonly Instant Friday = Instant.FromUtc(2026, 3, 6, 15, 0);

    private static readonly Lazy<Task<byte[]>> SqliteTemplate = new(MakeSqliteTemplate);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MakePostgresTemplate);

    private readonly TempFolder? home;

    private Database(DatabaseKind kind, string connectionString, TempFolder? folder)
    {
        Kind = kind;
        ConnectionString = connectionString;
        this.home = folder;
        Stores = On(Clock);
    }

    public DatabaseKind Kind { get; }

    public string ConnectionString { get; }

    public FakeClock Clock { get; } = new(Friday);

    /// <summary>Where the clock stands.</summary>
    public Instant Now
    {
        get => Clock.GetCurrentInstant();
        set => Clock.Reset(value);
    }

    /// <summary>Opens stores at <see cref="Clock"/>.</summary>
    public Stores Stores { get; }

    /// <summary>Both kinds, for theories.</summary>
    public static IEnumerable<DatabaseKind> Kinds => Enum.GetValues<DatabaseKind>();

    public static async Task<Database> Create(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Postgres)
        {
            var cluster = await PostgresCluster.Shared();
            return new Database(kind, await cluster.CreateDatabase(template: await PostgresTemplate.Value), null);
        }

        var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder.File("test.db"), await SqliteTemplate.Value);
        return new Database(kind, $"Data Source={folder.File("test.db")}", folder);
    }

    /// <summary>An empty database without any tables.</summary>
    public static async Task<Database> CreateEmpty(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Postgres) return new Database(kind, await (await PostgresCluster.Shared()).CreateDatabase(), null);
        var folder = new TempFolder();
        return new Database(kind, $"Data Source={folder.File("test.db")}", folder);
    }

    /// <summary>Opens stores on the same database at another clock.</summary>
    public Stores On(IClock clock) => Kind == DatabaseKind.Sqlite ? Stores.OnSqlite(ConnectionString, clock) : Stores.OnPostgres(ConnectionString, clock);

    /// <summary>
    /// PostgreSQL looks for a deadlock as soon as somebody waits, rather than after a second. Connections made from now on do so, and
    /// a test that provokes many deadlocks takes no longer for it.
    /// </summary>
    public async Task FindDeadlocksAtOnce()
    {
        await using var admin = await Alone();
        await using var alter = new NpgsqlCommand($"ALTER DATABASE \"{admin.Database}\" SET deadlock_timeout = '5ms'", admin);
        await alter.ExecuteNonQueryAsync();
    }

    /// <summary>How many deadlocks PostgreSQL has broken up in this database. Closes all connections of the pool: a server process tells when it ends.</summary>
    public async Task<long> Deadlocks()
    {
        await using var admin = await Alone();
        await using var others = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'", admin);
        await Wait.Until(() => others.ExecuteScalar() is 0L);
        await using var count = new NpgsqlCommand("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()", admin);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    /// <summary>Begins to count the statements that PostgreSQL carries out in this database, those of transactions among them.</summary>
    public async Task CountStatements()
    {
        await using var admin = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await admin.OpenAsync();
        await using var reset = new NpgsqlCommand(
            "CREATE EXTENSION IF NOT EXISTS pg_stat_statements; SELECT pg_stat_statements_reset(0, oid, 0) FROM pg_database WHERE datname = current_database()", admin);
        await reset.ExecuteNonQueryAsync();
    }

    /// <summary>The statements since <see cref="CountStatements"/>, and how often each was carried out, most often first.</summary>
    public async Task<IReadOnlyList<(long Calls, string Text)>> Statements()
    {
        await using var admin = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await admin.OpenAsync();
        await using var read = new NpgsqlCommand(
            """
            SELECT sum(calls)::bigint, query FROM pg_stat_statements JOIN pg_database ON oid = dbid
            WHERE datname = current_database() AND query NOT LIKE '%pg_stat_statements%' GROUP BY query ORDER BY 1 DESC
            """, admin);
        await using var rows = await read.ExecuteReaderAsync();
        var statements = new List<(long, string)>();
        while (await rows.ReadAsync()) statements.Add((rows.GetInt64(0), rows.GetString(1)));
        return statements;
    }

    /// <summary>A connection of its own, after all those of the pool were closed.</summary>
    private async Task<NpgsqlConnection> Alone()
    {
        ClearPools();
        var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    private void ClearPools()
    {
        foreach (var pooled in new[] { ConnectionString, PostgresConnection.Of(ConnectionString) })
        {
            using var connection = new NpgsqlConnection(pooled);
            NpgsqlConnection.ClearPool(connection);
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
        if (Kind == DatabaseKind.Postgres)
        {
            ClearPools();
        }
        else
        {
            using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
            home!.Dispose();
        }
    }

    private static async Task<byte[]> MakeSqliteTemplate()
    {
        using var folder = new TempFolder();
        await Stores.OnSqlite($"Data Source={folder.File("template.db")};Pooling=false", SystemClock.Instance).Migrate(CancellationToken.None);
        return await File.ReadAllBytesAsync(folder.File("template.db"));
    }

    private static async Task<string> MakePostgresTemplate()
    {
        var template = await (await PostgresCluster.Shared()).CreateDatabase();
        await Stores.OnPostgres(template + ";Pooling=false", SystemClock.Instance).Migrate(CancellationToken.None);
        return template;
    }
}
