using AccountNudge.Bot.Teams.Framework;

namespace AccountNudge.Bot.Teams.People;

/// <summary>What an activity means for the conversation it is about.</summary>
internal enum Happening
{
    /// <summary>Nothing that is remembered, but where the conversation is reached.</summary>
    Seen,

    /// <summary>Somebody spoke to us: we are there.</summary>
    Spoken,

    /// <summary>We were let in.</summary>
    Came,

    /// <summary>We were put out.</summary>
    Left,

    /// <summary>Who hears it may have changed.</summary>
    Unsettled,

    /// <summary>Another team was let into the channel.</summary>
    Shared,

    /// <summary>Another team was put out of the channel.</summary>
    Unshared,
}

/// <summary>News of a conversation, or of a whole Microsoft team with all its channels.</summary>
/// <remarks>
/// Event types: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events, and for
/// shared and private channels learn.microsoft.com/microsoftteams/platform/build-apps-for-shared-private-channels. They are
/// written in more than one case there, such as <c>teamrestored</c>. Unknown ones may come at any time.
/// </remarks>
internal readonly record struct News(Happening Happening, bool OfWholeTeam = false)
{
    public static News Of(Activity activity) => activity.Type switch
    {
        "message" => new News(Happening.Spoken),
        "conversationUpdate" => OfUpdate(activity),
        // An upgrade is told as add-upgrade; remove-upgrade is no farewell.
        "installationUpdate" => activity.Action switch
        {
            "add" or "add-upgrade" => Wide(Happening.Came, activity),
            "remove" => Wide(Happening.Left, activity),
            _ => new News(Happening.Seen),
        },
        // An invoke does not tell that we are there: a message action may be called where the bot never was.
        _ => new News(Happening.Seen),
    };

    private static News OfUpdate(Activity activity) => activity.EventType.ToUpperInvariant() switch
    {
        "CHANNELDELETED" => new News(Happening.Left),
        "CHANNELRESTORED" => new News(Happening.Came),
        "CHANNELSHARED" => new News(Happening.Shared),
        "CHANNELUNSHARED" => new News(Happening.Unshared),
        "CHANNELMEMBERADDED" or "CHANNELMEMBERREMOVED" => new News(OfMembers(activity)),
        "TEAMDELETED" or "TEAMHARDDELETED" => Wide(Happening.Left, activity),
        "TEAMRESTORED" => Wide(Happening.Came, activity),
        _ => OfMembers(activity) is var happening and not Happening.Seen ? Wide(happening, activity) : new News(Happening.Seen),
    };

    private static Happening OfMembers(Activity activity)
    {
        var (added, removed) = (Added(activity), Removed(activity));
        if (removed.Contains(activity.BotId)) return Happening.Left;
        if (added.Contains(activity.BotId)) return Happening.Came;
        // A change among the members that names nobody is one all the same.
        var isOfMembers = activity.EventType.Contains("member", StringComparison.OrdinalIgnoreCase);
        return isOfMembers || added.Count + removed.Count > 0 ? Happening.Unsettled : Happening.Seen;
    }

    /// <summary>Who was let into a chat, a channel or a whole team, if an activity tells of that.</summary>
    public static HashSet<string> Added(Activity activity) => Ids(activity.Added);

    /// <summary>Who was put out of a chat, a channel or a whole team, or left, if an activity tells of that.</summary>
    public static HashSet<string> Removed(Activity activity) => Ids(activity.Removed);

    private static HashSet<string> Ids(IEnumerable<string> ids) => ids.ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static News Wide(Happening happening, Activity activity) => new(happening, activity.TeamId is not null);
}
