namespace AccountNudge.Bot.Platforms.Drawing;

/// <summary>A card in words alone, for where a platform takes nothing else.</summary>
internal static class PlainWords
{
    /// <summary>Line by line, top to bottom. Without the buttons: words cannot be pressed.</summary>
    public static IEnumerable<RichText> Of(Card card) => card.Parts.SelectMany(Of).Prepend(card.Headline);

    private static IEnumerable<RichText> Of(CardPart part) => part switch
    {
        Heading heading => [heading.Text],
        Paragraph paragraph => [paragraph.Text],
        Quote quote => [quote.Words],
        Note note => [note.Text],
        Facts facts => facts.Items.Select(Line),
        Section section => section.Detail is { } detail ? [section.Text, detail] : [section.Text],
        Progress progress => [progress.Text, progress.Bar],
        Fold fold => fold.Parts.SelectMany(Of).Prepend(fold.Title),
        Table table => FigureWords.Of(table).Prepend(table.Caption),
        Chart chart => Of(FigureWords.TableOf(chart)),
        _ => [],
    };

    private static RichText Line(Fact fact) => string.IsNullOrWhiteSpace(fact.Label) ? fact.Value : new RichText([new Words($"{fact.Label.Trim()}: "), .. fact.Value.Runs]);
}
