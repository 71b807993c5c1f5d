using AccountNudge.Bot.Platforms.Drawing;

namespace AccountNudge.Bot.Slack.Messages;

/// <summary>Which blocks may be used.</summary>
internal enum Palette
{
    /// <summary>A message: everything.</summary>
    Message,

    /// <summary>The App Home, and messages where newer blocks are refused: no charts, data tables and containers.</summary>
    Classic,

    /// <summary>Inside a container, which takes few kinds of blocks and certainly no rich text everywhere.</summary>
    Folded,
}

/// <summary>Draws the parts of a card, top to bottom, each as a group of blocks and in words.</summary>
internal sealed class SlackPartDrawing(Palette palette)
{
    /// <summary>A few short facts stand side by side; others get a line of their own. A section takes ten (docs.slack.dev/reference/block-kit/blocks/section-block).</summary>
    private const int FewFacts = 8;
    private const int ShortLabel = 40;
    private const int ShortValue = 80;

    /// <summary>docs.slack.dev/reference/block-kit/blocks/data-visualization-block: two a message.</summary>
    private const int MostCharts = 2;

    private readonly bool allowRich = palette != Palette.Folded;
    private int charts;
    private int tables;

    /// <summary>A whole card. The headline stands out where something stands below it, unless it has its own emphasis.</summary>
    public IReadOnlyList<Group> Draw(Card card)
    {
        var stands = card.Parts.Count > 0 && Mrkdwn.IsPlain(card.Headline) ? new RichText([new Strong(card.Headline.Plain)]) : card.Headline;
        return [.. Group(Blocks.Said(stands, allowRich), card.Headline), .. card.Parts.SelectMany(Draw)];
    }

    private IEnumerable<Group> Draw(CardPart part) => part switch
    {
        Heading heading => Group(Headed(heading.Text), heading.Text).Select(group => group with { JoinsNext = true }),
        Paragraph paragraph => Group(Blocks.Said(paragraph.Text, allowRich), paragraph.Text),
        Quote quote => Group(Blocks.Quoted(quote.Words, allowRich), quote.Words),
        Note note => Group(Blocks.Note(note.Text), note.Text),
        Facts facts => Draw(facts),
        Section section => Group([.. Blocks.Said(section.Text, allowRich), .. section.Detail is { } detail ? Blocks.Note(detail) : [], .. Blocks.Actions(section.Buttons)], section.Text, section.Detail ?? RichText.Empty),
        Actions actions => Group(Blocks.Actions(actions.Buttons)).Select(group => group with { JoinsPrevious = true }),
        Progress progress => Group([.. Blocks.Said(progress.Text, allowRich), .. Blocks.Note(progress.Bar)], progress.Text, progress.Bar),
        Divider => Group([Blocks.Divider()]),
        Fold fold => palette == Palette.Message ? Contained(fold) : [.. Draw(new Heading(fold.Title)), .. fold.Parts.SelectMany(Draw)],
        Table table => Draw(table),
        Chart chart => Draw(chart),
        _ => [],
    };

    /// <summary>None when there is nothing to show: Slack refuses empty blocks.</summary>
    private static IEnumerable<Group> Group(IEnumerable<JsonObject> blocks, params IReadOnlyList<RichText> says)
    {
        var group = new Group([.. blocks], says);
        return group.Blocks.Count > 0 ? [group] : [];
    }

    private IEnumerable<JsonObject> Headed(RichText text)
    {
        var line = text.Plain.ReplaceLineEndings(" ").Trim();
        return line.Length is > 0 and <= Blocks.LongestHeader && !text.Runs.Any(run => run is Mention)
            ? [Blocks.Header(line)]
            : Blocks.Said(new RichText([.. text.Runs.Select(run => run is Words words ? new Strong(words.Characters) : run)]), allowRich);
    }

    private IEnumerable<Group> Draw(Facts facts)
    {
        IReadOnlyList<Fact> items = [.. facts.Items.Where(fact => !string.IsNullOrWhiteSpace(fact.Label) || !Mrkdwn.IsBlank(fact.Value))];
        IReadOnlyList<RichText> lines = [.. items.Select(fact => Line(fact.Label, ": ", fact.Value))];
        IReadOnlyList<RichText> fields = [.. items.Select(fact => Line(fact.Label, "\n", fact.Value))];
        var areShort = items.Count is > 0 and <= FewFacts && items.All(fact => fact.Label.Length <= ShortLabel && fact.Value.Plain.Length <= ShortValue) && fields.All(Mrkdwn.Carries);
        return Group(areShort ? [Blocks.Fields(fields)] : Blocks.Said(Lines(lines), allowRich), lines);
    }

    private IEnumerable<Group> Draw(Table table)
    {
        if (palette == Palette.Message && tables == 0 && SlackFigures.DataTable(table) is { } block)
        {
            tables++;
            return Group([block], [table.Caption, .. FigureWords.Of(table)]);
        }

        IReadOnlyList<RichText> words = [new RichText([new Strong(table.Caption)]), .. FigureWords.Of(table)];
        return Group(Blocks.Said(Lines(words), allowRich), words);
    }

    private IEnumerable<Group> Draw(Chart chart)
    {
        var table = FigureWords.TableOf(chart);
        if (palette != Palette.Message || charts == MostCharts || SlackFigures.Visualization(chart) is not { } block) return Draw(table);
        charts++;
        return Group([block], [chart.Title, .. FigureWords.Of(table)]);
    }

    /// <summary>Collapsed, in as many containers as it takes. A title too rich for a container, or with nothing to hide, is a heading over open parts.</summary>
    private IEnumerable<Group> Contained(Fold fold)
    {
        var title = fold.Title.Plain.ReplaceLineEndings(" ").Trim();
        if (title.Length is 0 or > Blocks.LongestHeader - 10 || fold.Title.Runs.Any(run => run is Mention)) return [.. Draw(new Heading(fold.Title)), .. fold.Parts.SelectMany(Draw)];
        var folded = new SlackPartDrawing(Palette.Folded);
        IReadOnlyList<Group> inside = [.. fold.Parts.SelectMany(folded.Draw)];
        if (inside.Count == 0) return Draw(new Heading(fold.Title));
        return Packing.All(inside, SlackLimits.Container).SelectMany((groups, index) => Group(
            [Container(index == 0 ? title : FormattableString.Invariant($"{title} ({index + 1})"), groups.SelectMany(group => group.Blocks))],
            [.. index == 0 ? new[] { fold.Title } : [], .. groups.SelectMany(group => group.Says)]));
    }

    private static JsonObject Container(string title, IEnumerable<JsonObject> children) => new()
    {
        ["type"] = "container",
        ["title"] = Blocks.Plain(title),
        ["is_collapsible"] = true,
        ["default_collapsed"] = true,
        ["child_blocks"] = new JsonArray([.. children]),
    };

    private static RichText Line(string label, string between, RichText value) => string.IsNullOrWhiteSpace(label)
        ? value
        : new RichText([new Strong(label.Trim()), new Words(between), .. value.Runs]);

    private static RichText Lines(IEnumerable<RichText> lines) =>
        new([.. lines.SelectMany((line, index) => index == 0 ? line.Runs : [new Words("\n"), .. line.Runs])]);
}
