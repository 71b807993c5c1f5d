using System.Collections.Frozen;
using AccountNudge.Bot.Platforms.Pacing;

namespace AccountNudge.Bot.Slack.Api;

/// <summary>What is to be known of the Web API's methods before they are called.</summary>
internal static class SlackMethods
{
    /// <summary>The one method with limits of its own.</summary>
    public const string PostMessage = "chat.postMessage";
    private static readonly RateLimit Tier2 = PerMinute(20, burst: 4);
    private static readonly RateLimit Tier3 = PerMinute(50, burst: 10);
    private static readonly RateLimit Tier4 = PerMinute(100, burst: 6);

    /// <summary>One message a second and channel; a little more, for what is late on the way. docs.slack.dev/apis/web-api/rate-limits.</summary>
    public static readonly RateLimit PostsToChannel = new(1, TimeSpan.FromSeconds(1.05));

    /// <summary>"Several hundred messages a minute" and workspace. docs.slack.dev/reference/methods/chat.postMessage.</summary>
    public static readonly RateLimit PostsToWorkspace = PerMinute(300, burst: 15);

    /// <summary>
    /// Methods that take form fields only, no JSON: "This method does not currently accept application/json" on each one's page
    /// below docs.slack.dev/reference/methods; see also docs.slack.dev/changelog/2017-10-keeping-up-with-the-jsons.
    /// </summary>
    private static readonly FrozenSet<string> FormsOnly = FrozenSet.Create(
        "chat.getPermalink", "conversations.history", "conversations.info", "conversations.members", "files.getUploadURLExternal", "oauth.v2.access", "users.conversations", "users.info", "users.list");

    /// <summary>
    /// The tiers, per method and workspace: docs.slack.dev/apis/web-api/rate-limits and each method's page. Opening sockets is
    /// left to the one who reconnects, with a back-off of its own; what Slack answers with 429 waits in any case.
    /// </summary>
    private static readonly FrozenDictionary<string, RateLimit> Tiers = new Dictionary<string, RateLimit>(StringComparer.Ordinal)
    {
        ["users.list"] = Tier2,
        ["chat.update"] = Tier3,
        ["conversations.history"] = Tier3,
        ["conversations.info"] = Tier3,
        ["conversations.open"] = Tier3,
        ["users.conversations"] = Tier3,
        ["chat.postEphemeral"] = Tier4,
        ["conversations.members"] = Tier4,
        ["files.completeUploadExternal"] = Tier4,
        ["files.getUploadURLExternal"] = Tier4,
        ["users.info"] = Tier4,
        ["views.open"] = Tier4,
        ["views.publish"] = Tier4,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How often a method may be called in a workspace; null where nothing is known.</summary>
    public static RateLimit? LimitOf(string method) => method == PostMessage ? PostsToWorkspace : Tiers.TryGetValue(method, out var limit) ? limit : null;

    /// <summary>
    /// Whether the next call waits for the answer to the one before, so that a 429 is heeded by all. Views do not: they have
    /// three seconds to open, whatever has become of other ones.
    /// </summary>
    public static bool IsOneByOne(string method) => !method.StartsWith("views.", StringComparison.Ordinal) && LimitOf(method) is not null;

    /// <summary>The body of a call, as the method takes it.</summary>
    public static HttpContent Body(string method, JsonObject arguments) =>
        FormsOnly.Contains(method)
            ? new FormUrlEncodedContent(arguments.Where(argument => argument.Value is not null).Select(argument => KeyValuePair.Create(argument.Key, Field(argument.Value!))))
            : Json(arguments);

    /// <summary>A JSON body as Slack wants it, with its charset named.</summary>
    public static HttpContent Json(JsonObject body) => new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");

    private static string Field(JsonNode value) => value is JsonValue plain && plain.TryGetValue<string>(out var text) ? text : value.ToJsonString();

    /// <summary>A second a minute is kept back: what is late on the way must not fall into the next minute's count.</summary>
    private static RateLimit PerMinute(int times, int burst) => new(burst, TimeSpan.FromSeconds(61.0 / (times - burst)));
}
