using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>A client who does not trust us any more. 9 March 2026 is a Monday.</summary>
public class BreachStoryTests
{
    [Fact]
    public void The_manager_hears_at_once_in_working_time_and_once()
    {
        var (story, complaint) = Acknowledged();
        story.Until("2026-03-09T11:00").Do(told => complaint.MarkAsBreach(told.Act()));
        story.Until("2026-03-20T17:00").SaidOf(ComplaintPractice.TalkAsSenior).ShouldBe(["Mon 9 Mar 11:00 direct Max: TalkAsSenior"]);
    }

    [Fact]
    public void Outside_of_working_time_it_waits_for_the_morning()
    {
        var (story, complaint) = Acknowledged();
        story.Until("2026-03-09T19:00").Do(told => complaint.MarkAsBreach(told.Act()));
        story.Until("2026-03-10T08:59:59").SaidOf(ComplaintPractice.TalkAsSenior).ShouldBeEmpty();
        story.Until("2026-03-10T09:00").SaidOf(ComplaintPractice.TalkAsSenior).ShouldBe(["Tue 10 Mar 09:00 direct Max: TalkAsSenior"]);
    }

    [Fact]
    public void Without_a_manager_it_is_said_in_the_channel()
    {
        var story = new Story("2026-03-09T10:00").With("Anna", owner: true).With("Ben", deputy: true);
        var complaint = story.Complain();
        story.Do(told => complaint.MarkAsBreach(told.Act())).Until("2026-03-09T11:00").SaidOf(ComplaintPractice.TalkAsSenior).ShouldBe(["Mon 9 Mar 10:00 channel Anna: TalkAsSenior"]);
    }

    [Theory]
    [InlineData(InteractionKind.Call, "Max", true)]
    [InlineData(InteractionKind.Visit, "Max", true)]
    [InlineData(InteractionKind.Video, "Max", true)]
    [InlineData(InteractionKind.Mail, "Max", false)]
    [InlineData(InteractionKind.Chat, "Max", false)]
    [InlineData(InteractionKind.Gift, "Max", false)]
    [InlineData(InteractionKind.Call, "Anna", false)]
    public void A_personal_talk_of_a_manager_ends_it(InteractionKind kind, string by, bool ends)
    {
        var (story, complaint) = Breached();
        story.Until("2026-03-09T12:00").Log(kind, by: by).Until("2026-03-09T12:01");
        complaint.SeniorTalkAt.HasValue.ShouldBe(ends);
        Nudge(story).State.ShouldBe(ends ? NudgeState.Acted : NudgeState.Posted);
    }

    [Fact]
    public void A_talk_from_before_the_breach_does_not_count()
    {
        var (story, complaint) = Acknowledged();
        story.Log(InteractionKind.Call, by: "Max").Until("2026-03-09T11:00").Do(told => complaint.MarkAsBreach(told.Act()));
        story.Log(InteractionKind.Call, new LocalDate(2026, 3, 8), by: "Max").Until("2026-03-09T12:00");
        complaint.SeniorTalkAt.ShouldBeNull();
        Nudge(story).State.ShouldBe(NudgeState.Posted);
    }

    [Fact]
    public void A_talk_that_is_taken_back_opens_it_again_but_is_not_said_again()
    {
        var (story, complaint) = Breached();
        story.Log(InteractionKind.Call, by: "Max").Until("2026-03-09T12:00").Do(told => told.Interactions.Clear()).Until("2026-03-10T12:00");
        complaint.SeniorTalkAt.ShouldBeNull();
        Nudge(story).State.ShouldBe(NudgeState.Posted);
        story.SaidOf(ComplaintPractice.TalkAsSenior).Count.ShouldBe(1);
    }

    [Fact]
    public void Somebody_may_say_that_a_senior_colleague_has_talked_to_them()
    {
        var (story, complaint) = Breached();
        story.Until("2026-03-09T12:00").Do(told => complaint.TalkAsSenior(told.Act("Ben"))).Until("2026-03-09T12:01");
        Nudge(story).ShouldSatisfyAllConditions(nudge => nudge.State.ShouldBe(NudgeState.Acted), nudge => nudge.Settlement.ShouldBe("SeniorTalked"), nudge => nudge.SettledBy.ShouldBe(story["Ben"]));
    }

    [Theory]
    [InlineData("2026-04-08T09:59", true)]
    [InlineData("2026-04-08T09:59:59", true)]
    [InlineData("2026-04-08T10:00", false)]
    [InlineData("2026-04-08T10:01", false)]
    public void The_gate_opens_thirty_days_after_the_confirmation(string at, bool isShut)
    {
        var (story, _) = Confirmed();
        story.Until(at).GateIsShut.ShouldBe(isShut);
    }

    [Theory]
    [InlineData(0, "2026-03-09T10:00", false)]
    [InlineData(1, "2026-03-10T09:59:59", true)]
    [InlineData(1, "2026-03-10T10:00", false)]
    [InlineData(90, "2026-06-07T09:59:59", true)]
    [InlineData(90, "2026-06-07T10:00", false)]
    public void A_team_sets_for_how_long(int days, string at, bool isShut)
    {
        var (story, _) = Confirmed(new TeamSettings { BreachRestDays = days });
        story.Until(at).GateIsShut.ShouldBe(isShut);
    }

