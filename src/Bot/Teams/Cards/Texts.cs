using AccountNudge.Bot.Platforms.Drawing;

namespace AccountNudge.Bot.Teams.Cards;

/// <summary>
/// Texts as elements, one for each line: clients differ in what they make of line ends (AdaptiveCards issues 4914, 5538, 8921). A line is
/// a RichTextBlock, which has no markup; one that is a heading or mentions somebody, which only a TextBlock can, is that where it can be.
/// </summary>
internal sealed class Texts(Mentions mentions)
{
    private const int Longest = 2_000;

    /// <summary>What ends a line: the ends of all platforms and of Unicode.</summary>
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r", "\u2028", "\u2029", "\u0085", "\v", "\f"];
    private static readonly Splitting Splitting = new(Mentions.IsPerson, characters => Load.SizeOf(SafeText.Of(characters)) - 2);

    /// <summary>A text, line by line; nothing when there is nothing to see.</summary>
    public IEnumerable<JsonObject> Said(RichText text, TextStyle look)
    {
        var (spacing, isFirst) = (look.Spacing, true);
        foreach (var line in Splitting.Split(text, Longest).SelectMany(Lines))
        {
            if (IsBlank(line))
            {
                if (!isFirst) spacing = "Small";
                continue;
            }

            foreach (var element in RenderedReply(line, look))
            {
                if (spacing is not null) element["spacing"] = spacing;
                yield return element;
                (spacing, isFirst) = ("None", false);
            }
        }
    }

    public static bool IsBlank(RichText text) => text.Runs.All(run => SafeText.IsBlank(run.Plain) && !Mentions.IsPerson(run));

    /// <summary>Where markup cannot carry a text, whoever it mentions is named in it and notified below it.</summary>
    private IEnumerable<JsonObject> RenderedReply(RichText line, TextStyle look)
    {
        IReadOnlyList<string> marks = [.. line.Runs.Select(mentions.MarkOf).OfType<string>().Distinct(StringComparer.Ordinal)];
        var meant = look.IsBold ? new RichText([.. line.Runs.Select(run => run is Strong strong ? new Words(strong.Characters) : run)]) : line;
        if ((look.IsHeading || marks.Count > 0) && Markdown.Of(meant, mentions.MarkOf) is { } markup) return [Block(markup, look)];
        var rich = new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray([.. meant.Runs.Where(run => Mentions.Shown(run).Length > 0).Select(run => Run(run, look))]) };
        return marks.Count > 0 ? [rich, Block(string.Join(' ', marks), TextStyle.Note)] : [rich];
    }

    private static JsonObject Block(string markup, TextStyle look)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = markup, ["wrap"] = true };
        if (look.IsHeading) block["style"] = "heading";
        if (look.IsHeading && !look.IsBold) block["weight"] = "Default";
        return Styled(block, look, look.IsBold);
    }

    private static JsonObject Run(Inline run, TextStyle look) =>
        Styled(new JsonObject { ["type"] = "TextRun", ["text"] = Mentions.Shown(run) }, look, look.IsBold || run is Strong);

    private static JsonObject Styled(JsonObject text, TextStyle look, bool isBold)
    {
        if (look.Size is { } size) text["size"] = size;
        if (isBold) text["weight"] = "Bolder";
        if (look.IsSubtle) text["isSubtle"] = true;
        if (look.Color is { } color) text["color"] = color;
        return text;
    }

    /// <summary>The text at its line ends, each line with its own runs.</summary>
    private static IEnumerable<RichText> Lines(RichText text)
    {
        var line = new List<Inline>();
        foreach (var run in text.Runs)
        {
            var pieces = Mentions.IsPerson(run) ? [run.Plain] : run.Plain.Split(LineEnds, StringSplitOptions.None);
            for (var index = 0; index < pieces.Length; index++)
            {
                if (index > 0)
                {
                    yield return new RichText(line);
                    line = [];
                }

                if (Mentions.IsPerson(run)) line.Add(run);
                else if (pieces[index].Length > 0) line.Add(run is Strong ? new Strong(pieces[index]) : new Words(pieces[index]));
            }
        }

        yield return new RichText(line);
    }
}
