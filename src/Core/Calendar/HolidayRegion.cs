using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace AccountNudge.Core.Calendar;

/// <summary>A place with its own law on public holidays: a German Land, a Swiss canton, a country, or none.</summary>
public sealed record HolidayRegion
{
    private static readonly string[] Prefixes =
    [
        "kanton ", "canton of ", "canton de ", "canton du ", "canton ", "cantone ", "republik ", "land ", "freistaat ",
        "freie und hansestadt ", "freie hansestadt ",
    ];

    private HolidayRegion(string code, string nameEn, string nameDe)
    {
        Code = code;
        NameEn = nameEn;
        NameDe = nameDe;
    }

    /// <summary>Every region, German ones first, then Austria, Switzerland, the English-speaking ones, and none.</summary>
    public static IReadOnlyList<HolidayRegion> All { get; } = [.. Rows.Select(row => new HolidayRegion(row.Code, row.En, row.De))];

    /// <summary>No public holidays at all; only weekly hours and closures count.</summary>
    public static HolidayRegion None { get; } = All.Single(region => region.Code == "NONE");

    private static FrozenDictionary<string, HolidayRegion> ByName { get; } = Index();

    /// <summary>The stable code under which the region is stored: <c>DE-BY</c>, <c>AT</c>, <c>CH-ZH</c>, <c>NONE</c>.</summary>
    public string Code { get; }

    /// <summary>The English name.</summary>
    public string NameEn { get; }

    /// <summary>The German name.</summary>
    public string NameDe { get; }

    /// <summary>Whether the region has any holidays.</summary>
    internal bool HasHolidays => Code != "NONE";

    /// <summary>Finds a region by what a person types: a code or a name in English, German or the region's own language.</summary>
    /// <param name="codeOrName">
    /// Case, spaces and punctuation do not matter; <c>ü</c>, <c>ue</c> and <c>u</c> are the same, and so are accents.
    /// </param>
    /// <returns>The region, or <see langword="null"/> when the text names none.</returns>
    public static HolidayRegion? Find(string codeOrName)
    {
        if (string.IsNullOrWhiteSpace(codeOrName)) return null;
        var text = codeOrName.Trim().ToLowerInvariant();
        var prefix = Prefixes.FirstOrDefault(candidate => text.StartsWith(candidate, StringComparison.Ordinal));
        return Look(text) ?? (prefix is null ? null : Look(text[prefix.Length..]));
    }

    private static HolidayRegion? Look(string text) =>
        ByName.GetValueOrDefault(Folded(text, spellOut: true)) ?? ByName.GetValueOrDefault(Folded(text, spellOut: false));

    private static FrozenDictionary<string, HolidayRegion> Index()
    {
        var index = new Dictionary<string, HolidayRegion>();
        foreach (var (region, row) in All.Zip(Rows))
        {
            foreach (var name in row.Others.Split('|', StringSplitOptions.RemoveEmptyEntries).Concat([row.Code, row.En, row.De]))
            {
                index.TryAdd(Folded(name, spellOut: true), region);
                index.TryAdd(Folded(name, spellOut: false), region);
            }
        }

        return index.ToFrozenDictionary();
    }

    /// <summary>Letters and digits only, in lower case, without accents; umlauts spelled out (ue) or bare (u).</summary>
    private static string Folded(string text, bool spellOut)
    {
        // A lone surrogate and U+FFFE cannot be normalised, and no name has one.
        var spelled = string.Concat(text.Where(c => !char.IsSurrogate(c) && c != '\uFFFE')).ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal);
        if (spellOut)
        {
            spelled = spelled.Normalize(NormalizationForm.FormC)
                .Replace("ä", "ae", StringComparison.Ordinal)
                .Replace("ö", "oe", StringComparison.Ordinal)
                .Replace("ü", "ue", StringComparison.Ordinal);
        }

