using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;
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
/// SQLite has no network to save and is asked one query after the other, without those that cannot find anything. Each query is
/// made once (see <see cref="PreparedQuery{TAsked, T}"/>) and asked past Entity Framework from then on.
/// </summary>
/// <param name="store">Where the queries run.</param>
/// <param name="accountIds">The accounts whose rows are read; null where rows of others are read.</param>
public sealed class QueryBatch(Store store, IReadOnlyList<Guid>? accountIds = null)
{
    private readonly List<IQuery> queries = [];

    private interface IQuery
    {
        /// <summary>Kinds of rows, each of which it needs to find anything.</summary>
        IReadOnlyList<Type> Needs { get; }

        string SqlWith(string prefix);

        IEnumerable<AskedValue> Values { get; }

        void Read(DbDataReader rows);

        void Read(IReadOnlyList<JsonElement> rows);
    }

    /// <summary>The accounts whose rows are read.</summary>
    public IReadOnlyList<Guid> AccountIds => accountIds ?? [];

    /// <summary>Adds a query for entities, without those they include, or for values that JSON can hold: numbers, texts, ids, days.</summary>
    /// <param name="asked">What it is asked with: each value is a property.</param>
    /// <param name="rows">Makes the query; a static function, for it is made once.</param>
    /// <param name="needs">Of which rows it needs some to find anything, beside those it finds.</param>
    public BatchRows<T> Add<TAsked, T>(TAsked asked, Func<Store, TAsked, IQueryable<T>> rows, params IEnumerable<Type> needs)
        where T : class
    {
        var query = new Query<TAsked, T>(store, PreparedQuery<TAsked, T>.Of(store, asked, rows), asked, needs);
        queries.Add(query);
        return query.Found;
    }

    /// <summary>Adds a query for all rows of a kind that the accounts have.</summary>
    public BatchRows<T> AddAll<T>()
        where T : class, IAccountFact => Add(new { AccountIds }, static (store, asked) => store.Set<T>().Where(row => asked.AccountIds.Contains(row.AccountId)));

    /// <summary>Adds a query for all rows of a kind that the accounts have, which nobody changes here.</summary>
    public BatchRows<T> AddUntracked<T>()
        where T : class, IAccountFact => Add(new { AccountIds }, static (store, asked) => store.Set<T>().Where(row => asked.AccountIds.Contains(row.AccountId)).AsNoTracking());

