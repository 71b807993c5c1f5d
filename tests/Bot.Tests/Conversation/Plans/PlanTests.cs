using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Plans;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Plans;

/// <summary>Plans in a conversation. 1 March 2027 is a Monday.</summary>
public sealed class PlanTests
{
    [Fact]
    public async Task A_meeting_from_its_planning_to_the_note_about_it()
    {
        using var talk = await WithWeber(Anna);
        var plan = await talk.Say(Anna, "plan Weber visit with Sabine Klein on Friday 10:00: yearly review");
        await talk.Say(Anna, "brief Weber", DirectOf(Anna));
        await talk.Say(Anna, "account show Weber");
        await talk.Say(Anna, "today", DirectOf(Anna));
        await talk.Until("2027-03-05T09:29");
        talk.Posted.ShouldBeEmpty();
        await talk.Until("2027-03-05T09:30");
        talk.Posted.Single().ShouldSatisfyAllConditions(post => post.IsDirect.ShouldBeTrue(), post => post.Address.ShouldBe(Anna.Id), post => post.Post.Kind.ShouldBe(PostKind.Appointment));
        await talk.Until("2027-03-08T09:00");
        var form = await talk.Press(Anna, ButtonOf(talk.Cards.Values.Last(), "plan.note"), DirectOf(Anna));
        form.Form!.Id.ShouldBe("log");
        form.Form.Fields.ToDictionary(field => field.Name, field => field.Value).ShouldSatisfyAllConditions(
            fields => fields["kind"].ShouldBe(nameof(InteractionKind.Visit)), fields => fields["when"].ShouldBe("2027-03-05"), fields => fields["contact"].ShouldNotBeEmpty());
        await talk.Submit(Anna, form, ("text", "content with everything"));
        CardText.Of(talk.Cards.Values.Last()).ShouldContain("✓ Anna: noted a talk");
        ButtonsOf(talk.Cards.Values.Last()).ShouldBeEmpty();
        await talk.Say(Anna, "brief Weber", DirectOf(Anna));
        (await talk.Press(Anna, plan, "plan.drop")).Card!.Headline.Plain.ShouldBe("A talk has been noted since, so this one is done.");
        Approved.Transcript(talk);
    }

    [Fact]
    public async Task Ein_Vorhaben_wird_verschoben_und_abgesagt()
    {
        using var talk = await WithWeber(Clara);
        var plan = await talk.Say(Clara, "termin Weber telefonat mit Sabine Klein am Mittwoch um 10: Angebot", DirectOf(Clara));
        await talk.Submit(Clara, await talk.Press(Clara, plan, "plan.move", DirectOf(Clara)), ("when", "Donnerstag 14 Uhr"));
        await talk.Say(Clara, "vorhaben Weber mail morgen: Unterlagen schicken", DirectOf(Clara));
        await talk.Until("2027-03-02T09:00");
        await talk.Until("2027-03-03T09:00");
        await talk.Press(Clara, ButtonOf(talk.Cards.Values.Last(), "plan.drop"), DirectOf(Clara));
        await talk.Say(Clara, "heute", DirectOf(Clara));
        await talk.Until("2027-03-04T13:30");
        var dropped = await talk.Say(Clara, "termin absagen Weber", DirectOf(Clara));
        await talk.Press(Clara, dropped, "record.remove", DirectOf(Clara));
        await talk.Say(Clara, "rückgängig", DirectOf(Clara));
        await talk.Say(Clara, "vorhaben absagen Weber", DirectOf(Clara));
        await talk.Say(Clara, "vorhaben absagen Weber", DirectOf(Clara));
        Approved.Transcript(talk);
    }

