using NodaTime;

namespace AccountNudge.Bot.Teams.Api;

/// <summary>What became of one call of the Connector.</summary>
internal abstract record TeamsAnswer
{
    /// <summary>It did it.</summary>
    public record Done : TeamsAnswer
    {
        /// <summary>Of what was sent or opened; empty when it was not told, which also is a success.</summary>
        public string Id { get; init; } = "";
    }

    /// <summary>Someone who is there.</summary>
    public sealed record Found(Member Member) : Done;

    /// <summary>Some of those who are there.</summary>
    /// <param name="Members">Who.</param>
    /// <param name="Continuation">Where the next page begins; null when this is the last.</param>
    public sealed record Page(IReadOnlyList<Member> Members, string? Continuation) : Done;

    /// <summary>The channels of a team, as far as it tells.</summary>
    public sealed record List(IReadOnlyList<ListedChannel> Channels) : Done;

    /// <summary>It refused for good: it certainly was not done.</summary>
    /// <param name="Status">The HTTP status, such as 403.</param>
    /// <param name="Error">The Connector's own word for it, such as <c>BotNotInConversationRoster</c>; never more than a word.</param>
    public sealed record Refused(int Status, string Error) : TeamsAnswer;

    /// <summary>It certainly was not done and may be tried again: 429, 412, our own pacing, no token yet, a connection that never came about.</summary>
    /// <param name="After">Elapsed real time to wait at least.</param>
    public sealed record Later(Duration After) : TeamsAnswer;

    /// <summary>The answer leaves open whether it was done: 408, 5xx, a cut connection. A POST must not be repeated blindly.</summary>
    public sealed record Uncertain : TeamsAnswer;
}
