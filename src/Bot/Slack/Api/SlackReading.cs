using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using AccountNudge.Bot.Platforms;

namespace AccountNudge.Bot.Slack.Api;

/// <summary>
/// What an HTTP answer of Slack's means. Whatever does not say clearly that nothing was done leaves it open.
/// Errors common to all methods: docs.slack.dev/apis/web-api and the foot of every method's page.
/// </summary>
internal static class SlackReading
{
    private static readonly TimeSpan WhenUnsaid = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly FrozenSet<string> Open = FrozenSet.Create("fatal_error", "internal_error", "service_unavailable", "request_timeout");
    private static readonly FrozenSet<string> Limited = FrozenSet.Create("ratelimited", "rate_limited");

    /// <summary>A token that is being exchanged, a workspace that is moving into an organisation: it passes.</summary>
    private static readonly FrozenDictionary<string, Duration> Passing = new Dictionary<string, Duration>(StringComparer.Ordinal)
    {
        ["token_expired"] = Duration.FromSeconds(2),
        ["team_added_to_org"] = Duration.FromMinutes(1),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The app is no longer in the workspace.</summary>
    private static readonly FrozenSet<string> Ended = FrozenSet.Create("account_inactive", "token_revoked");

    /// <summary>The token is not valid for the workspace.</summary>
    private static readonly FrozenSet<string> NoAccess = FrozenSet.Create("access_denied", "invalid_auth", "not_authed", "org_login_required", "team_access_not_granted");

    /// <summary>Reads an answer with its whole body.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="retryAfter">The header, where there is one.</param>
    /// <param name="body">UTF-8.</param>
    public static CallResult Read(int status, TimeSpan? retryAfter, ReadOnlyMemory<byte> body)
    {
        var uncertain = new CallResult.Uncertain { Reason = $"HTTP {status}" };
        if (status == 429) return LimitedFor(retryAfter);
        if (status is >= 500 or 408) return uncertain;
        if (JsonReading.Object(body) is { } answer) return Read(answer, retryAfter, uncertain);
        // Response URLs say "ok" in plain text, or refuse with a bare status.
        if (status == 200 && Encoding.UTF8.GetString(body.Span).Trim() is "ok") return new SlackDone(default);
        return status is >= 400 and < 500 ? new CallResult.Refused($"http_{status}") : uncertain;
    }

    /// <summary>Whether the error means that the app was removed from the workspace.</summary>
    public static bool IsEnd(string error) => Ended.Contains(error);

    /// <summary>Whether the error means that the token opens nothing there.</summary>
    public static bool IsNoAccess(string error) => Ended.Contains(error) || NoAccess.Contains(error);

    private static CallResult Read(JsonElement answer, TimeSpan? retryAfter, CallResult.Uncertain uncertain)
    {
        if (answer.IsTrue("ok")) return new SlackDone(answer);
        if (answer.At("ok").ValueKind != JsonValueKind.False) return uncertain;
        var error = answer.At("error") is { ValueKind: JsonValueKind.String } word ? word.GetString()! : "unknown_error";
        if (Limited.Contains(error)) return LimitedFor(retryAfter);
        if (Open.Contains(error)) return uncertain;
        return Passing.TryGetValue(error, out var wait) ? new CallResult.Later(wait) { Error = error } : new CallResult.Refused(error);
    }

    private static CallResult.Limited LimitedFor(TimeSpan? retryAfter)
    {
        var wait = retryAfter ?? WhenUnsaid;
        return new CallResult.Limited(wait < Shortest ? Shortest : wait);
    }
}
