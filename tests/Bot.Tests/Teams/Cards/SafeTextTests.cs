using System.Text.Json.Nodes;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Teams.Cards;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Tests.Teams.Cards;

public sealed class SafeTextTests
{
    private static readonly Mention Anna = new("29:1anna", "Anna");

    [Theory]
    [InlineData("Weber GmbH & Söhne (Berlin)", "Weber GmbH & Söhne (Berlin)")]
    [InlineData("5. März", "5.\u00a0März")]
    [InlineData("- and so on", "-\u00a0and so on")]
    [InlineData("due 14:00, 3 of 5 – 12.5 %", "due 14:00, 3 of 5 – 12.5 %")]
    [InlineData("4*3", null)]
    [InlineData("snake_case", null)]
    [InlineData("[x](https://evil.example)", null)]
    [InlineData("https://acme.example", null)]
    [InlineData("www.acme.example", null)]
    [InlineData("# one", null)]
    [InlineData("> two", null)]
    [InlineData("a\\b", null)]
    [InlineData("R&D; &amp;", null)]
    [InlineData("14.", null)]
    [InlineData("---", null)]
    [InlineData("<at>Anna</at>", null)]
    public void Markup_carries_only_what_cannot_be_taken_for_markup(string typed, string? written) => Markdown.Of(typed, _ => null).ShouldBe(written);

    [Fact]
    public void Bold_is_written_where_no_letter_touches_it()
    {
        Markdown.Of(new RichText([new Strong("Sabine Klein (Weber)"), new Words(" waits")]), _ => null).ShouldBe("**Sabine Klein (Weber)** waits");
        Markdown.Of(new RichText([new Strong("Sabine"), new Words("s")]), _ => null).ShouldBeNull();
    }

    [Theory]
    [InlineData("<at>Bob</at>", "<\u2060at>Bob<\u2060/at>")]
    [InlineData("< / AT>", "<\u2060 / AT>")]
    [InlineData("{{DATE(2017-02-14T06:08:00Z)}}", "{\u2060{DATE(2017-02-14T06:08:00Z)}}")]
    [InlineData("\u202Eevil\u2066\u2069\u202c", "evil")]
    [InlineData("a\tb\u0007c", "a b c")]
    [InlineData("שלום 👩‍👩‍👧 a < b {c}", "שלום 👩‍👩‍👧 a < b {c}")]
    public void Characters_stay_and_nothing_is_made_of_them(string typed, string shown) => SafeText.Of(typed).ShouldBe(shown);

    [Theory]
    [InlineData("29:1abc_D-e.f", true)]
    [InlineData("8:orgid:0d3f6a1c-1111-2222-3333-444455556666", true)]
    [InlineData("0d3f6a1c-1111-2222-3333-444455556666", true)]
    [InlineData("28:bot", false)]
    [InlineData("U0123ABC", false)]
    [InlineData("29:", false)]
    [InlineData("29:1<at>", false)]
    [InlineData("29:1abc\n", false)]
    [InlineData("", false)]
    public void Only_people_of_teams_are_mentioned(string id, bool isPerson)
    {
        var card = AdaptiveCardRenderer.One(new Card(new RichText([new Mention(id, "Anna"), new Words(", please ring")])));
        (card["msteams"]!["entities"] is not null).ShouldBe(isPerson);
        AdaptiveCardWords.Shown([card]).ShouldContain("Anna");
    }

    [Fact]
    public void Who_is_mentioned_in_a_text_with_marks_is_named_in_it_and_notified_below()
    {
        var card = AdaptiveCardRenderer.One(new Card(new RichText([Anna, new Words(" *waits* for <at>Ben</at>")])));
        AdaptiveCardRules.BrokenBy(card).ShouldBeEmpty();
        AdaptiveCardOutline.Of(card).ReplaceLineEndings("\n").ShouldBe("= Anna *waits* for <\u2060at>Ben<\u2060/at>\n# <at>Anna</at>  (size=Small isSubtle=true spacing=None)\n@ <at>Anna</at> = 29:1anna\n");
    }

