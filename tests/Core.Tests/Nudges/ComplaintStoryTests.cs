using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Nudges;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

public class ComplaintStoryTests
{
    private static Matter Matter(Complaint complaint) => new(ComplaintPractice.Kind, complaint.Id);

    [Fact]
    public void A_complaint_from_Friday_afternoon_is_told_to_its_end()
    {
        var story = new Story("2026-03-06T16:00").Team();
        var complaint = story.Complain();
        story.Until("2026-03-09T11:59:59").Said.ShouldBeEmpty();
        story.Until("2026-03-09T12:00").Said.ShouldBe(["Mon 9 Mar 12:00 channel Anna: Acknowledge"]);
        story.Until("2026-03-09T12:30").Do(told => complaint.Acknowledge(told.Act()));
        story.Until("2026-03-11T08:59:59").Said.Count.ShouldBe(1);
        story.Until("2026-03-11T10:00").Said[1..].ShouldBe(["Wed 11 Mar 09:00 channel Anna: Update"]);
        story.Do(told => complaint.Resolve(told.Act()));
        story.Until("2026-03-18T09:59:59");
        complaint.State.ShouldBe(ComplaintState.Resolved);
        story.Until("2026-03-18T10:00");
        complaint.State.ShouldBe(ComplaintState.Confirmed);
        story.Until("2026-04-01T00:00").Said[2..].ShouldBe(["Thu 19 Mar 09:00 channel Anna: SeeConfirmation"]);
    }

    [Fact]
    public void A_missed_acknowledgement_climbs_in_working_time() =>
        Unanswered(story => story.Team()).ShouldBe(
        [
            "Mon 9 Mar 12:00 channel Anna: Acknowledge",
            "Mon 9 Mar 16:00 channel Ben: Acknowledge",
            "Tue 10 Mar 16:00 direct Max: Acknowledge",
            "Fri 13 Mar 16:00 channel everyone: Acknowledge",
        ]);

    [Fact]
    public void A_late_run_does_not_slow_the_ladder_down()
    {
        var story = new Story("2026-03-06T16:00") { Lag = Duration.FromSeconds(7) }.Team();
        var complaint = story.Complain();
        complaint.Acknowledge(story.Act());
        story.Wake().Until("2026-03-22T00:00").Said.ShouldBe(
        [
            "Tue 10 Mar 09:00 channel Anna: Update",
            "Wed 11 Mar 09:00 channel Ben: Update",
            "Thu 12 Mar 09:00 direct Max: Update",
            "Tue 17 Mar 09:00 channel everyone: Update",
        ]);
    }

    [Fact]
    public void A_team_of_one_hears_once() =>
        Unanswered(story => story.With("Anna", owner: true, deputy: true, manager: true)).ShouldBe(["Mon 9 Mar 12:00 channel Anna: Acknowledge"]);

    [Fact]
    public void An_owner_who_manages_is_not_told_twice() =>
        Unanswered(story => story.With("Anna", owner: true, manager: true).With("Ben", deputy: true)).ShouldBe(
        [
            "Mon 9 Mar 12:00 channel Anna: Acknowledge",
            "Mon 9 Mar 16:00 channel Ben: Acknowledge",
        ]);

    [Fact]
    public void A_complaint_nobody_owns_is_said_to_the_whole_channel() =>
        Unanswered(story => story.With("Ben").With("Max", manager: true))[0].ShouldBe("Mon 9 Mar 12:00 channel everyone: Acknowledge");

    [Fact]
    public void An_owner_who_is_away_is_not_named_but_the_absences_deputy_is() =>
        Unanswered(story => story.Team().Away("Anna", new(2026, 3, 9), new(2026, 3, 9), "Cleo"))[0].ShouldBe("Mon 9 Mar 12:00 channel Cleo: Acknowledge");

    [Fact]
    public void Without_one_the_accounts_deputy_stands_in() =>
        Unanswered(story => story.Team().Away("Anna", new(2026, 3, 9), new(2026, 3, 9)))[0].ShouldBe("Mon 9 Mar 12:00 channel Ben: Acknowledge");

    [Fact]
    public void Absences_are_followed_along_their_chain() =>
        Unanswered(story => story.Team().Away("Anna", new(2026, 3, 9), new(2026, 3, 9), "Ben").Away("Ben", new(2026, 3, 2), new(2026, 3, 20), "Cleo"))[0]
            .ShouldBe("Mon 9 Mar 12:00 channel Cleo: Acknowledge");

    [Fact]
    public void Two_who_stand_in_for_each_other_are_both_left_in_peace() =>
        Unanswered(story => story.Team().Away("Anna", new(2026, 3, 9), new(2026, 3, 9), "Ben").Away("Ben", new(2026, 3, 9), new(2026, 3, 9), "Anna"))[0]
            .ShouldBe("Mon 9 Mar 12:00 channel everyone: Acknowledge");

