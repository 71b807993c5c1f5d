using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Slack.Api;

namespace AccountNudge.Bot.Slack.Inbound.Work;

/// <summary>A way to send something: a method of the Web API, or a response URL.</summary>
/// <param name="Method">The method; empty for a response URL.</param>
/// <param name="Fields">What goes with the content on this way.</param>
internal sealed record SlackRoute(string Method, JsonObject Fields)
{
    /// <summary>The response URL, where there is no method.</summary>
    public Uri? ResponseUrl { get; init; }

    /// <summary>The channel whose people hear it; null when only the person does.</summary>
    public string? HeardIn { get; init; }

    /// <summary>By a response URL.</summary>
    public static SlackRoute Respond(Uri responseUrl, JsonObject fields) => new("", fields) { ResponseUrl = responseUrl };
}

/// <summary>Something to send in answer to somebody, and the ways to try, best first.</summary>
/// <param name="Content">The message.</param>
/// <param name="Routes">At least one.</param>
internal sealed record ReplyCall(JsonObject Content, IReadOnlyList<SlackRoute> Routes)
{
    private static readonly Duration AfterDoubt = Duration.FromSeconds(2);

    /// <summary>The message without what Slack may refuse to draw; null when there is no other.</summary>
    public JsonObject? Plain { get; init; }

    /// <summary>The post of a live card, which learns where it stands; null for anything else.</summary>
    public Guid? PostId { get; init; }

    /// <summary>It may stand there already: it is sent once more, and never again.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>Makes the call by its first route.</summary>
    public async Task<CallResult> Send(SlackApi api, string workspaceId, CancellationToken cancellation)
    {
        var (route, arguments) = (Routes[0], Merged(Content, Routes[0].Fields));
        return route.ResponseUrl is { } responseUrl ? await api.Respond(responseUrl, arguments, cancellation) : await api.Call(workspaceId, route.Method, arguments, cancellation);
    }

    /// <summary>What is left to do after an answer; null when nothing is, and how long to wait before.</summary>
    public (ReplyCall? Left, Duration Wait) After(CallResult answer) => answer switch
    {
        CallResult.Refused refused when Plain is not null && SlackErrors.IsOfDrawing(refused.Error) => (this with { Content = Plain, Plain = null }, Duration.Zero),
        CallResult.Refused when Routes.Count > 1 => (this with { Routes = [.. Routes.Skip(1)], IsDoubtful = false }, Duration.Zero),
        CallResult.Later later => (this, later.After),
        CallResult.Uncertain when !IsDoubtful => (this with { IsDoubtful = true }, AfterDoubt),
        _ => (null, Duration.Zero),
    };

    private static JsonObject Merged(JsonObject content, JsonObject fields)
    {
        var merged = (JsonObject)content.DeepClone();
        foreach (var (name, value) in fields) merged[name] = value?.DeepClone();
        return merged;
    }
}
