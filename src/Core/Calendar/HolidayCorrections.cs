using PublicHoliday;

namespace AccountNudge.Core.Calendar;

/// <summary>Where the law has other days than the package PublicHoliday 3.17, each with the law that says so.</summary>
/// <remarks>
/// A day that a law gives only to parts of a Land or canton counts where it holds for the larger part; a team elsewhere
/// enters its days as closures. So does a day that no cantonal law names but on which offices rest throughout the canton
/// (customary). Half days do not count (1 May in Solothurn), nor days of single towns (Sechseläuten).
/// </remarks>
internal static class HolidayCorrections
{
    private static readonly Days None = _ => [];

    /// <summary>The Länder that took Reformation Day up in 2018; 2017 was a single day everywhere.</summary>
    private static readonly (Days Missing, Days Wrong) ReformationDaySince2018 = (None, year => year < 2017 ? [new(year, 10, 31)] : []);

    private static readonly Dictionary<string, (Days Missing, Days Wrong)> ByRegion = new()
    {
        // Gesetz über die Sonn- und Feiertage § 1: a single day, 75 years since the liberation
        ["DE-BE"] = (year => year == 2020 ? [new(year, 5, 8)] : [], None),
        // Gesetz über die Sonn-, Gedenk- und Feiertage § 2
        ["DE-HB"] = ReformationDaySince2018,
        // Feiertagsgesetz § 1
        ["DE-HH"] = ReformationDaySince2018,
        // Niedersächsisches Gesetz über die Feiertage § 2
        ["DE-NI"] = ReformationDaySince2018,
        // Gesetz über Sonn- und Feiertage § 2
        ["DE-SH"] = ReformationDaySince2018,

        // Vollzug des Arbeitsgesetzes: western districts (Aarau, Brugg, Kulm, Lenzburg, Zofingen), without Catholic feasts
        ["CH-AG"] = (None, year => [CorpusChristi(year), new(year, 11, 1), new(year, 12, 8)]),
        // Ruhetagsgesetz (GS 822.200) Art. 2: St Maurice's Day in the inner land, that is all but Oberegg
        ["CH-AI"] = (year => [new(year, 9, 22)], ThirdRestDayInARow),
        // Verordnung zum Bundesgesetz über die Arbeit: no Labour Day
        ["CH-AR"] = (None, year => [.. LabourDay(year), .. ThirdRestDayInARow(year)]),
        // Vollzug des Arbeitsgesetzes: no Labour Day
        ["CH-FR"] = (None, LabourDay),
        // Loi sur les jours fériés (LJF) Art. 1: Restoration of the Republic
        ["CH-GE"] = (year => [new(year, 12, 31)], None),
        // Ruhetagsgesetz: Näfels Procession
        ["CH-GL"] = (year => [NaefelsProcession(year)], None),
        // Ruhetagsgesetz: Epiphany, St Joseph's Day and Immaculate Conception in some communities only
        ["CH-GR"] = (None, year => [new(year, 1, 6), new(year, 3, 19), new(year, 12, 8)]),
        // Loi concernant les jours fériés officiels et le repos dominical: Independence Day
        ["CH-JU"] = (year => [new(year, 6, 23)], None),
        // Ruhetags- und Ladenschlussgesetz: no Epiphany; customary: 2 January
        ["CH-LU"] = (year => [new(year, 1, 2)], year => [new(year, 1, 6)]),
        // Loi sur le dimanche et les jours fériés: 2 January and 26 December only after a Sunday
        ["CH-NE"] = (None, year => new LocalDate[] { new(year, 1, 2), new(year, 12, 26) }
            .Where(date => date.DayOfWeek != IsoDayOfWeek.Monday)),
        // Ruhetagsgesetz: St Nicholas of Flüe
        ["CH-OW"] = (year => [new(year, 9, 25)], None),
        // Ruhetagsgesetz: no Labour Day; St Joseph's Day and Immaculate Conception in some communities only
        ["CH-SO"] = (None, year => [new(year, 3, 19), .. LabourDay(year), new(year, 12, 8)]),
        // Legge concernente i giorni festivi ufficiali: St Peter and St Paul
        ["CH-TI"] = (year => [new(year, 6, 29)], None),
        // Ruhetagsgesetz
        ["CH-UR"] = (None, ThirdRestDayInARow),
        // Loi sur l'emploi (LEmp): the Monday after the third Sunday in September
        ["CH-VD"] = (year => [new LocalDate(year, 9, 15).Next(IsoDayOfWeek.Monday)], None),
        // Customary: Mondays, St Stephen's Day
        ["CH-VS"] = (year => [Easter(year).PlusDays(1), Easter(year).PlusDays(50), new(year, 12, 26)], None),

        // The package lists only the substitutes. Banking and Financial Dealings Act 1971, Sch. 1, and common law:
        // the day itself stays a holiday for a team that works on weekends
        ["GB-ENG"] = (year => [new(year, 1, 1), new(year, 12, 25), new(year, 12, 26)], None),
        // The same; St Andrew's Day Bank Holiday (Scotland) Act 2007
        ["GB-SCT"] = (year => [new(year, 1, 1), new(year, 1, 2), .. StAndrewsDay(year), new(year, 12, 25), new(year, 12, 26)], None),
    };

    private delegate IEnumerable<LocalDate> Days(int year);

    /// <summary>The dates of a region's year, with those the package lacks and without those it has wrongly.</summary>
    public static IEnumerable<LocalDate> Apply(string region, int year, IEnumerable<LocalDate> dates)
    {
        var (missing, wrong) = ByRegion.GetValueOrDefault(region, (None, None));
        return dates.Except(wrong(year)).Concat(missing(year));
    }

    private static LocalDate Easter(int year) => LocalDate.FromDateTime(GermanPublicHoliday.EasterSunday(year));

    private static LocalDate CorpusChristi(int year) => Easter(year).PlusDays(60);

    /// <summary>1 May, unless it is Ascension Day too.</summary>
    private static IEnumerable<LocalDate> LabourDay(int year) =>
        new LocalDate[] { new(year, 5, 1) }.Where(date => date != Easter(year).PlusDays(39));

    private static IEnumerable<LocalDate> StAndrewsDay(int year) => year >= 2007 ? [new(year, 11, 30)] : [];

    /// <summary>St Stephen's Day beside a Sunday and Christmas, where the law grants no third rest day in a row.</summary>
    private static IEnumerable<LocalDate> ThirdRestDayInARow(int year) =>
        new LocalDate[] { new(year, 12, 26) }.Where(date => date.DayOfWeek is IsoDayOfWeek.Tuesday or IsoDayOfWeek.Saturday);

    /// <summary>The first Thursday in April, a week later when that is in Holy Week.</summary>
    private static LocalDate NaefelsProcession(int year)
    {
        var thursday = new LocalDate(year, 3, 31).Next(IsoDayOfWeek.Thursday);
        return thursday.PlusDays(3) == Easter(year) ? thursday.PlusWeeks(1) : thursday;
    }
}
