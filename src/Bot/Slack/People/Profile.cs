using System.Text.Json;
using AccountNudge.Bot.Conversation;
using NodaTime;

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
        var id = user.Text("id") ?? "";
        var profile = user.Child("profile");
        var isOutsider = user.Flag("is_restricted") || user.Flag("is_ultra_restricted") || user.Flag("is_stranger") || IsFromElsewhere(user, workspaceId, enterpriseId);
        var isNobody = user.Flag("deleted") || user.Flag("is_bot") || id == "USLACKBOT";
        var name = profile.Text("display_name") ?? profile.Text("real_name") ?? user.Text("real_name") ?? user.Text("name") ?? id;
        var zone = user.Text("tz") is { } tz ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(tz) : null;
        return new Profile(new ChatPerson(id, name, user.Text("locale"), zone, isOutsider || isNobody), isOutsider && !isNobody, at);
    }

    /// <summary>Someone of whom nothing is known is given nothing.</summary>
    public static ChatPerson Stranger(string userId) => new(userId, userId, IsGuest: true);

    /// <summary>Whether an event's user object tells all there is to know.</summary>
    public static bool IsComplete(JsonElement user) =>
        user.Child("profile").ValueKind == JsonValueKind.Object && user.Child("is_restricted").ValueKind is JsonValueKind.True or JsonValueKind.False;

    private static bool IsFromElsewhere(JsonElement user, string workspaceId, string? enterpriseId)
    {
        if ((user.Text("team_id") ?? user.Child("profile").Text("team")) is not { } team || team == workspaceId) return false;
        var organisation = user.Child("enterprise_user");
        if (organisation.Child("teams") is { ValueKind: JsonValueKind.Array } teams && teams.EnumerateArray().Any(one => one.ValueEquals(workspaceId))) return false;
        return enterpriseId is null || (organisation.Text("enterprise_id") ?? user.Text("enterprise_id")) != enterpriseId;
    }
}

/// <summary>Reads JSON that may lack anything.</summary>
internal static class Leniently
{
    /// <summary>A property; an undefined element when there is none.</summary>
    public static JsonElement Child(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) ? child : default;

    /// <summary>A text that says something; null otherwise.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.String } child && child.GetString() is { Length: > 0 } text ? text : null;

    public static bool Flag(this JsonElement element, string name) => element.Child(name).ValueKind == JsonValueKind.True;

    /// <summary>The elements of a list; none when there is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}
