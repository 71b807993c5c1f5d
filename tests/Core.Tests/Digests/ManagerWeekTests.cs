using AccountNudge.Core.Accounts;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Tests.Nudges;

namespace AccountNudge.Core.Tests.Digests;

public class ManagerWeekTests
{
    [Theory]
    [InlineData("2026-03-09T08:59:59", "2026-03-09T09:00")]
    [InlineData("2026-03-09T09:00", "2026-03-16T09:00")] // Monday's has just been
    [InlineData("2026-03-11T12:00", "2026-03-16T09:00")]
    [InlineData("2026-03-15T23:59", "2026-03-16T09:00")]
    [InlineData("2026-03-25T12:00", "2026-03-30T09:00")] // the clocks go forward in between
    [InlineData("2026-04-01T12:00", "2026-04-07T09:00")] // Easter Monday is free
    [InlineData("2026-12-16T12:00", "2027-01-11T09:00")] // closed from Monday 21 December to Sunday 10 January
    public void It_comes_on_the_first_working_day_of_a_week_that_has_one(string after, string at)
    {
        var story = new Story("2026-03-01T00:00", terms: new TeamSettings { Region = "DE-BY", Closures = [new(new(2026, 12, 21), new(2027, 1, 10))] });
        ManagerWeek.NextAfter(story.At(after), story.Calendar, story.Terms.Morning).ShouldBe(story.At(at));
    }

    [Fact]
    public void A_team_that_works_on_Sundays_only_gets_it_on_Sunday()
    {
        var story = new Story("2026-03-01T00:00", terms: new TeamSettings { Hours = "Sun 09:00-12:00" });
        ManagerWeek.NextAfter(story.At("2026-03-09T12:00"), story.Calendar, story.Terms.Morning).ShouldBe(story.At("2026-03-15T09:00"));
    }
}
