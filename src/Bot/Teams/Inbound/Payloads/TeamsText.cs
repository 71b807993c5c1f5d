using System.Text;
using System.Text.RegularExpressions;
using AccountNudge.Bot.Teams.Framework;

namespace AccountNudge.Bot.Teams.Inbound.Payloads;

/// <summary>
/// What somebody typed (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations, mentions).
/// Characters come as they were typed, not as HTML (MicrosoftDocs/OfficeDocs-SkypeForBusiness#4723), non-breaking spaces excepted.
/// </summary>
internal static partial class TeamsText
{
    private const string Opening = "<at";
    private const string Closing = "</at>";
    private const int Most = 20;

    /// <summary>Whom a message mentions, us among them, in the order in which they are told.</summary>
    public static IReadOnlyList<Mentioned> Mentioned(Activity activity) => [.. activity.Mentions.Take(Most)];

    /// <summary>
    /// What somebody typed, without the marks of the messages they quote (microsoft/teams-sdk, quoted replies: an entity
    /// <c>quotedReply</c>, and <c>&lt;quoted messageId="…"/&gt;</c> in the text).
    /// </summary>
    public static string Of(Activity activity) => activity.IsQuoting ? QuoteMark().Replace(activity.Text, "") : activity.Text;

    /// <summary>The text as the conversation reads it: us left out, people as <c>@[id|name]</c>, anybody else by their name. Never throws.</summary>
    /// <param name="text">As Teams delivers it, see <see cref="Of"/>.</param>
    /// <param name="mentioned">Whom it mentions.</param>
    /// <param name="botId">Whose mention is left out.</param>
    public static string Read(string text, IReadOnlyList<Mentioned> mentioned, string botId)
    {
        var (read, left, atStart) = (new StringBuilder(), mentioned.ToList(), true);
        foreach (var (piece, isTag) in Pieces(text))
        {
            var who = isTag ? Take(left, mentioned, piece) : null;
            if (who?.Id == botId) continue;
            var written = who is not null ? MentionsInWords.Of(who.Id, who.Name.Length > 0 ? who.Name : Inner(piece)) : isTag ? Inner(piece) : piece;
            if (atStart) written = written.TrimStart([' ', '\t', '\n', '\r', '\u00a0', ',', ':']);
            atStart &= written.Length == 0;
            read.Append(written);
        }

        return read.Replace("&nbsp;", " ").Replace('\u00a0', ' ').Replace("\r\n", "\n").ToString().Trim();
    }

    [GeneratedRegex("<quoted messageId=\"[^\"<>]*\" ?/>")]
    private static partial Regex QuoteMark();

    /// <summary>People of the same name are told one after the other, in the order of their tags.</summary>
    private static Mentioned? Take(List<Mentioned> left, IReadOnlyList<Mentioned> all, string tag)
    {
        var who = left.Find(mention => IsFor(mention, tag));
        if (who is null) return all.LastOrDefault(mention => IsFor(mention, tag));
        left.Remove(who);
        return who;
    }

    private static bool IsFor(Mentioned mention, string tag) => mention.Tag == tag || mention.Name == Inner(tag);

    private static string Inner(string tag) => tag[(tag.IndexOf('>') + 1)..^Closing.Length];

    private static bool IsOpening(ReadOnlySpan<char> tag) => tag.Contains('>') && tag[Opening.Length] is '>' or ' ';

    /// <summary>The text with its tags apart.</summary>
    private static IEnumerable<(string Piece, bool IsTag)> Pieces(string text)
    {
        var at = 0;
        while (true)
        {
            var close = text.IndexOf(Closing, at, StringComparison.Ordinal);
            if (close < 0) break;
            var (open, end) = (at + text.AsSpan(at, close - at).LastIndexOf(Opening), close + Closing.Length);
            var isTag = open >= at && IsOpening(text.AsSpan(open, close - open));
            yield return (text[at..(isTag ? open : end)], false);
            if (isTag) yield return (text[open..end], true);
            at = end;
        }

        yield return (text[at..], false);
    }
}
