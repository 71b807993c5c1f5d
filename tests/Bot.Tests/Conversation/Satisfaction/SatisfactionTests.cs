using AccountNudge.Bot.Tests.Conversation.Hints;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Satisfaction;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Satisfaction;

/// <summary>Whether they are content, asked by a person. 1 March 2027 is a Monday.</summary>
public sealed class SatisfactionTests
{
    [Theory]
    [InlineData("satisfied Huber yes", Content.Yes, "", 0)]
    [InlineData("satisfied Huber partly: delivery could be faster", Content.Partly, "delivery could be faster", 0)]
    [InlineData("satisfied Huber no yesterday: the last job went wrong", Content.No, "the last job went wrong", 1)]
    [InlineData("satisfied Huber partly with Jonas Falk: delivery", Content.Partly, "delivery", 0)]
    [InlineData("zufrieden Huber ja", Content.Yes, "", 0)]
    [InlineData("zufrieden Huber teils: die Lieferung könnte schneller sein", Content.Partly, "die Lieferung könnte schneller sein", 0)]
    [InlineData("zufrieden Huber nein gestern mit Jonas Falk: der letzte Auftrag", Content.No, "der letzte Auftrag", 1)]
    [InlineData("zufriedenheit Huber nicht zufrieden: zu langsam", Content.No, "zu langsam", 0)]
    public async Task Reads_an_answer(string line, Content content, string text, int daysAgo)
    {
        using var talk = await Hinted.At("2027-03-02T10:00");
        await talk.Say(Anna, line);
        (await talk.Read(store => store.SatisfactionNotes)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            note => note.Content.ShouldBe(content), note => note.Text.ShouldBe(text), note => note.On.ShouldBe(new LocalDate(2027, 3, 2 - daysAgo)),
            note => (note.ContactId is not null).ShouldBe(line.Contains("Jonas", StringComparison.Ordinal)));
        await talk.Say(Anna, "undo");
        (await talk.Read(store => store.SatisfactionNotes)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_asks_what_was_not_said()
    {
        using var talk = await Hinted.At("2027-03-01T10:00");
        var asked = await talk.Say(Clara, "zufrieden Huber");
        await talk.Submit(Clara, await talk.Press(Clara, asked, "draft.form"), ("content", nameof(Content.Partly)), ("text", "zu langsam"));
        (await talk.Read(store => store.SatisfactionNotes)).ShouldHaveSingleItem().Content.ShouldBe(Content.Partly);
    }

    [Fact]
    public async Task Whether_they_are_content_is_asked_answered_and_told()
    {
        using var talk = await Hinted.At("2027-03-01T10:00", SatisfactionHint.Kind);
        var direct = DirectOf(Anna);
        await talk.Say(Anna, "brief Huber", direct);
        await talk.Until("2027-03-02T09:00");
        var answered = await talk.Press(Anna, ButtonsOf(talk.To(Anna).Single()).Last(button => button.ActionId == "satisfaction.note"), direct);
        await talk.Submit(Anna, await talk.Press(Anna, answered, "draft.form", direct), direct, ("text", "the last job went wrong"));
        await talk.Say(Anna, "brief Huber", direct);
        await talk.Say(Clara, "zufrieden Huber teils mit Jonas Falk: die Lieferung könnte schneller sein");
        await talk.Say(Clara, "verlauf Huber", DirectOf(Clara));
        await talk.Say(Clara, "suche Lieferung", DirectOf(Clara));
        (await talk.Read(store => store.Complaints)).Single().State.ShouldBe(ComplaintState.Open);
        Approved.Transcript(talk);
    }

    [Fact]
    public async Task The_question_stands_in_the_brief_until_it_was_asked()
    {
        using var talk = await Hinted.At("2027-03-01T10:00", SatisfactionHint.Kind);
        CardText.Of(await talk.Say(Anna, "brief Huber", DirectOf(Anna))).ShouldContain("Are you content with the work itself?");
        await talk.Say(Anna, "satisfied Huber yes");
        CardText.Of(await talk.Say(Anna, "brief Huber", DirectOf(Anna))).ShouldSatisfyAllConditions(
            text => text.ShouldNotContain("Are you content"), text => text.ShouldContain("Content: content (1 March)"));
    }

    [Fact]
    public async Task While_something_is_wrong_the_brief_does_not_ask()
    {
        using var talk = await Hinted.At("2027-03-01T10:00", SatisfactionHint.Kind);
        await talk.Say(Anna, "complaint Huber: late again");
        CardText.Of(await talk.Say(Anna, "brief Huber", DirectOf(Anna))).ShouldNotContain("Are you content");
    }

    [Fact]
    public async Task A_day_that_is_still_ahead_is_refused()
    {
        using var talk = await Hinted.At("2027-03-01T10:00");
        CardText.Of(await talk.Say(Anna, "satisfied Huber yes on 5 March 2027")).ShouldContain("That day is still ahead.");
    }
}
