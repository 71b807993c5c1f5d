using System.Globalization;
using System.Text.Json.Nodes;

namespace AccountNudge.Testing.Teams;

/// <summary>Reads Adaptive Cards as Teams' clients do, adaptivecards.io/explorer.</summary>
public static class AdaptiveCards
{
    /// <summary>Of an attachment that is one.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    private static readonly string[] Spoken = ["label", "title", "text", "altText"];
    private static readonly Version Newest = new(1, 5);

    /// <summary>What schema 1.5 knows; anything else needs a fallback.</summary>
    private static readonly HashSet<string> Known =
    [
        "AdaptiveCard", "TextBlock", "Image", "Media", "MediaSource", "RichTextBlock", "TextRun", "ActionSet", "Container", "ColumnSet", "Column", "FactSet", "Fact", "ImageSet", "Table",
        "TableRow", "TableCell", "TableColumnDefinition", "Input.Text", "Input.Number", "Input.Date", "Input.Time", "Input.Toggle", "Input.ChoiceSet", "Input.Choice", "Data.Query",
        "Action.OpenUrl", "Action.Submit", "Action.ShowCard", "Action.ToggleVisibility", "Action.Execute",
    ];

    /// <summary>The cards of an activity.</summary>
    public static IEnumerable<JsonObject> Of(JsonObject activity) => (activity["attachments"] as JsonArray ?? []).OfType<JsonObject>()
        .Where(attachment => attachment["contentType"]?.GetValue<string>() == ContentType).Select(attachment => attachment["content"]).OfType<JsonObject>();

    /// <summary>Every object in a card, in the order of reading, without what stands in for unknown elements, what buttons carry, and what refreshes.</summary>
    public static IEnumerable<JsonObject> Elements(JsonNode? node) => node switch
    {
        JsonObject element => element.Where(field => field.Key is not ("fallback" or "data" or "refresh" or "msteams")).SelectMany(field => Elements(field.Value)).Prepend(element),
        JsonArray list => list.SelectMany(Elements),
        _ => [],
    };

    /// <summary>The buttons that call the bot.</summary>
    public static IEnumerable<JsonObject> Buttons(JsonObject card) => Elements(card).Where(element => Type(element) is "Action.Execute" or "Action.Submit");

    /// <summary>The inputs, whether they have a value or not.</summary>
    public static IEnumerable<JsonObject> Inputs(JsonObject card) => Elements(card).Where(element => Type(element).StartsWith("Input.", StringComparison.Ordinal) && Type(element) != "Input.Choice");

    /// <summary>Everything it says.</summary>
    public static IEnumerable<string> Wording(JsonObject card) =>
        Elements(card).SelectMany(element => Type(element) switch
        {
            "" => [],
            "FactSet" => Items(element, "facts").SelectMany(fact => new[] { Text(fact, "title"), Text(fact, "value") }),
            "Input.ChoiceSet" => Items(element, "choices").Select(choice => Text(choice, "title")).Prepend(Text(element, "label")),
            _ => Spoken.Select(name => Text(element, name)),
        }).Where(text => text.Length > 0);

    /// <summary>What Teams' clients would not show, in sentences.</summary>
    public static IEnumerable<string> Problems(JsonObject card)
    {
        if (!Version.TryParse(Text(card, "version"), out var version) || version > Newest) yield return $"a card has version '{Text(card, "version")}'";
        foreach (var element in Elements(card).Where(element => Type(element) is { Length: > 0 } type && !Known.Contains(type) && element["fallback"] is null))
            yield return $"a card has a {Type(element)} without a fallback";
        var inputs = Inputs(card).Select(input => Text(input, "id")).ToList();
        if (inputs.Contains("") || inputs.Count != inputs.Distinct(StringComparer.Ordinal).Count()) yield return "a card's inputs need an id each, no two the same";
    }

    /// <summary>What a client sends when a button is pressed: what the button carries, and the inputs; those left empty are left out.</summary>
    /// <param name="card">The whole card.</param>
    /// <param name="button">One of its buttons.</param>
    /// <param name="typed">By input id; what is not given keeps its initial value.</param>
    /// <exception cref="ArgumentException">A client would not let anyone do that.</exception>
    public static JsonObject Pressed(JsonObject card, JsonObject button, IReadOnlyDictionary<string, string>? typed = null)
    {
        var data = button["data"]?.DeepClone() as JsonObject ?? [];
        var inputs = Text(button, "associatedInputs") == "none" ? [] : Inputs(card).ToDictionary(input => Text(input, "id"), StringComparer.Ordinal);
        if ((typed ?? new Dictionary<string, string>()).Keys.FirstOrDefault(id => !inputs.ContainsKey(id)) is { } unknown) throw new ArgumentException($"The card has no input {unknown}; there are {string.Join(", ", inputs.Keys)}.", nameof(typed));
        foreach (var (id, input) in inputs)
        {
            var value = typed?.GetValueOrDefault(id) ?? Initial(input);
            if (Complaint(input, value) is { } complaint) throw new ArgumentException($"The client would not send {id}: {complaint}.", nameof(typed));
            if (value.Length > 0) data[id] = value;
        }

        return data;
    }

    private static string Initial(JsonObject input) => Text(input, "value") is { Length: > 0 } value ? value : Type(input) == "Input.Toggle" ? Text(input, "valueOff") is { Length: > 0 } off ? off : "false" : "";

    private static string? Complaint(JsonObject input, string value)
    {
        if (value.Length == 0) return input["isRequired"] is JsonValue required && required.TryGetValue<bool>(out var must) && must ? "it is required" : null;
        if (input["maxLength"] is JsonValue limit && limit.TryGetValue<int>(out var most) && value.Length > most) return $"it is longer than {most}";
        return Type(input) switch
        {
            "Input.Date" when !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => $"'{value}' is no date",
            "Input.ChoiceSet" when input["choices.data"] is null && !value.Split(',').All(Chosen(input).Contains) => $"'{value}' is no choice of {string.Join(", ", Chosen(input))}",
            _ => null,
        };
    }

    private static List<string> Chosen(JsonObject input) => [.. Items(input, "choices").Select(choice => Text(choice, "value"))];

    private static JsonArray Items(JsonObject element, string name) => element[name] as JsonArray ?? [];

    private static string Type(JsonObject element) => Text(element, "type");

    private static string Text(JsonNode? element, string name) => (element as JsonObject)?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
