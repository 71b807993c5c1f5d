namespace AccountNudge.Bot.Slack.Installations.OAuth;

/// <summary>What the app asks to be allowed: the bot scopes of the manifest, no more and no less.</summary>
internal static class SlackScopes
{
    public static IReadOnlyList<string> Bot { get; } =
    [
        "app_mentions:read", "channels:history", "channels:read", "chat:write", "commands", "files:read", "files:write", "groups:history", "groups:read",
        "im:history", "im:read", "im:write", "metadata.message:read", "users:read",
    ];
}
