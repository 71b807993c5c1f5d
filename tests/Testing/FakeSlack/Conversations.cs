using System.Text.Json.Nodes;

namespace AccountNudge.Testing.Slack;

public sealed partial class FakeSlack
{
    private const int MostBlocks = 50;

    /// <summary>Block types that are refused as <c>invalid_blocks</c>.</summary>
    public HashSet<string> RefusedBlocks { get; } = new(StringComparer.Ordinal);

    private JsonObject Post(JsonObject arguments, Grant caller)
    {
        var channel = PostingTarget(Need(arguments, "channel"), caller);
        var message = new FakeMessage(channel.Id, NewTs(), BotOf(caller, channel.Team)) { BotId = BotIdOf(caller, channel.Team) };
        Fill(message, arguments);
        Add(message);
        return new JsonObject { ["channel"] = channel.Id, ["ts"] = message.Ts, ["message"] = Describe(message, withMetadata: false) };
    }

    private JsonObject PostEphemeral(JsonObject arguments, Grant caller)
    {
        var channel = PostingTarget(Need(arguments, "channel"), caller);
        var user = Need(arguments, "user");
        if (!channel.Members.Contains(user)) throw new SlackErrorException("user_not_in_channel");
        var message = new FakeMessage(channel.Id, NewTs(), BotOf(caller, channel.Team)) { BotId = BotIdOf(caller, channel.Team), OnlyFor = user };
        Fill(message, arguments);
        return new JsonObject { ["message_ts"] = Add(message).Ts };
    }

    private JsonObject Update(JsonObject arguments, Grant caller)
    {
        var channel = PostingTarget(Need(arguments, "channel"), caller, byUser: false);
        var ts = Need(arguments, "ts");
        var message = messages.Find(message => message.Channel == channel.Id && message.Ts == ts && message.OnlyFor is null && !message.IsDeleted) ?? throw new SlackErrorException("message_not_found");
        if (message.BotId != BotIdOf(caller, channel.Team)) throw new SlackErrorException("cant_update_message");
        Change(message, arguments);
        return new JsonObject { ["channel"] = channel.Id, ["ts"] = message.Ts, ["text"] = message.Text };
    }

    /// <summary>What a message may say: text, blocks and metadata, each checked as far as the product relies on it.</summary>
    private void Fill(FakeMessage message, JsonObject arguments)
    {
        var text = Text(arguments, "text") ?? "";
        var blocks = Json(arguments, "blocks", "invalid_blocks_format") switch
        {
            null => [],
            JsonArray array => array,
            _ => throw new SlackErrorException("invalid_blocks_format"),
        };
        if (text.Length == 0 && blocks.Count == 0) throw new SlackErrorException("no_text");
        CheckBlocks(blocks, MostBlocks);
        var metadata = Json(arguments, "metadata", "invalid_metadata_format");
        if (metadata is not null and not JsonObject { } || metadata is JsonObject given && (given["event_type"] is null || given["event_payload"] is not JsonObject))
            throw new SlackErrorException("invalid_metadata_schema");
        message.Text = text;
        message.Blocks = blocks;
        message.Metadata = metadata as JsonObject ?? message.Metadata;
    }

    private void Change(FakeMessage message, JsonObject arguments)
    {
        Fill(message, arguments);
        message.Edits++;
    }

    private void CheckBlocks(JsonArray blocks, int most)
    {
        var blockIds = blocks.Select(block => block?["block_id"]?.GetValue<string>()).OfType<string>().ToList();
        var wrong = blocks.Count > most || blockIds.Count != blockIds.Distinct(StringComparer.Ordinal).Count()
            || blocks.Any(block => block?["type"]?.GetValue<string>() is not { } type || RefusedBlocks.Contains(type) || (block["elements"] is JsonArray elements && HasTwins(elements)));
        if (wrong) throw new SlackErrorException("invalid_blocks");
    }

    private static bool HasTwins(JsonArray elements)
    {
        var actions = elements.OfType<JsonObject>().Select(element => element["action_id"]?.GetValue<string>()).OfType<string>().ToList();
        return actions.Count != actions.Distinct(StringComparer.Ordinal).Count();
    }

    private JsonObject History(JsonObject arguments, Grant caller)
    {
        var channel = Visible(arguments, caller);
        if (!channel.Members.Contains(BotOf(caller, channel.Team))) throw new SlackErrorException("not_in_channel");
        var (oldest, latest, inclusive) = (Text(arguments, "oldest") ?? "", Text(arguments, "latest") ?? "", Flag(arguments, "inclusive"));
        var found = messages.Where(message => message.Channel == channel.Id && message.OnlyFor is null && !message.IsDeleted
            && (oldest.Length == 0 || Compare(message.Ts, oldest) is > 0 || (inclusive && Compare(message.Ts, oldest) == 0))
            && (latest.Length == 0 || Compare(message.Ts, latest) is < 0 || (inclusive && Compare(message.Ts, latest) == 0)));
        var withMetadata = Flag(arguments, "include_all_metadata");
        var page = Page(arguments, "messages", found.Reverse().Select(message => Describe(message, withMetadata)), most: HistoryIsScarce ? 15 : 999);
        page["has_more"] = page["response_metadata"]!["next_cursor"]!.GetValue<string>().Length > 0;
        return page;
    }

