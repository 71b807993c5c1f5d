namespace AccountNudge.Manifest;

/// <summary>What differs from one installation to the next, as given to <c>./run manifest</c>.</summary>
/// <param name="Fillings">By the placeholder they take the place of in the manifest, without its braces.</param>
/// <param name="Out">The file to write.</param>
internal sealed record Particulars(IReadOnlyDictionary<string, string> Fillings, string Out)
{
    public const string Help = """
        ./run manifest --app-id=GUID   packs the app that is uploaded to Teams
            --out=FILE                 where to, instead of accountnudge-teams.zip
            --company=NAME             who runs it, as Teams shows it under the app's name
            --website=URL              where colleagues find help with it
            --privacy=URL, --terms=URL your privacy notice and terms of use, instead of the website
        """;

    /// <summary>A developer's name, as Teams takes it (MicrosoftTeams.schema.json, v1.30).</summary>
    private const int LongestCompany = 32;

    /// <summary>Nobody's: names in <c>example.com</c> are reserved (RFC 2606).</summary>
    private const string NoWebsite = "https://accountnudge.example.com";

    private static readonly string[] Keys = ["app-id", "out", "company", "website", "privacy", "terms"];

    /// <summary>Reads the arguments; either they make sense or every problem is named in a sentence of its own.</summary>
    public static (Particulars? Particulars, IReadOnlyList<string> Problems) Read(IEnumerable<string> arguments)
    {
        var problems = new List<string>();
        var given = Given(arguments, problems);
        if (!Guid.TryParseExact(given.GetValueOrDefault("app-id"), "D", out var appId) || appId == Guid.Empty)
            problems.Add("The manifest needs --app-id=GUID, the bot's app id, such as 12345678-1234-1234-1234-123456789abc.");
        var company = given.GetValueOrDefault("company", "AccountNudge").Trim();
        if (company.Length is 0 or > LongestCompany) problems.Add($"--company must be a name of at most {LongestCompany} characters.");
        var website = Address("website", NoWebsite);
        var fillings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["APP_ID"] = appId.ToString("D"),
            ["COMPANY"] = company,
            ["WEBSITE"] = website,
            ["PRIVACY"] = Address("privacy", website),
            ["TERMS"] = Address("terms", website),
        };
        return problems.Count == 0 ? (new(fillings, given.GetValueOrDefault("out", "accountnudge-teams.zip")), []) : (null, problems);

        string Address(string key, string otherwise)
        {
            if (!given.TryGetValue(key, out var address)) return otherwise;
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps) problems.Add($"--{key} must be an address such as https://www.example.com/accountnudge.");
            return address;
        }
    }

    private static Dictionary<string, string> Given(IEnumerable<string> arguments, List<string> problems)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var argument in arguments)
        {
            if (argument.Split('=', 2) is [['-', '-', .. var key], { Length: > 0 } value] && Keys.Contains(key)) given[key] = value;
            else problems.Add($"\"{argument}\" is not understood; ./run manifest --help lists what is.");
        }

        return given;
    }
}
