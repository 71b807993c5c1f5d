using System.Globalization;
using AccountNudge.Core.Calendar;
using NodaTime;
using NodaTime.Text;

namespace AccountNudge.Core.Tests.Calendar;

public class WorkingCalendarTests
{
    private static readonly WorkingCalendar Berlin = Calendar("Europe/Berlin");
    private static readonly WorkingCalendar Munich = Calendar("Europe/Berlin", region: "DE-BY");

    [Theory]
    [InlineData("2026-03-06T16:00:00", "2026-03-09T12:00:00")] // Friday four o'clock: Monday noon
    [InlineData("2026-03-06T13:00:00", "2026-03-06T17:00:00")] // runs out exactly at closing time
    [InlineData("2026-03-06T13:00:01", "2026-03-09T09:00:01")]
    [InlineData("2026-03-06T16:59:59", "2026-03-09T12:59:59")]
    [InlineData("2026-03-06T17:00:00", "2026-03-09T13:00:00")] // closed at the instant of closing
    [InlineData("2026-03-07T11:00:00", "2026-03-09T13:00:00")]
    [InlineData("2026-03-09T08:59:59", "2026-03-09T13:00:00")]
    [InlineData("2026-03-09T09:00:00", "2026-03-09T13:00:00")]
    [InlineData("2028-02-28T16:00:00", "2028-02-29T12:00:00")] // a leap day is a working day
    [InlineData("2026-03-27T16:00:00", "2026-03-30T12:00:00")] // over the night when the clocks go forward
    [InlineData("2026-10-23T16:00:00", "2026-10-26T12:00:00")] // and back
    public void Four_hours_of_working_time_run_only_inside_the_hours(string start, string end) =>
        Local(Berlin, Berlin.AddWorkingTime(At(Berlin, start), Duration.FromHours(4))).ShouldBe(end);

    [Fact]
    public void Working_time_does_not_run_on_a_public_holiday_or_in_a_closure()
    {
        Local(Munich, Munich.AddWorkingTime(At(Munich, "2026-06-03T16:00:00"), Duration.FromHours(4)))
            .ShouldBe("2026-06-05T12:00:00"); // Thursday is Fronleichnam
        var closed = Calendar("Europe/Berlin", region: "DE-BY", closures: [new(new(2026, 6, 5), new(2026, 6, 8))]);
        Local(closed, closed.AddWorkingTime(At(closed, "2026-06-03T16:00:00"), Duration.FromHours(4)))
            .ShouldBe("2026-06-09T12:00:00");
    }

