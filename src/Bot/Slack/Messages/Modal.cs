using System.Text.Json;
using AccountNudge.Bot.Platforms;

namespace AccountNudge.Bot.Slack.Messages;

/// <summary>
/// Forms as modals, and what comes back. Each field is an input block named after it
/// (docs.slack.dev/surfaces/modals, docs.slack.dev/reference/block-kit/blocks/input-block).
/// </summary>
internal static class Modal
{
    private const int LongestTitle = 24;
    private const int LongestError = 2000;

    // docs.slack.dev/reference/block-kit/blocks/header-block
    private const int LongestHeading = 150;

    /// <summary>A form as the view of <c>views.open</c>; the origin comes back with the submission.</summary>
    public static JsonObject Of(Form form, string origin)
    {
        var view = new JsonObject
        {
            ["type"] = "modal",
            ["callback_id"] = form.Id,
            ["private_metadata"] = ModalState.Of(form, origin).ToString(),
            ["title"] = Label(form.Title, form.Id),
            ["submit"] = Label(form.Submit, "OK"),
            ["blocks"] = new JsonArray([.. form.Groups.SelectMany(Group)]),
        };
        if (form.Close is { } close) view["close"] = Label(close, "×");
        return view;
    }

    /// <summary>What was submitted, and the origin, from the <c>view</c> of a <c>view_submission</c>. Whatever is not ours is ignored.</summary>
    public static (Submitted Submitted, string Origin) Read(JsonElement view)
    {
        var memory = ModalState.Parse(view.Text("private_metadata"));
        var values = Inputs.Read(view.At("state", "values"));
        foreach (var (field, shown) in memory.Shown)
        {
            if (values.GetValueOrDefault(field)?.Trim() == shown.Label) values[field] = shown.Value;
        }

        return (new Submitted(view.Text("callback_id"), values, memory.Context), memory.Origin);
    }

    /// <summary>
    /// The body that acknowledges a submission and shows what is wrong, field by field. Slack shows an error at an input and nowhere
    /// else (docs.slack.dev/surfaces/modals, "Displaying errors in views"): what is no single field's fault stands at the last one.
    /// </summary>
    /// <param name="errors">By field name.</param>
    /// <param name="view">The <c>view</c> of the <c>view_submission</c>.</param>
    public static JsonObject Errors(IReadOnlyDictionary<string, string> errors, JsonElement view)
    {
        var inputs = view.Items("blocks").Where(block => block.Text("type") == "input").Select(block => block.Text("block_id")).ToList();
        var shown = errors.GroupBy(error => inputs.Contains(error.Key) || inputs.Count == 0 ? error.Key : inputs[^1], error => error.Value);
        return new JsonObject
        {
            ["response_action"] = "errors",
            ["errors"] = new JsonObject(shown.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)Shortening.Of(string.Join(' ', field), LongestError)))),
        };
    }

    private static IEnumerable<JsonObject> Group((string Heading, IReadOnlyList<Field> Fields) group)
    {
        var heading = Shortening.Of(group.Heading, LongestHeading);
        return [.. heading.Length > 0 ? [Blocks.Header(heading)] : Array.Empty<JsonObject>(), .. group.Fields.SelectMany(Inputs.Of)];
    }

    private static JsonObject Label(string words, string otherwise)
    {
        var label = Shortening.Of(words, LongestTitle);
        return Blocks.Plain(label.Length > 0 ? label : otherwise);
    }
}
