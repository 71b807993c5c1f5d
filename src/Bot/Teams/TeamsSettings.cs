using AccountNudge.Bot.Hosting;

namespace AccountNudge.Bot.Teams;

/// <summary>The settings under <c>Teams:</c>. Teams is on as soon as there is an app id, or unauthenticated traffic is let in.</summary>
internal sealed record TeamsSettings
{
    /// <summary>The name of the platform.</summary>
    public const string Platform = "teams";
    public const string UsualOpenIdMetadataUrl = "https://login.botframework.com/v1/.well-known/openidconfiguration";
    public const string UsualAuthorityUrl = "https://login.microsoftonline.com/";

    /// <summary>The bot's app id, a GUID; null only when unauthenticated traffic is let in.</summary>
    public string? AppId { get; init; }

    /// <summary>The one tenant the bot serves, a GUID; null only when unauthenticated traffic is let in, and then any.</summary>
    public string? TenantId { get; init; }

    /// <summary>One of this and <see cref="ManagedIdentityClientId"/> gets us tokens.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>The client id of a user-assigned managed identity.</summary>
    public string? ManagedIdentityClientId { get; init; }

    /// <summary>Traffic without a token is let in, and none is sent; loopback only.</summary>
    public bool AllowUnauthenticated { get; init; }

    /// <summary>Where the keys of inbound tokens are found.</summary>
    public required Uri OpenIdMetadataUrl { get; init; }

    /// <summary>Where tokens of our own come from, with a trailing slash.</summary>
    public required Uri AuthorityUrl { get; init; }

    /// <summary>Reads them; null when Teams is off. What is wrong is named in a sentence of its own.</summary>
    public static TeamsSettings? Read(SettingsReader reader)
    {
        var (appId, allowUnauthenticated) = (reader.Text("Teams:AppId"), reader.Flag("Teams:AllowUnauthenticated"));
        if (allowUnauthenticated) reader.RequireLocal("Teams:AllowUnauthenticated");
        var settings = new TeamsSettings
        {
            AppId = appId,
            TenantId = reader.Text("Teams:TenantId"),
            ClientSecret = reader.Text("Teams:ClientSecret"),
            ManagedIdentityClientId = reader.Text("Teams:ManagedIdentityClientId"),
            AllowUnauthenticated = allowUnauthenticated,
            OpenIdMetadataUrl = reader.Address("Teams:OpenIdMetadataUrl", UsualOpenIdMetadataUrl, isInUse: appId is not null),
            AuthorityUrl = new Uri(reader.Address("Teams:AuthorityUrl", UsualAuthorityUrl, isInUse: appId is not null).AbsoluteUri.TrimEnd('/') + "/"),
        };
        if (allowUnauthenticated) return settings;
        if ((settings.AppId ?? settings.TenantId ?? settings.ClientSecret ?? settings.ManagedIdentityClientId) is null) return null;
        foreach (var (key, value) in new[] { ("AppId", settings.AppId), ("TenantId", settings.TenantId) })
        {
            if (!Guid.TryParseExact(value, "D", out _)) reader.Add($"Teams needs Teams:{key}, such as 12345678-1234-1234-1234-123456789abc.");
        }

        if (settings.ClientSecret is null == settings.ManagedIdentityClientId is null)
            reader.Add("Teams needs either Teams:ClientSecret or Teams:ManagedIdentityClientId, so that it can speak.");
        return settings;
    }

    /// <summary>Says nothing of secrets, wherever it may be printed.</summary>
    public override string ToString() => nameof(TeamsSettings);
}
