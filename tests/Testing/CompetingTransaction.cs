using System.Globalization;
using Npgsql;

namespace AccountNudge.Testing;

/// <summary>
/// Somebody else's transaction on PostgreSQL. It never looks for deadlocks itself, so that in any it takes part in the other one is
/// chosen to give way; and it is undone in the end.
/// </summary>
public sealed class CompetingTransaction : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlConnection watch;
    private NpgsqlTransaction? transaction;

    private CompetingTransaction(NpgsqlConnection connection, NpgsqlConnection watch) => (this.connection, this.watch) = (connection, watch);

    public static async Task<CompetingTransaction> In(Database database)
    {
        ArgumentNullException.ThrowIfNull(database);
        var alone = database.ConnectionString + ";Pooling=false";
        var rival = new CompetingTransaction(new NpgsqlConnection(alone + ";Options=-c deadlock_timeout=1h -c lock_timeout=100s"), new NpgsqlConnection(alone));
        await rival.connection.OpenAsync();
        await rival.watch.OpenAsync();
        rival.transaction = await rival.connection.BeginTransactionAsync();
        return rival;
    }

    /// <summary>Does something that may have to wait for others, but fails after some time; how many rows it changed.</summary>
    public async Task<int> Do(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Returns once somebody waits for this one.</summary>
    public Task HoldsUpSomebody() => Sees($"SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE {Me} = ANY (pg_blocking_pids(pid)))");

    /// <summary>Returns once this one waits for somebody.</summary>
    public Task IsHeldUp() => Sees($"SELECT cardinality(pg_blocking_pids({Me})) > 0");

    /// <summary>Undoes all of it, and leaves.</summary>
    public async Task GiveWay()
    {
        await transaction!.RollbackAsync();
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await watch.DisposeAsync();
    }

    private string Me => connection.ProcessID.ToString(CultureInfo.InvariantCulture);

    private async Task Sees(string sql)
    {
        await using var command = new NpgsqlCommand(sql, watch);
        await Wait.Until(() => command.ExecuteScalar() is true, sql);
    }
}
