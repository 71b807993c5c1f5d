using AccountNudge.Core.Calendar;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static NodaTime.IsoDayOfWeek;

namespace AccountNudge.Core.Tests.Calendar;

public class WeeklyHoursTests
{
    [Fact]
    public void A_new_team_works_Monday_to_Friday_from_nine_to_five()
    {
        WeeklyHours.Default.ToString().ShouldBe("Mon-Fri 09:00-17:00");
        WeeklyHours.Default.On(Friday).ShouldBe([(new LocalTime(9, 0), new LocalTime(17, 0))]);
        WeeklyHours.Default.On(Saturday).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Mon-Fri 09:00-17:00, Sat 10:00-14:00", "Mon-Fri 09:00-17:00, Sat 10:00-14:00")]
    [InlineData("Mo-Fr 9-17 Uhr", "Mon-Fri 09:00-17:00")]
    [InlineData("Mo–Do 08:30–12:00 13:00–17:00; Fr 8-14", "Mon-Thu 08:30-12:00 13:00-17:00, Fri 08:00-14:00")]
    [InlineData("montags bis donnerstags von 9 bis 17 uhr, freitags 9.30 - 15 Uhr", "Mon-Thu 09:00-17:00, Fri 09:30-15:00")]
    [InlineData("Mon, Wed and Fri 9-12, 13-17", "Mon 09:00-12:00 13:00-17:00, Wed 09:00-12:00 13:00-17:00, Fri 09:00-12:00 13:00-17:00")]
    [InlineData("Mo. + Mi. 9:00–12:30", "Mon 09:00-12:30, Wed 09:00-12:30")]
    [InlineData("Sonnabend und Sonntag 10-16", "Sat-Sun 10:00-16:00")]
    [InlineData("Sat-Mon 10-16", "Mon 10:00-16:00, Sat-Sun 10:00-16:00")]
    [InlineData("täglich 0-24 Uhr", "Mon-Sun 00:00-24:00")]
    [InlineData("Fri 18:00-00:00", "Fri 18:00-24:00")]
    [InlineData("Mon 13-17, Mon 9-12", "Mon 09:00-12:00 13:00-17:00")]
    [InlineData("Mon 9-12 12-17", "Mon 09:00-17:00")]
    [InlineData("Mon-Fri 9am-5pm", "Mon-Fri 09:00-17:00")]
    [InlineData("9am-5pm", "Mon-Fri 09:00-17:00")]
    [InlineData("9-17", "Mon-Fri 09:00-17:00")]
    [InlineData("8.30 bis 14 Uhr", "Mon-Fri 08:30-14:00")]
    [InlineData("Mon 8:30 a.m. to 12 pm, 1 p.m. - 5:30 p.m.; Sat 10am-2pm", "Mon 08:30-12:00 13:00-17:30, Sat 10:00-14:00")]
    [InlineData("Mon 9am-5pm Tue 12pm-4pm", "Mon 09:00-17:00, Tue 12:00-16:00")]
    public void Hours_are_read_as_people_write_them(string text, string canonical)
    {
        WeeklyHours.TryParse(text, out var hours).ShouldBeTrue();
        hours!.ToString().ShouldBe(canonical);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("always")]
    [InlineData("Mon-Fri")]
    [InlineData("Mon 9")]
    [InlineData("Mon 9-")]
    [InlineData("Mon 17-9")]
    [InlineData("Mon 9-9")]
    [InlineData("Mon 9-25")]
    [InlineData("Mon 9:60-17")]
    [InlineData("Mon 9:5-17")]
    [InlineData("Mon 9-12:3000000000000")]
    [InlineData("Mon 24-24")]
    [InlineData("Mon 9-12 11-17")]
    [InlineData("Mon 0-24 0-24")]
    [InlineData("Mon-Fri 9-17 maybe")]
    [InlineData("Mon 0am-5pm")]
    [InlineData("Mon 9am-13pm")]
    [InlineData("Mon ٩-١٧")]
    public void Text_that_is_not_weekly_hours_is_refused(string text)
    {
        WeeklyHours.TryParse(text, out var hours).ShouldBeFalse();
        hours.ShouldBeNull();
    }

    [Fact]
    public void No_text_at_all_is_refused() => WeeklyHours.TryParse(null, out _).ShouldBeFalse();

    [Fact]
    public void Reading_never_throws_whatever_was_typed() =>
        Prop.ForAll<string>(text =>
        {
            if (WeeklyHours.TryParse(text, out var hours)) hours.ToString().ShouldNotBeEmpty();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Reading_never_throws_on_pieces_of_hours_in_any_order() =>
        Prop.ForAll(
            Gen.Elements("Mon", "Di", "-", "–", "bis", "9", "17:00", "24", "00:00", ":", ".", ",", " ", "Uhr", "99", "9:", "x")
                .ArrayOf().Select(pieces => string.Concat(pieces)).ToArbitrary(),
            text =>
            {
                if (WeeklyHours.TryParse(text, out var hours)) hours.ToString().ShouldNotBeEmpty();
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_canonical_text_reads_back_to_an_equal_value() =>
        Prop.ForAll(CalendarGen.Hours.ToArbitrary(), hours =>
        {
            WeeklyHours.TryParse(hours.ToString(), out var again).ShouldBeTrue();
            again.ShouldBe(hours);
            again.GetHashCode().ShouldBe(hours.GetHashCode());
            for (var day = Monday; day <= Sunday; day++) again.On(day).ShouldBe(hours.On(day));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_in_which_intervals_are_given_does_not_matter() =>
        WeeklyHours.Of((Tuesday, Time(13), Time(17)), (Monday, Time(9), Time(12)), (Tuesday, Time(9), Time(12)))
            .ShouldBe(WeeklyHours.Of((Monday, Time(9), Time(12)), (Tuesday, Time(9), Time(12)), (Tuesday, Time(13), Time(17))));

    [Fact]
    public void Weeks_that_differ_on_one_day_are_not_equal()
    {
        var week = WeeklyHours.Of((Monday, Time(9), Time(12)));
        week.Equals(WeeklyHours.Of((Tuesday, Time(9), Time(12)))).ShouldBeFalse();
        week.Equals(null).ShouldBeFalse();
        week.Equals("Mon 09:00-12:00").ShouldBeFalse();
    }

    [Fact]
    public void Impossible_hours_are_refused_with_a_sentence()
    {
        Refusal().ShouldStartWith("Weekly hours need at least one interval.");
        Refusal((Monday, Time(17), Time(9))).ShouldStartWith("The hours 17:00-09:00 on Monday end before they begin.");
        Refusal((Monday, Time(9), Time(9))).ShouldStartWith("The hours 09:00-09:00 on Monday end before they begin.");
        Refusal((Monday, Time(9), Time(12)), (Monday, Time(11), Time(17)))
            .ShouldStartWith("The hours 09:00-12:00 and 11:00-17:00 on Monday overlap.");
        Refusal((Monday, LocalTime.Midnight, LocalTime.Midnight), (Monday, LocalTime.Midnight, LocalTime.Midnight))
            .ShouldStartWith("The hours 00:00-24:00 and 00:00-24:00 on Monday overlap.");
        Refusal((Monday, new LocalTime(9, 0, 30), Time(12)))
            .ShouldStartWith("The hours 09:00:30-12:00:00 on Monday are not on whole minutes.");
        Refusal((IsoDayOfWeek.None, Time(9), Time(12))).ShouldStartWith("0 is not a weekday.");
    }

    [Fact]
    public void Asking_for_a_day_that_is_no_weekday_is_an_error() =>
        Should.Throw<ArgumentOutOfRangeException>(() => WeeklyHours.Default.On(IsoDayOfWeek.None));

    private static string Refusal(params (IsoDayOfWeek Day, LocalTime From, LocalTime To)[] intervals) =>
        Should.Throw<ArgumentException>(() => WeeklyHours.Of(intervals)).Message;

    private static LocalTime Time(int hour) => new(hour, 0);
}