    [Fact]
    public void An_absence_ends_by_itself() =>
        Unanswered(story => story.Team().Away("Anna", new(2026, 3, 2), new(2026, 3, 8), "Cleo"))[0].ShouldBe("Mon 9 Mar 12:00 channel Anna: Acknowledge");

    [Fact]
    public void A_deputy_who_was_away_hears_on_the_day_they_are_back() =>
        Unanswered(story => story.With("Anna", owner: true).With("Ben", deputy: true).Away("Ben", new(2026, 3, 9), new(2026, 3, 17)), "2026-03-22T00:00").ShouldBe(
        [
            "Mon 9 Mar 12:00 channel Anna: Acknowledge",
            "Mon 16 Mar 09:00 channel Anna: Acknowledge",
            "Wed 18 Mar 09:00 channel Ben: Acknowledge",
        ]);

    [Fact]
    public void A_manager_who_stands_in_later_hears_what_only_the_owner_knew() =>
        Unanswered(story => story.With("Anna", owner: true).With("Max", manager: true).Away("Anna", new(2026, 3, 10), new(2026, 3, 20), "Max")).ShouldBe(
        [
            "Mon 9 Mar 12:00 channel Anna: Acknowledge",
            "Mon 9 Mar 16:00 channel everyone: Acknowledge",
            "Tue 10 Mar 16:00 direct Max: Acknowledge",
        ]);

    [Fact]
    public void On_it_holds_the_ladder_until_the_next_morning_but_not_the_clock()
    {
        var story = new Story("2026-03-06T16:00").Team();
        var complaint = story.Complain();
        var due = complaint.AcknowledgeBy;
        story.Until("2026-03-09T12:15").Do(told => complaint.OnIt(told.Act("Anna")));
        complaint.AcknowledgeBy.ShouldBe(due);
        story.Until("2026-03-11T00:00").Said.ShouldBe(
        [
            "Mon 9 Mar 12:00 channel Anna: Acknowledge",
            "Tue 10 Mar 09:00 channel Ben: Acknowledge",
        ]);
    }

    [Fact]
    public void A_snooze_hides_the_matter_until_its_instant_and_the_ladder_resumes_at_its_rung()
    {
        var story = new Story("2026-03-06T16:00").Team();
        var complaint = story.Complain();
        story.Until("2026-03-09T16:30").Snooze(Matter(complaint), story.At("2026-03-11T10:00"));
        story.Until("2026-03-12T11:00").Said.ShouldBe(
        [
            "Mon 9 Mar 12:00 channel Anna: Acknowledge",
            "Mon 9 Mar 16:00 channel Ben: Acknowledge",
            "Wed 11 Mar 10:00 channel Ben: Acknowledge",
            "Thu 12 Mar 10:00 direct Max: Acknowledge",
        ]);
    }

    [Fact]
    public void A_snooze_that_was_taken_back_leaves_everything_as_it_was()
    {
        var story = new Story("2026-03-06T16:00").Team();
        var complaint = story.Complain();
        story.Until("2026-03-09T12:30").Snooze(Matter(complaint), story.At("2026-03-09T13:00")).Until("2026-03-09T14:00");
        story.Do(told => told.Snoozes.Clear()).Until("2026-03-09T17:00").Said.ShouldBe(
        [
            "Mon 9 Mar 12:00 channel Anna: Acknowledge",
            "Mon 9 Mar 13:00 channel Anna: Acknowledge",
            "Mon 9 Mar 16:00 channel Ben: Acknowledge",
        ]);
    }

    [Fact]
    public void The_second_chaser_reaches_the_manager_at_once()
    {
        var story = new Story("2026-03-09T10:00").Team();
        var complaint = story.Complain();
        story.Do(told => complaint.Acknowledge(told.Act())).Until("2026-03-09T11:00").Do(told => complaint.Chase(told.Act()));
        story.Until("2026-03-09T15:00").Said.ShouldBeEmpty();
        story.Do(told => complaint.Chase(told.Act())).Until("2026-03-09T15:00").Said.ShouldBe(["Mon 9 Mar 15:00 direct Max: AnswerChaser"]);
    }

    [Fact]
    public void A_chaser_that_was_answered_with_a_solution_does_not_come_back_with_a_reopening()
    {
        var story = new Story("2026-03-09T10:00").Team();
        var complaint = story.Complain();
        story.Until("2026-03-09T18:00").Do(told =>
        {
            complaint.Acknowledge(told.Act());
            complaint.Chase(told.Act());
            complaint.Chase(told.Act());
            complaint.Resolve(told.Act());
        });
        story.Until("2026-03-09T19:00").Do(told => complaint.Reopen(told.Act()));
        story.Until("2026-03-10T12:00").SaidOf(ComplaintPractice.AnswerChaser).ShouldBeEmpty();
    }

