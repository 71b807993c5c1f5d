using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Lists;

/// <summary>An account in a list, with what tells whether it needs someone.</summary>
/// <param name="Account">The account.</param>
/// <param name="Open">Its matters that are not closed, most urgent first.</param>
/// <param name="QuietSince">The first day past the agreed rhythm; null while it is not quiet.</param>
public sealed record ListedAccount(Account Account, IReadOnlyList<OwedMatter> Open, LocalDate? QuietSince)
{
    /// <summary>It comes before the others: something is open, nobody has talked to it for too long, or nobody looks after it.</summary>
    public bool NeedsAttention => Open.Count > 0 || QuietSince is not null || (Account.IsWithUs && Account.OwnerId is null);
}

/// <summary>Lists accounts and open matters of the teams of a scope, in few queries however many there are.</summary>
public static class ListReader
{
    /// <summary>All accounts: first those with something open, what is due first at the top; then the quiet ones, longest first; then those nobody looks after, at the end those that are over.</summary>
    public static async Task<IReadOnlyList<ListedAccount>> ListedAccounts(this Store store, Instant now, IComparer<string> names, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var accounts = await store.Accounts.AsNoTracking().ToListAsync(cancellation);
        var open = (await store.OpenMatters(cancellation)).ToLookup(matter => matter.AccountId, matter => matter.Matter);
        var quiet = new Dictionary<Guid, LocalDate>();
        foreach (var practice in PracticeCatalog.All)
        {
            foreach (var spell in await practice.ReadQuiet(store, PracticeCatalog.Facts, now, cancellation)) quiet[spell.AccountId] = spell.Since;
        }

        return [.. accounts.Select(account => new ListedAccount(account, [.. open[account.Id]], quiet.TryGetValue(account.Id, out var since) ? since : null))
            .OrderBy(Rank).ThenBy(listed => listed.Open.Count > 0 ? listed.Open[0].DueAt ?? Instant.MaxValue : Instant.MinValue)
            .ThenBy(listed => listed.QuietSince ?? LocalDate.MaxIsoValue).ThenBy(listed => listed.Account.Name, names)];
    }

    /// <summary>Every matter that is not closed: what is due first at the top, then what waits for the client, oldest first.</summary>
    public static async Task<IReadOnlyList<OpenMatter>> OpenMatters(this Store store, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var open = new List<OpenMatter>();
        var over = (await store.Accounts.Where(account => !store.Accounts.WithUs().Contains(account)).Select(account => account.Id).ToListAsync(cancellation)).ToHashSet();
        foreach (var practice in PracticeCatalog.All) open.AddRange((await practice.ReadOpen(store, cancellation)).Where(matter => practice.AlsoAfterTheEnd || !over.Contains(matter.AccountId)));
        return [.. open.OrderBy(matter => matter.Matter.DueAt ?? Instant.MaxValue).ThenBy(matter => matter.Matter.BeganAt).ThenBy(matter => matter.Matter.Matter.Subject)];
    }

    private static int Rank(ListedAccount listed) => listed switch
    {
        { Open.Count: > 0 } => 0,
        { QuietSince: not null } => 1,
        { NeedsAttention: true } => 2,
        { Account.IsWithUs: true } => 3,
        _ => 4,
    };
}
