using System.Collections.Frozen;
using System.Net.Http.Headers;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AccountNudge.Bot.Teams.Tokens;

/// <summary>Whether a request may be from the Bot Framework.</summary>
internal enum Verdict
{
    Accepted,

    /// <summary>No token, or none that is valid: 401.</summary>
    Unauthenticated,

    /// <summary>A valid token that is not for this activity (endorsement, service URL): 403.</summary>
    Forbidden,
}

/// <summary>
/// Checks the token that comes with an activity, as the Bot Framework's original SDK does: microsoft/botbuilder-dotnet,
/// libraries/Microsoft.Bot.Connector/Authentication (AuthenticationConstants.cs, JwtTokenExtractor.cs,
/// ParameterizedBotFrameworkAuthentication.cs). Stricter than it in one thing: a key that endorses no channel at all
/// vouches for none. Whether the tenant is ours is for the intake to say: no token names it.
/// </summary>
internal sealed partial class InboundTokens(TeamsSettings settings, SigningKeys keys, TimeProvider time, ILogger<InboundTokens> logger)
{
    private const string Issuer = "https://api.botframework.com";
    private const string ServiceUrlClaim = "serviceurl";

    /// <summary>How far clocks may disagree.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly FrozenSet<string> Algorithms = FrozenSet.Create("RS256", "RS384", "RS512");

    private readonly JsonWebTokenHandler handler = new();

    /// <summary>Checks the token against the activity it came with.</summary>
    /// <param name="authorization">The header as it came.</param>
    /// <param name="channelId">Of the activity.</param>
    /// <param name="serviceUrl">Of the activity.</param>
    /// <param name="cancellation">Ends the asking.</param>
    public async Task<Verdict> Check(string? authorization, string channelId, string serviceUrl, CancellationToken cancellation)
    {
        if (settings.AllowUnauthenticated && (string.IsNullOrEmpty(authorization) || settings.AppId is null)) return Verdict.Accepted;
        if (settings.AppId is null || Read(authorization) is not { } token) return Refuse(Verdict.Unauthenticated, "no token that can be read");
        if (await keys.Find(token.Kid, cancellation) is not { } key) return Refuse(Verdict.Unauthenticated, "an unknown key");

        var result = await handler.ValidateTokenAsync(token, RulesFor(key));
        if (!result.IsValid) return Refuse(Verdict.Unauthenticated, result.Exception.GetType().Name);
        if (!key.Endorsements.Contains(channelId)) return Refuse(Verdict.Forbidden, "a key that does not vouch for the channel");
        return IsFor(token, serviceUrl) ? Verdict.Accepted : Refuse(Verdict.Forbidden, "a token for another service URL");
    }

    /// <summary>The bearer token, if it might be one of ours at all: keys are asked for only then.</summary>
    private JsonWebToken? Read(string? authorization)
    {
        if (!AuthenticationHeaderValue.TryParse(authorization, out var header) || !header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)) return null;
        try
        {
            var token = handler.ReadJsonWebToken(header.Parameter);
            return Algorithms.Contains(token.Alg) && token.Issuer == Issuer && token.Kid is { Length: > 0 } ? token : null;
        }
        catch (Exception e) when (e is SecurityTokenException or ArgumentException)
        {
            return null;
        }
    }

    private TokenValidationParameters RulesFor(SigningKey key) => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = settings.AppId,
        ValidAlgorithms = Algorithms,
        IssuerSigningKey = key.Key,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        RequireAudience = true,
        LifetimeValidator = (notBefore, expires, _, _) => IsAlive(notBefore, expires),
    };

    private bool IsAlive(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + Skew && (notBefore is not { } start || start - Skew <= now);
    }

    private static bool IsFor(JsonWebToken token, string serviceUrl) =>
        token.TryGetPayloadValue<string>(ServiceUrlClaim, out var claimed) && claimed is { Length: > 0 } && claimed.Equals(serviceUrl, StringComparison.OrdinalIgnoreCase);

    private Verdict Refuse(Verdict verdict, string reason)
    {
        LogRefused(logger, reason);
        return verdict;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A request to the Teams endpoint was refused: it brought {Reason}")]
    private static partial void LogRefused(ILogger logger, string reason);
}
