using Npgsql;

namespace AccountNudge.Core.Storage;

/// <summary>
/// The one lock under which anything changes the shared PostgreSQL schema, so that any number of nodes may start
/// at once: the first migrates, the others wait and then find the work done.
/// </summary>
/// <remarks>
/// It is a session lock on a connection of its own: a node that dies while holding it gives it back by dying.
/// </remarks>
public sealed class SchemaLock : IAsyncDisposable
{
    // "nudge" in ASCII; any constant will do that nobody else uses in this database.
    private const long Key = 0x6E_75_64_67_65;

    private readonly NpgsqlConnection session;

    private SchemaLock(NpgsqlConnection session) => this.session = session;

    /// <summary>Waits until nobody else changes the schema; dispose it to let the next one in.</summary>
    public static async Task<SchemaLock> Take(string connectionString, CancellationToken cancellation = default)
    {
        // Without pooling, closing the connection ends the session and with it the lock.
        var alone = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 };
        var connection = new NpgsqlConnection(alone.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock(@key)", connection);
            command.Parameters.AddWithValue("key", Key);
            await command.ExecuteNonQueryAsync(cancellation);
            return new SchemaLock(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => session.DisposeAsync();
}
