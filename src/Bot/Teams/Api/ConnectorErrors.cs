using AccountNudge.Bot.Platforms;
using AccountNudge.Core.Posting;

namespace AccountNudge.Bot.Teams.Api;

/// <summary>
/// What the Connector refuses for good, in a short sentence for the log and the managers
/// (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages, "Status code responses").
/// </summary>
internal static class ConnectorErrors
{
    public static readonly Refused NoConversation = new("The conversation is gone.");
    public static readonly Refused NoMessage = new("The message is gone.");
    public static readonly Refused TooMany = new("Too many people are there to know who reads along.");
    public static readonly Refused Guest = new("The person is a guest, a bot or has left.");

    /// <summary>It is our registration or token that is refused, or the channel's team we do not know yet: it may pass once that is set right.</summary>
    public static bool IsOurs(CallResult.Refused refused) => refused is { Status: 401 } or { Error: "TeamUnknown" };

    /// <summary>
    /// Of something sent: it is the message that is refused, not the place, such as <c>BadSyntax</c> or <c>MessageSizeTooBig</c>. It may
    /// pass when it is drawn more simply. An id that leads nowhere we refuse ourselves, and that is no fault of the message.
    /// </summary>
    public static bool IsOfMessage(CallResult answer) => answer is CallResult.Refused { Status: 413 } or CallResult.Refused { Status: 400, Error: not "NoSuchId" };

    /// <summary>What a refused message comes to.</summary>
    public static Refused OfMessage(CallResult.Refused refused) => new($"Teams does not take the message: {refused.Status} {refused.Error}.") { IsOfMessage = true };

    public static Refused Of(CallResult.Refused refused) => (refused.Status, refused.Error) switch
    {
        (_, "BotNotInConversationRoster" or "NotThere") => Refused.Removed,
        (_, "ConversationBlockedByUser" or "MessageWritesBlocked" or "BotDisabledByAdmin") => Refused.NotAllowed,
        (_, "ActivityNotFoundInConversation") => NoMessage,
        (_, "TooManyPeople") => TooMany,
        (403, _) => Refused.NotAllowed,
        (404, _) => NoConversation,
        _ => new Refused($"Teams refused it with {refused.Status}."),
    };
}
