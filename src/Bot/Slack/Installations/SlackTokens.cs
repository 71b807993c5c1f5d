namespace AccountNudge.Bot.Slack.Installations;

/// <summary>Who a token is, as <c>auth.test</c> tells (docs.slack.dev/reference/methods/auth.test).</summary>
/// <param name="OwnerId">The workspace's id, or the organisation's when the token is for all of it.</param>
/// <param name="EnterpriseId">The organisation's id, where there is one.</param>
/// <param name="IsOrgWide">Whether the token is for all of an organisation's workspaces.</param>
/// <param name="BotUserId">Whom the bot is there.</param>
/// <param name="BotId">The bot's own id on messages.</param>
internal sealed record BotIdentity(string OwnerId, string? EnterpriseId, bool IsOrgWide, string BotUserId, string BotId);

/// <summary>A bot token and, with token rotation, what it lasts and what buys the next one (docs.slack.dev/authentication/using-token-rotation).</summary>
/// <param name="Token">In clear.</param>
/// <param name="RefreshToken">In clear; null without rotation.</param>
/// <param name="Life">Real time from now; null for ever.</param>
internal sealed record SlackTokens(string Token, string? RefreshToken, Duration? Life)
{
    private static readonly Duration Margin = Duration.FromHours(1);

    /// <summary>Puts them into a row, encrypted.</summary>
    public void WriteTo(InstallationRow row, InstallationStore table, Instant now)
    {
        row.Token = table.Seal(row.OwnerId, Token);
        row.RefreshToken = RefreshToken is null ? null : table.Seal(row.OwnerId, RefreshToken);
        row.TokenExpiresAt = now + Life;
        // An hour leaves room for Slack being away for a while; a token of less than two hours is renewed at half its time.
        row.RenewAt = Life is { } life ? now + Duration.Max(life - Margin, life / 2) : null;
        row.RenewingUntil = null;
    }

    /// <summary>Says nothing, wherever it may be printed.</summary>
    public override string ToString() => nameof(SlackTokens);
}