    [Theory]
    [InlineData("plan Weber call yesterday: the offer", "that’s already over. Did you mean to note it?", "yesterday")]
    [InlineData("meet Weber today 9:00", "that’s already over. Did you mean to note it?", "09:00 today")]
    [InlineData("plan Weber visit with Sabine Klein 26 February 2027", "that’s already over. Did you mean to note it?", "Friday 26 February")]
    [InlineData("termin Weber anruf gestern: Angebot", "das ist schon vorbei. Wolltest du es notieren?", "gestern")]
    [InlineData("vorhaben Weber heute 9 Uhr", "das ist schon vorbei. Wolltest du es notieren?", "heute 9 Uhr")]
    public async Task What_is_over_may_have_been_meant_as_a_note(string line, string asked, string day)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var person = line.Contains("termin", StringComparison.Ordinal) || line.StartsWith("vorhaben", StringComparison.Ordinal) ? Clara : Anna;
        var reply = await talk.Say(person, line);
        reply.OnlyAsker.ShouldBeTrue();
        reply.Card!.Headline.Plain.ShouldContain(asked);
        reply.Card.Headline.Plain.ShouldContain(day);
        var buttons = ButtonsOf(reply.Card).ToList();
        (await talk.Press(person, buttons[0])).Form!.Id.ShouldBe("log");
        (await talk.Press(person, buttons[1])).Form.ShouldNotBeNull().ShouldSatisfyAllConditions(form => form.Id.ShouldBe("plan"), form => form.Fields.Single(field => field.Name == "when").Value.ShouldBeEmpty());
        (await Plans(talk)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("yesterday", "That’s in the past.")]
    [InlineData("9:00 today", "That’s in the past.")]
    [InlineData("4 March 2029", "That’s more than two years ahead.")]
    [InlineData("someday", null)]
    public async Task The_form_says_what_is_wrong_with_a_day_and_keeps_what_was_corrected(string when, string? error)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var noted = await talk.Say(Anna, "plan Weber call on Friday");
        var refused = await talk.Submit(Anna, await talk.Press(Anna, noted, "record.correct"), ("when", when));
        refused.Errors.Values.Single().ShouldContain(error ?? "");
        (await Plans(talk)).Single().On.ShouldBe(new LocalDate(2027, 3, 5));
        (await talk.Submit(Anna, await talk.Press(Anna, noted, "record.correct"), ("when", "Thursday 15:00"))).Card!.Headline.Plain.ShouldBe("Weber GmbH: call, 15:00 on Thursday 4 March");
        (await Plans(talk)).Single().ShouldSatisfyAllConditions(plan => plan.On.ShouldBe(new LocalDate(2027, 3, 4)), plan => plan.Time.ShouldBe(new LocalTime(15, 0)));
    }

    [Fact]
    public async Task A_plan_is_removed_and_undone()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Press(Anna, await talk.Say(Anna, "meet Weber on Friday 10:00"), "record.remove");
        (await Plans(talk)).ShouldBeEmpty();
        await talk.Say(Anna, "meet Weber on Friday 10:00");
        await talk.Say(Anna, "undo");
        (await Plans(talk)).ShouldBeEmpty();
        await talk.Until("2027-03-05T12:00");
        talk.Posted.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("plan Weber with Sabine Klein on Friday 10:00", "Anna gets the brief half an hour before.")]
    [InlineData("meet Weber 10:15", "Anna gets the brief right away.")]
    [InlineData("plan Weber mail on Friday", "I’ll remind Anna that morning.")]
    [InlineData("plan Weber call on Saturday", "I’ll remind Anna on Friday 5 March, while there is still time.")]
    [InlineData("plan Weber call tomorrow", "I’ll remind Anna that morning.")]
    [InlineData("plan Weber call on 10 March", "Anna is away until Thursday 11 March, so whoever covers will hear about it.")]
    [InlineData("plan Weber call on 17 March", "Weber GmbH is paused until Saturday 20 March.")]
    public async Task The_card_says_what_follows(string line, string follows)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "away from 9 March until 11 March");
        await Client.Change(talk, (store, _) => store.Accounts.Single().PausedUntil = line.Contains("17", StringComparison.Ordinal) ? new LocalDate(2027, 3, 20) : null);
        CardText.Of(await talk.Say(Anna, line)).ShouldContain(follows);
    }

    [Fact]
    public async Task What_is_planned_within_the_half_hour_brings_the_brief_at_once()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Ben, "meet Weber 10:15");
        talk.Posted.Single().Address.ShouldBe(Ben.Id);
        talk.Cards.Values.Single().Headline.Plain.ShouldBe("Weber GmbH: a meeting is planned today at 10:15.");
    }

    [Fact]
    public async Task Of_several_plans_it_is_asked_which()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "plan Weber call with Sabine Klein on Thursday 10:00");
        await talk.Say(Anna, "plan Weber visit on Friday");
        var which = await talk.Say(Anna, "postpone Weber to Monday 9:00");
        ButtonsOf(which.Card!).Select(button => button.Label).ShouldBe(["call with Sabine Klein, 10:00 on Thursday 4 March", "visit, Friday 5 March"]);
        (await talk.Press(Anna, ButtonsOf(which.Card!).Last())).Card!.Headline.Plain.ShouldBe("Weber GmbH: visit, 09:00 on Monday 8 March");
        (await talk.Press(Anna, ButtonsOf(which.Card!).First())).Card!.Headline.Plain.ShouldBe("That’s already done.");
        (await Plans(talk)).Select(plan => plan.On).Order().ShouldBe([new(2027, 3, 4), new(2027, 3, 8)]);
    }

    [Fact]
    public async Task A_planned_account_is_not_listed_as_quiet()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Until("2027-04-01T10:00");
        (await talk.Say(Anna, "quiet")).Card!.Headline.Plain.ShouldBe("One account has been quiet for too long");
        await talk.Say(Ben, "plan Weber call on Tuesday");
        CardText.Of(talk.Cards.Values.Last()).ShouldContain("✓ Ben: the next talk is planned");
        (await talk.Say(Anna, "quiet")).Card!.Headline.Plain.ShouldBe("No client counts as quiet at the moment.");
        // Tuesday, 6 April is asked about on the 7th.
        await talk.Until("2027-04-07T23:59");
        (await talk.Say(Anna, "quiet")).Card!.Headline.Plain.ShouldBe("No client counts as quiet at the moment.");
        await talk.Until("2027-04-08T00:00");
        (await talk.Say(Anna, "quiet")).Card!.Headline.Plain.ShouldBe("One account has been quiet for too long");
    }

    [Fact]
    public async Task Today_shows_a_plan_to_whoever_made_it_and_to_those_who_look_after_the_account()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Clara, "termin Weber telefonat am Freitag um 10");
        CardText.Of(await talk.Say(Clara, "heute")).ShouldContain("Weber GmbH: am Freitag um 10 Uhr ist ein Telefonat geplant.");
        CardText.Of(await talk.Say(Anna, "today")).ShouldContain("Weber GmbH: a call is planned on Friday at 10:00.");
        await talk.Say(Clara, "termin absagen Weber");
        CardText.Of(await talk.Say(Clara, "heute")).ShouldNotContain("Telefonat");
    }

    [Fact]
    public async Task Another_teams_plan_is_answered_like_a_missing_one()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        foreach (var action in new[] { "plan.note", "plan.move", "plan.drop", "plan.choose" })
            (await talk.Press(Anna, new Button(action, "", ButtonValue.For(Guid.NewGuid()).ToString()))).Card!.Headline.Plain.ShouldBe("I can’t find that any more. “/nudge today” shows what is open.");
    }

    [Fact]
    public async Task The_first_words_of_a_newcomer_may_be_a_plan()
    {
        using var talk = await At("2027-03-01T10:00");
        var asked = await talk.Say(Anna, "meet Acme Ltd with Maria Jones on Friday 10:00");
        (await talk.Press(Anna, asked, "draft.create")).Card!.Headline.Plain.ShouldBe("Maria Jones, Acme Ltd: meeting, 10:00 on Friday 5 March");
    }

    private static async Task<Talk> WithWeber(ChatPerson person)
    {
        var talk = await At("2027-03-01T10:00");
        await talk.Press(person, await talk.Say(person, "log Weber GmbH call with Sabine Klein today: wants to talk about next year"), "draft.create");
        return talk;
    }

    private static async Task<List<Plan>> Plans(Talk talk)
    {
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        return await store.Plans.ToListAsync();
    }
}
