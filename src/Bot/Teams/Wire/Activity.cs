using System.Text.Json;
using AccountNudge.Bot.Wire;

namespace AccountNudge.Bot.Teams.Wire;

/// <summary>
/// One Bot Framework activity as it arrived; nothing in it is certain
/// (github.com/microsoft/botframework-sdk, specs/botframework-activity/botframework-activity.md).
/// </summary>
internal sealed record Activity(JsonElement Json)
{
    /// <summary>Such as <c>message</c>, <c>invoke</c>, <c>conversationUpdate</c>, <c>installationUpdate</c>.</summary>
    public string Type => Json.Text("type");

    /// <summary>What an invoke or event wants, such as <c>adaptiveCard/action</c>.</summary>
    public string Name => Json.Text("name");

    public string Id => Json.Text("id");

    /// <summary>Such as <c>msteams</c>.</summary>
    public string ChannelId => Json.Text("channelId");

    public string ServiceUrl => Json.Text("serviceUrl");

    /// <summary>The tenant; the workspace of all that is said in it.</summary>
    public string TenantId => Json.TextOrNull("conversation", "tenantId") ?? Json.Text("channelData", "tenant", "id");

    /// <summary>Who did it, such as <c>29:1abc</c>.</summary>
    public string PersonId => Json.Text("from", "id");

    public string PersonName => Json.Text("from", "name");

    /// <summary>The bot itself, such as <c>28:app id</c>.</summary>
    public string BotId => Json.Text("recipient", "id");

    /// <summary>The client's language, such as <c>de-DE</c>; null when it is not told.</summary>
    public string? Locale => Json.TextOrNull("locale");

    /// <summary>The conversation, with the thread if there is one: where an answer goes.</summary>
    public string ConversationId => Json.Text("conversation", "id");

    /// <summary>The chat or channel without any thread: what a team's home is known by.</summary>
    public string PlaceId => Conversations.PlaceOf(ConversationId);

    /// <summary>The id of the first message of the thread; null outside of threads.</summary>
    public string? ThreadId => Conversations.ThreadOf(ConversationId);

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public string ConversationType => Json.Text("conversation", "conversationType");

    /// <summary>
    /// A message only the bot sees: all that follows from it is for its sender alone (learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages).
    /// Of invokes it is not documented, so the cards in its answer carry that on themselves.
    /// </summary>
    public bool IsTargeted => Json.IsTrue("recipient", "isTargeted");

    public bool IsPersonal => ConversationType == "personal";

    /// <summary>The Microsoft team of a channel, such as <c>19:…@thread.tacv2</c>; null in chats.</summary>
    public string? TeamId => Json.TextOrNull("channelData", "team", "id");

    /// <summary>The message whose button was pressed or that was answered; null when there is none.</summary>
    public string? ReplyToId => Json.TextOrNull("replyToId");

    public JsonElement Value => Json.At("value");
}
