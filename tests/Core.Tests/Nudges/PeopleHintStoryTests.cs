using AccountNudge.Core.Accounts;
using AccountNudge.Core.Dependence;
using AccountNudge.Core.Hints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.OwnLine;
using AccountNudge.Core.Satisfaction;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>Hints about people and success. 9 March 2026 is a Monday, on which the account was entered.</summary>
public class PeopleHintStoryTests
{
    [Theory]
    [InlineData(null, "Wed 9 Sep 09:00")]
    [InlineData("2026-04-09", "Fri 9 Oct 09:00")]
    [InlineData("2026-01-09", "Wed 9 Sep 09:00")]
    public void Whether_they_are_content_is_asked_half_a_year_after_the_last_time(string? asked, string said)
    {
        var story = Only(Tier.B, SatisfactionHint.Kind).Until("2026-04-10T10:00");
        if (asked is not null) story.Satisfied(Content.Yes, Day(asked));
        story.Until("2026-11-30T09:00").SaidOf(SatisfactionHint.Kind).ShouldBe([$"{said} direct Anna: SatisfactionHint"]);
    }

    [Theory]
    [InlineData(Content.Yes)]
    [InlineData(Content.Partly)]
    [InlineData(Content.No)]
    public void An_answer_ends_it_whatever_it_is(Content content)
    {
        var story = Only(Tier.B, SatisfactionHint.Kind).Until("2026-09-09T10:00").Satisfied(content, by: "Ben").Until("2026-09-09T10:01");
        story.Nudges.Single(nudge => nudge.WentOut && nudge.Kind == SatisfactionHint.Kind).ShouldSatisfyAllConditions(
            nudge => nudge.State.ShouldBe(NudgeState.Acted), nudge => nudge.Settlement.ShouldBe(SatisfactionHint.Asked), nudge => nudge.SettledBy.ShouldBe(story["Ben"]));
        story.Until("2027-03-09T08:59").SaidOf(SatisfactionHint.Kind).Count.ShouldBe(1);
        story.Until("2027-03-09T09:00").SaidOf(SatisfactionHint.Kind).Count.ShouldBe(2);
    }

    [Fact]
    public void It_is_the_most_important_of_all()
    {
        var story = Only(Tier.B, SatisfactionHint.Kind, VisitHint.Kind, JustTalkHint.Kind, SingleThreadHint.Kind);
        story.Contact("Ms Haas");
        story.Until("2026-09-09T09:00").SaidOf(SatisfactionHint.Kind, VisitHint.Kind, JustTalkHint.Kind).ShouldBe(["Wed 9 Sep 09:00 direct Anna: SatisfactionHint"]);
    }

    [Fact]
    public void While_something_is_wrong_nobody_asks()
    {
        var story = Only(Tier.B, SatisfactionHint.Kind).Until("2026-09-01T10:00");
        var complaint = story.Complain();
        story.Do(then => complaint.MarkAsBreach(then.Act())).Do(then => complaint.Resolve(then.Act())).Do(then => complaint.Confirm(then.Act()));
        story.Until("2026-10-01T09:59").SaidOf(SatisfactionHint.Kind).ShouldBeEmpty();
        story.Until("2026-10-02T09:00").SaidOf(SatisfactionHint.Kind).ShouldBe(["Fri 2 Oct 09:00 direct Anna: SatisfactionHint"]);
    }

    [Theory]
    [InlineData(Tier.A, 1, true)]
    [InlineData(Tier.B, 1, true)]
    [InlineData(Tier.C, 1, false)]
    [InlineData(Tier.B, 0, false)]
    [InlineData(Tier.B, 2, false)]
    public void One_person_alone_is_a_hint_where_an_account_is_looked_after_closely(Tier tier, int contacts, bool isSaid)
    {
        var story = Only(tier, SingleThreadHint.Kind);
        for (var contact = 0; contact < contacts; contact++) story.Contact($"Ms Haas {contact}");
        story.Until("2026-05-08T08:59:59").SaidOf(SingleThreadHint.Kind).ShouldBeEmpty();
        story.Until("2026-05-08T09:00").SaidOf(SingleThreadHint.Kind).ShouldBe(isSaid ? ["Fri 8 May 09:00 direct Anna: SingleThreadHint"] : []);
    }

