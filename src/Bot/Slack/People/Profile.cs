using System.Text.Json;
using AccountNudge.Bot.Platforms;

namespace AccountNudge.Bot.Slack.People;

/// <summary>A person as Slack tells of them: docs.slack.dev/reference/objects/user-object.</summary>
/// <param name="Person">For the conversation.</param>
/// <param name="IsOutsider">Hears what is said, and is a guest or from elsewhere. Bots and people who left hear nothing.</param>
/// <param name="At">When it was read.</param>
internal sealed record Profile(ChatPerson Person, bool IsOutsider, TimeSpan At)
{
    /// <summary>Reads a user object. It may be incomplete in events: see <see cref="IsComplete"/>.</summary>
    /// <param name="user">The user object.</param>
    /// <param name="workspaceId">Where we ask.</param>
    /// <param name="enterpriseId">The organisation's id; its other workspaces' people are colleagues.</param>
    /// <param name="at">When it was read.</param>
    public static Profile Read(JsonElement user, string workspaceId, string? enterpriseId, TimeSpan at)
    {
        var id = user.TextOrNull("id") ?? "";
        var profile = user.At("profile");
        var isOutsider = user.IsTrue("is_restricted") || user.IsTrue("is_ultra_restricted") || user.IsTrue("is_stranger") || IsFromElsewhere(user, workspaceId, enterpriseId);
        var isNobody = user.IsTrue("deleted") || user.IsTrue("is_bot") || id == "USLACKBOT";
        var name = profile.TextOrNull("display_name") ?? profile.TextOrNull("real_name") ?? user.TextOrNull("real_name") ?? user.TextOrNull("name") ?? id;
        var zone = user.TextOrNull("tz") is { } tz ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(tz) : null;
        return new Profile(new ChatPerson(id, name, user.TextOrNull("locale"), zone, isOutsider || isNobody), isOutsider && !isNobody, at);
    }

    /// <summary>Someone of whom nothing is known is given nothing.</summary>
    public static ChatPerson Stranger(string userId) => new(userId, userId, IsGuest: true);

    /// <summary>Whether an event's user object tells all there is to know.</summary>
    public static bool IsComplete(JsonElement user) =>
        user.At("profile").ValueKind == JsonValueKind.Object && user.At("is_restricted").ValueKind is JsonValueKind.True or JsonValueKind.False;

    private static bool IsFromElsewhere(JsonElement user, string workspaceId, string? enterpriseId)
    {
        if ((user.TextOrNull("team_id") ?? user.At("profile").TextOrNull("team")) is not { } team || team == workspaceId) return false;
        var organisation = user.At("enterprise_user");
        if (organisation.At("teams") is { ValueKind: JsonValueKind.Array } teams && teams.EnumerateArray().Any(one => one.ValueEquals(workspaceId))) return false;
        return enterpriseId is null || (organisation.TextOrNull("enterprise_id") ?? user.TextOrNull("enterprise_id")) != enterpriseId;
    }
}
