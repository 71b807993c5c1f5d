using AccountNudge.Core.Posting;

namespace AccountNudge.Bot.Conversation.Model;

/// <summary>Where a message goes.</summary>
/// <param name="WorkspaceId">The platform's id of the workspace.</param>
/// <param name="Address">The platform's id of the channel, or of the person when it is direct.</param>
/// <param name="IsDirect">A direct message to one person.</param>
public sealed record ChatTarget(string WorkspaceId, string Address, bool IsDirect)
{
    /// <summary>
    /// The earlier message about the same matter, which a new one may follow in its thread. Only where people see that: Teams
    /// moves a thread down to where they read when something is added to it; in Slack a reply is not seen in the channel.
    /// </summary>
    public string? FollowsMessageId { get; init; }
}

/// <summary>One chat platform, seen from the conversation: the outermost seam.</summary>
public interface IChatPlatform
{
    /// <summary>As in <see cref="Turn.Platform"/>.</summary>
    string Name { get; }

    /// <summary>Posts a new message. The key travels with it where the platform allows, so that <see cref="Find"/> can tell.</summary>
    Task<Delivery> Post(ChatTarget target, Card card, string key, CancellationToken cancellation);

    /// <summary>Whether the message with this key stands there, having been sent at this real instant at the earliest.</summary>
    Task<Lookup> Find(ChatTarget target, string key, Instant sentAfter, CancellationToken cancellation);

    /// <summary>Replaces a message's card for everyone.</summary>
    Task<Delivery> Update(ChatTarget target, string messageId, Card card, CancellationToken cancellation);

    /// <summary>Lets everybody who is in a team's home belong to the team, as soon as the platform tells who is. Throws only when the database does.</summary>
    Task FollowHome(string workspaceId, string channelId, CancellationToken cancellation);

    /// <summary>In which of these channels somebody is; null when the platform does not tell at the moment.</summary>
    Task<IReadOnlyCollection<string>?> ChannelsOf(string workspaceId, string personId, IReadOnlyCollection<string> among, CancellationToken cancellation);
}
