using System.Text.Json.Nodes;

namespace AccountNudge.Testing.Slack;

/// <summary>What people do, as Slack tells the app; trigger ids and response URLs work.</summary>
public sealed partial class FakeSlack
{
    /// <summary>A slash command.</summary>
    public FakeDelivery Slash(string user, string channel, string text, string command = "/nudge")
    {
        var workspace = WorkspaceOf(user);
        var payload = new JsonObject
        {
            ["token"] = "verification", ["team_id"] = workspace.Id, ["team_domain"] = "fake", ["channel_id"] = channel, ["channel_name"] = NameOf(channel),
            ["user_id"] = user, ["user_name"] = users[user].Name, ["command"] = command, ["text"] = text, ["api_app_id"] = AppId, ["is_enterprise_install"] = "false",
            ["response_url"] = NewResponseUrl(channel, user), ["trigger_id"] = NewTrigger(user),
        };
        if (workspace.EnterpriseId is { } enterprise) payload["enterprise_id"] = enterprise;
        return new FakeDelivery(DeliveryKind.Command, payload);
    }

    /// <summary>A message in a channel that mentions the bot; the mention is put before the text.</summary>
    public FakeDelivery Mention(string user, string channel, string text)
    {
        var message = Say(user, channel, $"<@{WorkspaceOf(user).BotUserId}> {text}");
        return Event(users[user].Team, new JsonObject { ["type"] = "app_mention", ["user"] = user, ["text"] = message.Text, ["ts"] = message.Ts, ["channel"] = channel, ["event_ts"] = message.Ts });
    }

    /// <summary>A direct message to the bot.</summary>
    public FakeDelivery DirectMessage(string user, string text)
    {
        var message = Say(user, DirectChannel(user).Id, text);
        return Event(users[user].Team, new JsonObject
        {
            ["type"] = "message", ["channel_type"] = "im", ["user"] = user, ["text"] = text, ["ts"] = message.Ts, ["channel"] = message.Channel, ["event_ts"] = message.Ts,
        });
    }

    /// <summary>Somebody opens the app's home tab.</summary>
    public FakeDelivery HomeOpened(string user) =>
        Event(users[user].Team, new JsonObject { ["type"] = "app_home_opened", ["user"] = user, ["channel"] = DirectChannel(user).Id, ["tab"] = "home", ["event_ts"] = NewTs() });