        var folded = new StringBuilder(spelled.Length);
        foreach (var c in spelled.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) folded.Append(c);
        }

        return folded.ToString();
    }

    /// <summary>Code, English name, German name, and other names people use, parted by bars.</summary>
    private static (string Code, string En, string De, string Others)[] Rows =>
    [
        ("DE-BW", "Baden-Württemberg", "Baden-Württemberg", "BaWü"),
        ("DE-BY", "Bavaria", "Bayern", ""),
        ("DE-BE", "Berlin", "Berlin", ""),
        ("DE-BB", "Brandenburg", "Brandenburg", ""),
        ("DE-HB", "Bremen", "Bremen", ""),
        ("DE-HH", "Hamburg", "Hamburg", ""),
        ("DE-HE", "Hesse", "Hessen", ""),
        ("DE-MV", "Mecklenburg-Western Pomerania", "Mecklenburg-Vorpommern", "Meck-Pomm|Mecklenburg"),
        ("DE-NI", "Lower Saxony", "Niedersachsen", ""),
        ("DE-NW", "North Rhine-Westphalia", "Nordrhein-Westfalen", "NRW"),
        ("DE-RP", "Rhineland-Palatinate", "Rheinland-Pfalz", "RLP"),
        ("DE-SL", "Saarland", "Saarland", ""),
        ("DE-SN", "Saxony", "Sachsen", ""),
        ("DE-ST", "Saxony-Anhalt", "Sachsen-Anhalt", ""),
        ("DE-SH", "Schleswig-Holstein", "Schleswig-Holstein", ""),
        ("DE-TH", "Thuringia", "Thüringen", ""),
        ("AT", "Austria", "Österreich", ""),
        ("CH-AG", "Aargau", "Aargau", "Argovia|Argovie"),
        ("CH-AI", "Appenzell Innerrhoden", "Appenzell Innerrhoden", "Appenzell Inner Rhodes|Innerrhoden"),
        ("CH-AR", "Appenzell Ausserrhoden", "Appenzell Ausserrhoden", "Appenzell Outer Rhodes|Ausserrhoden"),
        ("CH-BE", "Bern", "Bern", "Berne"),
        ("CH-BL", "Basel-Landschaft", "Basel-Landschaft", "Baselland|Basel-Country"),
        ("CH-BS", "Basel-Stadt", "Basel-Stadt", "Basel-City|Basel|Bâle|Bâle-Ville"),
        ("CH-FR", "Fribourg", "Freiburg", ""),
        ("CH-GE", "Geneva", "Genf", "Genève"),
        ("CH-GL", "Glarus", "Glarus", ""),
        ("CH-GR", "Grisons", "Graubünden", "Grigioni|Grischun|Bünden"),
        ("CH-JU", "Jura", "Jura", ""),
        ("CH-LU", "Lucerne", "Luzern", ""),
        ("CH-NE", "Neuchâtel", "Neuenburg", ""),
        ("CH-NW", "Nidwalden", "Nidwalden", "Nidwald"),
        ("CH-OW", "Obwalden", "Obwalden", "Obwald"),
        ("CH-SG", "St. Gallen", "St. Gallen", "Sankt Gallen|Saint Gallen|St. Gall"),
        ("CH-SH", "Schaffhausen", "Schaffhausen", ""),
        ("CH-SO", "Solothurn", "Solothurn", "Soleure"),
        ("CH-SZ", "Schwyz", "Schwyz", ""),
        ("CH-TG", "Thurgau", "Thurgau", ""),
        ("CH-TI", "Ticino", "Tessin", ""),
        ("CH-UR", "Uri", "Uri", ""),
        ("CH-VD", "Vaud", "Waadt", ""),
        ("CH-VS", "Valais", "Wallis", ""),
        ("CH-ZG", "Zug", "Zug", ""),
        ("CH-ZH", "Zurich", "Zürich", ""),
        ("GB-ENG", "England and Wales", "England und Wales", "England|Wales|England & Wales|GB-WLS"),
        ("GB-SCT", "Scotland", "Schottland", ""),
        ("IE", "Ireland", "Irland", "Éire|Republic of Ireland"),
        ("US", "United States (federal)", "Vereinigte Staaten (Bund)", "USA|United States|Vereinigte Staaten|US federal|America|Amerika"),
        ("NONE", "No public holidays", "Keine Feiertage", "none|keine|kein|no|ohne|no holidays|keiner"),
    ];
}
