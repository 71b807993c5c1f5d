using System.Text.Encodings.Web;
using System.Text.Json;
using AccountNudge.Bot.Platforms;

namespace AccountNudge.Bot.Slack.Messages;

/// <summary>What a modal carries with it and brings back (<c>private_metadata</c>): untrusted like everything that comes from outside.</summary>
/// <param name="Context">The form's own.</param>
/// <param name="Origin">Where to answer.</param>
/// <param name="Shown">For fields that show a name and mean an id: the label that stood there, and its value, as long as nobody changes it.</param>
internal sealed record ModalState(string Context, string Origin, IReadOnlyDictionary<string, FieldChoice> Shown)
{
    /// <summary>docs.slack.dev/reference/views/modal-views.</summary>
    private const int Longest = 3000;
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Dictionary<string, FieldChoice> None = [];

    public static ModalState Of(Form form, string origin)
    {
        var memory = new ModalState(form.Context, origin, form.Fields
            .Select(field => (field.Name, Choice: Inputs.Meant(field)))
            .Where(shown => shown.Choice is not null)
            .ToDictionary(shown => shown.Name, shown => shown.Choice!, StringComparer.Ordinal));
        if (memory.ToString().Length > Longest) memory = memory with { Shown = None };
        return memory.ToString().Length <= Longest ? memory : throw new ArgumentException("A form's context and origin together are too long for a modal.", nameof(form));
    }

    public static ModalState Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var shown = new Dictionary<string, FieldChoice>(StringComparer.Ordinal);
            if (json.RootElement.At("k") is { ValueKind: JsonValueKind.Object } kept)
            {
                foreach (var field in kept.EnumerateObject()) shown[field.Name] = new FieldChoice(field.Value.Text("v"), field.Value.Text("l"));
            }

            return new(json.RootElement.Text("c"), json.RootElement.Text("o"), shown);
        }
        catch (JsonException)
        {
            return new("", "", None);
        }
    }

    public override string ToString()
    {
        var kept = new JsonObject { ["c"] = Context, ["o"] = Origin };
        if (Shown.Count > 0) kept["k"] = new JsonObject(Shown.Select(shown => KeyValuePair.Create(shown.Key, (JsonNode?)new JsonObject { ["l"] = shown.Value.Label, ["v"] = shown.Value.Value })));
        return kept.ToJsonString(Compact);
    }
}
