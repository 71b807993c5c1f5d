using System.Text;

namespace AccountNudge.Bot.Slack.Messages;

/// <summary>
/// Text as Slack writes it: three escaped characters, and everything special between angle brackets
/// (docs.slack.dev/messaging/formatting-message-text).
/// </summary>
internal static class SlackText
{
    /// <summary>Characters as they are, so that nothing in them mentions, links or notifies.</summary>
    public static string Escape(string characters) => characters
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Whether this may be a person's id in Slack: only such an id is written as a mention.</summary>
    public static bool IsPersonId(string id) => id.Length > 2 && id[0] is 'U' or 'W' && id.All(char.IsAsciiLetterOrDigit);

    /// <summary>The ids of the people a text mentions, the bot's among them, in the order of their first mention.</summary>
    public static IReadOnlyList<string> Mentioned(string text) =>
        [.. Pieces(text).Where(piece => piece.IsPerson).Select(piece => piece.Id).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// What somebody typed, as the conversation reads it: people as <c>@[id|name]</c>, a link as its address, a channel as <c>#name</c>.
    /// What is between angle brackets and not known stays as it is. Never throws.
    /// </summary>
    /// <param name="text">As Slack delivers it.</param>
    /// <param name="names">Names by person id; for the others the name Slack sent along, or none.</param>
    /// <param name="botUserId">Whose mention is dropped at the start of the text.</param>
    public static string Read(string text, IReadOnlyDictionary<string, string> names, string? botUserId)
    {
        var read = new StringBuilder();
        var (atStart, afterBot) = (true, false);
        foreach (var piece in Pieces(text))
        {
            if (atStart && piece.IsPerson && piece.Id == botUserId)
            {
                (afterBot, _) = (true, read.Clear());
                continue;
            }

            var written = piece.IsPerson ? Mention(piece, names) : Plain(piece);
            if (afterBot) written = written.TrimStart([' ', '\t', '\n', '\r', '\u00a0', ',', ':']);
            atStart &= string.IsNullOrWhiteSpace(written);
            afterBot &= written.Length == 0;
            read.Append(written);
        }

        return read.ToString();
    }

    private static string Mention(Piece piece, IReadOnlyDictionary<string, string> names)
    {
        var name = names.GetValueOrDefault(piece.Id) is { } known && known != piece.Id ? known : Unescape(piece.Label);
        return MentionsInWords.Of(piece.Id, name);
    }

    private static string Plain(Piece piece)
    {
        var (inner, label) = (Unescape(piece.Inner), Unescape(piece.Label));
        return piece switch
        {
            { IsSpecial: false } => inner,
            { Mark: '#' } => "#" + (label.Length > 0 ? label.TrimStart('#') : inner[1..]),
            { Mark: '!' } => Notice(inner[1..], label),
            { Mark: '@' } => "@" + (label.Length > 0 ? label : inner[1..]),
            _ when Scheme(inner) is { } scheme => Address(inner, label, scheme),
            _ => Unescape(piece.Raw),
        };
    }

    /// <summary>Whole groups (<c>here</c>, <c>subteam^S1</c>) by their word, a date by what stands for it.</summary>
    private static string Notice(string inner, string label)
    {
        if (label.Length > 0) return inner.StartsWith("date^", StringComparison.Ordinal) ? label : "@" + label.TrimStart('@');
        return "@" + inner[(inner.IndexOf('^') + 1)..];
    }

    /// <summary>The address; as it was typed where Slack only made a link of it, such as <c>acme.com</c>.</summary>
    private static string Address(string address, string label, string scheme)
    {
        var bare = address[(scheme.Length + 1)..].TrimStart('/');
        if (scheme is "mailto" or "tel") return label.Length > 0 ? label : bare;
        return label.TrimEnd('/') == bare.TrimEnd('/') && label.Length > 0 ? label : address;
    }

    private static string? Scheme(string address)
    {
        var end = address.IndexOf(':');
        return end > 0 && address[..end].All(char.IsAsciiLetter) ? address[..end] : null;
    }

    /// <summary>Each entity once, so that what somebody wrote out, such as <c>&amp;lt;</c>, stays written out.</summary>
    private static string Unescape(string text) => text
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>Plain stretches and what stands between angle brackets, in turn. A bracket without its partner is plain.</summary>
    private static IEnumerable<Piece> Pieces(string text)
    {
        var from = 0;
        while (from < text.Length)
        {
            var open = text.IndexOf('<', from);
            var close = open < 0 ? -1 : text.AsSpan(open + 1).IndexOfAny('<', '>');
            if (close < 0) break;
            close += open + 1;
            var isWhole = text[close] == '>' && close > open + 1;
            var plainEnd = isWhole ? open : close + (text[close] == '>' ? 1 : 0);
            if (plainEnd > from) yield return Piece.Of(text[from..plainEnd]);
            if (isWhole) yield return Piece.Special(text[open..(close + 1)]);
            from = isWhole ? close + 1 : plainEnd;
        }

        if (from < text.Length) yield return Piece.Of(text[from..]);
    }

    /// <summary>A part of a text between markup.</summary>
    /// <param name="Raw">As delivered.</param>
    /// <param name="Inner">Without brackets and label.</param>
    /// <param name="Label">What Slack would show, still escaped; may be empty.</param>
    /// <param name="IsSpecial">It stood between angle brackets.</param>
    private readonly record struct Piece(string Raw, string Inner, string Label, bool IsSpecial)
    {
        public char Mark => Inner[0];

        public string Id => Inner[1..];

        public bool IsPerson => IsSpecial && Mark == '@' && IsPersonId(Id);

        public static Piece Of(string plain) => new(plain, plain, "", false);

        public static Piece Special(string raw)
        {
            var parts = raw[1..^1].Split('|', 2);
            return parts[0].Length > 0 ? new(raw, parts[0], parts.ElementAtOrDefault(1) ?? "", true) : Of(raw);
        }
    }
}
