using System.Text.Json;
using AccountNudge.Bot.Platforms;

namespace AccountNudge.Bot.Slack.Inbound.Payloads;

/// <summary>
/// Reads what Slack delivers (samples: slackapi/java-slack-sdk, json-logs/samples). Fields we do not know are passed over, and
/// whatever makes no sense is ignored: nothing here throws.
/// </summary>
internal static class SlackPayload
{
    private const string OfMessage = "_message";

    /// <summary>Events by whose beginning one knows that they tell of people or channels.</summary>
    private static readonly string[] NewsOf = ["user_", "team_", "channel_", "group_", "member_"];

    public static SlackInput Read(SlackKind kind, JsonElement payload)
    {
        try
        {
            var input = kind switch
            {
                SlackKind.Command => Command(name => payload.Text(name)),
                SlackKind.Event => Event(payload),
                _ => Interaction(payload),
            };
            return input is SlackAction action ? action with { Organisation = Organisation(payload) } : input;
        }
        catch (InvalidOperationException)
        {
            // Characters that are none, such as half of a surrogate pair.
            return new SlackIgnored("unreadable", IsKnown: false);
        }
    }

    /// <summary>Reads a slash command as it comes over HTTP.</summary>
    /// <param name="field">A field of the form; empty when it is not there.</param>
    public static SlashCommand ReadCommand(Func<string, string> field) => Command(field) with { Organisation = Both(field("team_id"), field("enterprise_id")) };

    private static (string WorkspaceId, string EnterpriseId)? Organisation(JsonElement payload) => Both(
        payload.TextOrNull("team_id") ?? payload.Text("team", "id"),
        payload.TextOrNull("enterprise_id") ?? payload.TextOrNull("enterprise", "id") ?? payload.Text("team", "enterprise_id"));

    private static (string WorkspaceId, string EnterpriseId)? Both(string workspace, string enterprise) =>
        workspace.Length > 0 && enterprise.Length > 0 ? (workspace, enterprise) : null;

    private static SlashCommand Command(Func<string, string> field) => new(
        Keyed("trigger", field("trigger_id")),
        field("team_id"),
        field("user_id"),
        field("trigger_id") is { Length: > 0 } trigger ? trigger : null,
        new SlackOrigin(field("channel_id")) { ResponseUrl = JsonReading.Address(field("response_url")) },
        field("text"));

    private static SlackInput Event(JsonElement payload)
    {
        var happened = payload.At("event");
        var type = happened.Text("type");
        var key = Keyed("event", payload.Text("event_id"));
        var workspace = payload.Text("team_id");
        var origin = new SlackOrigin(happened.Text("channel")) { Thread = happened.TextOrNull("thread_ts") };
        return type switch
        {
            "app_mention" when IsOfPerson(happened) => new SlackMessageEvent(key, workspace, happened.Text("user"), origin, happened.Text("ts"), happened.Text("text")),
            "message" when IsOfPerson(happened) && IsDirect(happened) => new SlackMessageEvent(key, workspace, happened.Text("user"), origin, happened.Text("ts"), happened.Text("text")) { File = FileOf(happened) },
            "app_home_opened" when happened.Text("tab") == "home" => new HomeOpened(key, workspace, happened.Text("user")),
            "member_joined_channel" => new Joined(key, workspace, happened.Text("inviter"), happened.Text("user"), origin, MayBeUs(payload, happened.Text("user")), happened),
            "app_uninstalled" => Leaving(payload),
            "tokens_revoked" when happened.Items("tokens", "bot").Any() => Leaving(payload),
            "team_access_revoked" when Ids(happened, "team_ids") is { Count: > 0 } ids => new AccessRevoked(ids, TimeOf(payload)),
            "app_mention" or "message" or "app_home_opened" or "tokens_revoked" or "team_access_revoked" => new SlackIgnored(type, IsKnown: true),
            _ when NewsOf.Any(beginning => type.StartsWith(beginning, StringComparison.Ordinal)) => new DirectoryEvent(workspace, happened),
            "" when payload.Text("type") == "app_rate_limited" => new EventsDropped(),
            "" => new SlackIgnored(Named(payload.Text("type")), IsKnown: false),
            _ => new SlackIgnored(Named(type), IsKnown: false),
        };
    }

    /// <summary>The first file of a message: people send one list at a time.</summary>
    private static SlackFile? FileOf(JsonElement message) => message.Items("files").FirstOrDefault() is { ValueKind: JsonValueKind.Object } file
        ? new SlackFile(file.TextOrNull("name") ?? file.Text("title"), file.Address("url_private_download") ?? file.Address("url_private"))
        : null;

