using NodaTime;
using static AccountNudge.Core.Calendar.CommonHolidays;
using static AccountNudge.Core.Calendar.HolidayRule;

namespace AccountNudge.Core.Calendar;

/// <summary>The holidays of the 26 Swiss cantons.</summary>
/// <remarks>
/// <para>
/// The National Day comes from the Federal Constitution, Art. 110 (3); the cantons may put eight further days on a par
/// with Sundays (Labour Act, Art. 20a (1)) and add public rest days of their own. Both count here, as do the days
/// that no cantonal law names but on which offices rest throughout the canton; each canton's comment names these as
/// customary. Half days do not count (1 May in Solothurn), nor days of single towns (Sechseläuten).
/// </para>
/// <para>
/// Where a law divides its canton, the days of the larger part count: Aargau's western districts, the Catholic parts
/// of Fribourg and Solothurn, the inner land of Appenzell. A team elsewhere enters its days as closures.
/// </para>
/// </remarks>
internal static class SwissHolidays
{
    private static readonly HolidayRule Berchtold = Fixed("St Berchtold's Day", "Berchtoldstag", 1, 2);
    private static readonly HolidayRule StStephen = SecondChristmasDay with { NameDe = "Stephanstag" };

    /// <summary>St Stephen's Day where the law grants no third rest day in a row: not beside a Sunday and Christmas.</summary>
    private static readonly HolidayRule StStephenUnlessThreeInARow =
        StStephen.OnlyIf(date => date.DayOfWeek is not (IsoDayOfWeek.Tuesday or IsoDayOfWeek.Saturday));

    private static readonly HolidayRule[] EveryCanton =
    [
        NewYear,
        Ascension with { NameDe = "Auffahrt" },
        Fixed("National Day", "Bundesfeiertag", 8, 1),
        Christmas,
    ];

    /// <summary>With Good Friday and the Mondays of Easter and Whitsun: all but Ticino and Valais.</summary>
    private static readonly HolidayRule[] MostCantons = [.. EveryCanton, GoodFriday, EasterMonday, WhitMonday];

    /// <summary>With the feasts that the Catholic cantons keep.</summary>
    private static readonly HolidayRule[] CatholicCantons =
        [.. MostCantons, CorpusChristi, Assumption, AllSaints, ImmaculateConception];

    /// <summary>The first Thursday in April, a week later when that is in Holy Week.</summary>
    private static readonly HolidayRule NaefelserFahrt = new("Näfels Procession", "Näfelser Fahrt", year =>
    {
        var thursday = new LocalDate(year, 3, 31).Next(IsoDayOfWeek.Thursday);
        return thursday.PlusDays(3) == Easter.Of(year) ? thursday.PlusWeeks(1) : thursday;
    });

    /// <summary>The Thursday after the first Sunday in September.</summary>
    private static readonly HolidayRule GenevaFast =
        OnOrAfter("Geneva Fast", "Genfer Bettag", IsoDayOfWeek.Thursday, 9, 5);

    /// <summary>The Monday after the third Sunday in September.</summary>
    private static readonly HolidayRule FederalFastMonday =
        OnOrAfter("Federal Fast Monday", "Bettagsmontag", IsoDayOfWeek.Monday, 9, 16);

