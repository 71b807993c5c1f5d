namespace AccountNudge.Core.Accounts;

/// <summary>Why a place takes no posts, as far as people can do something about it. The platforms' own words stay in their folders.</summary>
public enum RefusalReason
{
    /// <summary>Any other reason, such as a channel that was deleted.</summary>
    Other,

    /// <summary>The channel was archived.</summary>
    Archived,

    /// <summary>The bot is not in the channel.</summary>
    NotInChannel,

    /// <summary>Outsiders listen in the channel.</summary>
    Outsiders,

    /// <summary>The bot was removed from the channel; added again, it can speak there.</summary>
    Removed,

    /// <summary>The platform does not let the bot speak there, such as when an administrator has blocked it.</summary>
    NotAllowed,
}
