namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>What a token is.</summary>
public enum TokenKind
{
    /// <summary>Characters between spaces.</summary>
    Word,

    /// <summary>What stands between quotes.</summary>
    Quoted,

    /// <summary>A colleague, as <c>@[id|name]</c>.</summary>
    Mention,
}

/// <summary>One piece of a typed line.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As typed; without the quotes, or a mention's name.</param>
/// <param name="Start">Where it starts in the line.</param>
/// <param name="End">Where it ends in the line, exclusive.</param>
public sealed record Token(TokenKind Kind, string Text, int Start, int End)
{
    private const string Opening = "\"„“«»‚‘‹›'";
    private static readonly char[] Edges = [.. ",;:!?()[]{}\"'„“”«»‚‘’‹›…*_`~"];
    private const int LongestQuote = 200;
    private static readonly string[] Closing = ["\"", "“”\"", "”\"“", "»", "«", "‘’", "’", "›", "‹", "'"];

    private IReadOnlyList<string>? words;
    private string? key;

    /// <summary>A mention's platform id.</summary>
    public string PersonId { get; private init; } = "";

    /// <summary>Its folded words, for comparing names.</summary>
    public IReadOnlyList<string> Words => words ??= TextFolding.Words(Text);

    /// <summary>Folded, without the punctuation around it, but with its full stop: <c>14.</c> differs from <c>14</c>. Empty unless it is a plain word.</summary>
    public string Key => key ??= Kind == TokenKind.Word ? TextFolding.Of(Text.Trim(Edges)) : "";

    /// <summary>A folded plain word without its full stop.</summary>
    public string Word => Key.TrimEnd('.');

    /// <summary>Its first character; NUL where it has none, as a mention without a name.</summary>
    public char First => Text.Length > 0 ? Text[0] : '\0';

    /// <summary>Its last character; NUL where it has none.</summary>
    public char Last => Text.Length > 0 ? Text[^1] : '\0';

    /// <summary>What follows belongs to another part.</summary>
    public bool EndsPart => Kind == TokenKind.Word && Last is ',' or ';' or ':';

    /// <summary>Nothing but a comma, a dash or the like.</summary>
    public bool IsPunctuation => Kind == TokenKind.Word && Text.All(character => character is ',' or ';' or ':' or '.' or '-' or (>= '‐' and <= '―') or '−' or '!' or '?');

    /// <summary>The tokens of a line. Quotes protect what they enclose; a quote that is never closed is an ordinary character.</summary>
    public static IReadOnlyList<Token> Of(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] == '\0')
            {
                at++;
                continue;
            }

            var token = MentionAt(text, at) ?? QuotedAt(text, at) ?? WordAt(text, at);
            tokens.Add(token);
            at = token.End;
        }

        return tokens;
    }

    /// <summary>Up to a space; a mention within it is no place to part it.</summary>
    private static Token WordAt(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] != '\0') end = MentionAt(text, end)?.End ?? end + 1;
        return new Token(TokenKind.Word, text[start..end], start, end);
    }

    private static Token? QuotedAt(string text, int start)
    {
        var kind = Opening.IndexOf(text[start], StringComparison.Ordinal);
        if (kind < 0) return null;
        var window = text.AsSpan(start + 1, Math.Min(LongestQuote, text.Length - start - 1));
        var length = Closes(window, Closing[kind]);
        if (length <= 0 || window[..length].Contains('\n') || window[..length].IsWhiteSpace()) return null;
        var inner = text.Substring(start + 1, length).Trim();
        return new Token(TokenKind.Quoted, inner, start, start + length + 2);
    }

    /// <summary>Where a quotation closes; an apostrophe between letters does not close it.</summary>
    private static int Closes(ReadOnlySpan<char> window, string closing)
    {
        for (var at = 0; at < window.Length; at++)
        {
            if (closing.Contains(window[at], StringComparison.Ordinal) && !(window[at] is '\'' or '’' or '‘' && at + 1 < window.Length && char.IsLetterOrDigit(window[at + 1]))) return at;
        }

        return -1;
    }

    private static Token? MentionAt(string text, int start)
    {
        if (!text.AsSpan(start).StartsWith("@[")) return null;
        var window = text.AsSpan(start, Math.Min(2 * LongestQuote, text.Length - start));
        var close = window.IndexOf(']');
        var bar = window.IndexOf('|');
        if (close < 0 || bar < 3 || bar > close) return null;
        var name = window[(bar + 1)..close].ToString();
        return new Token(TokenKind.Mention, name, start, start + close + 1) { PersonId = window[2..bar].ToString() };
    }
}
