using AccountNudge.Core.Nudges;
using AccountNudge.Core.Risks;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>What is said of risks. 2 March 2026 is a Monday; the hours are nine to five.</summary>
public class RiskStoryTests
{
    private static readonly LocalDate Thursday = new(2026, 3, 5);

    [Theory]
    [InlineData(2026, 3, 5, "Thu 5 Mar 09:00")]
    [InlineData(2026, 3, 7, "Fri 6 Mar 09:00")] // a Saturday
    [InlineData(2026, 3, 8, "Fri 6 Mar 09:00")]
    [InlineData(2026, 3, 9, "Mon 9 Mar 09:00")]
    [InlineData(2026, 3, 2, "Tue 3 Mar 09:00")] // this morning has passed
    public void The_next_step_is_said_on_the_morning_of_its_day_to_whoever_takes_it(int year, int month, int day, string at)
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Risk(on: new(year, month, day), step: "Cleo");
        story.Until("2026-03-31T00:00").SaidOf(RiskPractice.TakeStep).ShouldBe([$"{at} direct Cleo: TakeRiskStep"]);
    }

    [Fact]
    public void Without_a_day_it_is_a_week()
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Risk().StepOn.ShouldBe(new(2026, 3, 9));
        story.Until("2026-03-31T00:00").SaidOf(RiskPractice.TakeStep).ShouldBe(["Mon 9 Mar 09:00 direct Anna: TakeRiskStep"]);
    }

    [Theory]
    [InlineData("Cleo", null, "Cleo")]
    [InlineData("Cleo", "Max", "Max")] // away, and Max stands in
    [InlineData("Cleo", "", "Anna")] // away, and nobody was named
    public void Whoever_takes_it_hears_of_it_or_whoever_stands_in(string by, string? deputy, string reader)
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Risk(on: Thursday, step: by);
        if (deputy is not null) story.Away(by, Thursday, Thursday, deputy.Length > 0 ? deputy : null);
        story.Until("2026-03-05T12:00").SaidOf(RiskPractice.TakeStep).ShouldBe([$"Thu 5 Mar 09:00 direct {reader}: TakeRiskStep"]);
    }

    [Theory]
    [InlineData("2026-03-05T08:59", 0)]
    [InlineData("2026-03-05T09:00", 1)]
    [InlineData("2026-03-05T09:01", 1)]
    public void What_is_resolved_is_not_said_any_more(string resolved, int said)
    {
        var story = new Story("2026-03-02T10:00").Team();
        var risk = story.Risk(on: Thursday);
        story.Facts.IsAtRisk.ShouldBeTrue();
        story.Until(resolved).Do(told => risk.Resolve(told.MemberAct("Ben"))).Until("2026-03-31T00:00").SaidOf(RiskPractice.TakeStep).Count.ShouldBe(said);
        story.Facts.IsAtRisk.ShouldBeFalse();
        if (said == 0) return;
        story.Nudges.Single(nudge => nudge.Kind == RiskPractice.Kind).ShouldSatisfyAllConditions(
            nudge => nudge.State.ShouldBe(NudgeState.Acted), nudge => nudge.Settlement.ShouldBe(RiskPractice.Resolved), nudge => nudge.SettledBy.ShouldBe(story["Ben"]));
    }

    [Fact]
    public void Another_step_is_said_on_its_own_day_also_when_it_is_the_same_day()
    {
        var story = new Story("2026-03-02T10:00").Team();
        var risk = story.Risk(on: Thursday);
        story.Until("2026-03-05T10:00").Do(told => risk.Plan(new NextStep("ring them", new(2026, 3, 10), told["Ben"]), told.MemberAct("Ben"))).Until("2026-03-05T10:00");
        story.Nudges.Single(nudge => nudge.State == NudgeState.Acted).Settlement.ShouldBe(RiskPractice.Planned);
        story.Until("2026-03-10T10:00").Do(told => risk.Plan(new NextStep("ring them", new(2026, 3, 10), told["Ben"]), told.MemberAct("Ben"))).Until("2026-03-31T00:00")
            .SaidOf(RiskPractice.TakeStep).ShouldBe(
            [
                "Thu 5 Mar 09:00 direct Anna: TakeRiskStep",
                "Tue 10 Mar 09:00 direct Ben: TakeRiskStep",
                "Wed 11 Mar 09:00 direct Ben: TakeRiskStep",
            ]);
    }

    [Fact]
    public void The_gate_holds_no_risk_and_it_never_climbs()
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Complain();
        story.Risk(on: Thursday);
        story.Until("2026-12-01T00:00").SaidOf(RiskPractice.TakeStep).Count.ShouldBe(1);
    }

    [Fact]
    public void Dependence_is_for_managers_and_makes_nobody_think_of_leaving()
    {
        var story = new Story("2026-03-02T10:00").Team();
        var risk = story.Risk(RiskKind.Dependence, Thursday, "Cleo");
        story.Facts.IsAtRisk.ShouldBeFalse();
        story.Members.Select(member => (member.Name, story.Facts.MayKnowOf(risk, member.Id))).ShouldBe([("Anna", false), ("Ben", false), ("Cleo", true), ("Max", true)]);
        story.Facts.MayKnowOf(risk, null).ShouldBeFalse();
        story.Until("2026-03-31T00:00").SaidOf(RiskPractice.TakeStep).ShouldBe(["Thu 5 Mar 09:00 direct Cleo: TakeRiskStep"]);
    }

    [Theory]
    [InlineData(2026, 3, 1)]
    [InlineData(2028, 3, 3)]
    public void No_step_is_taken_on_a_day_that_is_over_or_too_far(int year, int month, int day)
    {
        var story = new Story("2026-03-02T10:00").Team();
        Should.Throw<RefusalException>(() => story.Risk(on: new(year, month, day)));
        Should.NotThrow(() => story.Risk(on: new(2026, 3, 2)));
        var risk = story.Risk(on: new(2028, 3, 2));
        risk.Resolve(story.MemberAct());
        Should.Throw<RefusalException>(() => risk.Resolve(story.MemberAct()));
        Should.Throw<RefusalException>(() => risk.Plan(new NextStep("", null, story["Anna"]), story.MemberAct()));
        story.Lose();
        Should.Throw<RefusalException>(() => story.Risk());
    }
}
