using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace AccountNudge.Core.Storage;

/// <summary>
/// Many rows at once are locked in the order of their keys, and of several tables accounts first, then nudges, then posts: two who
/// write the same rows wait for one another and never both. Entity Framework saves changed and deleted rows so. A statement
/// over many rows takes them as it comes across them; before it, they are locked here. SQLite has one writer at a time.
/// </summary>
public static class KeyOrder
{
    /// <summary>Changes or deletes many rows in one statement; how many.</summary>
    /// <param name="rows">Which.</param>
    /// <param name="store">Where they are.</param>
    /// <param name="change">The statement.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public static Task<int> InKeyOrder<T>(
        this IQueryable<T> rows, DbContext store, Func<IQueryable<T>, Task<int>> change, CancellationToken cancellation)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(change);
        return store.AllOrNone(
            async () =>
            {
                await store.Lock(rows, cancellation);
                return await change(rows);
            },
            cancellation);
    }

    /// <summary>Locks rows against being changed by others until the transaction ends, which must have begun.</summary>
    public static async Task Lock<T>(this DbContext store, IQueryable<T> rows, CancellationToken cancellation)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(store);
        if (store.Database.IsSqlite()) return;
        var transaction = store.Database.CurrentTransaction
            ?? throw new InvalidOperationException("Without a transaction nothing stays locked.");
        var keys = store.Model.FindEntityType(typeof(T))!.FindPrimaryKey()!.Properties;
        var ordered = keys.Skip(1).Aggregate(rows.OrderBy(Column<T>(keys[0].Name)), (sorted, key) => sorted.ThenBy(Column<T>(key.Name)));
        await using var command = ordered.Select(_ => 1).CreateDbCommand();
        command.Transaction = transaction.GetDbTransaction();
        // As an update locks them: rows that refer to these can be added meanwhile.
        command.CommandText += " FOR NO KEY UPDATE";
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static Expression<Func<T, object>> Column<T>(string name) => row => EF.Property<object>(row!, name);
}
