using AccountNudge.Core.Nudges;
using AccountNudge.Core.Occasions;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

public class OccasionStoryTests
{
    [Theory]
    [InlineData(14, 5, "2026-04-01", "Thu 7 May 09:00 direct Anna: PrepareBirthday", "Thu 14 May 09:00 direct Anna: Congratulate")]
    [InlineData(17, 5, "2026-04-01", "Fri 8 May 09:00 direct Anna: PrepareBirthday", "Fri 15 May 09:00 direct Anna: Congratulate")] // a Sunday
    [InlineData(29, 2, "2027-01-07", "Fri 19 Feb 09:00 direct Anna: PrepareBirthday", "Fri 26 Feb 09:00 direct Anna: Congratulate")] // the 28th is a Sunday
    [InlineData(29, 2, "2028-01-07", "Tue 22 Feb 09:00 direct Anna: PrepareBirthday", "Tue 29 Feb 09:00 direct Anna: Congratulate")]
    [InlineData(1, 1, "2026-12-01", "Fri 25 Dec 09:00 direct Anna: PrepareBirthday", "Fri 1 Jan 09:00 direct Anna: Congratulate")]
    [InlineData(3, 1, "2026-12-01", "Fri 25 Dec 09:00 direct Anna: PrepareBirthday", "Fri 1 Jan 09:00 direct Anna: Congratulate")]
    public void A_birthday_is_mentioned_ahead_and_on_the_day(int day, int month, string from, string ahead, string onTheDay)
    {
        var story = new Story($"{from}T10:00").Team();
        story.Contact("Ms Haas", new AnnualDate(month, day));
        story.Until(story.Now + Duration.FromDays(90)).SaidOf(BirthdayPractice.Prepare, BirthdayPractice.Congratulate).ShouldBe([ahead, onTheDay]);
    }

    [Fact]
    public void It_comes_every_year()
    {
        var story = new Story("2026-04-01T10:00").Team();
        story.Contact("Ms Haas", new AnnualDate(5, 14));
        story.Until("2030-04-01T00:00").SaidOf(BirthdayPractice.Congratulate).Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(OccasionDecision.CardSent, 1, 3)]
    [InlineData(OccasionDecision.Ring, 2, 4)]
    [InlineData(OccasionDecision.SkipThisYear, 1, 3)]
    [InlineData(OccasionDecision.Done, 1, 3)]
    [InlineData(OccasionDecision.Never, 1, 1)]
    public void A_decision_ahead_settles_this_year_or_all(OccasionDecision decision, int thisYear, int untilNext)
    {
        var story = new Story("2026-04-01T10:00").Team();
        var haas = story.Contact("Ms Haas", new AnnualDate(5, 14));
        story.Until("2026-05-07T12:00").Choose(haas.Id, 2026, decision);
        Occasions(story.Until("2026-06-01T00:00")).Count.ShouldBe(thisYear);
        Occasions(story.Until("2027-06-01T00:00")).Count.ShouldBe(untilNext);
    }

    [Fact]
    public void The_latest_decision_of_a_year_counts()
    {
        var story = new Story("2026-04-01T10:00").Team();
        var haas = story.Contact("Ms Haas", new AnnualDate(5, 14));
        story.Until("2026-05-07T12:00").Choose(haas.Id, 2026, OccasionDecision.Ring).Until("2026-05-08T12:00").Choose(haas.Id, 2026, OccasionDecision.CardSent);
        Occasions(story.Until("2026-06-01T00:00")).ShouldBe(["Thu 7 May 09:00 direct Anna: PrepareBirthday"]);
    }

    [Fact]
    public void A_changed_date_is_not_swallowed()
    {
        var story = new Story("2026-04-01T10:00").Team();
        var haas = story.Contact("Ms Haas", new AnnualDate(5, 14));
        story.Until("2026-05-07T12:00").Do(_ => haas.Birthday = new AnnualDate(5, 21));
        Occasions(story.Until("2026-06-01T00:00")).ShouldBe(
        [
            "Thu 7 May 09:00 direct Anna: PrepareBirthday",
            "Thu 14 May 09:00 direct Anna: PrepareBirthday",
            "Thu 21 May 09:00 direct Anna: Congratulate",
        ]);
    }

    [Fact]
    public void A_birthday_that_was_entered_late_is_mentioned_the_next_morning_and_on_the_day()
    {
        var story = new Story("2026-05-12T10:00").Team();
        story.Contact("Ms Haas", new AnnualDate(5, 14));
        Occasions(story.Until("2026-06-01T00:00")).ShouldBe(
        [
            "Wed 13 May 09:00 direct Anna: PrepareBirthday",
            "Thu 14 May 09:00 direct Anna: Congratulate",
        ]);
    }

    [Fact]
    public void A_day_that_passed_while_the_bot_was_down_closes_silently()
    {
        var story = new Story("2026-05-01T10:00").Team();
        story.Contact("Ms Haas", new AnnualDate(5, 14));
        Occasions(story.Until("2026-05-01T10:01").DownUntil("2026-05-15T10:00")).ShouldBeEmpty();
    }

    [Fact]
    public void A_nudge_that_stood_there_expires_with_its_day()
    {
        var story = new Story("2026-05-01T10:00").Team();
        story.Contact("Ms Haas", new AnnualDate(5, 14));
        story.Until("2026-05-14T23:59:59").Nudges.Single(nudge => nudge.Cycle == Cycle.Parse("day@2026-05-14")).State.ShouldBe(NudgeState.Posted);
        story.Until("2026-05-15T00:00").Nudges.Single(nudge => nudge.Cycle == Cycle.Parse("day@2026-05-14")).State.ShouldBe(NudgeState.Expired);
    }

