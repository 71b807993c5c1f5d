using System.Collections.Frozen;
using AccountNudge.Core.Calendar;
using NodaTime.TimeZones;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>Time zones as people name them: by id, or by a city.</summary>
internal static class Zones
{
    private static readonly TzdbDateTimeZoneSource Source = TzdbDateTimeZoneSource.Default;

    /// <summary>Zones and the cities in them that have no zone of their own.</summary>
    private static readonly (string Id, string Cities)[] MoreCities =
    [
        ("Europe/Berlin", "München|Munich|Hamburg|Köln|Cologne|Frankfurt|Stuttgart|Düsseldorf|Leipzig|Dresden|Hannover|Nürnberg|Bremen|Essen|Dortmund|Deutschland|Germany"),
        ("Europe/Vienna", "Wien|Graz|Salzburg|Linz|Innsbruck|Österreich|Austria"),
        ("Europe/Zurich", "Zürich|Genf|Geneva|Basel|Bern|Luzern|Lucerne|Lausanne|St. Gallen|Schweiz|Switzerland"),
        ("Europe/London", "Manchester|Birmingham|Edinburgh|Glasgow|Cardiff|Leeds|England|Scotland|UK"),
        ("Europe/Dublin", "Cork|Ireland|Irland"),
        ("Europe/Rome", "Rom|Mailand|Milan"),
        ("Europe/Paris", "Lyon|Marseille"),
        ("Europe/Brussels", "Brüssel"),
        ("Europe/Copenhagen", "Kopenhagen"),
        ("Europe/Prague", "Prag"),
        ("Europe/Warsaw", "Warschau"),
        ("Europe/Luxembourg", "Luxemburg"),
        ("Europe/Lisbon", "Lissabon"),
        ("Europe/Madrid", "Barcelona"),
        ("America/New_York", "Boston|Washington|Miami|Atlanta|Philadelphia"),
        ("America/Chicago", "Dallas|Houston|Austin"),
        ("America/Los_Angeles", "San Francisco|Seattle|San Diego"),
        ("Asia/Kolkata", "Mumbai|Delhi|Bangalore"),
    ];

    /// <summary>Countries whose public holidays we know, with their zones, likeliest first.</summary>
    private static readonly (string Country, string[] Ids)[] KnownCountries =
    [
        ("DE", ["Europe/Berlin"]),
        ("AT", ["Europe/Vienna"]),
        ("CH", ["Europe/Zurich"]),
        ("GB", ["Europe/London"]),
        ("IE", ["Europe/Dublin"]),
        ("US", ["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"]),
    ];

    private static readonly (string English, string German)[] CityNames =
    [
        ("Vienna", "Wien"), ("Zurich", "Zürich"), ("Rome", "Rom"), ("Brussels", "Brüssel"), ("Copenhagen", "Kopenhagen"), ("Prague", "Prag"), ("Warsaw", "Warschau"),
        ("Luxembourg", "Luxemburg"), ("Athens", "Athen"),
    ];

    private static readonly FrozenDictionary<string, string> ByName = Index();
    private static readonly FrozenDictionary<string, string> Countries = Source.ZoneLocations!.DistinctBy(place => place.ZoneId).ToFrozenDictionary(place => place.ZoneId, place => place.CountryCode);

    /// <summary>The zone's id; null when nothing is known by that name.</summary>
    public static string? Find(string typed) =>
        DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => id.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase)) ?? ByName.GetValueOrDefault(Key(typed));

    /// <summary>The country a zone lies in, such as <c>DE</c>; else the one of a locale such as <c>de-AT</c>.</summary>
    public static string? Country(string zone, string? locale)
    {
        if (Countries.TryGetValue(zone, out var country)) return country;
        return Locales.Country(locale);
    }

    /// <summary>The best guess for someone whose platform tells no zone; UTC when their locale hints at none.</summary>
    public static DateTimeZone Guess(string? locale) => Of(Locales.Country(locale)) is [var likeliest, ..] ? DateTimeZoneProviders.Tzdb[likeliest] : DateTimeZone.Utc;

    /// <summary>The one zone in which a holiday region lies; null when there are several, or it is nowhere.</summary>
    public static string? Of(HolidayRegion region) => Of(CountryOf(region)) is [var only] ? only : null;

    /// <summary>The few that a team most likely means: those of its country, else one of each country we know.</summary>
    public static IReadOnlyList<string> Likely(HolidayRegion region, string zone, string? locale)
    {
        if (Of(CountryOf(region)) is { Count: > 0 } ofRegion) return ofRegion;
        return Of(Country(zone, locale)) is { Count: > 0 } ofCountry ? ofCountry : [.. KnownCountries.Select(known => known.Ids[0])];
    }

    /// <summary>The city that a zone is named after.</summary>
    public static Text City(string id)
    {
        var city = id.Split('/')[^1].Replace('_', ' ');
        var german = CityNames.FirstOrDefault(names => names.English == city).German;
        return new($"{city}", $"{german ?? city}");
    }

    private static string CountryOf(HolidayRegion region) => region.Code.Split('-')[0];

    /// <summary>The zones of a country: of one we know, or one that lies in a single zone.</summary>
    private static IReadOnlyList<string> Of(string? country)
    {
        var known = KnownCountries.FirstOrDefault(known => known.Country == country).Ids;
        return known ?? (Source.ZoneLocations!.Where(place => place.CountryCode == country).Take(2).ToList() is [var only] ? [only.ZoneId] : []);
    }

    private static FrozenDictionary<string, string> Index()
    {
        var index = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in DateTimeZoneProviders.Tzdb.Ids) index.TryAdd(Key(id), id);
        foreach (var (id, cities) in MoreCities)
        {
            foreach (var city in cities.Split('|')) index.TryAdd(Key(city), id);
        }

        foreach (var place in Source.ZoneLocations!) index.TryAdd(Key(place.ZoneId.Split('/')[^1]), place.ZoneId);
        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Key(string text) => string.Join(' ', TextFolding.Words(text));
}
