using AccountNudge.Core.Accounts;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Statuses;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>Delays of which the client should hear. 6 March 2026 is a Friday; the hours are nine to five.</summary>
public class DelayStoryTests
{
    [Theory]
    [InlineData("2026-03-09T08:59", 0)]
    [InlineData("2026-03-09T09:00", 1)]
    [InlineData("2026-03-09T09:01", 1)]
    public void The_next_working_day_the_owner_is_asked(string until, int said) => Late().Until(until).SaidOf(DelayPractice.Tell).Count.ShouldBe(said);

    [Fact]
    public void It_comes_back_every_few_working_days_and_climbs_no_ladder() =>
        Late().Until("2026-03-25T00:00").SaidOf(DelayPractice.Tell).ShouldBe(
        [
            "Mon 9 Mar 09:00 channel Anna: TellOfDelay",
            "Mon 16 Mar 09:00 channel Anna: TellOfDelay",
            "Mon 23 Mar 09:00 channel Anna: TellOfDelay",
        ]);

    [Theory]
    [InlineData(InteractionKind.Call, Direction.We, null, 0)]
    [InlineData(InteractionKind.Mail, Direction.We, null, 0)]
    [InlineData(InteractionKind.Call, Direction.They, null, 1)] // they rang about something else
    [InlineData(InteractionKind.Greeting, Direction.We, null, 1)]
    [InlineData(InteractionKind.Note, Direction.We, null, 1)]
    [InlineData(InteractionKind.Call, Direction.We, "2026-03-05", 1)] // before there was a delay
    [InlineData(InteractionKind.Call, Direction.We, "2026-03-06", 0)]
    public void A_word_to_the_client_settles_it(InteractionKind kind, Direction direction, string? on, int said) =>
        Late().Until("2026-03-06T16:00").Log(kind, on is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value, direction)
            .Until("2026-03-09T12:00").SaidOf(DelayPractice.Tell).Count.ShouldBe(said);

    [Fact]
    public void A_word_before_it_was_noted_does_not() =>
        new Story("2026-03-06T10:00", Tier.C).Team().Log(InteractionKind.Call).Until("2026-03-06T15:00").Do(told => told.Delay()).Until("2026-03-09T12:00")
            .SaidOf(DelayPractice.Tell).Count.ShouldBe(1);

    [Theory]
    [InlineData(true, DelayPractice.Told)]
    [InlineData(false, DelayPractice.Heard)]
    public void Saying_that_they_know_or_talking_to_them_ends_it(bool isTold, string settlement)
    {
        var story = new Story("2026-03-06T15:00", Tier.C).Team();
        var delay = story.Delay();
        story.Until("2026-03-09T10:00");
        if (isTold) story.Do(told => delay.Tell(told.MemberAct()));
        else story.SendStatus();
        story.Until("2026-03-25T00:00").SaidOf(DelayPractice.Tell).Count.ShouldBe(1);
        story.Nudges.Single(nudge => nudge.Ask == DelayPractice.Tell).ShouldSatisfyAllConditions(
            nudge => nudge.State.ShouldBe(NudgeState.Acted), nudge => nudge.Settlement.ShouldBe(settlement));
        (delay.HeardAt is null).ShouldBe(isTold);
        if (isTold) Should.Throw<RefusalException>(() => delay.Tell(story.MemberAct()));
    }

    [Fact]
    public void What_the_client_knows_already_is_only_noted()
    {
        var story = new Story("2026-03-06T15:00", Tier.C).Team();
        story.Delay(isKnown: true);
        story.Until("2026-03-25T00:00").Said.ShouldBeEmpty();
    }

    [Fact]
    public void A_word_that_is_taken_back_opens_it_again()
    {
        var story = Late().Until("2026-03-09T08:00").Log(InteractionKind.Call).Until("2026-03-09T10:00");
        story.SaidOf(DelayPractice.Tell).ShouldBeEmpty();
        story.Do(told => told.Interactions.Clear()).Until("2026-03-10T09:00").SaidOf(DelayPractice.Tell).ShouldBe(["Tue 10 Mar 09:00 channel Anna: TellOfDelay"]);
    }

    [Fact]
    public void It_comes_back_on_the_first_working_day_of_every_week() =>
        new Story("2026-03-03T10:00", Tier.C).Team().Do(told => told.Delay()).Until("2026-03-17T00:00").SaidOf(DelayPractice.Tell)
            .ShouldBe(["Wed 4 Mar 09:00 channel Anna: TellOfDelay", "Mon 9 Mar 09:00 channel Anna: TellOfDelay", "Mon 16 Mar 09:00 channel Anna: TellOfDelay"]);

    [Fact]
    public void It_is_owed_from_its_beginning()
    {
        var facts = Late().Facts;
        new DelayPractice().Owed(facts).Single().DueAt.ShouldBe(new Story("2026-03-06T15:00").At("2026-03-09T15:00"));
        Planner.Plan(facts, Instant.FromUtc(2026, 3, 6, 14, 0)).Requests.Single(request => request.Ask == DelayPractice.Tell).Lane.ShouldBe(Lane.WeOwe);
    }

    [Fact]
    public void No_gate_holds_it()
    {
        var story = Late();
        story.Complain();
        story.Until("2026-03-09T10:00").SaidOf(DelayPractice.Tell).Count.ShouldBe(1);
    }

    private static Story Late() => new Story("2026-03-06T15:00", Tier.C).Team().Do(story => story.Delay());
}
