using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AccountNudge.Bot.Storage;

/// <summary>The embedded database's file, readable by its user only.</summary>
public static class SqliteFile
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnFolder = OwnFile | UnixFileMode.UserExecute;

    /// <summary>
    /// Creates the file and its folder if need be, for this user alone; a file that others could read is closed to
    /// them. SQLite gives the files it lays beside it (<c>-wal</c>, <c>-shm</c>) the same mode.
    /// </summary>
    /// <returns>What stands in the way, in one sentence; null when all is well.</returns>
    public static string? Prepare(string path)
    {
        try
        {
            var full = Path.GetFullPath(path);
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                return null;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(full)!, OwnFolder);
            new FileStream(full, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.ReadWrite | FileShare.Delete,
                UnixCreateMode = OwnFile,
            }).Dispose();
            foreach (var file in new[] { full, full + "-wal", full + "-shm" }.Where(File.Exists))
            {
                File.SetUnixFileMode(file, OwnFile);
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return $"Storage:Path cannot be used: {e.Message}";
        }
    }

    /// <summary>How to open it.</summary>
    public static string ConnectionString(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.GetFullPath(path),
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ConnectionString;
}

/// <summary>
/// Prepares the file before it is first opened, and every connection after: readers beside one writer (WAL), and
/// waiting for the other writer instead of failing.
/// </summary>
internal sealed class SqliteConnections(string path) : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL;";

    private readonly Lazy<string?> prepared = new(() => SqliteFile.Prepare(path));

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        EnsurePrepared();
        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        EnsurePrepared();
        return ValueTask.FromResult(result);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private void EnsurePrepared()
    {
        if (prepared.Value is { } problem)
        {
            throw new IOException(problem);
        }
    }
}
