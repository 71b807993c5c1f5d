using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace AccountNudge.Bot.Tests.Teams.Cards;

/// <summary>An Adaptive Card for people to read: a line for each thing that is shown, with how it looks in brackets.</summary>
internal static class AdaptiveCardOutline
{
    private static readonly string[] Looks = ["style", "size", "weight", "isSubtle", "color", "spacing", "separator", "isVisible", "isMultiline", "isRequired"];

    public static string Of(params IReadOnlyList<JsonObject> cards)
    {
        var lines = new StringBuilder();
        foreach (var card in cards)
        {
            if (lines.Length > 0) lines.AppendLine("----");
            foreach (var part in (string[])["body", "actions"]) Write(lines, card[part], "");
            foreach (var entity in card["msteams"]!["entities"]?.AsArray() ?? []) lines.Append("@ ").Append((string?)entity!["text"]).Append(" = ").Append(entity["mentioned"]!["id"]).AppendLine();
        }

        return lines.ToString();
    }

    private static void Write(StringBuilder lines, JsonNode? list, string indent)
    {
        foreach (var item in list?.AsArray() ?? []) Write(lines, item!.AsObject(), indent);
    }

    private static void Write(StringBuilder lines, JsonObject item, string indent)
    {
        var type = ((string?)item["type"] ?? "").Replace("Action.", "", StringComparison.Ordinal);
        lines.Append(indent).Append(Says(item, type)).AppendLine(TextStyle(item));
        foreach (var (key, value) in item)
        {
            if (key is "items" or "actions" or "facts" or "rows" or "choices") Write(lines, value, indent + "  ");
            if (key == "data" && value is JsonArray points) Write(lines, points, indent + "  ");
            if (key != "fallback") continue;
            lines.Append(indent).AppendLine("  or");
            Write(lines, value!.AsObject(), indent + "  ");
        }
    }

    private static string Says(JsonObject item, string type) => type switch
    {
        "TextBlock" => "# " + item["text"],
        "RichTextBlock" => "= " + string.Concat(item["inlines"]!.AsArray().Select(run => (string?)run!["weight"] == "Bolder" ? $"*{run["text"]}*" : (string?)run["text"])),
        "TableRow" => "| " + string.Join(" | ", item["cells"]!.AsArray().Select(cell => string.Concat(cell!["items"]!.AsArray().Select(text => Says(text!.AsObject(), "RichTextBlock")[2..])))),
        "Execute" => $"[{item["title"]}] {item["verb"]}",
        "Submit" or "ToggleVisibility" => $"[{item["title"]}] {type} {item["targetElements"]?[0]}".TrimEnd(),
        "Container" or "ActionSet" or "FactSet" or "Table" => $"{type} {item["id"]}".TrimEnd(),
        "" when item["values"] is JsonArray values => $"{item["legend"]}: {string.Join(", ", values.Select(point => $"{point!["x"]} {Figure(point["y"])}"))}",
        "" when item["y"] is { } figure => $"{item["x"]} {Figure(figure)}",
        "" when item["legend"] is { } legend => $"{legend} {Figure(item["value"])}",
        "" => $"{item["title"]}: {item["value"]}",
        _ when type.StartsWith("Input.", StringComparison.Ordinal) => $"{type} {item["id"]} \"{item["label"]}\": {item["value"]}".TrimEnd(),
        _ => type,
    };

    private static string TextStyle(JsonObject item)
    {
        var first = item["inlines"]?[0]?.AsObject();
        var looks = Looks.Where(key => item.ContainsKey(key) || (key is not "weight" && first?.ContainsKey(key) == true)).Select(key => $"{key}={item[key] ?? first![key]}");
        var look = string.Join(' ', looks);
        return look.Length > 0 ? $"  ({look})" : "";
    }

    private static string Figure(JsonNode? value) => ((decimal)value!).ToString(CultureInfo.InvariantCulture);
}
