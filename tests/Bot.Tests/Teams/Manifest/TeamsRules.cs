using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;

namespace AccountNudge.Bot.Tests.Teams.Manifest;

/// <summary>
/// What Teams takes: Microsoft's own schemas (Schemas/README.md), and by hand what they do not say. They are of draft 4: it knows
/// no <c>const</c> (the manifest's version), and what stands beside a <c>$ref</c> (the lengths of names in a localisation) counts
/// for nothing, therefore the German texts are also tried in the manifest itself.
/// </summary>
internal static class TeamsRules
{
    private const string Folder = "tests/Bot.Tests/Teams/Manifest/Schemas/";
    private static readonly Lazy<Task<JsonSchema>> Manifests = new(() => Schema("MicrosoftTeams.schema.json"));
    private static readonly Lazy<Task<JsonSchema>> Localisations = new(() => Schema("MicrosoftTeams.Localization.schema.json"));

    private static readonly Lazy<IReadOnlyList<Regex>> LocalisableKeys = new(() =>
    {
        var schema = JsonNode.Parse(Repository.Read(Folder + "MicrosoftTeams.Localization.schema.json"))!;
        var named = schema["properties"]!.AsObject().Select(property => $"^{Regex.Escape(property.Key)}$").Where(name => name != @"^\$schema$");
        return [.. named.Concat(schema["patternProperties"]!.AsObject().Select(property => property.Key)).Select(key => new Regex(key, RegexOptions.ExplicitCapture))];
    });

    /// <summary>Everything that is wrong with an app's manifest and its German texts, given the names of the other files of its package.</summary>
    public static async Task<IReadOnlyList<string>> Faults(JsonNode manifest, JsonNode german, IReadOnlyCollection<string> files) =>
    [
        .. await Broken(Manifests, manifest),
        .. await Broken(Localisations, german),
        .. (await Broken(Manifests, Translated(manifest, german))).Select(fault => $"in German: {fault}"),
        .. Versions(manifest, german),
        .. Missing(manifest, files),
        .. Unequal("no German for", Texts(manifest).Keys, German(german).Keys),
        .. Unequal("nothing to translate at", German(german).Keys, Texts(manifest).Keys),
    ];

    /// <summary>Every text of the manifest that may be localised, by the key it has in a localisation.</summary>
    public static Dictionary<string, string> Texts(JsonNode manifest) =>
        Leaves(manifest, "").Where(leaf => LocalisableKeys.Value.Any(key => key.IsMatch(leaf.Key))).ToDictionary(StringComparer.Ordinal);

    public static Dictionary<string, string> German(JsonNode german) =>
        german.AsObject().Where(text => text.Key != "$schema").ToDictionary(text => text.Key, text => text.Value?.ToString() ?? "", StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> Leaves(JsonNode? node, string path) => node switch
    {
        JsonObject json => json.SelectMany(property => Leaves(property.Value, path.Length == 0 ? property.Key : $"{path}.{property.Key}")),
        JsonArray array => array.SelectMany((item, index) => Leaves(item, $"{path}[{index}]")),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.String => [new(path, value.GetValue<string>())],
        _ => [],
    };

    private static JsonNode Translated(JsonNode manifest, JsonNode german)
    {
        var translated = manifest.DeepClone();
        foreach (var (key, text) in German(german))
        {
            var path = key.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
            if (JsonEdit.At(translated, path[..^1]) is JsonObject parent && parent.ContainsKey(path[^1])) parent[path[^1]] = text;
        }

        return translated;
    }

    /// <summary>Both files say the version of one schema, and the app's own is of three numbers
    /// (learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-localization, …/resources/schema/manifest-schema).</summary>
    private static IEnumerable<string> Versions(JsonNode manifest, JsonNode german)
    {
        if ($"{manifest["manifestVersion"]}" != "1.30") yield return "the manifest's version";
        if ($"{manifest["$schema"]}" != "https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.schema.json") yield return "the manifest's schema";
        if ($"{german["$schema"]}" != "https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json") yield return "the localisation's schema";
        if (!Regex.IsMatch($"{manifest["version"]}", @"^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$", RegexOptions.ExplicitCapture)) yield return "the app's version";
        if (manifest["bots"]?.AsArray().Concat(manifest["composeExtensions"]?.AsArray() ?? []).Any(part => $"{part?["botId"]}" != $"{manifest["id"]}") == true) yield return "another bot";
    }

    private static IEnumerable<string> Missing(JsonNode manifest, IReadOnlyCollection<string> files) =>
        new[] { manifest["icons"]?["color"], manifest["icons"]?["outline"], manifest["localizationInfo"]?["additionalLanguages"]?[0]?["file"] }
            .Where(file => !files.Contains($"{file}")).Select(file => $"no file {file}");

    private static IEnumerable<string> Unequal(string what, IEnumerable<string> these, IEnumerable<string> those) => these.Except(those).Select(key => $"{what} {key}");

    private static async Task<IEnumerable<string>> Broken(Lazy<Task<JsonSchema>> schema, JsonNode node) =>
        (await schema.Value).Validate(node.ToJsonString()).Select(fault => fault.ToString());

    private static Task<JsonSchema> Schema(string name) => JsonSchema.FromJsonAsync(Repository.Read(Folder + name));
}