    private static int Compare(string one, string other) =>
        decimal.TryParse(other, out var second) ? decimal.Parse(one).CompareTo(second) : throw new SlackErrorException("invalid_ts_oldest");

    private JsonObject Open(JsonObject arguments, Grant caller)
    {
        var user = Person(Need(arguments, "users"), caller);
        if (user.IsDeleted) throw new SlackErrorException("user_disabled");
        return new JsonObject { ["channel"] = new JsonObject { ["id"] = DirectChannel(user.Id).Id } };
    }

    private IEnumerable<FakeChannel> Listed(JsonObject arguments, Grant caller)
    {
        var types = (Text(arguments, "types") ?? "public_channel").Split(',');
        var team = Text(arguments, "team_id") ?? (caller.OrgWide ? throw new SlackErrorException("missing_argument") : caller.Team);
        return channels.Values.Where(channel => channel.Team == team && Covers(caller, team) && !(channel.IsArchived && Flag(arguments, "exclude_archived"))
            && (channel.With is not null ? types.Contains("im") : channel.IsPrivate ? types.Contains("private_channel") && channel.Members.Contains(BotOf(caller, team)) : types.Contains("public_channel")));
    }

    /// <summary>Private channels are not there for whoever is not in them.</summary>
    private FakeChannel Visible(JsonObject arguments, Grant caller) => Visible(Need(arguments, "channel"), caller);

    private FakeChannel Visible(string id, Grant caller) =>
        channels.TryGetValue(id, out var channel) && Covers(caller, channel.Team) && (!channel.IsPrivate || channel.Members.Contains(BotOf(caller, channel.Team)))
            ? channel
            : throw new SlackErrorException("channel_not_found");

    private FakeChannel PostingTarget(string id, Grant caller, bool byUser = true)
    {
        if (byUser && users.TryGetValue(id, out var user))
            return Covers(caller, user.Team) && !user.IsDeleted && !user.IsBot ? DirectChannel(id) : throw new SlackErrorException("channel_not_found");
        var channel = Visible(id, caller);
        if (channel.IsArchived) throw new SlackErrorException("is_archived");
        return channel.Members.Contains(BotOf(caller, channel.Team)) ? channel : throw new SlackErrorException("not_in_channel");
    }

    private FakeUser Person(string id, Grant caller) =>
        users.TryGetValue(id, out var user) && (Covers(caller, user.Team) || user.IsStranger) ? user : throw new SlackErrorException("user_not_found");

    private JsonObject Describe(FakeChannel channel, Grant caller) => channel.With is { } with
        ? new JsonObject { ["id"] = channel.Id, ["is_im"] = true, ["user"] = with, ["is_archived"] = false, ["context_team_id"] = channel.Team }
        : new JsonObject
        {
            ["id"] = channel.Id, ["name"] = channel.Name, ["is_channel"] = !channel.IsPrivate, ["is_group"] = channel.IsPrivate, ["is_im"] = false, ["is_mpim"] = false,
            ["is_private"] = channel.IsPrivate, ["is_archived"] = channel.IsArchived, ["is_shared"] = channel.IsExtShared, ["is_ext_shared"] = channel.IsExtShared,
            ["is_org_shared"] = false, ["is_pending_ext_shared"] = channel.IsPendingExtShared, ["is_member"] = channel.Members.Contains(BotOf(caller, channel.Team)),
            ["context_team_id"] = channel.Team, ["num_members"] = channel.Members.Count,
        };

    private static JsonObject Describe(FakeUser user, bool withLocale)
    {
        var profile = new JsonObject { ["real_name"] = user.Name, ["display_name"] = user.Name };
        var described = new JsonObject
        {
            ["id"] = user.Id, ["team_id"] = user.Team, ["name"] = user.Name, ["real_name"] = user.Name, ["profile"] = profile, ["tz"] = user.Zone, ["deleted"] = user.IsDeleted,
            ["is_bot"] = user.IsBot, ["is_restricted"] = user.IsGuest, ["is_ultra_restricted"] = false, ["is_stranger"] = user.IsStranger,
        };
        if (withLocale) described["locale"] = user.Locale;
        return described;
    }

    private static JsonObject Describe(FakeMessage message, bool withMetadata)
    {
        var described = new JsonObject { ["type"] = "message", ["user"] = message.User, ["ts"] = message.Ts, ["text"] = message.Text, ["blocks"] = message.Blocks.DeepClone() };
        if (message.BotId is { } bot) described["bot_id"] = bot;
        if (withMetadata && message.Metadata is { } metadata) described["metadata"] = metadata.DeepClone();
        return described;
    }
}
