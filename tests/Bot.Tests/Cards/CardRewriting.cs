using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Tests.Cards;

/// <summary>A card with other runs in its place, such as people with ids as Slack gives them.</summary>
internal static class CardRewriting
{
    /// <summary>People of a talk, whose ids are made up (<c>U-ANNA</c>), as if Slack had named them (<c>U0ANNA</c>).</summary>
    public static Card ForSlack(Card card) => Of(card, run => run is Mention mention ? mention with { PersonId = mention.PersonId.Replace('-', '0') } : run);

    /// <summary>The same people as if Teams had named them (<c>29:1-ANNA</c>).</summary>
    public static Card ForTeams(Card card) => Of(card, run => run is Mention mention ? mention with { PersonId = mention.PersonId.Replace("U-", "29:1-", StringComparison.Ordinal) } : run);

    public static Card Of(Card card, Func<Inline, Inline> recast)
    {
        return new(Text(card.Headline), [.. card.Parts.Select(Part)]);

        RichText Text(RichText text) => new([.. text.Runs.Select(recast)]);

        CardPart Part(CardPart part) => part switch
        {
            Heading heading => new Heading(Text(heading.Text)),
            Paragraph paragraph => new Paragraph(Text(paragraph.Text)),
            Note note => new Note(Text(note.Text)),
            Facts facts => new Facts([.. facts.Items.Select(fact => new Fact(fact.Label, Text(fact.Value)))]),
            Section section => section with { Text = Text(section.Text), Detail = section.Detail is { } detail ? Text(detail) : null },
            Progress progress => progress with { Text = Text(progress.Text) },
            Fold fold => new Fold(Text(fold.Title), [.. fold.Parts.Select(Part)]),
            _ => part,
        };
    }
}