    /// <summary>A click on a button of a message; ephemerals are clicked by the one who sees them.</summary>
    public FakeDelivery Click(FakeMessage message, string actionId, string? user = null)
    {
        var by = user ?? message.OnlyFor ?? throw new ArgumentException("Who clicks?", nameof(user));
        var payload = Interaction("block_actions", by);
        payload["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = message.Channel, ["is_ephemeral"] = message.OnlyFor is not null };
        payload["channel"] = new JsonObject { ["id"] = message.Channel, ["name"] = NameOf(message.Channel) };
        if (message.OnlyFor is null) payload["message"] = Describe(message, withMetadata: true);
        payload["response_url"] = NewResponseUrl(message.Channel, by, message);
        payload["actions"] = new JsonArray(Action(message.Blocks, actionId));
        return new FakeDelivery(DeliveryKind.Interaction, payload);
    }

    /// <summary>A click on a button of a modal or of the home tab.</summary>
    public FakeDelivery Click(FakeView view, string actionId)
    {
        var payload = Interaction("block_actions", view.User);
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        payload["view"] = Describe(view);
        payload["actions"] = new JsonArray(Action(view.Content["blocks"]!.AsArray(), actionId));
        return new FakeDelivery(DeliveryKind.Interaction, payload);
    }

    /// <summary>A modal is submitted; what is not given keeps its initial value.</summary>
    /// <param name="view">The modal.</param>
    /// <param name="values">By block id: the text, the date, or the chosen option's value.</param>
    public FakeDelivery Submit(FakeView view, IReadOnlyDictionary<string, string> values)
    {
        var payload = Interaction("view_submission", view.User);
        var described = Describe(view);
        var state = new JsonObject();
        foreach (var block in view.Content["blocks"]!.AsArray().Where(block => block!["type"]!.GetValue<string>() == "input"))
        {
            var (id, element) = (block!["block_id"]!.GetValue<string>(), block["element"]!);
            state[id] = new JsonObject { [element["action_id"]!.GetValue<string>()] = Filled(element, values.GetValueOrDefault(id)) };
        }

        described["state"] = new JsonObject { ["values"] = state };
        payload["view"] = described;
        payload["response_urls"] = new JsonArray();
        return new FakeDelivery(DeliveryKind.Interaction, payload);
    }

    /// <summary>A shortcut from Slack's own menu: no channel, no response URL.</summary>
    public FakeDelivery GlobalShortcut(string user, string callbackId)
    {
        var payload = Interaction("shortcut", user);
        payload["callback_id"] = callbackId;
        payload["action_ts"] = NewTs();
        return new FakeDelivery(DeliveryKind.Interaction, payload);
    }

    /// <summary>A shortcut from a message's menu.</summary>
    public FakeDelivery MessageShortcut(string user, FakeMessage message, string callbackId)
    {
        var payload = Interaction("message_action", user);
        payload["callback_id"] = callbackId;
        payload["action_ts"] = NewTs();
        payload["channel"] = new JsonObject { ["id"] = message.Channel, ["name"] = NameOf(message.Channel) };
        payload["message_ts"] = message.Ts;
        payload["message"] = Describe(message, withMetadata: true);
        payload["response_url"] = NewResponseUrl(message.Channel, user);
        return new FakeDelivery(DeliveryKind.Interaction, payload);
    }

    /// <summary>Somebody joins a channel, and is in it from then on; without a user, the bot does.</summary>
    public FakeDelivery Joined(string channel, string? inviter = null, string? user = null)
    {
        var team = channels[channel].Team;
        var who = user ?? workspaces[team].BotUserId;
        lock (gate) channels[channel].Members.Add(who);
        var inner = new JsonObject { ["type"] = "member_joined_channel", ["user"] = who, ["channel"] = channel, ["channel_type"] = "C", ["team"] = team, ["event_ts"] = NewTs() };
        if (inviter is not null) inner["inviter"] = inviter;
        return Event(team, inner);
    }

    /// <summary>Somebody leaves a channel.</summary>
    public FakeDelivery Left(string channel, string user)
    {
        var team = channels[channel].Team;
        lock (gate) channels[channel].Members.Remove(user);
        return Event(team, new JsonObject { ["type"] = "member_left_channel", ["user"] = user, ["channel"] = channel, ["channel_type"] = "C", ["team"] = team, ["event_ts"] = NewTs() });
    }

    /// <summary>A profile changed to what it is now.</summary>
    public FakeDelivery UserChange(string user) =>
        Event(users[user].Team, new JsonObject { ["type"] = "user_change", ["user"] = Describe(users[user], withLocale: true), ["event_ts"] = NewTs() });

    /// <summary>The app is removed: its tokens end at once.</summary>
    public FakeDelivery Uninstalled(string team)
    {
        Revoke(team);
        return Event(team, new JsonObject { ["type"] = "app_uninstalled", ["event_ts"] = NewTs() });
    }

    /// <summary>The bot's tokens end at once.</summary>
    public FakeDelivery TokensRevoked(string team)
    {
        Revoke(team);
        var ended = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(workspaces[team].BotUserId) };
        return Event(team, new JsonObject { ["type"] = "tokens_revoked", ["tokens"] = ended, ["event_ts"] = NewTs() });
    }

