using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Texts;
using FsCheck;
using FsCheck.Fluent;

namespace AccountNudge.Bot.Tests.Cards;

/// <summary>Cards of any shape, with texts that would break or abuse a chat if they were taken for markup.</summary>
internal static class HostileCards
{
    private static readonly string[] Pieces =
    [
        "<!channel>", "<!here|x>", "<@U123>", "<@UBOB|Bob>", "<#C1|general>", "<https://evil.example|bank>", "<!subteam^S1|@all>", "@channel ", "&amp;", "& ", "<", ">", "> quoted\n", "*bold*", "*", "_it_", "~no~", "`code`", "```",
        "<at>Anna</at>", "<AT id=\"0\">", "< / at>", "[bank](https://evil.example)", "{{DATE(2017-02-14T06:08:00Z, SHORT)}}", "${title}", "# ", "- ", "1. ", "12) ", "\u2028", "\u0007", "\u2066", "\u200b", "5. März ", "(Berlin) ",
        "Sabine ", "Klein ", "Weber GmbH ", "Straße ", "late again. ", "Really? ", "Yes! ", "\n", "\n\n", " ", "", "🎉", "👩‍👩‍👧‍👦", "שלום ", "\u202Eright ", "u\u0308", ":smile: ", "|", "\"", "\\", "\t", "– ", "%s ", "{0} ", "\u0301",
    ];

    private static Gen<string> Line => Gen.Elements(Pieces).ArrayOf().Select(string.Concat);

    private static Gen<string> Long => Gen.Elements("a", "word ", "😀", "&", "Sentence. ", "\n", "<b>").SelectMany(unit => Gen.Choose(1, 10_000).Select(length => string.Concat(Enumerable.Repeat(unit, length / unit.Length))));

    public static Gen<string> AnyText => Gen.Frequency((12, Line), (1, Long));

    private static Gen<Inline> Run => Gen.Frequency(
        (4, AnyText.Select(text => (Inline)new Words(text))),
        (2, Line.Select(text => (Inline)new Strong(text))),
        (1, Gen.Elements("U123ABC", "W9", "U-ANNA", "", "U1>", "29:1abc-D_e", "29:1xyz", "8:orgid:0d3f6a1c-1111-2222-3333-444455556666", "29:1<at>", "28:bot").SelectMany(id => Line.Select(name => (Inline)new Mention(id, name)))));

    private static Gen<RichText> Rich => Run.ArrayOf().Select(runs => new RichText([.. runs.Take(6)]));

    private static Gen<Button> Button => Gen.Elements("complaint.acknowledge", "complaint.on-it", "record.remove").SelectMany(action => AnyText.SelectMany(label => Gen.Elements(ButtonStyle.Default, ButtonStyle.Primary, ButtonStyle.Danger).Select(style =>
        new Button(action, label, new ButtonValue(Guid.Empty, Guid.Empty, "2027-05-14").ToString(), style))));

    private static Gen<Button[]> Buttons => Gen.Frequency((8, Gen.Choose(0, 5)), (1, Gen.Choose(20, 60))).SelectMany(count => Button.ArrayOf(count));

    private static Gen<CardPart> Leaf => Gen.OneOf(
        Rich.Select(text => (CardPart)new Heading(text)),
        Rich.Select(text => (CardPart)new Paragraph(text)),
        AnyText.Select(text => (CardPart)new Quote(text)),
        Rich.Select(text => (CardPart)new Note(text)),
        Line.SelectMany(label => Rich.Select(value => new Fact(label, value))).ArrayOf().Select(facts => (CardPart)new Facts(facts)),
        Rich.SelectMany(text => Rich.SelectMany(detail => Buttons.Select(buttons => (CardPart)new Section(text, detail.Plain.Length % 2 == 0 ? detail : null, buttons)))),
        Buttons.Select(buttons => (CardPart)new Actions(buttons)),
        Rich.SelectMany(text => Gen.Choose(-1, 300).SelectMany(done => Gen.Choose(-1, 200).Select(all => (CardPart)new Progress(text, done, all)))),
        Gen.Constant((CardPart)new Divider()),
        Tables,
        Charts);

    private static Gen<CardPart> Tables => Gen.Choose(1, 25).SelectMany(columns => Gen.Frequency((6, Gen.Choose(0, 8)), (1, Gen.Choose(95, 120))).SelectMany(rows =>
        Line.SelectMany(caption => Gen.Elements(Pieces).ArrayOf(columns).SelectMany(header => Gen.Elements(Pieces).ArrayOf(columns).ArrayOf(rows).Select(cells => (CardPart)new Table(caption, header, cells))))));

    private static Gen<CardPart> Charts => Gen.Elements(ChartKind.Bar, ChartKind.Line, ChartKind.Donut).SelectMany(kind => Gen.Choose(0, 25).SelectMany(categories => Gen.Choose(1, 8).SelectMany(series => Gen.Elements("Complaints", "<!channel>", "", new string('x', 51)).SelectMany(title =>
        Gen.Choose(-3, 40).ArrayOf(categories).ArrayOf(series).Select(values => (CardPart)new Chart(
            kind, title, [.. Enumerable.Range(1, categories).Select(index => index % 7 == 0 ? $"A very long category {index}" : $"Week {index}")], [.. values.Select((points, index) => new ChartSeries($"Series {index}", [.. points.Select(point => (decimal)point)]))]))))));

    private static Gen<CardPart> Part => Gen.Frequency((9, Leaf), (1, Rich.SelectMany(title => Leaf.ArrayOf().Select(parts => (CardPart)new Fold(title, parts)))));

    public static Gen<Card> Any => Rich.SelectMany(headline => Gen.Frequency((5, Gen.Choose(0, 8)), (1, Gen.Choose(40, 70))).SelectMany(count => Part.ArrayOf(count).Select(parts => new Card(headline, parts))));
}
