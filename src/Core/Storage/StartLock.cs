using System.Diagnostics;

namespace AccountNudge.Core.Storage;

/// <summary>
/// The one lock under which a database is prepared, so that any number of nodes may start at once. It ends with the process
/// that holds it, even with kill -9. Entity Framework's own lock on SQLite does not, and on PostgreSQL it begins only after
/// the history table was made, which is itself a race; so ours surrounds both.
/// </summary>
internal static class StartLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<IAsyncDisposable> OfPostgres(string connectionString, CancellationToken cancellation) =>
        await SchemaLock.Take(connectionString, cancellation);

    public static async Task<IAsyncDisposable> OfSqlite(string connectionString, CancellationToken cancellation)
    {
        if (SqliteFile.PathOf(connectionString) is not { } path) return new MemoryStream();
        if (SqliteFile.Prepare(path) is { } problem) throw new IOException(problem);
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
