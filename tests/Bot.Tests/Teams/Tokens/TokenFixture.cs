using System.Text.Json.Nodes;
using AccountNudge.Bot.Teams;
using AccountNudge.Bot.Teams.Tokens;
using AccountNudge.Bot.Tests.Slack.Outbound;
using AccountNudge.Testing.Teams;
using Microsoft.Extensions.Logging.Abstractions;

namespace AccountNudge.Bot.Tests.Teams.Tokens;

/// <summary>Our check of inbound tokens, and who issues them. Time runs, and can be put forward.</summary>
internal sealed class TokenFixture : IAsyncDisposable
{
    public const string AppId = "12345678-1234-1234-1234-123456789abc";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    private readonly SigningKeys keys;

    private TokenFixture(FakeIssuer issuer, HttpMessageHandler way, TeamsSettings settings, TimeSpan? limit, TimeSpan? patience)
    {
        Issuer = issuer;
        keys = new SigningKeys(settings, way, Time, NullLogger<SigningKeys>.Instance) { Limit = limit ?? TimeSpan.FromSeconds(30), Patience = patience ?? TimeSpan.FromSeconds(30) };
        Tokens = new InboundTokens(settings, keys, Time, NullLogger<InboundTokens>.Instance);
    }

    public FakeIssuer Issuer { get; }

    public MovedTime Time { get; } = new();

    public InboundTokens Tokens { get; }

    /// <param name="appId">Ours.</param>
    /// <param name="allowUnauthenticated">Traffic without tokens is let in.</param>
    /// <param name="metadataUrl">The issuer's own unless told otherwise; whatever it is, it leads there.</param>
    /// <param name="limit">How long keys may take.</param>
    /// <param name="patience">How long whoever has a known key waits for them.</param>
    public static async Task<TokenFixture> Build(string? appId = AppId, bool allowUnauthenticated = false, string? metadataUrl = null, TimeSpan? limit = null, TimeSpan? patience = null)
    {
        var issuer = await FakeIssuer.Start();
        var settings = new TeamsSettings
        {
            AppId = appId,
            AllowUnauthenticated = allowUnauthenticated,
            OpenIdMetadataUrl = metadataUrl is null ? issuer.MetadataUrl : new Uri(metadataUrl),
            AuthorityUrl = new Uri("https://127.0.0.1/"),
        };
        return new TokenFixture(issuer, metadataUrl is null ? new SocketsHttpHandler() : issuer.Way(), settings, limit, patience);
    }

    /// <summary>What a proper token says, before a test spoils it.</summary>
    public JsonObject Claims() => FakeIssuer.ClaimsFor(AppId, ServiceUrl, Time.GetUtcNow());

    public string Token() => Issuer.Sign(Claims());

    /// <summary>A proper token but for one claim; null takes it away.</summary>
    public string With(string claim, JsonNode? value)
    {
        var claims = Claims();
        claims.Remove(claim);
        if (value is not null) claims[claim] = value;
        return Issuer.Sign(claims);
    }

    /// <summary>A moment near now, as claims tell it.</summary>
    public JsonNode In(double minutes) => Time.GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds();

    public Task<Verdict> Check(string token, string channelId = "msteams", string serviceUrl = ServiceUrl) => Tokens.Check($"Bearer {token}", channelId, serviceUrl, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        keys.Dispose();
        await Issuer.DisposeAsync();
    }
}
