using System.Globalization;
using System.Text;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>
/// How words are compared: without case, accents and composition, with <c>ä ö ü ß</c> as <c>ae oe ue ss</c>.
/// Takes any characters, also half a surrogate pair.
/// </summary>
internal static class TextFolding
{
    /// <summary>The characters in the form that is compared.</summary>
    public static string Of(string text)
    {
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length + 8);
        foreach (var character in Whole(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            folded.Append(character switch
            {
                'ä' => "ae",
                'ö' => "oe",
                'ü' => "ue",
                'ß' => "ss",
                _ => character.ToString(),
            });
        }

        return WithoutMarks(folded.ToString());
    }

    /// <summary>The folded words in a run of characters: whatever is neither letter nor digit parts them.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var folded = Of(text);
        var words = new List<string>();
        var start = -1;
        for (var at = 0; at <= folded.Length; at++)
        {
            var inside = at < folded.Length && (char.IsLetterOrDigit(folded[at]) || char.IsSurrogate(folded[at]));
            if (inside && start < 0) start = at;
            if (inside || start < 0) continue;
            words.Add(folded[start..at]);
            start = -1;
        }

        return words;
    }

    private static string WithoutMarks(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark) bare.Append(character);
        }

        return bare.ToString();
    }

    /// <summary>Half a surrogate pair and the noncharacter U+FFFE cannot be normalised.</summary>
    public static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) if (rune.Value != 0xFFFE) whole.Append(rune.ToString());
        return whole.ToString();
    }
}
