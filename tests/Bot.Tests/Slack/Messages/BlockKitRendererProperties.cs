using System.Text.Json.Nodes;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Slack.Messages;
using AccountNudge.Bot.Tests.Cards;
using AccountNudge.Core.Texts;
using FsCheck.Fluent;

namespace AccountNudge.Bot.Tests.Slack.Messages;

public sealed class BlockKitRendererProperties
{
    [Fact]
    public void Any_card_is_valid_as_one_message_as_several_and_at_home() => Check(card =>
    {
        foreach (var charts in (bool[])[true, false])
        {
            BlockKitRules.BrokenBy(BlockKitRenderer.One(card, charts)).ShouldBeEmpty();
            foreach (var message in BlockKitRenderer.All(card, charts)) BlockKitRules.BrokenBy(message).ShouldBeEmpty();
        }

        BlockKitRules.BrokenBy(BlockKitRenderer.Home(card)).ShouldBeEmpty();
    });

    [Fact]
    public void A_long_name_of_somebody_Slack_cannot_name_is_cut_like_other_words()
    {
        var card = new Card("Acme", new Paragraph(new string('a', 3700)), new Paragraph(new RichText([new Mention("29:x", new string('&', 300))])));

        BlockKitRules.BrokenBy(BlockKitRenderer.One(card)).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_of_a_card_is_lost_in_several_messages() => Check(card =>
    {
        foreach (var charts in (bool[])[true, false])
        {
            var shown = CardWords.Essence(string.Concat(BlockKitRenderer.All(card, charts).Select(message => CardWords.Shown(message.Blocks))));
            foreach (var text in CardWords.Of(Named(card)).Where(text => !IsLabel(card, text) && !(charts && IsNoSegment(card, text))))
                shown.Contains(CardWords.Essence(text), StringComparison.Ordinal).ShouldBeTrue(text);
        }
    });

    [Fact]
    public void A_fold_with_nothing_in_it_is_a_heading() =>
        CardWords.Shown(BlockKitRenderer.All(new Card("Acme", new Fold("More", [new Paragraph("")]))).Single().Blocks).ShouldBe("*Acme*More");

    [Fact]
    public void Every_button_stands_in_some_message_with_its_value() => Check(card =>
    {
        var drawn = BlockKitRenderer.All(card).SelectMany(message => Buttons(message.Blocks)).ToList();
        drawn.Count.ShouldBe(card.Parts.SelectMany(ButtonsOf).Count());
        drawn.ShouldAllBe(button => ((string)button["value"]!).StartsWith(Guid.Empty.ToString("N"), StringComparison.Ordinal));
    });

    [Fact]
    public void One_message_says_that_there_is_more_exactly_when_there_is() => Check(card =>
    {
        var (one, all) = (BlockKitRenderer.One(card), BlockKitRenderer.All(card));
        if (all.Count == 1) one.Blocks.ToJsonString().ShouldBe(all[0].Blocks.ToJsonString());
        else one.Blocks.OfType<JsonObject>().Any(block => CardWords.Shown(block) is ['+', ' ', .., '…']).ShouldBeTrue();
    });

    /// <summary>A label may be shortened on its button.</summary>
    private static bool IsLabel(Card card, string text) => card.Parts.SelectMany(ButtonsOf).Any(button => button.Label == text);

    /// <summary>A share of nothing is no part of a pie.</summary>
    private static bool IsNoSegment(Card card, string text) =>
        card.Parts.OfType<Chart>().Any(chart => chart is { Kind: ChartKind.Donut, Series: [var only] } && chart.Categories.Zip(only.Values).Any(share => share.First == text && share.Second == 0));

    /// <summary>A mention that Slack knows is drawn by its id.</summary>
    private static Card Named(Card card) => CardRewriting.Of(card, run => run is Mention mention && Mrkdwn.IsPerson(mention) ? new Words($"<@{mention.PersonId}>") : run);

    private static IEnumerable<Button> ButtonsOf(CardPart part) => part switch
    {
        Actions actions => actions.Buttons,
        Section section => section.Buttons,
        Fold fold => fold.Parts.SelectMany(ButtonsOf),
        _ => [],
    };

    private static IEnumerable<JsonObject> Buttons(JsonArray blocks) => blocks.OfType<JsonObject>().SelectMany(block => (string?)block["type"] switch
    {
        "actions" => block["elements"]!.AsArray().Select(button => button!.AsObject()),
        "container" => Buttons(block["child_blocks"]!.AsArray()),
        _ => [],
    });

    private static void Check(Action<Card> holds)
    {
        foreach (var card in HostileCards.Any.Sample(30, 100)) holds(card);
    }
}
