namespace AccountNudge.Core.Import;

/// <summary>A client of the file: one that is known, or one to enter.</summary>
/// <param name="known">Null where it is new.</param>
/// <param name="name">As the first row writes it.</param>
internal sealed class FoundAccount(DirectoryAccount? known, string name)
{
    public DirectoryAccount? Known { get; } = known;

    public PlannedAccount Planned { get; } = new() { Id = known?.Id, Name = known?.Name ?? name };

    /// <summary>The rows that name it.</summary>
    public List<RowDraft> Drafts { get; } = [];
}

/// <summary>
/// Which client a row means. Names that differ in their legal form alone are one client as long as the team and the whole file know
/// one form at most; where there are several, a name without any could be each of them. That depends on no order of rows, so that a
/// second run finds what the first one entered.
/// </summary>
internal sealed class KnownAccounts
{
    private readonly ILookup<string, (DirectoryAccount Account, string Form)> known;
    private readonly Dictionary<string, HashSet<string>> forms = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, FoundAccount> foundKnown = [];
    private readonly Dictionary<AccountKey, FoundAccount> foundNew = [];

    public KnownAccounts(IEnumerable<DirectoryAccount> accounts, IEnumerable<RowDraft> drafts)
    {
        var keys = accounts.Select(account => (Key: AccountKey.Of(account.Name), Account: account)).ToList();
        known = keys.ToLookup(pair => pair.Key.Core, pair => (pair.Account, pair.Key.Form), StringComparer.Ordinal);
        foreach (var key in keys.Select(pair => pair.Key).Concat(drafts.Select(draft => draft.AccountKey)).Where(key => key.Form?.Length > 0))
        {
            if (!forms.TryGetValue(key.Core, out var ofCore)) forms.Add(key.Core, ofCore = new HashSet<string>(StringComparer.Ordinal));
            ofCore.Add(key.Form);
        }
    }

    /// <summary>The client; null where it could be one of several.</summary>
    public FoundAccount? Of(RowDraft draft)
    {
        var (core, form) = draft.AccountKey;
        var sameCore = known[core].ToList();
        var isOneForm = !forms.TryGetValue(core, out var all) || all.Count == 1;
        var exact = sameCore.Find(other => other.Form == form).Account;
        if (exact is not null) return Found(exact);
        if (isOneForm) return sameCore is [var first, ..] ? Found(first.Account) : Found(new AccountKey(core, ""), draft.Account);
        return form.Length == 0 || sameCore.Exists(other => other.Form.Length == 0) ? null : Found(draft.AccountKey, draft.Account);
    }

    private FoundAccount Found(DirectoryAccount account)
    {
        if (!foundKnown.TryGetValue(account.Id, out var found)) foundKnown.Add(account.Id, found = new FoundAccount(account, account.Name));
        return found;
    }

    private FoundAccount Found(AccountKey key, string name)
    {
        if (!foundNew.TryGetValue(key, out var found)) foundNew.Add(key, found = new FoundAccount(null, name));
        return found;
    }
}
