using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using AccountNudge.Bot.Teams.Api;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Schema = Microsoft.Bot.Schema;

namespace AccountNudge.Bot.Teams.Framework;

/// <summary>Someone a message mentions.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Name">Their name.</param>
/// <param name="Tag">What stands for them in the text, such as <c>&lt;at&gt;Anna&lt;/at&gt;</c>.</param>
internal sealed record Mentioned(string Id, string Name, string Tag);

/// <summary>A file that came with a message (learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4).</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Address">Where it can be read for some minutes, without a token; empty where Teams does not say.</param>
internal sealed record AttachedFile(string Name, string Address);

/// <summary>
/// One Bot Framework activity as it arrived; nothing in it is certain
/// (github.com/microsoft/botframework-sdk, specs/botframework-activity/botframework-activity.md).
/// </summary>
internal sealed class Activity
{
    /// <summary>As deep as the runtime's own reader goes.</summary>
    public const int Deepest = 64;

    /// <summary>What is read of it: whatever else Teams may say, or say otherwise one day, makes no difference.</summary>
    private static readonly FrozenSet<string> Used = FrozenSet.Create(
        StringComparer.Ordinal,
        "type", "id", "name", "timestamp", "channelId", "serviceUrl", "from", "recipient", "conversation", "locale", "text", "entities", "channelData", "value", "action", "replyToId",
        "membersAdded", "membersRemoved", "attachments");

    private readonly TeamsChannelData? data;

    private Activity(string json, Schema.Activity model)
    {
        (Json, Model, Locale) = (json, model, Some(model.Locale));
        data = As<TeamsChannelData>(model.ChannelData as JObject);
        // The adapter would make it the culture of the turn.
        model.Locale = null;
    }

    /// <summary>The text it was read from.</summary>
    public string Json { get; }

    /// <summary>For the adapter.</summary>
    public Schema.Activity Model { get; }

    /// <summary>Such as <c>message</c>, <c>invoke</c>, <c>conversationUpdate</c>, <c>installationUpdate</c>.</summary>
    public string Type => Model.Type ?? "";

    /// <summary>What an invoke or event wants, such as <c>adaptiveCard/action</c>.</summary>
    public string Name => Model.Name ?? "";

    public string Id => Model.Id ?? "";

    /// <summary>Such as <c>msteams</c>.</summary>
    public string ChannelId => Model.ChannelId ?? "";

    public string ServiceUrl => Model.ServiceUrl ?? "";

    /// <summary>When it happened by Teams' own clock; null when that is not told.</summary>
    public DateTimeOffset? Timestamp => Model.Timestamp;

    /// <summary>The tenant; the workspace of all that is said in it.</summary>
    public string TenantId => TenantOf(Model.Conversation, data);

    /// <summary>Who did it, such as <c>29:1abc</c>.</summary>
    public string PersonId => Model.From?.Id ?? "";

    /// <summary>The bot itself, such as <c>28:app id</c>.</summary>
    public string BotId => Model.Recipient?.Id ?? "";

    /// <summary>The client's language, such as <c>de-DE</c>; null when it is not told.</summary>
    public string? Locale { get; }

    /// <summary>The conversation, with the thread if there is one: where an answer goes.</summary>
    public string ConversationId => Model.Conversation?.Id ?? "";

    /// <summary>The chat or channel without any thread: what a team's home is known by.</summary>
    public string PlaceId => ConversationIds.PlaceOf(ConversationId);

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public string ConversationType => Model.Conversation?.ConversationType ?? "";

    public string? ConversationName => Some(Model.Conversation?.Name);

    /// <summary>
    /// A message only the bot sees: all that follows from it is for its sender alone (learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages).
    /// Of invokes it is not documented, so the cards in its answer carry that on themselves.
    /// </summary>
    public bool IsTargeted => Model.Recipient?.Properties?["isTargeted"] is JValue { Value: true };

    public bool IsPersonal => ConversationType == "personal";

    /// <summary>The Microsoft team of a channel, such as <c>19:…@thread.tacv2</c>; null in chats.</summary>
    public string? TeamId => Some(data?.Team?.Id);

    public string? TeamName => Some(data?.Team?.Name);

    /// <summary>The channel it is about, as far as it tells.</summary>
    public ListedChannel? Channel => data?.Channel is { } channel ? new ListedChannel(channel.Id ?? "", Some(channel.Name), Some(channel.Type)) : null;

    /// <summary>The channel that was chosen for the bot when it was installed in a team.</summary>
    public string? SelectedChannelId => Some(data?.Settings?.SelectedChannel?.Id);

