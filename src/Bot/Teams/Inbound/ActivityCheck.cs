using System.Text.Json;
using AccountNudge.Bot.Teams.Wire;

namespace AccountNudge.Bot.Teams.Inbound;

/// <summary>Tells whether something is an activity that can be worked with at all.</summary>
internal static class ActivityCheck
{
    /// <summary>It says what it is, and all its characters are whole.</summary>
    public static bool IsReadable(Activity activity) => activity.Json.ValueKind == JsonValueKind.Object && IsWhole(activity.Json) && activity.Type.Length > 0;

    /// <summary>It says where, in ids that can be stored.</summary>
    public static bool SaysWhere(Activity activity) => new[] { activity.TenantId, activity.PlaceId, activity.BotId }.All(IsId);

    /// <summary>It says who did it. News of a place need not.</summary>
    public static bool SaysWho(Activity activity) => IsId(activity.PersonId);

    private static bool IsId(string id) => id.Length is > 0 and <= TeamsInboxTable.LongestId && !id.Any(char.IsControl);

    /// <summary>JSON can write half of a character that takes two, which nobody can read.</summary>
    private static bool IsWhole(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                try
                {
                    return json.GetString() is not null;
                }
                catch (InvalidOperationException)
                {
                    return false;
                }

            case JsonValueKind.Object:
                return json.EnumerateObject().All(property => IsWhole(property.Value));
            case JsonValueKind.Array:
                return json.EnumerateArray().All(IsWhole);
            default:
                return true;
        }
    }
}
