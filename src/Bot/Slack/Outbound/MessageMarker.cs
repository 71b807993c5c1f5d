using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Slack.Api;

namespace AccountNudge.Bot.Slack.Outbound;

/// <summary>
/// What tells our messages apart: metadata that every member and app can read (docs.slack.dev/messaging/message-metadata), so
/// it carries nothing but the hash of the post's key.
/// </summary>
internal static class MessageMarker
{
    private const string EventType = "accountnudge_nudge";

    /// <summary>The key as it travels: 32 hex digits.</summary>
    public static string Of(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];

    public static JsonObject Metadata(string key) => new() { ["event_type"] = EventType, ["event_payload"] = new JsonObject { ["key"] = Of(key) } };

    /// <summary>The mark of a message of ours; null for any other one, whatever its metadata pretends.</summary>
    public static string? Read(JsonElement message, Installation us)
    {
        var isOurs = message.TextOrNull("bot_id") == us.BotId || message.TextOrNull("user") == us.BotUserId;
        var metadata = message.At("metadata");
        return isOurs && metadata.TextOrNull("event_type") == EventType ? metadata.At("event_payload").TextOrNull("key") : null;
    }
}
