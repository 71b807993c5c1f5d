using System.Text.Json;
using AccountNudge.Bot.Platforms;

namespace AccountNudge.Bot.Teams.Cards;

/// <summary>
/// What a form carries with it and brings back, so that nothing of it need be kept meanwhile: untrusted like everything that comes from
/// outside. What stands in its fields comes back by itself.
/// </summary>
/// <param name="Form">The form; of values only those that are shown by a label.</param>
/// <param name="Origin">Where to answer.</param>
internal sealed record FormState(Form Form, string Origin)
{
    private const string FormId = "f";
    private const string Context = "c";
    private const string From = "o";
    private const string Shown = "s";

    public static JsonObject Of(Form form, string origin)
    {
        var shown = new JsonObject { ["t"] = form.Title, ["b"] = form.Submit, ["f"] = new JsonArray([.. form.Fields.Select(Of)]) };
        if (form.Close is { } close) shown["x"] = close;
        return new JsonObject { [FormId] = form.Id, [Context] = form.Context, [From] = origin, [Shown] = shown };
    }

    /// <summary>Null when it is no form of ours.</summary>
    public static FormState? Read(JsonElement data)
    {
        if (data.TextOrNull(FormId) is not { } id) return null;
        var fields = data.Items(Shown, "f").Select(ReadField).Where(field => field.Name.Length > 0).DistinctBy(field => field.Name);
        return new(new Form(id, data.Text(Shown, "t"), [.. fields], data.Text(Shown, "b"), data.Text(Context)) { Close = data.TextOrNull(Shown, "x") }, data.Text(From));
    }

    private static JsonObject Of(Field field)
    {
        var kept = new JsonObject { ["n"] = field.Name, ["l"] = field.Label, ["k"] = field.Kind.ToString() };
        if (field.Required) kept["r"] = true;
        if (field.Hint is { } hint) kept["h"] = hint;
        if (field.Group.Length > 0) kept["g"] = field.Group;
        if (field.Kind == FieldKind.Suggest && field.Examples.Length > 0) kept["e"] = field.Examples;
        if (FormInputs.Meant(field) is { } meant) kept["v"] = meant.Value;
        var choices = FormInputs.Remembered(field).Select(choice => new JsonArray(choice.Value, choice.Label)).ToList();
        if (choices.Count > 0) kept["c"] = new JsonArray([.. choices]);
        return kept;
    }

    private static Field ReadField(JsonElement kept) => new(kept.Text("n"), kept.Text("l"), Enum.TryParse<FieldKind>(kept.Text("k"), out var kind) ? kind : FieldKind.Line)
    {
        Required = kept.IsTrue("r"),
        Hint = kept.TextOrNull("h"),
        Group = kept.Text("g"),
        Examples = kept.Text("e"),
        Value = kept.Text("v"),
        Choices = [.. kept.Items("c").Select(ReadChoice).OfType<FieldChoice>()],
    };

    private static FieldChoice? ReadChoice(JsonElement choice) =>
        choice.Items().ToList() is [var value, var label] ? new(value.Text(), label.Text()) : null;
}
