using AccountNudge.Bot.Hosting;

namespace AccountNudge.Bot.Slack;

/// <summary>The settings under <c>Slack:</c>. Slack is on as soon as any of its secrets is set.</summary>
internal sealed record SlackSettings
{
    /// <summary>The name of the platform.</summary>
    public const string Platform = "slack";
    private static readonly Uri UsualApiUrl = new("https://slack.com/api/");

    /// <summary>The Web API's base address, with a trailing slash.</summary>
    public required Uri ApiUrl { get; init; }

    /// <summary>The one workspace's bot token; null when workspaces install by OAuth.</summary>
    public string? BotToken { get; init; }

    /// <summary>Turns Socket Mode on.</summary>
    public string? AppToken { get; init; }

    /// <summary>Turns the signed HTTP endpoints on.</summary>
    public string? SigningSecret { get; init; }

    /// <summary>With <see cref="ClientSecret"/>: other workspaces may install the app.</summary>
    public string? ClientId { get; init; }

    public string? ClientSecret { get; init; }

    /// <summary>Where the bot is reached from outside, with a trailing slash: people come back there from Slack when they install it.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The slash command, as in the manifest.</summary>
    public required string Command { get; init; }

    /// <summary>Reads them; null when Slack is off. What is wrong is named in a sentence of its own.</summary>
    public static SlackSettings? Read(SettingsReader reader)
    {
        var settings = new SlackSettings
        {
            ApiUrl = UsualApiUrl,
            BotToken = reader.Text("Slack:BotToken"),
            AppToken = reader.Text("Slack:AppToken"),
            SigningSecret = reader.Text("Slack:SigningSecret"),
            ClientId = reader.Text("Slack:ClientId"),
            ClientSecret = reader.Text("Slack:ClientSecret"),
            PublicUrl = Uri.TryCreate(reader.Text("Slack:PublicUrl")?.TrimEnd('/') + "/", UriKind.Absolute, out var address) ? address : null,
            Command = reader.Text("Slack:Command") ?? "/nudge",
        };
        settings = settings with { ApiUrl = new Uri(reader.Address("Slack:ApiUrl", UsualApiUrl.AbsoluteUri, settings.IsOn).AbsoluteUri.TrimEnd('/') + "/") };
        if (!settings.IsOn) return null;
        if (settings.AppToken is null && settings.SigningSecret is null)
            reader.Add("Slack needs Slack:AppToken (Socket Mode) or Slack:SigningSecret (HTTP), so that it can hear what people say.");
        if (settings.BotToken is null && settings.ClientId is null)
            reader.Add("Slack needs Slack:BotToken (one workspace) or Slack:ClientId and Slack:ClientSecret (many), so that it can speak.");
        if (settings.ClientId is null != settings.ClientSecret is null)
            reader.Add("Slack:ClientId and Slack:ClientSecret belong together: set both or neither.");
        if (settings.ClientId is not null && !settings.IsReachable)
            reader.Add("Slack:ClientId needs Slack:PublicUrl, the https address at which this bot is reached from outside, such as https://bot.example.com (http only on this machine).");
        if (!settings.Command.StartsWith('/') || settings.Command.Any(char.IsWhiteSpace))
            reader.Add($"Slack:Command must be a slash command such as /nudge, not \"{settings.Command}\".");
        return settings;
    }

    private bool IsOn => (BotToken ?? AppToken ?? SigningSecret ?? ClientId ?? ClientSecret) is not null;

    private bool IsReachable => PublicUrl is { Query: "", Fragment: "", UserInfo: "" } address && (address.Scheme == "https" || (address.Scheme == "http" && Loopback.IsLoopback(address)));

    /// <summary>Says nothing of secrets, wherever it may be printed.</summary>
    public override string ToString() => nameof(SlackSettings);
}
