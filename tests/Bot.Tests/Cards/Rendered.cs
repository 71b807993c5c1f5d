using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AccountNudge.Bot.Slack.Messages;

namespace AccountNudge.Bot.Tests.Cards;

/// <summary>Messages and views for people to read: as JSON, with ids as numbers in the order of their first appearance.</summary>
internal static partial class Rendered
{
    public static JsonSerializerOptions Json { get; } = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(SlackMessage message) => Of(new JsonObject { ["text"] = message.Text, ["blocks"] = message.Blocks.DeepClone() });

    public static string Of(JsonNode node)
    {
        var ids = new List<string>();
        return Id().Replace(node.ToJsonString(Json), found =>
        {
            if (!ids.Contains(found.Value)) ids.Add(found.Value);
            return $"#{ids.IndexOf(found.Value) + 1}";
        });
    }

    [GeneratedRegex("[0-9a-f]{32}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Id();
}
