using AccountNudge.Core.Accounts;
using AccountNudge.Core.Expectations;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>What is said of expectations and projects. 2 March 2026 is a Monday; the hours are nine to five.</summary>
public class ExpectationStoryTests
{
    [Theory]
    [InlineData("2026-03-12T08:59", 0)]
    [InlineData("2026-03-12T09:00", 1)]
    [InlineData("2026-06-01T00:00", 1)]
    public void On_the_day_it_is_looked_at_again_its_owner_is_asked(string until, int said)
    {
        var story = new Story("2026-03-02T10:00", Tier.C).Team();
        story.Expect(reviewOn: new(2026, 3, 12));
        story.Until(until).Said.ShouldBe(Enumerable.Repeat("Thu 12 Mar 09:00 direct Anna: ReviewExpectation", said));
    }

    [Fact]
    public void A_day_off_is_asked_about_on_the_working_day_after()
    {
        var story = new Story("2026-03-02T10:00", Tier.C).Team().Away("Anna", new(2026, 3, 1), new(2026, 3, 31));
        story.Expect(reviewOn: new(2026, 3, 14));
        story.Until("2026-04-01T00:00").Said.ShouldBe(["Mon 16 Mar 09:00 direct Ben: ReviewExpectation"]);
    }

    [Fact]
    public void What_still_holds_is_looked_at_again_half_a_year_later_and_what_ended_is_not()
    {
        var story = new Story("2026-03-02T10:00", Tier.C).Team();
        var expectation = story.Expect(reviewOn: new(2026, 3, 12));
        story.Until("2026-03-12T10:00").Do(told => expectation.StillHolds(told.MemberAct("Ben"))).Until("2026-03-12T10:00");
        story.Nudges.Single(nudge => nudge.State == NudgeState.Acted).ShouldSatisfyAllConditions(
            nudge => nudge.Settlement.ShouldBe(ExpectationPractice.Holds), nudge => nudge.SettledBy.ShouldBe(story["Ben"]));
        expectation.ReviewOn.ShouldBe(new(2026, 9, 12));
        story.Until("2026-09-14T10:00").SaidOf(ExpectationPractice.LookAgain).Count.ShouldBe(2);
        story.Do(told => expectation.End(told.MemberAct())).Until("2027-12-01T00:00").SaidOf(ExpectationPractice.LookAgain).Count.ShouldBe(2);
        Should.Throw<RefusalException>(() => expectation.StillHolds(story.MemberAct()));
        Should.Throw<RefusalException>(() => expectation.End(story.MemberAct()));
    }

    [Theory]
    [InlineData("2026-03-16T08:59", 0)]
    [InlineData("2026-03-16T09:00", 1)]
    [InlineData("2026-06-01T00:00", 1)]
    public void Two_weeks_after_a_start_it_is_asked_what_they_expect(string until, int said)
    {
        var story = new Story("2026-03-02T10:00", Tier.C).Team();
        story.Project();
        story.Until(until).SaidOf(ProjectPractice.Agree).ShouldBe(Enumerable.Repeat("Mon 16 Mar 09:00 direct Anna: AgreeExpectation", said));
    }

    [Theory]
    [InlineData("2026-03-16T08:59", null, 0)]
    [InlineData("2026-03-16T09:00", null, 1)]
    [InlineData("2026-03-10T09:00", "2026-01-01", 0)] // sixty days before its start, and that counts
    [InlineData("2026-03-10T09:00", "2025-12-31", 1)]
    public void What_was_agreed_for_it_is_not_asked_about(string noted, string? agreedOn, int said)
    {
        var story = new Story("2026-03-02T10:00", Tier.C).Team();
        story.Project();
        story.Until(noted).Expect(agreedOn: agreedOn is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(agreedOn).Value);
        story.Until("2026-06-01T00:00").SaidOf(ProjectPractice.Agree).Count.ShouldBe(said);
        if (said == 1 && agreedOn is null) story.Nudges.Single(nudge => nudge.Ask == ProjectPractice.Agree).Settlement.ShouldBe(ProjectPractice.Agreed);
    }

    [Fact]
    public void A_project_that_is_done_asks_for_nothing()
    {
        var story = new Story("2026-03-02T10:00", Tier.C).Team();
        var project = story.Project();
        story.Until("2026-03-13T10:00").Do(told => project.Finish(told.MemberAct())).Until("2026-06-01T00:00").SaidOf(ProjectPractice.Agree).ShouldBeEmpty();
        Should.Throw<RefusalException>(() => project.Finish(story.MemberAct()));
        Should.Throw<RefusalException>(() => project.SayBest("x", story.MemberAct()));
    }

    [Theory]
    [InlineData("2026-03-09", "2026-03-09T08:59", 0)]
    [InlineData("2026-03-09", "2026-03-09T09:00", 1)]
    [InlineData("2026-03-09", "2027-03-09T09:00", 1)] // once
    [InlineData("2026-03-02", "2026-03-03T09:00", 1)] // noted on its first day
    [InlineData("2026-02-16", "2026-06-01T00:00", 0)] // two weeks ago: under way
    [InlineData("2026-02-17", "2026-03-03T09:00", 1)]
    public void A_start_asks_one_question(string startsOn, string until, int said)
    {
        var story = new Story("2026-03-02T10:00", Tier.C, new TeamSettings()).Team();
        story.Project(NodaTime.Text.LocalDatePattern.Iso.Parse(startsOn).Value);
        story.Until(until).SaidOf(ProjectHint.Kind).Count.ShouldBe(said);
        if (said == 1) story.SaidOf(ProjectHint.Kind)[0].ShouldContain("direct Anna");
    }

    [Fact]
    public void It_is_not_asked_of_one_of_which_somebody_has_said_so_and_answering_settles_it()
    {
        var story = new Story("2026-03-02T10:00", Tier.C, new TeamSettings()).Team();
        var project = story.Project(new(2026, 3, 9));
        story.Do(told => project.SayBest("a prize", told.MemberAct())).Until("2026-04-01T00:00").SaidOf(ProjectHint.Kind).ShouldBeEmpty();
        var next = story.Project(new(2026, 4, 8));
        story.Until("2026-04-08T10:00").SaidOf(ProjectHint.Kind).Count.ShouldBe(1);
        story.Do(told => next.SayBest("two prizes", told.MemberAct("Ben"))).Until("2026-04-08T10:00");
        story.Nudges.Single(nudge => nudge.Kind == ProjectHint.Kind).ShouldSatisfyAllConditions(
            nudge => nudge.State.ShouldBe(NudgeState.Acted), nudge => nudge.Settlement.ShouldBe(ProjectHint.Answered), nudge => nudge.SettledBy.ShouldBe(story["Ben"]));
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        var story = new Story("2026-03-02T10:00").Team();
        Should.Throw<RefusalException>(() => story.Expect(agreedOn: new(2026, 3, 3)));
        Should.Throw<RefusalException>(() => story.Expect(reviewOn: new(2026, 3, 1)));
        Should.Throw<RefusalException>(() => story.Expect(reviewOn: new(2031, 3, 3)));
        Should.NotThrow(() => story.Expect(reviewOn: new(2026, 3, 2), agreedOn: new(2026, 3, 2)));
        Should.Throw<RefusalException>(() => story.Project(new(2029, 3, 3)));
        Should.Throw<RefusalException>(() => story.Project(new(2023, 3, 1)));
    }
}
