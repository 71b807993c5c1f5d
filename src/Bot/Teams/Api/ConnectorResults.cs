using AccountNudge.Bot.Platforms;

namespace AccountNudge.Bot.Teams.Api;

/// <summary>The Connector sent or opened something.</summary>
internal sealed record ConnectorDone : CallResult.Done
{
    /// <summary>Of what was sent or opened; empty when it was not told, which also is a success.</summary>
    public string Id { get; init; } = "";
}

/// <summary>Someone who is there.</summary>
internal sealed record MemberFound(TeamsMember Member) : CallResult.Done;

/// <summary>Some of those who are there.</summary>
/// <param name="Members">Who.</param>
/// <param name="Continuation">Where the next page begins; null when this is the last.</param>
internal sealed record MemberPage(IReadOnlyList<TeamsMember> Members, string? Continuation) : CallResult.Done;

/// <summary>The channels of a team, as far as it tells.</summary>
internal sealed record ChannelList(IReadOnlyList<ListedChannel> Channels) : CallResult.Done;
