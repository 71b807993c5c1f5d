using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Import;

/// <summary>Where a team's telephone numbers are written without a country.</summary>
public static class PhoneRegion
{
    /// <summary>The country of its holiday region, else the most likely one of its language; two letters.</summary>
    public static string Of(TeamSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Region.Split('-')[0] is { Length: 2 } country) return country;
        return settings.Language == Language.German ? "DE" : "GB";
    }
}
