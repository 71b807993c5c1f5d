using AccountNudge.Core.Nudges;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>What is said of milestones and of the occasions that somebody noted, and who hears of somebody's birthday. 2 March 2026 is a Monday.</summary>
public class NotedOccasionStoryTests
{
    private static readonly string[] Asks = [MilestonePractice.Mention, OccasionPractice.Prepare, OccasionPractice.Mark];

    [Theory] // the day of the milestone, the year it comes back, when it is said
    [InlineData("2026-05-14", 2027, "Fri 14 May 09:00")]
    [InlineData("2026-05-15", 2027, "Fri 14 May 09:00")] // a Saturday a year later
    [InlineData("2026-05-16", 2027, "Fri 14 May 09:00")]
    [InlineData("2026-05-17", 2027, "Mon 17 May 09:00")]
    [InlineData("2028-02-29", 2029, "Wed 28 Feb 09:00")]
    public void A_milestone_comes_back_once_a_year_later(string on, int year, string said)
    {
        var story = new Story($"{on}T10:00").Team();
        story.Achieve("the web shop was launched", story.Calendar.DateOf(story.Now));
        story.Until($"{year}-05-31T00:00").SaidOf(Asks).ShouldBe([$"{said} channel Anna: MentionMilestone"]);
        story.Until($"{year + 2}-05-31T00:00").SaidOf(Asks).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("2026-05-14T08:59", "Thu 14 May 09:00")]
    [InlineData("2026-05-14T09:00", "Thu 14 May 09:00")]
    [InlineData("2026-05-14T09:01", null)] // the morning is over, and the day with it
    [InlineData("2026-05-15T00:00", null)]
    public void One_that_is_noted_late_is_said_while_its_morning_lasts(string noted, string? said)
    {
        var story = new Story("2026-05-04T10:00").Team().Until(noted);
        story.Achieve("the web shop was launched", new(2025, 5, 14));
        story.Until("2026-06-01T00:00").SaidOf(Asks).ShouldBe(said is null ? [] : [$"{said} channel Anna: MentionMilestone"]);
    }

    [Theory]
    [InlineData("2027-05-14T23:59:59", NudgeState.Posted)]
    [InlineData("2027-05-15T00:00", NudgeState.Expired)]
    public void It_closes_silently_with_its_day(string at, NudgeState state)
    {
        var story = new Story("2026-05-14T10:00").Team();
        story.Achieve("the web shop was launched", new(2026, 5, 14));
        story.Until(at).Nudges.Single(nudge => nudge.Ask == MilestonePractice.Mention).State.ShouldBe(state);
    }

    [Theory] // the day, where and how often it is said within two years
    [InlineData(5, 14, null, "Thu 7 May 09:00", "Thu 14 May 09:00", 4)]
    [InlineData(5, 17, null, "Fri 8 May 09:00", "Fri 15 May 09:00", 4)] // a Sunday
    [InlineData(5, 14, 2026, "Thu 7 May 09:00", "Thu 14 May 09:00", 2)]
    public void An_occasion_of_a_client_is_said_to_the_channel_ahead_and_on_the_day(int month, int day, int? year, string ahead, string onTheDay, int within)
    {
        var story = new Story("2026-04-01T10:00").Team();
        story.Occasion("trade fair", new AnnualDate(month, day), year);
        story.Until("2026-06-01T00:00").SaidOf(Asks).ShouldBe([$"{ahead} channel Anna: PrepareOccasion", $"{onTheDay} channel Anna: MarkOccasion"]);
        story.Until("2028-04-01T00:00").SaidOf(Asks).Count.ShouldBe(within);
    }

    [Theory]
    [InlineData("2027-01-07", "Fri 26 Feb 09:00")] // the 28th is a Sunday
    [InlineData("2028-01-07", "Tue 29 Feb 09:00")]
    public void The_29th_of_February_falls_on_the_28th_in_common_years(string from, string said)
    {
        var story = new Story($"{from}T10:00").Team();
        story.Occasion("founded", new AnnualDate(2, 29));
        story.Until(story.Now + Duration.FromDays(90)).SaidOf(OccasionPractice.Mark).ShouldBe([$"{said} channel Anna: MarkOccasion"]);
    }

