using AccountNudge.Core.Calendar;
using NodaTime;
using static AccountNudge.Core.Tests.Calendar.HolidayAssert;

namespace AccountNudge.Core.Tests.Calendar;

public class SwissHolidaysTests
{
    [Theory]
    [InlineData("CH-AG", "01.01 02.01 03.04 06.04 14.05 25.05 01.08 25.12 26.12")]
    [InlineData("CH-AI", "01.01 03.04 06.04 14.05 25.05 04.06 01.08 15.08 22.09 01.11 08.12 25.12")]
    [InlineData("CH-AR", "01.01 03.04 06.04 14.05 25.05 01.08 25.12")]
    [InlineData("CH-BE", "01.01 02.01 03.04 06.04 14.05 25.05 01.08 25.12 26.12")]
    [InlineData("CH-BL", "01.01 03.04 06.04 01.05 14.05 25.05 01.08 25.12 26.12")]
    [InlineData("CH-BS", "01.01 03.04 06.04 01.05 14.05 25.05 01.08 25.12 26.12")]
    [InlineData("CH-FR", "01.01 02.01 03.04 06.04 14.05 25.05 04.06 01.08 15.08 01.11 08.12 25.12 26.12")]
    [InlineData("CH-GE", "01.01 03.04 06.04 14.05 25.05 01.08 10.09 25.12 31.12")]
    [InlineData("CH-GL", "01.01 02.01 03.04 06.04 09.04 14.05 25.05 01.08 01.11 25.12 26.12")]
    [InlineData("CH-GR", "01.01 03.04 06.04 14.05 25.05 01.08 25.12 26.12")]
    [InlineData("CH-JU", "01.01 02.01 03.04 06.04 01.05 14.05 25.05 04.06 23.06 01.08 15.08 01.11 25.12")]
    [InlineData("CH-LU", "01.01 02.01 03.04 06.04 14.05 25.05 04.06 01.08 15.08 01.11 08.12 25.12 26.12")]
    [InlineData("CH-NE", "01.01 01.03 03.04 06.04 01.05 14.05 25.05 01.08 25.12")]
    [InlineData("CH-NW", "01.01 19.03 03.04 06.04 14.05 25.05 04.06 01.08 15.08 01.11 08.12 25.12 26.12")]
    [InlineData("CH-OW", "01.01 02.01 03.04 06.04 14.05 25.05 04.06 01.08 15.08 25.09 01.11 08.12 25.12 26.12")]
    [InlineData("CH-SG", "01.01 03.04 06.04 14.05 25.05 01.08 01.11 25.12 26.12")]
    [InlineData("CH-SH", "01.01 02.01 03.04 06.04 01.05 14.05 25.05 01.08 25.12 26.12")]
    [InlineData("CH-SO", "01.01 02.01 03.04 06.04 14.05 25.05 04.06 01.08 15.08 01.11 25.12 26.12")]
    [InlineData("CH-SZ", "01.01 06.01 19.03 03.04 06.04 14.05 25.05 04.06 01.08 15.08 01.11 08.12 25.12 26.12")]
    [InlineData("CH-TG", "01.01 02.01 03.04 06.04 01.05 14.05 25.05 01.08 25.12 26.12")]
    [InlineData("CH-TI", "01.01 06.01 19.03 06.04 01.05 14.05 25.05 04.06 29.06 01.08 15.08 01.11 08.12 25.12 26.12")]
    [InlineData("CH-UR", "01.01 06.01 19.03 03.04 06.04 14.05 25.05 04.06 01.08 15.08 01.11 08.12 25.12")]
    [InlineData("CH-VD", "01.01 02.01 03.04 06.04 14.05 25.05 01.08 21.09 25.12")]
    [InlineData("CH-VS", "01.01 19.03 06.04 14.05 25.05 04.06 01.08 15.08 01.11 08.12 25.12 26.12")]
    [InlineData("CH-ZG", "01.01 02.01 03.04 06.04 14.05 25.05 04.06 01.08 15.08 01.11 08.12 25.12 26.12")]
    [InlineData("CH-ZH", "01.01 02.01 03.04 06.04 01.05 14.05 25.05 01.08 25.12 26.12")]
    public void Every_canton_has_its_days_in_2026(string canton, string dates) => HasHolidays(canton, 2026, dates);

    [Theory]
    [InlineData("CH-AI")]
    [InlineData("CH-AR")]
    [InlineData("CH-UR")]
    public void St_Stephen_is_no_rest_day_where_it_would_be_the_third_in_a_row(string canton)
    {
        IsHoliday(canton, 2017, 12, 26).ShouldBeFalse(); // Tuesday, after Sunday and Christmas Monday
        IsHoliday(canton, 2020, 12, 26).ShouldBeFalse(); // Saturday, before Sunday
        IsHoliday(canton, 2022, 12, 26).ShouldBeTrue(); // Monday
        IsHoliday(canton, 2024, 12, 26).ShouldBeTrue(); // Thursday
        IsHoliday("CH-ZH", 2017, 12, 26).ShouldBeTrue();
    }

    [Fact]
    public void In_Neuchatel_the_second_of_January_and_St_Stephen_count_on_a_Monday_only()
    {
        IsHoliday("CH-NE", 2023, 1, 2).ShouldBeTrue();
        IsHoliday("CH-NE", 2024, 1, 2).ShouldBeFalse();
        IsHoliday("CH-NE", 2022, 12, 26).ShouldBeTrue();
        IsHoliday("CH-NE", 2023, 12, 26).ShouldBeFalse();
    }

    [Theory]
    [InlineData(2021, 4, 8)] // the first Thursday, 1 April, is in Holy Week
    [InlineData(2022, 4, 7)]
    [InlineData(2023, 4, 13)] // 6 April is in Holy Week
    [InlineData(2024, 4, 4)]
    [InlineData(2025, 4, 3)]
    public void The_Naefels_procession_keeps_out_of_Holy_Week(int year, int month, int day)
    {
        IsHoliday("CH-GL", year, month, day).ShouldBeTrue();
        PublicHolidays.Of(HolidayRegion.Find("CH-GL")!, year).Count(date => date is { Month: 4, DayOfWeek: IsoDayOfWeek.Thursday }).ShouldBe(1);
    }

    [Theory]
    [InlineData(2022, 8, 19)]
    [InlineData(2023, 7, 18)]
    [InlineData(2024, 5, 16)]
    [InlineData(2025, 11, 22)]
    public void The_fasts_of_Geneva_and_Vaud_move_with_the_Sundays_of_September(int year, int geneva, int vaud)
    {
        IsHoliday("CH-GE", year, 9, geneva).ShouldBeTrue();
        IsHoliday("CH-VD", year, 9, vaud).ShouldBeTrue();
    }

    [Theory]
    [InlineData("CH-AR")]
    [InlineData("CH-FR")]
    [InlineData("CH-SO")]
    [InlineData("CH-ZH")]
    public void Ascension_Day_on_the_first_of_May_is_a_holiday_with_and_without_Labour_Day(string canton) =>
        IsHoliday(canton, 2008, 5, 1).ShouldBeTrue();
}
