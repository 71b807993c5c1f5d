using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AccountNudge.Bot.Tests.Teams.People;

/// <summary>As much of a Connector as telling who is where and taking messages needs, on loopback.</summary>
internal sealed class LoopbackConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Queue<Func<HttpContext, Task>>> faults = new(StringComparer.Ordinal);

    private LoopbackConnector(WebApplication app) => this.app = app;

    public Uri Url => new(app.Urls.Single() + "/teams/");

    /// <summary>Who is in a conversation.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<JsonObject>> Rosters { get; } = new(StringComparer.Ordinal);

    /// <summary>The channels of a Microsoft team.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<JsonObject>> Channels { get; } = new(StringComparer.Ordinal);

    /// <summary>Conversations that are not there.</summary>
    public ConcurrentDictionary<string, bool> Gone { get; } = new(StringComparer.Ordinal);

    /// <summary>Every call: method and path, decoded.</summary>
    public ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>What was sent or put in the place of something, in order.</summary>
    public ConcurrentQueue<(string Conversation, string? Replaced, JsonNode Activity)> Sent { get; } = [];

    public static async Task<LoopbackConnector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new LoopbackConnector(builder.Build());
        connector.Map();
        await connector.app.StartAsync();
        return connector;
    }

    /// <summary>How many calls had this in their path.</summary>
    public int Count(string part) => Calls.Count(call => call.Contains(part, StringComparison.Ordinal));

    /// <summary>Answers the next call whose path ends so with an error.</summary>
    public void Refuse(string ending, int status, string? code = null) => Break(ending, http =>
    {
        http.Response.StatusCode = status;
        if (status == 429) http.Response.Headers.RetryAfter = "20";
        return code is null ? Task.CompletedTask : http.Response.WriteAsJsonAsync(new JsonObject { ["error"] = new JsonObject { ["code"] = code } });
    });

    /// <summary>Cuts the connection of the next call whose path ends so.</summary>
    public void Cut(string ending) => Break(ending, http =>
    {
        http.Abort();
        return Task.CompletedTask;
    });

    /// <summary>Answers the next call whose path ends so with something.</summary>
    public void Answer(string ending, string body) => Break(ending, http => http.Response.WriteAsync(body));

    /// <summary>Holds the next call whose path ends so until it is let go; it is answered as things were when it came.</summary>
    public Held Hold(string ending, string body, int status = 200)
    {
        var held = new Held();
        Break(ending, async http =>
        {
            held.Came.SetResult();
            await held.Go.Task;
            http.Response.StatusCode = status;
            await http.Response.WriteAsync(body);
        });
        return held;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Break(string ending, Func<HttpContext, Task> fault) => faults.GetOrAdd(ending, _ => new Queue<Func<HttpContext, Task>>()).Enqueue(fault);

    private void Map()
    {
        app.Use(async (http, next) =>
        {
            var path = Uri.UnescapeDataString(http.Request.Path.Value ?? "");
            Calls.Enqueue($"{http.Request.Method} {path}");
            var fault = faults.FirstOrDefault(entry => path.EndsWith(entry.Key, StringComparison.Ordinal) && entry.Value.Count > 0).Value;
            await (fault is null ? next() : fault.Dequeue()(http));
        });
        app.MapGet("/teams/v3/conversations/{id}/pagedmembers", (string id, int pageSize, string? continuationToken) => Page(id, pageSize, continuationToken));
        app.MapGet("/teams/v3/conversations/{id}/members/{person}", (string id, string person) =>
            Rosters.GetValueOrDefault(id)?.FirstOrDefault(member => member["id"]!.GetValue<string>() == person) is { } member ? Json(member) : Error(404, "MemberNotFoundInConversation"));
        app.MapGet("/teams/v3/teams/{id}/conversations", (string id) =>
            Channels.TryGetValue(id, out var channels) ? Json(new JsonObject { ["conversations"] = Copy(channels) }) : Error(404, "TeamNotFound"));
        app.MapPost("/teams/v3/conversations", (JsonObject body) => Json(new JsonObject { ["id"] = $"a:{body["members"]![0]!["id"]!.GetValue<string>()}" }));
        app.MapPost("/teams/v3/conversations/{id}/activities", (string id, JsonObject activity) => Take(id, null, activity));
        app.MapPut("/teams/v3/conversations/{id}/activities/{replaced}", (string id, string replaced, JsonObject activity) => Take(id, replaced, activity));
    }

    private IResult Page(string id, int pageSize, string? continuationToken)
    {
        if (!Rosters.TryGetValue(id, out var roster)) return Error(404, "ConversationNotFound");
        var start = int.Parse(continuationToken ?? "0", CultureInfo.InvariantCulture);
        var page = new JsonObject { ["members"] = Copy(roster.Skip(start).Take(pageSize)) };
        if (start + pageSize < roster.Count) page["continuationToken"] = (start + pageSize).ToString(CultureInfo.InvariantCulture);
        return Json(page);
    }

    private IResult Take(string id, string? replaced, JsonObject activity)
    {
        if (Gone.ContainsKey(id)) return Error(404, "ConversationNotFound");
        Sent.Enqueue((id, replaced, activity));
        return Json(new JsonObject { ["id"] = replaced ?? $"1700000000{Sent.Count:000}" });
    }

    private static JsonArray Copy(IEnumerable<JsonObject> items) => [.. items.Select(item => item.DeepClone())];

    private static IResult Json(JsonObject json) => Results.Text(json.ToJsonString(), "application/json");

    private static IResult Error(int status, string code) =>
        Results.Text(new JsonObject { ["error"] = new JsonObject { ["code"] = code } }.ToJsonString(), "application/json", statusCode: status);
}

/// <summary>A call that waits for its answer.</summary>
internal sealed class Held
{
    public TaskCompletionSource Came { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
