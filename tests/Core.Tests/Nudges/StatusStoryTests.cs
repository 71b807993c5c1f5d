using AccountNudge.Core.Accounts;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Quiet;
using AccountNudge.Core.Statuses;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>Agreed status updates. 2 March 2026 is a Monday, the 6th a Friday; the hours are nine to five.</summary>
public class StatusStoryTests
{
    private static readonly StatusRhythm Fridays = new(1, false, IsoDayOfWeek.Friday);

    [Theory]
    [InlineData("2026-03-06T08:59", 0)]
    [InlineData("2026-03-06T09:00", 1)]
    [InlineData("2026-03-06T09:01", 1)]
    [InlineData("2026-03-13T08:59", 1)]
    [InlineData("2026-03-13T09:00", 2)]
    public void It_is_asked_for_on_the_morning_of_its_day(string until, int said) => Weekly().Until(until).SaidOf(StatusPractice.Send).Count.ShouldBe(said);

    [Fact]
    public void Its_owner_hears_of_it_in_the_morning_message() =>
        Weekly().Until("2026-03-14T00:00").SaidOf(StatusPractice.Send).ShouldBe(["Fri 6 Mar 09:00 channel Anna: SendStatus", "Fri 13 Mar 09:00 channel Anna: SendStatus"]);

    [Fact]
    public void What_was_missed_gives_way_to_the_next()
    {
        var story = Weekly().Until("2026-03-12T23:59");
        story.Nudges.Single(nudge => nudge.Ask == StatusPractice.Send).State.ShouldBe(NudgeState.Posted);
        story.Until("2026-03-13T09:00").Nudges.Where(nudge => nudge.Ask == StatusPractice.Send).Select(nudge => nudge.State).ShouldBe([NudgeState.Superseded, NudgeState.Posted]);
    }

    [Theory]
    [InlineData("2026-03-02T12:00", "Fri 6 Mar 09:00")] // too early for Friday's
    [InlineData("2026-03-03T12:00", "Fri 13 Mar 09:00")] // three days early
    [InlineData("2026-03-05T12:00", "Fri 13 Mar 09:00")]
    [InlineData("2026-03-06T08:59", "Fri 13 Mar 09:00")]
    public void Sent_before_it_is_not_asked_for(string sent, string first) =>
        Weekly().Until(sent).SendStatus().Until("2026-03-14T00:00").SaidOf(StatusPractice.Send)[0].ShouldBe($"{first} channel Anna: SendStatus");

    [Theory]
    [InlineData("2026-03-06T11:00", "Fri 13 Mar 09:00")]
    [InlineData("2026-03-09T11:00", "Fri 13 Mar 09:00")] // late
    [InlineData("2026-03-10T11:00", "Fri 20 Mar 09:00")] // so late that it is the next one
    public void Sent_it_is_done(string sent, string next)
    {
        var story = Weekly().Until(sent).SendStatus().Until(sent);
        story.Nudges.Single(nudge => nudge is { Ask: StatusPractice.Send, PostedAt: not null }).ShouldSatisfyAllConditions(
            nudge => nudge.State.ShouldBe(NudgeState.Acted), nudge => nudge.Settlement.ShouldBe(StatusPractice.Sent), nudge => nudge.SettledBy.ShouldBe(story["Anna"]));
        story.Until("2026-03-21T00:00").SaidOf(StatusPractice.Send)[1].ShouldBe($"{next} channel Anna: SendStatus");
    }

    [Fact]
    public void An_update_is_a_talk() =>
        new Story("2026-03-02T10:00", Tier.A).Team().Until("2026-03-12T10:00").SendStatus().Until("2026-03-28T00:00").SaidOf(QuietPractice.GetInTouch)
            .ShouldBe(["Fri 27 Mar 09:00 channel Anna: GetInTouch"]);

    [Fact]
    public void Another_mail_is_no_update() => Weekly().Until("2026-03-05T10:00").Log(InteractionKind.Mail).Until("2026-03-06T10:00").SaidOf(StatusPractice.Send).Count.ShouldBe(1);

