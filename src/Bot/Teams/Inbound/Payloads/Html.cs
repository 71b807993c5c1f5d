using System.Net;
using System.Text;

namespace AccountNudge.Bot.Teams.Inbound.Payloads;

/// <summary>What a person reads in a message that Teams hands over as HTML. Only characters come out of it, never markup.</summary>
internal static class Html
{
    private static readonly HashSet<string> Lines = new(["br", "p", "div", "li", "tr", "ul", "ol", "table", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "hr"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Pictures = new(["img", "emoji", "customemoji"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Unseen = new(["script", "style", "head"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The words, a line for each paragraph; emoji and pictures by what stands for them, mentions by name. Never throws.</summary>
    public static string Plain(string html)
    {
        var plain = new StringBuilder();
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            var close = open < 0 ? -1 : html.IndexOf('>', open);
            plain.Append(html, at, (close < 0 ? html.Length : open) - at);
            if (close < 0) break;
            var tag = html[(open + 1)..close];
            at = !tag.StartsWith('/') && Unseen.Contains(Name(tag)) ? EndOf(html, Name(tag), close) : close + 1;
            if (Lines.Contains(Name(tag))) plain.Append('\n');
            else if (Pictures.Contains(Name(tag))) plain.Append(Alternative(tag));
        }

        return Tidy(WebUtility.HtmlDecode(plain.ToString()));
    }

    private static string Name(string tag) => new([.. tag.TrimStart('/').TakeWhile(char.IsAsciiLetterOrDigit)]);

    private static int EndOf(string html, string name, int from) =>
        html.IndexOf($"</{name}", from, StringComparison.OrdinalIgnoreCase) is var end and >= 0 ? end : html.Length;

    private static string Alternative(string tag)
    {
        const string Attribute = "alt=\"";
        var begin = tag.IndexOf(Attribute, StringComparison.OrdinalIgnoreCase) + Attribute.Length;
        var end = begin < Attribute.Length ? -1 : tag.IndexOf('"', begin);
        return end < 0 ? "" : tag[begin..end];
    }

    /// <summary>No line is empty, and none has spaces around it.</summary>
    private static string Tidy(string text) => string.Join('\n', text.Replace('\u00a0', ' ').Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
