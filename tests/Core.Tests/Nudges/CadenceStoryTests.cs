using AccountNudge.Core.Accounts;
using AccountNudge.Core.Cadences;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Quiet;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>What is agreed with one client about how often to talk. 2 March 2026 is a Monday; the hours are nine to five.</summary>
public class CadenceStoryTests
{
    private static readonly CadenceTerms EveryTwoWeeks = new(14, null, InteractionKind.Call);

    [Theory]
    [InlineData(Tier.A)]
    [InlineData(Tier.B)]
    [InlineData(Tier.C)]
    public void An_agreed_floor_takes_the_place_of_the_tiers(Tier tier) =>
        new Story("2026-03-02T10:00", tier).Team().Agree(EveryTwoWeeks).Until("2026-04-14T00:00").SaidOf(QuietPractice.GetInTouch).ShouldBe(
        [
            "Tue 17 Mar 09:00 channel Anna: GetInTouch",
            "Tue 24 Mar 09:00 channel Ben: GetInTouch",
            "Mon 30 Mar 09:00 channel Anna: GetInTouch", // 28 days after 2 March
            "Mon 13 Apr 09:00 channel Anna: GetInTouch",
        ]);

    [Theory]
    [InlineData("2026-03-17T08:59", 0)]
    [InlineData("2026-03-17T09:00", 1)]
    [InlineData("2026-03-17T09:01", 1)]
    public void It_is_quiet_the_morning_after_the_agreed_floor(string until, int said) =>
        new Story("2026-03-02T10:00").Team().Agree(EveryTwoWeeks).Until(until).SaidOf(QuietPractice.GetInTouch).Count.ShouldBe(said);

    [Fact]
    public void Back_to_the_tier_the_tiers_floor_counts_again()
    {
        var story = new Story("2026-03-02T10:00").Team().Agree(EveryTwoWeeks).Until("2026-03-10T10:00").Agree(CadenceTerms.None);
        story.Cadence.ShouldBeNull();
        story.Until("2026-04-03T00:00").SaidOf(QuietPractice.GetInTouch).ShouldBe(["Thu 2 Apr 09:00 channel Anna: GetInTouch"]);
    }

    [Fact]
    public void Only_a_channel_leaves_the_floor_to_the_tier() =>
        new Story("2026-03-02T10:00").Team().Agree(new CadenceTerms(null, null, InteractionKind.Mail)).Facts.Floor.ShouldBe(30);

    [Theory]
    [InlineData("2027-03-02T08:59", 0)]
    [InlineData("2027-03-02T09:00", 1)]
    [InlineData("2027-03-02T09:01", 1)]
    public void A_year_later_the_owner_alone_is_asked_whether_it_is_still_right(string until, int said)
    {
        var story = new Story("2026-03-02T10:00").Team().Agree(new CadenceTerms(365, null, null)).Until(until);
        story.SaidOf(CadencePractice.Reconsider).Count.ShouldBe(said);
        if (said > 0) story.SaidOf(CadencePractice.Reconsider).ShouldBe(["Tue 2 Mar 09:00 direct Anna: ReconsiderRhythm"]);
        story.Until("2027-06-30T00:00").SaidOf(CadencePractice.Reconsider).Count.ShouldBe(1);
    }

    [Fact]
    public void A_day_off_waits_for_the_next_morning_and_a_pause_for_its_end()
    {
        new Story("2026-03-02T10:00").Team().Agree(EveryTwoWeeks, new(2026, 3, 7)).Until("2026-03-20T00:00").SaidOf(CadencePractice.Reconsider)
            .ShouldBe(["Mon 9 Mar 09:00 direct Anna: ReconsiderRhythm"]);
        var paused = new Story("2026-03-02T10:00").Team().Agree(EveryTwoWeeks, new(2026, 3, 10));
        paused.Account.PausedUntil = new LocalDate(2026, 3, 12);
        paused.Wake().Until("2026-03-20T00:00").SaidOf(CadencePractice.Reconsider).ShouldBe(["Fri 13 Mar 09:00 direct Anna: ReconsiderRhythm"]);
    }

    [Fact]
    public void While_an_answer_is_owed_nobody_asks()
    {
        var story = new Story("2026-03-02T10:00").Team().Agree(EveryTwoWeeks, new(2026, 3, 10)).Until("2026-03-09T10:00");
        var complaint = story.Complain();
        story.Do(told => complaint.Acknowledge(told.Act())).Until("2026-03-11T10:00").SaidOf(CadencePractice.Reconsider).ShouldBeEmpty();
        story.Do(told => complaint.CloseAsUnjustified(told.Act())).Until("2026-03-13T00:00").SaidOf(CadencePractice.Reconsider)
            .ShouldBe(["Thu 12 Mar 09:00 direct Anna: ReconsiderRhythm"]);
    }

