using AccountNudge.Bot.Teams.Framework;

namespace AccountNudge.Bot.Teams.People;

/// <summary>What an activity means for the conversation it is about.</summary>
internal enum ChangeKind
{
    /// <summary>No change but where the conversation is reached.</summary>
    Seen,

    /// <summary>Somebody wrote to the bot, so it is there.</summary>
    Spoken,

    /// <summary>The bot was added.</summary>
    Came,

    /// <summary>The bot was removed.</summary>
    Left,

    /// <summary>Who hears it may have changed.</summary>
    Unsettled,

    /// <summary>Another team was let into the channel.</summary>
    Shared,

    /// <summary>Another team was put out of the channel.</summary>
    Unshared,
}

/// <summary>A change of a conversation, or of a whole Microsoft team with all its channels.</summary>
/// <remarks>
/// Event types: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events, and for
/// shared and private channels learn.microsoft.com/microsoftteams/platform/build-apps-for-shared-private-channels. They are
/// written in more than one case there, such as <c>teamrestored</c>. Unknown ones may come at any time.
/// </remarks>
internal readonly record struct ConversationChange(ChangeKind Kind, bool OfWholeTeam = false)
{
    public static ConversationChange Of(Activity activity) => activity.Type switch
    {
        "message" => new ConversationChange(ChangeKind.Spoken),
        "conversationUpdate" => OfUpdate(activity),
        // An upgrade is told as add-upgrade; remove-upgrade removes nothing.
        "installationUpdate" => activity.Action switch
        {
            "add" or "add-upgrade" => Wide(ChangeKind.Came, activity),
            "remove" => Wide(ChangeKind.Left, activity),
            _ => new ConversationChange(ChangeKind.Seen),
        },
        // An invoke does not tell that we are there: a message action may be called where the bot never was.
        _ => new ConversationChange(ChangeKind.Seen),
    };

    private static ConversationChange OfUpdate(Activity activity) => activity.EventType.ToUpperInvariant() switch
    {
        "CHANNELDELETED" => new ConversationChange(ChangeKind.Left),
        "CHANNELRESTORED" => new ConversationChange(ChangeKind.Came),
        "CHANNELSHARED" => new ConversationChange(ChangeKind.Shared),
        "CHANNELUNSHARED" => new ConversationChange(ChangeKind.Unshared),
        "CHANNELMEMBERADDED" or "CHANNELMEMBERREMOVED" => new ConversationChange(OfMembers(activity)),
        "TEAMDELETED" or "TEAMHARDDELETED" => Wide(ChangeKind.Left, activity),
        "TEAMRESTORED" => Wide(ChangeKind.Came, activity),
        _ => OfMembers(activity) is var happening and not ChangeKind.Seen ? Wide(happening, activity) : new ConversationChange(ChangeKind.Seen),
    };

    private static ChangeKind OfMembers(Activity activity)
    {
        var (added, removed) = (Added(activity), Removed(activity));
        if (removed.Contains(activity.BotId)) return ChangeKind.Left;
        if (added.Contains(activity.BotId)) return ChangeKind.Came;
        // A change among the members that names nobody is one all the same.
        var isOfMembers = activity.EventType.Contains("member", StringComparison.OrdinalIgnoreCase);
        return isOfMembers || added.Count + removed.Count > 0 ? ChangeKind.Unsettled : ChangeKind.Seen;
    }

    /// <summary>Who was let into a chat, a channel or a whole team, if an activity tells of that.</summary>
    public static HashSet<string> Added(Activity activity) => Ids(activity.Added);

    /// <summary>Who was put out of a chat, a channel or a whole team, or left, if an activity tells of that.</summary>
    public static HashSet<string> Removed(Activity activity) => Ids(activity.Removed);

    private static HashSet<string> Ids(IEnumerable<string> ids) => ids.ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static ConversationChange Wide(ChangeKind happening, Activity activity) => new(happening, activity.TeamId is not null);
}
