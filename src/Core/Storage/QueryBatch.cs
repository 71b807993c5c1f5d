using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace AccountNudge.Core.Storage;

/// <summary>The rows of one query of a <see cref="QueryBatch"/>, once it has run.</summary>
public sealed class BatchRows<T>
{
    private IReadOnlyList<T>? rows;

    /// <summary>The rows, in the order of the query.</summary>
    public IReadOnlyList<T> All => rows ?? throw new InvalidOperationException("The batch has not run.");

    internal void Set(IReadOnlyList<T> found) => rows = found;
}

/// <summary>
/// Several queries in one statement on PostgreSQL, where every statement is a round trip: each row comes back as JSON, beside the
/// number of its query. Entities are tracked, and one that is known already stays as it is, as with any query of Entity Framework.
/// SQLite has no network to save and is asked one query after the other.
/// </summary>
public sealed partial class QueryBatch(Store store)
{
    private readonly List<IQuery> queries = [];

    private interface IQuery
    {
        DbCommand Command();

        Task Ask(CancellationToken cancellation);

        void Read(IEnumerable<JsonElement> rows);
    }

    /// <summary>Where the queries run.</summary>
    public Store Store => store;

    /// <summary>Adds a query for entities, without those they include, or for values that JSON can hold: numbers, texts, ids, days.</summary>
    public BatchRows<T> Add<T>(IQueryable<T> rows)
        where T : class
    {
        var found = new BatchRows<T>();
        queries.Add(store.Model.FindEntityType(typeof(T)) is { } type
            ? new EntityQuery<T>(store, type, rows.IgnoreAutoIncludes(), found)
            : new ValueQuery<T>(rows, found));
        return found;
    }

    /// <summary>Runs what was added.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        if (store is SqliteStore)
        {
            foreach (var query in queries) await query.Ask(cancellation);
            return;
        }

        var (sql, parameters) = Together();
        var rows = (await store.Database.SqlQueryRaw<NumberedRow>(sql, parameters).ToListAsync(cancellation)).ToLookup(row => row.Query, row => row.Row);
        for (var number = 0; number < queries.Count; number++)
        {
            queries[number].Read(rows[number].Select(row =>
            {
                using var parsed = JsonDocument.Parse(row);
                return parsed.RootElement.Clone();
            }));
        }
    }

    private (string Sql, object[] Parameters) Together()
    {
        var sql = new StringBuilder();
        var parameters = new List<object>();
        for (var number = 0; number < queries.Count; number++)
        {
            using var command = queries[number].Command();
            var prefix = string.Create(CultureInfo.InvariantCulture, $"q{number}_");
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (NpgsqlParameter parameter in command.Parameters)
            {
                var name = parameter.ParameterName.TrimStart('@');
                names.Add(name);
                var copy = parameter.Clone();
                copy.ParameterName = prefix + name;
                parameters.Add(copy);
            }

            if (number > 0) sql.Append("\nUNION ALL\n");
            var renamed = ParameterName().Replace(command.CommandText, match => names.Contains(match.Groups["name"].Value) ? $"@{prefix}{match.Groups["name"].Value}" : match.Value);
            // Braces would be taken for arguments.
            renamed = renamed.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
            sql.Append(CultureInfo.InvariantCulture, $"""SELECT {number} AS "Query", to_jsonb(q)::text AS "Row" FROM ({renamed}) AS q""");
        }

        return (sql.ToString(), [.. parameters]);
    }

    [GeneratedRegex(@"@(?<name>\w+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ParameterName();

    private sealed record NumberedRow(int Query, string Row);

    private sealed class EntityQuery<T>(Store store, IEntityType type, IQueryable<T> query, BatchRows<T> found) : IQuery
        where T : class
    {
        private readonly IReadOnlyList<IProperty> key = type.FindPrimaryKey()!.Properties;

        public DbCommand Command() => query.CreateDbCommand();

        public async Task Ask(CancellationToken cancellation) => found.Set(await query.ToListAsync(cancellation));

        public void Read(IEnumerable<JsonElement> rows)
        {
            var local = store.Set<T>().Local;
            found.Set([.. rows.Select(row => local.FindEntryUntyped(key.Select(property => Value(row, property)))?.Entity ?? Track(row))]);
        }

        private T Track(JsonElement row)
        {
            var entry = store.Entry((T)Activator.CreateInstance(typeof(T), nonPublic: true)!);
            foreach (var property in type.GetProperties()) entry.Property(property.Name).CurrentValue = Value(row, property);
            entry.State = EntityState.Unchanged;
            return entry.Entity;
        }

        private static object? Value(JsonElement row, IProperty property) => StoredValue.Read(property, row.GetProperty(property.GetColumnName()));
    }

    private sealed class ValueQuery<T>(IQueryable<T> query, BatchRows<T> found) : IQuery
        where T : class
    {
        public DbCommand Command() => query.CreateDbCommand();

        public async Task Ask(CancellationToken cancellation) => found.Set(await query.ToListAsync(cancellation));

        public void Read(IEnumerable<JsonElement> rows) => found.Set([.. rows.Select(row => row.Deserialize<T>(SettingsJson.Options)!)]);
    }
}
