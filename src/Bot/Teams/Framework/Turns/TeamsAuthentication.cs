using System.Security.Claims;
using AccountNudge.Bot.Teams.Tokens;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Schema = Microsoft.Bot.Schema;

namespace AccountNudge.Bot.Teams.Framework.Turns;

/// <summary>
/// Who may say something to the bot, and with what the bot speaks. The library's own check answers most invalid tokens with an error of
/// ours, takes tokens that name no key or no service, and knows neither our tenant nor where we may speak; so the check is
/// <see cref="InboundTokens"/>.
/// </summary>
internal sealed class TeamsAuthentication(TeamsSettings settings, InboundTokens tokens, ConnectorApi api) : BotFrameworkAuthentication
{
    /// <summary>The bot itself, as the library knows it.</summary>
    public ClaimsIdentity Identity { get; } = new([new Claim(AuthenticationConstants.AudienceClaim, settings.AppId ?? "")], "Bot");

    /// <exception cref="ActivityRejectedException">It is rejected.</exception>
    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Schema.Activity activity, string? authHeader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        switch (await tokens.Check(authHeader, activity.ChannelId ?? "", activity.ServiceUrl ?? "", cancellationToken))
        {
            case Verdict.Unauthenticated:
                throw new ActivityRejectedException(StatusCodes.Status401Unauthorized, "its token is not valid");
            case Verdict.Forbidden:
                throw new ActivityRejectedException(StatusCodes.Status403Forbidden, "its token is for something else");
        }

        if (settings.TenantId is { } tenant && !string.Equals(Activity.TenantOf(activity), tenant, StringComparison.OrdinalIgnoreCase))
            throw new ActivityRejectedException(StatusCodes.Status403Forbidden, "it is of another tenant");
        if (!api.IsAllowed(activity.ServiceUrl ?? "")) throw new ActivityRejectedException(StatusCodes.Status403Forbidden, "its service is none that we speak to");
        return new AuthenticateRequestResult { ClaimsIdentity = Identity, ConnectorFactory = api };
    }

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => api;

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) => Task.FromResult<UserTokenClient>(new NoUserTokens());

    /// <summary>Streaming is not mapped: activities come over HTTP only.</summary>
    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(string authHeader, string channelIdHeader, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>The bot signs nobody in: it has no permissions beyond the chat (decision 7).</summary>
    private sealed class NoUserTokens : UserTokenClient
    {
        public override Task<TokenResponse> GetUserTokenAsync(string userId, string connectionName, string channelId, string magicCode, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task<SignInResource> GetSignInResourceAsync(string connectionName, Schema.Activity activity, string finalRedirect, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task SignOutUserAsync(string userId, string connectionName, string channelId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task<TokenStatus[]> GetTokenStatusAsync(string userId, string channelId, string includeFilter, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task<Dictionary<string, TokenResponse>> GetAadTokensAsync(string userId, string connectionName, string[] resourceUrls, string channelId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task<TokenResponse> ExchangeTokenAsync(string userId, string connectionName, string channelId, TokenExchangeRequest exchangeRequest, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
