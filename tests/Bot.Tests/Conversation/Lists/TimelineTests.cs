using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Interactions;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Lists;

public sealed class TimelineTests(OpenBook book) : IClassFixture<OpenBook>
{
    [Theory]
    [InlineData("Anna", "timeline Weber", "Weber GmbH: what happened, newest first")]
    [InlineData("Anna", "timeline Weber", "- Today · complaint by Sabine Klein · Anna")]
    [InlineData("Anna", "timeline Weber", "- Today · complaint “Lieferung kam eine Woche zu spät”: client knows we have it · Anna")]
    [InlineData("Anna", "timeline Weber", "- Today · tier A · Anna")]
    [InlineData("Anna", "timeline Weber", "- Today · added here")]
    [InlineData("Anna", "timeline Weber", "- Yesterday · call with Sabine Klein · Anna · good")]
    [InlineData("Anna", "history Weber GmbH", "- Monday 22 February · visit with Paul Ärmel · Anna · tense")]
    [InlineData("Anna", "timeline Krause", "- Friday 26 February · note · Ben · from the client")]
    [InlineData("Anna", "timeline Krause", "- Today · Ben looks after the account · Anna")]
    [InlineData("Anna", "timeline Émile", "- Today · paused until 31 March 2027 · Anna")]
    [InlineData("Anna", "timeline Émile", "- Today · 5 years of working together")]
    [InlineData("Anna", "timeline Émile", "- 1 March 2022 · start of working together")]
    [InlineData("Anna", "timeline Sabine Klein", "Sabine Klein (Weber GmbH): what happened, newest first")]
    [InlineData("Anna", "timeline Paul Ärmel", "- Monday 22 February · visit · Anna · tense")]
    [InlineData("Anna", "timeline 0221 998877", "Paul Ärmel (Weber GmbH): what happened, newest first")]
    [InlineData("Clara", "verlauf Weber", "Weber GmbH: was war, das Neueste zuerst")]
    [InlineData("Clara", "verlauf Weber", "- Heute · Beschwerde von Sabine Klein · Anna")]
    [InlineData("Clara", "verlauf Weber", "- Heute · Beschwerde „Lieferung kam eine Woche zu spät“: Eingang bestätigt · Anna")]
    [InlineData("Clara", "historie Weber", "- Gestern · Telefonat mit Sabine Klein · Anna · gute Stimmung")]
    [InlineData("Clara", "chronik Weber", "- Montag, 22. Februar · Besuch mit Paul Ärmel · Anna · angespannt")]
    [InlineData("Clara", "verlauf Krause", "- Freitag, 26. Februar · Notiz · Ben · vom Kunden")]
    [InlineData("Clara", "verlauf Krause", "- Heute · Betreuung: Ben · Anna")]
    [InlineData("Clara", "verlauf Émile", "- Heute · Pause bis 31. März 2027 · Anna")]
    [InlineData("Clara", "verlauf Émile", "- Heute · 5 Jahre Zusammenarbeit")]
    [InlineData("Clara", "verlauf Émile", "- 1. März 2022 · Beginn der Zusammenarbeit")]
    [InlineData("Clara", "verlauf Jürgen Groß", "Zu Jürgen Groß ist noch nichts notiert.")]
    public async Task Every_entry_says_the_day_what_with_whom_and_who(string who, string line, string said)
    {
        var reply = await book.Talk.Say(AccountsTests.Person(who), line);
        reply.OnlyAsker.ShouldBeTrue();
        CardText.Of(reply).ShouldContain(said);
    }

    [Theory]
    [InlineData("Anna", "timeline Wever", "Weber GmbH")]
    [InlineData("Anna", "timeline Sabin Klein", "Sabine Klein")]
    [InlineData("Clara", "verlauf Altman", "Altmann KG")]
    [InlineData("Clara", "verlauf Zandr Bau", "Zander Bau")]
    public async Task An_unknown_name_gets_what_looks_like_it(string who, string line, string meant)
    {
        var asked = await book.Talk.Say(AccountsTests.Person(who), line);
        var choice = ButtonsOf(asked.Card!).First(button => button.ActionId == "draft.choose" && button.Label.Contains(meant, StringComparison.Ordinal));
        (await book.Talk.Press(AccountsTests.Person(who), choice)).Card!.Headline.Plain.ShouldStartWith(meant);
    }

    [Theory]
    [InlineData("Anna", "timeline", "Weber", "Weber GmbH")]
    [InlineData("Clara", "verlauf", "Krause", "Krause Druck GmbH")]
    public async Task Without_a_name_its_form_asks(string who, string line, string name, string headline)
    {
        var opened = await book.Talk.Say(AccountsTests.Person(who), line);
        (await book.Talk.Submit(AccountsTests.Person(who), opened, ("name", name))).Card!.Headline.Plain.ShouldStartWith(headline);
    }

    [Fact]
    public async Task What_is_taken_back_or_corrected_does_not_show()
    {
        using var talk = await ClientBook.Open();
        await talk.Say(Anna, "log Weber call: came by mistake");
        await talk.Say(Anna, "undo");
        await talk.Say(Anna, "account tier Weber C");
        await talk.Say(Anna, "undo");
        var corrected = await talk.Press(Anna, await talk.Say(Anna, "log Weber call: wrong words"), "record.correct");
        await talk.Submit(Anna, corrected, ("text", "right words"));
        var story = await talk.Shown(Anna, "timeline Weber");
        story.ShouldNotContain("mistake");
        story.ShouldNotContain("tier C");
        story.ShouldNotContain("wrong words");
        story.ShouldContain("right words");
    }

    [Fact]
    public async Task Pages_hold_the_whole_story_newest_first()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        for (var day = 1; day <= 27; day++) await Client.Log(talk, InteractionKind.Call, new(2027, 2, day), $"talk of day {day:00}");
        await Client.Complain(talk, "late");
        var pages = await talk.Pages(Anna, "timeline Weber");
        pages.Count.ShouldBe(4);
        pages.Skip(1).ShouldAllBe(page => page.Replaces && page.OnlyAsker);
        var story = string.Concat(pages.Select(CardText.Of));
        var days = Enumerable.Range(1, 27).Reverse().Select(day => story.IndexOf($"“talk of day {day:00}”", StringComparison.Ordinal)).ToList();
        days.ShouldAllBe(at => at > 0);
        days.ShouldBe(days.Order());
        story.IndexOf("complaint by Sabine Klein", StringComparison.Ordinal).ShouldBeLessThan(days[0]);
        CardText.Of(pages[3]).ShouldContain("Page 4");
    }

    [Fact]
    public async Task Birthdays_that_somebody_did_something_about_stand_there()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "birthday Sabine Klein 8 March");
        await talk.Until("2027-03-02T10:00");
        await talk.Press(Anna, ButtonOf(talk.Cards.Values.First(card => ButtonsOf(card).Any(button => button.ActionId == "occasion.card")), "occasion.card"), DirectOf(Anna));
        (await talk.Shown(Anna, "timeline Weber")).ShouldContain("birthday of Sabine Klein: card sent · Anna");
        (await talk.Shown(Clara, "verlauf Sabine Klein")).ShouldContain("Geburtstag: Karte verschickt · Anna");
    }
}