    /// <summary>Any event, in the envelope that all of them come in.</summary>
    public FakeDelivery Event(string team, JsonObject inner)
    {
        var workspace = workspaces[team];
        var authorization = new JsonObject { ["enterprise_id"] = workspace.EnterpriseId, ["team_id"] = team, ["user_id"] = workspace.BotUserId, ["is_bot"] = true, ["is_enterprise_install"] = false };
        var payload = new JsonObject
        {
            ["token"] = "verification", ["team_id"] = team, ["context_team_id"] = team, ["api_app_id"] = AppId, ["type"] = "event_callback", ["event_id"] = NewId("Ev"),
            ["event_time"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(), ["authorizations"] = new JsonArray(authorization), ["is_ext_shared_channel"] = false, ["event"] = inner,
        };
        if (workspace.EnterpriseId is { } enterprise) payload["enterprise_id"] = enterprise;
        return new FakeDelivery(DeliveryKind.Event, payload);
    }

    private JsonObject Interaction(string type, string user)
    {
        var workspace = WorkspaceOf(user);
        return new JsonObject
        {
            ["type"] = type, ["token"] = "verification", ["api_app_id"] = AppId, ["trigger_id"] = NewTrigger(user), ["is_enterprise_install"] = false,
            ["team"] = new JsonObject { ["id"] = workspace.Id, ["domain"] = "fake" },
            ["enterprise"] = workspace.EnterpriseId is { } enterprise ? new JsonObject { ["id"] = enterprise, ["name"] = enterprise } : null,
            ["user"] = new JsonObject { ["id"] = user, ["username"] = users[user].Name, ["name"] = users[user].Name, ["team_id"] = workspace.Id },
        };
    }

    /// <summary>The element with this action, wherever in the blocks it is.</summary>
    private JsonObject Action(JsonArray blocks, string actionId)
    {
        var (block, element) = Elements(blocks).FirstOrDefault(found => found.Element["action_id"]?.GetValue<string>() == actionId);
        if (element is null) throw new ArgumentException($"No element has the action {actionId}; there are {string.Join(", ", Elements(blocks).Select(found => found.Element["action_id"]))}.", nameof(actionId));
        var action = new JsonObject { ["type"] = element["type"]!.DeepClone(), ["action_id"] = actionId, ["block_id"] = block["block_id"]?.DeepClone() ?? NewId("b"), ["action_ts"] = NewTs() };
        foreach (var field in new[] { "value", "text", "style" })
        {
            if (element[field] is { } kept) action[field] = kept.DeepClone();
        }

        return action;
    }

    private static IEnumerable<(JsonObject Block, JsonObject Element)> Elements(JsonArray blocks) => blocks.OfType<JsonObject>().SelectMany(block =>
        (block["elements"] as JsonArray ?? []).OfType<JsonObject>().Concat(new[] { block["accessory"] as JsonObject, block["element"] as JsonObject }.OfType<JsonObject>())
        .Where(element => element["action_id"] is not null).Select(element => (block, element))
        .Concat(Elements(block["child_blocks"] as JsonArray ?? [])));

    private static JsonObject Filled(JsonNode element, string? value)
    {
        var type = element["type"]!.GetValue<string>();
        return type switch
        {
            "datepicker" => new JsonObject { ["type"] = type, ["selected_date"] = value ?? element["initial_date"]?.DeepClone() },
            "static_select" or "external_select" or "radio_buttons" => new JsonObject { ["type"] = type, ["selected_option"] = value is null ? element["initial_option"]?.DeepClone() : Option(element, value) },
            _ => new JsonObject { ["type"] = type, ["value"] = value ?? element["initial_value"]?.DeepClone() },
        };
    }

    private static JsonNode Option(JsonNode element, string value) =>
        (element["options"] as JsonArray ?? []).FirstOrDefault(option => option!["value"]!.GetValue<string>() == value)?.DeepClone()
        ?? new JsonObject { ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = value }, ["value"] = value };

    private FakeWorkspace WorkspaceOf(string user) => workspaces[users[user].Team];

    private string NameOf(string channel) => channels[channel] is { With: null, IsPrivate: true } ? "privategroup" : channels[channel].Name;
}
