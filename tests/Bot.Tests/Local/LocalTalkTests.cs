using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Local.Chat;
using AccountNudge.Bot.Local.Page;
using NodaTime;

namespace AccountNudge.Bot.Tests.Local;

public sealed class LocalTalkTests
{
    [Theory]
    [InlineData("home", "today", null)]
    [InlineData("home", "/nudge today", "today")]
    [InlineData("home", "@AccountNudge log Acme: said hello", "log Acme: said hello")]
    [InlineData("home", "@AccountNudged is a word", null)]
    [InlineData("home", "/nudge", "")]
    [InlineData("direct:anna", "today", "today")]
    [InlineData("direct:anna", "/nudge account add X owner @ben miller", "account add X owner @[ben|Ben Miller]")]
    [InlineData("direct:anna", "owner @Ben, mail a@ben.example", "owner @[ben|Ben Miller], mail a@ben.example")]
    public async Task The_bot_hears_what_is_meant_for_it(string place, string typed, string? heard)
    {
        string? text = null;
        await using var local = await Hearing(turn => text = ((Typed)turn.Input).Text).WithPeople();
        var outcome = await local.Get<LocalTalk>().Say(await local.Act("anna", place), typed, default);
        text.ShouldBe(heard);
        (outcome.Hint is not null).ShouldBe(heard is null);
    }

    [Fact]
    public async Task A_personal_answer_and_a_slash_command_are_seen_by_nobody_else()
    {
        await using var local = await new LocalFixture().WithPeople();
        await local.Get<LocalTalk>().Say(await local.Act("anna", "home"), "/nudge today", default);
        (await local.Cards("home", "anna")).Count.ShouldBe(2);
        (await local.Cards("home", "ben")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Beside_outsiders_the_answer_goes_to_direct_messages()
    {
        await using var local = await new LocalFixture().WithPeople();
        var outcome = await local.Get<LocalTalk>().Say(await local.Act("anna", "shared"), "/nudge week", default);
        (await local.Cards("shared", "gus")).ShouldBeEmpty();
        (await local.Cards("direct:anna", "anna")).ShouldHaveSingleItem().ShouldBeCard(DemoCards.Week);
        outcome.Hint.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_same_act_sent_twice_leaves_one_message_and_one_answer()
    {
        await using var local = await new LocalFixture().WithPeople();
        var act = await local.Act("ben", "home");
        await local.Get<LocalTalk>().Say(act, "@AccountNudge week", default);
        await local.Get<LocalTalk>().Say(act, "@AccountNudge week", default);
        (await local.Cards("home", "anna")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_personal_answer_never_replaces_what_others_see()
    {
        await using var local = await new LocalFixture(answer: (_, _) => Task.FromResult(Reply.Asker(DemoCards.Week) with { Replaces = true })).WithPeople();
        var message = await local.Chat.Post(local.Chat.Draft("key", "home", null, DemoCards.Morning), default);
        await local.Get<LocalTalk>().Press(await local.Act("anna", "home"), message, new Pressed("x", "y"), default);
        (await local.Cards("home", "ben")).ShouldHaveSingleItem().ShouldBeCard(DemoCards.Morning);
        (await local.Cards("home", "anna")).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("home", false)]
    [InlineData("home", true)]
    [InlineData("direct:anna", false)]
    public async Task A_question_that_is_answered_goes_and_the_answer_stays(string place, bool onlyAsker)
    {
        await using var local = await new LocalFixture(answer: (_, _) => Task.FromResult(new Reply { Card = DemoCards.Week, OnlyAsker = onlyAsker, AnswersQuestion = true })).WithPeople();
        var question = await local.Chat.Post(local.Chat.Draft("key", place, null, DemoCards.Morning, onlyFor: place == "home" ? "anna" : null), default);
        await local.Get<LocalTalk>().Press(await local.Act("anna", place), question, new Pressed("x", "y"), default);
        (await local.Cards(place, "anna")).ShouldHaveSingleItem().ShouldBeCard(DemoCards.Week);
    }

    [Fact]
    public async Task What_others_see_does_not_give_way_as_a_question()
    {
        await using var local = await new LocalFixture(answer: (_, _) => Task.FromResult(new Reply { Card = DemoCards.Week, AnswersQuestion = true })).WithPeople();
        var message = await local.Chat.Post(local.Chat.Draft("key", "home", null, DemoCards.Morning), default);
        await local.Get<LocalTalk>().Press(await local.Act("anna", "home"), message, new Pressed("x", "y"), default);
        (await local.Cards("home", "ben"))[0].ShouldBeCard(DemoCards.Morning);
    }

    [Fact]
    public async Task Unread_places_are_those_with_something_new_from_others()
    {
        await using var local = await new LocalFixture().WithPeople();
        await local.Get<LocalTalk>().Say(await local.Act("anna", "home"), "good morning", default);
        (await local.Chat.Unread("anna", default)).ShouldBeEmpty();
        (await local.Chat.Unread("ben", default)).ShouldBe(["home"]);
        await local.Get<PageViews>().Gather("ben", "home", null, AccountNudge.Core.Texts.Voice.English, default);
        (await local.Chat.Unread("ben", default)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-11-20T10:20", "2026-11-20T11:20", "2026-11-23T09:00")]
    [InlineData("2026-11-20T16:30", "2026-11-23T09:30", "2026-11-23T09:00")]
    [InlineData("2026-11-20T07:00", "2026-11-20T09:00", "2026-11-23T09:00")]
    [InlineData("2026-11-21T12:00", "2026-11-23T09:00", "2026-11-23T09:00")]
    [InlineData("2026-11-24T18:00", "2026-11-25T09:00", "2026-11-25T09:00")]
    public void Travel_leads_to_working_time(string now, string hour, string morning)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var ahead = LocalClock.OfficeHours(At(now), zone);
        ahead.ShouldBe(new WorkAhead(At(hour), At(morning)));

        Instant At(string local) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm").Parse(local).Value.InZoneLeniently(zone).ToInstant();
    }

    private static LocalFixture Hearing(Action<Turn> hear) => new(answer: (turn, _) =>
    {
        hear(turn);
        return Task.FromResult(Reply.Silent);
    });
}
