using System.Text.Json.Nodes;

namespace AccountNudge.Bot.Tests.Slack.Messages;

/// <summary>Reads as much YAML as our manifest is written in: maps, lists, one-line and folded texts, comments.</summary>
internal sealed class Yaml
{
    private readonly List<(int Indent, string Text)> lines;
    private int at;

    private Yaml(string text) => lines =
    [
        .. text.Split('\n').Where(line => line.Trim() is { Length: > 0 } content && content[0] != '#')
            .Select(line => (line.Length - line.TrimStart().Length, line.Trim())),
    ];

    public static JsonNode Read(string text) => new Yaml(text).Block(0);

    private JsonNode Block(int indent) => lines[at].Text.StartsWith("- ", StringComparison.Ordinal) ? List(indent) : Map(indent);

    private JsonArray List(int indent)
    {
        var list = new JsonArray();
        while (at < lines.Count && lines[at].Indent == indent && lines[at].Text.StartsWith("- ", StringComparison.Ordinal))
        {
            var item = lines[at].Text[2..];
            if (!item.Contains(": ", StringComparison.Ordinal))
            {
                list.Add(Scalar(item));
                at++;
                continue;
            }

            lines[at] = (indent + 2, item);
            list.Add(Map(indent + 2));
        }

        return list;
    }

    private JsonObject Map(int indent)
    {
        var map = new JsonObject();
        while (at < lines.Count && lines[at].Indent == indent)
        {
            var (key, value) = lines[at++].Text.Split(':', 2) switch { var parts => (parts[0], parts[1].Trim()) };
            map[key] = value switch
            {
                "" => Block(lines[at].Indent),
                ">-" => Folded(indent),
                _ => Scalar(value),
            };
        }

        return map;
    }

    private JsonNode Folded(int indent)
    {
        var from = at;
        while (at < lines.Count && lines[at].Indent > indent) at++;
        return string.Join(' ', lines[from..at].Select(line => line.Text));
    }

    private static JsonNode Scalar(string text) => text switch
    {
        "true" => true,
        "false" => false,
        ['"', .. var quoted, '"'] => quoted,
        _ when int.TryParse(text, out var number) => number,
        _ => text,
    };
}
