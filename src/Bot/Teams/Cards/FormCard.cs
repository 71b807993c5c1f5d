using System.Text.Json;

namespace AccountNudge.Bot.Teams.Cards;

/// <summary>
/// Forms as cards with inputs, in a message or in a dialog, and what comes back. Teams merges what stands in the inputs, by their ids,
/// into the data of the button (learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model).
/// </summary>
internal static class FormCard
{
    /// <summary>The verb of the button that submits a form in a message.</summary>
    public const string SubmitVerb = "form.submit";

    /// <summary>The verb, and the action id, of the button that closes a form in a message. Its value is the form's origin.</summary>
    public const string CloseVerb = "form.close";

    /// <summary>The form, with what was typed and what is wrong with it when it was submitted before.</summary>
    /// <param name="form">The form.</param>
    /// <param name="origin">Opaque; comes back with the submission.</param>
    /// <param name="inDialog">Submitted with Action.Submit in a dialog, else with Action.Execute in a message.</param>
    /// <param name="typed">What was submitted; null the first time.</param>
    /// <param name="errors">By field name.</param>
    public static JsonObject Of(Form form, string origin, bool inDialog, IReadOnlyDictionary<string, string>? typed = null, IReadOnlyDictionary<string, string>? errors = null)
    {
        var (mentions, wrong) = (new Mentions(), errors ?? new Dictionary<string, string>());
        var (texts, shown) = (new Texts(mentions), form.With(typed));
        var elsewhere = wrong.Where(error => shown.Fields.All(field => field.Name != error.Key)).SelectMany(error => texts.Said(error.Value, TextStyle.Error));
        var card = AdaptiveCardRenderer.Around(
            [
                .. inDialog ? [] : texts.Said(form.Title, TextStyle.Headline),
                .. shown.Groups.SelectMany(group => texts.Said(group.Heading, TextStyle.Heading).Concat(group.Fields.SelectMany(field => Field(field, wrong.GetValueOrDefault(field.Name) ?? "", texts)))),
                .. elsewhere,
            ],
            mentions);
        card["actions"] = inDialog ? new JsonArray(Submit(shown, origin, inDialog)) : new JsonArray([Submit(shown, origin, inDialog), .. Close(form, origin)]);
        return card;
    }

    /// <summary>
    /// What was submitted: from the action's data (Action.Execute: <c>value.action.data</c>; a dialog: <c>value.data</c>); null when it is no
    /// form of ours. The form comes along as it was shown, with what was typed in it, so that it can be shown again with its errors.
    /// </summary>
    public static (Submitted Submitted, string Origin, Form Shown)? Read(JsonElement data) => Readable(data) ? ReadForm(data) : null;
    /// <summary>What a button of ours carries: action id and value; null when it is none. Closing a form is one, submitting it is not.</summary>
    public static Pressed? ReadPress(JsonElement data) => Readable(data) ? PressData.Read(data) : null;

    private static (Submitted Submitted, string Origin, Form Shown)? ReadForm(JsonElement data)
    {
        if (FormState.Read(data) is not { } memory) return null;
        var values = FormInputs.Read(data, memory.Form);
        return (new Submitted(memory.Form.Id, values, memory.Form.Context), memory.Origin, memory.Form.With(values));
    }

    /// <summary>Half of a character, such as <c>\ud800</c> alone, is JSON and yet no text.</summary>
    private static bool Readable(JsonElement data)
    {
        try
        {
            return JsonNode.Parse(data.GetRawText())?.ToJsonString() is not null;
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or ArgumentException or JsonException)
        {
            return false;
        }
    }

    private static Form With(this Form form, IReadOnlyDictionary<string, string>? typed) => typed is null
        ? form
        : form with { Fields = [.. form.Fields.Select(field => field with { Value = typed.GetValueOrDefault(field.Name) ?? field.Value })] };

    /// <summary>The input, what is wrong with it, and a line of help.</summary>
    private static IEnumerable<JsonObject> Field(Field field, string error, Texts texts) =>
        [FormInputs.Of(field), .. texts.Said(error, TextStyle.Error), .. texts.Said(FormInputs.Hint(field), TextStyle.Note)];

    private static JsonObject Submit(Form form, string origin, bool inDialog)
    {
        var action = new JsonObject { ["type"] = inDialog ? "Action.Submit" : "Action.Execute", ["title"] = Elements.Label(form.Submit), ["data"] = FormState.Of(form, origin), ["style"] = "positive" };
        if (!inDialog) action["verb"] = SubmitVerb;
        return action;
    }

    private static IEnumerable<JsonObject> Close(Form form, string origin) => form.Close is not { } close ? [] :
    [
        new() { ["type"] = "Action.Execute", ["title"] = Elements.Label(close), ["verb"] = CloseVerb, ["data"] = PressData.Of(CloseVerb, origin), ["associatedInputs"] = "none" },
    ];
}
