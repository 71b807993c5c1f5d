using AccountNudge.Core.Calendar;
using NodaTime.TimeZones;

namespace AccountNudge.Core.Accounts;

/// <summary>Where a team's telephone numbers are written without a country.</summary>
public static class PhoneRegion
{
    /// <summary>The country of its holidays, else that of its zone; two letters.</summary>
    public static string Of(TeamSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var region = HolidayRegion.Find(settings.Region);
        if (region is not null && region.Code != "NONE") return region.Code[..2];
        return TzdbDateTimeZoneSource.Default.ZoneLocations?.FirstOrDefault(place => place.ZoneId == settings.Zone)?.CountryCode ?? "DE";
    }
}