    [Theory]
    [InlineData(true, CadencePractice.Confirmed)]
    [InlineData(false, CadencePractice.Changed)]
    public void Saying_that_it_is_right_or_something_else_settles_the_question_for_a_year(bool isRight, string settlement)
    {
        var story = new Story("2026-03-02T10:00").Team().Agree(new CadenceTerms(365, null, null), new(2026, 3, 10)).Until("2026-03-10T10:00");
        if (isRight) story.Agreed(cadence => cadence.Confirm(story.CadenceAct()));
        else story.Agree(new CadenceTerms(300, null, null));
        story.Until(story.Now).Nudges.Single(nudge => nudge is { Ask: CadencePractice.Reconsider, PostedAt: not null }).ShouldSatisfyAllConditions(
            nudge => nudge.State.ShouldBe(NudgeState.Acted), nudge => nudge.Settlement.ShouldBe(settlement));
        story.Until("2027-03-09T23:00").SaidOf(CadencePractice.Reconsider).Count.ShouldBe(1);
        story.Until("2027-03-10T09:00").SaidOf(CadencePractice.Reconsider).Count.ShouldBe(2);
    }

    [Fact]
    public void Put_off_it_is_asked_again_then()
    {
        var story = new Story("2026-03-02T10:00").Team().Agree(new CadenceTerms(365, null, null), new(2026, 3, 10)).Until("2026-03-10T10:00");
        story.Snooze(CadencePractice.MatterOf(story.Cadence!), story.At("2026-03-13T09:00")).Until("2026-03-20T00:00").SaidOf(CadencePractice.Reconsider)
            .ShouldBe(["Tue 10 Mar 09:00 direct Anna: ReconsiderRhythm", "Fri 13 Mar 09:00 direct Anna: ReconsiderRhythm"]);
    }

    [Theory]
    [InlineData(0, null, null)]
    [InlineData(731, null, null)]
    [InlineData(null, 0, 7)]
    [InlineData(null, 51, 7)]
    [InlineData(2, 1, 7)] // every other day, but once a week at most
    [InlineData(6, 1, 7)]
    public void What_cannot_be_is_refused(int? floor, int? contacts, int? days)
    {
        var story = new Story("2026-03-02T10:00").Team();
        Should.Throw<RefusalException>(() => story.Agree(new CadenceTerms(floor, contacts is null ? null : new Ceiling(contacts.Value, days!.Value), null)));
    }

    [Theory]
    [InlineData(1, null, null)]
    [InlineData(730, null, null)]
    [InlineData(7, 1, 7)]
    [InlineData(14, 1, 14)]
    [InlineData(2, 4, 7)]
    public void What_goes_together_is_taken(int? floor, int? contacts, int? days) =>
        new Story("2026-03-02T10:00").Team().Agree(new CadenceTerms(floor, contacts is null ? null : new Ceiling(contacts.Value, days!.Value), null)).Cadence!.FloorDays.ShouldBe(floor);

    [Fact]
    public void Days_that_cannot_be_are_refused()
    {
        var story = new Story("2026-03-02T10:00").Team();
        var (cadence, act, today) = (Cadence.Of(story.Account), story.CadenceAct(), new LocalDate(2026, 3, 2));
        Should.Throw<RefusalException>(() => cadence.Agree(EveryTwoWeeks, today.PlusDays(1), null, act));
        Should.Throw<RefusalException>(() => cadence.Agree(EveryTwoWeeks, today, today, act));
        Should.Throw<RefusalException>(() => cadence.Agree(EveryTwoWeeks, today, today.PlusYears(5).PlusDays(1), act));
        Should.Throw<RefusalException>(() => cadence.Confirm(act));
        Should.Throw<RefusalException>(() => cadence.Unreserve(act));
        cadence.Agree(EveryTwoWeeks, today.PlusYears(-3), null, act);
        cadence.ReviewOn.ShouldBe(today.PlusYears(1));
        cadence.Agree(EveryTwoWeeks, today.PlusDays(-60), null, act);
        cadence.ReviewOn.ShouldBe(today.PlusDays(-60).PlusYears(1));
    }

    [Theory]
    [InlineData(false, false, 1)]
    [InlineData(true, false, 0)]
    [InlineData(true, true, 1)] // they like that
    public void Who_likes_it_quiet_is_not_congratulated_unless_they_like_that(bool isReserved, bool wantsOccasions, int said)
    {
        var story = new Story("2026-03-02T10:00", Tier.C).Team();
        story.Contact("Ms Haas", new AnnualDate(3, 12));
        if (isReserved) story.Agreed(cadence => cadence.Reserve(wantsOccasions, story.CadenceAct()));
        story.Until("2026-03-13T00:00").SaidOf("congratulate").Count.ShouldBe(said);
    }

    [Fact]
    public void Who_likes_it_quiet_hears_of_no_anniversary_either()
    {
        var story = new Story("2026-03-02T10:00", Tier.C).Team();
        story.Account.Since = new LocalDate(2020, 3, 10);
        story.Agreed(cadence => cadence.Reserve(false, story.CadenceAct())).Until("2026-03-11T00:00").Said.ShouldBeEmpty();
        story.Agreed(cadence => cadence.Unreserve(story.CadenceAct())).Cadence.ShouldBeNull();
    }
}
