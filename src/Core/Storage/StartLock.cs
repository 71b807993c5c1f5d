using System.Diagnostics;
using Npgsql;

namespace AccountNudge.Core.Storage;

/// <summary>
/// The one lock under which a database is prepared, so that any number of nodes may start at once. It ends with the process
/// that holds it, even with kill -9. Entity Framework's own lock on SQLite does not, and on PostgreSQL it begins only after
/// the history table was made, which is itself a race; so ours surrounds both.
/// </summary>
internal static class StartLock
{
    /// <summary>Any number that nothing else in the database uses for an advisory lock.</summary>
    private const long Key = 0x4163636F756E744E;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<IAsyncDisposable> OfPostgres(string connectionString, CancellationToken cancellation)
    {
        // A connection of its own, not from the pool: when it ends, so does the lock.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT pg_advisory_lock($1)";
            command.Parameters.Add(new NpgsqlParameter { Value = Key });
            command.CommandTimeout = (int)Patience.TotalSeconds;
            await command.ExecuteNonQueryAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public static async Task<IAsyncDisposable> OfSqlite(string connectionString, CancellationToken cancellation)
    {
        if (SqliteFile.PathOf(connectionString) is not { } path) return new MemoryStream();
        SqliteFile.Make(path);
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(path + ".start", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waiting.Elapsed < Patience)
            {
                await Task.Delay(50, cancellation);
            }
        }
    }
}
