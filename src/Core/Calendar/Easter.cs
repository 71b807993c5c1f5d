using NodaTime;

namespace AccountNudge.Core.Calendar;

/// <summary>The date of Easter Sunday in the Gregorian calendar.</summary>
internal static class Easter
{
    /// <summary>
    /// The anonymous Gregorian computus (Meeus, "Astronomical Algorithms", chapter 8). The names are those of church
    /// reckoning: the golden number places the year in the 19-year cycle of the moon, the epact gives the moon's age.
    /// </summary>
    /// <param name="year">A year from 1583 on.</param>
    public static LocalDate Of(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var lunarCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - lunarCorrection + 15) % 30;
        var daysToSunday = (32 + (2 * (century % 4)) + (2 * (year % 100 / 4)) - epact - (year % 4)) % 7;
        var exception = (golden + (11 * epact) + (22 * daysToSunday)) / 451;
        var sinceMarch = epact + daysToSunday - (7 * exception) + 114;
        return new LocalDate(year, sinceMarch / 31, (sinceMarch % 31) + 1);
    }
}
