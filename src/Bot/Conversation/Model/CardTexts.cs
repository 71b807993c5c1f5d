namespace AccountNudge.Bot.Conversation.Model;

/// <summary>All that can be read on a card.</summary>
internal static class CardTexts
{
    /// <summary>The card with other words; who is notified stays.</summary>
    public static Card Change(Card card, Func<string, string> words)
    {
        return new Card(Rich(card.Headline), [.. card.Parts.Select(Part)]);

        RichText Rich(RichText text) => new([.. text.Runs.Select(run => run switch
        {
            Words plain => new Words(words(plain.Characters)),
            Strong strong => new Strong(words(strong.Characters)),
            _ => run,
        })]);

        IReadOnlyList<Button> Labelled(IReadOnlyList<Button> buttons) => [.. buttons.Select(button => button with { Label = words(button.Label) })];

        CardPart Part(CardPart part) => part switch
        {
            Heading heading => new Heading(Rich(heading.Text)),
            Paragraph paragraph => new Paragraph(Rich(paragraph.Text)),
            Quote quote => new Quote(words(quote.Words)),
            Note note => new Note(Rich(note.Text)),
            Facts facts => new Facts([.. facts.Items.Select(fact => new Fact(words(fact.Label), Rich(fact.Value)))]),
            Section section => new Section(Rich(section.Text), section.Detail is { } detail ? Rich(detail) : null, Labelled(section.Buttons)),
            Actions actions => new Actions(Labelled(actions.Buttons)),
            Fold fold => new Fold(Rich(fold.Title), [.. fold.Parts.Select(Part)]),
            Table table => new Table(words(table.Caption), [.. table.Header.Select(words)], [.. table.Rows.Select(row => row.Select(words).ToList())]),
            Chart chart => chart with
            {
                Title = words(chart.Title),
                Categories = [.. chart.Categories.Select(words)],
                Series = [.. chart.Series.Select(series => series with { Name = words(series.Name) })],
            },
            _ => part,
        };
    }
}
