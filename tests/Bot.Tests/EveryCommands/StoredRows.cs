using System.Globalization;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AccountNudge.Bot.Tests.EveryCommands;

/// <summary>All rows of all tables of the domain, as the model names them: read to be compared, and put back as they were.</summary>
internal sealed class StoredRows : IDisposable
{
    private readonly string database;
    private readonly List<string> tables;
    private readonly TempFolder folder = new();

    private StoredRows(string connectionString, List<string> tables)
    {
        database = new SqliteConnectionStringBuilder(connectionString) { Pooling = false, ForeignKeys = false }.ConnectionString;
        this.tables = tables;
    }

    private string Copy => folder.File("kept.db");

    /// <summary>Keeps all rows as they are now.</summary>
    public static async Task<StoredRows> Keep(string connectionString, Stores stores)
    {
        await using var store = stores.Open(Scope.Nothing);
        var kept = new StoredRows(connectionString, [.. store.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Order(StringComparer.Ordinal)]);
        kept.Do($"VACUUM INTO '{kept.Copy}'");
        return kept;
    }

    /// <summary>Puts every table back as it was kept.</summary>
    public void PutBack()
    {
        var all = string.Join(' ', tables.Select(table => $"DELETE FROM main.\"{table}\"; INSERT INTO main.\"{table}\" SELECT * FROM kept.\"{table}\";"));
        Do($"PRAGMA synchronous = OFF; ATTACH '{Copy}' AS kept; BEGIN IMMEDIATE; {all} COMMIT; DETACH kept");
    }

    /// <summary>Every row, column by column, without those columns that may differ.</summary>
    /// <param name="differs">Of tables without a column the whole table.</param>
    public IReadOnlyList<string> Read(Func<string, string?, bool> differs)
    {
        using var connection = Open();
        var rows = new List<string>();
        foreach (var table in tables.Where(table => !differs(table, null)))
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are those of the model.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            using var reader = command.ExecuteReader();
            var columns = Enumerable.Range(0, reader.FieldCount).Where(column => !differs(table, reader.GetName(column))).ToList();
            while (reader.Read()) rows.Add($"{table}: {string.Join(", ", columns.Select(column => $"{reader.GetName(column)}={Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)}"))}");
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    /// <summary>The ids of one row of each kind in each table.</summary>
    public IReadOnlyList<Guid> Subjects() =>
    [
        .. Read((_, column) => column is not (null or "Id" or "Kind" or "Ask")).GroupBy(row => row.Replace("Id=" + IdOf(row), "", StringComparison.Ordinal))
            .Select(rows => Guid.TryParse(IdOf(rows.First()), out var id) ? id : default).Where(id => id != default),
    ];

    /// <summary>How many rows each table has.</summary>
    public string Count(Func<string, string?, bool> differs) =>
        string.Join(", ", Read(differs).GroupBy(row => row[..row.IndexOf(':', StringComparison.Ordinal)]).Select(table => $"{table.Count()} {table.Key}"));

    private static string IdOf(string row) => row.Split(": ", 2)[1].Split(", ").FirstOrDefault(part => part.StartsWith("Id=", StringComparison.Ordinal))?[3..] ?? "";

    public void Dispose() => folder.Dispose();

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(database);
        connection.Open();
        return connection;
    }

    private void Do(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of the model and of our own file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
