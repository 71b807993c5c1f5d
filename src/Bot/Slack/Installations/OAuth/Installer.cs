using System.Text.Json;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Slack.Api;

namespace AccountNudge.Bot.Slack.Installations.OAuth;

/// <summary>What became of an install.</summary>
internal abstract record InstallOutcome
{
    /// <summary>It is stored.</summary>
    /// <param name="Place">The workspace's or organisation's name.</param>
    /// <param name="AppId">Slack's id of the app.</param>
    /// <param name="WorkspaceId">Null when it is for all of an organisation.</param>
    public sealed record Installed(string Place, string AppId, string? WorkspaceId) : InstallOutcome;

    /// <summary>The code is too old or used.</summary>
    public sealed record Stale : InstallOutcome;

    /// <summary>Slack refused with this word.</summary>
    public sealed record Refused(string Error) : InstallOutcome;

    /// <summary>Slack did not answer; nothing is stored.</summary>
    public sealed record NoAnswer : InstallOutcome;
}

/// <summary>Exchanges the code somebody came back with for a token, and stores it.</summary>
internal sealed partial class Installer(SlackSettings settings, SlackApi api, SlackInstallations installations, TimeProvider time, ILogger<Installer> logger)
{
    private const int Attempts = 4;

    /// <summary>Where Slack sends people back to: the same when asking for the code and when exchanging it.</summary>
    public string RedirectUri => new Uri(settings.PublicUrl!, "slack/oauth/callback").AbsoluteUri;

    /// <summary>Exchanges a code and stores what comes of it.</summary>
    public async Task<InstallOutcome> Install(string code, CancellationToken cancellation)
    {
        var arguments = new JsonObject { ["client_id"] = settings.ClientId, ["client_secret"] = settings.ClientSecret, ["code"] = code, ["redirect_uri"] = RedirectUri };
        switch (await api.CallWith(null, "oauth.v2.access", arguments, cancellation))
        {
            case SlackDone done when OAuthResponse.Tokens(done.Body) is { } tokens:
                return await Store(done.Body, tokens, cancellation);
            case SlackDone:
                return Refuse("no_bot_token");
            case CallResult.Refused { Error: "invalid_code" or "code_already_used" or "code_expired" }:
                return new InstallOutcome.Stale();
            case CallResult.Refused refused:
                return Refuse(refused.Error);
            default:
                return new InstallOutcome.NoAnswer();
        }
    }

    private async Task<InstallOutcome> Store(JsonElement answer, SlackTokens tokens, CancellationToken cancellation)
    {
        if (await Identify(tokens.Token, cancellation) is not { } test) return new InstallOutcome.NoAnswer();
        if (test is not SlackDone done || OAuthResponse.Identity(done.Body) is not { } bot) return Refuse((test as CallResult.Refused)?.Error ?? "no_bot_token");
        await installations.Save(bot, tokens, OAuthResponse.Word(answer, "scope") ?? "", OAuthResponse.Word(answer, "authed_user", "id"), cancellation);
        return new InstallOutcome.Installed(OAuthResponse.Place(answer), OAuthResponse.Word(answer, "app_id") ?? "", bot.IsOrgWide ? null : bot.OwnerId);
    }

    /// <summary>Who the token is, which the exchange does not tell in full; asked again when Slack does not answer, since the code is spent.</summary>
    private async Task<CallResult?> Identify(string token, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var answer = await api.CallWith(token, "auth.test", [], cancellation);
            if (answer is SlackDone or CallResult.Refused) return answer;
            if (attempt < Attempts) await Task.Delay(TimeSpan.FromMilliseconds(200 << attempt), time, cancellation);
        }

        return null;
    }

    private InstallOutcome.Refused Refuse(string error)
    {
        LogRefused(logger, error);
        return new InstallOutcome.Refused(error);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack did not let the app be installed ({Error})")]
    private static partial void LogRefused(ILogger logger, string error);
}
