using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core;
using AccountNudge.Core.Expectations;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Endings.EndingTests;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Expectations;

/// <summary>What clients expect, and projects. 1 March 2027 is a Monday.</summary>
public sealed class ExpectationTests
{
    [Fact]
    public async Task A_project_from_its_start_to_its_end()
    {
        using var talk = await WithHints("2027-03-01T10:00");
        var direct = DirectOf(Anna);
        var started = await talk.Say(Ben, "project Weber: new website");
        await talk.Until("2027-03-02T09:00");
        await talk.Press(Anna, ButtonOf(talk.Cards.Values.Last(), "project.best"), direct);
        await talk.Say(Anna, "something they show around", direct);
        await talk.Until("2027-03-15T09:00");
        var form = await talk.Press(Anna, ButtonOf(talk.Cards.Values.Last(), "expect.form"), direct);
        var sabine = (await Read(talk, store => store.Contacts)).Single().Id;
        await talk.Submit(Anna, form, direct, ("text", "30 inquiries a month"), ("contact", sabine.ToString("N")), ("conditions", "photos by May"), ("obstacles", "the summer break"), ("review", "2027-04-15"));
        await talk.Say(Anna, "brief Weber", direct);
        await talk.Say(Anna, "account show Weber");
        await talk.Until("2027-04-15T09:00");
        await talk.Press(Anna, ButtonOf(talk.Cards.Values.Last(), "expect.holds"), direct);
        await talk.Say(Anna, "project done Weber");
        await talk.Say(Anna, "expect done Weber");
        await talk.Say(Anna, "project done Weber");
        await talk.Say(Anna, "timeline Weber", direct);
        await talk.Say(Anna, "search break", direct);
        talk.AsItReads(started);
        Approved.Transcript(talk);
    }

    [Fact]
    public async Task Eine_Zielvereinbarung_und_ein_Projekt()
    {
        using var talk = await WithHints("2027-03-01T10:00");
        await Client.Change(talk, (store, team) => team.Settings = team.Settings with { Language = Core.Texts.Language.German });
        var direct = DirectOf(Clara);
        await talk.Say(Clara, "kunde betreuung Weber @Clara");
        await talk.Say(Clara, "projekt Weber: neue Website ab 8.3.");
        await talk.Until("2027-03-08T09:00");
        await talk.Say(Clara, "projekt ziel Weber: etwas, das sie herumzeigen");
        await talk.Until("2027-03-22T09:00");
        await talk.Say(Clara, "erwartung Weber mit Sabine Klein: 30 Anfragen im Monat prüfen am 20.4.");
        await talk.Say(Clara, "kurzprofil Weber", direct);
        await talk.Until("2027-04-20T09:00");
        await talk.Say(Clara, "erwartung gilt Weber");
        await talk.Say(Clara, "rückgängig");
        await talk.Say(Clara, "erwartung erledigt Weber");
        await talk.Say(Clara, "projekt fertig Weber");
        await talk.Say(Clara, "verlauf Weber", direct);
        Approved.Transcript(talk);
    }

