using System.Globalization;
using System.Text;

namespace AccountNudge.Bot.Teams.Cards;

/// <summary>
/// People's characters without what Teams reads even where there is no markup: mentions (<c>&lt;at&gt;</c>, learn.microsoft.com/microsoftteams/
/// platform/task-modules-and-cards/cards/cards-format) and dates to be written by the client (<c>{{DATE(…)}}</c>,
/// learn.microsoft.com/adaptive-cards/authoring-cards/text-features). They look the same as before.
/// </summary>
internal static class SafeText
{
    /// <summary>Invisible, and nothing breaks at it; what it parts is no longer read as one.</summary>
    private const char Joiner = '\u2060';

    public static string Of(string characters)
    {
        var harmless = new StringBuilder(characters.Length);
        for (var at = 0; at < characters.Length; at++)
        {
            var character = characters[at];
            if (char.IsControl(character)) harmless.Append(' ');
            else if (!TurnsText(character)) harmless.Append(character);
            if (BeginsMark(characters, at)) harmless.Append(Joiner);
        }

        return harmless.ToString();
    }

    /// <summary>On one line, shortened; three dots when nothing is left to see.</summary>
    public static string Line(string characters, int most)
    {
        var line = Shortening.Of(Of(characters), most);
        return IsBlank(line) ? "…" : line;
    }

    /// <summary>Whether nothing of it is visible.</summary>
    public static bool IsBlank(string characters) => characters.All(character =>
        char.IsWhiteSpace(character) || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Control);

    /// <summary>Marks that turn the direction of everything behind them, ours included. Letters of Hebrew and Arabic need none.</summary>
    private static bool TurnsText(char character) => character is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    private static bool BeginsMark(string characters, int at) => characters[at] switch
    {
        '{' => at + 1 < characters.Length && characters[at + 1] == '{',
        '<' => characters.AsSpan(at + 1).TrimStart("/ \t\u2060").StartsWith("at", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