    [Fact]
    public void A_setting_that_is_changed_meanwhile_counts()
    {
        var (story, complaint) = Confirmed();
        story.Until("2026-03-20T10:00").Do(told => told.Terms = told.Terms with { BreachRestDays = 12 });
        story.Until("2026-03-21T09:59:59").GateIsShut.ShouldBeTrue();
        story.Until("2026-03-21T10:00").GateIsShut.ShouldBeFalse();
        story.Do(told => told.Terms = told.Terms with { BreachRestDays = 200 }).Until("2026-03-22T10:00").GateIsShut.ShouldBeFalse();
        complaint.IsCoolingDown.ShouldBeFalse();
    }

    [Fact]
    public void Silence_confirms_it_too_and_the_days_count_from_then()
    {
        var (story, complaint) = Breached();
        story.Do(told => complaint.Resolve(told.Act())).Until("2026-03-16T10:00:01");
        complaint.State.ShouldBe(ComplaintState.Confirmed);
        complaint.GateOpensAt.ShouldBe(story.At("2026-04-15T10:00"));
        story.Until("2026-04-15T09:59:59").GateIsShut.ShouldBeTrue();
        story.Until("2026-04-15T10:00").GateIsShut.ShouldBeFalse();
    }

    [Fact]
    public void Occasions_wait_for_it_and_come_when_it_opens()
    {
        var (story, _) = Confirmed();
        story.Contact("Ms Haas", new AnnualDate(4, 10));
        story.Until("2026-04-08T09:59").Nudges.ShouldContain(nudge => nudge.State == NudgeState.Held);
        story.Until("2026-04-20T00:00").Said.Where(said => said.Contains("Birthday", StringComparison.Ordinal) || said.Contains("Congratulate", StringComparison.Ordinal)).ShouldBe(
        [
            "Thu 9 Apr 09:00 direct Anna: PrepareBirthday",
            "Fri 10 Apr 09:00 direct Anna: Congratulate",
        ]);
    }

    [Fact]
    public void A_quiet_account_is_spoken_of_all_the_same()
    {
        var story = new Story("2026-03-09T10:00", Tier.A).Team();
        var complaint = story.Complain();
        story.Do(told => complaint.MarkAsBreach(told.Act())).Do(told => complaint.Resolve(told.Act())).Do(told => complaint.Confirm(told.Act()));
        story.Until("2026-03-25T00:00").SaidOf("get-in-touch").ShouldBe(["Tue 24 Mar 09:00 channel Anna: GetInTouch"]);
        story.GateIsShut.ShouldBeTrue();
    }

    [Fact]
    public void Reopened_it_begins_anew_and_not_justified_it_ends()
    {
        var (story, complaint) = Confirmed();
        story.Until("2026-03-20T10:00").Do(told => complaint.Reopen(told.Act()));
        (complaint.IsCoolingDown, complaint.GateOpensAt).ShouldBe((false, null));
        story.Do(told => complaint.CloseAsUnjustified(told.Act())).Until("2026-03-20T11:00").GateIsShut.ShouldBeFalse();
        complaint.AwaitsSeniorTalk.ShouldBeFalse();
    }

    [Fact]
    public void One_that_is_confirmed_already_may_be_marked_as_long_as_it_matters()
    {
        var story = new Story("2026-03-09T10:00").Team();
        var complaint = story.Complain();
        story.Do(told => complaint.Resolve(told.Act())).Do(told => complaint.Confirm(told.Act())).Until("2026-03-19T10:00").Do(told => complaint.MarkAsBreach(told.Act()));
        complaint.GateOpensAt.ShouldBe(story.At("2026-04-08T10:00"));
        story.Until("2026-03-19T10:01").SaidOf(ComplaintPractice.TalkAsSenior).Count.ShouldBe(1);
        story.Until("2026-04-08T10:00:01");
        Nudge(story).State.ShouldBe(NudgeState.Superseded);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var (story, complaint) = Acknowledged();
        Should.Throw<RefusalException>(() => complaint.TalkAsSenior(story.Act()));
        complaint.MarkAsBreach(story.Act());
        Should.Throw<RefusalException>(() => complaint.MarkAsBreach(story.Act()));
        complaint.TalkAsSenior(story.Act());
        Should.Throw<RefusalException>(() => complaint.TalkAsSenior(story.Act()));
        var other = story.Complain();
        other.CloseAsUnjustified(story.Act());
        Should.Throw<RefusalException>(() => other.MarkAsBreach(story.Act()));
    }

    private static Nudge Nudge(Story story) => story.Nudges.Single(nudge => nudge.Ask == ComplaintPractice.TalkAsSenior);

    private static (Story Story, Complaint Complaint) Acknowledged(TeamSettings? terms = null)
    {
        var story = new Story("2026-03-09T10:00", terms: terms).Team();
        var complaint = story.Complain();
        story.Do(told => complaint.Acknowledge(told.Act()));
        return (story, complaint);
    }

    private static (Story Story, Complaint Complaint) Breached(TeamSettings? terms = null)
    {
        var (story, complaint) = Acknowledged(terms);
        story.Do(told => complaint.MarkAsBreach(told.Act())).Until("2026-03-09T10:00");
        return (story, complaint);
    }

    private static (Story Story, Complaint Complaint) Confirmed(TeamSettings? terms = null)
    {
        var (story, complaint) = Breached(terms);
        story.Do(told => complaint.Resolve(told.Act())).Do(told => complaint.Confirm(told.Act()));
        return (story, complaint);
    }
}
