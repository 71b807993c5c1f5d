using AccountNudge.Bot.Slack.Messages;
using AccountNudge.Bot.Tests.Cards;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Tests.Slack.Messages;

public sealed class MrkdwnTests
{
    public static TheoryData<string, string, bool> Texts() => new()
    {
        { "bold and words", "*Sabine Klein* waits &amp; hopes", true },
        { "spaces outside", " *Sabine* waits", true },
        { "a person", "<@U123ABC>, look", true },
        { "a person of elsewhere", "Anna &lt;3, look", true },
        { "a star inside", "a*b waits", false },
        { "a letter touches", "Weber" + "s waits", false },
        { "marks in the words", "_so_ it is", false },
        { "a quotation", "&gt; so it is", false },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Writes_what_markup_can_carry_and_knows_what_it_cannot(string kind, string markup, bool carries)
    {
        RichText text = kind switch
        {
            "bold and words" => new RichText([new Strong("Sabine Klein"), new Words(" waits & hopes")]),
            "spaces outside" => new RichText([new Strong(" Sabine "), new Words("waits")]),
            "a person" => new RichText([new Mention("U123ABC", "Anna"), new Words(", look")]),
            "a person of elsewhere" => new RichText([new Mention("29:x", "Anna <3"), new Words(", look")]),
            "a star inside" => new RichText([new Strong("a*b"), new Words(" waits")]),
            "a letter touches" => new RichText([new Strong("Weber"), new Words("s waits")]),
            "marks in the words" => "_so_ it is",
            _ => "> so it is",
        };
        Mrkdwn.Of(text).ShouldBe(markup);
        Mrkdwn.Carries(text).ShouldBe(carries);
    }

    [Fact]
    public void A_text_that_markup_cannot_carry_is_drawn_as_rich_text()
    {
        var block = Blocks.Said(new RichText([new Strong("a*b"), new Words(" <waits> "), new Mention("U123ABC", "Anna")]), allowRich: true).ShouldHaveSingleItem();
        block.ToJsonString(Rendered.Json).ShouldBe("""
            {
              "type": "rich_text",
              "elements": [
                {
                  "type": "rich_text_section",
                  "elements": [
                    {
                      "type": "text",
                      "text": "a*b",
                      "style": {
                        "bold": true
                      }
                    },
                    {
                      "type": "text",
                      "text": " <waits> "
                    },
                    {
                      "type": "user",
                      "user_id": "U123ABC"
                    }
                  ]
                }
              ]
            }
            """);
    }

    [Fact]
    public void Long_texts_are_cut_between_sentences_or_words()
    {
        var sentences = string.Join(' ', Enumerable.Repeat("The delivery is late again.", 300));
        var pieces = Blocks.Splitting.Split(sentences, 3000);
        pieces.Count.ShouldBe(3);
        pieces.ShouldAllBe(piece => piece.Plain.EndsWith("again.", StringComparison.Ordinal) && piece.Plain.Length <= 3000);
        Blocks.Splitting.Split(string.Join(' ', Enumerable.Repeat("word", 900)), 3000).ShouldAllBe(piece => piece.Plain.StartsWith("word", StringComparison.Ordinal) && piece.Plain.EndsWith("word", StringComparison.Ordinal));
        Blocks.Splitting.Split(string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 500)), 3000).ShouldAllBe(piece => piece.Plain.StartsWith("👩‍👩", StringComparison.Ordinal) && piece.Plain.EndsWith("‍👦", StringComparison.Ordinal));
    }
}
