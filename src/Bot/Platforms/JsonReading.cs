using System.Text.Json;

namespace AccountNudge.Bot.Platforms;

/// <summary>Reads JSON of which nothing is certain: what is missing or of another kind reads as nothing.</summary>
internal static class JsonReading
{
    /// <summary>The object that a body is; null when it is none.</summary>
    public static JsonElement? Object(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What stands at a path of names; <see cref="JsonValueKind.Undefined"/> when nothing does.</summary>
    public static JsonElement At(this JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json)) return default;
        }

        return json;
    }

    /// <summary>The characters at a path; empty when there are none.</summary>
    public static string Text(this JsonElement json, params ReadOnlySpan<string> path) =>
        json.At(path) is { ValueKind: JsonValueKind.String } text ? text.GetString() ?? "" : "";

    /// <summary>The characters at a path; null when there are none.</summary>
    public static string? TextOrNull(this JsonElement json, params ReadOnlySpan<string> path) => json.Text(path) is { Length: > 0 } text ? text : null;

    /// <summary>Whether <c>true</c> stands at a path.</summary>
    public static bool IsTrue(this JsonElement json, params ReadOnlySpan<string> path) => json.At(path).ValueKind == JsonValueKind.True;

    /// <summary>What a list at a path holds; nothing when it is none.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, params ReadOnlySpan<string> path) =>
        json.At(path) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>The web address at a path; null when there is none.</summary>
    public static Uri? Address(this JsonElement json, params ReadOnlySpan<string> path) => Address(json.Text(path));

    /// <summary>The web address that a text is; null when it is none.</summary>
    public static Uri? Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
}
