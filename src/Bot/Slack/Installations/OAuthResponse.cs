using System.Text.Json;

namespace AccountNudge.Bot.Slack.Installations;

/// <summary>What <c>oauth.v2.access</c> and <c>auth.test</c> answer (docs.slack.dev/reference/methods/oauth.v2.access).</summary>
internal static class OAuthResponse
{
    /// <summary>The bot's tokens; null when the answer brings none.</summary>
    public static SlackTokens? Tokens(JsonElement answer)
    {
        if (Word(answer, "access_token") is not { } token) return null;
        var seconds = answer.TryGetProperty("expires_in", out var life) && life.TryGetInt64(out var given) ? given : 0;
        return Word(answer, "refresh_token") is { } refresh && seconds > 0 ? new SlackTokens(token, refresh, Duration.FromSeconds(seconds)) : new SlackTokens(token, null, null);
    }

    /// <summary>Who a token is; null when it is no bot's.</summary>
    public static BotIdentity? Identity(JsonElement answer)
    {
        var enterprise = Word(answer, "enterprise_id");
        var isOrgWide = answer.TryGetProperty("is_enterprise_install", out var wide) && wide.ValueKind == JsonValueKind.True && enterprise is not null;
        return (isOrgWide ? enterprise : Word(answer, "team_id")) is { } owner && Word(answer, "user_id") is { } user && Word(answer, "bot_id") is { } bot
            ? new BotIdentity(owner, enterprise, isOrgWide, user, bot)
            : null;
    }

    /// <summary>The name of what the app was installed in, to be shown.</summary>
    public static string Place(JsonElement answer) => Named(answer, "team") ?? Named(answer, "enterprise") ?? "Slack";

    /// <summary>A member that is a word; null when it is missing, null or empty.</summary>
    public static string? Word(JsonElement answer, string name) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } word ? word : null;

    /// <summary>A word within a member that is an object.</summary>
    public static string? Word(JsonElement answer, string name, string inner) => answer.TryGetProperty(name, out var value) ? Word(value, inner) : null;

    private static string? Named(JsonElement answer, string name) => Word(answer, name, "name");
}
