using AccountNudge.Bot.Platforms;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace AccountNudge.Bot.Teams.Api;

/// <summary>
/// Tokens that let us speak: by the app's secret from the authority, or by the machine's identity from the machine
/// (learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication). Microsoft.Identity.Client keeps
/// them until shortly before they end. When none can be had, nobody asks again for a while.
/// </summary>
internal sealed partial class AccessTokens : IDisposable
{
    /// <summary>The resource the tokens are for.</summary>
    private const string Resource = "https://api.botframework.com";

    /// <summary>Real time from one exchange of a refused token to the next: a Connector that refuses them all must not send us to the authority at each call.</summary>
    private static readonly TimeSpan BetweenExchanges = TimeSpan.FromMinutes(1);

    /// <summary>Real time that the authority has to answer.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly TimeProvider time;
    private readonly ILogger<AccessTokens> logger;
    private readonly HttpClient http;
    private readonly Func<bool, CancellationToken, Task<AuthenticationResult>>? acquire;
    private readonly SemaphoreSlim oneByOne = new(1);
    private int failures;
    private (long Since, TimeSpan Span)? pause;
    private long? exchangedAt;

    public AccessTokens(TeamsSettings settings, TimeProvider time, ILogger<AccessTokens> logger)
        : this(settings, PlatformHttp.Handler(), time, logger)
    {
    }

    /// <summary>With any HTTP handler, for tests.</summary>
    internal AccessTokens(TeamsSettings settings, HttpMessageHandler handler, TimeProvider time, ILogger<AccessTokens> logger)
    {
        (this.time, this.logger) = (time, logger);
        http = new HttpClient(handler) { Timeout = Limit };
        acquire = settings switch
        {
            { AllowUnauthenticated: true } => null,
            { ClientSecret: { } secret } => BySecret(settings, secret),
            { ManagedIdentityClientId: { } identity } => ByMachine(identity),
            _ => throw new InvalidOperationException("Teams needs either a client secret or a managed identity, so that it can speak."),
        };
    }

    /// <summary>A token for the Connector; neither token nor hindrance where none is sent. Never throws for anything the authority or the network does.</summary>
    /// <param name="refused">The token the Connector has just refused, which is exchanged; null at first.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<(string? Token, CallResult.Later? Failure)> Get(string? refused, CancellationToken cancellation)
    {
        if (acquire is null) return (null, null);
        await oneByOne.WaitAsync(cancellation);
        try
        {
            if (Remaining is { } wait) return (null, new CallResult.Later(wait));
            var token = (await acquire(false, cancellation)).AccessToken;
            if (token == refused) token = await Exchange(refused, cancellation);
            if (token is null) return (null, new CallResult.Later(Duration.FromTimeSpan(BetweenExchanges)));
            failures = 0;
            return (token, null);
        }
        catch (Exception e) when (e is MsalException or HttpRequestException or IOException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            LogFailed(logger, (e as MsalException)?.ErrorCode ?? e.GetType().Name);
            return (null, Pause());
        }
        finally
        {
            oneByOne.Release();
        }
    }

    public void Dispose()
    {
        http.Dispose();
        oneByOne.Dispose();
    }

    private Duration? Remaining =>
        pause is { } current && current.Span - time.GetElapsedTime(current.Since) is var left && left > TimeSpan.Zero ? Duration.FromTimeSpan(left) : null;

    /// <summary>Another token; null when there is none, or one was exchanged a moment ago.</summary>
    private async Task<string?> Exchange(string refused, CancellationToken cancellation)
    {
        if (exchangedAt is { } before && time.GetElapsedTime(before) < BetweenExchanges) return null;
        exchangedAt = time.GetTimestamp();
        var token = (await acquire!(true, cancellation)).AccessToken;
        return token == refused ? null : token;
    }

    private CallResult.Later Pause()
    {
        var wait = BackOff.After(++failures);
        pause = (time.GetTimestamp(), wait.ToTimeSpan());
        return new CallResult.Later(wait);
    }

    /// <summary>
    /// The authority is taken as it was set: no list of known authorities is asked for it
    /// (learn.microsoft.com/entra/msal/dotnet/advanced/custom-authority-aliases). It must be https, or the library refuses it.
    /// </summary>
    private Func<bool, CancellationToken, Task<AuthenticationResult>> BySecret(TeamsSettings settings, string secret)
    {
        var app = ConfidentialClientApplicationBuilder.Create(settings.AppId)
            .WithClientSecret(secret)
            .WithAuthority(new Uri(settings.AuthorityUrl, settings.TenantId).AbsoluteUri, validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(new Clients(http), retryOnceOn5xx: false)
            .Build();
        return (anew, cancellation) => app.AcquireTokenForClient([$"{Resource}/.default"]).WithForceRefresh(anew).ExecuteAsync(cancellation);
    }

    private Func<bool, CancellationToken, Task<AuthenticationResult>> ByMachine(string identity)
    {
        var app = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(identity))
            .WithHttpClientFactory(new Clients(http), retryOnceOn5xx: false)
            .Build();
        return (anew, cancellation) => app.AcquireTokenForManagedIdentity(Resource).WithForceRefresh(anew).ExecuteAsync(cancellation);
    }

    private sealed class Clients(HttpClient http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No token to speak to Teams with could be had ({Error})")]
    private static partial void LogFailed(ILogger logger, string error);
}
