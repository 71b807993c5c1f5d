using System.Text.Json;
using NodaTime;

namespace AccountNudge.Bot.Slack.Api;

/// <summary>What became of one call of Slack's Web API or of a response URL.</summary>
internal abstract record SlackAnswer
{
    /// <summary>Slack did it.</summary>
    /// <param name="Body">The whole answer.</param>
    public sealed record Done(JsonElement Body) : SlackAnswer;

    /// <summary>Slack refused: it certainly was not done.</summary>
    /// <param name="Error">Slack's own word for it, such as <c>channel_not_found</c>.</param>
    /// <param name="Body">The whole answer.</param>
    public sealed record Refused(string Error, JsonElement Body) : SlackAnswer;

    /// <summary>It certainly was not done and may be tried again: a 429, our own pacing, or a connection that never came about.</summary>
    /// <param name="After">Elapsed real time to wait at least.</param>
    public sealed record Later(Duration After) : SlackAnswer
    {
        /// <summary>Slack's own word for it, such as <c>token_expired</c>; null where it has none.</summary>
        public string? Error { get; init; }
    }

    /// <summary>The answer never came, or it leaves open whether it was done (5xx, <c>fatal_error</c>, <c>internal_error</c>, a cut connection).</summary>
    public sealed record Uncertain : SlackAnswer;

    /// <summary>We have no valid token for the workspace: not installed, uninstalled or revoked.</summary>
    public sealed record NotInstalled : SlackAnswer;
}
