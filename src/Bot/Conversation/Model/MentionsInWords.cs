using System.Text.RegularExpressions;

namespace AccountNudge.Bot.Conversation.Model;

/// <summary>
/// Colleagues named within people's words, as <c>@[id|name]</c>. They are stored so, by the platform's id of the person, and shown by name:
/// the one they have now where they are known, else the one they had.
/// </summary>
internal static partial class MentionsInWords
{
    private static readonly Text Someone = new($"someone", $"jemand");

    /// <summary>A mention, as it stands in words; nothing in the name can end it.</summary>
    public static string Of(string personId, string name) =>
        $"@[{personId}|{string.Concat(name.Where(character => character is not ('[' or ']' or '|') && !char.IsControl(character)))}]";

    /// <summary>The ids of those whom words mention.</summary>
    public static IEnumerable<string> Ids(string words) => words.Contains("@[", StringComparison.Ordinal) ? Mark().Matches(words).Select(mark => mark.Groups["id"].Value) : [];

    /// <summary>Words with names in the place of mentions.</summary>
    /// <param name="words">As stored.</param>
    /// <param name="names">The names people have now, by the platform's id.</param>
    /// <param name="voice">The reader's, for someone who has no name.</param>
    /// <param name="sign">What stands before a name.</param>
    public static string Shown(string words, IReadOnlyDictionary<string, string> names, Voice voice, string sign = "") =>
        words.Contains("@[", StringComparison.Ordinal) ? Mark().Replace(words, mark => sign + NameOf(mark, names, voice)) : words;

    /// <summary>Words of a form with mentions for the names that stand there behind an @.</summary>
    public static string Read(string words, IEnumerable<KnownName> names)
    {
        if (!words.Contains('@', StringComparison.Ordinal)) return words;
        foreach (var member in names.Where(name => name.PersonId is not null).OrderByDescending(name => name.Name.Length))
            words = Regex.Replace(words, $@"(?<!\w)@{Regex.Escape(member.Name)}(?!\w)", _ => Of(member.PersonId!, member.Name), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return words;
    }

    /// <summary>The first characters of words, at most so many as shown; a mention is there whole or not at all.</summary>
    public static string Cut(string words, int most)
    {
        var (at, shown) = (0, 0);
        foreach (Match mark in Mark().Matches(words))
        {
            if (shown + mark.Index - at >= most) break;
            shown += mark.Index - at;
            at = mark.Index;
            if (shown + mark.Groups["name"].Length > most) return words[..at];
            shown += mark.Groups["name"].Length;
            at += mark.Length;
        }

        var end = Math.Min(words.Length, at + most - shown);
        return words[..(end < words.Length && end > 0 && char.IsHighSurrogate(words[end - 1]) ? end - 1 : end)];
    }

    /// <summary>A card with names in the place of mentions.</summary>
    public static Card Shown(Card card, IReadOnlyDictionary<string, string> names, Voice voice) => CardTexts.Change(card, words => Shown(words, names, voice));

    /// <summary>Whom a card mentions.</summary>
    public static IReadOnlySet<string> Ids(Card card)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        CardTexts.Change(card, words =>
        {
            ids.UnionWith(Ids(words));
            return words;
        });
        return ids;
    }

    private static string NameOf(Match mark, IReadOnlyDictionary<string, string> names, Voice voice)
    {
        var (id, name) = (mark.Groups["id"].Value, mark.Groups["name"].Value.Trim());
        return names.GetValueOrDefault(id) ?? (name.Length == 0 ? Someone.Plain(voice) : name);
    }

    [GeneratedRegex(@"@\[(?<id>[^\[\]|\s]+)\|(?<name>[^\[\]|\n]*)\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mark();
}