    /// <summary>Of an organisation's installation Slack may name the organisation only.</summary>
    private static AppRemoved Leaving(JsonElement payload) => new(payload.TextOrNull("team_id") ?? payload.Text("enterprise_id"), TimeOf(payload));

    private static List<string> Ids(JsonElement json, string name) =>
        [.. json.Items(name).Where(id => id.ValueKind == JsonValueKind.String).Select(id => id.GetString()!).Where(id => id.Length > 0)];

    private static SlackInput Interaction(JsonElement payload)
    {
        var workspace = payload.TextOrNull("team", "id") ?? payload.TextOrNull("user", "team_id") ?? payload.Text("view", "team_id");
        var person = payload.Text("user", "id");
        var trigger = payload.TextOrNull("trigger_id");
        var key = Keyed("trigger", trigger ?? "");
        var type = payload.Text("type");
        return type switch
        {
            "block_actions" => Pressed(payload, key, workspace, person, trigger),
            "view_submission" => new SlackSubmission(Keyed("view", payload.Text("view", "id")), workspace, person, payload.At("view")),
            "shortcut" => new Shortcut(key, workspace, person, trigger, payload.Text("callback_id"), null, null, ""),
            "message_action" => OnMessage(payload, key, workspace, person, trigger),
            "view_closed" => new SlackIgnored(type, IsKnown: true),
            _ => new SlackIgnored(Named(type), IsKnown: false),
        };
    }

    /// <summary>The first action: a press brings one.</summary>
    private static SlackPress Pressed(JsonElement payload, string? key, string workspace, string person, string? trigger)
    {
        var action = payload.Items("actions").FirstOrDefault();
        var (container, message) = (payload.At("container"), payload.At("message"));
        var origin = new SlackOrigin(container.TextOrNull("channel_id") ?? payload.Text("channel", "id"))
        {
            Thread = container.TextOrNull("thread_ts") ?? message.TextOrNull("thread_ts"),
            Message = container.TextOrNull("message_ts") ?? message.TextOrNull("ts"),
            IsEphemeral = container.IsTrue("is_ephemeral"),
            ResponseUrl = payload.Address("response_url"),
        };
        return new SlackPress(key, workspace, person, trigger, origin, action.Text("action_id").Split(':')[0], action.Text("value"));
    }

    private static Shortcut OnMessage(JsonElement payload, string? key, string workspace, string person, string? trigger)
    {
        var command = payload.Text("callback_id");
        if (command.EndsWith(OfMessage, StringComparison.Ordinal)) command = command[..^OfMessage.Length];
        var origin = new SlackOrigin(payload.Text("channel", "id")) { Thread = payload.TextOrNull("message", "thread_ts"), ResponseUrl = payload.Address("response_url") };
        return new Shortcut(key, workspace, person, trigger, command, origin, payload.TextOrNull("message_ts"), payload.Text("message", "text"));
    }

    /// <summary>Neither a bot's message nor one that only tells of another: edited, deleted, joined.</summary>
    private static bool IsOfPerson(JsonElement message) =>
        message.Text("subtype") is "" or "file_share" or "thread_broadcast" && message.Text("bot_id").Length == 0 && !message.IsTrue("hidden");

    private static bool IsDirect(JsonElement message) => message.TextOrNull("channel_type") is { } type ? type == "im" : message.Text("channel").StartsWith('D');

    /// <summary>The event says for which user ids it is delivered; ours is the bot's.</summary>
    private static bool MayBeUs(JsonElement payload, string member)
    {
        var bots = payload.Items("authorizations").Where(authorization => authorization.IsTrue("is_bot")).Select(authorization => authorization.Text("user_id")).ToList();
        return bots.Count == 0 || bots.Contains(member, StringComparer.Ordinal);
    }

    private static Instant? TimeOf(JsonElement payload) =>
        payload.At("event_time") is { ValueKind: JsonValueKind.Number } time && time.TryGetInt64(out var seconds) && seconds is > 0 and < 10_000_000_000 ? Instant.FromUnixTimeSeconds(seconds) : null;

    private static string? Keyed(string kind, string id) => id.Length == 0 ? null : $"{kind}:{id}";

    /// <summary>A type as it may be logged: nothing a person typed.</summary>
    private static string Named(string type) => type.Length is > 0 and <= 60 && type.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.') ? type : "something unknown";
}
