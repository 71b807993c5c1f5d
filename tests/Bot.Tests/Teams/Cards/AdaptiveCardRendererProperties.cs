using System.Text.Json;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Teams.Cards;
using AccountNudge.Bot.Tests.Cards;
using AccountNudge.Core.Texts;
using FsCheck.Fluent;

namespace AccountNudge.Bot.Tests.Teams.Cards;

public sealed class AdaptiveCardRendererProperties
{
    [Fact]
    public void Any_card_is_valid_as_one_card_and_as_several() => Check(card =>
    {
        AdaptiveCardRules.BrokenBy(AdaptiveCardRenderer.One(card)).ShouldBeEmpty();
        foreach (var drawn in AdaptiveCardRenderer.All(card)) AdaptiveCardRules.BrokenBy(drawn).ShouldBeEmpty();
    });

    [Fact]
    public void Nothing_of_a_card_is_lost_in_several_cards() => Check(card =>
    {
        var named = AdaptiveCardWords.Named(card);
        var shown = AdaptiveCardWords.Shown(AdaptiveCardRenderer.All(named));
        foreach (var text in AdaptiveCardWords.Of(named)) shown.Contains(text, StringComparison.Ordinal).ShouldBeTrue(text);
    });

    [Fact]
    public void A_fold_with_nothing_in_it_is_a_heading() =>
        AdaptiveCardWords.Shown(AdaptiveCardRenderer.All(new Card("Acme", new Fold("More", [new Paragraph(" ")])))).ShouldBe("AcmeMore");

    [Fact]
    public void Every_button_stands_in_some_card_and_is_read_back_with_its_value() => Check(card =>
    {
        var pressed = AdaptiveCardRenderer.All(card).SelectMany(AdaptiveCardWords.Actions).Where(action => (string?)action["type"] == "Action.Execute")
            .Select(action => FormCard.ReadPress(JsonSerializer.SerializeToElement(action["data"])));
        pressed.ShouldBe(card.Parts.SelectMany(AdaptiveCardWords.ButtonsOf).Select(button => new Pressed(button.ActionId, button.Value)));
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_buttons_of_a_private_card_say_so_and_no_others_do(bool isPrivate) => Check(card =>
    {
        foreach (var drawn in AdaptiveCardRenderer.All(card, isPrivate))
        {
            AdaptiveCardRules.BrokenBy(drawn).ShouldBeEmpty();
            var pressed = AdaptiveCardWords.Actions(drawn).Where(action => (string?)action["type"] == "Action.Execute").Select(action => JsonSerializer.SerializeToElement(action["data"])).ToList();
            pressed.ShouldAllBe(data => PressData.IsPrivate(data) == isPrivate && data.EnumerateObject().Count() == (isPrivate ? 3 : 2));
        }
    });

    [Fact]
    public void One_card_says_that_there_is_more_exactly_when_there_is() => Check(card =>
    {
        var (one, all) = (AdaptiveCardRenderer.One(card), AdaptiveCardRenderer.All(card));
        if (all.Count == 1) one.ToJsonString().ShouldBe(all[0].ToJsonString());
        else one["body"]!.AsArray().Any(element => AdaptiveCardWords.Shown([element!.AsObject()]) is ['+', .., '…']).ShouldBeTrue();
    });

    [Fact]
    public void Nobody_is_mentioned_but_who_is_meant() => Check(card =>
    {
        var meant = new HashSet<string>(StringComparer.Ordinal);
        CardRewriting.Of(card, run => Note(run, meant));
        foreach (var drawn in AdaptiveCardRenderer.All(card))
        {
            var mentioned = drawn["msteams"]!["entities"]?.AsArray().Select(entity => (string)entity!["mentioned"]!["id"]!) ?? [];
            mentioned.ShouldBeSubsetOf(meant);
        }
    });

    private static Inline Note(Inline run, HashSet<string> meant)
    {
        if (run is Mention mention) meant.Add(mention.PersonId);
        return run;
    }

    private static void Check(Action<Card> holds)
    {
        foreach (var card in HostileCards.Any.Sample(30, 100)) holds(card);
    }
}
