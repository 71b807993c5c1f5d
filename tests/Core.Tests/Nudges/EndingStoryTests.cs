using AccountNudge.Core.Accounts;
using AccountNudge.Core.Cadences;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Endings;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Quiet;
using AccountNudge.Core.Statuses;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>What is said of clients who left, with whom we part, or who are back. 2 March 2026 is a Monday; the hours are nine to five.</summary>
public class EndingStoryTests
{
    /// <summary>A story in which nearly everything there is wants something said.</summary>
    private static Story Everything()
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Account.Since = new(2020, 5, 4);
        story.Contact("Ms Haas", new AnnualDate(4, 20));
        story.Plan(new(2026, 4, 15), new(10, 0));
        story.AgreeOnStatus(new StatusRhythm(1, false, IsoDayOfWeek.Friday));
        story.Agree(new CadenceTerms(30, null, null), reviewOn: new(2026, 6, 1));
        story.Achieve("launch", new(2026, 3, 1));
        story.Occasion("trade fair", new AnnualDate(9, 1));
        story.Risk(on: new(2026, 4, 10));
        story.Project(new(2026, 3, 30));
        story.Expect(reviewOn: new(2026, 5, 20), agreedOn: new(2026, 1, 2));
        story.Delay();
        story.HandOver("Ben");
        return story;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_client_who_left_or_was_parted_with_is_brought_up_by_nothing_any_more(bool areParting)
    {
        var alive = Everything().Until("2027-03-10T00:00");
        var story = Everything().Until("2026-03-03T12:00");
        var before = story.Said.Count;
        if (areParting) story.Part();
        else story.Lose();
        story.Until("2027-03-10T00:00").Said.Skip(before).Where(said => !said.EndsWith("SettleParting", StringComparison.Ordinal)).ShouldBeEmpty();
        alive.Said.Count.ShouldBeGreaterThan(before + 60);
        story.Nudges.ShouldNotContain(nudge => nudge.State == NudgeState.Planned && nudge.Kind != PartingPractice.Kind);
    }

