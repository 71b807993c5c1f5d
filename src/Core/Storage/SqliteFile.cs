using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AccountNudge.Core.Storage;

/// <summary>How we use an SQLite file: readers beside one writer (WAL), foreign keys, patience while another one writes, and nothing left where something was deleted.</summary>
public static class SqliteFile
{
    /// <summary>Uses an SQLite file as every store here does.</summary>
    public static DbContextOptionsBuilder UseSqliteFile(this DbContextOptionsBuilder builder, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(builder);
        // A list is one parameter: one for each of thousands of ids costs a hundred milliseconds a query.
        return builder.UseSqlite(connectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).AddInterceptors(Opening.Instance);
    }

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
            // Never opened when it is there: closing it would drop the locks SQLite holds on it for this process.
            if (!File.Exists(full))
            {
                new FileStream(full, new FileStreamOptions
                {
                    Mode = FileMode.OpenOrCreate,
                    Access = FileAccess.ReadWrite,
                    Share = FileShare.ReadWrite | FileShare.Delete,
                    UnixCreateMode = OwnFile,
                }).Dispose();
            }

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

    /// <summary>The file of a connection string; null for a database in memory.</summary>
    internal static string? PathOf(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        return builder.Mode == SqliteOpenMode.Memory || builder.DataSource is "" or ":memory:" || builder.DataSource.StartsWith("file:", StringComparison.Ordinal) ? null : builder.DataSource;
    }

    private sealed class Opening : DbConnectionInterceptor
    {
        public static readonly Opening Instance = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA busy_timeout = 10000; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;";
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
