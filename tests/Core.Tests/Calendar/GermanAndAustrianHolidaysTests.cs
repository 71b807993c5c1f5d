using static AccountNudge.Core.Tests.Calendar.HolidayAssert;

namespace AccountNudge.Core.Tests.Calendar;

public class GermanAndAustrianHolidaysTests
{
    [Theory]
    [InlineData("DE-BW", "01.01 06.01 03.04 06.04 01.05 14.05 25.05 04.06 03.10 01.11 25.12 26.12")]
    [InlineData("DE-BY", "01.01 06.01 03.04 06.04 01.05 14.05 25.05 04.06 15.08 03.10 01.11 25.12 26.12")]
    [InlineData("DE-BE", "01.01 08.03 03.04 06.04 01.05 14.05 25.05 03.10 25.12 26.12")]
    [InlineData("DE-BB", "01.01 03.04 05.04 06.04 01.05 14.05 24.05 25.05 03.10 31.10 25.12 26.12")]
    [InlineData("DE-HB", "01.01 03.04 06.04 01.05 14.05 25.05 03.10 31.10 25.12 26.12")]
    [InlineData("DE-HH", "01.01 03.04 06.04 01.05 14.05 25.05 03.10 31.10 25.12 26.12")]
    [InlineData("DE-HE", "01.01 03.04 06.04 01.05 14.05 25.05 04.06 03.10 25.12 26.12")]
    [InlineData("DE-MV", "01.01 08.03 03.04 06.04 01.05 14.05 25.05 03.10 31.10 25.12 26.12")]
    [InlineData("DE-NI", "01.01 03.04 06.04 01.05 14.05 25.05 03.10 31.10 25.12 26.12")]
    [InlineData("DE-NW", "01.01 03.04 06.04 01.05 14.05 25.05 04.06 03.10 01.11 25.12 26.12")]
    [InlineData("DE-RP", "01.01 03.04 06.04 01.05 14.05 25.05 04.06 03.10 01.11 25.12 26.12")]
    [InlineData("DE-SL", "01.01 03.04 06.04 01.05 14.05 25.05 04.06 15.08 03.10 01.11 25.12 26.12")]
    [InlineData("DE-SN", "01.01 03.04 06.04 01.05 14.05 25.05 03.10 31.10 18.11 25.12 26.12")]
    [InlineData("DE-ST", "01.01 06.01 03.04 06.04 01.05 14.05 25.05 03.10 31.10 25.12 26.12")]
    [InlineData("DE-SH", "01.01 03.04 06.04 01.05 14.05 25.05 03.10 31.10 25.12 26.12")]
    [InlineData("DE-TH", "01.01 03.04 06.04 01.05 14.05 25.05 20.09 03.10 31.10 25.12 26.12")]
    [InlineData("AT", "01.01 06.01 06.04 01.05 14.05 25.05 04.06 15.08 26.10 01.11 08.12 25.12 26.12")]
    public void Every_Land_and_Austria_have_the_days_of_their_law_in_2026(string region, string dates) =>
        HasHolidays(region, 2026, dates);

    [Theory]
    [InlineData("DE-BE", 2018, "01.01 30.03 02.04 01.05 10.05 21.05 03.10 25.12 26.12")]
    [InlineData("DE-BE", 2019, "01.01 08.03 19.04 22.04 01.05 30.05 10.06 03.10 25.12 26.12")]
    [InlineData("DE-BE", 2020, "01.01 08.03 10.04 13.04 01.05 08.05 21.05 01.06 03.10 25.12 26.12")]
    [InlineData("DE-BE", 2025, "01.01 08.03 18.04 21.04 01.05 08.05 29.05 09.06 03.10 25.12 26.12")]
    [InlineData("DE-BE", 2028, "01.01 08.03 14.04 17.04 01.05 25.05 05.06 17.06 03.10 25.12 26.12")]
    [InlineData("DE-MV", 2022, "01.01 15.04 18.04 01.05 26.05 06.06 03.10 31.10 25.12 26.12")]
    [InlineData("DE-MV", 2023, "01.01 08.03 07.04 10.04 01.05 18.05 29.05 03.10 31.10 25.12 26.12")]
    [InlineData("DE-TH", 2018, "01.01 30.03 02.04 01.05 10.05 21.05 03.10 31.10 25.12 26.12")]
    [InlineData("DE-TH", 2019, "01.01 19.04 22.04 01.05 30.05 10.06 20.09 03.10 31.10 25.12 26.12")]
    [InlineData("DE-HH", 2016, "01.01 25.03 28.03 01.05 05.05 16.05 03.10 25.12 26.12")]
    [InlineData("DE-HH", 2017, "01.01 14.04 17.04 01.05 25.05 05.06 03.10 31.10 25.12 26.12")]
    [InlineData("DE-HH", 2018, "01.01 30.03 02.04 01.05 10.05 21.05 03.10 31.10 25.12 26.12")]
    [InlineData("DE-BY", 2017, "01.01 06.01 14.04 17.04 01.05 25.05 05.06 15.06 15.08 03.10 31.10 01.11 25.12 26.12")]
    [InlineData("DE-BY", 2018, "01.01 06.01 30.03 02.04 01.05 10.05 21.05 31.05 15.08 03.10 01.11 25.12 26.12")]
    [InlineData("DE-BY", 2008, "01.01 06.01 21.03 24.03 01.05 12.05 22.05 15.08 03.10 01.11 25.12 26.12")] // 1 May is Ascension Day too
    public void Years_in_which_the_law_changed_have_the_days_of_their_time(string region, int year, string dates) =>
        HasHolidays(region, year, dates);

    [Theory]
    [InlineData("DE-BW", false)]
    [InlineData("DE-BY", false)]
    [InlineData("DE-BE", false)]
    [InlineData("DE-BB", true)]
    [InlineData("DE-HB", false)]
    [InlineData("DE-HH", false)]
    [InlineData("DE-HE", false)]
    [InlineData("DE-MV", true)]
    [InlineData("DE-NI", false)]
    [InlineData("DE-NW", false)]
    [InlineData("DE-RP", false)]
    [InlineData("DE-SL", false)]
    [InlineData("DE-SN", true)]
    [InlineData("DE-ST", true)]
    [InlineData("DE-SH", false)]
    [InlineData("DE-TH", true)]
    public void Reformation_Day_was_a_holiday_everywhere_in_2017_and_before_only_in_the_east(string land, bool in2016)
    {
        IsHoliday(land, 2016, 10, 31).ShouldBe(in2016);
        IsHoliday(land, 2017, 10, 31).ShouldBeTrue();
    }

    [Theory]
    [InlineData(2020, 18)]
    [InlineData(2021, 17)]
    [InlineData(2022, 16)]
    [InlineData(2023, 22)]
    [InlineData(2024, 20)]
    [InlineData(2025, 19)]
    public void The_Day_of_Repentance_in_Saxony_is_the_Wednesday_before_23_November(int year, int day) =>
        IsHoliday("DE-SN", year, 11, day).ShouldBeTrue();
}
