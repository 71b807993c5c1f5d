using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Storage;

/// <summary>Opens <see cref="Store"/>s on the configured database.</summary>
public sealed class Stores
{
    private readonly Func<Store> create;
    private readonly IClock clock;

    private Stores(Func<Store> create, IClock clock)
    {
        this.create = create;
        this.clock = clock;
    }

    /// <summary>On an SQLite file.</summary>
    public static Stores OnSqlite(string connectionString, IClock clock)
    {
        var options = new DbContextOptionsBuilder<SqliteStore>().UseSqlite(connectionString).Options;
        return new Stores(() => new SqliteStore(options), clock);
    }

    /// <summary>On PostgreSQL.</summary>
    public static Stores OnPostgres(string connectionString, IClock clock)
    {
        var options = new DbContextOptionsBuilder<PostgresStore>().UseNpgsql(connectionString).Options;
        return new Stores(() => new PostgresStore(options), clock);
    }

    /// <summary>Opens one within a scope.</summary>
    public Store Open(Scope scope)
    {
        var store = create();
        store.Clock = clock;
        return store.Within(scope);
    }
}
