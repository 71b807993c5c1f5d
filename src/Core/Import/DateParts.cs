using System.Globalization;
using System.Text.RegularExpressions;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Import;

/// <summary>
/// The figures of a date before it is known which is the day and which the month. Where it is known (ISO, the month in words),
/// <see cref="First"/> is the day.
/// </summary>
/// <param name="First">The first figure.</param>
/// <param name="Second">The second one.</param>
/// <param name="Year">The year as written; null where there is none.</param>
/// <param name="IsShortYear">The year has two digits.</param>
/// <param name="IsOrdered">It is known which is the day.</param>
/// <param name="HasDots">Dots between the figures: wherever dates are written so, the day comes first.</param>
internal readonly partial record struct DateParts(int First, int Second, int? Year, bool IsShortYear, bool IsOrdered, bool HasDots)
{
    private const int LongestDate = 60;

    private static readonly Dictionary<string, int> Months = Enumerable.Range(1, 12)
        .SelectMany(month => "jan,januar,january,jaenner|feb,februar,february|mar,maer,maerz,march,mrz|apr,april|mai,may|jun,juni,june|jul,juli,july|aug,august|sep,sept,september|okt,oct,oktober,october|nov,november|dez,dec,dezember,december"
            .Split('|')[month - 1].Split(',').Select(name => (name, month)))
        .ToDictionary(pair => pair.name, pair => pair.month, StringComparer.Ordinal);

    /// <summary>Nothing but zeros, as Outlook writes <c>0.0.00</c> for no date at all.</summary>
    public bool IsNone => First == 0 && Second == 0 && Year is null or 0;

    /// <summary>Reads the figures; null where it is no date in any order.</summary>
    public static DateParts? Read(string text)
    {
        if (text.Length > LongestDate) return null;
        var date = TimeOfDay().Replace(TextFolding.Of(text).Trim(), "");
        if (Iso().Match(date) is { Success: true } iso) return Ordered(iso, Figure(iso, "month"));
        if (Words().Match(date) is { Success: true } words && Months.TryGetValue(words.Groups["name"].Value, out var month)) return Ordered(words, month);
        if (Figures().Match(date) is not { Success: true } figures) return null;
        var year = figures.Groups["year"].Value;
        if (year.Length == 0 && !figures.Groups["second"].Success) return null;
        return new DateParts(Figure(figures, "first"), Figure(figures, "second"), year.Length > 0 ? Figure(figures, "year") : null, year.Length is 1 or 2, false, figures.Groups["dot"].Success);
    }

    private static DateParts Ordered(Match match, int month)
    {
        var year = match.Groups["year"].Value;
        return new DateParts(Figure(match, "day"), month, year.Length > 0 ? Figure(match, "year") : null, year.Length is 1 or 2, true, false);
    }

    private static int Figure(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary><c>2026-03-01</c>, <c>20260301</c>, <c>--03-01</c>.</summary>
    [GeneratedRegex(@"^(?:(?<year>[0-9]{4})(?<mark>[-/.]?)|--)(?<month>[0-9]{2}|(?<=[-/.])[0-9])(?:\k<mark>|-)?(?<day>[0-9]{1,2})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Iso();

    /// <summary><c>1. März 2019</c>, <c>1 Mar</c>, <c>01-Mar-19</c>, <c>March 1, 2019</c>.</summary>
    [GeneratedRegex(
        @"^(?:(?<day>[0-9]{1,2})(?:st|nd|rd|th)?[\s.\-/]*(?<name>[a-z]{3,9})|(?<name>[a-z]{3,9})[\s.\-/]*(?<day>[0-9]{1,2})(?:st|nd|rd|th)?)\.?(?:[\s,\-/]+'?(?<year>[0-9]{4}|[0-9]{2}))?$",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();

    /// <summary><c>01.03.2019</c>, <c>1/3/19</c>, <c>20.07.</c>, <c>7/20</c>.</summary>
    [GeneratedRegex(@"^(?<first>[0-9]{1,2})(?:(?<dot>\.)\s*|\s*[/\-]\s*)(?<second>[0-9]{1,2})(?:(?:\.\s*|\s*[/\-]\s*)(?<year>[0-9]{4}|[0-9]{2})?)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Figures();

    /// <summary>A time behind a date, with its zone.</summary>
    [GeneratedRegex(@"(?<=[0-9])[t,\s]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?\s*([ap]\.?m\.?|uhr|z|[+-][0-9]{2}:?[0-9]{2})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TimeOfDay();
}
