using System.Text.RegularExpressions;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>What comes with text that was pasted, and is no part of it: marks of lists and quotations, markup, links, brackets, labels.</summary>
internal static partial class Pasted
{
    private static readonly (string Open, string Close)[] Around = [("```", "```"), ("`", "`"), ("**", "**"), ("*", "*"), ("__", "__"), ("_", "_"), ("~~", "~~"), ("~", "~"), ("\"", "\""), ("„", "“"), ("“", "”"), ("„", "”"), ("«", "»"), ("»", "«")];

    /// <summary>A line without the mark of a list or a quotation in front of it, and without markup or quotes around all of it.</summary>
    public static string Line(string text)
    {
        var line = Colon().Replace(TextFolding.Plain(text), ": ").Trim();
        for (var (before, rounds) = ("", 0); before != line && rounds < 3; rounds++)
        {
            before = line;
            line = ListMark().Replace(line, "");
            foreach (var (open, close) in Around) line = Inside(line, open, close);
        }

        return line.TrimStart(' ', '/', '\n', '\r', '\t');
    }

    /// <summary>The one mail address in a text; the text itself where there is none, or several.</summary>
    public static string Email(string text)
    {
        var found = Address().Matches(TextFolding.Plain(text)).Select(match => match.Value.Trim('_', '*', '~', '.', '-')).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return found is [var only] ? only : text;
    }

    /// <summary>A number without its label, link and brackets.</summary>
    public static string Number(string text) => NumberEnd().Replace(NumberStart().Replace(text, ""), "");

    /// <summary>Only where they are a pair of their own, with nothing of the kind between: <c>"Weber" rang "again"</c> stays.</summary>
    private static string Inside(string line, string open, string close)
    {
        if (line.Length <= open.Length + close.Length || !line.StartsWith(open, StringComparison.Ordinal) || !line.EndsWith(close, StringComparison.Ordinal)) return line;
        var inner = line[open.Length..^close.Length];
        return inner.Contains(open, StringComparison.Ordinal) || inner.Contains(close, StringComparison.Ordinal) || !inner.Contains(' ', StringComparison.Ordinal) ? line : inner.Trim();
    }

    [GeneratedRegex("：", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Colon();

    [GeneratedRegex(@"^(?:(?:>|[•‣▪◦·*+–—-])\s+|\d{1,2}[.)]\s+(?=\p{L}))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ListMark();

    [GeneratedRegex(@"(?<=^|mailto:|[^\w.%+-])[\p{L}\d._%+~'-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"^[\s<\[*_~`]*(?:(?:tel|telefon|telephone|phone|fon|mobil|mobile|handy|cell|direct|direkt|fest|t|m)\b[.:\s]*)*(?=[\d+(])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NumberStart();

    [GeneratedRegex(@"(?<=\d)[>\]*_~`]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberEnd();
}
