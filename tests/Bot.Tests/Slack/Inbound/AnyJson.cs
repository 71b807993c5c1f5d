using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace AccountNudge.Bot.Tests.Slack.Inbound;

/// <summary>JSON that looks like Slack's here and there, with anything in any place.</summary>
internal static class AnyJson
{
    private static readonly string[] Names =
    [
        "type", "event", "team", "team_id", "user", "user_id", "id", "channel", "channel_id", "event_id", "trigger_id", "view", "actions", "action_id", "value", "container",
        "message", "text", "ts", "thread_ts", "subtype", "tokens", "bot", "authorizations", "is_bot", "response_url", "callback_id", "event_time", "tab", "inviter", "private_metadata",
    ];

    private static readonly string[] Words =
    [
        "", "T1", "U1", "C1", "D1", "app_mention", "message", "im", "block_actions", "view_submission", "shortcut", "message_action", "member_joined_channel", "tokens_revoked", "team_access_revoked", "team_ids", "app_rate_limited",
        "app_home_opened", "home", "log_message", "_message", ":", "http://x", "https://hooks.slack.com/1", "not a url", "\u0000", "<@U1>",
    ];

    private static readonly Gen<string> Leaf = Gen.Frequency(
        (6, Gen.Elements(Words).Select(word => JsonSerializer.Serialize(word))),
        (1, Gen.Elements("null", "true", "false", "0", "-1", "1e400", "12345678901234567890", "\"\\ud800\"", "\"\\udc00x\"")));

    /// <summary>Any JSON.</summary>
    public static Gen<string> Payload { get; } = Gen.Sized(size => Value(Math.Min(4, 1 + (size / 10))));

    private static Gen<string> Value(int depth) => depth == 0
        ? Leaf
        : Gen.Frequency(
            (2, Leaf),
            (5, Gen.Elements(Names).Zip(Value(depth - 1)).ListOf().Select(fields => $"{{{string.Join(",", fields.Select(field => $"\"{field.Item1}\":{field.Item2}"))}}}")),
            (1, Value(depth - 1).ListOf().Select(items => $"[{string.Join(",", items)}]")));
}
