using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Lists;

/// <summary>Where sought words begin in a text.</summary>
internal static class Hits
{
    private const int Before = 60;
    private const int Longest = 160;

    /// <summary>A quotation from around the first of them, in which each of them stands out.</summary>
    public static RichText Around(string text, IReadOnlyList<string> sought, Voice voice)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        var words = Words(line);
        var hits = words.Where(word => IsHit(line[word], sought)).ToList();
        var first = hits.Count > 0 ? hits[0].Start.Value : 0;
        var start = first <= Before ? 0 : words.Where(word => word.Start.Value >= first - Before).Select(word => word.Start.Value).First();
        var end = line.Length - start <= Longest ? line.Length : words.Where(word => word.End.Value <= start + Longest && word.End.Value > start).Select(word => word.End.Value).LastOrDefault(Cut(line, start + Longest));
        var (opening, closing) = voice.Language == Language.German ? ("„", "“") : ("“", "”");
        var runs = new List<Inline> { new Words(start > 0 ? $"{opening}… " : opening) };
        var at = start;
        foreach (var hit in hits.Where(hit => hit.Start.Value >= start && hit.End.Value <= end))
        {
            if (hit.Start.Value > at) runs.Add(new Words(line[at..hit.Start.Value]));
            runs.Add(new Strong(line[hit]));
            at = hit.End.Value;
        }

        runs.Add(new Words($"{line[at..end]}{(end < line.Length ? " …" : "")}{closing}"));
        return new RichText(runs);
    }

    /// <summary>Whether a name, role or number says all of some words.</summary>
    public static bool HasAll(string folded, IReadOnlyList<SoughtWord> sought) => sought.All(word => Has(folded, word.Word));

    /// <summary>Whether a folded line has a word that begins so; see <see cref="TextFolding.Line"/>.</summary>
    public static bool Has(string folded, string beginning) => folded.Contains($" {beginning}", StringComparison.Ordinal);

    private static bool IsHit(string word, IReadOnlyList<string> sought) =>
        TextFolding.Words(word).Any(folded => sought.Any(beginning => folded.StartsWith(beginning, StringComparison.Ordinal)));

    /// <summary>Runs of letters and digits, with the marks upon them.</summary>
    private static List<Range> Words(string line)
    {
        var words = new List<Range>();
        var start = -1;
        for (var at = 0; at <= line.Length; at++)
        {
            var isInside = at < line.Length && (char.IsLetterOrDigit(line[at]) || char.IsSurrogate(line[at]) || (start >= 0 && IsMark(line[at])));
            if (isInside && start < 0) start = at;
            if (isInside || start < 0) continue;
            words.Add(start..at);
            start = -1;
        }

        return words;
    }

    private static bool IsMark(char character) =>
        char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.Format;

    /// <summary>Never between the halves of a character.</summary>
    private static int Cut(string line, int at) => char.IsLowSurrogate(line[at]) ? at - 1 : at;
}
