using NodaTime;
using static AccountNudge.Core.Calendar.CommonHolidays;
using static AccountNudge.Core.Calendar.HolidayRule;

namespace AccountNudge.Core.Calendar;

/// <summary>The holidays of the German Länder and of Austria.</summary>
/// <remarks>
/// A day that the law gives only to some communities counts where it holds for most of them (Mariä Himmelfahrt in
/// Bavaria) and does not where it holds for few (Fronleichnam in Saxony and Thuringia, the Augsburg Peace Festival):
/// there, a team enters it as a closure.
/// </remarks>
internal static class GermanAndAustrianHolidays
{
    private static readonly HolidayRule Reformation = Fixed("Reformation Day", "Reformationstag", 10, 31);
    private static readonly HolidayRule WomensDay = Fixed("International Women's Day", "Internationaler Frauentag", 3, 8);

    /// <summary>
    /// Unity Day: Einigungsvertrag, Art. 2 (2). The other days: the same in the law of every Land. Reformation Day 2017:
    /// the 500th anniversary, made a holiday for that year by every Land that did not have it.
    /// </summary>
    private static readonly HolidayRule[] EveryLand =
    [
        NewYear, GoodFriday, EasterMonday, LabourDay, Ascension, WhitMonday,
        Fixed("German Unity Day", "Tag der Deutschen Einheit", 10, 3).Since(1990),
        Once("Reformation Day", "Reformationstag", 2017, 10, 31),
        Christmas, SecondChristmasDay,
    ];

    public static readonly Dictionary<string, HolidayRule[]> Tables = new()
    {
        // Gesetz über die Sonntage und Feiertage (FTG) § 1
        ["DE-BW"] = [.. EveryLand, Epiphany, CorpusChristi, AllSaints],
        // Feiertagsgesetz (FTG) Art. 1; Mariä Himmelfahrt: Art. 1 (1) no. 2, communities with more Catholic than
        // Protestant inhabitants, some 1,700 of 2,056
        ["DE-BY"] = [.. EveryLand, Epiphany, CorpusChristi, Assumption, AllSaints],
        // Gesetz über die Sonn- und Feiertage § 1, with the single days of 2020, 2025 and 2028
        ["DE-BE"] =
        [
            .. EveryLand,
            WomensDay.Since(2019),
            Once("75 years since the liberation", "75. Jahrestag der Befreiung", 2020, 5, 8),
            Once("80 years since the liberation", "80. Jahrestag der Befreiung", 2025, 5, 8),
            Once("75 years since the uprising of 17 June", "75. Jahrestag des Aufstandes vom 17. Juni", 2028, 6, 17),
        ],
        // Feiertagsgesetz (FTG) § 2
        ["DE-BB"] = [.. EveryLand, EasterSunday, WhitSunday, Reformation],
        // Gesetz über die Sonn-, Gedenk- und Feiertage § 2
        ["DE-HB"] = [.. EveryLand, Reformation.Since(2018)],
        // Gesetz über Sonntage, Feiertage, Gedenktage und Trauertage (Feiertagsgesetz) § 1
        ["DE-HH"] = [.. EveryLand, Reformation.Since(2018)],
        // Hessisches Feiertagsgesetz (HFeiertagsG) § 1
        ["DE-HE"] = [.. EveryLand, CorpusChristi],
        // Feiertagsgesetz Mecklenburg-Vorpommern (FTG M-V) § 2
        ["DE-MV"] = [.. EveryLand, WomensDay.Since(2023), Reformation],
        // Niedersächsisches Gesetz über die Feiertage (NFeiertagsG) § 2
        ["DE-NI"] = [.. EveryLand, Reformation.Since(2018)],
        // Feiertagsgesetz NW § 2
        ["DE-NW"] = [.. EveryLand, CorpusChristi, AllSaints],
        // Feiertagsgesetz (LFtG) § 2
        ["DE-RP"] = [.. EveryLand, CorpusChristi, AllSaints],
        // Gesetz über die Sonn- und Feiertage (SFG) § 2
        ["DE-SL"] = [.. EveryLand, CorpusChristi, Assumption, AllSaints],
        // Gesetz über Sonn- und Feiertage im Freistaat Sachsen (SächsSFG) § 1
        ["DE-SN"] = [.. EveryLand, Reformation, Before("Day of Repentance and Prayer", "Buß- und Bettag", IsoDayOfWeek.Wednesday, 11, 23)],
        // Gesetz über die Sonn- und Feiertage (FeiertG LSA) § 2
        ["DE-ST"] = [.. EveryLand, Epiphany, Reformation],
        // Gesetz über Sonn- und Feiertage (SFTG) § 2
        ["DE-SH"] = [.. EveryLand, Reformation.Since(2018)],
        // Thüringer Feier- und Gedenktagsgesetz (ThürFGtG) § 2
        ["DE-TH"] = [.. EveryLand, Fixed("World Children's Day", "Weltkindertag", 9, 20).Since(2019), Reformation],
        // Arbeitsruhegesetz (ARG) § 7
        ["AT"] =
        [
            NewYear, Epiphany, EasterMonday, LabourDay, Ascension, WhitMonday, CorpusChristi, Assumption,
            Fixed("National Day", "Nationalfeiertag", 10, 26),
            AllSaints, ImmaculateConception, Christmas, SecondChristmasDay,
        ],
    };
}