    [Fact]
    public void No_working_time_at_all_is_the_start_or_the_next_opening()
    {
        Local(Berlin, Berlin.AddWorkingTime(At(Berlin, "2026-03-06T16:00:00"), Duration.Zero)).ShouldBe("2026-03-06T16:00:00");
        Local(Berlin, Berlin.AddWorkingTime(At(Berlin, "2026-03-06T17:00:00"), Duration.Zero)).ShouldBe("2026-03-09T09:00:00");
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z")]
    [InlineData("America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z")] // midnight is skipped
    [InlineData("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z")] // the whole day is
    [InlineData("America/Scoresbysund", "2024-03-31", "2024-03-31T01:00:00Z")] // it begins at half an hour past
    public void A_date_starts_where_its_first_instant_is(string zone, string date, string start) =>
        Calendar(zone).StartOf(LocalDatePattern.Iso.Parse(date).Value).ShouldBe(InstantPattern.General.Parse(start).Value);

    [Theory]
    [InlineData("2026-03-06T08:59:59", false)]
    [InlineData("2026-03-06T09:00:00", true)]
    [InlineData("2026-03-06T16:59:59", true)]
    [InlineData("2026-03-06T17:00:00", false)]
    [InlineData("2026-03-07T12:00:00", false)]
    public void The_calendar_is_open_from_nine_until_just_before_five(string at, bool open) =>
        Berlin.IsOpen(At(Berlin, at)).ShouldBe(open);

    [Theory]
    [InlineData("2026-03-06T16:59:59", "2026-03-06T16:59:59")]
    [InlineData("2026-03-06T17:00:00", "2026-03-09T09:00:00")]
    [InlineData("2026-03-09T00:00:00", "2026-03-09T09:00:00")]
    public void The_next_opening_is_now_when_open(string at, string opening) =>
        Local(Berlin, Berlin.NextOpening(At(Berlin, at))).ShouldBe(opening);

    [Theory]
    [InlineData("2026-03-05T16:30:00", 2, "2026-03-09T16:30:00")] // Thursday: Monday, same local time
    [InlineData("2026-03-06T16:30:00", 0, "2026-03-06T16:30:00")]
    [InlineData("2026-03-07T11:00:00", 0, "2026-03-09T09:00:00")]
    [InlineData("2026-03-07T11:00:00", 1, "2026-03-10T09:00:00")] // Saturday counts from Monday's opening
    [InlineData("2026-03-06T17:00:00", 1, "2026-03-10T09:00:00")]
    [InlineData("2026-03-27T10:00:00", 1, "2026-03-30T10:00:00")] // same local time over the change of clocks
    [InlineData("2028-02-28T10:00:00", 1, "2028-02-29T10:00:00")]
    [InlineData("2027-02-26T10:00:00", 1, "2027-03-01T10:00:00")]
    [InlineData("2026-12-23T10:00:00", 3, "2026-12-29T10:00:00")] // 25 December is a holiday, 26 a Saturday
    public void Working_days_keep_the_local_time(string start, int days, string end) =>
        Local(Munich, Munich.AddWorkingDays(At(Munich, start), days)).ShouldBe(end);

    [Fact]
    public void A_local_time_that_the_clock_skips_moves_forward_by_the_gap()
    {
        var nightly = Calendar("Europe/Berlin", "daily 0-24");
        Local(nightly, nightly.AddWorkingDays(At(nightly, "2026-03-28T02:30:00"), 1)).ShouldBe("2026-03-29T03:30:00");
        Local(nightly, nightly.At(new(2026, 3, 29), new(2, 30))).ShouldBe("2026-03-29T03:30:00");
        var santiago = Calendar("America/Santiago", "daily 0-24");
        Local(santiago, santiago.At(new(2026, 9, 6), LocalTime.Midnight)).ShouldBe("2026-09-06T01:00:00");
    }

    [Fact]
    public void Of_a_local_time_that_comes_twice_the_earlier_counts() =>
        Berlin.At(new(2026, 10, 25), new(2, 30)).ShouldBe(Instant.FromUtc(2026, 10, 25, 0, 30));

    [Theory]
    [InlineData("Europe/Berlin", "Sun 02:00-03:00", "2026-03-29", 0)]
    [InlineData("Europe/Berlin", "Sun 02:15-02:45", "2026-03-29", 0)]
    [InlineData("Europe/Berlin", "Sun 01:00-04:00", "2026-03-29", 120)]
    [InlineData("Europe/Berlin", "Sun 02:00-03:00", "2026-10-25", 120)]
    [InlineData("Europe/Berlin", "Sun 02:15-02:45", "2026-10-25", 60)]
    [InlineData("Europe/Berlin", "Sun 01:00-04:00", "2026-10-25", 240)]
    [InlineData("Europe/Berlin", "Sun 00:00-24:00", "2026-10-25", 25 * 60)]
    [InlineData("America/New_York", "Sun 00:00-24:00", "2026-03-08", 23 * 60)]
    [InlineData("Australia/Lord_Howe", "Sun 00:00-24:00", "2026-10-04", (23 * 60) + 30)]
    [InlineData("Australia/Lord_Howe", "Sun 00:00-24:00", "2026-04-05", (24 * 60) + 30)]
    [InlineData("America/Santiago", "Sun 00:00-02:00", "2026-09-06", 60)]
    [InlineData("Pacific/Apia", "Fri 00:00-24:00", "2011-12-30", 0)]
    public void A_day_with_a_change_of_clocks_has_the_working_time_that_passes(string zone, string hours, string date, int minutes)
    {
        var calendar = Calendar(zone, hours);
        var day = LocalDatePattern.Iso.Parse(date).Value;
        calendar.WorkingTimeBetween(calendar.At(day, LocalTime.Midnight), calendar.At(day.PlusDays(1), LocalTime.Midnight))
            .ShouldBe(Duration.FromMinutes(minutes));
    }

    [Fact]
    public void Time_that_runs_backwards_has_no_working_time() =>
        Berlin.WorkingTimeBetween(At(Berlin, "2026-03-06T16:00:00"), At(Berlin, "2026-03-06T10:00:00")).ShouldBe(Duration.Zero);

    [Fact]
    public void A_year_has_the_working_time_of_its_working_days() =>
        // 2026 in Munich: 261 weekdays, less the nine holidays on weekdays
        Munich.WorkingTimeBetween(At(Munich, "2026-01-01T00:00:00"), At(Munich, "2027-01-01T00:00:00"))
            .ShouldBe(Duration.FromHours((261 - 9) * 8));

    [Fact]
    public void Working_dates_are_found_in_both_directions()
    {
        Munich.AddWorkingDates(new(2026, 4, 2), 1).ShouldBe(new(2026, 4, 7)); // over Easter
        Munich.AddWorkingDates(new(2026, 4, 7), -1).ShouldBe(new(2026, 4, 2));
        Munich.AddWorkingDates(new(2026, 4, 5), 0).ShouldBe(new(2026, 4, 5));
        Munich.AddWorkingDates(new(2026, 4, 5), -1).ShouldBe(new(2026, 4, 2));
        Munich.WorkingDateOnOrAfter(new(2026, 4, 3)).ShouldBe(new(2026, 4, 7));
        Munich.WorkingDateOnOrBefore(new(2026, 4, 6)).ShouldBe(new(2026, 4, 2));
        Munich.WorkingDateOnOrAfter(new(2026, 4, 7)).ShouldBe(new(2026, 4, 7));
        Munich.WorkingDateOnOrBefore(new(2026, 4, 2)).ShouldBe(new(2026, 4, 2));
    }

    [Fact]
    public void The_first_working_date_of_a_week_is_looked_for_from_Monday_to_Sunday()
    {
        var closed = Calendar("Europe/Berlin", closures: [new(new(2026, 8, 3), new(2026, 8, 9))]);
        Munich.FirstWorkingDateOfWeek(new(2026, 4, 12)).ShouldBe(new(2026, 4, 7)); // Sunday after Easter Monday
        Munich.FirstWorkingDateOfWeek(new(2026, 3, 9)).ShouldBe(new(2026, 3, 9));
        closed.FirstWorkingDateOfWeek(new(2026, 8, 5)).ShouldBeNull();
    }

    [Fact]
    public void Closures_may_come_in_any_order_and_overlap()
    {
        var calendar = Calendar("UTC", closures:
        [
            new(new(2026, 12, 24), new(2026, 12, 31)), new(new(2026, 8, 3), new(2026, 8, 7)),
            new(new(2026, 8, 5), new(2026, 8, 14)), new(new(2026, 8, 15), new(2026, 8, 16)),
        ]);
        calendar.Closures.ShouldBe([new(new(2026, 8, 3), new(2026, 8, 16)), new(new(2026, 12, 24), new(2026, 12, 31))]);
        calendar.IsWorkingDate(new(2026, 7, 31)).ShouldBeTrue();
        calendar.IsWorkingDate(new(2026, 8, 14)).ShouldBeFalse();
        calendar.IsWorkingDate(new(2026, 8, 17)).ShouldBeTrue();
        calendar.IsWorkingDate(new(2026, 12, 24)).ShouldBeFalse();
        calendar.IsWorkingDate(new(2026, 12, 31)).ShouldBeFalse();
    }

    [Fact]
    public void A_calendar_that_never_opens_says_so_instead_of_searching_for_ever()
    {
        var closed = Calendar("Europe/Berlin", closures: [new(new(2020, 1, 1), new(9000, 12, 31))]);
        var at = At(closed, "2026-03-06T10:00:00");
        Should.Throw<NoWorkingTimeException>(() => closed.NextOpening(at)).Message.ShouldContain("check the hours and closures");
        Should.Throw<NoWorkingTimeException>(() => closed.AddWorkingTime(at, Duration.FromHours(1)));
        Should.Throw<NoWorkingTimeException>(() => closed.AddWorkingDays(at, 1));
        Should.Throw<NoWorkingTimeException>(() => closed.AddWorkingDates(new(2026, 3, 6), 1));
        Should.Throw<NoWorkingTimeException>(() => closed.WorkingDateOnOrAfter(new(2026, 3, 6)));
        Should.Throw<NoWorkingTimeException>(() => closed.WorkingDateOnOrBefore(new(2026, 3, 6)));
        closed.WorkingTimeBetween(at, at + Duration.FromDays(3650)).ShouldBe(Duration.Zero);
        closed.IsOpen(at).ShouldBeFalse();
        closed.FirstWorkingDateOfWeek(new(2026, 3, 6)).ShouldBeNull();
    }

    [Fact]
    public void A_closure_of_just_under_four_hundred_days_is_waited_out()
    {
        var closed = Calendar("UTC", "daily 9-17", closures: [new(new(2026, 1, 1), new LocalDate(2026, 1, 1).PlusDays(399))]);
        closed.NextOpening(Instant.FromUtc(2026, 1, 1, 0, 0)).ShouldBe(Instant.FromUtc(2027, 2, 5, 9, 0));
        closed.WorkingDateOnOrAfter(new(2026, 1, 1)).ShouldBe(new(2027, 2, 5));
    }

    [Theory]
    [InlineData("Mon-Thu 9-12 13-17, Fri 9-14", "2026-03-05", "2026-03-05T17:00:00")]
    [InlineData("Mon-Thu 9-17, Fri 9-14", "2026-03-06", "2026-03-06T14:00:00")]
    [InlineData("Mon-Thu 9-17, Fri 9-14", "2026-03-08", "2026-03-06T14:00:00")]
    [InlineData("daily 12-24", "2026-03-08", "2026-03-09T00:00:00")]
    public void A_day_ends_with_its_last_working_hour(string hours, string date, string end) =>
        Calendar("Europe/Berlin", hours).EndOf(LocalDatePattern.Iso.Parse(date).Value).ShouldBe(At(Berlin, end));

    [Fact]
    public void Negative_amounts_are_errors()
    {
        var at = At(Berlin, "2026-03-06T10:00:00");
        Should.Throw<ArgumentOutOfRangeException>(() => Berlin.AddWorkingTime(at, Duration.FromSeconds(-1)));
        Should.Throw<ArgumentOutOfRangeException>(() => Berlin.AddWorkingDays(at, -1));
    }

    [Fact]
    public void Dates_are_those_of_the_zone()
    {
        var at = Instant.FromUtc(2026, 3, 6, 23, 30);
        Berlin.DateOf(at).ShouldBe(new(2026, 3, 7));
        Calendar("America/New_York").DateOf(at).ShouldBe(new(2026, 3, 6));
        Calendar("Asia/Kathmandu").At(new(2026, 3, 6), new(9, 0)).ShouldBe(Instant.FromUtc(2026, 3, 6, 3, 15));
    }

    private static WorkingCalendar Calendar(
        string zone, string hours = "Mon-Fri 9-17", string region = "NONE", DateInterval[]? closures = null)
    {
        WeeklyHours.TryParse(hours, out var week).ShouldBeTrue();
        return new(DateTimeZoneProviders.Tzdb[zone], week!, HolidayRegion.Find(region)!, closures);
    }

    private static Instant At(WorkingCalendar calendar, string local) =>
        LocalDateTimePattern.GeneralIso.Parse(local).Value.InZoneStrictly(calendar.Zone).ToInstant();

    private static string Local(WorkingCalendar calendar, Instant at) =>
        at.InZone(calendar.Zone).LocalDateTime.ToString("uuuu-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
}
