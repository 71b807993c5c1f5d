using System.Text.Json;
using AccountNudge.Core.Access;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Storage.Migrations;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AccountNudge.Core.Storage;

/// <summary>
/// A value that is worked out from others and from the team's terms, or that is over by itself and nobody's record: it is written back when a
/// change is undone, but that it is another one by now is no reason not to.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DerivedAttribute : Attribute;

/// <summary>
/// The rows a command changed, before and after, in the form the database holds them. Undoing writes "before" back, but only
/// while every row still is as "after": whatever someone did since is never lost.
/// </summary>
internal static class RowImages
{
    private static readonly HashSet<string> BookkeepingOfAccounts = [nameof(Account.LookAgainAt), nameof(Account.Revision)];

    private sealed record Image(string Entity, Dictionary<string, JsonElement>? Before, Dictionary<string, JsonElement>? After);

    private sealed class Undone(IEntityType type, object? row, Dictionary<string, JsonElement>? now)
    {
        public IEntityType Type => type;

        public object? Row => row;

        public Dictionary<string, JsonElement>? Now { get; set; } = now;
    }

    /// <summary>Adds what is about to be saved to a change.</summary>
    public static void Collect(Store store, Change change)
    {
        var images = JsonSerializer.Deserialize<List<Image>>(change.Rows)!;
        images.AddRange(store.ChangeTracker.Entries().Where(IsRecorded).Select(Of));
        change.Rows = JsonSerializer.Serialize(images);
    }

    /// <summary>Adds what is about to be saved to the changes of the accounts it is about.</summary>
    public static IReadOnlyCollection<Change> CollectByAccount(Store store, Func<Guid, Change> changeOf)
    {
        var changes = new HashSet<Change>();
        foreach (var entries in store.ChangeTracker.Entries().Where(IsRecorded).Where(entry => entry.Entity is Account or IAccountFact)
            .GroupBy(entry => entry.Entity is IAccountFact fact ? fact.AccountId : ((Account)entry.Entity).Id).ToList())
        {
            var change = changeOf(entries.Key);
            change.Rows = JsonSerializer.Serialize(entries.Select(Of));
            changes.Add(change);
        }

        return changes;
    }

    /// <summary>The rows a change is made of, with whether it has added them.</summary>
    public static IReadOnlyList<(Type Type, Guid Id, bool IsAdded)> RowsOf(Store store, Change change) =>
    [
        .. JsonSerializer.Deserialize<List<Image>>(change.Rows)!.Select(image => (Type: store.Model.FindEntityType(image.Entity), Image: image)).Where(row => row.Type is not null)
            .Select(row => (row.Type!.ClrType, (Guid)KeyOf(row.Type, row.Image.After ?? row.Image.Before!)[0]!, row.Image.Before is null)),
    ];

    /// <summary>Writes a change back; false, with nothing touched, when a row was changed since.</summary>
    public static async Task<bool> TryUndo(Store store, Change change, CancellationToken cancellation)
    {
        var rows = new Dictionary<string, Undone>(StringComparer.Ordinal);
        foreach (var image in Enumerable.Reverse(JsonSerializer.Deserialize<List<Image>>(change.Rows)!))
        {
            if (store.Model.FindEntityType(image.Entity) is not { } type) return false;
            foreach (var values in new[] { image.Before, image.After }) NameFormerKind(type, values);
            var key = KeyOf(type, image.After ?? image.Before!);
            var id = $"{image.Entity}:{string.Join('/', key)}";
            if (!rows.TryGetValue(id, out var undone))
            {
                var row = await store.FindAsync(type.ClrType, key, cancellation);
                rows.Add(id, undone = new Undone(type, row, row is null ? null : Values(store.Entry(row).CurrentValues)));
            }

            if (!AreSame(type, undone.Now, image.After)) return false;
            undone.Now = image.Before;
        }

        foreach (var undone in rows.Values) WriteBack(store, undone);
        return true;
    }

    /// <summary>In changes made by the version before, a kind is a number: <c>"Kind": 0</c>.</summary>
    private static void NameFormerKind(IEntityType type, Dictionary<string, JsonElement>? values)
    {
        if (type.FindProperty(nameof(Nudge.Kind)) is not { } kind || kind.ClrType != typeof(string) || values is null) return;
        if (values.TryGetValue(kind.Name, out var former) && former.ValueKind == JsonValueKind.Number)
            values[kind.Name] = JsonSerializer.SerializeToElement(FormerNumbers.Kinds[former.GetInt32()]);
    }

    private static bool IsRecorded(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && entry.Entity is Workspace or IWorkspaceOwned and not (Nudge or Post or Change or Draft or Receipt or ApiReceipt or Member or Membership or AuditEntry or ErasedKey or ExportFile)
        && (entry.State != EntityState.Modified || entry.Properties.Any(property => property.IsModified && IsOurs(property.Metadata)));

    private static bool IsOurs(IReadOnlyProperty property) => !(property.DeclaringType.ClrType == typeof(Account) && BookkeepingOfAccounts.Contains(property.Name));

    private static Image Of(EntityEntry entry) => new(
        entry.Metadata.Name,
        entry.State == EntityState.Added ? null : Values(entry.OriginalValues),
        entry.State == EntityState.Deleted ? null : Values(entry.CurrentValues));

    private static Dictionary<string, JsonElement> Values(PropertyValues values) =>
        values.Properties.ToDictionary(property => property.Name, property => StoredValue.Of(property, values[property]));

    private static object?[] KeyOf(IEntityType type, Dictionary<string, JsonElement> values) =>
        [.. type.FindPrimaryKey()!.Properties.Select(property => StoredValue.Read(property, values[property.Name]))];

    /// <summary>A column that did not exist when the image was made is not compared.</summary>
    private static bool AreSame(IEntityType type, Dictionary<string, JsonElement>? now, Dictionary<string, JsonElement>? after)
    {
        if (now is null || after is null) return now is null && after is null;
        return type.GetProperties().Where(IsOurs).Where(property => property.PropertyInfo?.IsDefined(typeof(DerivedAttribute), inherit: false) != true).Where(property => now.ContainsKey(property.Name) && after.ContainsKey(property.Name))
            .All(property => now[property.Name].GetRawText() == after[property.Name].GetRawText());
    }

    private static void WriteBack(Store store, Undone undone)
    {
        if (undone.Now is not { } before)
        {
            if (undone.Row is not null) store.Remove(undone.Row);
            return;
        }

        var entry = store.Entry(undone.Row ?? Activator.CreateInstance(undone.Type.ClrType, nonPublic: true)!);
        foreach (var property in undone.Type.GetProperties().Where(IsOurs).Where(property => before.ContainsKey(property.Name) && (undone.Row is null || !property.IsPrimaryKey())))
            entry.Property(property.Name).CurrentValue = StoredValue.Read(property, before[property.Name]);
        if (undone.Row is null) entry.State = EntityState.Added;
    }
}
