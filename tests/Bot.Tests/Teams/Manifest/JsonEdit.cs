using System.Globalization;
using System.Text.Json.Nodes;

namespace AccountNudge.Bot.Tests.Teams.Manifest;

/// <summary>Changes one place of a JSON document.</summary>
internal static class JsonEdit
{
    /// <summary>The node at a path of names and indexes; null when there is none.</summary>
    public static JsonNode? At(JsonNode node, IEnumerable<string> path) => path.Aggregate((JsonNode?)node, (here, step) => here switch
    {
        JsonArray array => array.ElementAtOrDefault(int.Parse(step, CultureInfo.InvariantCulture)),
        JsonObject json => json[step],
        _ => null,
    });

    /// <summary>Puts a value (as JSON) at a path such as <c>icons/color</c>; <c>-</c> appends to an array; without a value it is removed.</summary>
    public static void Put(JsonNode node, string path, string? value)
    {
        var steps = path.Split('/');
        switch (At(node, steps[..^1]))
        {
            case JsonArray array when steps[^1] == "-":
                array.Add(JsonNode.Parse(value!));
                break;
            case JsonArray array:
                array[int.Parse(steps[^1], CultureInfo.InvariantCulture)] = JsonNode.Parse(value!);
                break;
            case JsonObject json when value is null:
                json.Remove(steps[^1]).ShouldBeTrue(path);
                break;
            case JsonObject json:
                json[steps[^1]] = JsonNode.Parse(value);
                break;
            default:
                throw new ArgumentException($"There is no {path}.", nameof(path));
        }
    }
}
