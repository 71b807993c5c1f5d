using AccountNudge.Bot.Platforms.Drawing;

namespace AccountNudge.Bot.Teams.Cards;

/// <summary>
/// What is left of a card that Teams does not take: its words in a message without any card, mention or markup
/// (learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages, "TextFormat"). Whoever is named is not notified.
/// </summary>
internal static class PlainMessage
{
    /// <summary>Far below anything that Teams finds too big.</summary>
    private const int Longest = 4_000;

    /// <summary>Between two lines: where a single line end is not seen, an empty line still is.</summary>
    private const string Apart = "\n\n";

    /// <summary>A message activity; of a long card its beginning, and how many lines are left.</summary>
    public static JsonObject Of(Card card) => new() { ["type"] = "message", ["textFormat"] = "plain", ["text"] = Words(card) };

    private static string Words(Card card)
    {
        List<string> lines = [.. PlainWords.Of(card).Where(line => !Texts.IsBlank(line)).Select(Shown)];
        var (kept, room) = (new List<string>(), Longest);
        foreach (var line in lines.TakeWhile(line => (room -= line.Length + Apart.Length) >= 0)) kept.Add(line);
        if (kept.Count < lines.Count) kept.Add(FormattableString.Invariant($"+ {lines.Count - kept.Count} …"));
        return kept.Count > 0 ? string.Join(Apart, kept) : "…";
    }

    /// <summary>On one line, and never longer than there is room for.</summary>
    private static string Shown(RichText line) => SafeText.Line(line.Plain, Longest / 2);
}
