using AccountNudge.Bot.Hosting;

namespace AccountNudge.Bot.Teams;

/// <summary>The settings under <c>Teams:</c>. Teams is on as soon as there is an app id, or unauthenticated traffic is let in.</summary>
internal sealed record TeamsSettings
{
    /// <summary>The name of the platform.</summary>
    public const string Platform = "teams";

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
    public static TeamsSettings? Read(IConfiguration configuration, bool allowUnauthenticated, ICollection<string> problems)
    {
        var section = configuration.GetSection("Teams");
        var settings = new TeamsSettings
        {
            AppId = Value("AppId"),
            TenantId = Value("TenantId"),
            ClientSecret = Value("ClientSecret"),
            ManagedIdentityClientId = Value("ManagedIdentityClientId"),
            AllowUnauthenticated = allowUnauthenticated,
            OpenIdMetadataUrl = Address("OpenIdMetadataUrl"),
            AuthorityUrl = new Uri(Address("AuthorityUrl").AbsoluteUri.TrimEnd('/') + "/"),
        };
        if (allowUnauthenticated) return settings;
        if ((settings.AppId ?? settings.TenantId ?? settings.ClientSecret ?? settings.ManagedIdentityClientId) is null) return null;
        foreach (var (key, value) in new[] { ("AppId", settings.AppId), ("TenantId", settings.TenantId) })
        {
            if (!Guid.TryParseExact(value, "D", out _)) problems.Add($"Teams needs Teams:{key}, such as 12345678-1234-1234-1234-123456789abc.");
        }

        if (settings.ClientSecret is null == settings.ManagedIdentityClientId is null)
            problems.Add("Teams needs either Teams:ClientSecret or Teams:ManagedIdentityClientId, so that it can speak.");
        return settings;

        string? Value(string key) => section[key]?.Trim() is { Length: > 0 } text ? text : null;

        // An address that makes no sense is named by whoever checks all platforms' addresses.
        Uri Address(string key)
        {
            var usual = PlatformAddress.All.First(address => address.Key == $"Teams:{key}").Usual;
            return Uri.TryCreate(Value(key), UriKind.Absolute, out var address) ? address : new Uri(usual);
        }
    }

    /// <summary>Says nothing of secrets, wherever it may be printed.</summary>
    public override string ToString() => nameof(TeamsSettings);
}
