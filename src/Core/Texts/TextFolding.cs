using System.Globalization;
using System.Text;

namespace AccountNudge.Core.Texts;

/// <summary>
/// How words are read and compared: what cannot be seen counts for nothing, so that no two names look alike and are two; compared
/// without case, accents and composition, with <c>ä ö ü ß</c> as <c>ae oe ue ss</c>. Takes any characters, also half a surrogate pair.
/// </summary>
public static class TextFolding
{
    private const int Joiner = 0x200D;
    private const int EmojiSelector = 0xFE0F;

    /// <summary>The characters in the form that is compared.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length + 8);
        foreach (var character in Plain(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            folded.Append(character switch
            {
                'ä' => "ae",
                'ö' => "oe",
                'ü' => "ue",
                'ß' => "ss",
                >= '\u2010' and <= '\u2015' or '\u2212' => "-",
                '‘' or '’' or '‚' or '‛' or '′' or 'ʼ' => "'",
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

    /// <summary>The folded <see cref="Words"/> in one line, each behind a space: what begins a word is found behind one.</summary>
    public static string Line(string text) => string.Concat(Words(text).Select(word => $" {word}"));

    /// <summary>Folded words, written in one line with a space between them, as a set.</summary>
    public static IReadOnlySet<string> Set(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new HashSet<string>(words.Split(' '), StringComparer.Ordinal);
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

    /// <summary>
    /// The characters as they are seen: without format characters (zero-width ones, soft hyphens, marks of direction) and fillers, and with
    /// plain spaces. What joins emoji stays. Half a surrogate pair becomes the replacement character, and U+FFFE, which cannot be normalised, goes.
    /// </summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text)) return text;
        var plain = new StringBuilder(text.Length);
        var (isSymbol, isJoined) = (false, false);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsUnseen(rune))
            {
                isJoined = isSymbol && rune.Value == Joiner;
                continue;
            }

            if (isJoined && IsSymbol(rune)) plain.Append((char)Joiner);
            isJoined = false;
            plain.Append(Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.SpaceSeparator => " ",
                UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => "\n",
                _ => rune.ToString(),
            });
            isSymbol = IsSymbol(rune) || (isSymbol && rune.Value == EmojiSelector);
        }

        return plain.ToString();
    }

    private static bool IsSymbol(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;

    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || rune.Value is 0xFFFE or 0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0;
}
