using AccountNudge.Core.Calendar;
using NodaTime;
using static AccountNudge.Core.Tests.Calendar.HolidayAssert;

namespace AccountNudge.Core.Tests.Calendar;

public class EnglishSpeakingHolidaysTests
{
    [Theory]
    [InlineData(2011, "01.01 03.01 22.04 25.04 29.04 02.05 30.05 29.08 25.12 26.12 27.12")]
    [InlineData(2012, "01.01 02.01 06.04 09.04 07.05 04.06 05.06 27.08 25.12 26.12")]
    [InlineData(2019, "01.01 19.04 22.04 06.05 27.05 26.08 25.12 26.12")]
    [InlineData(2020, "01.01 10.04 13.04 08.05 25.05 31.08 25.12 26.12 28.12")]
    [InlineData(2021, "01.01 02.04 05.04 03.05 31.05 30.08 25.12 26.12 27.12 28.12")]
    [InlineData(2022, "01.01 03.01 15.04 18.04 02.05 02.06 03.06 29.08 19.09 25.12 26.12 27.12")]
    [InlineData(2023, "01.01 02.01 07.04 10.04 01.05 08.05 29.05 28.08 25.12 26.12")]
    [InlineData(2026, "01.01 03.04 06.04 04.05 25.05 31.08 25.12 26.12 28.12")]
    [InlineData(2027, "01.01 26.03 29.03 03.05 31.05 30.08 25.12 26.12 27.12 28.12")]
    public void England_has_its_bank_holidays_with_substitutes_and_single_days(int year, string dates) =>
        HasHolidays("GB-ENG", year, dates);

    [Theory]
    [InlineData(2017, "01.01 02.01 03.01 14.04 01.05 29.05 07.08 30.11 25.12 26.12")]
    [InlineData(2020, "01.01 02.01 10.04 08.05 25.05 03.08 30.11 25.12 26.12 28.12")]
    [InlineData(2021, "01.01 02.01 04.01 02.04 03.05 31.05 02.08 30.11 25.12 26.12 27.12 28.12")]
    [InlineData(2022, "01.01 02.01 03.01 04.01 15.04 02.05 02.06 03.06 01.08 19.09 30.11 25.12 26.12 27.12")]
    [InlineData(2023, "01.01 02.01 03.01 07.04 01.05 08.05 29.05 07.08 30.11 25.12 26.12")]
    [InlineData(2024, "01.01 02.01 29.03 06.05 27.05 05.08 30.11 02.12 25.12 26.12")]
    [InlineData(2026, "01.01 02.01 03.04 04.05 25.05 15.06 03.08 30.11 25.12 26.12 28.12")]
    public void Scotland_has_its_own_bank_holidays(int year, string dates) => HasHolidays("GB-SCT", year, dates);

    [Theory]
    [InlineData(2022, "01.01 17.03 18.03 18.04 02.05 06.06 01.08 31.10 25.12 26.12")]
    [InlineData(2023, "01.01 06.02 17.03 10.04 01.05 05.06 07.08 30.10 25.12 26.12")]
    [InlineData(2024, "01.01 05.02 17.03 01.04 06.05 03.06 05.08 28.10 25.12 26.12")]
    [InlineData(2026, "01.01 02.02 17.03 06.04 04.05 01.06 03.08 26.10 25.12 26.12")]
    [InlineData(2030, "01.01 01.02 17.03 22.04 06.05 03.06 05.08 28.10 25.12 26.12")] // 1 February is a Friday
    public void Ireland_has_ten_public_holidays_since_St_Brigids_day(int year, string dates) => HasHolidays("IE", year, dates);

    [Theory]
    [InlineData(2020, "01.01 20.01 17.02 25.05 03.07 04.07 07.09 12.10 11.11 26.11 25.12")]
    [InlineData(2021, "01.01 18.01 15.02 31.05 18.06 19.06 04.07 05.07 06.09 11.10 11.11 25.11 24.12 25.12 31.12")]
    [InlineData(2022, "01.01 17.01 21.02 30.05 19.06 20.06 04.07 05.09 10.10 11.11 24.11 25.12 26.12")]
    [InlineData(2023, "01.01 02.01 16.01 20.02 29.05 19.06 04.07 04.09 09.10 10.11 11.11 23.11 25.12")]
    [InlineData(2026, "01.01 19.01 16.02 25.05 19.06 03.07 04.07 07.09 12.10 11.11 26.11 25.12")]
    public void The_United_States_observe_federal_holidays_on_the_nearest_weekday(int year, string dates) =>
        HasHolidays("US", year, dates);

    [Fact]
    public void A_New_Year_on_a_Saturday_is_observed_in_the_United_States_on_the_last_day_of_the_old_year() =>
        PublicHolidays.Of(HolidayRegion.Find("US")!, 2027)[^1].ShouldBe(new LocalDate(2027, 12, 31));
}
