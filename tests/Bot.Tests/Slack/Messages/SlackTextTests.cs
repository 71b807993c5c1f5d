using AccountNudge.Bot.Slack.Messages;
using AccountNudge.Bot.Tests.Cards;
using FsCheck.Fluent;

namespace AccountNudge.Bot.Tests.Slack.Messages;

public sealed class SlackTextTests
{
    private const string Bot = "UBOT01";
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal) { ["U123"] = "Sabine Klein", ["W9"] = "Never", [Bot] = "AccountNudge" };

    [Theory]
    [InlineData("log Acme: called", "log Acme: called")]
    [InlineData("tell <@U123> about it", "tell @[U123|Sabine Klein] about it")]
    [InlineData("tell <@U999|ben.b> about it", "tell @[U999|ben.b] about it")]
    [InlineData("tell <@U999> about it", "tell @[U999|] about it")]
    [InlineData("tell <@U999|a|b]c[d> about it", "tell @[U999|abcd] about it")]
    [InlineData("in <#C1|clients>", "in #clients")]
    [InlineData("in <#C1>", "in #C1")]
    [InlineData("see <https://acme.example/a?b=1&amp;c=2>", "see https://acme.example/a?b=1&c=2")]
    [InlineData("see <https://acme.example|our page>", "see https://acme.example")]
    [InlineData("see <http://acme.example|acme.example>", "see acme.example")]
    [InlineData("mail <mailto:a@b.example|a@b.example>", "mail a@b.example")]
    [InlineData("ring <tel:+49301234567|+49 30 1234567>", "ring +49 30 1234567")]
    [InlineData("ring <tel:+49301234567>", "ring +49301234567")]
    [InlineData("<!channel> and <!here|here> and <!subteam^S1|@sales> and <!subteam^S2>", "@channel and @here and @sales and @S2")]
    [InlineData("on <!date^1392734382^{date}|18 Feb 2014>", "on 18 Feb 2014")]
    [InlineData("a &lt; b &amp;&amp; c &gt; d", "a < b && c > d")]
    [InlineData("written out: &amp;lt;", "written out: &lt;")]
    [InlineData("odd <what> <|x> <> < b", "odd <what> <|x> <> < b")]
    [InlineData("<<@U123>>", "<@[U123|Sabine Klein]>")]
    [InlineData("", "")]
    public void Reads_what_slack_delivers(string delivered, string read) => SlackText.Read(delivered, Names, Bot).ShouldBe(read);

    [Theory]
    [InlineData("<@UBOT01> help", "help")]
    [InlineData("  <@UBOT01|nudge>: help", "help")]
    [InlineData("<@UBOT01> <@UBOT01>,\n help me", "help me")]
    [InlineData("<@UBOT01>", "")]
    [InlineData("<@UBOT01> <@U123> called", "@[U123|Sabine Klein] called")]
    [InlineData("ask <@UBOT01>", "ask @[UBOT01|AccountNudge]")]
    public void Drops_the_bots_own_mention_at_the_start(string delivered, string read) => SlackText.Read(delivered, Names, Bot).ShouldBe(read);

    [Fact]
    public void Without_a_known_bot_nothing_is_dropped() => SlackText.Read(" <@U123>: hi", Names, null).ShouldBe(" @[U123|Sabine Klein]: hi");

    [Fact]
    public void Finds_whom_a_text_mentions_once_each_in_order() =>
        SlackText.Mentioned("<@U2|x> <@U123> <#C1|y> <@B5> &lt;@U7&gt; <@WABC> <@U123|again>").ShouldBe(["U123", "WABC"]);

    [Fact]
    public void Whatever_was_escaped_reads_as_it_was_typed() => Check(text => SlackText.Read(SlackText.Escape(text), Names, Bot).ShouldBe(text));

    [Fact]
    public void Whatever_slack_delivers_is_read_without_complaint() => Check(text =>
    {
        SlackText.Read(text, Names, Bot).ShouldNotBeNull();
        SlackText.Mentioned(text).ShouldBeUnique();
    });

    private static void Check(Action<string> holds)
    {
        foreach (var text in HostileCards.AnyText.Sample(50, 300)) holds(text);
    }
}
