namespace AccountNudge.Bot.Slack.Api;

/// <summary>The app in one workspace (or, with an organisation-wide install, in all of an organisation's).</summary>
/// <param name="WorkspaceId">Slack's team id.</param>
/// <param name="EnterpriseId">The organisation's id, where there is one.</param>
/// <param name="BotUserId">Whom the bot is there: what people mention.</param>
/// <param name="BotId">The bot's own id on messages.</param>
/// <param name="Token">The bot token, in clear: never logged, never stored so.</param>
internal sealed record Installation(string WorkspaceId, string? EnterpriseId, string BotUserId, string BotId, string Token)
{
    /// <summary>Says where, and nothing secret, wherever it may be printed.</summary>
    public override string ToString() => $"{nameof(Installation)} {WorkspaceId}";
}

/// <summary>Where the tokens of workspaces come from.</summary>
internal interface ISlackTokens
{
    /// <summary>The valid installation for a workspace, its token fresh; null when there is none (any more).</summary>
    Task<Installation?> Find(string workspaceId, CancellationToken cancellation);

    /// <summary>
    /// Slack refused the token of an installation. True when nothing else opens the workspace; false when there is another token,
    /// stored meanwhile or the organisation's: the call is worth repeating with it.
    /// </summary>
    /// <param name="used">What was found at the time of the call.</param>
    /// <param name="isEnd">The token is dead for good: if it is still the workspace's, its installation ends.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    Task<bool> Refuse(Installation used, bool isEnd, CancellationToken cancellation);
}
