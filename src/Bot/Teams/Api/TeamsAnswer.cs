using System.Text.Json;
using NodaTime;

namespace AccountNudge.Bot.Teams.Api;

/// <summary>What became of one call of the Connector.</summary>
internal abstract record TeamsAnswer
{
    /// <summary>It did it.</summary>
    /// <param name="Body">The whole answer; undefined when there was none, which also is a success.</param>
    public sealed record Done(JsonElement Body) : TeamsAnswer;

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
