using System.Text.Json;
using AccountNudge.Bot.Platforms;

namespace AccountNudge.Bot.Slack.Api;

/// <summary>Reads a list page by page: docs.slack.dev/apis/web-api/pagination.</summary>
internal static class Paging
{
    private static readonly Duration LongestWait = Duration.FromMinutes(2);

    /// <summary>Reads all pages; see <see cref="CallResults.ReadPage"/> for what is waited for.</summary>
    /// <returns>Null when everything was read; otherwise what came in between.</returns>
    public static async Task<CallResult?> Read(SlackApi api, string workspaceId, string method, JsonObject arguments, int most, Action<JsonElement> take, TimeProvider time)
    {
        string? cursor = null;
        for (var page = 0; page < most; page++)
        {
            if (cursor is not null) arguments["cursor"] = cursor;
            var answer = await CallResults.ReadPage(() => api.Call(workspaceId, method, (JsonObject)arguments.DeepClone(), CancellationToken.None), page, LongestWait, time);
            if (answer is not SlackDone done) return answer;
            take(done.Body);
            if ((cursor = CursorOf(done.Body)) is null) return null;
        }

        return new CallResult.Refused("too_many_pages");
    }

    /// <summary>Where the next page begins; null after the last one.</summary>
    public static string? CursorOf(JsonElement body) => body.At("response_metadata").TextOrNull("next_cursor");
}
