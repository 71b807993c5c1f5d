using System.Globalization;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Tests.Nudges;
using AccountNudge.Core.Texts;
using NodaTime;
using static AccountNudge.Core.Complaints.ComplaintState;

namespace AccountNudge.Core.Tests.Complaints;

/// <summary>Every state and every step: what comes of it, or the sentence that refuses it.</summary>
public class ComplaintStepsTests
{
    public enum Step
    {
        Acknowledge,
        Update,
        Chase,
        AwaitClient,
        Resolve,
        Confirm,
        Reopen,
        CloseAsUnjustified,
        OnIt,
    }

    [Theory] // taken down on Monday 9 March at 10:00, brought into its state at once, the step comes on Tuesday at 11:00
    [InlineData(Open, Step.Acknowledge, Acknowledged, "update Thu 11:00")]
    [InlineData(Open, Step.Update, Acknowledged, "update Thu 11:00")]
    [InlineData(Open, Step.Chase, Open, "acknowledge Mon 14:00")]
    [InlineData(Open, Step.AwaitClient, AwaitingClient, "waiting Tue 11:00")]
    [InlineData(Open, Step.Resolve, Resolved, "confirm Tue 11:00")]
    [InlineData(Open, Step.CloseAsUnjustified, ClosedUnjustified, "")]
    [InlineData(Open, Step.OnIt, Open, "acknowledge Mon 14:00, on it Wed 09:00")]
    [InlineData(Acknowledged, Step.Update, Acknowledged, "update Thu 11:00")]
    [InlineData(Acknowledged, Step.Chase, Acknowledged, "update Wed 10:00")]
    [InlineData(Acknowledged, Step.AwaitClient, AwaitingClient, "waiting Tue 11:00")]
    [InlineData(Acknowledged, Step.Resolve, Resolved, "confirm Tue 11:00")]
    [InlineData(Acknowledged, Step.CloseAsUnjustified, ClosedUnjustified, "")]
    [InlineData(Acknowledged, Step.OnIt, Acknowledged, "update Wed 10:00, on it Wed 09:00")]
    [InlineData(AwaitingClient, Step.Update, Acknowledged, "update Thu 11:00")]
    [InlineData(AwaitingClient, Step.Chase, Acknowledged, "update Tue 15:00")]
    [InlineData(AwaitingClient, Step.Resolve, Resolved, "confirm Tue 11:00")]
    [InlineData(AwaitingClient, Step.CloseAsUnjustified, ClosedUnjustified, "")]
    [InlineData(AwaitingClient, Step.OnIt, AwaitingClient, "waiting Mon 10:00, on it Wed 09:00")]
    [InlineData(Resolved, Step.Confirm, Confirmed, "")]
    [InlineData(Resolved, Step.Reopen, Open, "acknowledge Tue 15:00")]
    [InlineData(Resolved, Step.CloseAsUnjustified, ClosedUnjustified, "")]
    [InlineData(Resolved, Step.OnIt, Resolved, "confirm Mon 10:00, on it Wed 09:00")]
    [InlineData(Confirmed, Step.Reopen, Open, "acknowledge Tue 15:00")]
    [InlineData(ClosedUnjustified, Step.Reopen, Open, "acknowledge Tue 15:00")]
    public void A_step_that_fits_changes_state_and_clocks(ComplaintState from, Step step, ComplaintState to, string clocks)
    {
        var (story, complaint) = In(from);
        Take(complaint, step, story.Act());
        complaint.State.ShouldBe(to);
        Clocks(complaint, story).ShouldBe(clocks);
        complaint.IsOpen.ShouldBe(to is not (Confirmed or ClosedUnjustified));
        (complaint.ClosedAt is not null).ShouldBe(!complaint.IsOpen);
    }