    [Theory]
    [InlineData("expect Weber: 30 inquiries a month", "30 inquiries a month", false, null)]
    [InlineData("expect Weber with Sabine Klein: 30 inquiries a month", "30 inquiries a month", true, null)]
    [InlineData("expect Weber with Sabine Klein: 30 inquiries a month review 30 September", "30 inquiries a month", true, "2027-09-30")]
    [InlineData("expectation Weber: more inquiries review on 1 June", "more inquiries", false, "2027-06-01")]
    [InlineData("erwartung Weber: 30 Anfragen im Monat", "30 Anfragen im Monat", false, null)]
    [InlineData("erwartung Weber mit Sabine Klein: 30 Anfragen im Monat prüfen am 30.9.", "30 Anfragen im Monat", true, "2027-09-30")]
    [InlineData("zielvereinbarung Weber: mehr Anfragen überprüfen am 1. Juni", "mehr Anfragen", false, "2027-06-01")]
    public async Task Reads_what_was_agreed(string line, string goal, bool withSabine, string? review)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, line);
        (await Read(talk, store => store.Expectations)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            expectation => expectation.Goal.ShouldBe(goal), expectation => (expectation.ContactId is not null).ShouldBe(withSabine), expectation => expectation.AgreedOn.ShouldBe(new LocalDate(2027, 3, 1)),
            expectation => expectation.ReviewOn.ShouldBe(review is null ? (LocalDate?)null : NodaTime.Text.LocalDatePattern.Iso.Parse(review).Value));
        await talk.Say(Anna, "undo");
        (await Read(talk, store => store.Expectations)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_form_has_every_field()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var form = await talk.Say(Anna, "expect");
        var account = (await Read(talk, store => store.Accounts)).Single().Id;
        (await talk.Submit(Anna, form, ("account", account.ToString("N")), ("text", "more inquiries"), ("agreed-on", "2027-03-02"))).Errors.Keys.ShouldBe(["agreed-on"]);
        (await talk.Submit(Anna, form, ("account", account.ToString("N")), ("text", "more inquiries"), ("review", "2027-02-28"))).Errors.Keys.ShouldBe(["review"]);
        await talk.Submit(Anna, form, ("account", account.ToString("N")), ("text", "more inquiries"), ("conditions", "photos"), ("obstacles", "summer"), ("agreed-on", "2027-02-26"), ("review", "2027-06-01"));
        (await Read(talk, store => store.Expectations)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            expectation => expectation.Conditions.ShouldBe("photos"), expectation => expectation.Obstacles.ShouldBe("summer"), expectation => expectation.AgreedOn.ShouldBe(new LocalDate(2027, 2, 26)), expectation => expectation.ReviewOn.ShouldBe(new LocalDate(2027, 6, 1)));
    }

    [Theory]
    [InlineData("project Weber: new website", "new website", "2027-03-01")]
    [InlineData("project Weber new website", "new website", "2027-03-01")]
    [InlineData("project Weber: new website from 3 May", "new website", "2027-05-03")]
    [InlineData("new project Weber: trade fair from Monday", "trade fair", "2027-03-08")]
    [InlineData("projekt Weber: neue Website", "neue Website", "2027-03-01")]
    [InlineData("projekt Weber: neue Website ab 3.5.", "neue Website", "2027-05-03")]
    [InlineData("projektstart Weber: Messe ab Montag", "Messe", "2027-03-08")]
    public async Task Reads_projects(string line, string name, string starts)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, line);
        (await Read(talk, store => store.Projects)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            project => project.Name.ShouldBe(name), project => project.StartsOn.ShouldBe(NodaTime.Text.LocalDatePattern.Iso.Parse(starts).Value));
        await talk.Say(Anna, "undo");
        (await Read(talk, store => store.Projects)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("project done Weber")]
    [InlineData("project finished Weber")]
    [InlineData("projekt fertig Weber")]
    [InlineData("projekt abgeschlossen Weber")]
    public async Task Of_several_projects_one_is_asked_which_is_done(string line)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "project Weber: website");
        await talk.Say(Anna, "project Weber: trade fair");
        var which = await talk.Say(Anna, line);
        await talk.Press(Anna, ButtonsOf(which.Card!).First(button => button.Label == "trade fair"));
        (await Read(talk, store => store.Projects)).Single(project => project.DoneAt is not null).Name.ShouldBe("trade fair");
    }

    [Theory]
    [InlineData("project best Weber: something to show around", "something to show around")]
    [InlineData("projekt ziel Weber: etwas zum Herumzeigen", "etwas zum Herumzeigen")]
    public async Task Reads_what_would_make_it_the_best(string line, string best)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "project Weber: website");
        await talk.Say(Anna, line);
        (await Read(talk, store => store.Projects)).ShouldHaveSingleItem().Best.ShouldBe(best);
        await talk.Say(Anna, "undo");
        (await Read(talk, store => store.Projects)).ShouldHaveSingleItem().Best.ShouldBeEmpty();
    }

    private static async Task<Talk> WithHints(string berlin)
    {
        var talk = await Client.At(berlin);
        await Client.Change(talk, (_, team) => team.Settings = team.Settings with { HintsPerMorning = 2, PracticesOff = [.. PracticeCatalog.Hints.Select(hint => hint.Kind).Where(kind => kind != ProjectHint.Kind)] });
        return talk;
    }
}
