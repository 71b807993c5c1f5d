using System.Text;
using System.Text.RegularExpressions;

namespace AccountNudge.Bot.Teams.Cards;

/// <summary>
/// One line of text in the markup of TextBlocks and facts, which is a part of CommonMark (learn.microsoft.com/adaptive-cards/
/// authoring-cards/text-features). A backslash before a mark is taken away on some clients and shown on others (msteams-docs issue 5793,
/// AdaptiveCards issue 5590), so nothing is escaped: a line with a mark in it is not carried, and is drawn as rich text, which has no markup.
/// </summary>
internal static partial class Markdown
{
    /// <summary>The line in markup; null when markup cannot carry it.</summary>
    /// <param name="line">Without line ends.</param>
    /// <param name="markOf">What stands for somebody who is mentioned; null for who is only named.</param>
    public static string? Of(RichText line, Func<Inline, string?> markOf)
    {
        var (written, plain) = (new StringBuilder(), new StringBuilder());
        for (var index = 0; index < line.Runs.Count; index++)
        {
            var run = line.Runs[index];
            var mark = markOf(run);
            var characters = Mentions.Shown(run);
            plain.Append(mark is null ? characters : "x");
            if (run is Strong && !SafeText.IsBlank(characters))
            {
                if (!CanBeBold(line.Runs, index)) return null;
                characters = Bold(characters);
            }

            written.Append(mark ?? characters);
        }

        return Marks().IsMatch(plain.ToString()) ? null : ListItem().Replace(written.ToString().Trim(), "${mark}\u00a0");
    }

    private static string Bold(string characters)
    {
        var (start, end) = (characters.Length - characters.TrimStart().Length, characters.TrimEnd().Length);
        return $"{characters[..start]}**{characters[start..end]}**{characters[end..]}";
    }

    /// <summary>Stars make bold only where no letter touches them.</summary>
    private static bool CanBeBold(IReadOnlyList<Inline> runs, int index)
    {
        var characters = runs[index].Plain;
        var (before, after) = (index > 0 ? runs[index - 1] : null, index + 1 < runs.Count ? runs[index + 1] : null);
        return (char.IsWhiteSpace(characters[0]) || Apart(before, before is { Plain.Length: > 0 } ? before.Plain[^1] : ' '))
            && (char.IsWhiteSpace(characters[^1]) || Apart(after, after is { Plain.Length: > 0 } ? after.Plain[0] : ' '));
    }

    private static bool Apart(Inline? neighbour, char touching) =>
        neighbour is not (Strong or Mention) && (char.IsWhiteSpace(touching) || (char.IsAscii(touching) && char.IsPunctuation(touching)));

    /// <summary>Emphasis, code, links and mentions, entities, addresses, and lines that are nothing but the beginning of a list or a rule.</summary>
    [GeneratedRegex(@"[*_~`\[\]<>\\#|{}@^=$]|&[#\p{L}]|://|www\.|^\s*([-+]+|\d+[.)])\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marks();

    /// <summary>What begins like the item of a list, such as <c>5. März</c>; before a space that does not break it is none.</summary>
    [GeneratedRegex(@"^(?<mark>(\*\*)?([-+]|\d+[.)]))[ \t]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ListItem();
}
