using AccountNudge.Core.Accounts;
using AccountNudge.Core.Tests.Nudges;

namespace AccountNudge.Core.Tests.Complaints;

/// <summary>Deadlines that run follow the team's calendar and terms: whoever sets the region after the first complaint is not told on a holiday.</summary>
public class RunningDeadlineTests
{
    private static readonly TeamSettings Berlin = new() { Zone = "Europe/Berlin" };

    public static TheoryData<string, string, TeamSettings, string> Rows => new()
    {
        { "2026-04-02T16:00", "opened", Berlin with { Region = "DE-BY" }, "2026-04-07T12:00" },
        { "2026-04-02T16:00", "opened", Berlin with { Region = "CH-ZH" }, "2026-04-07T12:00" },
        { "2026-03-06T16:00", "opened", Berlin with { AcknowledgeHours = 2 }, "2026-03-09T10:00" },
        { "2026-03-06T16:00", "opened", Berlin with { AcknowledgeHours = 8 }, "2026-03-09T16:00" },
        { "2026-03-06T16:00", "opened", Berlin with { Closures = [new(new(2026, 3, 9), new(2026, 3, 10))] }, "2026-03-11T12:00" },
        { "2026-03-06T16:00", "opened", Berlin with { Zone = "Asia/Tokyo" }, "2026-03-09T05:00" },
        { "2026-03-06T16:00", "opened", Berlin with { Zone = "America/New_York" }, "2026-03-06T20:00" },
        { "2026-03-27T16:00", "opened", Berlin with { Closures = [new(new(2026, 3, 30), new(2026, 3, 30))] }, "2026-03-31T12:00" },
        { "2026-03-09T10:00", "acknowledged", Berlin with { UpdateDays = 1 }, "2026-03-10T10:00" },
        { "2026-03-09T10:00", "acknowledged", Berlin with { Closures = [new(new(2026, 3, 10), new(2026, 3, 11))] }, "2026-03-13T10:00" },
        { "2026-04-02T10:00", "acknowledged", Berlin with { Region = "DE-BE" }, "2026-04-08T10:00" },
        { "2026-03-09T10:00", "asked while we waited", Berlin with { AcknowledgeHours = 3 }, "2026-03-09T13:00" },
        { "2026-03-09T10:00", "asked twice", Berlin with { UpdateDays = 9 }, "2026-03-09T14:00" },
        { "2026-03-09T10:00", "asked once", Berlin with { UpdateDays = 3 }, "2026-03-12T10:00" },
        { "2026-03-09T10:00", "resolved", Berlin with { ConfirmDays = 3 }, "2026-03-12T10:00" },
        { "2026-03-30T10:00", "resolved", Berlin with { Region = "DE-NW" }, "2026-04-08T10:00" },
    };

    [Theory, MemberData(nameof(Rows))]
    public void A_running_deadline_follows_what_is_set_afterwards(string at, string state, TeamSettings changed, string expected)
    {
        var story = new Story(at, terms: Berlin).Team();
        var due = story.At(expected);
        var complaint = story.Complain();
        if (state != "opened" && state != "resolved") complaint.Acknowledge(story.Act());
        if (state == "resolved") complaint.Resolve(story.Act());
        if (state == "asked while we waited") complaint.AwaitClient(story.Act());
        if (state.StartsWith("asked", StringComparison.Ordinal)) complaint.Chase(story.Act());
        if (state == "asked twice") complaint.Chase(story.Act());
        var before = complaint.AcknowledgeBy ?? complaint.NextUpdateBy ?? complaint.ConfirmBy;

        complaint.FollowTerms(Berlin.Calendar(), Berlin).ShouldBeFalse("nothing was changed");
        complaint.FollowTerms(changed.Calendar(), changed).ShouldBe(before != due);

        (complaint.AcknowledgeBy ?? complaint.NextUpdateBy ?? complaint.ConfirmBy).ShouldBe(due);
        complaint.FollowTerms(Berlin.Calendar(), Berlin).ShouldBe(before != due, "and back again");
        (complaint.AcknowledgeBy ?? complaint.NextUpdateBy ?? complaint.ConfirmBy).ShouldBe(before);
    }

    [Fact]
    public void The_nudge_comes_when_the_new_calendar_says_so()
    {
        var story = new Story("2026-04-02T16:00", terms: Berlin).Team();
        story.Complain();
        story.Until("2026-04-02T16:30").Do(told => told.Terms = Berlin with { Region = "DE-BY" });
        story.Until("2026-04-07T11:59:59").Said.ShouldBeEmpty();
        story.Until("2026-04-07T12:00").Said.ShouldBe(["Tue 7 Apr 12:00 channel Anna: Acknowledge"]);
    }
}
