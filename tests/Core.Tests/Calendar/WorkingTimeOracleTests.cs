using AccountNudge.Core.Calendar;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AccountNudge.Core.Tests.Calendar;

/// <summary>Compares the calendar with the plainest reading of its rules: looking at the wall clock every minute.</summary>
public class WorkingTimeOracleTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Fact]
    public void Working_time_between_is_the_number_of_open_minutes() => ForAll((calendar, from, to, _) =>
        calendar.WorkingTimeBetween(from, to).ShouldBe(Duration.FromMinutes(OpenMinutes(calendar, from, to))));

    [Fact]
    public void Adding_working_time_arrives_where_counting_minutes_arrives() => ForAll((calendar, from, to, share) =>
    {
        var minutes = OpenMinutes(calendar, from, to) * share / 100;
        calendar.AddWorkingTime(from, Duration.FromMinutes(minutes)).ShouldBe(AfterOpenMinutes(calendar, from, minutes));
    });

    [Fact]
    public void The_next_opening_is_the_first_open_minute() => ForAll((calendar, from, _, _) =>
        calendar.NextOpening(from).ShouldBe(AfterOpenMinutes(calendar, from, 0)));

    [Fact]
    public void Being_open_is_what_the_wall_clock_says() => ForAll((calendar, from, to, _) =>
    {
        for (var at = from; at < to; at += Duration.FromMinutes(7)) calendar.IsOpen(at).ShouldBe(IsOpen(calendar, at));
    });

    [Fact]
    public void Working_time_added_is_working_time_between() => ForAll((calendar, from, _, share) =>
    {
        var workingTime = Duration.FromSeconds(share * 1_009L);
        calendar.WorkingTimeBetween(from, calendar.AddWorkingTime(from, workingTime)).ShouldBe(workingTime);
    });

    [Fact]
    public void Adding_working_time_in_two_steps_is_adding_it_at_once() => ForAll((calendar, from, _, share) =>
    {
        var first = Duration.FromSeconds(share * 307L);
        var second = Duration.FromSeconds(((100 - share) * 211L) + 1);
        calendar.AddWorkingTime(calendar.AddWorkingTime(from, first), second).ShouldBe(calendar.AddWorkingTime(from, first + second));
    });

    [Fact]
    public void Working_time_of_a_stretch_is_that_of_its_parts() => ForAll((calendar, from, to, share) =>
    {
        var middle = from + Duration.FromSeconds((long)(to - from).TotalSeconds * share / 100);
        (calendar.WorkingTimeBetween(from, middle) + calendar.WorkingTimeBetween(middle, to))
            .ShouldBe(calendar.WorkingTimeBetween(from, to));
    });

    [Fact]
    public void Working_dates_are_counted_one_by_one() => ForAll((calendar, from, _, share) =>
    {
        var date = calendar.DateOf(from);
        var n = (share % 21) - 10;
        var expected = date;
        for (var left = Math.Abs(n); left > 0;)
        {
            expected = expected.PlusDays(Math.Sign(n));
            if (IsWorkingDate(calendar, expected)) left--;
        }

        calendar.AddWorkingDates(date, n).ShouldBe(expected);
    });

    private static void ForAll(Action<WorkingCalendar, Instant, Instant, int> check) =>
        Prop.ForAll(CalendarGen.Cases.ToArbitrary(), c => check(c.Calendar, c.From, c.To, c.Share)).QuickCheckThrowOnFailure();

    private static int OpenMinutes(WorkingCalendar calendar, Instant from, Instant to)
    {
        var open = 0;
        for (var at = from; at < to; at += Minute)
        {
            if (IsOpen(calendar, at)) open++;
        }

        return open;
    }

    private static Instant AfterOpenMinutes(WorkingCalendar calendar, Instant at, int minutes)
    {
        while (!IsOpen(calendar, at)) at += Minute;
        for (; minutes > 0; at += Minute)
        {
            if (IsOpen(calendar, at)) minutes--;
        }

        return at;
    }

    private static bool IsOpen(WorkingCalendar calendar, Instant at)
    {
        var local = at.InZone(calendar.Zone).LocalDateTime;
        return calendar.Hours.On(local.DayOfWeek)
                .Any(hours => hours.From <= local.TimeOfDay && (hours.To == LocalTime.Midnight || local.TimeOfDay < hours.To))
            && IsWorkingDate(calendar, local.Date);
    }

    private static bool IsWorkingDate(WorkingCalendar calendar, LocalDate date) =>
        calendar.Hours.On(date.DayOfWeek).Count > 0
        && !PublicHolidays.Of(calendar.Region, date.Year).Contains(date)
        && !calendar.Closures.Any(closure => closure.Contains(date));
}
