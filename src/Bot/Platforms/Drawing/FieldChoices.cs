using NodaTime.Text;

namespace AccountNudge.Bot.Platforms.Drawing;

/// <summary>What the inputs of Slack and Teams show of a field's value and choices.</summary>
internal static class FieldChoices
{
    /// <summary>Whether a date input can show the field's value.</summary>
    public static bool IsDate(Field field) => field.Kind == FieldKind.Date && (field.Value.Length == 0 || LocalDatePattern.Iso.Parse(field.Value).Success);

    /// <summary>The choice whose label stands in a field of suggestions.</summary>
    /// <param name="field">The field.</param>
    /// <param name="isBlank">Whether the platform shows nothing of a label.</param>
    public static FieldChoice? Meant(Field field, Func<string, bool> isBlank) => field.Kind == FieldKind.Suggest && field.Value.Length > 0
        ? field.Choices.FirstOrDefault(choice => choice.Value == field.Value && choice.Label != choice.Value && !isBlank(choice.Label))
        : null;

    /// <summary>The choices that a list offers, each value once.</summary>
    /// <param name="field">The field.</param>
    /// <param name="longest">Characters a value may have.</param>
    /// <param name="most">How many there may be.</param>
    public static List<FieldChoice> Offered(Field field, int longest, int most) =>
        [.. field.Choices.Where(choice => choice.Value.Length > 0 && choice.Value.Length <= longest).DistinctBy(choice => choice.Value).Take(most)];
}
