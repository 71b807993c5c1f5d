using System.Text.Json;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Nudges;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AccountNudge.Core.Storage;

/// <summary>
/// The rows a command changed, before and after, in the form the database holds them. Undoing writes "before" back, but only
/// while every row still is as "after": whatever someone did since is never lost.
/// </summary>
internal static class RowImages
{
    private static readonly HashSet<string> BookkeepingOfAccounts = [nameof(Account.LookAgainAt), nameof(Account.Revision)];

    private sealed record Image(string Entity, Dictionary<string, JsonElement>? Before, Dictionary<string, JsonElement>? After);

    /// <summary>Adds what is about to be saved to a change.</summary>
    public static void Collect(Store store, Change change)
    {
        var images = JsonSerializer.Deserialize<List<Image>>(change.Rows)!;
        images.AddRange(store.ChangeTracker.Entries().Where(IsRecorded).Select(Of));
        change.Rows = JsonSerializer.Serialize(images);
    }

    /// <summary>Writes a change back; false when a row was changed since.</summary>
    public static async Task<bool> TryUndo(Store store, Change change, CancellationToken cancellation)
    {
        foreach (var image in Enumerable.Reverse(JsonSerializer.Deserialize<List<Image>>(change.Rows)!))
        {
            var type = store.Model.FindEntityType(image.Entity)!;
            var row = await store.FindAsync(type.ClrType, Key(type, image.After ?? image.Before!), cancellation);
            if (!IsAsAfter(store, row, image.After)) return false;
            WriteBack(store, type, row, image.Before);
        }

        return true;
    }

    private static bool IsRecorded(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && entry.Entity is IWorkspaceOwned and not (Nudge or Post or Change or Draft or Receipt or Member or Membership)
        && (entry.State != EntityState.Modified || entry.Properties.Any(property => property.IsModified && IsOurs(property.Metadata)));

    private static bool IsOurs(IReadOnlyProperty property) => !(property.DeclaringType.ClrType == typeof(Account) && BookkeepingOfAccounts.Contains(property.Name));

    private static Image Of(EntityEntry entry) => new(
        entry.Metadata.Name,
        entry.State == EntityState.Added ? null : Values(entry.OriginalValues),
        entry.State == EntityState.Deleted ? null : Values(entry.CurrentValues));

    private static Dictionary<string, JsonElement> Values(PropertyValues values) =>
        values.Properties.ToDictionary(property => property.Name, property => Stored(property, values[property]));

    private static JsonElement Stored(IProperty property, object? value)
    {
        var converter = property.GetTypeMapping().Converter;
        return JsonSerializer.SerializeToElement(converter is null || value is null ? value : converter.ConvertToProvider(value));
    }

    private static object? Restored(IProperty property, JsonElement stored)
    {
        var converter = property.GetTypeMapping().Converter;
        var type = converter?.ProviderClrType ?? property.ClrType;
        var value = stored.ValueKind == JsonValueKind.Null ? null : stored.Deserialize(type);
        return converter is null || value is null ? value : converter.ConvertFromProvider(value);
    }

    private static object?[] Key(IEntityType type, Dictionary<string, JsonElement> values) =>
        [.. type.FindPrimaryKey()!.Properties.Select(property => Restored(property, values[property.Name]))];

    private static bool IsAsAfter(Store store, object? row, Dictionary<string, JsonElement>? after)
    {
        if (row is null || after is null) return row is null && after is null;
        var values = store.Entry(row).CurrentValues;
        return values.Properties.Where(IsOurs).All(property => Stored(property, values[property]).GetRawText() == after[property.Name].GetRawText());
    }

    private static void WriteBack(Store store, IEntityType type, object? row, Dictionary<string, JsonElement>? before)
    {
        if (before is null)
        {
            store.Remove(row!);
            return;
        }

        var entry = store.Entry(row ?? Activator.CreateInstance(type.ClrType, nonPublic: true)!);
        foreach (var property in type.GetProperties().Where(IsOurs).Where(property => row is null || !property.IsPrimaryKey()))
            entry.Property(property.Name).CurrentValue = Restored(property, before[property.Name]);
        if (row is null) entry.State = EntityState.Added;
    }
}