    public static readonly Dictionary<string, HolidayRule[]> Tables = new()
    {
        // Vollzug des Arbeitsgesetzes, districts of Aarau, Brugg, Kulm, Lenzburg and Zofingen
        ["CH-AG"] = [.. MostCantons, Berchtold, StStephen],
        // Ruhetagsgesetz (GS 822.200) Art. 2; St Maurice: inner land, that is all but Oberegg
        ["CH-AI"] = [.. CatholicCantons, Fixed("St Maurice's Day", "Mauritiustag", 9, 22), StStephenUnlessThreeInARow],
        // Verordnung zum Bundesgesetz über die Arbeit
        ["CH-AR"] = [.. MostCantons, StStephenUnlessThreeInARow],
        // Gesetz über die Ruhe an öffentlichen Feiertagen
        ["CH-BE"] = [.. MostCantons, Berchtold, StStephen],
        // Ruhetagsgesetz
        ["CH-BL"] = [.. MostCantons, LabourDay, StStephen],
        // Gesetz über öffentliche Ruhetage und Ladenöffnung
        ["CH-BS"] = [.. MostCantons, LabourDay, StStephen],
        // Vollzug des Arbeitsgesetzes, Catholic communities; customary: 2 January, Mondays, St Stephen
        ["CH-FR"] = [.. CatholicCantons, Berchtold, StStephen],
        // Loi sur les jours fériés (LJF) Art. 1
        ["CH-GE"] = [.. MostCantons, GenevaFast, Fixed("Restoration of the Republic", "Wiederherstellung der Republik", 12, 31)],
        // Ruhetagsgesetz; customary: 2 January
        ["CH-GL"] = [.. MostCantons, Berchtold, NaefelserFahrt, AllSaints, StStephen],
        // Ruhetagsgesetz; customary: Good Friday
        ["CH-GR"] = [.. MostCantons, StStephen],
        // Loi concernant les jours fériés officiels et le repos dominical
        ["CH-JU"] =
        [
            .. MostCantons, Berchtold, LabourDay, CorpusChristi,
            Fixed("Independence Day", "Fest der Unabhängigkeit", 6, 23),
            Assumption, AllSaints,
        ],
        // Ruhetags- und Ladenschlussgesetz; customary: 2 January, Mondays, St Stephen
        ["CH-LU"] = [.. CatholicCantons, Berchtold, StStephen],
        // Loi sur le dimanche et les jours fériés: 2 January and 26 December only after a Sunday; customary: Mondays
        ["CH-NE"] =
        [
            .. MostCantons,
            Berchtold.OnlyIf(date => date.DayOfWeek == IsoDayOfWeek.Monday),
            Fixed("Republic Day", "Jahrestag der Ausrufung der Republik", 3, 1),
            LabourDay,
            StStephen.OnlyIf(date => date.DayOfWeek == IsoDayOfWeek.Monday),
        ],
        // Ruhetagsgesetz; customary: Mondays, St Stephen
        ["CH-NW"] = [.. CatholicCantons, StJoseph, StStephen],
        // Ruhetagsgesetz; customary: 2 January, Mondays, St Stephen
        ["CH-OW"] = [.. CatholicCantons, Berchtold, Fixed("St Nicholas of Flüe", "Bruderklausenfest", 9, 25), StStephen],
        // Gesetz über Ruhetag und Ladenöffnung
        ["CH-SG"] = [.. MostCantons, AllSaints, StStephen],
        // Ruhetagsgesetz; customary: 2 January
        ["CH-SH"] = [.. MostCantons, Berchtold, LabourDay, StStephen],
        // Ruhetagsgesetz, all districts but Bucheggberg; customary: 2 January, Mondays, St Stephen
        ["CH-SO"] = [.. MostCantons, Berchtold, CorpusChristi, Assumption, AllSaints, StStephen],
        // Ruhetagsgesetz
        ["CH-SZ"] = [.. CatholicCantons, Epiphany, StJoseph, StStephen],
        // Gesetz über die öffentlichen Ruhetage
        ["CH-TG"] = [.. MostCantons, Berchtold, LabourDay, StStephen],
        // Legge concernente i giorni festivi ufficiali; Good Friday is a working day
        ["CH-TI"] =
        [
            .. EveryCanton, Epiphany, StJoseph, EasterMonday, LabourDay, WhitMonday, CorpusChristi,
            Fixed("St Peter and St Paul", "Peter und Paul", 6, 29),
            Assumption, AllSaints, ImmaculateConception, StStephen,
        ],
        // Ruhetagsgesetz
        ["CH-UR"] = [.. CatholicCantons, Epiphany, StJoseph, StStephenUnlessThreeInARow],
        // Loi sur l'emploi (LEmp)
        ["CH-VD"] = [.. MostCantons, Berchtold, FederalFastMonday],
        // Vollzug des Arbeitsgesetzes; customary: Mondays, St Stephen; Good Friday is a working day
        ["CH-VS"] =
        [
            .. EveryCanton, StJoseph, EasterMonday, WhitMonday, CorpusChristi, Assumption, AllSaints,
            ImmaculateConception, StStephen,
        ],
        // Ruhetags- und Ladenöffnungsgesetz; customary: 2 January, Mondays, St Stephen
        ["CH-ZG"] = [.. CatholicCantons, Berchtold, StStephen],
        // Ruhetags- und Ladenöffnungsgesetz (RLG) § 1; customary: 2 January
        ["CH-ZH"] = [.. MostCantons, Berchtold, LabourDay, StStephen],
    };
}
