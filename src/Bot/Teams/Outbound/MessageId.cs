using AccountNudge.Bot.Teams.Api;

namespace AccountNudge.Bot.Teams.Outbound;

/// <summary>How a message of ours is known: the conversation it was sent into, with its thread, and its activity.</summary>
/// <param name="ConversationId">Such as <c>19:…@thread.tacv2;messageid=1700000000000</c>.</param>
/// <param name="ActivityId">Empty when the Connector did not tell: such a message cannot be changed.</param>
internal readonly record struct MessageId(string ConversationId, string ActivityId)
{
    /// <summary>Separates the two; no conversation id contains it.</summary>
    private const char Between = '|';

    /// <summary>The chat or channel, without the thread.</summary>
    public string PlaceId => ConversationIds.PlaceOf(ConversationId);

    /// <summary>The conversation in which a message follows this one up; null when there is nothing to follow.</summary>
    public string? ThreadBelow => ActivityId.Length == 0 ? null : ConversationIds.Below(ConversationId, ActivityId);

    /// <summary>Null when it is no message of ours.</summary>
    public static MessageId? Read(string? text) =>
        text?.Split(Between) is [{ Length: > 0 } conversation, var activity] ? new MessageId(conversation, activity) : null;

    public override string ToString() => $"{ConversationId}{Between}{ActivityId}";
}
