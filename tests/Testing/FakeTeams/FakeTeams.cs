using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace AccountNudge.Testing.Teams;

/// <summary>
/// A small Microsoft Teams on a free loopback port: the Connector that a bot calls, and the people whose clients call the bot.
/// It remembers what it is told, answers as Teams does wherever the product depends on it, and notes what a bot must not do.
/// </summary>
public sealed partial class FakeTeams : IAsyncDisposable
{
    /// <summary>In real service URLs the region stands here, such as <c>https://smba.trafficmanager.net/emea/</c>.</summary>
    private const string Region = "/emea/";

    private readonly Lock gate = new();
    private readonly CancellationTokenSource closing = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private WebApplication app = null!;
    private Uri address = null!;

    private FakeTeams()
    {
    }

    /// <summary>The bot's app id.</summary>
    public string AppId { get; } = "11111111-2222-3333-4444-555555555555";

    /// <summary>The bot's own id in every conversation.</summary>
    public string BotId => $"28:{AppId}";

    /// <summary>What people mention.</summary>
    public string BotName { get; } = "AccountNudge";

    /// <summary>Every call must carry a token; when false, none may.</summary>
    public bool RequireToken { get; set; }

    /// <summary>Which tokens the Connector takes; with <see cref="RequireToken"/> only.</summary>
    public Func<string, bool> Takes { get; set; } = static _ => true;

    /// <summary>Starts an empty one: no tenant, nobody in it.</summary>
    public static async Task<FakeTeams> Start()
    {
        var fake = new FakeTeams();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        fake.app = builder.Build();
        fake.app.Run(fake.Route);
        await fake.app.StartAsync();
        fake.address = new Uri(fake.app.Urls.Single());
        return fake;
    }

    /// <summary>Where a tenant's Connector is, with a trailing slash; other tenants' conversations are not there.</summary>
    public Uri ServiceUrl(string tenant) => new(address, $"{Region}{tenant}/");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        Mend();
        await app.DisposeAsync();
        http.Dispose();
        closing.Dispose();
        mending.Dispose();
    }

    private async Task Route(HttpContext context)
    {
        try
        {
            var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            if (target.StartsWith(Region, StringComparison.Ordinal)) await AnswerCall(context, target[Region.Length..]);
            else context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException || context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked is gone.
        }
    }

    private static async Task Write(HttpContext context, Answer answer)
    {
        context.Response.StatusCode = answer.Status;
        if (answer.Body is null) return;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(answer.Body.ToJsonString());
    }

    private static string Text(JsonNode? json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path) json = (json as JsonObject)?[name];
        return json is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
    }

    /// <summary>What the Connector answers.</summary>
    private sealed record Answer(int Status, JsonNode? Body);
}

/// <summary>The Connector refuses with this status and word.</summary>
internal sealed class ConnectorRefusalException(int status, string word) : Exception(word)
{
    public int Status { get; } = status;

    /// <summary>As all of the Connector's errors are written.</summary>
    public JsonObject Body => Describe(Message);

    public static JsonObject Describe(string word) =>
        new() { ["error"] = new JsonObject { ["code"] = word, ["message"] = $"The request was refused: {word}." } };
}
