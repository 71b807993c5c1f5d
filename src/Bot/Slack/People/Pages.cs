using System.Text.Json;
using System.Text.Json.Nodes;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Bot.Wire;
using NodaTime;

namespace AccountNudge.Bot.Slack.People;

/// <summary>Reads a list page by page: docs.slack.dev/apis/web-api/pagination.</summary>
internal static class Pages
{
    /// <summary>
    /// Reads all pages. When the first one has to wait, nobody waits for it here; later ones are waited for, so that what was
    /// read is not read again.
    /// </summary>
    /// <returns>Null when everything was read; otherwise what came in between.</returns>
    public static async Task<SlackAnswer?> Read(SlackApi api, string workspaceId, string method, JsonObject arguments, int most, Action<JsonElement> take, TimeProvider time)
    {
        string? cursor = null;
        for (var page = 0; page < most; page++)
        {
            if (cursor is not null) arguments["cursor"] = cursor;
            var answer = await api.Call(workspaceId, method, (JsonObject)arguments.DeepClone(), CancellationToken.None);
            for (var waits = 0; page > 0 && waits < 3 && answer is SlackAnswer.Later later && later.After < Duration.FromMinutes(2); waits++)
            {
                await Task.Delay(later.After.ToTimeSpan(), time);
                answer = await api.Call(workspaceId, method, (JsonObject)arguments.DeepClone(), CancellationToken.None);
            }

            if (answer is not SlackAnswer.Done done) return answer;
            take(done.Body);
            if ((cursor = CursorOf(done.Body)) is null) return null;
        }

        return new SlackAnswer.Refused("too_many_pages", default);
    }

    /// <summary>Where the next page begins; null after the last one.</summary>
    public static string? CursorOf(JsonElement body) => body.At("response_metadata").TextOrNull("next_cursor");
}
