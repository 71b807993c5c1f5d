using AccountNudge.Core.Accounts;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Quiet;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

public class QuietStoryTests
{
    [Fact]
    public void A_quiet_account_is_told_to_its_owner_then_to_the_deputy_then_to_its_owner_once_per_floor() =>
        new Story("2026-03-02T10:00", Tier.A).Team().Until("2026-05-01T00:00").Said.ShouldBe(
        [
            "Tue 17 Mar 09:00 channel Anna: GetInTouch",
            "Tue 24 Mar 09:00 channel Ben: GetInTouch",
            "Mon 30 Mar 09:00 channel Anna: GetInTouch", // 28 days after 2 March
            "Mon 13 Apr 09:00 channel Anna: GetInTouch",
            "Mon 27 Apr 09:00 channel Anna: GetInTouch",
        ]);

    [Theory]
    [InlineData("2026-05-01T08:59:59", 2)]
    [InlineData("2026-05-01T09:00", 3)]
    [InlineData("2026-06-01T08:59:59", 3)] // The 90th is Sunday, 31 May.
    [InlineData("2026-06-01T09:00", 4)]
    public void It_comes_back_on_the_sixtieth_and_ninetieth_day_of_a_floor_of_thirty(string until, int said) =>
        new Story("2026-03-02T10:00", Tier.B).Team().Until(until).Said.Count.ShouldBe(said);

    [Fact]
    public void A_late_run_does_not_slow_it_down() =>
        new Story("2026-03-02T10:00", Tier.A) { Lag = Duration.FromSeconds(7) }.Team().Until("2026-06-01T00:00").Said[1].ShouldBe("Tue 24 Mar 09:00 channel Ben: GetInTouch");

    [Theory]
    [InlineData(Tier.A, "Tue 17 Mar 09:00 channel Anna: GetInTouch")]
    [InlineData(Tier.B, "Thu 2 Apr 09:00 channel Anna: GetInTouch")]
    [InlineData(Tier.C, "Mon 1 Jun 09:00 channel Anna: GetInTouch")] // 91 days after 2 March
    public void Each_tier_has_its_floor(Tier tier, string first) =>
        new Story("2026-03-02T10:00", tier).Team().Until("2026-06-30T00:00").Said[0].ShouldBe(first);

    [Theory]
    [InlineData(InteractionKind.Greeting)]
    [InlineData(InteractionKind.Gift)]
    [InlineData(InteractionKind.Newsletter)]
    [InlineData(InteractionKind.Note)]
    public void What_is_kind_but_no_talk_does_not_quieten_it(InteractionKind kind) =>
        new Story("2026-03-02T10:00", Tier.A).Team().Until("2026-03-16T10:00").Log(kind).Until("2026-03-17T09:00").Said.Count.ShouldBe(1);

    [Fact]
    public void A_talk_starts_the_floor_anew_from_its_own_day() =>
        new Story("2026-03-02T10:00", Tier.A).Team().Until("2026-03-16T10:00").Log(InteractionKind.Call, new(2026, 3, 12)).Until("2026-04-01T00:00").Said
            .ShouldBe(["Fri 27 Mar 09:00 channel Anna: GetInTouch"]);

    [Fact]
    public void A_floor_that_ends_on_a_weekend_waits_for_Monday() =>
        new Story("2026-03-06T10:00", Tier.A).Team().Until("2026-03-24T00:00").Said.ShouldBe(["Mon 23 Mar 09:00 channel Anna: GetInTouch"]);

    [Fact]
    public void The_days_count_from_the_end_of_the_clients_pause()
    {
        var story = new Story("2026-03-02T10:00", Tier.A).Team();
        story.Account.PausedUntil = new LocalDate(2026, 3, 31);
        story.Until("2026-04-20T00:00").Said.ShouldBe(["Wed 15 Apr 09:00 channel Anna: GetInTouch"]);
    }

    [Fact]
    public void An_open_complaint_suppresses_it_and_its_words_count_as_talks()
    {
        var story = new Story("2026-03-02T10:00", Tier.A).Team();
        var complaint = story.Until("2026-03-16T10:00").Complain();
        story.Do(told => complaint.Acknowledge(told.Act())).Do(told => complaint.AwaitClient(told.Act()));
        story.Until("2026-03-23T10:00").Do(told => complaint.CloseAsUnjustified(told.Act())).Until("2026-04-08T00:00").Said.ShouldBe(
        [
            "Mon 23 Mar 09:00 channel Anna: AskClient",
            "Tue 7 Apr 09:00 channel Anna: GetInTouch",
        ]);
    }

    [Fact]
    public void A_snooze_of_a_week_hides_it_for_a_week_and_then_the_deputy_follows()
    {
        var story = new Story("2026-03-02T10:00", Tier.A).Team().Until("2026-03-17T10:00");
        story.Snooze(new Matter(QuietPractice.Kind, story.Account.Id), story.At("2026-03-24T09:00")).Until("2026-04-10T00:00").Said.ShouldBe(
        [
            "Tue 17 Mar 09:00 channel Anna: GetInTouch",
            "Tue 24 Mar 09:00 channel Anna: GetInTouch",
            "Tue 31 Mar 09:00 channel Ben: GetInTouch",
        ]);
    }
}
