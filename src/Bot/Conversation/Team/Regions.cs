using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Calendar;
using FuzzySharp;

namespace AccountNudge.Bot.Conversation.Team;

/// <summary>Holiday regions in the reader's language, likely ones, and ones that look like what was typed.</summary>
internal static class Regions
{
    private const int LikeEnough = 65;
    private const int MostSuggestions = 3;

    private static readonly Dictionary<string, string[]> ByCountry = new(StringComparer.Ordinal)
    {
        ["DE"] = ["DE-BY", "DE-BE", "DE-NW", "DE-HE", "DE-HH"],
        ["AT"] = ["AT"],
        ["CH"] = ["CH-ZH", "CH-BE", "CH-BS", "CH-LU", "CH-SG"],
        ["GB"] = ["GB-ENG", "GB-SCT"],
        ["IE"] = ["IE"],
        ["US"] = ["US"],
    };

    /// <summary>The few that someone in this zone, or with this locale, most likely means.</summary>
    public static IReadOnlyList<HolidayRegion> Likely(string zone, string? locale) =>
        Zones.Country(zone, locale) is { } country && ByCountry.TryGetValue(country, out var codes) ? [.. codes.Select(code => HolidayRegion.Find(code)!)] : [];

    /// <summary>The settings with this region; where the zone is a guess and the region lies in one zone, that is answered with it.</summary>
    public static TeamSettings Answer(TeamSettings settings, HolidayRegion region)
    {
        var answered = settings with { Region = region.Code, RegionAsked = true };
        return settings.ZoneIsGuess && Zones.Of(region) is { } zone ? answered with { Zone = zone, ZoneIsGuess = false } : answered;
    }

    /// <summary>Its name, in both languages.</summary>
    public static Text Name(HolidayRegion region) => new($"{region.NameEn}", $"{region.NameDe}");

    /// <summary>Regions whose name looks like what was typed, best first.</summary>
    public static IReadOnlyList<HolidayRegion> Like(string typed)
    {
        var folded = TextFolding.Of(typed.Length > 60 ? typed[..60] : typed);
        return [.. HolidayRegion.All.Where(region => region != HolidayRegion.None)
            .Select(region => (Region: region, Score: Math.Max(Fuzz.Ratio(folded, TextFolding.Of(region.NameEn)), Fuzz.Ratio(folded, TextFolding.Of(region.NameDe)))))
            .Where(pair => pair.Score >= LikeEnough).OrderByDescending(pair => pair.Score).Take(MostSuggestions).Select(pair => pair.Region)];
    }
}
