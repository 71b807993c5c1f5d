using System.Globalization;
using System.Text.Json;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Platforms.Drawing;

namespace AccountNudge.Bot.Slack.Messages;

/// <summary>
/// The fields of a form as input blocks, and their values. A text too long for one input goes on in further ones, so that nothing
/// of it is lost when it is corrected.
/// </summary>
internal static class Inputs
{
    private const string Action = "value";

    // docs.slack.dev/reference/block-kit/blocks/input-block
    private const int LongestLabel = 2000;

    // docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element
    private const int LongestInput = 3000;

    // docs.slack.dev/reference/block-kit/composition-objects/option-object and option-group-object
    private const int LongestOption = 75;
    private const int LongestOptionValue = 150;
    private const int MostOptions = 100;

    /// <summary>Between a field's name and the number of its continuation.</summary>
    private const char Continued = '+';

    /// <summary>A field as one input, or more when what stands in it is long.</summary>
    public static IEnumerable<JsonObject> Of(Field field) => field.Kind switch
    {
        FieldKind.Choice when FieldChoices.Offered(field, LongestOptionValue, MostOptions * MostOptions) is { Count: > 0 } offered => [Input(field, Select(field, offered))],
        FieldKind.Date when FieldChoices.IsDate(field) => [Input(field, Picker(field.Value))],
        _ => Texts(field),
    };

    /// <inheritdoc cref="FieldChoices.Meant"/>
    public static FieldChoice? Meant(Field field) => FieldChoices.Meant(field, label => label.Length == 0);

    /// <summary>Values by field name, from <c>view.state.values</c>.</summary>
    public static Dictionary<string, string> Read(JsonElement values)
    {
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (values.ValueKind == JsonValueKind.Object)
        {
            foreach (var block in values.EnumerateObject())
            {
                if (block.Value.At(Action) is { ValueKind: JsonValueKind.Object } input) parts[block.Name] = Value(input);
            }
        }

        return parts.GroupBy(part => part.Key.Split(Continued)[0], StringComparer.Ordinal).ToDictionary(
            field => field.Key,
            field => string.Join(' ', field.Select(part => part.Value).Where((part, index) => index == 0 || !string.IsNullOrWhiteSpace(part))),
            StringComparer.Ordinal);
    }

    private static string Value(JsonElement input) => input.Text("type") switch
    {
        "plain_text_input" => input.Text("value"),
        "datepicker" => input.Text("selected_date"),
        "static_select" => input.Text("selected_option", "value"),
        _ => "",
    };

    private static IEnumerable<JsonObject> Texts(Field field)
    {
        var shown = Meant(field)?.Label ?? field.Value;
        var pieces = Fits(shown) ? [shown] : Blocks.Splitting.Split(shown, LongestInput).Select(piece => piece.Plain).ToList();
        for (var index = 0; index < Math.Max(1, pieces.Count); index++)
        {
            var element = new JsonObject { ["type"] = "plain_text_input", ["action_id"] = Action, ["max_length"] = LongestInput };
            if (field.Kind == FieldKind.Paragraph || pieces.Count > 1) element["multiline"] = true;
            if (index < pieces.Count && pieces[index].Length > 0) element["initial_value"] = pieces[index];
            yield return index == 0 ? Input(field, element) : Input(Continuation(field, index + 1), element);
        }
    }

    private static bool Fits(string text) => text.Length <= LongestInput;

    private static Field Continuation(Field field, int number) => new(
        string.Create(CultureInfo.InvariantCulture, $"{field.Name}{Continued}{number:00}"),
        string.Create(CultureInfo.InvariantCulture, $"{field.Label} ({number})"),
        FieldKind.Paragraph);

    private static JsonObject Input(Field field, JsonObject element)
    {
        var label = Shortening.Of(field.Label, LongestLabel);
        var block = new JsonObject
        {
            ["type"] = "input",
            ["block_id"] = field.Name,
            ["label"] = Blocks.Plain(label.Length > 0 ? label : field.Name),
            ["element"] = element,
            ["optional"] = !field.Required,
        };
        if (Shortening.Of(FieldHint.Of(field, Named), LongestLabel) is { Length: > 0 } hint) block["hint"] = Blocks.Plain(hint);
        return block;
    }

    private static JsonObject Picker(string date)
    {
        var element = new JsonObject { ["type"] = "datepicker", ["action_id"] = Action };
        if (date.Length > 0) element["initial_date"] = date;
        return element;
    }

    /// <summary>Up to a hundred options; more in groups of a hundred, named after their first and last.</summary>
    private static JsonObject Select(Field field, List<FieldChoice> offered)
    {
        var element = new JsonObject { ["type"] = "static_select", ["action_id"] = Action };
        if (offered.Count <= MostOptions) element["options"] = Options(offered);
        else element["option_groups"] = new JsonArray([.. offered.Chunk(MostOptions).Select(Group)]);
        if (offered.FirstOrDefault(choice => choice.Value == field.Value) is { } chosen) element["initial_option"] = Option(chosen);
        return element;
    }

    private static JsonObject Group(FieldChoice[] choices) => new()
    {
        ["label"] = Blocks.Plain($"{Shortening.Of(Named(choices[0]), LongestOption / 2 - 2)} – {Shortening.Of(Named(choices[^1]), LongestOption / 2 - 2)}"),
        ["options"] = Options(choices),
    };

    private static JsonArray Options(IEnumerable<FieldChoice> choices) => new([.. choices.Select(Option)]);

    private static JsonObject Option(FieldChoice choice) => new() { ["text"] = Blocks.Plain(Shortening.Of(Named(choice), LongestOption)), ["value"] = choice.Value };

    private static string Named(FieldChoice choice) => string.IsNullOrWhiteSpace(choice.Label) ? choice.Value : choice.Label;
}
