using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Slack.Api;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AccountNudge.Bot.Slack.Installations;

/// <summary>
/// Asks Slack who the settings' bot token is, until Slack answers, and again from time to time: a token that was refused may be
/// accepted later. Its health check is <c>slack-token</c>.
/// </summary>
internal sealed partial class TokenCheck(SlackSettings settings, SlackApi api, SlackInstallations installations, TimeProvider time, ILogger<TokenCheck> logger)
    : BackgroundService, IHealthCheck
{
    private const string Expired = "token_expired";
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private volatile HealthState state = HealthState.Unknown;

    /// <summary>How often in a row Slack said that the token has expired.</summary>
    private int expiries;

    private enum HealthState
    {
        Unknown,
        Accepted,
        Refused,
        Expired,
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(state switch
    {
        HealthState.Accepted => HealthCheckResult.Healthy(),
        HealthState.Unknown => HealthCheckResult.Degraded("Slack has not answered yet."),
        HealthState.Expired => HealthCheckResult.Unhealthy(
            "Slack:BotToken has expired: the app rotates its tokens, and one from the settings is not renewed. Install the app by OAuth (Slack:ClientId), or switch token rotation off."),
        _ => HealthCheckResult.Unhealthy("Slack refuses Slack:BotToken."),
    });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wait = TimeSpan.FromSeconds(1);
        while (!stoppingToken.IsCancellationRequested)
        {
            var answered = await Check(stoppingToken);
            await Task.Delay(answered ? Between : wait, time, stoppingToken);
            wait = answered ? TimeSpan.FromSeconds(1) : wait * 2 < Longest ? wait * 2 : Longest;
        }
    }

    /// <summary>Whether Slack has said anything definite.</summary>
    private async Task<bool> Check(CancellationToken cancellation)
    {
        try
        {
            var began = Instant.FromDateTimeOffset(time.GetUtcNow());
            var answer = await api.CallWith(settings.BotToken, "auth.test", [], cancellation);
            expiries = answer is CallResult.Later { Error: Expired } ? expiries + 1 : 0;
            switch (answer)
            {
                case SlackDone done when OAuthResponse.Identity(done.Body) is { } bot:
                    await installations.Recognise(bot, cancellation);
                    if (state != HealthState.Accepted) LogAccepted(logger, bot.OwnerId);
                    state = HealthState.Accepted;
                    return true;
                case SlackDone:
                    await Refuse("it is not a bot's", began, cancellation);
                    return true;
                case CallResult.Refused refused when SlackReading.IsNoAccess(refused.Error):
                    await Refuse(refused.Error, began, cancellation);
                    return true;
                // Said once, it may be about to be exchanged.
                case CallResult.Later when expiries > 1:
                    await Refuse(Expired, began, cancellation);
                    return true;
                default:
                    return false;
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(logger, e);
            return false;
        }
    }

    private async Task Refuse(string error, Instant began, CancellationToken cancellation)
    {
        await installations.Reject(began, cancellation);
        var refused = error == Expired ? HealthState.Expired : HealthState.Refused;
        if (state != refused) LogRefused(logger, error);
        state = refused;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack:BotToken is the app's in {OwnerId}")]
    private static partial void LogAccepted(ILogger logger, string ownerId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack refuses Slack:BotToken ({Error}): nothing can be said there until the setting is corrected or the app is installed again")]
    private static partial void LogRefused(ILogger logger, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack:BotToken could not be checked")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
