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
/// SQLite has no network to save and is asked one query after the other, without those that cannot find anything: each costs Entity
/// Framework more than SQLite.
/// </summary>
/// <param name="store">Where the queries run.</param>
/// <param name="accountIds">The accounts whose rows are read; null where rows of others are read, too.</param>
public sealed partial class QueryBatch(Store store, IReadOnlyList<Guid>? accountIds = null)
{
    private readonly List<IQuery> queries = [];

    private interface IQuery
    {
        /// <summary>Kinds of rows, each of which it needs to find anything.</summary>
        IReadOnlyList<Type> Needs { get; }

        DbCommand Command();

        Task Ask(CancellationToken cancellation);

        void Read(IReadOnlyList<JsonElement> rows);
    }

    /// <summary>Where the queries run.</summary>
    public Store Store => store;

    /// <summary>Adds a query for entities, without those they include, or for values that JSON can hold: numbers, texts, ids, days.</summary>
    /// <param name="rows">The query.</param>
    /// <param name="needs">Of which rows it needs some to find anything, beside those it finds.</param>
    public BatchRows<T> Add<T>(IQueryable<T> rows, params IEnumerable<Type> needs)
        where T : class
    {
        var found = new BatchRows<T>();
        queries.Add(store.Model.FindEntityType(typeof(T)) is { } type
            ? new EntityQuery<T>(store, type, rows.IgnoreAutoIncludes(), found, [typeof(T), .. needs])
            : new ValueQuery<T>(rows, found, [.. needs]));
        return found;
    }

    /// <summary>Runs what was added.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        if (store is SqliteStore)
        {
            var missing = accountIds is null ? [] : await Missing(accountIds, cancellation);
            foreach (var query in queries)
            {
                if (query.Needs.Any(missing.Contains)) query.Read([]);
                else await query.Ask(cancellation);
            }

            return;
        }

        var (sql, parameters) = Together();
        var rows = (await store.Database.SqlQueryRaw<NumberedRow>(sql, parameters).ToListAsync(cancellation)).ToLookup(row => row.Query, row => row.Row);
        for (var number = 0; number < queries.Count; number++)
        {
            queries[number].Read([.. rows[number].Select(row =>
            {
                using var parsed = JsonDocument.Parse(row);
                return parsed.RootElement.Clone();
            })]);
        }
    }

    /// <summary>Kinds of rows of which the accounts have none.</summary>
    private async Task<HashSet<Type>> Missing(IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var types = queries.SelectMany(query => query.Needs).Where(type => type.IsAssignableTo(typeof(IAccountFact))).Distinct().ToList();
        var sql = string.Join(" UNION ALL ", types.Select((type, number) => string.Create(CultureInfo.InvariantCulture,
            $$"""SELECT {{number}} AS "Value" WHERE NOT EXISTS (SELECT 1 FROM "{{store.Model.FindEntityType(type)!.GetTableName()}}" WHERE "AccountId" IN (SELECT value FROM json_each({0})))""")));
        var stored = JsonSerializer.Serialize(ids.Select(id => id.ToString().ToUpperInvariant()));
        return types.Count == 0 ? [] : [.. (await store.Database.SqlQueryRaw<int>(sql, stored).ToListAsync(cancellation)).Select(number => types[number])];
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

    private sealed class EntityQuery<T>(Store store, IEntityType type, IQueryable<T> query, BatchRows<T> found, IReadOnlyList<Type> needs) : IQuery
        where T : class
    {
        private readonly IReadOnlyList<IProperty> key = type.FindPrimaryKey()!.Properties;

        public IReadOnlyList<Type> Needs => needs;

        public DbCommand Command() => query.CreateDbCommand();

        public async Task Ask(CancellationToken cancellation) => found.Set(await query.ToListAsync(cancellation));

        public void Read(IReadOnlyList<JsonElement> rows)
        {
            if (rows.Count == 0)
            {
                found.Set([]);
                return;
            }

            // Looks through all that is tracked for changes whenever it is asked for.
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

    private sealed class ValueQuery<T>(IQueryable<T> query, BatchRows<T> found, IReadOnlyList<Type> needs) : IQuery
        where T : class
    {
        public IReadOnlyList<Type> Needs => needs;

        public DbCommand Command() => query.CreateDbCommand();

        public async Task Ask(CancellationToken cancellation) => found.Set(await query.ToListAsync(cancellation));

        public void Read(IReadOnlyList<JsonElement> rows) => found.Set([.. rows.Select(row => row.Deserialize<T>(SettingsJson.Options)!)]);
    }
}
