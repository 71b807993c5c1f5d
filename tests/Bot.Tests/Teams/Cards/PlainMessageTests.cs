using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Teams.Cards;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Tests.Teams.Cards;

public sealed class PlainMessageTests
{
    public static TheoryData<string, CardPart, string> Parts => new()
    {
        { "heading", new Heading("We owe"), "We owe" },
        { "quote", new Quote("late\nagain"), "late again" },
        { "facts", new Facts([new Fact("Tier", "A"), new Fact("", "since 2019")]), "Tier: A\n\nsince 2019" },
        { "section", new Section("Acme waits", "since Friday", [new Button("On it", "onit", "1")]), "Acme waits\n\nsince Friday" },
        { "section alone", new Section("Acme waits", null, []), "Acme waits" },
        { "buttons", new Actions([new Button("On it", "onit", "1")]), "" },
        { "progress", new Progress("3 of 4", 3, 4), "3 of 4\n\n▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓░░░░░ 75\u00A0%" },
        { "divider", new Divider(), "" },
        { "fold", new Fold("More", [new Paragraph("Rest"), new Note("Small print")]), "More\n\nRest\n\nSmall print" },
        { "table", new Table("Week", ["", "Talks"], [["Anna", "3"]]), "Week\n\nAnna: 3" },
        { "chart", new Chart(ChartKind.Bar, "Talks", ["Mon"], [new ChartSeries("Calls", [1])]), "Talks\n\nMon: 1" },
        { "blank", new Paragraph(" \u2060"), "" },
        { "marks", new Paragraph("<at>Anna</at> {{DATE(x)}} **bold**"), "<\u2060at>Anna<\u2060/at> {\u2060{DATE(x)}} **bold**" },
        { "mention", new Paragraph(new RichText([new Mention("29:anna", "Anna"), new Words(" knows")])), "Anna knows" },
    };

    [Theory, MemberData(nameof(Parts), DisableDiscoveryEnumeration = true)]
    public void Every_part_of_a_card_has_its_words(string name, CardPart part, string words) =>
        TextOf(new Card("Hello", part)).ShouldBe(words.Length > 0 ? $"Hello\n\n{words}" : "Hello", name);

    [Fact]
    public void A_long_card_is_its_beginning_and_how_many_lines_are_left()
    {
        var text = TextOf(new Card("Hello", [.. Enumerable.Range(0, 60).Select(number => new Paragraph(new string('x', 120)))]));
        text.Length.ShouldBeLessThan(4_020);
        text.ShouldEndWith("\n\n+ 28 …");
        TextOf(new Card("Hello", new Paragraph(new string('x', 90_000)))).Length.ShouldBeLessThan(4_020);
    }

    [Fact]
    public void A_card_without_words_says_something_all_the_same() => TextOf(new Card("")).ShouldBe("…");

    private static string TextOf(Card card) => (string)PlainMessage.Of(card)["text"]!;
}