    [Fact]
    public void A_complaint_that_waits_for_the_client_comes_back_every_five_working_days()
    {
        var story = new Story("2026-03-09T10:00") { Lag = Duration.FromSeconds(20) }.Team();
        var complaint = story.Complain();
        story.Do(told => complaint.AwaitClient(told.Act())).Until("2026-03-31T00:00").Said.ShouldBe(
        [
            "Mon 16 Mar 09:00 channel Anna: AskClient",
            "Mon 23 Mar 09:00 channel Anna: AskClient",
            "Mon 30 Mar 09:00 channel Anna: AskClient",
        ]);
    }

    [Fact]
    public void A_confirmation_by_silence_stays_news_over_a_long_closure()
    {
        var story = new Story("2026-12-16T10:00", terms: new TeamSettings { Closures = [new(new(2026, 12, 24), new(2027, 1, 10))] }).Team();
        var complaint = story.Complain();
        story.Do(told => complaint.Resolve(told.Act())).Until("2027-01-12T00:00").Said.ShouldBe(["Mon 11 Jan 09:00 channel Anna: SeeConfirmation"]);
    }

    [Fact]
    public void What_came_due_while_the_bot_was_down_is_said_once_and_climbs_from_there()
    {
        var story = new Story("2026-03-06T16:00").Team();
        story.Complain();
        story.Until("2026-03-06T16:30").DownUntil("2026-03-11T10:00").Said.ShouldBe(["Wed 11 Mar 10:00 channel Anna: Acknowledge"]);
        story.Until("2026-03-11T14:00").Said[1..].ShouldBe(["Wed 11 Mar 14:00 channel Ben: Acknowledge"]);
    }

    [Fact]
    public void A_manager_in_another_zone_is_told_in_their_own_working_time() =>
        Unanswered(story => story.With("Anna", owner: true).With("Ben", deputy: true).With("Max", manager: true, zone: "America/New_York"))[2]
            .ShouldBe("Tue 10 Mar 16:00 direct Max: Acknowledge");

    [Fact]
    public void A_date_agreed_for_the_solution_is_reminded_of_on_its_morning()
    {
        var story = new Story("2026-03-09T10:00").Team();
        var complaint = story.Complain();
        complaint.AgreeOnSolution(new(2026, 3, 10), new LocalTime(15, 0), story.Act());
        story.Do(told => complaint.Acknowledge(told.Act())).Until("2026-03-10T17:00").Said.ShouldBe(["Tue 10 Mar 09:00 channel Anna: Resolve"]);
    }

    [Fact]
    public void What_we_owe_comes_back_on_the_first_working_day_of_every_week_until_it_is_settled()
    {
        var story = new Story("2026-03-06T16:00").Team();
        var complaint = story.Complain();
        story.Until("2026-04-14T00:00").Said[4..].ShouldBe(
        [
            "Mon 16 Mar 09:00 channel Anna: Acknowledge",
            "Mon 23 Mar 09:00 channel Anna: Acknowledge",
            "Mon 30 Mar 09:00 channel Anna: Acknowledge",
            "Mon 6 Apr 09:00 channel Anna: Acknowledge",
            "Mon 13 Apr 09:00 channel Anna: Acknowledge",
        ]);
        story.Nudges.Where(nudge => nudge.Rung > Core.Planning.Ladder.ThirdPersonRung && nudge.PostedAt is not null).ShouldAllBe(nudge => nudge.Lane == Lane.WeOwe);
        story.Do(told => complaint.Acknowledge(told.Act())).Do(told => complaint.Resolve(told.Act()));
        story.Until("2026-05-10T00:00").Said[9..].ShouldAllBe(said => said.EndsWith("SeeConfirmation", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-03-16T08:59:59", 4)]
    [InlineData("2026-03-16T09:00", 5)]
    [InlineData("2026-03-23T08:59:59", 5)]
    [InlineData("2026-03-23T09:00", 6)]
    public void It_comes_back_with_the_morning_message(string until, int said) => Unanswered(story => story.Team(), until).Count.ShouldBe(said);

    [Fact]
    public void A_team_of_one_is_reminded_week_by_week_too() =>
        Unanswered(story => story.With("Anna", owner: true, deputy: true, manager: true), "2026-03-24T00:00").ShouldBe(
        [
            "Mon 9 Mar 12:00 channel Anna: Acknowledge",
            "Mon 16 Mar 09:00 channel Anna: Acknowledge",
            "Mon 23 Mar 09:00 channel Anna: Acknowledge",
        ]);

    /// <summary>What is said of a complaint that nobody answers, until the Sunday before it comes back for the first time.</summary>
    private static List<string> Unanswered(Func<Story, Story> people, string until = "2026-03-15T00:00")
    {
        var story = people(new Story("2026-03-06T16:00"));
        story.Complain();
        return story.Until(until).Said;
    }
}