    /// <summary>What happened to a team or channel, such as <c>channelDeleted</c>.</summary>
    public string EventType => data?.EventType ?? "";

    /// <summary>Of an <c>installationUpdate</c>, such as <c>add</c>.</summary>
    public string Action => Model.Action ?? "";

    /// <summary>The ids of those who were let into a chat, a channel or a whole team.</summary>
    public IEnumerable<string> Added => Ids(Model.MembersAdded);

    /// <summary>The ids of those who were put out, or left.</summary>
    public IEnumerable<string> Removed => Ids(Model.MembersRemoved);

    /// <summary>The message whose button was pressed or that was answered; null when there is none.</summary>
    public string? ReplyToId => Some(Model.ReplyToId);

    public string Text => Model.Text ?? "";

    /// <summary>Whom its text mentions, in the order in which they are told.</summary>
    public IEnumerable<Mentioned> Mentions => Entities("mention").Select(entity => As<Schema.Mention>(entity.Properties))
        .Where(mention => mention?.Mentioned?.Id is { Length: > 0 }).Select(mention => new Mentioned(mention!.Mentioned.Id, mention.Mentioned.Name ?? "", mention.Text ?? ""));

    /// <summary>The first file that came with it; null where none did. Teams hands files to bots in personal chats only.</summary>
    public AttachedFile? File => (Model.Attachments ?? []).Where(attachment => attachment?.ContentType == FileDownloadInfo.ContentType)
        .Select(attachment => new AttachedFile(attachment.Name ?? "", As<FileDownloadInfo>(attachment.Content as JObject)?.DownloadUrl ?? "")).FirstOrDefault();

    /// <summary>Whether its text quotes other messages.</summary>
    public bool IsQuoting => Entities("quotedReply").Any();

    /// <summary>What a button, form or menu carries; of no kind where it is no object.</summary>
    public JsonElement Value => Model.Value is JObject value ? System.Text.Json.JsonSerializer.Deserialize<JsonElement>(value.ToString(Formatting.None)) : default;

    /// <summary>Reads one; what is missing or of another kind reads as nothing. Null when it is no sound JSON object.</summary>
    /// <param name="utf8">The JSON: no deeper than 64, and with whole characters only, or it is not sound.</param>
    public static Activity? Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using (var sound = JsonDocument.Parse(utf8))
            {
                if (sound.RootElement.ValueKind != JsonValueKind.Object || !IsWhole(sound.RootElement)) return null;
            }

            var json = Encoding.UTF8.GetString(utf8.Span);
            using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, MaxDepth = Deepest };
            var read = new JObject(JObject.Load(reader).Properties().Where(property => Used.Contains(property.Name)));
            return As<Schema.Activity>(read) is { } model ? new Activity(json, model) : null;
        }
        catch (Exception unsound) when (unsound is System.Text.Json.JsonException or Newtonsoft.Json.JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads one that was stored.</summary>
    public static Activity? Read(string? json) => json is null ? null : Read(Encoding.UTF8.GetBytes(json));

    /// <summary>A model from its JSON. What does not fit is left out, so that nothing that is not used here can make an activity unreadable.</summary>
    internal static T? As<T>(JObject? json)
        where T : class => json?.ToObject<T>(Newtonsoft.Json.JsonSerializer.Create(Lenient));

    private static JsonSerializerSettings Lenient => new()
    {
        DateParseHandling = DateParseHandling.None,
        MaxDepth = Deepest,
        ObjectCreationHandling = ObjectCreationHandling.Replace,
        Error = (_, misfit) => misfit.ErrorContext.Handled = true,
    };

    /// <summary>The tenant of one that was read here.</summary>
    internal static string TenantOf(Schema.Activity model) => TenantOf(model.Conversation, As<TeamsChannelData>(model.ChannelData as JObject));

    private static string TenantOf(ConversationAccount? conversation, TeamsChannelData? data) => Some(conversation?.TenantId) ?? data?.Tenant?.Id ?? "";

    private IEnumerable<Entity> Entities(string type) => (Model.Entities ?? []).Where(entity => entity?.Type == type);

    private static IEnumerable<string> Ids(IList<ChannelAccount>? accounts) => (accounts ?? []).Select(account => account?.Id ?? "");

    private static string? Some(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>JSON can write half of a character that takes two, which nobody can read.</summary>
    private static bool IsWhole(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                try
                {
                    return json.GetString() is not null;
                }
                catch (InvalidOperationException)
                {
                    return false;
                }

            case JsonValueKind.Object:
                return json.EnumerateObject().All(property => IsWhole(property.Value));
            case JsonValueKind.Array:
                return json.EnumerateArray().All(IsWhole);
            default:
                return true;
        }
    }
}
