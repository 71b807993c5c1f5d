using System.Text;
using System.Text.RegularExpressions;
using PhoneNumbers;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>A telephone number as people write or paste it, compared by what would be dialled.</summary>
/// <param name="Number">Its digits, behind a + when they begin with a country.</param>
/// <param name="Extension">The digits of an extension named by a word or mark; empty without one.</param>
/// <param name="Rest">What follows the number, such as "mobile".</param>
internal sealed partial record Phone(string Number, string Extension, string Rest)
{
    private const int Shortest = 5;
    private const int Tail = 4;

    /// <summary>The characters without a <c>tel:</c> or another label, with plain spaces, and without what cannot be seen.</summary>
    public static string Plain(string text) => Pasted.Number(TextFolding.Plain(text).Normalize(NormalizationForm.FormKC).Trim());

    /// <summary>The number that a text starts with, if it does.</summary>
    public static Phone? Read(string? text)
    {
        if (text is null || Shape().Match(Plain(text)) is not { Success: true } match) return null;
        var number = match.Groups["number"].Value;
        var digits = PhoneNumberUtil.NormalizeDigitsOnly(number);
        if (number.Contains('+', StringComparison.Ordinal)) digits = $"+{digits}";
        else if (digits.StartsWith("00", StringComparison.Ordinal)) digits = $"+{digits[2..]}";
        return new Phone(digits, match.Groups["extension"].Value, match.Groups["rest"].Value);
    }

    /// <summary>
    /// Whether two numbers reach the same telephone; one without its country is taken to lie in the country of the other.
    /// An extension that only one of them names makes no difference, and where lines are dialled through it may be part of the number.
    /// </summary>
    public bool IsSameAs(Phone other) =>
        (Reaches(Number, other.Number) && (Extension == other.Extension || Extension.Length == 0 || other.Extension.Length == 0))
        || Reaches(Number + Extension, other.Number + other.Extension);

    private static bool Reaches(string one, string other)
    {
        if (one.Length < Shortest || other.Length < Shortest) return false;
        // Comparing takes some ten microseconds, and a team may have thousands of contacts: most differ in the last digits.
        if (!one.AsSpan(one.Length - Tail).SequenceEqual(other.AsSpan(other.Length - Tail))) return false;
        if (one[0] != '+' && other[0] != '+') return one.TrimStart('0') == other.TrimStart('0');
        return one == other || PhoneNumberUtil.GetInstance().IsNumberMatch(one, other)
            is PhoneNumberUtil.MatchType.EXACT_MATCH or PhoneNumberUtil.MatchType.NSN_MATCH;
    }

    [GeneratedRegex(
        @"^(?<number>[+(]*\d[\d\s()/.\-‐-―−]*)" +
        @"([;,]?\s*(ext(ension)?|x|\#|durchwahl|dw|nebenstelle|nst|app(arat)?)[.:=]*\s*(?<extension>\d{1,7}))?(?<rest>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        1000)]
    private static partial Regex Shape();
}
