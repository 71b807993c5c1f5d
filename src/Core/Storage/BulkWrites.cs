using System.Text.Json;
using AccountNudge.Core.Nudges;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AccountNudge.Core.Storage;

/// <summary>
/// Writes what a plan has changed of many accounts, nudges and posts in one statement each, where Entity Framework writes one a row. Within a
/// transaction on PostgreSQL alone: in that order, and rows in the order of their keys (see <see cref="KeyOrder"/>).
/// </summary>
internal static class BulkWrites
{
    /// <summary>Fewer are left to Entity Framework.</summary>
    private const int Fewest = 3;

    /// <summary>Writes them, and marks them as saved.</summary>
    /// <exception cref="DbUpdateConcurrencyException">A row was changed since it was read.</exception>
    public static async Task Save(Store store, CancellationToken cancellation)
    {
        if (store is SqliteStore) return;
        if (!HasMany<Account>(store) && !HasMany<Nudge>(store) && !HasMany<Post>(store)) return;
        // However few accounts there are: Entity Framework would lock them after what is written here.
        await Save<Account>(store, 1, cancellation);
        await Save<Nudge>(store, Fewest, cancellation);
        await Save<Post>(store, Fewest, cancellation);
    }

    private static bool HasMany<T>(Store store)
        where T : class =>
        store.ChangeTracker.Entries<T>().Where(entry => entry.State != EntityState.Unchanged).CountBy(entry => entry.State).Any(state => state.Value >= Fewest);

    private static async Task Save<T>(Store store, int fewest, CancellationToken cancellation)
        where T : class
    {
        var type = store.Model.FindEntityType(typeof(T))!;
        foreach (var rows in store.ChangeTracker.Entries<T>().Where(entry => entry.State is not EntityState.Unchanged).GroupBy(entry => entry.State)
            .OrderBy(group => group.Key != EntityState.Deleted).Select(group => group.ToList()).Where(rows => rows.Count >= fewest))
        {
            var state = rows[0].State;
            var sql = state switch { EntityState.Added => Insert(type), EntityState.Deleted => Delete(type), _ => Update(type, rows) };
            var written = await store.Database.ExecuteSqlRawAsync(sql, [Json(type, rows, entry => entry.CurrentValues), Json(type, rows, Known)], cancellation);
            if (written != rows.Count) throw new DbUpdateConcurrencyException($"{rows.Count - written} of {rows.Count} {type.GetTableName()} were changed since they were read.");
            foreach (var entry in rows)
            {
                if (state != EntityState.Deleted) entry.OriginalValues.SetValues(entry.CurrentValues);
                entry.State = state == EntityState.Deleted ? EntityState.Detached : EntityState.Unchanged;
            }
        }
    }

    private static PropertyValues Known<T>(EntityEntry<T> entry)
        where T : class =>
        entry.State == EntityState.Added ? entry.CurrentValues : entry.OriginalValues;

    private static string Json<T>(IEntityType type, List<EntityEntry<T>> rows, Func<EntityEntry<T>, PropertyValues> of)
        where T : class =>
        JsonSerializer.Serialize(rows.Select(of).Select(values => type.GetProperties().ToDictionary(property => property.GetColumnName(), property => StoredValue.Of(property, values[property]))));

    private static string Insert(IEntityType type)
    {
        var columns = string.Join(", ", type.GetProperties().Select(Column));
        return $"INSERT INTO {type.GetTableName()} ({columns}) SELECT {columns} FROM {Given(type, 0)} ORDER BY {Column(Key(type))}";
    }

    private static string Update<T>(IEntityType type, List<EntityEntry<T>> rows)
        where T : class
    {
        var changed = type.GetProperties().Where(property => rows.Exists(row => row.Property(property.Name).IsModified));
        return $"""
            {Locked(type)}
            UPDATE {type.GetTableName()} AS row SET {string.Join(", ", changed.Select(property => $"{Column(property)} = given.{Column(property)}"))}
            FROM {Given(type, 0)} AS given, known, locked WHERE row.{Column(Key(type))} = given.{Column(Key(type))} AND {IsAsKnown(type)}
            """;
    }

    private static string Delete(IEntityType type) => $"""
        {Locked(type)}
        DELETE FROM {type.GetTableName()} AS row USING known, locked WHERE {IsAsKnown(type)}
        """;

    private static string Locked(IEntityType type) => $"""
        WITH known AS MATERIALIZED (SELECT * FROM {Given(type, 1)}),
        locked AS MATERIALIZED (
            SELECT row.{Column(Key(type))} FROM {type.GetTableName()} AS row JOIN known ON row.{Column(Key(type))} = known.{Column(Key(type))}
            ORDER BY row.{Column(Key(type))} FOR NO KEY UPDATE OF row)
        """;

    private static string IsAsKnown(IEntityType type) => string.Join(" AND ", type.GetProperties().Where(property => property.IsConcurrencyToken)
        .Select(token => $"row.{Column(token)} = known.{Column(token)}")
        .Prepend($"row.{Column(Key(type))} = known.{Column(Key(type))}").Prepend($"row.{Column(Key(type))} = locked.{Column(Key(type))}"));

    /// <summary>The rows of an argument: an array of objects by column.</summary>
    private static string Given(IEntityType type, int argument) => $"jsonb_populate_recordset(NULL::{type.GetTableName()}, {{{argument}}}::jsonb)";

    private static IProperty Key(IEntityType type) => type.FindPrimaryKey()!.Properties[0];

    private static string Column(IProperty property) => $"\"{property.GetColumnName()}\"";
}
