using AccountNudge.Core.Accounts;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Plans;
using AccountNudge.Core.Quiet;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>What is said of plans, and what they keep from being said. 2 March 2026 is a Monday; the hours are nine to five.</summary>
public class PlanStoryTests
{
    private static readonly LocalDate Thursday = new(2026, 3, 5);
    private static readonly LocalDate Friday = new(2026, 3, 6);
    private static readonly LocalTime Ten = new(10, 0);
    private static readonly string[] Asks = [PlanPractice.Prepare, PlanPractice.Remember, PlanPractice.Tell];

    [Theory]
    [InlineData("10:00", null, "Thu 5 Mar 09:30 direct Anna: PrepareMeeting")]
    [InlineData("10:00", InteractionKind.Visit, "Thu 5 Mar 09:30 direct Anna: PrepareMeeting")]
    [InlineData("10:00", InteractionKind.Call, "Thu 5 Mar 09:30 direct Anna: PrepareMeeting")]
    [InlineData("10:00", InteractionKind.Video, "Thu 5 Mar 09:30 direct Anna: PrepareMeeting")]
    [InlineData("09:00", InteractionKind.Visit, "Thu 5 Mar 08:30 direct Anna: PrepareMeeting")] // before the day opens
    [InlineData("07:00", InteractionKind.Call, "Thu 5 Mar 06:30 direct Anna: PrepareMeeting")]
    [InlineData("19:30", InteractionKind.Visit, "Thu 5 Mar 19:00 direct Anna: PrepareMeeting")] // dinner
    [InlineData("10:00", InteractionKind.Mail, "Thu 5 Mar 09:00 direct Anna: RememberPlan")]
    [InlineData("10:00", InteractionKind.Chat, "Thu 5 Mar 09:00 direct Anna: RememberPlan")]
    [InlineData(null, InteractionKind.Visit, "Thu 5 Mar 09:00 direct Anna: RememberPlan")]
    [InlineData(null, null, "Thu 5 Mar 09:00 direct Anna: RememberPlan")]
    public void A_meeting_brings_its_brief_half_an_hour_before_and_anything_else_a_word_in_the_morning(string? time, InteractionKind? kind, string said)
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Plan(Thursday, time is null ? null : LocalTime.FromMinutesSinceMidnight((int)TimeSpan.Parse(time, null).TotalMinutes), kind);
        story.Until("2026-03-12T00:00").SaidOf(Asks).ShouldBe([said, "Fri 6 Mar 09:00 direct Anna: TellHowItWent"]);
    }

    [Theory]
    [InlineData("2026-03-05T09:29", "Thu 5 Mar 09:30")]
    [InlineData("2026-03-05T09:30", "Thu 5 Mar 09:30")]
    [InlineData("2026-03-05T09:31", "Thu 5 Mar 09:31")]
    [InlineData("2026-03-05T09:59", "Thu 5 Mar 09:59")]
    public void What_is_planned_within_the_half_hour_brings_it_at_once(string made, string at)
    {
        var story = new Story("2026-03-02T10:00").Team().Until(made);
        story.Plan(Thursday, Ten, InteractionKind.Call);
        story.Until("2026-03-05T18:00").SaidOf(Asks).ShouldBe([$"{at} direct Anna: PrepareMeeting"]);
    }

    [Theory]
    [InlineData("2026-03-05T09:59", 1)]
    [InlineData("2026-03-05T10:00", 0)] // it has begun
    [InlineData("2026-03-05T10:01", 0)]
    public void A_brief_that_could_not_be_said_is_not_said_once_the_meeting_has_begun(string upAgain, int said)
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Plan(Thursday, Ten, InteractionKind.Visit);
        story.Until("2026-03-05T09:00").DownUntil(upAgain).SaidOf(PlanPractice.Prepare).Count.ShouldBe(said);
    }

    [Theory]
    [InlineData("2026-03-05T10:00", NudgeState.Posted)] // it is needed all through the meeting
    [InlineData("2026-03-05T23:59", NudgeState.Posted)]
    [InlineData("2026-03-06T00:00", NudgeState.Expired)]
    public void A_brief_stands_there_until_the_day_is_over(string until, NudgeState state)
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Plan(Thursday, Ten, InteractionKind.Visit);
        story.Until(until).Nudges.Single(nudge => nudge.Ask == PlanPractice.Prepare).State.ShouldBe(state);
    }

    [Theory]
    [InlineData(2026, 3, 6, "Fri 6 Mar 09:00", "Mon 9 Mar 09:00")]
    [InlineData(2026, 3, 7, "Fri 6 Mar 09:00", "Mon 9 Mar 09:00")] // a Saturday
    [InlineData(2026, 3, 8, "Fri 6 Mar 09:00", "Mon 9 Mar 09:00")]
    public void A_day_off_is_mentioned_before_it_and_asked_about_after_it(int year, int month, int day, string ahead, string asked)
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Plan(new(year, month, day));
        story.Until("2026-03-20T00:00").SaidOf(Asks).ShouldBe([$"{ahead} direct Anna: RememberPlan", $"{asked} direct Anna: TellHowItWent"]);
    }

    [Theory]
    [InlineData("2026-03-05T08:59", 1)]
    [InlineData("2026-03-05T09:00", 0)] // whoever has just said it knows it
    [InlineData("2026-03-05T09:01", 0)]
    public void What_is_planned_on_the_morning_of_its_day_needs_no_word_that_morning(string made, int said)
    {
        var story = new Story("2026-03-02T10:00").Team().Until(made);
        story.Plan(Thursday);
        story.Until("2026-03-07T00:00").SaidOf(PlanPractice.Remember).Count.ShouldBe(said);
        story.SaidOf(PlanPractice.Tell).ShouldBe(["Fri 6 Mar 09:00 direct Anna: TellHowItWent"]);
    }

    [Fact]
    public void It_is_asked_once_how_it_went_and_not_for_ever()
    {
        var story = new Story("2026-03-02T10:00", Tier.C).Team();
        story.Plan(Thursday, Ten);
        story.Until("2026-03-25T23:59").Nudges.Single(nudge => nudge.Ask == PlanPractice.Tell).State.ShouldBe(NudgeState.Posted);
        story.Until("2026-03-26T00:00").Nudges.Single(nudge => nudge.Ask == PlanPractice.Tell).State.ShouldBe(NudgeState.Expired);
        story.Until("2026-05-20T00:00").SaidOf(PlanPractice.Tell).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("2026-03-05T09:59", InteractionKind.Call, null, true)] // a call that comes in before is not the visit
    [InlineData("2026-03-05T09:59", InteractionKind.Visit, null, false)] // the visit was earlier
    [InlineData("2026-03-05T10:00", InteractionKind.Call, null, false)]
    [InlineData("2026-03-05T16:00", InteractionKind.Call, null, false)]
    [InlineData("2026-03-05T16:00", InteractionKind.Visit, "2026-03-04", true)] // of the day before
    [InlineData("2026-03-05T16:00", InteractionKind.Note, null, true)] // no talk
    [InlineData("2026-03-06T08:59", InteractionKind.Mail, null, false)]
    [InlineData("2026-03-06T08:59", InteractionKind.Visit, "2026-03-05", false)]
    public void A_talk_that_was_noted_since_settles_it_silently(string noted, InteractionKind kind, string? on, bool isAsked)
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Plan(Thursday, Ten, InteractionKind.Visit);
        story.Until(noted).Log(kind, on is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value).Until("2026-03-20T00:00").SaidOf(PlanPractice.Tell).Count.ShouldBe(isAsked ? 1 : 0);
    }

    [Fact]
    public void A_talk_settles_the_question_that_stands_there()
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Plan(Thursday, Ten, InteractionKind.Visit);
        story.Until("2026-03-06T11:00").Log(InteractionKind.Visit, Thursday).Until("2026-03-06T11:00");
        story.Nudges.Single(nudge => nudge.Ask == PlanPractice.Tell).ShouldSatisfyAllConditions(
            nudge => nudge.State.ShouldBe(NudgeState.Acted), nudge => nudge.Settlement.ShouldBe(PlanPractice.Kept), nudge => nudge.SettledBy.ShouldBe(story["Anna"]));
    }

    [Theory]
    [InlineData("2026-03-05T09:59", PlanPractice.CalledOff)]
    [InlineData("2026-03-05T10:00", PlanPractice.NotHappened)]
    public void What_is_dropped_is_called_off_before_and_did_not_happen_after(string at, string settlement)
    {
        var story = new Story("2026-03-02T10:00").Team();
        var plan = story.Plan(Thursday, Ten);
        story.Until(at).Do(told => plan.Drop(told.MemberAct("Ben"))).Until("2026-03-20T00:00");
        story.Nudges.Single(nudge => nudge.Ask == PlanPractice.Prepare).Settlement.ShouldBe(settlement);
        story.SaidOf(PlanPractice.Tell).ShouldBeEmpty();
        Should.Throw<RefusalException>(() => plan.Move(Friday.PlusDays(30), null, story.MemberAct()));
        Should.Throw<RefusalException>(() => plan.Drop(story.MemberAct()));
    }

    [Fact]
    public void What_is_moved_is_said_anew_for_its_new_time()
    {
        var story = new Story("2026-03-02T10:00").Team();
        var plan = story.Plan(Thursday, Ten);
        story.Until("2026-03-05T09:45").Do(told => plan.Move(Thursday, new(15, 0), told.MemberAct("Ben"))).Until("2026-03-05T12:00");
        story.Nudges.Single(nudge => nudge.Settlement == PlanPractice.Moved).SettledBy.ShouldBe(story["Ben"]);
        story.Until("2026-03-05T16:00").Do(told => plan.Move(new(2026, 3, 9), null, told.MemberAct())).Until("2026-03-20T00:00").SaidOf(Asks).ShouldBe(
        [
            "Thu 5 Mar 09:30 direct Anna: PrepareMeeting",
            "Thu 5 Mar 14:30 direct Anna: PrepareMeeting",
            "Mon 9 Mar 09:00 direct Anna: RememberPlan",
            "Tue 10 Mar 09:00 direct Anna: TellHowItWent",
        ]);
    }

    [Fact]
    public void One_that_has_passed_is_moved_as_well()
    {
        var story = new Story("2026-03-02T10:00").Team();
        var plan = story.Plan(Thursday);
        story.Until("2026-03-06T10:00").Do(told => plan.Move(new(2026, 3, 10), Ten, told.MemberAct())).Until("2026-03-20T00:00").SaidOf(PlanPractice.Tell)
            .ShouldBe(["Fri 6 Mar 09:00 direct Anna: TellHowItWent", "Wed 11 Mar 09:00 direct Anna: TellHowItWent"]);
    }

    [Theory]
    [InlineData("2026-03-05T09:59", false)]
    [InlineData("2026-03-05T10:00", true)]
    [InlineData("2026-03-05T10:01", true)]
    public void What_is_over_cannot_be_planned(string now, bool isOver)
    {
        var story = new Story("2026-03-02T10:00").Team().Until(now);
        Plan.IsOver(Thursday, Ten, story.MemberAct()).ShouldBe(isOver);
        if (isOver) Should.Throw<RefusalException>(() => story.Plan(Thursday, Ten));
        Should.NotThrow(() => story.Plan(Thursday));
        Should.Throw<RefusalException>(() => story.Plan(new(2026, 3, 4)));
        Should.Throw<RefusalException>(() => story.Plan(new(2028, 3, 6)));
        Should.NotThrow(() => story.Plan(new(2028, 3, 5)));
    }

    [Theory]
    [InlineData("Cleo", null, "Cleo")] // whoever made it, not whoever looks after the account
    [InlineData("Cleo", "Max", "Max")] // away, and Max stands in
    [InlineData("Cleo", "", "Anna")] // away, and nobody was named
    [InlineData("Anna", "", "Ben")]
    public void Whoever_made_it_hears_of_it_or_whoever_stands_in(string by, string? deputy, string reader)
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Plan(Thursday, Ten, InteractionKind.Visit, by);
        if (deputy is not null) story.Away(by, Thursday, Thursday, deputy.Length > 0 ? deputy : null);
        story.Until("2026-03-05T12:00").SaidOf(Asks).ShouldBe([$"Thu 5 Mar 09:30 direct {reader}: PrepareMeeting"]);
    }

    [Theory]
    [InlineData("America/New_York", "Thu 5 Mar 15:00")] // nine there
    [InlineData("Asia/Kathmandu", "Thu 5 Mar 04:15")]
    public void The_morning_is_that_of_whoever_hears_of_it(string zone, string at)
    {
        var story = new Story("2026-03-02T10:00").Team().With("Nia", zone: zone);
        story.Plan(Thursday, null, InteractionKind.Call, "Nia");
        story.Until("2026-03-05T23:00").SaidOf(PlanPractice.Remember).ShouldBe([$"{at} direct Nia: RememberPlan"]);
    }

    [Fact]
    public void A_brief_comes_at_its_minute_whatever_the_hour_is_where_its_reader_is()
    {
        var story = new Story("2026-03-02T10:00").Team().With("Nia", zone: "America/New_York");
        story.Plan(Thursday, Ten, InteractionKind.Video, "Nia");
        story.Until("2026-03-05T23:00").SaidOf(PlanPractice.Prepare).ShouldBe(["Thu 5 Mar 09:30 direct Nia: PrepareMeeting"]);
    }

    [Theory]
    [InlineData("2026-03-29T02:30", "Sun 29 Mar 03:00")] // there is no 2:30 that night: the clock shows 3:30
    [InlineData("2026-03-29T10:00", "Sun 29 Mar 09:30")]
    [InlineData("2026-10-25T03:10", "Sun 25 Oct 02:40")]
    public void Half_an_hour_is_half_an_hour_when_the_clocks_change(string begins, string at)
    {
        var story = new Story(begins.StartsWith("2026-03", StringComparison.Ordinal) ? "2026-03-27T10:00" : "2026-10-23T10:00", Tier.C).Team();
        var local = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(begins).Value;
        story.Plan(local.Date, local.TimeOfDay, InteractionKind.Call);
        story.Until(story.Now + Duration.FromDays(5)).SaidOf(PlanPractice.Prepare).ShouldBe([$"{at} direct Anna: PrepareMeeting"]);
    }

    [Fact]
    public void Day_and_time_stay_as_they_were_said_when_the_zone_is_set_right()
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Plan(Thursday, Ten, InteractionKind.Visit);
        story.Until("2026-03-03T10:00").Do(told => told.Terms = told.Terms with { Zone = "Europe/London" }).Until("2026-03-05T23:00").SaidOf(PlanPractice.Prepare)
            .ShouldBe(["Thu 5 Mar 09:30 direct Anna: PrepareMeeting"]);
    }

    [Fact]
    public void The_gate_holds_no_plan()
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Complain();
        story.Plan(Thursday, Ten, InteractionKind.Visit);
        story.Until("2026-03-05T12:00").SaidOf(PlanPractice.Prepare).Count.ShouldBe(1);
    }

    /// <summary>The floor of an A account that was entered on Monday, 2 March ends on the 16th: the 17th is its first quiet day.</summary>
    [Theory]
    [InlineData(2026, 3, 13, "Tue 17 Mar 09:00")] // it was asked about on the 16th
    [InlineData(2026, 3, 16, "Wed 18 Mar 09:00")] // asked about on the 17th, and that is enough for that day
    [InlineData(2026, 3, 17, "Thu 19 Mar 09:00")]
    [InlineData(2026, 3, 20, "Tue 24 Mar 09:00")] // a Friday, asked about on Monday
    [InlineData(2026, 4, 30, "Mon 4 May 09:00")]
    public void A_planned_talk_suppresses_the_quiet_nudge_until_it_was_asked_how_it_went(int year, int month, int day, string quiet)
    {
        var story = new Story("2026-03-02T10:00", Tier.A).Team();
        story.Plan(new(year, month, day), Ten);
        story.Until("2026-06-01T00:00").SaidOf(QuietPractice.GetInTouch)[0].ShouldBe($"{quiet} channel Anna: GetInTouch");
    }

    [Theory]
    [InlineData("2026-03-18T23:59", true)]
    [InlineData("2026-03-19T00:00", false)]
    [InlineData("2026-03-19T00:01", false)]
    public void It_is_suppressed_up_to_that_instant(string at, bool isSuppressed)
    {
        var story = new Story("2026-03-02T10:00", Tier.A).Team();
        story.Plan(new(2026, 3, 17), Ten);
        story.Until(at);
        new QuietPractice().Review(story.Facts, story.Now).Requests.Count.ShouldBe(isSuppressed ? 0 : 1);
    }

    [Fact]
    public void A_plan_settles_the_quiet_nudge_that_stands_there_and_called_off_opens_it_again()
    {
        var story = new Story("2026-03-02T10:00", Tier.A).Team().Until("2026-03-17T10:00");
        var plan = story.Plan(new(2026, 3, 20), Ten, InteractionKind.Visit, "Cleo");
        story.Until(story.Now);
        var quiet = story.Nudges.Single(nudge => nudge.Ask == QuietPractice.GetInTouch);
        quiet.ShouldSatisfyAllConditions(
            nudge => nudge.State.ShouldBe(NudgeState.Acted), nudge => nudge.Settlement.ShouldBe(QuietPractice.Planned), nudge => nudge.SettledBy.ShouldBe(story["Cleo"]));
        story.Do(told => plan.Drop(told.MemberAct())).Until(story.Now);
        quiet.State.ShouldBe(NudgeState.Posted);
    }

    [Fact]
    public void A_talk_as_planned_starts_the_floor_anew()
    {
        var story = new Story("2026-03-02T10:00", Tier.A).Team();
        story.Plan(new(2026, 3, 16), Ten, InteractionKind.Visit);
        story.Until("2026-03-16T12:00").Log(InteractionKind.Visit).Until("2026-03-31T12:00").Said.ShouldBe(
        [
            "Mon 16 Mar 09:30 direct Anna: PrepareMeeting",
            "Tue 31 Mar 09:00 channel Anna: GetInTouch",
        ]);
    }

    [Fact]
    public void Of_several_plans_the_farthest_counts()
    {
        var story = new Story("2026-03-02T10:00", Tier.A).Team();
        story.Plan(new(2026, 3, 24), Ten);
        story.Plan(new(2026, 3, 10), Ten);
        story.Until("2026-03-26T09:00").SaidOf(QuietPractice.GetInTouch).ShouldBe(["Thu 26 Mar 09:00 channel Anna: GetInTouch"]);
    }
}
