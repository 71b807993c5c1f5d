using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AccountNudge.Core.Storage;

/// <summary>Opens <see cref="Store"/>s on the configured database.</summary>
public sealed class Stores
{
    private readonly Func<Store> create;
    private readonly Func<CancellationToken, Task<IAsyncDisposable>> takeStartLock;
    private readonly IClock clock;

    private Stores(Func<Store> create, Func<CancellationToken, Task<IAsyncDisposable>> takeStartLock, IClock clock)
    {
        this.create = create;
        this.takeStartLock = takeStartLock;
        this.clock = clock;
    }

    /// <summary>What erasing needs beside the tables of the domain.</summary>
    public ErasureOptions Erasing { get; set; } = new();

    /// <summary>On an SQLite file.</summary>
    public static Stores OnSqlite(string connectionString, IClock clock) => OnSqlite(connectionString, clock, []);

    /// <summary>On PostgreSQL.</summary>
    public static Stores OnPostgres(string connectionString, IClock clock) => OnPostgres(connectionString, clock, []);

    internal static Stores OnSqlite(string connectionString, IClock clock, IEnumerable<IInterceptor> interceptors)
    {
        var builder = new DbContextOptionsBuilder<SqliteStore>();
        builder.UseSqliteFile(connectionString).AddInterceptors(interceptors);
        var options = builder.Options;
        return new Stores(() => new SqliteStore(options), cancellation => StartLock.OfSqlite(connectionString, cancellation), clock);
    }

    internal static Stores OnPostgres(string connectionString, IClock clock, IEnumerable<IInterceptor> interceptors)
    {
        var options = new DbContextOptionsBuilder<PostgresStore>().UseNpgsql(PostgresConnection.Of(connectionString)).AddInterceptors(interceptors).Options;
        return new Stores(() => new PostgresStore(options), cancellation => StartLock.OfPostgres(connectionString, cancellation), clock);
    }

    /// <summary>Opens one within a scope.</summary>
    public Store Open(Scope scope)
    {
        var store = create();
        (store.Clock, store.Erasing) = (clock, Erasing);
        // Whoever fails within a transaction begins it anew.
        store.Database.AutoSavepointsEnabled = false;
        return store.Within(scope);
    }

    /// <summary>Brings the database's tables up to date. Any number of nodes may call it at once.</summary>
    public Task Migrate(CancellationToken cancellation) => Migrate(_ => Task.CompletedTask, cancellation);

    /// <summary>
    /// Brings the database's tables up to date, then does what else is to be prepared in it before the lock is let go: the chat
    /// platforms' own tables, the scheduler's. The action must not call this method again.
    /// </summary>
    public async Task Migrate(Func<CancellationToken, Task> andThen, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(andThen);
        await using var alone = await takeStartLock(cancellation);
        await using var store = create();
        await store.PrepareFile(cancellation);
        await store.Database.MigrateAsync(cancellation);
        await store.FillInWords(cancellation);
        await store.WakeForNewTables(clock.GetCurrentInstant(), cancellation);
        await andThen(cancellation);
    }
}
