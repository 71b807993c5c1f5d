using System.Text.Json;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Platforms.Drawing;

namespace AccountNudge.Bot.Teams.Cards;

/// <summary>The fields of a form as inputs, and their values (learn.microsoft.com/adaptive-cards/schema-explorer/input-text and its neighbours).</summary>
internal static class FormInputs
{
    /// <summary>Before a field's name: inputs arrive merged into the button's own data.</summary>
    private const string Prefix = "i_";
    private const int LongestLabel = 200;
    private const int LongestChoice = 75;
    private const int LongestHint = 500;
    private const int MostChoices = 100;

    public static JsonObject Of(Field field) => field.Kind switch
    {
        FieldKind.Choice when Offered(field) is { Count: > 0 } offered => Choices(field, offered),
        FieldKind.Date when FieldChoices.IsDate(field) => Input(field, "Input.Date", field.Value),
        _ => Text(field),
    };

    /// <summary>The line below it.</summary>
    public static string Hint(Field field) => Shortening.Of(FieldHint.Of(field, choice => Shortening.Of(Named(choice), LongestChoice)), LongestHint);

    /// <inheritdoc cref="FieldChoices.Meant"/>
    public static FieldChoice? Meant(Field field) => FieldChoices.Meant(field, SafeText.IsBlank);

    /// <summary>What must be known of a field to show it again: of suggestions only what its hint names and its value means.</summary>
    public static IEnumerable<FieldChoice> Remembered(Field field) => field.Kind switch
    {
        FieldKind.Choice => Offered(field),
        FieldKind.Suggest => field.Choices.Take(FieldHint.Suggested + 1).Concat(Meant(field) is { } meant ? [meant] : []).Distinct(),
        _ => [],
    };

    /// <summary>Values by field name. What Teams leaves out was empty; a suggestion's label that nobody changed means its value.</summary>
    public static Dictionary<string, string> Read(JsonElement data, Form form)
    {
        return form.Fields.ToDictionary(field => field.Name, Value, StringComparer.Ordinal);

        string Value(Field field)
        {
            var typed = data.Text(Prefix + field.Name);
            return Meant(field) is { } meant && typed.Trim() == meant.Label.Trim() ? meant.Value : typed;
        }
    }

    private static JsonObject Text(Field field)
    {
        var shown = Meant(field)?.Label ?? field.Value;
        var input = Input(field, "Input.Text", shown);
        if (field.Kind == FieldKind.Paragraph || shown.Contains('\n', StringComparison.Ordinal)) input["isMultiline"] = true;
        return input;
    }

    private static JsonObject Choices(Field field, List<FieldChoice> offered)
    {
        var input = Input(field, "Input.ChoiceSet", offered.Exists(choice => choice.Value == field.Value) ? field.Value : "");
        input["style"] = "compact";
        input["choices"] = new JsonArray([.. offered.Select(choice => new JsonObject { ["title"] = SafeText.Line(Named(choice), LongestChoice), ["value"] = choice.Value })]);
        return input;
    }

    /// <summary>An empty field that must not be is answered by the client, with its label as a question: the same in every language.</summary>
    private static JsonObject Input(Field field, string type, string value)
    {
        var label = SafeText.Line(field.Label, LongestLabel);
        var input = new JsonObject { ["type"] = type, ["id"] = Prefix + field.Name, ["label"] = label };
        if (value.Length > 0) input["value"] = value;
        if (field.Required) (input["isRequired"], input["errorMessage"]) = (true, label.TrimEnd('?', ':', ' ') + "?");
        return input;
    }

    private static List<FieldChoice> Offered(Field field) => FieldChoices.Offered(field, int.MaxValue, MostChoices);

    private static string Named(FieldChoice choice) => SafeText.IsBlank(choice.Label) ? choice.Value : choice.Label;
}