    [Theory]
    [InlineData("2026-03-06T08:59", 0)]
    [InlineData("2026-03-06T09:01", 1)]
    public void While_we_wait_for_the_client_it_is_not_asked_for(string waiting, int said)
    {
        var story = Weekly();
        var complaint = story.Complain();
        story.Do(told => complaint.Acknowledge(told.Act())).Until(waiting).Do(told => complaint.AwaitClient(told.Act())).Until("2026-03-06T12:00");
        story.SaidOf(StatusPractice.Send).Count.ShouldBe(said);
        new StatusPractice().Review(story.Facts, story.Now).Requests.ShouldBeEmpty();
        story.Until("2026-03-12T10:00").Do(told => complaint.Update(told.Act())).Until("2026-03-13T09:00").SaidOf(StatusPractice.Send).Count.ShouldBe(said + 1);
    }

    [Fact]
    public void A_pause_of_the_client_is_one_of_updates()
    {
        var story = Weekly();
        story.Account.PausedUntil = new LocalDate(2026, 3, 13);
        story.Wake().Until("2026-03-21T00:00").SaidOf(StatusPractice.Send).ShouldBe(["Fri 20 Mar 09:00 channel Anna: SendStatus"]);
    }

    [Fact]
    public void Of_a_day_off_it_is_said_the_working_day_before()
    {
        var story = new Story("2026-03-30T10:00", Tier.C, new TeamSettings { Region = "DE-BE" }).Team();
        story.AgreeOnStatus(Fridays).Until("2026-04-05T00:00").SaidOf(StatusPractice.Send).ShouldBe(["Thu 2 Apr 09:00 channel Anna: SendStatus"]); // Good Friday
    }

    [Fact]
    public void Put_off_it_is_asked_for_again_then_and_the_next_one_on_its_day()
    {
        var story = Weekly().Until("2026-03-06T10:00");
        story.Snooze(StatusPractice.MatterOf(story.Status!), story.At("2026-03-09T09:00")).Until("2026-03-14T00:00").SaidOf(StatusPractice.Send).ShouldBe(
        [
            "Fri 6 Mar 09:00 channel Anna: SendStatus",
            "Mon 9 Mar 09:00 channel Anna: SendStatus",
            "Fri 13 Mar 09:00 channel Anna: SendStatus",
        ]);
    }

    [Theory]
    [InlineData(1, false, IsoDayOfWeek.Friday, "2026-03-06 2026-03-13 2026-03-20")]
    [InlineData(1, false, IsoDayOfWeek.Monday, "2026-03-09 2026-03-16 2026-03-23")] // today is one: the next
    [InlineData(2, false, IsoDayOfWeek.Tuesday, "2026-03-03 2026-03-17 2026-03-31")]
    [InlineData(1, true, IsoDayOfWeek.Friday, "2026-03-06 2026-04-03 2026-05-01")]
    [InlineData(1, true, IsoDayOfWeek.Monday, "2026-04-06 2026-05-04 2026-06-01")]
    [InlineData(3, true, IsoDayOfWeek.Sunday, "2026-04-05 2026-07-05 2026-10-04")] // 1 March was the first Sunday
    public void The_days_on_which_it_is_expected(int every, bool isMonthly, IsoDayOfWeek day, string days)
    {
        var agreement = new Story("2026-03-02T10:00").Team().AgreeOnStatus(new StatusRhythm(every, isMonthly, day)).Status!;
        var expected = new List<LocalDate> { agreement.ExpectedAfter(LocalDate.MinIsoValue) };
        while (expected.Count < 3) expected.Add(agreement.ExpectedAfter(expected[^1]));
        string.Join(' ', expected.Select(on => on.ToString("uuuu-MM-dd", null))).ShouldBe(days);
        agreement.ExpectedAfter(expected[1].PlusDays(-1)).ShouldBe(expected[1]);
        agreement.ExpectedAfter(expected[1].PlusDays(1)).ShouldBe(expected[2]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(13)]
    public void What_cannot_be_is_refused(int every) =>
        Should.Throw<RefusalException>(() => new Story("2026-03-02T10:00").Team().AgreeOnStatus(new StatusRhythm(every, false, IsoDayOfWeek.Friday)));

    private static Story Weekly() => new Story("2026-03-02T10:00", Tier.C).Team().AgreeOnStatus(Fridays);
}
