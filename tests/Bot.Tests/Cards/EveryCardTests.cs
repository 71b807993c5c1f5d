using System.Net;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Local.Page;
using AccountNudge.Bot.Slack.Messages;
using AccountNudge.Bot.Teams.Cards;
using AccountNudge.Bot.Tests.Local;
using AccountNudge.Bot.Tests.Slack.Messages;
using AccountNudge.Bot.Tests.Teams.Cards;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Tests.Cards;

public sealed class EveryCardTests
{
    [Fact]
    public async Task Everything_the_product_says_is_valid_and_whole_on_every_platform()
    {
        await using var local = new LocalFixture();
        var (cards, forms) = await Product.Everything();
        cards.Count.ShouldBeGreaterThan(200);
        foreach (var (about, card) in cards)
        {
            InSlack(about, CardRewriting.ForSlack(card));
            InTeams(about, CardRewriting.ForTeams(card));
            await OnTheLocalPage(local, about, card);
        }

        forms.Count.ShouldBeGreaterThan(20);
        foreach (var form in forms) await Filled(local, form);
    }

    private static void InSlack(string about, Card card)
    {
        foreach (var charts in (bool[])[true, false])
        {
            BlockKitRules.BrokenBy(BlockKitRenderer.One(card, charts)).ShouldBeEmpty(about);
            foreach (var message in BlockKitRenderer.All(card, charts)) BlockKitRules.BrokenBy(message).ShouldBeEmpty(about);
        }

        BlockKitRules.BrokenBy(BlockKitRenderer.Home(card)).ShouldBeEmpty(about);
    }

    private static void InTeams(string about, Card card)
    {
        AdaptiveCardRules.BrokenBy(AdaptiveCardRenderer.One(card)).ShouldBeEmpty(about);
        var all = AdaptiveCardRenderer.All(card);
        foreach (var drawn in all) AdaptiveCardRules.BrokenBy(drawn).ShouldBeEmpty(about);
        var named = AdaptiveCardWords.Named(card);
        var shown = AdaptiveCardWords.Shown(AdaptiveCardRenderer.All(named));
        foreach (var text in AdaptiveCardWords.Of(named)) shown.ShouldContain(text, Case.Sensitive, about);
    }

    private static async Task OnTheLocalPage(LocalFixture local, string about, Card card)
    {
        var html = await local.Get<PageRenderer>().Draw<CardView>(new() { ["Card"] = card, ["Voice"] = Voice.English, ["Reader"] = "U-ANNA" });
        html.ShouldNotContain("<script", Case.Insensitive, about);
        var buttons = card.Parts.SelectMany(AdaptiveCardWords.ButtonsOf).ToList();
        foreach (var button in buttons)
            html.ShouldContain(button.Url is { } url ? $"href=\"{WebUtility.HtmlEncode(url)}\"" : $"data-action=\"{WebUtility.HtmlEncode(button.ActionId)}\"", Case.Sensitive, about);

        WebUtility.HtmlDecode(html).ShouldContain(card.Headline.Runs.Count > 0 ? card.Headline.Runs[0].Plain.Trim() : "", Case.Sensitive, about);
    }

    private static async Task Filled(LocalFixture local, Form form)
    {
        BlockKitRules.BrokenBy(Modal.Of(form, "C0123456789|https://hooks.slack.com/commands/T0001/1234567890/abcdefghijklmnopqrstuvwx")).ShouldBeEmpty(form.Id);
        foreach (var inDialog in (bool[])[true, false]) AdaptiveCardRules.BrokenBy(FormCard.Of(form, "19:c1@thread.tacv2;messageid=1700000000000", inDialog)).ShouldBeEmpty(form.Id);
        var html = await local.Get<PageRenderer>().Draw<FormDialog>(new() { ["Form"] = form, ["Voice"] = Voice.German });
        foreach (var field in form.Fields) html.ShouldContain($"<label for=\"field-{field.Name}\">", Case.Sensitive, form.Id);
    }
}
