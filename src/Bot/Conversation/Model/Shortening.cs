namespace AccountNudge.Bot.Conversation.Model;

/// <summary>People's words where there is little room, such as on a button.</summary>
internal static class Shortening
{
    private const int LongestName = 50;

    /// <summary>The name of a matter among others of its account; a sign of omission where its words are gone.</summary>
    public static string Name(string? words) => Of(words ?? "…", LongestName);

    /// <summary>At most so many characters on one line; never half of one, nor half of a mention.</summary>
    public static string Of(string words, int most)
    {
        var line = words.ReplaceLineEndings(" ").Trim();
        return MentionsInWords.Cut(line, most).Length == line.Length ? line : MentionsInWords.Cut(line, most - 1).TrimEnd() + "…";
    }
}