    [Fact]
    public void A_second_person_ends_it_and_one_who_left_does_not_count()
    {
        var story = Only(Tier.B, SingleThreadHint.Kind);
        story.Contact("Ms Haas");
        story.Contact("Mr Berg").Go(ContactState.Left, new(2026, 3, 9), new(2027, 3, 9));
        story.Until("2026-05-08T10:00").SaidOf(SingleThreadHint.Kind).Count.ShouldBe(1);
        story.Contact("Ms Lind");
        story.Until("2026-05-08T10:01");
        story.Nudges.Single(nudge => nudge.WentOut && nudge.Kind == SingleThreadHint.Kind).State.ShouldBe(NudgeState.Superseded);
    }

    [Theory]
    [InlineData(null, "Wed 8 Apr 09:00")]
    [InlineData("2026-03-01", "Tue 31 Mar 09:00")]
    [InlineData("2026-02-01", "Tue 10 Mar 09:00")]
    [InlineData("2026-01-08", null)]
    [InlineData("2020-01-01", null)]
    public void After_the_first_weeks_with_a_new_client_one_question(string? since, string? said)
    {
        var story = Only(Tier.B, DeliveryHint.Kind).Log(InteractionKind.Call);
        if (since is not null) story.Account.Since = Day(since);
        story.Until("2027-03-09T09:00").SaidOf(DeliveryHint.Kind).ShouldBe(said is null ? [] : [$"{said} direct Anna: DeliveryHint"]);
    }

    [Theory]
    [InlineData("2026-03-08", false)]
    [InlineData("2026-03-09", true)]
    public void Whom_somebody_talked_to_before_is_no_new_client(string talkedOn, bool isSaid)
    {
        var story = Only(Tier.B, DeliveryHint.Kind).Log(InteractionKind.Call, Day(talkedOn));
        story.Until("2026-06-01T09:00").SaidOf(DeliveryHint.Kind).Count.ShouldBe(isSaid ? 1 : 0);
    }

    [Fact]
    public void Where_nobody_has_talked_yet_there_is_nothing_to_ask() =>
        Only(Tier.B, DeliveryHint.Kind).Log(InteractionKind.Gift).Until("2026-06-01T09:00").SaidOf(DeliveryHint.Kind).ShouldBeEmpty();

    [Fact]
    public void After_sixty_days_nobody_asks_any_more()
    {
        var story = Only(Tier.B, DeliveryHint.Kind).Log(InteractionKind.Call).Away("Anna", new(2026, 4, 1), new(2026, 5, 7));
        story.Until("2026-06-01T09:00").SaidOf(DeliveryHint.Kind).ShouldBeEmpty("8 May is the 60th day");
        Only(Tier.B, DeliveryHint.Kind).Log(InteractionKind.Call).Away("Anna", new(2026, 4, 1), new(2026, 5, 6)).Until("2026-06-01T09:00").SaidOf(DeliveryHint.Kind).ShouldBe(["Thu 7 May 09:00 direct Anna: DeliveryHint"]);
    }

    [Theory]
    [InlineData("2026-03-09", true, "Tue 10 Mar 09:00")]
    [InlineData("2026-02-01", true, "Tue 10 Mar 09:00")]
    [InlineData("2026-01-08", true, null)]
    [InlineData("2026-03-09", false, null)]
    public void A_success_that_looks_good_to_their_boss_is_worth_handing_over_while_it_is_fresh(string on, bool isGoodForBoss, string? said)
    {
        var story = Only(Tier.C, PassOnHint.Kind);
        story.Achieve("launched", Day(on), isGoodForBoss);
        story.Until("2027-02-09T09:00").SaidOf(PassOnHint.Kind).ShouldBe(said is null ? [] : [$"{said} direct Anna: PassOnHint"]);
    }