    [Theory]
    [InlineData(Open, Step.Confirm, "Nobody has told the client yet")]
    [InlineData(Open, Step.Reopen, "This complaint is still open")]
    [InlineData(Acknowledged, Step.Acknowledge, "The client already knows")]
    [InlineData(Acknowledged, Step.Confirm, "Nobody has told the client yet")]
    [InlineData(Acknowledged, Step.Reopen, "This complaint is still open")]
    [InlineData(AwaitingClient, Step.Acknowledge, "The client already knows")]
    [InlineData(AwaitingClient, Step.AwaitClient, "We’re already waiting")]
    [InlineData(AwaitingClient, Step.Confirm, "Nobody has told the client yet")]
    [InlineData(AwaitingClient, Step.Reopen, "This complaint is still open")]
    [InlineData(Resolved, Step.Acknowledge, "This complaint is marked as solved")]
    [InlineData(Resolved, Step.Update, "This complaint is marked as solved")]
    [InlineData(Resolved, Step.Chase, "We called this complaint solved")]
    [InlineData(Resolved, Step.AwaitClient, "This complaint is marked as solved")]
    [InlineData(Resolved, Step.Resolve, "This complaint is marked as solved")]
    [InlineData(Confirmed, Step.Acknowledge, "This complaint is closed")]
    [InlineData(Confirmed, Step.Update, "This complaint is closed")]
    [InlineData(Confirmed, Step.Chase, "This complaint is closed")]
    [InlineData(Confirmed, Step.AwaitClient, "This complaint is closed")]
    [InlineData(Confirmed, Step.Resolve, "This complaint is closed")]
    [InlineData(Confirmed, Step.Confirm, "This complaint is closed")]
    [InlineData(Confirmed, Step.CloseAsUnjustified, "This complaint is closed")]
    [InlineData(Confirmed, Step.OnIt, "This complaint is closed")]
    [InlineData(ClosedUnjustified, Step.Acknowledge, "This complaint is closed")]
    [InlineData(ClosedUnjustified, Step.Update, "This complaint is closed")]
    [InlineData(ClosedUnjustified, Step.Chase, "This complaint is closed")]
    [InlineData(ClosedUnjustified, Step.AwaitClient, "This complaint is closed")]
    [InlineData(ClosedUnjustified, Step.Resolve, "This complaint is closed")]
    [InlineData(ClosedUnjustified, Step.Confirm, "This complaint is closed")]
    [InlineData(ClosedUnjustified, Step.CloseAsUnjustified, "This complaint is closed")]
    [InlineData(ClosedUnjustified, Step.OnIt, "This complaint is closed")]
    public void A_step_that_does_not_fit_is_refused_and_changes_nothing(ComplaintState from, Step step, string because)
    {
        var (story, complaint) = In(from);
        var before = (Clocks(complaint, story), complaint.Steps.Count, complaint.Chasers, complaint.Reopened, complaint.CycleBeganAt, complaint.ClosedAt);
        var refusal = Should.Throw<RefusalException>(() => Take(complaint, step, story.Act()));
        refusal.Reason.Plain(Voice.English).ShouldStartWith(because);
        refusal.Reason.Plain(Voice.German).ShouldNotBeNullOrWhiteSpace();
        refusal.Reason.Plain(Voice.German).ShouldNotBe(refusal.Reason.Plain(Voice.English));
        complaint.State.ShouldBe(from);
        (Clocks(complaint, story), complaint.Steps.Count, complaint.Chasers, complaint.Reopened, complaint.CycleBeganAt, complaint.ClosedAt).ShouldBe(before);
    }

    [Fact]
    public void Every_state_and_step_is_in_one_of_the_tables()
    {
        var rows = new[] { nameof(A_step_that_fits_changes_state_and_clocks), nameof(A_step_that_does_not_fit_is_refused_and_changes_nothing) }
            .SelectMany(name => typeof(ComplaintStepsTests).GetMethod(name)!.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>())
            .Select(row => ((ComplaintState)row.Data[0]!, (Step)row.Data[1]!)).ToList();
        rows.Distinct().Count().ShouldBe(rows.Count);
        rows.Count.ShouldBe(Enum.GetValues<ComplaintState>().Length * Enum.GetValues<Step>().Length);
    }

    [Theory]
    [InlineData("2026-03-06T16:00", "2026-03-09T12:00")] // Friday afternoon
    [InlineData("2026-03-27T16:00", "2026-03-30T12:00")] // the clocks go forward in between
    [InlineData("2026-03-07T11:00", "2026-03-09T13:00")] // Saturday
    public void The_client_should_know_within_four_working_hours(string opened, string by)
    {
        var story = new Story(opened).Team();
        story.Complain().AcknowledgeBy.ShouldBe(story.At(by));
    }

    [Theory]
    [InlineData("2026-03-06T15:07", "2026-03-10T15:07")]
    [InlineData("2026-03-26T15:07", "2026-03-30T15:07")] // the clocks go forward in between
    [InlineData("2026-03-07T11:00", "2026-03-11T09:00")] // a word on Saturday counts from Monday's opening
    public void The_next_word_is_due_at_the_same_time_two_working_days_later(string word, string by)
    {
        var story = new Story(word).Team();
        var complaint = story.Complain();
        complaint.Acknowledge(story.Act());
        complaint.NextUpdateBy.ShouldBe(story.At(by));
    }

    [Fact]
    public void The_clock_restarts_with_each_word_to_the_client_and_with_nothing_else()
    {
        var story = new Story("2026-03-09T10:00").Team();
        var complaint = story.Complain();
        complaint.Acknowledge(story.Act());
        complaint.Chase(story.Until("2026-03-09T11:00").Act());
        complaint.OnIt(story.Until("2026-03-09T11:30").Act());
        complaint.NextUpdateBy.ShouldBe(story.At("2026-03-11T10:00"));
        complaint.Update(story.Until("2026-03-09T12:00").Act());
        complaint.NextUpdateBy.ShouldBe(story.At("2026-03-11T12:00"));
        complaint.ChasedAt.ShouldBeNull();
        complaint.Chasers.ShouldBe(1);
        complaint.OnItUntil.ShouldBeNull();
    }

