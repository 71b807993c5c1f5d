using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AccountNudge.Bot.Tests.Teams.Cards;

/// <summary>
/// What Teams refuses or shows otherwise than it is meant, as far as it is documented: adaptivecards.io/schemas/1.5.0/adaptive-card.json
/// (as much of it as we use), what Teams adds to it, and the size of a message. Written against the documents, not against the renderer.
/// </summary>
internal sealed partial class AdaptiveCardRules
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Any = ["type", "id", "spacing", "separator", "isVisible"];

    private readonly List<string> broken = [];
    private readonly HashSet<string> ids = [];
    private readonly List<string> targets = [];
    private readonly List<string> marked = [];
    private HashSet<string> mentions = [];

    /// <summary>What is wrong with a card; nothing should be.</summary>
    public static IReadOnlyList<string> BrokenBy(JsonObject card)
    {
        var rules = new AdaptiveCardRules();
        rules.Check(card);
        return rules.broken;
    }

    /// <summary>Characters as Teams counts them: JSON in UTF-16, an escaped unit for one.</summary>
    public static int SizeOf(JsonNode node) => CodeUnit().Replace(node.ToJsonString(Readable), "x").Length;

    private void Check(JsonObject card)
    {
        Keys(card, "card", "$schema", "type", "version", "body", "actions", "msteams");
        Must((string?)card["type"] == "AdaptiveCard" && (string?)card["version"] == "1.5", "card", "its type and version");
        Must((string?)card["msteams"]?["width"] == "Full", "card", "the whole width");
        Must(SizeOf(card) * 2 <= 28 * 1024, "card", "less than 28 KB in UTF-16"); // learn.microsoft.com/connectors/teams
        mentions = [.. card["msteams"]?["entities"] is JsonArray entities ? entities.Select(entity => Mention(entity!.AsObject())) : []];
        Must(mentions.Count == ((card["msteams"]?["entities"] as JsonArray)?.Count ?? 0), "msteams", "one text for each mention");
        Each(card["body"], "body", Element);
        if (card["actions"] is { } actions) Actions(actions, "actions");
        Must(targets.TrueForAll(ids.Contains), "card", "every element that is shown or hidden");
        Must(mentions.IsSubsetOf(marked), "msteams", "every mention in a text");
    }

    /// <summary>learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format.</summary>
    private string Mention(JsonObject entity)
    {
        Keys(entity, "entity", "type", "text", "mentioned");
        Must((string?)entity["type"] == "mention", "entity", "to be a mention");
        Must(PersonId().IsMatch((string?)entity["mentioned"]?["id"] ?? ""), "entity", "the id of a person");
        Text(entity["mentioned"]?["name"], "entity/name");
        return (string)entity["text"]!;
    }

    private void Element(JsonObject element, string where)
    {
        var type = (string?)element["type"] ?? "";
        where += ":" + type;
        if (element["id"] is { } id) Must(ids.Add((string)id!), where, "an id of its own");
        Must((string?)element["spacing"] is null or "None" or "Small" or "Medium" or "Large", where, "a spacing there is");
        switch (type)
        {
            case "TextBlock":
                Keys(element, where, "text", "wrap", "style", "size", "weight", "isSubtle", "color");
                Must((bool?)element["wrap"] == true, where, "to wrap");
                Markup((string?)element["text"] ?? "", where);
                TextStyle(element, where);
                break;
            case "RichTextBlock":
                Keys(element, where, "inlines");
                Must(!IsBlank(string.Concat(element["inlines"]!.AsArray().Select(run => (string?)run!["text"]))), where, "something to see");
                Each(element["inlines"], where, Run);
                break;
            case "Container":
                Keys(element, where, "items", "style");
                Must((string?)element["style"] is null or "emphasis", where, "a style there is");
                Each(element["items"], where, Element);
                break;
            case "FactSet":
                Keys(element, where, "facts");
                Each(element["facts"], where, Fact);
                break;
            case "ActionSet":
                Keys(element, where, "actions");
                Must(element["actions"]!.AsArray().Count <= 6, where, "at most six actions"); // host config of Teams, cards-actions
                Actions(element["actions"], where);
                break;
            case "Table":
                Table(element, where);
                break;
            case "Chart.Donut" or "Chart.VerticalBar" or "Chart.VerticalBar.Grouped" or "Chart.Line":
                Chart(element, type, where);
                break;
            case "Input.Text" or "Input.Date" or "Input.ChoiceSet":
                Input(element, type, where);
                break;
            default:
                Must(false, where, "a kind there is");
                break;
        }
    }

    private void Run(JsonObject run, string where)
    {
        Keys(run, where, "text", "size", "weight", "isSubtle", "color");
        Must((string?)run["type"] == "TextRun", where, "a text run");
        Must((string?)run["text"] is { Length: > 0 }, where, "characters");
        Harmless((string?)run["text"] ?? "", where);
        TextStyle(run, where);
    }

    private void TextStyle(JsonObject text, string where)
    {
        Must((string?)text["size"] is null or "Small" or "Medium" or "Large", where, "a size there is");
        Must((string?)text["weight"] is null or "Bolder" or "Default", where, "a weight there is");
        Must((string?)text["color"] is null or "Attention", where, "a colour there is");
        Must((string?)text["style"] is null or "heading", where, "a style there is");
    }

    private void Fact(JsonObject fact, string where)
    {
        Keys(fact, where, "title", "value");
        Markup((string?)fact["title"] ?? "", where);
        Markup((string?)fact["value"] ?? "", where);
    }

    private void Table(JsonObject table, string where)
    {
        Keys(table, where, "columns", "rows", "firstRowAsHeaders");
        var columns = table["columns"]!.AsArray().Count;
        Must(columns > 0 && table["rows"]!.AsArray().Count > 1, where, "columns and rows");
        Each(table["rows"], where, (row, place) =>
        {
            Must((string?)row["type"] == "TableRow" && row["cells"]!.AsArray().Count == columns, place, "a cell for each column");
            Each(row["cells"], place, (cell, at) =>
            {
                Must((string?)cell["type"] == "TableCell", at, "cells");
                if (cell["items"] is JsonArray { Count: > 0 }) Each(cell["items"], at, Element);
            });
        });
    }

    /// <summary>learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards.</summary>
    private void Chart(JsonObject chart, string type, string where)
    {
        Keys(chart, where, "data", "fallback");
        Must(chart["fallback"] is JsonObject, where, "something else for clients without charts");
        if (chart["fallback"] is JsonObject fallback) Element(fallback, where);
        Each(chart["data"], where, (data, place) =>
        {
            if (type is "Chart.VerticalBar") Point(data, place, "x", "y");
            else if (type is "Chart.Donut") Point(data, place, "legend", "value");
            else
            {
                Keys(data, place, "legend", "values");
                Text(data["legend"], place);
                Each(data["values"], place, (point, at) => Point(point, at, "x", "y"));
            }
        });
    }

    private void Point(JsonObject point, string where, string label, string figure)
    {
        Keys(point, where, label, figure);
        Text(point[label], where);
        Must(point[figure]?.GetValueKind() == JsonValueKind.Number, where, "a figure");
    }

    private void Input(JsonObject input, string type, string where)
    {
        Keys(input, where, "label", "value", "isRequired", "errorMessage", "isMultiline", "style", "choices");
        Must(input["id"] is not null, where, "an id");
        Text(input["label"], where);
        Must((bool?)input["isRequired"] != true || input["errorMessage"] is not null, where, "to say what is missing");
        if (input["errorMessage"] is { } message) Text(message, where);
        var value = (string?)input["value"];
        if (type == "Input.Date") Must(value is null || DateOnly.TryParseExact(value, "yyyy-MM-dd", out _), where, "a date");
        if (type != "Input.ChoiceSet") return;
        Each(input["choices"], where, (choice, place) =>
        {
            Text(choice["title"], place);
            Must((string?)choice["value"] is { Length: > 0 }, place, "a value");
        });
        var values = input["choices"]!.AsArray().Select(choice => (string?)choice!["value"]).ToList();
        Must(values.Distinct().Count() == values.Count && (value is null || values.Contains(value)), where, "each value once, and the chosen one among them");
    }

    private void Actions(JsonNode? actions, string where) => Each(actions, where, (action, place) =>
    {
        Text(action["title"], place);
        Must((string?)action["style"] is null or "positive" or "destructive", place, "a style there is");
        switch ((string?)action["type"])
        {
            case "Action.Execute":
                Keys(action, place, "title", "verb", "data", "style", "associatedInputs");
                Text(action["verb"], place);
                Must(action["data"] is JsonObject && (string?)action["associatedInputs"] is null or "none", place, "its data");
                break;
            case "Action.Submit":
                Keys(action, place, "title", "data", "style");
                Must(action["data"] is JsonObject, place, "its data");
                break;
            case "Action.OpenUrl":
                Keys(action, place, "title", "url", "style");
                Must(Uri.TryCreate((string?)action["url"], UriKind.Absolute, out _), place, "an address");
                break;
            case "Action.ToggleVisibility":
                Keys(action, place, "title", "targetElements");
                targets.AddRange(action["targetElements"]!.AsArray().Select(target => (string)target!));
                break;
            default:
                Must(false, place, "a kind there is");
                break;
        }
    });

    /// <summary>Nothing in a text with markup but bold of ours and people who are mentioned beside it.</summary>
    private void Markup(string text, string where)
    {
        Harmless(Mentioned().Replace(text, ""), where);
        marked.AddRange(Mentioned().Matches(text).Select(found => found.Value));
        Must(Mentioned().Matches(text).All(found => mentions.Contains(found.Value)), where, "everybody it mentions beside the card");
        Must(!IsBlank(text), where, "something to see");
        Must(!Marks().IsMatch(Bold().Replace(Mentioned().Replace(text, "x"), "x${said}")), where, $"no markup of anybody else, such as {System.Text.Json.JsonSerializer.Serialize(text)}");
    }

    /// <summary>What is read as more than characters where there is no markup, and what turns or breaks the text around it.</summary>
    private void Harmless(string text, string where) => Must(!Harm().IsMatch(text), where, "characters that stay where they are");

    private void Text(JsonNode? value, string where)
    {
        var text = value is JsonValue known && known.TryGetValue<string>(out var characters) ? characters : "";
        Must(!IsBlank(text), where, "some text");
        Harmless(text, where);
    }

    private void Each(JsonNode? list, string where, Action<JsonObject, string> check)
    {
        Must(list is JsonArray { Count: > 0 }, where, "a list with something in it");
        if (list is not JsonArray items) return;
        for (var index = 0; index < items.Count; index++) check(items[index]!.AsObject(), $"{where}/{index}");
    }

    private void Keys(JsonObject thing, string where, params string[] known) =>
        Must(thing.All(property => known.Contains(property.Key) || Any.Contains(property.Key)), where, "known properties only");

    private void Must(bool holds, string where, string what)
    {
        if (!holds) broken.Add($"{where} needs {what}");
    }

    private static bool IsBlank(string text) => Invisible().Replace(text, "").Length == 0;

    [GeneratedRegex(@"\\u[0-9A-Fa-f]{4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CodeUnit();

    [GeneratedRegex(@"^(29:[\w.-]+|8:orgid:[0-9a-f-]{36}|[0-9a-f-]{36})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PersonId();

    [GeneratedRegex("<at>[^<>]+</at>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mentioned();

    [GeneratedRegex(@"\*\*(?<said>[^\s*](?:[^*]*[^\s*])?)\*\*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bold();

    [GeneratedRegex(@"[*_~`\[\]<>\\#|{}\r\n]|^\s*(\d+[.)]|[-+>])( |$)|&#?\w+;|https?://", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"</?at\b|\{\{|[\u202a-\u202e\u2066-\u2069]|\p{Cc}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Harm();

    [GeneratedRegex(@"[\s\p{Cf}\p{Cc}]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Invisible();
}
