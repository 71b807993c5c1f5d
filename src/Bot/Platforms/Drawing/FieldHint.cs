namespace AccountNudge.Bot.Platforms.Drawing;

/// <summary>The line below a field, with a few of its suggestions: the inputs of Slack and Teams that list choices take nothing else.</summary>
internal static class FieldHint
{
    /// <summary>How many are named.</summary>
    public const int Suggested = 5;

    /// <summary>Such as <c>Nobody named: you · For example: Anna, Ben</c>; empty when there is nothing to say.</summary>
    public static string Of(Field field, Func<FieldChoice, string> named)
    {
        if (field.Kind != FieldKind.Suggest || field.Choices.Count == 0) return field.Hint ?? "";
        var known = field.Choices.Take(Suggested).Select(named).ToList();
        if (known.Count < field.Choices.Count) known.Add("…");
        var examples = $"{(field.Examples.Length > 0 ? field.Examples : field.Label)}: {string.Join(", ", known)}";
        return string.IsNullOrWhiteSpace(field.Hint) ? examples : $"{field.Hint} · {examples}";
    }
}
