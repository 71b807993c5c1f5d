using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace AccountNudge.Core.Calendar;

/// <summary>A public holiday: a whole local date without working time.</summary>
/// <param name="Date">The local date.</param>
/// <param name="NameEn">The English name.</param>
/// <param name="NameDe">The German name.</param>
public sealed record Holiday(LocalDate Date, string NameEn, string NameDe);

/// <summary>The public holidays of each <see cref="HolidayRegion"/>.</summary>
/// <remarks>
/// The rules are kept for the years from 2010 on; for earlier years they are an approximation. A law that changes
/// later is a new rule here, and <see cref="TableVersion"/> changes with it.
/// </remarks>
public static class PublicHolidays
{
    private const int FirstYear = 1583;
    private const int LastYear = 9997;
    private const int CacheLimit = 1024;

    private static readonly FrozenDictionary<string, HolidayRule[]> Tables =
        GermanAndAustrianHolidays.Tables.Concat(SwissHolidays.Tables).Concat(EnglishSpeakingHolidays.Tables)
            .Append(KeyValuePair.Create<string, HolidayRule[]>(HolidayRegion.None.Code, []))
            .ToFrozenDictionary();

    private static readonly ConcurrentDictionary<(string Region, int Year), HolidayYear> Cache = new();

    private static readonly Lazy<string> Version = new(ComputeVersion);

    /// <summary>
    /// A short text that changes whenever a rule gives other dates than before. Whoever stores an instant computed
    /// with working time stores this beside it and computes again when it differs.
    /// </summary>
    public static string TableVersion => Version.Value;

    /// <summary>The public holidays of a region in a year, in order of date, at most one per date.</summary>
    /// <param name="region">The region.</param>
    /// <param name="year">A year from 1583 (the Gregorian calendar) to 9997.</param>
    /// <returns>Local dates with their names; days on a weekend are included.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside that range.</exception>
    public static IReadOnlyList<Holiday> Of(HolidayRegion region, int year)
    {
        ArgumentNullException.ThrowIfNull(region);
        return YearOf(region, year).Holidays;
    }

    /// <summary>Whether a local date is a public holiday of a region.</summary>
    internal static bool Contains(HolidayRegion region, LocalDate date) =>
        region.HasHolidays && YearOf(region, date.Year).IsHoliday[date.DayOfYear];

    private static HolidayYear YearOf(HolidayRegion region, int year)
    {
        if (Cache.TryGetValue((region.Code, year), out var known)) return known;
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        if (Cache.Count >= CacheLimit) Cache.Clear();
        return Cache[(region.Code, year)] = new HolidayYear(Compute(Tables[region.Code], year));
    }

    private static IReadOnlyList<Holiday> Compute(HolidayRule[] rules, int year)
    {
        // A day in lieu may lie in another year than its holiday: New Year on a Saturday is observed on 31 December.
        var holidays = new SortedDictionary<LocalDate, Holiday>();
        var toReplace = new List<(HolidayRule Rule, LocalDate Date)>();
        foreach (var (rule, date) in DatesAround(rules, year))
        {
            holidays.TryAdd(date, new Holiday(date, rule.NameEn, rule.NameDe));
            if (rule.InLieu != InLieu.None && IsWeekend(date)) toReplace.Add((rule, date));
        }

        foreach (var (rule, date) in toReplace.OrderBy(lost => lost.Date))
        {
            var inLieu = DayInLieu(rule.InLieu, date, holidays.ContainsKey);
            holidays.TryAdd(inLieu, new Holiday(inLieu, $"{rule.NameEn} (day in lieu)", $"{rule.NameDe} (Ersatztag)"));
        }

        return [.. holidays.Values.Where(holiday => holiday.Date.Year == year)];
    }

    private static IEnumerable<(HolidayRule Rule, LocalDate Date)> DatesAround(HolidayRule[] rules, int year) =>
        from rule in rules
        from near in Enumerable.Range(year - 1, 3)
        let date = rule.In(near)
        where date is not null
        select (rule, date.Value);

    private static LocalDate DayInLieu(InLieu inLieu, LocalDate lost, Func<LocalDate, bool> isTaken)
    {
        if (inLieu == InLieu.NearestWeekday) return lost.PlusDays(lost.DayOfWeek == IsoDayOfWeek.Saturday ? -1 : 1);
        do lost = lost.PlusDays(1);
        while (IsWeekend(lost) || isTaken(lost));
        return lost;
    }

    private static bool IsWeekend(LocalDate date) => date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;

    /// <summary>A digest of the dates themselves, so that nobody has to remember to raise a number.</summary>
    private static string ComputeVersion()
    {
        var dates = new StringBuilder();
        foreach (var (code, rules) in Tables.OrderBy(table => table.Key, StringComparer.Ordinal))
        {
            dates.Append(code);
            for (var year = 2010; year <= 2060; year++)
            {
                foreach (var holiday in Compute(rules, year))
                    dates.Append(CultureInfo.InvariantCulture, $" {holiday.Date.Year}-{holiday.Date.DayOfYear}");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dates.ToString())))[..12];
    }

    private sealed class HolidayYear
    {
        public HolidayYear(IReadOnlyList<Holiday> holidays)
        {
            Holidays = holidays;
            foreach (var holiday in holidays) IsHoliday[holiday.Date.DayOfYear] = true;
        }

        public IReadOnlyList<Holiday> Holidays { get; }

        /// <summary>By day of the year, counted from one.</summary>
        public bool[] IsHoliday { get; } = new bool[367];
    }
}
