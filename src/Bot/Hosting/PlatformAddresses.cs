namespace AccountNudge.Bot.Hosting;

/// <summary>One outside address the bot speaks to.</summary>
/// <param name="Key">The setting that names it.</param>
/// <param name="Usual">Where it is unless the setting says otherwise.</param>
/// <param name="InUseWith">Once any of these settings has a value, the bot speaks to it.</param>
internal sealed record PlatformAddress(string Key, string Usual, IReadOnlyList<string> InUseWith)
{
    /// <summary>
    /// Every one there is. The local page exists only while all in use are loopback, so a platform that speaks to
    /// another address adds its line here.
    /// </summary>
    public static IReadOnlyList<PlatformAddress> All { get; } =
    [
        new("Slack:ApiUrl", "https://slack.com/api/", SlackSecrets),
        new("Teams:OpenIdMetadataUrl", "https://login.botframework.com/v1/.well-known/openidconfiguration", ["Teams:AppId"]),
        new("Teams:AuthorityUrl", "https://login.microsoftonline.com/", ["Teams:AppId"]),
    ];

    private static string[] SlackSecrets =>
        ["Slack:BotToken", "Slack:AppToken", "Slack:SigningSecret", "Slack:ClientId", "Slack:ClientSecret"];

    /// <summary>Whether this configuration makes the bot speak to it.</summary>
    public bool IsInUse(IConfiguration configuration) => InUseWith.Any(key => !string.IsNullOrWhiteSpace(configuration[key]));
}
