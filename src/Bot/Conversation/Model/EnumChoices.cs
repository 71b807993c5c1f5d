using System.Text.RegularExpressions;

namespace AccountNudge.Bot.Conversation.Model;

/// <summary>Values of enums as the choices of a slot: in words that may be typed, such as <c>last-talk</c>, and never in the names of our code.</summary>
internal static partial class EnumChoices
{
    /// <summary>The value of a choice.</summary>
    public static string Value<T>(T value)
        where T : struct, Enum => Hump().Replace(value.ToString(), "-").ToLowerInvariant();

    /// <summary>The choice of it.</summary>
    public static SlotChoice Choice<T>(T value, Phrase spellings, Text label)
        where T : struct, Enum => new(Value(value), spellings, label);

    /// <summary>What was chosen; null where nothing was.</summary>
    public static T? Chosen<T>(this Arguments arguments, Slot slot)
        where T : struct, Enum => Enum.TryParse<T>(arguments.Choice(slot.Name)?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var chosen) ? chosen : null;

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hump();
}
