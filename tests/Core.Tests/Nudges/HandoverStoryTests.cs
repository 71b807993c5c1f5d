using AccountNudge.Core.Handovers;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>What is said when an account changes hands. 2 March 2026 is a Monday; the hours are nine to five.</summary>
public class HandoverStoryTests
{
    private static readonly string[] Asks = [HandoverPractice.TakeOver, HandoverPractice.PassOn, HandoverPractice.Know, HandoverPractice.Introduce];

    [Theory]
    [InlineData("2026-03-02T10:00", "Mon 2 Mar 10:00")]
    [InlineData("2026-03-02T17:01", "Tue 3 Mar 09:00")]
    public void Both_get_a_direct_message_at_once_in_working_time(string at, string said)
    {
        var story = new Story("2026-03-02T09:30").Team().Until(at);
        story.HandOver("Cleo");
        story.Until("2026-03-03T12:00").SaidOf(Asks).ShouldBe([$"{said} direct Cleo: TakeOver", $"{said} direct Anna: PassOn"], ignoreOrder: true);
        story.Nudges.Where(nudge => nudge.IsDirect).ShouldAllBe(nudge => new HandoverPractice().BringsBrief(nudge));
    }

    [Fact]
    public void The_team_hears_it_in_the_morning_where_it_was_said_elsewhere()
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.HandOver("Cleo", teamKnows: false);
        story.Until("2026-03-03T12:00").SaidOf(HandoverPractice.Know).ShouldBe(["Tue 3 Mar 09:00 channel Cleo: KnowNewOwner"]);
    }

    [Theory]
    [InlineData("2026-03-04T08:59", 0)]
    [InlineData("2026-03-04T09:00", 1)] // in the morning of its day
    [InlineData("2026-03-04T09:01", 1)]
    public void The_first_talk_is_owed_within_two_working_days(string until, int said)
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.HandOver("Cleo");
        story.Until(until).SaidOf(HandoverPractice.Introduce).Count.ShouldBe(said);
    }

    [Fact]
    public void Without_a_first_talk_it_climbs_and_comes_back()
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.HandOver("Cleo");
        story.Until("2026-03-24T00:00").SaidOf(HandoverPractice.Introduce).ShouldBe(
        [
            "Wed 4 Mar 09:00 channel Cleo: IntroduceOneself", "Thu 5 Mar 09:00 channel Ben: IntroduceOneself", "Fri 6 Mar 09:00 direct Max: IntroduceOneself",
            "Wed 11 Mar 09:00 channel everyone: IntroduceOneself", "Mon 16 Mar 09:00 channel Cleo: IntroduceOneself", "Mon 23 Mar 09:00 channel Cleo: IntroduceOneself",
        ]);
    }

    [Theory]
    [InlineData("Cleo", InteractionKind.Call, true)]
    [InlineData("Cleo", InteractionKind.Mail, true)]
    [InlineData("Cleo", InteractionKind.Note, false)] // no talk
    [InlineData("Cleo", InteractionKind.Gift, false)]
    [InlineData("Anna", InteractionKind.Call, false)] // not the new owner's
    public void The_new_owners_first_talk_ends_it(string by, InteractionKind kind, bool ends)
    {
        var story = new Story("2026-03-02T10:00").Team();
        var handover = story.HandOver("Cleo");
        story.Until("2026-03-05T10:00").Log(kind, by: by).Until("2026-03-05T10:01");
        story.Nudges.Single(nudge => nudge.Ask == HandoverPractice.Introduce && nudge.Rung == 0).State.ShouldBe(ends ? NudgeState.Acted : NudgeState.Posted);
        (handover.IntroducedAt is not null).ShouldBe(ends);
    }

    [Fact]
    public void A_talk_before_the_handover_does_not_count()
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Log(InteractionKind.Call, by: "Cleo").Until("2026-03-02T10:01").HandOver("Cleo");
        story.Until("2026-03-04T09:00").SaidOf(HandoverPractice.Introduce).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("2026-03-01", false)] // had before the handover, and recorded after it
    [InlineData("2026-03-02", true)] // the same day
    [InlineData("2026-03-03", true)]
    public void A_talk_counts_that_was_had_and_recorded_since(string on, bool counts)
    {
        var story = new Story("2026-03-02T10:00").Team();
        var handover = story.HandOver("Cleo");
        story.Until("2026-03-03T12:00").Log(InteractionKind.Call, NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value, by: "Cleo").Until("2026-03-03T12:01");
        (handover.IntroducedAt is not null).ShouldBe(counts);
        story.Until("2026-03-04T09:00").SaidOf(HandoverPractice.Introduce).Count.ShouldBe(counts ? 0 : 1);
    }

    [Theory]
    [InlineData("Cleo", true)]
    [InlineData("Anna", false)]
    public void A_word_with_the_client_about_a_complaint_counts_and_stays(string by, bool counts)
    {
        var story = new Story("2026-03-02T10:00").Team();
        var complaint = story.Complain();
        story.Until("2026-03-02T11:00");
        var handover = story.HandOver("Cleo", by: "Max");
        story.Until("2026-03-03T10:00").Do(at => complaint.Acknowledge(at.Act(by)));
        story.Until("2026-03-04T09:00").SaidOf(HandoverPractice.Introduce).Count.ShouldBe(counts ? 0 : 1);
        if (!counts) return;
        story.Do(at => complaint.Resolve(at.Act("Anna"))).Do(at => complaint.Confirm(at.Act("Anna")));
        story.Until("2026-04-30T09:00").SaidOf(HandoverPractice.Introduce).ShouldBeEmpty(); // long after the complaint is among the facts
        handover.IntroducedAt.ShouldBe(story.At("2026-03-03T10:00"));
    }

    [Fact]
    public void A_word_that_is_taken_back_was_none()
    {
        var story = new Story("2026-03-02T10:00").Team();
        var handover = story.HandOver("Cleo");
        story.Until("2026-03-02T11:00").Do(at => at.Complaints.Add(Core.Complaints.Complaint.Open(at.Account, null, at.Act("Cleo")))).Until("2026-03-02T11:01");
        handover.IntroducedAt.ShouldBe(story.At("2026-03-02T11:00"));
        story.Do(at => at.Complaints.Clear()).Until("2026-03-04T09:00").SaidOf(HandoverPractice.Introduce).Count.ShouldBe(1);
    }

    [Fact]
    public void Whoever_is_away_gets_nothing_in_anybody_elses_place()
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Away("Anna", new(2026, 3, 2), new(2026, 3, 6));
        story.HandOver("Cleo", by: "Max");
        story.Until("2026-03-02T12:00").SaidOf(HandoverPractice.PassOn).ShouldBeEmpty();
        story.SaidOf(HandoverPractice.TakeOver).ShouldBe(["Mon 2 Mar 10:00 direct Cleo: TakeOver"]);
        story.Until("2026-03-09T09:00").SaidOf(HandoverPractice.PassOn).ShouldBe(["Mon 9 Mar 09:00 direct Anna: PassOn"]);
    }

    [Fact]
    public void Another_handover_or_another_owner_ends_it()
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.HandOver("Cleo");
        story.Until("2026-03-03T10:00").Do(at => at.Account.OwnerId = at["Ben"]);
        story.Until("2026-03-09T10:00").SaidOf(HandoverPractice.Introduce).ShouldBeEmpty();
        var second = story.HandOver("Max", by: "Ben");
        story.Until("2026-03-11T10:00").SaidOf(HandoverPractice.Introduce).Count.ShouldBe(1);
        story.Facts.OpenHandover.ShouldBe(second);
    }

    [Fact]
    public void Whoever_stood_in_changes_places_with_the_owner_before()
    {
        var story = new Story("2026-03-02T10:00").Team();
        var handover = story.HandOver("Ben");
        (story.Account.OwnerId, story.Account.DeputyId, handover.FromId).ShouldBe((story["Ben"], story["Anna"], story["Anna"]));
        story.HandOver("Cleo");
        (story.Account.OwnerId, story.Account.DeputyId).ShouldBe((story["Cleo"], story["Anna"]));
    }

    [Fact]
    public void The_same_owner_and_the_same_deputy_are_refused()
    {
        var story = new Story("2026-03-02T10:00").Team();
        var (anna, cleo, act) = (story.Members[0], story.Members[2], new HandoverAct(story["Max"], story.Now, story.Calendar.DateOf(story.Now), TeamKnows: true));
        Should.Throw<RefusalException>(() => Handover.Make(story.Account, anna, null, true, act)).Message.ShouldBe("Anna already looks after Weber GmbH.");
        Should.Throw<RefusalException>(() => Handover.Make(story.Account, cleo, cleo.Id, true, act)).Message.ShouldBe("Cleo takes over; someone else should be the deputy.");
    }
}
