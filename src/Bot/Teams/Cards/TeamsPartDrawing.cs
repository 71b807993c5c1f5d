using System.Globalization;
using AccountNudge.Bot.Platforms.Drawing;

namespace AccountNudge.Bot.Teams.Cards;

/// <summary>Draws the parts of a card, top to bottom, each as a group of elements. For one card.</summary>
/// <param name="mentions">Who is mentioned; filled while drawing.</param>
/// <param name="isPrivate">It answers something private, which its buttons carry on.</param>
internal sealed class TeamsPartDrawing(Mentions mentions, bool isPrivate)
{
    private const int LongestHeadline = 60;
    private const int LongestFold = 70;
    private const int FactsAtOnce = 10;
    private const int ShortLabel = 40;
    private const int ShortValue = 120;

    private readonly Texts texts = new(mentions);
    private int folds;

    /// <summary>A whole card. The headline stands out where something stands below it, unless it has its own emphasis.</summary>
    public IReadOnlyList<Group> Draw(Card card)
    {
        var look = card switch
        {
            { Parts.Count: 0 } => TextStyle.Plain,
            _ when card.Headline.Runs.Any(run => run is Strong) => TextStyle.Sentence with { IsBold = false },
            _ => card.Headline.Plain.Length > LongestHeadline ? TextStyle.Sentence : TextStyle.Headline,
        };
        return [.. Group(texts.Said(card.Headline, look)), .. Draw(card.Parts, areFolded: false)];
    }

    /// <summary>A divider is a line above what comes next.</summary>
    private IEnumerable<Group> Draw(IEnumerable<CardPart> parts, bool areFolded)
    {
        var isDivided = false;
        foreach (var part in parts)
        {
            isDivided |= part is Divider;
            foreach (var group in Draw(part, areFolded))
            {
                if (isDivided) (group.Blocks[0]["separator"], group.Blocks[0]["spacing"], isDivided) = (true, "Medium", false);
                yield return group;
            }
        }
    }

    private IEnumerable<Group> Draw(CardPart part, bool isFolded) => part switch
    {
        Heading heading => Group(texts.Said(heading.Text, TextStyle.Heading)).Select(group => group with { JoinsNext = true }),
        Paragraph paragraph => Group(texts.Said(paragraph.Text, TextStyle.Plain)),
        Quote quote => Group(Elements.Quoted(texts.Said(quote.Words, TextStyle.Plain))),
        Note note => Group(texts.Said(note.Text, TextStyle.Note)),
        Facts facts => Group(RenderedReply(facts)),
        Section section => Group([.. texts.Said(section.Text, TextStyle.Section), .. section.Detail is { } detail ? texts.Said(detail, TextStyle.Note) : [], .. Elements.Actions(section.Buttons, isPrivate)]),
        Actions actions => Group(Elements.Actions(actions.Buttons, isPrivate)).Select(group => group with { JoinsPrevious = true }),
        Progress progress => Group([.. texts.Said(progress.Text, TextStyle.Plain), .. texts.Said(progress.Bar, TextStyle.Note)]),
        Fold fold => isFolded ? Opened(fold, isFolded) : Folded(fold),
        Table table => Group(RenderedReply(table)),
        Chart chart => Group(RenderedReply(chart)),
        _ => [],
    };

    /// <summary>None when there is nothing to show.</summary>
    private static IEnumerable<Group> Group(IEnumerable<JsonObject> elements) => elements.ToList() is { Count: > 0 } some ? [new Group(some, [])] : [];

    /// <summary>Side by side when all are short and without marks; else line by line.</summary>
    private IEnumerable<JsonObject> RenderedReply(Facts facts)
    {
        IReadOnlyList<Fact> items = [.. facts.Items.Where(fact => !SafeText.IsBlank(fact.Label) || !Texts.IsBlank(fact.Value))];
        var areShort = items.All(fact => fact.Label.Length <= ShortLabel && fact.Value.Plain.Length <= ShortValue);
        IReadOnlyList<JsonObject?> shorts = areShort ? [.. items.Select(Short)] : [null];
        if (shorts.All(fact => fact is not null)) return shorts.Chunk(FactsAtOnce).Select(some => new JsonObject { ["type"] = "FactSet", ["facts"] = new JsonArray([.. some]) });
        return texts.Said(Lines(items.Select(Line)), TextStyle.Plain);
    }

    private static JsonObject? Short(Fact fact)
    {
        var (title, value) = (Markdown.Of(fact.Label, _ => null), Markdown.Of(fact.Value, _ => null));
        return title is null || value is null || SafeText.IsBlank(title) || SafeText.IsBlank(value) || fact.Value.Runs.Any(Mentions.IsPerson)
            ? null
            : new JsonObject { ["title"] = title, ["value"] = value };
    }

    private static RichText Line(Fact fact) => SafeText.IsBlank(fact.Label)
        ? fact.Value
        : new RichText([new Strong(fact.Label.Trim()), new Words(": "), .. fact.Value.Runs]);

    private IEnumerable<JsonObject> RenderedReply(Table table)
    {
        var caption = texts.Said(table.Caption, TextStyle.Caption);
        return TeamsFigures.Of(table, (cell, look) => texts.Said(cell, look)) is { } drawn ? [.. caption, drawn] : [.. caption, .. InWords(table)];
    }

    private IEnumerable<JsonObject> RenderedReply(Chart chart)
    {
        var table = FigureWords.TableOf(chart);
        return TeamsFigures.Of(chart, InWords(table)) is { } drawn ? [.. texts.Said(chart.Title, TextStyle.Caption), drawn] : RenderedReply(table);
    }

    private IEnumerable<JsonObject> InWords(Table table) => texts.Said(Lines(FigureWords.Of(table)), TextStyle.Plain);

    private IEnumerable<Group> Opened(Fold fold, bool isFolded) => [.. Draw(new Heading(fold.Title), isFolded), .. Draw(fold.Parts, isFolded)];

    /// <summary>Hidden behind a button, in as many boxes as it takes. A title too rich for a button, or with nothing to hide, is a heading over open parts.</summary>
    private IEnumerable<Group> Folded(Fold fold)
    {
        var title = fold.Title.Plain.ReplaceLineEndings(" ").Trim();
        if (SafeText.IsBlank(title) || title.Length > LongestFold || fold.Title.Runs.Any(Mentions.IsPerson)) return Opened(fold, isFolded: true);
        IReadOnlyList<Group> inside = [.. Draw(fold.Parts, areFolded: true)];
        if (inside.Count == 0) return Draw(new Heading(fold.Title), isFolded: true);
        return Packing.All(inside, TeamsLimits.Fold).SelectMany((groups, index) => Group([Folded(
            index == 0 ? title : string.Create(CultureInfo.InvariantCulture, $"{title} ({index + 1})"),
            groups.SelectMany(group => group.Blocks))]));
    }

    private JsonObject Folded(string title, IEnumerable<JsonObject> elements)
    {
        var inside = Elements.Container(elements);
        inside["id"] = string.Create(CultureInfo.InvariantCulture, $"fold{++folds}");
        inside["isVisible"] = false;
        return Elements.Container([Elements.Toggle(title, (string)inside["id"]!), inside]);
    }

    private static RichText Lines(IEnumerable<RichText> lines) =>
        new([.. lines.SelectMany((line, index) => index == 0 ? line.Runs : [new Words("\n"), .. line.Runs])]);
}
