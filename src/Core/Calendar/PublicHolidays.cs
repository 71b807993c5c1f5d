using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PublicHoliday;

namespace AccountNudge.Core.Calendar;

/// <summary>The public holidays of each <see cref="HolidayRegion"/>: whole local dates without working time.</summary>
/// <remarks>
/// The days come from the package PublicHoliday, put right by <see cref="HolidayCorrections"/>. They are checked against
/// the laws for the years from 2010 on; for earlier years they are an approximation. A holiday on a weekend stays listed on
/// its own day, and the day given in its place is listed beside it.
/// </remarks>
public static class PublicHolidays
{
    private const int FirstYear = 1583;
    private const int LastYear = 9997;
    private const int CacheLimit = 1024;
    private static readonly ConcurrentDictionary<(string Region, int Year), HashSet<LocalDate>> Cache = new();
    private static readonly Lazy<string> Version = new(ComputeVersion);

    /// <summary>
    /// A short text that changes whenever a rule gives other dates than before. Whoever stores an instant computed
    /// with working time stores this beside it and computes again when it differs.
    /// </summary>
    public static string TableVersion => Version.Value;

    /// <summary>The public holidays of a region in a year, in order.</summary>
    /// <param name="region">The region.</param>
    /// <param name="year">A year from 1583 (the Gregorian calendar) to 9997.</param>
    /// <returns>Local dates, each once; days on a weekend are included.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside that range.</exception>
    public static IReadOnlyList<LocalDate> Of(HolidayRegion region, int year)
    {
        ArgumentNullException.ThrowIfNull(region);
        return [.. YearOf(region.Code, year).Order()];
    }

    /// <summary>Whether a local date is a public holiday of a region.</summary>
    internal static bool Contains(HolidayRegion region, LocalDate date) =>
        region.HasHolidays && YearOf(region.Code, date.Year).Contains(date);

    private static HashSet<LocalDate> YearOf(string region, int year)
    {
        if (Cache.TryGetValue((region, year), out var known)) return known;
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        if (Cache.Count >= CacheLimit) Cache.Clear();
        return Cache[(region, year)] = Compute(region, year);
    }

    private static HashSet<LocalDate> Compute(string region, int year)
    {
        if (CalendarOf(region) is not { } calendar) return [];
        // The year after as well: New Year on a Saturday is observed in the United States on 31 December.
        var dates = calendar.PublicHolidaysInformation(year).Concat(calendar.PublicHolidaysInformation(year + 1))
            .SelectMany(holiday => new[] { holiday.HolidayDate, holiday.ObservedDate })
            .Select(LocalDate.FromDateTime).Where(date => date.Year == year);
        return [.. HolidayCorrections.Apply(region, year, dates)];
    }

    private static PublicHolidayBase? CalendarOf(string region) => region.Split('-') switch
    {
        ["DE", var land] => new GermanPublicHoliday { State = Enum.Parse<GermanPublicHoliday.States>(land) },
        ["AT"] => new AustriaPublicHoliday(),
        ["CH", var canton] => new SwitzerlandPublicHoliday { Canton = Enum.Parse<SwitzerlandPublicHoliday.Cantons>(canton) },
        ["GB", "ENG"] => new UKBankHoliday(UKBankHoliday.UkCountries.England),
        ["GB", "SCT"] => new UKBankHoliday(UKBankHoliday.UkCountries.Scotland),
        ["IE"] => new IrelandPublicHoliday(),
        ["US"] => new USAPublicHoliday(),
        _ => null,
    };

    /// <summary>A digest of the dates themselves, so that nobody has to remember to raise a number.</summary>
    private static string ComputeVersion()
    {
        var dates = new StringBuilder();
        foreach (var region in HolidayRegion.All.Select(region => region.Code).Order(StringComparer.Ordinal))
        {
            dates.Append(region);
            for (var year = 2010; year <= 2060; year++)
            {
                foreach (var date in Compute(region, year).Order())
                    dates.Append(CultureInfo.InvariantCulture, $" {date.Year}-{date.DayOfYear}");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dates.ToString())))[..12];
    }
}
