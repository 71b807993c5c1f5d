using System.Collections.Frozen;
using AccountNudge.Core.Texts;
using NodaTime;
using NodaTime.TimeZones;

namespace AccountNudge.Bot.Conversation.Team;

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

    private static readonly FrozenDictionary<string, string> ByName = Index();
    private static readonly FrozenDictionary<string, string> Countries = Source.ZoneLocations!.DistinctBy(place => place.ZoneId).ToFrozenDictionary(place => place.ZoneId, place => place.CountryCode);

    /// <summary>The zone's id; null when nothing is known by that name.</summary>
    public static string? Find(string typed) =>
        DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => id.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase)) ?? ByName.GetValueOrDefault(Key(typed));

    /// <summary>The country a zone lies in, such as <c>DE</c>; else the one of a locale such as <c>de-AT</c>.</summary>
    public static string? Country(string zone, string? locale)
    {
        if (Countries.TryGetValue(zone, out var country)) return country;
        return locale?.Split('-', '_') is [_, .., { Length: 2 } named] ? named.ToUpperInvariant() : null;
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

    private static string Key(string text) => string.Join(' ', Grammar.Fold.Words(text));
}