    [Fact]
    public void Two_people_of_one_name_are_two()
    {
        var card = AdaptiveCardRenderer.One(new Card(new RichText([Anna, new Words(" and "), new Mention("29:1other", "Anna"), new Words(" and "), Anna])));
        ((string?)card["body"]![0]!["text"]).ShouldBe("<at>Anna</at> and <at>Anna 2</at> and <at>Anna</at>");
        card["msteams"]!["entities"]!.AsArray().Select(entity => (string?)entity!["mentioned"]!["id"]).ShouldBe(["29:1anna", "29:1other"]);
    }

    [Fact]
    public void More_people_than_there_is_room_for_are_named_all_the_same()
    {
        var card = new Card("All", new Paragraph(new RichText([.. Enumerable.Range(1, 200).Select(number => new Mention($"29:1person{number}", $"Person {number}"))])));
        var drawn = AdaptiveCardRenderer.All(card).ShouldHaveSingleItem();
        AdaptiveCardRules.BrokenBy(drawn).ShouldBeEmpty();
        drawn["msteams"]!["entities"]!.AsArray().Count.ShouldBeInRange(10, 100);
        AdaptiveCardWords.Shown([drawn]).ShouldContain("Person200");
    }

    [Fact]
    public void Each_line_is_an_element_of_its_own()
    {
        var card = AdaptiveCardRenderer.One(new Card("one\r\ntwo\u2028three\n\n\nfour"));
        card["body"]!.AsArray().Select(line => ((string?)line!["spacing"], (string?)line["inlines"]![0]!["text"])).ShouldBe([(null, "one"), ("None", "two"), ("None", "three"), ("Small", "four")]);
    }

    [Fact]
    public void A_nudge_about_the_longest_complaint_keeps_its_buttons()
    {
        var card = new Card("Sabine waits", new Quote(string.Concat(Enumerable.Repeat("The delivery is late. ", 1000))), new Note("open since Friday"), new Actions([new Button("complaint.acknowledge", "Client knows", "1.2.")]));
        var body = AdaptiveCardRenderer.One(card)["body"]!.AsArray().Select(element => (string?)element!["type"]).ToList();
        (body[0], body[^2], body[^1]).ShouldBe(("TextBlock", "ActionSet", "RichTextBlock"));
    }

    [Fact]
    public void A_table_stands_as_one_and_a_wide_one_in_words()
    {
        RenderedReply(new Table("Quiet", ["Account", "Days"], [["Otto KG", "51"], ["Weber", ""]])).ShouldBe(["TextBlock", "RichTextBlock", "Table"]);
        RenderedReply(new Table("Quiet", ["a", "b", "c", "d", "e", "f"], [["1", "2", "3", "4", "5", "6"]])).ShouldBe(["TextBlock", "RichTextBlock", "RichTextBlock"]);
    }

    [Fact]
    public void A_divider_is_a_line_above_what_comes_next()
    {
        var body = AdaptiveCardRenderer.One(new Card("a", new Divider(), new Divider(), new Paragraph("b"), new Divider()))["body"]!.AsArray();
        body.Select(element => (bool?)element!["separator"]).ShouldBe([null, true]);
    }

    [Fact]
    public void A_message_carries_its_card_and_what_a_notification_says_and_no_text_beside()
    {
        var card = AdaptiveCardRenderer.One(new Card("Sabine waits"));
        var message = AdaptiveCardRenderer.Message(card, "Sabine\nwaits");
        JsonNode.DeepEquals(message, new JsonObject
        {
            ["type"] = "message",
            ["summary"] = "Sabine waits",
            ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card }),
        }).ShouldBeTrue();
    }

    [Fact]
    public void A_card_with_nothing_in_it_is_shown_all_the_same() => AdaptiveCardRules.BrokenBy(AdaptiveCardRenderer.All(new Card("", new Divider())).ShouldHaveSingleItem()).ShouldBeEmpty();

    private static List<string?> RenderedReply(CardPart part) => [.. AdaptiveCardRenderer.One(new Card("All of it", part))["body"]!.AsArray().Select(element => (string?)element!["type"])];
}
