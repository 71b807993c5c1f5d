using AccountNudge.Core.Calendar;
using NodaTime;
using NodaTime.Text;

namespace AccountNudge.Core.Tests.Calendar;

/// <summary>Compares a region's year with dates written as "dd.MM" in the test, typed from its law and a printed calendar.</summary>
internal static class HolidayAssert
{
    private static readonly LocalDatePattern Pattern = LocalDatePattern.CreateWithInvariantCulture("dd.MM.uuuu");

    public static void HasHolidays(string region, int year, string dates)
    {
        var expected = dates.Split(' ').Select(date => Pattern.Parse($"{date}.{year}").GetValueOrThrow()).ToArray();
        PublicHolidays.Of(HolidayRegion.Find(region)!, year).ShouldBe(expected, customMessage: $"{region} {year}");
    }

    public static bool IsHoliday(string region, int year, int month, int day) =>
        PublicHolidays.Of(HolidayRegion.Find(region)!, year).Contains(new LocalDate(year, month, day));
}