    [Fact]
    public void Each_success_is_one_hint_once()
    {
        var story = Only(Tier.C, PassOnHint.Kind);
        story.Achieve("launched", new(2026, 3, 9), isGoodForBoss: true);
        story.Until("2026-03-10T10:00");
        story.Achieve("won a prize", new(2026, 3, 10), isGoodForBoss: true);
        story.Until("2026-07-10T09:00").SaidOf(PassOnHint.Kind).ShouldBe(["Tue 10 Mar 09:00 direct Anna: PassOnHint", "Thu 9 Apr 09:00 direct Anna: PassOnHint"]);
    }

    [Fact]
    public void Honest_advice_never_comes_back_as_an_occasion()
    {
        var story = Only(Tier.C);
        story.Achieve("the smaller package is enough", new(2026, 3, 9), isHonestAdvice: true);
        story.Achieve("launched", new(2026, 3, 10));
        story.Until("2027-03-20T09:00").SaidOf(MilestonePractice.Mention).Count.ShouldBe(1);
        story.Facts.LastSuccess.ShouldBe(new LocalDate(2026, 3, 10));
    }

    [Theory]
    [InlineData(25, false)]
    [InlineData(26, true)]
    [InlineData(100, true)]
    public void Much_of_the_revenue_is_a_matter_of_the_managers_alone_once_a_quarter(int percent, bool isSaid)
    {
        var story = Only(Tier.C, DependenceHint.Kind).Shares(percent);
        story.Until("2026-06-09T08:59:59").SaidOf(DependenceHint.Kind).ShouldBe(isSaid ? ["Tue 10 Mar 09:00 direct Max: DependenceHint"] : []);
        story.Until("2026-06-10T09:00").SaidOf(DependenceHint.Kind).Count.ShouldBe(isSaid ? 2 : 0);
    }

    [Fact]
    public void A_step_towards_a_plan_B_ends_it()
    {
        var story = Only(Tier.C, DependenceHint.Kind).Shares(40).Until("2026-03-10T10:00").Shares(null, "two more clients by summer").Until("2026-03-10T10:01");
        story.Nudges.Single(nudge => nudge.WentOut && nudge.Kind == DependenceHint.Kind).Settlement.ShouldBe(DependenceHint.Settled);
        story.Until("2027-03-10T10:00").SaidOf(DependenceHint.Kind).Count.ShouldBe(1);
    }

    [Fact]
    public void Nobody_stands_in_for_a_manager_and_without_one_nobody_hears_of_it()
    {
        var story = Only(Tier.C, DependenceHint.Kind).Away("Max", new(2026, 3, 10), new(2026, 3, 13), "Cleo").Shares(40);
        story.Until("2026-03-20T09:00").SaidOf(DependenceHint.Kind).ShouldBe(["Mon 16 Mar 09:00 direct Max: DependenceHint"]);
        var alone = new Story("2026-03-09T10:00", terms: new TeamSettings()).With("Anna", owner: true).With("Ben", deputy: true).Shares(40);
        alone.Until("2026-06-20T09:00").SaidOf(DependenceHint.Kind).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    [InlineData(-3)]
    [InlineData(null)]
    public void A_share_is_between_one_and_a_hundred_percent(int? percent) =>
        Should.Throw<Core.Texts.RefusalException>(() => Only(Tier.C).Shares(percent, "step"));

    [Theory]
    [InlineData("2026-03-30", false)]
    [InlineData("2026-04-01", true)]
    [InlineData("2026-04-06", true)]
    [InlineData("2026-04-07", true)]
    [InlineData("2026-04-08", false)]
    [InlineData("2026-07-06", true)]
    [InlineData("2027-01-04", true)]
    [InlineData("2027-01-11", false)]
    public void The_first_week_of_a_quarter(string day, bool isFirst) => OwnLinePractice.IsFirstWeek(Day(day)).ShouldBe(isFirst);

    private static LocalDate Day(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;

    private static Story Only(Tier tier, params string[] kinds) =>
        new Story("2026-03-09T10:00", tier, new TeamSettings { PracticesOff = [.. PracticeCatalog.Hints.Select(hint => hint.Kind).Except(kinds)] }).Team();
}
