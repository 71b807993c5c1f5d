using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AccountNudge.Core.Storage;

/// <summary>Values of columns as JSON, in the form the database holds them.</summary>
internal static class StoredValue
{
    /// <summary>A property's value as its column holds it.</summary>
    public static JsonElement Of(IProperty property, object? value)
    {
        var converter = property.GetTypeMapping().Converter;
        return JsonSerializer.SerializeToElement(converter is null || value is null ? value : converter.ConvertToProvider(value));
    }

    /// <summary>A property's value from what its column holds.</summary>
    public static object? Read(IProperty property, JsonElement stored)
    {
        if (stored.ValueKind == JsonValueKind.Null) return null;
        var converter = property.GetTypeMapping().Converter;
        var type = converter?.ProviderClrType ?? property.ClrType;
        // PostgreSQL writes an offset, which would become this machine's local time.
        var value = type == typeof(DateTime) ? stored.GetDateTimeOffset().UtcDateTime : stored.Deserialize(type);
        return converter is null ? value : converter.ConvertFromProvider(value);
    }
}
