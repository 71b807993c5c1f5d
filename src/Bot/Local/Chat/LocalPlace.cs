namespace AccountNudge.Bot.Local.Chat;

/// <summary>How places of the local page are named.</summary>
public static class LocalPlace
{
    /// <summary>The name of the platform, and of its only workspace.</summary>
    public const string Platform = "local";
    private const string DirectPrefix = "direct:";

    /// <summary>The direct messages of a person with the bot.</summary>
    public static string Direct(string personId) => DirectPrefix + personId;

    /// <summary>Whether a place is somebody's direct messages.</summary>
    public static bool IsDirect(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place.StartsWith(DirectPrefix, StringComparison.Ordinal);
    }

    /// <summary>Whose direct messages a place is; the place itself when it is a channel.</summary>
    public static string Owner(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return IsDirect(place) ? place[DirectPrefix.Length..] : place;
    }

    /// <summary>Where a target lies.</summary>
    public static string Of(ChatTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target.IsDirect && !IsDirect(target.Address) ? Direct(target.Address) : target.Address;
    }
}