    [Theory]
    [InlineData(false, "direct")]
    [InlineData(true, "channel")]
    public void What_is_personal_goes_to_the_owner_alone_unless_the_channel_may_hear_of_it(bool inChannel, string where)
    {
        var story = new Story("2026-04-01T10:00").Team();
        var haas = story.Contact("Ms Haas", new AnnualDate(5, 19));
        haas.OccasionsInChannel = inChannel;
        story.Occasion("wedding anniversary", new AnnualDate(5, 14), of: haas);
        story.Until("2026-06-01T00:00").SaidOf([.. Asks, BirthdayPractice.Prepare, BirthdayPractice.Congratulate]).ShouldBe(
        [
            $"Thu 7 May 09:00 {where} Anna: PrepareOccasion",
            $"Tue 12 May 09:00 {where} Anna: PrepareBirthday",
            $"Thu 14 May 09:00 {where} Anna: MarkOccasion",
            $"Tue 19 May 09:00 {where} Anna: Congratulate",
        ]);
    }

    [Theory]
    [InlineData("2026-05-14T08:59", "direct")] // what is not said yet goes where it may
    [InlineData("2026-05-14T09:01", "channel")]
    public void That_somebody_is_not_to_be_spoken_of_any_more_holds_at_once(string at, string where)
    {
        var story = new Story("2026-05-11T10:00").Team();
        var haas = story.Contact("Ms Haas", new AnnualDate(5, 14));
        haas.OccasionsInChannel = true;
        story.Until(at).Do(_ => haas.OccasionsInChannel = false);
        story.Until("2026-06-01T00:00").SaidOf(BirthdayPractice.Congratulate).ShouldBe([$"Thu 14 May 09:00 {where} Anna: Congratulate"]);
    }

    [Fact]
    public void Nobody_is_wished_anything_who_is_not_known_there_any_more()
    {
        var story = new Story("2026-04-01T10:00").Team();
        story.Occasion("wedding anniversary", new AnnualDate(5, 14), of: story.Contact("Ms Haas", new AnnualDate(12, 1)));
        story.Do(told => told.Contacts.Clear());
        story.Until("2026-06-01T00:00").SaidOf(Asks).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(OccasionDecision.CardSent, 1, 3)]
    [InlineData(OccasionDecision.Ring, 2, 4)]
    [InlineData(OccasionDecision.SkipThisYear, 1, 3)]
    [InlineData(OccasionDecision.Never, 1, 1)]
    public void A_decision_settles_this_year_or_all(OccasionDecision decision, int thisYear, int untilNext)
    {
        var story = new Story("2026-04-01T10:00").Team();
        var fair = story.Occasion("trade fair", new AnnualDate(5, 14));
        story.Until("2026-05-07T12:00").Choose(fair.Id, 2026, decision);
        story.Until("2026-06-01T00:00").SaidOf(Asks).Count.ShouldBe(thisYear);
        story.Until("2027-06-01T00:00").SaidOf(Asks).Count.ShouldBe(untilNext);
    }

    [Fact]
    public void An_open_complaint_holds_them_and_its_confirmation_lets_them_go()
    {
        var story = new Story("2026-05-04T10:00").Team();
        story.Achieve("the web shop was launched", new(2025, 5, 13));
        story.Occasion("trade fair", new AnnualDate(5, 14));
        var complaint = story.Complain();
        story.Until("2026-05-13T23:59").SaidOf(Asks).ShouldBeEmpty();
        story.Nudges.ShouldContain(nudge => nudge.Held == HeldReason.GateShut && nudge.Ask == OccasionPractice.Mark);
        story.Until("2026-05-14T08:00").Do(told => complaint.CloseAsUnjustified(told.Act()));
        story.Until("2026-06-01T00:00").SaidOf(Asks).ShouldBe(["Thu 14 May 09:00 channel Anna: MarkOccasion"]);
    }

    [Theory] // the day, the year that was said, whether once was said, the only year
    [InlineData("2026-05-14", null, null, null)]
    [InlineData("2026-05-14", null, false, null)]
    [InlineData("2026-05-14", null, true, 2026)]
    [InlineData("2026-03-01", null, true, 2027)]
    [InlineData("2026-03-02", null, true, 2026)] // today
    [InlineData("2026-05-14", 2026, null, 2026)]
    [InlineData("2026-03-02", 2026, null, 2026)]
    [InlineData("2026-03-01", 2026, null, null)] // since then
    [InlineData("2026-05-14", 2019, null, null)]
    [InlineData("2026-05-14", 2027, false, null)]
    [InlineData("2026-05-14", 2027, true, 2027)]
    public void It_comes_every_year_unless_it_is_once(string day, int? year, bool? once, int? only)
    {
        var on = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        Occasion.OnlyYear(new AnnualDate(on.Month, on.Day), year, once, new(2026, 3, 2)).ShouldBe(only);
    }

    [Fact]
    public void Once_on_a_day_that_is_over_cannot_be() =>
        Should.Throw<RefusalException>(() => Occasion.OnlyYear(new AnnualDate(3, 1), 2026, once: true, new(2026, 3, 2))).Reason.ShouldBe(OccasionRefusals.IsOver);
}
