using System.Text.RegularExpressions;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace AccountNudge.Core.Planning;

/// <summary>The erasure of one person under way.</summary>
/// <param name="store">Where.</param>
/// <param name="contact">Who.</param>
/// <param name="words">By what they can be told.</param>
/// <param name="former">What stands in their place.</param>
/// <param name="deleted">What stands where words noted with them stood; null where those stay.</param>
internal sealed partial class ErasureRun(Store store, Contact contact, PersonWords words, string former, string? deleted)
{
    private const string Text = nameof(INoted.Text);

    private readonly HashSet<Guid> emptied = [];
    private readonly HashSet<Guid> rewritten = [];

    public Store Store => store;

    public Contact Contact => contact;

    public PersonWords Words => words;

    public string Former => former;

    /// <summary>Records whose words stay: they are still owed to the client.</summary>
    public required IReadOnlySet<Guid> Kept { get; init; }

    /// <summary>The accounts of which something was rewritten.</summary>
    public HashSet<Guid> Accounts { get; } = [contact.AccountId];

    /// <summary>
    /// The properties that hold words of people. What is a word of ours has a longest length, see the mapping; of other contacts only what they do
    /// there may name somebody else.
    /// </summary>
    public List<string> WordsIn(Type type) =>
    [
        .. store.Model.FindEntityType(type)!.GetProperties().Where(property => property.ClrType == typeof(string) && !property.IsShadowProperty() && property.GetMaxLength() is null)
            .Select(property => property.Name).Where(name => type != typeof(Contact) || name == nameof(Contact.Role)),
    ];

    /// <summary>Takes them out of a record.</summary>
    public void Rewrite(EntityEntry entry, List<string> properties, bool aboutClient)
    {
        if (entry.State == EntityState.Deleted) return;
        var isTheirs = deleted is not null && entry.Entity is INamesContact named && named.ContactId == contact.Id && !Kept.Contains(named.Id);
        foreach (var property in properties.Select(entry.Property))
        {
            if (property.CurrentValue is not string { Length: > 0 } text) continue;
            var without = isTheirs && property.Metadata.Name == Text ? deleted! : words.Without(text, former, aboutClient);
            if (without == text) continue;
            property.CurrentValue = without;
            rewritten.Add(((IAccountFact)entry.Entity).Id);
            Accounts.Add(((IAccountFact)entry.Entity).AccountId);
        }

        if (isTheirs) emptied.Add(((IAccountFact)entry.Entity).Id);
    }

    /// <summary>What was noted step by step about a record whose words went, goes with them.</summary>
    public void DeleteWordsBelow()
    {
        foreach (var entry in store.ChangeTracker.Entries<IAccountFact>().Where(entry => entry.State != EntityState.Deleted && entry.Metadata.FindProperty(Text) is not null).ToList())
        {
            var isBelow = entry.Metadata.GetForeignKeys().Where(key => key.PrincipalEntityType.ClrType.IsAssignableTo(typeof(INamesContact)))
                .Any(key => entry.Property(key.Properties[^1].Name).CurrentValue is Guid above && emptied.Contains(above));
            if (!isBelow || entry.Property(Text) is not { CurrentValue: string { Length: > 0 } } text) continue;
            text.CurrentValue = deleted;
            rewritten.Add(entry.Entity.Id);
        }
    }

    /// <summary>Nothing brings back what was recorded before: neither what names them nor what a record of theirs once said.</summary>
    public async Task<IReadOnlyList<Guid>> ForgetChanges(CancellationToken cancellation)
    {
        var named = new List<Guid>();
        var changes = store.Changes.Where(change => change.TeamId == contact.TeamId).Select(change => new { change.Id, change.Given, change.Rows }).AsAsyncEnumerable();
        await foreach (var change in changes.WithCancellation(cancellation))
        {
            if (Names(change.Given) || Names(change.Rows) || IsRewritten(change.Rows)) named.Add(change.Id);
        }

        if (named.Count > 0) await store.Changes.Where(change => named.Contains(change.Id)).InKeyOrder(store, rows => rows.ExecuteDeleteAsync(cancellation), cancellation);
        return named;
    }

    /// <summary>Nor does a file: what still waits to be confirmed is sent anew, and what is being carried out leaves the erased out.</summary>
    public async Task ForgetImports(CancellationToken cancellation)
    {
        var imports = store.Imports.Where(import => import.TeamId == contact.TeamId);
        await imports.Where(import => import.State == ImportState.Received || import.State == ImportState.Proposed || import.State == ImportState.Refused)
            .ExecuteUpdateAsync(set => set.SetProperty(import => import.State, ImportState.Cancelled).SetProperty(import => import.File, (byte[]?)null), cancellation);
        await imports.ExecuteUpdateAsync(set => set.SetProperty(import => import.Outcomes, (byte[]?)null).SetProperty(import => import.Report, "{}"), cancellation);
    }

    /// <summary>Nor do commands that wait, whoever typed them.</summary>
    public async Task ForgetDrafts(CancellationToken cancellation)
    {
        var drafts = await store.Drafts.Where(draft => draft.WorkspaceId == contact.WorkspaceId).Select(draft => new { draft.Id, draft.Given }).ToListAsync(cancellation);
        var named = drafts.Where(draft => Names(draft.Given)).Select(draft => draft.Id).ToList();
        if (named.Count > 0) await store.Drafts.Where(draft => named.Contains(draft.Id)).InKeyOrder(store, rows => rows.ExecuteDeleteAsync(cancellation), cancellation);
    }

    /// <summary>Whether one of the ids in a document is that of a record that was rewritten.</summary>
    private bool IsRewritten(string rows)
    {
        foreach (var id in Id().EnumerateMatches(rows))
        {
            if (rewritten.Contains(Guid.Parse(rows.AsSpan(id.Index, id.Length)))) return true;
        }

        return false;
    }

    private bool Names(string json) =>
        json.Contains(contact.Id.ToString("D"), StringComparison.OrdinalIgnoreCase) || json.Contains(contact.Id.ToString("N"), StringComparison.OrdinalIgnoreCase) || words.AreInJson(json, aboutClient: true);

    [GeneratedRegex("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Id();
}