    [Fact]
    public void What_is_still_owed_goes_on_after_the_end()
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Complain();
        story.Promise(new(2026, 3, 4));
        story.Lose();
        story.Until("2026-03-06T18:00").SaidOf(ComplaintPractice.Acknowledge).ShouldNotBeEmpty();
        story.Said.ShouldContain(said => said.StartsWith("Wed 4 Mar 09:00 direct Anna", StringComparison.Ordinal) && said.Contains("Promise", StringComparison.Ordinal), string.Join('\n', story.Said));
        story.Facts.StillOwed.Count.ShouldBe(2);
    }

    /// <summary>A B account that was entered on 2 March is quiet from 2 April on.</summary>
    [Theory]
    [InlineData("2026-04-02T08:59", 0)]
    [InlineData("2026-04-02T09:00", 1)]
    [InlineData("2026-04-02T09:01", 1)]
    public void Nothing_is_said_from_the_minute_they_left(string left, int said)
    {
        var story = new Story("2026-03-02T10:00").Team().Until(left);
        story.Lose();
        story.Until("2026-09-01T00:00").SaidOf(QuietPractice.GetInTouch).Count.ShouldBe(said);
        story.Nudges.ShouldAllBe(nudge => nudge.State == NudgeState.Superseded);
    }

    [Theory]
    [InlineData("2026-05-05T10:00", "Fri 5 Jun 09:00")]
    [InlineData("2026-05-05T23:59", "Fri 5 Jun 09:00")]
    [InlineData("2026-05-06T00:00", "Mon 8 Jun 09:00")] // the 6th of June is a Saturday
    public void Everything_begins_afresh_on_the_day_they_are_back(string back, string quiet)
    {
        var story = new Story("2026-03-02T10:00").Team().Until("2026-03-20T10:00");
        story.Lose();
        story.Until(back).ComeBack().Until("2026-06-08T10:00").Said.ShouldBe([$"{quiet} channel Anna: GetInTouch"]);
        story.Account.State.ShouldBe(AccountState.Returned);
    }

    [Fact]
    public void Status_updates_that_fell_into_the_time_between_are_not_asked_for()
    {
        var story = new Story("2026-03-02T10:00", Tier.C).Team().AgreeOnStatus(new StatusRhythm(1, false, IsoDayOfWeek.Friday));
        story.Lose();
        story.Until("2026-04-22T10:00").ComeBack().Until("2026-04-30T10:00").Said.ShouldBe(["Fri 24 Apr 09:00 channel Anna: SendStatus"]);
    }

    [Fact]
    public void A_loss_is_explained_and_the_price_once_more()
    {
        var story = new Story("2026-03-02T10:00").Team();
        var loss = story.Lose();
        loss.AsksForReason.ShouldBeTrue();
        loss.Explain(LossReason.Price, story.MemberAct());
        (loss.AsksForReason, loss.AsksUnderneath, loss.CountsAs).ShouldBe((false, true, LossReason.Price));
        loss.LookUnderneath(RootCause.Attention, story.MemberAct());
        (loss.AsksUnderneath, loss.CountsAs).ShouldBe((false, LossReason.Attention));
        loss.LookUnderneath(RootCause.Price, story.MemberAct());
        (loss.AsksUnderneath, loss.CountsAs).ShouldBe((false, LossReason.Price));
        loss.Explain(LossReason.WeDeclined, story.MemberAct());
        (loss.Underneath, loss.CountsAs).ShouldBe((null, LossReason.WeDeclined));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var story = new Story("2026-03-02T10:00").Team();
        Should.Throw<RefusalException>(() => story.ComeBack());
        var loss = story.Lose();
        Should.Throw<RefusalException>(() => story.Lose());
        story.ComeBack();
        Should.Throw<RefusalException>(() => loss.Explain(LossReason.Care, story.MemberAct()));
        Should.Throw<RefusalException>(() => loss.Remind(6, story.MemberAct()));
        var parting = story.Part();
        Should.Throw<RefusalException>(() => story.Part());
        Should.Throw<RefusalException>(() => parting.Settle(PartingSteps.DeletionDate, story.Account, 0, story.MemberAct()));
        Should.Throw<RefusalException>(() => parting.DeleteDataOn(new(2026, 3, 1), story.Account, story.MemberAct()));
        Should.Throw<RefusalException>(() => parting.DeleteDataOn(new(2036, 3, 3), story.Account, story.MemberAct()));
        Should.NotThrow(() => parting.DeleteDataOn(new(2026, 3, 2), story.Account, story.MemberAct()));
        Should.NotThrow(() => parting.DeleteDataOn(new(2036, 3, 2), story.Account, story.MemberAct()));
        Should.Throw<RefusalException>(() => parting.Settle(PartingSteps.Promises, story.Account, 1, story.MemberAct()));
        parting.Settle(PartingSteps.Promises, story.Account, 0, story.MemberAct());
        Should.Throw<RefusalException>(() => parting.Settle(PartingSteps.Promises, story.Account, 0, story.MemberAct()));
    }

    [Fact]
    public void Once_everything_is_settled_we_have_parted()
    {
        var story = new Story("2026-03-02T10:00").Team();
        var parting = story.Part();
        parting.Missing.ShouldBe([PartingSteps.Promises, PartingSteps.Material, PartingSteps.LastTalk, PartingSteps.Thanks, PartingSteps.DeletionDate]);
        foreach (var step in new[] { PartingSteps.Promises, PartingSteps.Material, PartingSteps.LastTalk, PartingSteps.Thanks }) story.Do(told => parting.Settle(step, told.Account, 0, told.MemberAct()));
        story.Account.State.ShouldBe(AccountState.Parting);
        story.Until("2026-03-04T10:00").Do(told => parting.DeleteDataOn(new(2026, 12, 31), told.Account, told.MemberAct("Ben")));
        (story.Account.State, story.Account.StateSince, parting.PartedAt).ShouldBe((AccountState.Parted, new LocalDate(2026, 3, 4), story.Now));
        story.Until("2027-03-01T00:00").Said.ShouldBeEmpty();
        story.ComeBack();
        (story.Account.State, parting.ReturnedAt).ShouldBe((AccountState.Returned, story.Now));
    }

    [Fact]
    public void What_is_left_is_asked_about_every_few_working_days()
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Part();
        story.Until("2026-03-20T00:00").Said.ShouldBe(["Mon 9 Mar 09:00 channel Anna: SettleParting", "Mon 16 Mar 09:00 channel Anna: SettleParting"]);
    }

    [Fact]
    public void What_is_settled_puts_the_question_off_and_settles_the_one_that_stands_there()
    {
        var story = new Story("2026-03-02T10:00").Team();
        var parting = story.Part();
        story.Until("2026-03-10T12:00").SaidOf(PartingPractice.Settle).Count.ShouldBe(1);
        story.Do(told => parting.Settle(PartingSteps.Thanks, told.Account, 0, told.MemberAct("Ben"))).Until("2026-03-10T12:00");
        story.Nudges.Single(nudge => nudge.State == NudgeState.Acted).ShouldSatisfyAllConditions(
            nudge => nudge.Settlement.ShouldBe(PartingPractice.Settled), nudge => nudge.SettledBy.ShouldBe(story["Ben"]));
        story.Until("2026-03-18T10:00").SaidOf(PartingPractice.Settle).Count.ShouldBe(2);
    }

    /// <summary>Lost on 2 March: half a year later is Wednesday, 2 September.</summary>
    [Theory]
    [InlineData(6, "2026-09-02T08:59", 0)]
    [InlineData(6, "2026-09-02T09:00", 1)]
    [InlineData(6, "2028-09-02T09:00", 1)] // once, and never again
    [InlineData(12, "2027-03-02T08:59", 0)]
    [InlineData(12, "2027-03-02T09:00", 1)]
    [InlineData(null, "2028-09-02T09:00", 0)] // nobody asked for it
    public void One_reminder_of_a_lost_client_where_it_was_asked_for(int? months, string until, int said)
    {
        var story = new Story("2026-03-02T10:00", terms: new TeamSettings()).Team();
        var loss = story.Lose();
        if (months is { } some) loss.Remind(some, story.MemberAct());
        story.Wake().Until(until).SaidOf(ReturnHint.Kind).Count.ShouldBe(said);
        if (said > 0) story.SaidOf(ReturnHint.Kind)[0].ShouldContain("direct Anna");
    }

    [Fact]
    public void Nobody_is_reminded_of_a_client_who_is_back_or_still_waits_for_an_answer()
    {
        var back = new Story("2026-03-02T10:00", terms: new TeamSettings()).Team();
        back.Lose().Remind(6, back.MemberAct());
        back.Until("2026-09-01T10:00").ComeBack().Until("2027-06-01T00:00").SaidOf(ReturnHint.Kind).ShouldBeEmpty();
        var waiting = new Story("2026-03-02T10:00", terms: new TeamSettings()).Team();
        waiting.Lose().Remind(6, waiting.MemberAct());
        waiting.Until("2026-09-01T10:00").Complain();
        waiting.Until("2026-12-01T00:00").SaidOf(ReturnHint.Kind).ShouldBeEmpty();
    }

    [Fact]
    public void A_reminder_is_settled_when_they_are_back()
    {
        var story = new Story("2026-03-02T10:00", terms: new TeamSettings()).Team();
        story.Lose().Remind(6, story.MemberAct());
        story.Until("2026-09-03T10:00").ComeBack("Ben").Until("2026-09-03T10:00");
        story.Nudges.Single(nudge => nudge.Kind == ReturnHint.Kind).ShouldSatisfyAllConditions(
            nudge => nudge.State.ShouldBe(NudgeState.Acted), nudge => nudge.Settlement.ShouldBe(ReturnHint.CameBack), nudge => nudge.SettledBy.ShouldBe(story["Ben"]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(7, 7)]
    [InlineData(10, 7, 13)]
    [InlineData(7, 1, 7, 90)]
    public void The_median_is_in_the_middle(int? median, params int[] sorted) => sorted.Median().ShouldBe(median);
}
