using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AccountNudge.Core.Storage;

/// <summary>
/// How NodaTime's types lie in both databases: instants as UTC timestamps in whole seconds (so that SQLite's text sorts),
/// dates and times as the provider's own, zones by IANA id, a day of the year as <c>MM-dd</c>.
/// </summary>
public static class NodaTimeConversions
{
    /// <summary>Registers the conversions for every property of these types.</summary>
    public static void UseNodaTime(this ModelConfigurationBuilder configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        configuration.Properties<Instant>().HaveConversion<InstantConverter>();
        configuration.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        configuration.Properties<LocalTime>().HaveConversion<LocalTimeConverter>();
        configuration.Properties<DateTimeZone>().HaveConversion<ZoneConverter>();
        configuration.Properties<AnnualDate>().HaveConversion<AnnualDateConverter>();
    }

    private sealed class InstantConverter() : ValueConverter<Instant, DateTime>(
        instant => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds()).ToDateTimeUtc(),
        stored => Instant.FromDateTimeUtc(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

    private sealed class LocalDateConverter() : ValueConverter<LocalDate, DateOnly>(
        date => date.ToDateOnly(),
        stored => LocalDate.FromDateOnly(stored));

    private sealed class LocalTimeConverter() : ValueConverter<LocalTime, TimeOnly>(
        time => time.ToTimeOnly(),
        stored => LocalTime.FromTimeOnly(stored));

    private sealed class ZoneConverter() : ValueConverter<DateTimeZone, string>(
        zone => zone.Id,
        stored => DateTimeZoneProviders.Tzdb.GetZoneOrNull(stored) ?? DateTimeZone.Utc);

    private sealed class AnnualDateConverter() : ValueConverter<AnnualDate, string>(
        day => Format(day),
        stored => Parse(stored));

    private static string Format(AnnualDate day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month:00}-{day.Day:00}");

    private static AnnualDate Parse(string stored) =>
        new(int.Parse(stored.AsSpan(0, 2), CultureInfo.InvariantCulture), int.Parse(stored.AsSpan(3, 2), CultureInfo.InvariantCulture));
}
