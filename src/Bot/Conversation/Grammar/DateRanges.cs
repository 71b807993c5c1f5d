using System.Text.RegularExpressions;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>Two days joined by a dash or sharing their month, spelled out so that each can be read alone: <c>8.–12. März</c>.</summary>
internal static partial class DateRanges
{
    private const string Between = " bis ";

    /// <summary>The line with its ranges spelled out; for commands that take a first and a last day, and no free words.</summary>
    public static string SpelledOut(string line)
    {
        var spelled = SharedMonth().Replace(line, match => DateWords.Months.ContainsKey(TextFolding.Of(match.Groups["month"].Value).TrimEnd('.'))
            ? $"{match.Groups["first"].Value} {match.Groups["month"].Value}{match.Groups["year"].Value}{Between}{match.Groups["last"].Value} {match.Groups["month"].Value}{match.Groups["year"].Value}"
            : match.Value);
        spelled = SharedNumber().Replace(spelled, match => $"{match.Groups["first"].Value}{match.Groups["month"].Value}{Between}{match.Groups["last"].Value}{match.Groups["month"].Value}");
        return Dash().Replace(spelled, Between);
    }

    [GeneratedRegex(@"\b(?<first>\d{1,2}\.?)\s*(?:[-‐-―−]|bis(?:\s+zum)?|to|until|till)\s*(?<last>\d{1,2}\.?)\s+(?<month>\p{L}{3,}\.?)(?<year>\s+\d{4})?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SharedMonth();

    [GeneratedRegex(@"(?<![\d.])(?<first>\d{1,2}\.)\s*(?:[-‐-―−]|bis(?:\s+zum)?)\s*(?<last>\d{1,2}\.)(?<month>\d{1,2}\.(?:\d{2,4})?)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SharedNumber();

    [GeneratedRegex(@"(?<=\d\.|\d\.\d{2}|\d\.\d{4}|\p{L}|\s)\s*(?:[-‐-―−]\s+|(?<=[.\d\s])[‐-―−-](?=\d{1,2}\.))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dash();
}
