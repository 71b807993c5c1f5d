namespace AccountNudge.Bot.Conversation.Model;

/// <summary>People's words where there is little room, such as on a button.</summary>
internal static class Shortening
{
    private const int LongestName = 50;
    private const int LongestTyped = 40;

    /// <summary>The name of a matter among others of its account; a sign of omission where its words are gone.</summary>
    public static string Name(string? words) => Of(words ?? "…", LongestName);

    /// <summary>What somebody typed, as it is told back to them.</summary>
    public static string Typed(string words) => Of(words, LongestTyped);

    /// <summary>At most so many characters on one line; never half of one, nor half of a mention or of an address.</summary>
    public static string Of(string words, int most)
    {
        var line = words.ReplaceLineEndings(" ").Trim();
        if (MentionsInWords.Cut(line, most).Length == line.Length) return line;
        var cut = MentionsInWords.Cut(line, most - 1);
        return (cut.Length < line.Length && !char.IsWhiteSpace(line[cut.Length]) ? WithoutLink(cut) : cut).TrimEnd() + "…";
    }

    /// <summary>Half an address leads nowhere.</summary>
    private static string WithoutLink(string cut)
    {
        var word = cut.LastIndexOf(' ') + 1;
        return word > 0 && cut.AsSpan(word).StartsWith("http", StringComparison.Ordinal) ? cut[..word] : cut;
    }
}