    /// <summary>Runs what was added.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        await store.Database.OpenConnectionAsync(cancellation);
        var detects = store.ChangeTracker.AutoDetectChangesEnabled;
        try
        {
            // Else all that is tracked would be looked through for changes, for each query.
            store.ChangeTracker.AutoDetectChangesEnabled = false;
            if (store is SqliteStore) await OneByOne(cancellation);
            else await Together(cancellation);
        }
        finally
        {
            store.ChangeTracker.AutoDetectChangesEnabled = detects;
            await store.Database.CloseConnectionAsync();
        }
    }

    private async Task OneByOne(CancellationToken cancellation)
    {
        var missing = accountIds is null ? [] : await Missing(accountIds, cancellation);
        foreach (var query in queries)
        {
            if (query.Needs.Any(missing.Contains))
            {
                query.Read([]);
                continue;
            }

            using var command = Command(query.SqlWith(""));
            foreach (var (name, value, _) in query.Values) command.Parameters.Add(new SqliteParameter(name, value ?? DBNull.Value));
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            query.Read(rows);
        }
    }

    /// <summary>Kinds of rows of which the accounts have none.</summary>
    private async Task<HashSet<Type>> Missing(IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var types = queries.SelectMany(query => query.Needs).Where(type => type.IsAssignableTo(typeof(IAccountFact))).Distinct().ToList();
        if (types.Count == 0) return [];
        using var command = Command(string.Join(" UNION ALL ", types.Select((type, number) => string.Create(CultureInfo.InvariantCulture,
            $"""SELECT {number} WHERE NOT EXISTS (SELECT 1 FROM "{store.Model.FindEntityType(type)!.GetTableName()}" WHERE "AccountId" IN (SELECT value FROM json_each(@ids)))"""))));
        command.Parameters.Add(new SqliteParameter("ids", JsonSerializer.Serialize(ids.Select(id => id.ToString().ToUpperInvariant()))));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var missing = new HashSet<Type>();
        while (await rows.ReadAsync(cancellation)) missing.Add(types[rows.GetInt32(0)]);
        return missing;
    }

    private async Task Together(CancellationToken cancellation)
    {
        using var command = Command("");
        var sql = new StringBuilder();
        for (var number = 0; number < queries.Count; number++)
        {
            var prefix = string.Create(CultureInfo.InvariantCulture, $"q{number}_");
            foreach (var (name, value, made) in queries[number].Values)
            {
                var copy = ((NpgsqlParameter)made).Clone();
                copy.ParameterName = prefix + name;
                copy.Value = value ?? DBNull.Value;
                command.Parameters.Add(copy);
            }

            if (number > 0) sql.Append("\nUNION ALL\n");
            sql.Append(CultureInfo.InvariantCulture, $"""SELECT {number}, to_jsonb(q)::text FROM ({queries[number].SqlWith(prefix)}) AS q""");
        }

        command.CommandText = sql.ToString();
        var found = queries.ConvertAll(_ => new List<JsonElement>());
        await using (var rows = await command.ExecuteReaderAsync(cancellation))
        {
            while (await rows.ReadAsync(cancellation))
            {
                using var parsed = JsonDocument.Parse(rows.GetString(1));
                found[rows.GetInt32(0)].Add(parsed.RootElement.Clone());
            }
        }

        for (var number = 0; number < queries.Count; number++) queries[number].Read(found[number]);
    }

    private DbCommand Command(string sql)
    {
        var command = store.Database.GetDbConnection().CreateCommand();
        command.Transaction = store.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        return command;
    }

    private sealed class Query<TAsked, T>(Store store, PreparedQuery<TAsked, T> prepared, TAsked asked, IEnumerable<Type> needs) : IQuery
        where T : class
    {
        private LocalView<T>? local;

        public BatchRows<T> Found { get; } = new();

        public IReadOnlyList<Type> Needs { get; } = prepared.IsEntity ? [typeof(T), .. needs] : [.. needs];

        public string SqlWith(string prefix) => prepared.SqlWith(prefix);

        public IEnumerable<AskedValue> Values => prepared.Values(store, asked);

        public void Read(DbDataReader rows)
        {
            var found = new List<T>();
            while (rows.Read()) found.Add(prepared.IsTracked ? Tracked(prepared.ReadEntry(store, rows)) : prepared.Read(store, rows));
            Found.Set(found);
        }

        public void Read(IReadOnlyList<JsonElement> rows) => Found.Set([.. rows.Select(row =>
            !prepared.IsEntity ? row.Deserialize<T>(SettingsJson.Options)! : prepared.IsTracked ? Tracked(Entry(row)) : Entry(row).Entity)]);

        /// <summary>The entity, tracked, or the one of that key that is tracked already.</summary>
        private T Tracked(EntityEntry<T> entry)
        {
            local ??= store.Set<T>().Local;
            if (local.FindEntryUntyped(entry.Metadata.FindPrimaryKey()!.Properties.Select(property => entry.Property(property).CurrentValue)) is { } known) return known.Entity;
            entry.State = EntityState.Unchanged;
            return entry.Entity;
        }

        private EntityEntry<T> Entry(JsonElement row)
        {
            var entry = store.Entry((T)Activator.CreateInstance(typeof(T), nonPublic: true)!);
            foreach (var property in entry.Metadata.GetProperties()) entry.Property(property).CurrentValue = StoredValue.Read(property, row.GetProperty(property.GetColumnName()));
            return entry;
        }
    }
}
