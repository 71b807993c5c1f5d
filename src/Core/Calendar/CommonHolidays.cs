using static AccountNudge.Core.Calendar.HolidayRule;

namespace AccountNudge.Core.Calendar;

/// <summary>Days that several regions share.</summary>
internal static class CommonHolidays
{
    public static readonly HolidayRule NewYear = Fixed("New Year's Day", "Neujahr", 1, 1);
    public static readonly HolidayRule Epiphany = Fixed("Epiphany", "Heilige Drei Könige", 1, 6);
    public static readonly HolidayRule StJoseph = Fixed("St Joseph's Day", "Josefstag", 3, 19);
    public static readonly HolidayRule GoodFriday = AfterEaster("Good Friday", "Karfreitag", -2);
    public static readonly HolidayRule EasterSunday = AfterEaster("Easter Sunday", "Ostersonntag", 0);
    public static readonly HolidayRule EasterMonday = AfterEaster("Easter Monday", "Ostermontag", 1);
    public static readonly HolidayRule LabourDay = Fixed("Labour Day", "Tag der Arbeit", 5, 1);
    public static readonly HolidayRule Ascension = AfterEaster("Ascension Day", "Christi Himmelfahrt", 39);
    public static readonly HolidayRule WhitSunday = AfterEaster("Whit Sunday", "Pfingstsonntag", 49);
    public static readonly HolidayRule WhitMonday = AfterEaster("Whit Monday", "Pfingstmontag", 50);
    public static readonly HolidayRule CorpusChristi = AfterEaster("Corpus Christi", "Fronleichnam", 60);
    public static readonly HolidayRule Assumption = Fixed("Assumption Day", "Mariä Himmelfahrt", 8, 15);
    public static readonly HolidayRule AllSaints = Fixed("All Saints' Day", "Allerheiligen", 11, 1);
    public static readonly HolidayRule ImmaculateConception = Fixed("Immaculate Conception", "Mariä Empfängnis", 12, 8);
    public static readonly HolidayRule Christmas = Fixed("Christmas Day", "Weihnachten", 12, 25);
    public static readonly HolidayRule SecondChristmasDay = Fixed("St Stephen's Day", "Zweiter Weihnachtstag", 12, 26);
}
