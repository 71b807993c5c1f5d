using NodaTime;
using static AccountNudge.Core.Calendar.CommonHolidays;
using static AccountNudge.Core.Calendar.HolidayRule;

namespace AccountNudge.Core.Calendar;

/// <summary>The holidays of England and Wales, Scotland, Ireland and the United States (federal).</summary>
/// <remarks>
/// A holiday on a weekend stays listed on its own day, and the day given in its place is listed beside it.
/// Ireland gives none in its place (Organisation of Working Time Act 1997, s. 21 leaves the benefit to the employer).
/// Executive orders that close US offices for a single day, and Inauguration Day in Washington, are not holidays here.
/// </remarks>
internal static class EnglishSpeakingHolidays
{
    private static readonly HolidayRule BoxingDay = SecondChristmasDay with { NameEn = "Boxing Day" };

    private static readonly HolidayRule EarlyMay =
        OnOrAfter("Early May bank holiday", "Maifeiertag", IsoDayOfWeek.Monday, 5, 1).MovedTo(2020, 5, 8);

    private static readonly HolidayRule SpringBankHoliday =
        Before("Spring bank holiday", "Frühjahrsfeiertag", IsoDayOfWeek.Monday, 6, 1).MovedTo(2012, 6, 4).MovedTo(2022, 6, 2);

    /// <summary>1 February when that is a Friday, else the first Monday in February.</summary>
    private static readonly HolidayRule StBrigid = new HolidayRule("St Brigid's Day", "Brigidstag", year =>
        new LocalDate(year, 2, 1) is { DayOfWeek: IsoDayOfWeek.Friday } friday
            ? friday
            : new LocalDate(year, 1, 31).Next(IsoDayOfWeek.Monday)).Since(2023);

    /// <summary>Royal proclamations under the Banking and Financial Dealings Act 1971, s. 1 (3), for the whole kingdom.</summary>
    private static readonly HolidayRule[] ByProclamation =
    [
        Once("Royal wedding", "Königliche Hochzeit", 2011, 4, 29),
        Once("Diamond Jubilee", "Diamantenes Thronjubiläum", 2012, 6, 5),
        Once("Platinum Jubilee", "Platinjubiläum", 2022, 6, 3),
        Once("State funeral of Queen Elizabeth II", "Staatsbegräbnis von Königin Elisabeth II.", 2022, 9, 19),
        Once("Coronation of King Charles III", "Krönung von König Charles III.", 2023, 5, 8),
    ];

    public static readonly Dictionary<string, HolidayRule[]> Tables = new()
    {
        // Banking and Financial Dealings Act 1971, Sch. 1 para. 1; Good Friday and Christmas Day at common law;
        // New Year's Day, the early May day and substitutes by yearly proclamation
        ["GB-ENG"] =
        [
            .. British(NewYear), GoodFriday, EasterMonday, EarlyMay, SpringBankHoliday,
            Before("Summer bank holiday", "Sommerfeiertag", IsoDayOfWeek.Monday, 9, 1),
            .. British(Christmas, BoxingDay), .. ByProclamation,
        ],
        // The same Act, Sch. 1 para. 2; St Andrew's Day Bank Holiday (Scotland) Act 2007
        ["GB-SCT"] =
        [
            .. British(NewYear, Fixed("2nd January", "2. Januar", 1, 2)), GoodFriday, EarlyMay, SpringBankHoliday,
            OnOrAfter("Summer bank holiday", "Sommerfeiertag", IsoDayOfWeek.Monday, 8, 1),
            .. British(Fixed("St Andrew's Day", "Andreastag", 11, 30).Since(2007), Christmas, BoxingDay),
            .. ByProclamation,
            Once("World Cup bank holiday", "Feiertag zur Fußball-Weltmeisterschaft", 2026, 6, 15),
        ],
        // Organisation of Working Time Act 1997, Sch. 2
        ["IE"] =
        [
            NewYear,
            StBrigid,
            Fixed("St Patrick's Day", "St. Patrick's Day", 3, 17),
            Once("Day of Remembrance and Recognition", "Tag des Gedenkens und der Anerkennung", 2022, 3, 18),
            EasterMonday,
            OnOrAfter("May Day", "Maifeiertag", IsoDayOfWeek.Monday, 5, 1),
            OnOrAfter("June holiday", "Junifeiertag", IsoDayOfWeek.Monday, 6, 1),
            OnOrAfter("August holiday", "Augustfeiertag", IsoDayOfWeek.Monday, 8, 1),
            Before("October holiday", "Oktoberfeiertag", IsoDayOfWeek.Monday, 11, 1),
            Christmas, SecondChristmasDay,
        ],
        // 5 U.S.C. § 6103 (a); the day in lieu: § 6103 (b) and Executive Order 11582, § 3
        ["US"] =
        [
            .. Federal(NewYear),
            OnOrAfter("Birthday of Martin Luther King, Jr.", "Martin-Luther-King-Tag", IsoDayOfWeek.Monday, 1, 15),
            OnOrAfter("Washington's Birthday", "Washingtons Geburtstag", IsoDayOfWeek.Monday, 2, 15),
            Before("Memorial Day", "Memorial Day", IsoDayOfWeek.Monday, 6, 1),
            .. Federal(
                Fixed("Juneteenth National Independence Day", "Juneteenth", 6, 19).Since(2021),
                Fixed("Independence Day", "Unabhängigkeitstag", 7, 4)),
            OnOrAfter("Labor Day", "Labor Day", IsoDayOfWeek.Monday, 9, 1),
            OnOrAfter("Columbus Day", "Kolumbus-Tag", IsoDayOfWeek.Monday, 10, 8),
            .. Federal(Fixed("Veterans Day", "Tag der Veteranen", 11, 11)),
            OnOrAfter("Thanksgiving Day", "Erntedankfest", IsoDayOfWeek.Thursday, 11, 22),
            .. Federal(Christmas),
        ],
    };

    private static IEnumerable<HolidayRule> British(params HolidayRule[] rules) =>
        rules.Select(rule => rule.With(InLieu.NextFreeWeekday));

    private static IEnumerable<HolidayRule> Federal(params HolidayRule[] rules) =>
        rules.Select(rule => rule.With(InLieu.NearestWeekday));
}
