namespace AccountNudge.Bot.Teams.Api;

/// <summary>
/// Ids of conversations, which may be threads: <c>19:…@thread.tacv2;messageid=1700000000000</c>
/// (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations).
/// </summary>
internal static class ConversationIds
{
    /// <summary>Between a channel's id and the id of a thread's first message.</summary>
    private const string Thread = ";messageid=";

    /// <summary>The chat or channel without any thread: what a team's home is known by.</summary>
    public static string PlaceOf(string conversationId) => conversationId.Split(Thread)[0];

    /// <summary>The thread below a message; the same conversation where that is a thread already.</summary>
    public static string Below(string conversationId, string messageId) =>
        conversationId.Contains(Thread, StringComparison.Ordinal) ? conversationId : conversationId + Thread + messageId;
}
