using System.Text.Json;
using AccountNudge.Bot.Platforms;

namespace AccountNudge.Bot.Slack.People;

/// <summary>What is remembered of a channel.</summary>
/// <param name="Name">Without a leading #.</param>
internal sealed record ChannelInfo(string Name)
{
    /// <summary>Shared with another organisation, or about to be.</summary>
    public bool IsShared { get; init; }

    /// <summary>When that was read.</summary>
    public TimeSpan SharedAt { get; init; } = TimeSpan.MinValue;

    /// <summary>Guests are among its members.</summary>
    public bool HasGuests { get; init; }

    /// <summary>When that was read.</summary>
    public TimeSpan MembersAt { get; init; } = TimeSpan.MinValue;

    /// <summary>When an event last told something of it: what was read before no longer counts.</summary>
    public TimeSpan HeardAt { get; init; } = TimeSpan.MinValue;

    /// <summary>The other one in a direct message.</summary>
    public string? Partner { get; init; }

    /// <summary>
    /// Whether a conversation object (docs.slack.dev/reference/objects/conversation-object) is shared with outsiders: connected to
    /// another organisation, or invited to be. Shared with the other workspaces of one's own organisation it is not.
    /// <c>users.conversations</c> carries the same flags (slackapi/node-slack-sdk, UsersConversationsResponse).
    /// </summary>
    public static bool IsSharedOutside(JsonElement channel) =>
        channel.IsTrue("is_ext_shared") || channel.IsTrue("is_pending_ext_shared") || (channel.IsTrue("is_shared") && !channel.IsTrue("is_org_shared"))
        || channel.Items("pending_shared").Any() || channel.Items("pending_connected_team_ids").Any();
}

/// <summary>The people of one workspace: who is a colleague, and who is a guest.</summary>
internal sealed class WorkspaceRoster(TimeSpan at, string? enterpriseId)
{
    private readonly Lock gate = new();
    private readonly HashSet<string> colleagues = new(StringComparer.Ordinal);
    private readonly HashSet<string> outsiders = new(StringComparer.Ordinal);

    /// <summary>When it was read.</summary>
    public TimeSpan At => at;

    /// <summary>The organisation the workspace is in.</summary>
    public string? EnterpriseId => enterpriseId;

    /// <summary>Whether a person is an outsider; null when they are not on it.</summary>
    public bool? IsOutsider(string userId)
    {
        lock (gate) return colleagues.Contains(userId) ? false : outsiders.Contains(userId) ? true : null;
    }

    public void Set(string userId, bool isOutsider)
    {
        lock (gate)
        {
            (isOutsider ? colleagues : outsiders).Remove(userId);
            (isOutsider ? outsiders : colleagues).Add(userId);
        }
    }

    public void Remove(string userId)
    {
        lock (gate)
        {
            colleagues.Remove(userId);
            outsiders.Remove(userId);
        }
    }
}
