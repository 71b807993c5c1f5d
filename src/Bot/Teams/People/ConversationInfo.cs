using AccountNudge.Bot.Teams.Framework;

namespace AccountNudge.Bot.Teams.People;

/// <summary>What one activity tells of the conversation it is about.</summary>
/// <param name="TenantId">The tenant.</param>
/// <param name="PlaceId">The chat or channel, without a thread.</param>
/// <param name="Kind">As in <see cref="ConversationRow.Kind"/>.</param>
/// <param name="ServiceUrl">With a trailing slash.</param>
/// <param name="BotId">The bot's own id there.</param>
internal sealed record ConversationInfo(string TenantId, string PlaceId, string Kind, string ServiceUrl, string BotId)
{
    /// <summary>When it happened by Teams' own clock, in Unix milliseconds.</summary>
    public required long At { get; init; }

    public string? TeamId { get; init; }

    public string? PersonId { get; init; }

    public string? Name { get; init; }

    public string? ChannelType { get; init; }

    /// <summary>Null when it does not tell which conversation it is about.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="now">Stands in when it does not tell its time.</param>
    public static ConversationInfo? Of(Activity activity, DateTimeOffset now)
    {
        // Events of a team come from the team, whose id is its first channel's, and name the channel they are about:
        // learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events.
        var channel = activity.Channel;
        var chosen = activity.Type == "installationUpdate" ? activity.SelectedChannelId : null;
        var place = chosen ?? (activity.Type == "message" ? null : channel?.Id is { Length: > 0 } id ? id : null) ?? activity.PlaceId;
        var kind = activity.TeamId is not null ? ConversationRow.Channel : activity.ConversationType;
        if (activity.TenantId.Length == 0 || place.Length == 0 || kind is not (ConversationRow.Personal or "groupChat" or ConversationRow.Channel)) return null;
        var isOfChannel = channel?.Id == place;
        return new ConversationInfo(activity.TenantId, place, kind, activity.ServiceUrl.TrimEnd('/') + "/", activity.BotId)
        {
            At = (activity.Timestamp ?? now).ToUnixTimeMilliseconds(),
            TeamId = activity.TeamId,
            PersonId = kind == ConversationRow.Personal && activity.PersonId != activity.BotId && activity.PersonId.Length > 0 ? activity.PersonId : null,
            Name = (isOfChannel ? channel?.Name : null) ?? NameOf(activity, place),
            ChannelType = isOfChannel ? channel?.Type : null,
        };
    }

    /// <summary>A team's first channel has no name of its own (learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context): it goes by the team's.</summary>
    private static string? NameOf(Activity activity, string place) =>
        place == activity.TeamId ? activity.TeamName
        : place == activity.PlaceId ? activity.ConversationName : null;
}
