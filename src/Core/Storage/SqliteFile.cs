using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AccountNudge.Core.Storage;

/// <summary>How we use an SQLite file: readers beside one writer (WAL), foreign keys, and patience while another one writes.</summary>
public static class SqliteFile
{
    /// <summary>Uses an SQLite file as every store here does.</summary>
    public static DbContextOptionsBuilder UseSqliteFile(this DbContextOptionsBuilder builder, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.UseSqlite(connectionString).AddInterceptors(Opening.Instance);
    }

    /// <summary>Makes the file, readable by its user only, when there is none yet; its folder too.</summary>
    internal static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (!File.Exists(path)) new FileStream(path, options).Dispose();
    }

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
            command.CommandText = "PRAGMA busy_timeout = 10000; PRAGMA foreign_keys = ON;";
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
