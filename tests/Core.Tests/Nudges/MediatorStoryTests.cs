using AccountNudge.Core.Complaints;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>Where both sides are stuck, somebody from outside the account may help. 9 March 2026 is a Monday.</summary>
public class MediatorStoryTests
{
    [Theory]
    [InlineData(1, 0, false)]
    [InlineData(2, 0, true)]
    [InlineData(3, 0, true)]
    [InlineData(0, 2, false)]
    [InlineData(0, 3, true)]
    [InlineData(0, 5, true)]
    [InlineData(1, 2, false)]
    public void Reopened_twice_or_three_updates_in_a_row_is_a_hint_to_the_manager(int reopened, int updates, bool isHint)
    {
        var story = new Story("2026-03-09T10:00").Team();
        var complaint = story.Complain();
        story.Do(told => Happen(told, complaint, reopened, updates));
        (complaint.StuckSince is not null).ShouldBe(isHint);
        story.Until("2026-03-10T10:00").SaidOf(ComplaintPractice.ConsiderMediator).ShouldBe(isHint ? ["Tue 10 Mar 09:00 direct Max: ConsiderMediator"] : []);
    }

    [Fact]
    public void It_is_said_once_in_the_morning_however_long_it_stays_so()
    {
        var (story, complaint) = Stuck();
        story.Until("2026-03-10T08:59:59").SaidOf(ComplaintPractice.ConsiderMediator).ShouldBeEmpty();
        story.Until("2026-03-10T09:00").Do(told => complaint.Update(told.Act())).Until("2026-04-10T00:00").SaidOf(ComplaintPractice.ConsiderMediator).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("resolve")]
    [InlineData("waiting")]
    public void Three_updates_are_not_in_a_row_once_something_moves(string step)
    {
        var story = new Story("2026-03-09T10:00").Team();
        var complaint = story.Complain();
        complaint.Update(story.Act());
        complaint.Update(story.Act());
        if (step == "waiting") complaint.AwaitClient(story.Act());
        else complaint.Resolve(story.Act());
        if (step == "resolve") complaint.Reopen(story.Act());
        complaint.Update(story.Act());
        complaint.StuckSince.ShouldBeNull();
        complaint.Chase(story.Act());
        complaint.Update(story.Act());
        complaint.Update(story.Act());
        complaint.StuckSince.ShouldNotBeNull();
    }

    [Fact]
    public void What_is_said_among_ourselves_neither_breaks_nor_makes_a_row()
    {
        var (story, complaint) = Stuck();
        var since = complaint.StuckSince;
        complaint.MarkAsBreach(story.Act());
        complaint.StuckSince.ShouldBe(since);
    }

    [Fact]
    public void Naming_somebody_ends_it_and_tells_them()
    {
        var (story, complaint) = Stuck();
        story.Until("2026-03-10T10:00").Do(told => complaint.NameMediator(told["Cleo"], told.Account, told.Act("Max"))).Until("2026-03-12T00:00");
        Hint(story).ShouldSatisfyAllConditions(nudge => nudge.State.ShouldBe(NudgeState.Acted), nudge => nudge.Settlement.ShouldBe("MediatorNamed"), nudge => nudge.SettledBy.ShouldBe(story["Max"]));
        story.SaidOf(ComplaintPractice.Mediate).ShouldBe(["Wed 11 Mar 09:00 direct Cleo: Mediate"]);
        complaint.StuckSince.ShouldBeNull();
    }

    [Fact]
    public void Who_names_themselves_knows_already()
    {
        var (story, complaint) = Stuck();
        story.Do(told => complaint.NameMediator(told["Cleo"], told.Account, told.Act("Cleo"))).Until("2026-03-20T00:00").SaidOf(ComplaintPractice.Mediate).ShouldBeEmpty();
    }

    [Fact]
    public void Declining_ends_it_for_good_until_somebody_is_named_after_all()
    {
        var (story, complaint) = Stuck();
        story.Until("2026-03-10T10:00").Do(told => complaint.DeclineMediator(told.Act("Max"))).Until("2026-03-10T10:01");
        Hint(story).ShouldSatisfyAllConditions(nudge => nudge.State.ShouldBe(NudgeState.Acted), nudge => nudge.Settlement.ShouldBe("MediatorDeclined"));
        Should.Throw<RefusalException>(() => complaint.DeclineMediator(story.Act()));
        story.Do(told => complaint.Update(told.Act())).Until("2026-03-30T00:00").SaidOf(ComplaintPractice.ConsiderMediator).Count.ShouldBe(1);
        complaint.NameMediator(story["Cleo"], story.Account, story.Act());
        (complaint.MediatorId, complaint.MediatorDeclined).ShouldBe((story["Cleo"], false));
    }

    [Theory]
    [InlineData("Anna")]
    [InlineData("Ben")]
    public void Whoever_looks_after_the_account_is_not_neutral(string name)
    {
        var (story, complaint) = Stuck();
        Should.Throw<RefusalException>(() => complaint.NameMediator(story[name], story.Account, story.Act()));
        complaint.NameMediator(story["Cleo"], story.Account, story.Act());
        Should.Throw<RefusalException>(() => complaint.NameMediator(story["Cleo"], story.Account, story.Act()));
    }

    [Fact]
    public void A_word_among_ourselves_is_none_to_the_client()
    {
        var story = new Story("2026-03-09T10:00").Team();
        var complaint = story.Complain();
        story.Until("2026-03-09T14:00").Do(told => complaint.NameMediator(told["Cleo"], told.Account, told.Act())).Until("2026-03-09T14:01");
        story.Nudges.Single(nudge => nudge.Ask == ComplaintPractice.Acknowledge && nudge.WentOut).State.ShouldBe(NudgeState.Posted);
        complaint.AcknowledgeBy.ShouldBe(story.At("2026-03-09T14:00"));
        new ComplaintFactsReader().TalksIn(new ComplaintFacts([complaint]) { LastTouched = complaint }, story.Calendar).Max(talk => talk.RecordedAt).ShouldBe(story.At("2026-03-09T10:00"));
    }

    private static Nudge Hint(Story story) => story.Nudges.Single(nudge => nudge.Ask == ComplaintPractice.ConsiderMediator);

    private static (Story Story, Complaint Complaint) Stuck()
    {
        var story = new Story("2026-03-09T10:00").Team();
        var complaint = story.Complain();
        story.Do(told => Happen(told, complaint, reopened: 0, updates: 3));
        return (story, complaint);
    }

    private static void Happen(Story story, Complaint complaint, int reopened, int updates)
    {
        for (var time = 0; time < reopened; time++)
        {
            complaint.Resolve(story.Act());
            complaint.Reopen(story.Act());
        }

        complaint.Acknowledge(story.Act());
        for (var time = 0; time < updates; time++) complaint.Update(story.Act());
    }
}
