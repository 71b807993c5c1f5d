using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Slack.Api;

namespace AccountNudge.Bot.Slack.Installations;

/// <summary>
/// Renews tokens before they expire, where the app rotates them: a refresh token is good for one use, so only one node at a
/// time uses it, and the old access token goes on being used meanwhile (docs.slack.dev/authentication/using-token-rotation).
/// </summary>
internal sealed partial class TokenRenewal(SlackSettings settings, InstallationStore table, Lazy<SlackApi> api, TimeProvider time, ILogger<TokenRenewal> logger)
{
    /// <summary>Longer than any call takes: whoever holds the reservation is done or dead by then.</summary>
    private static readonly Duration Reservation = Duration.FromMinutes(1);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    /// <summary>How long to wait for another node, once the old token has expired.</summary>
    private static readonly Duration Patience = Duration.FromSeconds(5);

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>The row with a token to use now; null when Slack will never renew it.</summary>
    public async Task<InstallationRow?> Fresh(InstallationRow row, CancellationToken cancellation)
    {
        var now = Now;
        if (row.RenewAt is not { } due || now < due) return row;
        if (row.RefreshToken is not null && await table.Reserve(row, now, now + Reservation, cancellation)) return await Renew(row);
        return row.TokenExpiresAt <= now ? await Await(row, cancellation) : row;
    }

    /// <summary>Once begun it is finished, whoever waits: the refresh token is spent with the call.</summary>
    private async Task<InstallationRow?> Renew(InstallationRow row)
    {
        if (table.Open(row.OwnerId, row.RefreshToken) is not { } refresh) return row;
        var answer = await api.Value.CallWith(null, "oauth.v2.access", new JsonObject
        {
            ["client_id"] = settings.ClientId,
            ["client_secret"] = settings.ClientSecret,
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = refresh,
        }, CancellationToken.None);
        switch (answer)
        {
            case SlackDone done when OAuthResponse.Tokens(done.Body) is { } tokens:
                var spent = row.RefreshToken;
                await table.Write(row.OwnerId, stored =>
                {
                    // Unless it was ended or installed anew meanwhile.
                    if (stored.EndedAt is null && stored.RefreshToken == spent) tokens.WriteTo(stored, table, Now);
                }, CancellationToken.None);
                LogRenewed(logger, row.OwnerId);
                break;
            case CallResult.Refused { Error: "invalid_refresh_token" or "token_revoked" or "account_inactive" } refused:
                LogRefused(logger, row.OwnerId, refused.Error);
                var latest = await table.Read(row.OwnerId, CancellationToken.None);
                return latest?.RefreshToken == row.RefreshToken && row.TokenExpiresAt <= Now ? null : latest;
            case CallResult.Refused refused:
                LogRefused(logger, row.OwnerId, refused.Error);
                break;
        }

        return await table.Read(row.OwnerId, CancellationToken.None);
    }

    /// <summary>Waits for another node that is renewing the token.</summary>
    private async Task<InstallationRow> Await(InstallationRow row, CancellationToken cancellation)
    {
        var until = Now + Patience;
        while (Now < until)
        {
            var latest = await table.Read(row.OwnerId, cancellation);
            if (latest is not null && latest.Version != row.Version) return latest;
            await Task.Delay(Glance, time, cancellation);
        }

        return row;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The Slack token of {OwnerId} was renewed")]
    private static partial void LogRenewed(ILogger logger, string ownerId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack does not renew the token of {OwnerId} ({Error}): once it has expired, the app must be installed there again")]
    private static partial void LogRefused(ILogger logger, string ownerId, string error);
}
