using AccountNudge.Bot.Teams.Api;
using AccountNudge.Core.Nudges;

namespace AccountNudge.Bot.Teams.Outbound;

/// <summary>
/// What the Connector refuses for good, in a short sentence for the log and the managers
/// (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages, "Status code responses").
/// </summary>
internal static class Refusals
{
    public const string NoConversation = "The conversation is gone.";
    public const string NoMessage = "The message is gone.";
    public const string TooMany = "Too many people are there to know who reads along.";
    public const string TooBig = "The message is too big.";
    public const string Guest = "The person is a guest, a bot or has left.";

    /// <summary>It is our registration or token that is refused, or the channel's team we do not know yet: it may pass once that is set right.</summary>
    public static bool IsOurs(TeamsAnswer.Refused refused) => refused is { Status: 401 } or { Error: "TeamUnknown" };

    public static string Of(TeamsAnswer.Refused refused) => (refused.Status, refused.Error) switch
    {
        (_, "BotNotInConversationRoster") => Refused.Removed,
        (_, "ConversationBlockedByUser" or "MessageWritesBlocked" or "BotDisabledByAdmin") => Refused.NotAllowed,
        (_, "ActivityNotFoundInConversation") => NoMessage,
        (_, "TooManyPeople") => TooMany,
        (403, _) => Refused.NotAllowed,
        (404, _) => NoConversation,
        (413, _) => TooBig,
        _ => $"Teams refused it with {refused.Status}.",
    };
}