    [Fact]
    public void Silence_confirms_at_its_instant_and_not_a_second_before()
    {
        var story = new Story("2026-03-09T10:00").Team();
        var complaint = story.Complain();
        complaint.Resolve(story.Act());
        var due = complaint.ConfirmBy!.Value;
        due.ShouldBe(story.At("2026-03-16T10:00"));
        complaint.ConfirmBySilence(due - Duration.FromSeconds(1)).ShouldBeFalse();
        complaint.State.ShouldBe(Resolved);
        complaint.ConfirmBySilence(due).ShouldBeTrue();
        complaint.State.ShouldBe(Confirmed);
        complaint.ConfirmedBySilence.ShouldBeTrue();
        complaint.ClosedAt.ShouldBe(due);
        complaint.Steps[^1].Kind.ShouldBe(ComplaintStepKind.ConfirmedBySilence);
        complaint.Steps[^1].MemberId.ShouldBeNull();
        complaint.ConfirmBySilence(due).ShouldBeFalse();
    }

    [Fact]
    public void After_downtime_silence_has_confirmed_at_its_own_instant()
    {
        var story = new Story("2026-03-09T10:00").Team();
        var complaint = story.Complain();
        complaint.Resolve(story.Act());
        complaint.ConfirmBySilence(story.At("2026-05-01T00:00")).ShouldBeTrue();
        complaint.ClosedAt.ShouldBe(story.At("2026-03-16T10:00"));
    }

    [Fact]
    public void Reopening_counts_up_and_starts_over()
    {
        var story = new Story("2026-03-09T10:00").Team();
        var complaint = story.Complain();
        complaint.AgreeOnSolution(new(2026, 3, 9), new LocalTime(12, 0), story.Act());
        complaint.Resolve(story.Act());
        complaint.ConfirmBySilence(story.At("2026-03-16T10:00"));
        complaint.Reopen(story.Until("2026-03-17T09:00").Act());
        complaint.Reopened.ShouldBe(1);
        complaint.ConfirmedBySilence.ShouldBeFalse();
        complaint.ResolveBy.ShouldBeNull(); // what was agreed before is over
        complaint.AcknowledgeBy.ShouldBe(story.At("2026-03-17T13:00"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Not_justified_needs_a_reason(string reason)
    {
        var story = new Story("2026-03-09T10:00").Team();
        var complaint = story.Complain();
        Should.Throw<RefusalException>(() => complaint.CloseAsUnjustified(story.Act(text: reason))).Reason.Plain(Voice.English).ShouldStartWith("Please say why");
        complaint.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void Every_step_is_kept_with_its_words_and_who_took_it()
    {
        var story = new Story("2026-03-09T10:00").Team();
        var complaint = story.Complain();
        complaint.Acknowledge(story.Act("Anna", "rang Ms Haas"));
        complaint.Chase(story.Act("Ben", "she rang"));
        complaint.Resolve(story.Act("Cleo", "new shutter"));
        complaint.Steps.Select(step => (step.Kind, step.Text, Who: story.Members.Single(member => member.Id == step.MemberId).Name)).ShouldBe(
        [
            (ComplaintStepKind.Opened, "", "Anna"),
            (ComplaintStepKind.Acknowledged, "rang Ms Haas", "Anna"),
            (ComplaintStepKind.Chased, "she rang", "Ben"),
            (ComplaintStepKind.Resolved, "new shutter", "Cleo"),
        ]);
    }

    private static (Story Story, Complaint Complaint) In(ComplaintState state)
    {
        var story = new Story("2026-03-09T10:00").Team();
        var complaint = story.Complain();
        Step[] way = state switch
        {
            Open => [],
            Acknowledged => [Step.Acknowledge],
            AwaitingClient => [Step.AwaitClient],
            Resolved => [Step.Resolve],
            Confirmed => [Step.Resolve, Step.Confirm],
            _ => [Step.CloseAsUnjustified],
        };
        foreach (var step in way) Take(complaint, step, story.Act());
        story.Until("2026-03-10T11:00");
        return (story, complaint);
    }

    private static void Take(Complaint complaint, Step step, ComplaintAct act)
    {
        Action<ComplaintAct> take = step switch
        {
            Step.Acknowledge => complaint.Acknowledge,
            Step.Update => complaint.Update,
            Step.Chase => complaint.Chase,
            Step.AwaitClient => complaint.AwaitClient,
            Step.Resolve => complaint.Resolve,
            Step.Confirm => complaint.Confirm,
            Step.Reopen => complaint.Reopen,
            Step.CloseAsUnjustified => complaint.CloseAsUnjustified,
            _ => complaint.OnIt,
        };
        take(act);
    }

    private static string Clocks(Complaint complaint, Story story) => string.Join(", ", new[]
    {
        ("acknowledge", complaint.AcknowledgeBy), ("update", complaint.NextUpdateBy), ("waiting", complaint.WaitingSince),
        ("confirm", complaint.ConfirmBy), ("on it", complaint.OnItUntil),
    }.Where(clock => clock.Item2 is not null).Select(clock => $"{clock.Item1} {clock.Item2!.Value.InZone(story.Calendar.Zone).LocalDateTime.ToString("ddd HH:mm", CultureInfo.InvariantCulture)}"));
}
