using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AccountNudge.Testing;

/// <summary>Everything that lies in a database, as bytes: the SQLite file with its log of writes, or a dump of PostgreSQL.</summary>
public static class DatabaseBytes
{
    /// <summary>Which of some words lie in it, whatever their case.</summary>
    public static async Task<IReadOnlyList<string>> Holding(this Database database, params IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(database);
        // Characters beyond ASCII stand for themselves in a dump, and escaped in JSON: look for words of ASCII.
        var text = Encoding.Latin1.GetString(database.Kind == DatabaseKind.Sqlite ? await Sqlite(database.ConnectionString) : await Dump(database.ConnectionString));
        return [.. words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))];
    }

    private static async Task<byte[]> Sqlite(string connectionString)
    {
        await using (var connection = new SqliteConnection(connectionString))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        var all = new MemoryStream();
        foreach (var part in new[] { file, $"{file}-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await stream.CopyToAsync(all);
        }

        return all.ToArray();
    }

    private static async Task<byte[]> Dump(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(Path.Combine(PostgresCluster.Binaries, "pg_dump")) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in new[] { "--inserts", "--host", builder.Host!, "--port", builder.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--username", builder.Username!, builder.Database! })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var all = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(all);
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? all.ToArray() : throw new InvalidOperationException("pg_dump failed.");
    }
}
