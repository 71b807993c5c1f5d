using System.Collections.Frozen;

namespace AccountNudge.Bot.Slack.Api;

/// <summary>Slack's words for what it does not take.</summary>
internal static class SlackErrors
{
    /// <summary>The message, not the place: it may pass when it is drawn more simply. docs.slack.dev/reference/methods/chat.postMessage, "Errors".</summary>
    private static readonly FrozenSet<string> OfDrawing = FrozenSet.Create(
        "invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long", "block_mismatch", "invalid_arguments");

    public static bool IsOfDrawing(string error) => OfDrawing.Contains(error);

    /// <summary>What people can do something about.</summary>
    public static RefusalReason ReasonOf(string error) => error switch
    {
        "is_archived" => RefusalReason.Archived,
        "not_in_channel" => RefusalReason.NotInChannel,
        _ => RefusalReason.Other,
    };
}
