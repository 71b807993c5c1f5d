using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace AccountNudge.Testing.Slack;

/// <summary>
/// A small Slack on a free loopback port: its Web API, Socket Mode, signed deliveries, response URLs and the people who use it.
/// It remembers what it is told, and answers as Slack does wherever the product depends on it.
/// </summary>
public sealed partial class FakeSlack : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource closing = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private WebApplication app = null!;

    private FakeSlack()
    {
    }

    /// <summary>The Web API's base address, with a trailing slash.</summary>
    public Uri ApiUrl { get; private set; } = null!;

    /// <summary>Opens sockets.</summary>
    public string AppToken { get; } = "xapp-1-A0FAKE-1-secret";

    /// <summary>Signs what is delivered by <see cref="Post"/>.</summary>
    public string SigningSecret { get; } = "signing-secret";

    /// <summary>The app's own id.</summary>
    public string AppId { get; } = "A0FAKE";

    /// <summary>For <c>oauth.v2.access</c>.</summary>
    public string ClientId { get; } = "111.222";

    /// <summary>For <c>oauth.v2.access</c>.</summary>
    public string ClientSecret { get; } = "client-secret";

    /// <summary>Starts an empty one: no workspace, nobody in it.</summary>
    public static async Task<FakeSlack> Start()
    {
        var slack = new FakeSlack();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        slack.app = builder.Build();
        slack.app.UseWebSockets();
        slack.app.Run(slack.Route);
        await slack.app.StartAsync();
        slack.ApiUrl = new Uri(new Uri(slack.app.Urls.Single()), "/api/");
        return slack;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        Drop();
        await app.DisposeAsync();
        http.Dispose();
        closing.Dispose();
    }

    private async Task Route(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        try
        {
            if (path.StartsWith("/api/", StringComparison.Ordinal)) await AnswerCall(context, path["/api/".Length..]);
            else if (path.StartsWith("/response/", StringComparison.Ordinal)) await AnswerResponseUrl(context, path["/response/".Length..]);
            else if (path == "/link") await Link(context);
            else if (path.StartsWith("/files/", StringComparison.Ordinal)) await AnswerFile(context, path["/files/".Length..]);
            else if (path.StartsWith("/upload/", StringComparison.Ordinal)) await TakeUpload(context, path["/upload/".Length..]);
            else context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException || context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked is gone.
        }
    }

    private static async Task Write(HttpContext context, int status, string type, string body, int? most = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes.AsMemory(0, most ?? bytes.Length));
        await context.Response.Body.FlushAsync();
    }

    private static Task WriteJson(HttpContext context, JsonObject body, int status = StatusCodes.Status200OK) =>
        Write(context, status, "application/json; charset=utf-8", body.ToJsonString());

    /// <summary>Everything beside the form and the query is JSON; methods that take only forms do not read it.</summary>
    private static async Task<JsonObject> Arguments(HttpRequest request, bool readJson)
    {
        var arguments = new JsonObject();
        foreach (var (name, value) in request.Query) arguments[name] = value.ToString();
        if (request.HasFormContentType)
        {
            foreach (var (name, value) in await request.ReadFormAsync()) arguments[name] = value.ToString();
        }
        else if (readJson && request.HasJsonContentType())
        {
            foreach (var (name, value) in (await JsonNode.ParseAsync(request.Body))!.AsObject()) arguments[name] = value?.DeepClone();
        }

        return arguments;
    }

    private static string? Text(JsonObject arguments, string name) => arguments[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        var other => other.ToJsonString(),
    };

    private static string Need(JsonObject arguments, string name) =>
        Text(arguments, name) is { Length: > 0 } text ? text : throw new SlackErrorException("invalid_arguments");

    private static bool Flag(JsonObject arguments, string name) => Text(arguments, name) is "true" or "1";

    private static JsonNode? Json(JsonObject arguments, string name, string error)
    {
        if (arguments[name] is not { } node) return null;
        if (node is not JsonValue) return node.DeepClone();
        try
        {
            return JsonNode.Parse(Text(arguments, name)!);
        }
        catch (JsonException)
        {
            throw new SlackErrorException(error);
        }
    }
}

/// <summary>Slack says <c>ok: false</c> with this word.</summary>
internal sealed class SlackErrorException(string word) : Exception(word);
