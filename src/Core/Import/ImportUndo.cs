using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Import;

/// <summary>
/// Takes an import back, client by client, the last first. A client somebody has gone on with stays with everything of it that others
/// need: what people did since is never lost.
/// </summary>
/// <param name="stores">The database.</param>
/// <param name="claim">The import, as it was claimed.</param>
/// <param name="now">When.</param>
internal sealed class ImportUndo(Stores stores, ImportClaim claim, Instant now)
{
    private const int Together = 100;

    /// <summary>Takes it back; how many changes stay, or null when somebody else has claimed the import.</summary>
    /// <param name="progressed">Called after each transaction.</param>
    /// <param name="cancellation">Ends it between two transactions.</param>
    public async Task<int?> TakeBack(Func<Task> progressed, CancellationToken cancellation)
    {
        var kept = 0;
        foreach (var some in (await Changes(cancellation)).Chunk(Together))
        {
            if (await Retries.OnConflict(() => TakeBack(some, cancellation), cancellation) is not { } stayed) return null;
            kept += stayed;
            await progressed();
        }

        return kept;
    }

    private async Task<IReadOnlyList<Guid>> Changes(CancellationToken cancellation)
    {
        await using var store = stores.Open(claim.Scope);
        var import = claim.Import.Id;
        var ids = await store.Changes.Where(change => change.ImportId == import && change.UndoneAt == null).Select(change => change.Id).ToListAsync(cancellation);
        // The ids count up: the people of a client may have come after it.
        return [.. ids.OrderDescending()];
    }

    private async Task<int?> TakeBack(Guid[] ids, CancellationToken cancellation)
    {
        await using var store = stores.Open(claim.Scope);
        await using var transaction = await store.Database.BeginTransactionAsync(cancellation);
        if (!await store.Advance(claim, ids.Length, cancellation)) return null;
        var changes = (await store.Changes.Where(change => ids.Contains(change.Id)).ToListAsync(cancellation)).OrderByDescending(change => change.Id).ToList();
        var rows = changes.ToDictionary(change => change, change => RowImages.RowsOf(store, change));
        await Load(store, rows.Values.SelectMany(all => all), cancellation);
        var kept = 0;
        var needed = await Needed(store, [.. rows.Values.SelectMany(all => all)], cancellation);
        foreach (var change in changes)
        {
            if (rows[change].Any(row => row.IsAdded && needed.Contains(row.Id)) || !await store.TryUndo(change, cancellation)) kept++;
        }

        await store.SaveChangesAsync(cancellation);
        store.ChangeTracker.Clear();
        await store.ReviewChanged(now, cancellation);
        await store.ShowImport(claim.Import.Id, cancellation);
        await transaction.CommitAsync(cancellation);
        return kept;
    }

    /// <summary>The clients and people the import has entered that others need by now.</summary>
    private static async Task<HashSet<Guid>> Needed(Store store, IReadOnlyList<(Type Type, Guid Id, bool IsAdded)> rows, CancellationToken cancellation)
    {
        var going = rows.Where(row => row.IsAdded).Select(row => row.Id).ToList();
        var accounts = rows.Where(row => row.IsAdded && row.Type == typeof(Account)).Select(row => row.Id).ToList();
        var contacts = rows.Where(row => row.IsAdded && row.Type == typeof(Contact)).Select(row => row.Id).ToList();
        var needed = await store.NamedAmong(contacts, going, cancellation);
        needed.UnionWith(await store.WithFactsAmong(accounts, going, cancellation));
        return needed;
    }

    /// <summary>Reads the rows of changes table by table; undoing finds them there.</summary>
    private static async Task Load(Store store, IEnumerable<(Type Type, Guid Id, bool IsAdded)> rows, CancellationToken cancellation)
    {
        foreach (var table in rows.GroupBy(row => row.Type, row => row.Id)) await store.LoadRows(table.Key, [.. table], cancellation);
    }
}