    [Fact]
    public void What_was_said_ahead_is_done_when_the_day_comes_and_does_not_pass_with_it()
    {
        var story = new Story("2026-05-01T10:00").Team();
        story.Contact("Ms Haas", new AnnualDate(5, 14));
        story.Until("2026-05-13T23:59:59").Nudges.Single(nudge => nudge.Cycle == Cycle.Parse("ahead@2026-05-14")).State.ShouldBe(NudgeState.Posted);
        foreach (var at in (string[])["2026-05-14T10:00", "2026-05-15T10:00"])
            story.Until(at).Nudges.Single(nudge => nudge.Cycle == Cycle.Parse("ahead@2026-05-14")).State.ShouldBe(NudgeState.Superseded);
    }

    [Fact]
    public void An_owner_who_is_away_is_spared_and_the_deputy_congratulates()
    {
        var story = new Story("2026-05-01T10:00").Team().Away("Anna", new(2026, 5, 14), new(2026, 5, 14));
        story.Contact("Ms Haas", new AnnualDate(5, 14));
        Occasions(story.Until("2026-06-01T00:00"))[1].ShouldBe("Thu 14 May 09:00 direct Ben: Congratulate");
    }

    [Fact]
    public void Without_anybody_else_the_manager_is_the_last_resort()
    {
        var story = new Story("2026-05-01T10:00").With("Cleo").With("Max", manager: true);
        story.Contact("Ms Haas", new AnnualDate(5, 14));
        Occasions(story.Until("2026-06-01T00:00"))[1].ShouldBe("Thu 14 May 09:00 direct Max: Congratulate");
    }

    [Theory]
    [InlineData("America/New_York", "Thu 14 May 15:00 direct Anna: Congratulate")]
    [InlineData("Asia/Tokyo", "Thu 14 May 02:00 direct Anna: Congratulate")]
    public void It_waits_for_the_readers_own_morning(string zone, string said)
    {
        var story = new Story("2026-05-01T10:00").With("Anna", owner: true, zone: zone);
        story.Contact("Ms Haas", new AnnualDate(5, 14));
        Occasions(story.Until("2026-06-01T00:00"))[1].ShouldBe(said);
    }

    [Fact]
    public void Years_of_working_together_are_mentioned_to_the_channel()
    {
        var story = new Story("2026-04-01T10:00").Team();
        story.Account.Since = new LocalDate(2020, 5, 16);
        Occasions(story.Until("2027-06-01T00:00")).ShouldBe(
        [
            "Fri 15 May 09:00 channel Anna: MentionAnniversary",
            "Fri 14 May 09:00 channel Anna: MentionAnniversary",
        ]);
    }

    [Fact]
    public void The_first_day_itself_is_no_anniversary()
    {
        var story = new Story("2026-04-01T10:00").Team();
        story.Account.Since = new LocalDate(2026, 5, 14);
        Occasions(story.Until("2027-05-13T23:00")).ShouldBeEmpty();
        Occasions(story.Until("2027-05-14T23:00")).Count.ShouldBe(1);
    }

    [Fact]
    public void An_open_complaint_holds_occasions_and_its_confirmation_lets_them_go()
    {
        var story = new Story("2026-05-01T10:00").Team();
        story.Contact("Ms Haas", new AnnualDate(5, 14));
        var complaint = story.Complain();
        story.Do(told => complaint.Resolve(told.Act()));
        story.Until("2026-05-07T12:00").Nudges.ShouldContain(nudge => nudge.State == NudgeState.Held && nudge.Held == HeldReason.GateShut && nudge.Cycle == Cycle.Parse("ahead@2026-05-14"));
        Occasions(story.Until("2026-05-08T09:59")).ShouldBeEmpty();
        Occasions(story.Until("2026-06-01T00:00")).ShouldBe(
        [
            "Mon 11 May 09:00 direct Anna: PrepareBirthday",
            "Thu 14 May 09:00 direct Anna: Congratulate",
        ]);
    }

    [Fact]
    public void A_held_occasion_whose_day_passes_closes_silently()
    {
        var story = new Story("2026-05-01T10:00").Team();
        story.Contact("Ms Haas", new AnnualDate(5, 14));
        var complaint = story.Complain();
        story.Do(told => complaint.AwaitClient(told.Act())).Until("2026-05-20T10:00").Do(told => complaint.CloseAsUnjustified(told.Act()));
        Occasions(story.Until("2026-06-01T00:00")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-05-08T11:30", "Fri 8 May 11:30 direct Anna: PrepareBirthday")]
    [InlineData("2026-05-08T20:00", "Mon 11 May 09:00 direct Anna: PrepareBirthday")]
    [InlineData("2026-05-04T11:30", "Thu 7 May 09:00 direct Anna: PrepareBirthday")] // lets it through, does not bring it forward
    public void Someone_may_let_one_nudge_through(string at, string said)
    {
        var story = new Story("2026-05-01T10:00").Team();
        var haas = story.Contact("Ms Haas", new AnnualDate(5, 14));
        story.Complain();
        story.Until(at).Release(new Matter(BirthdayPractice.Kind, haas.Id), Cycle.Parse("ahead@2026-05-14"));
        Occasions(story.Until("2026-06-01T00:00")).ShouldBe([said]);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(10, true)]
    [InlineData(0, false)]
    public void Some_years_are_round(int years, bool round) => OccasionDays.IsRound(years).ShouldBe(round);

    private static IReadOnlyList<string> Occasions(Story story) => story.SaidOf(BirthdayPractice.Prepare, BirthdayPractice.Congratulate, AnniversaryPractice.Mention);
}
