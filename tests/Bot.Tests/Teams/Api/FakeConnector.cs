using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace AccountNudge.Bot.Tests.Teams.Api;

/// <summary>Answers on a free loopback port whatever a test wants, and remembers what it was told.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedCall> told = new();
    private WebApplication app = null!;

    private FakeConnector()
    {
    }

    /// <summary>With a path and a trailing slash, as Teams' service URLs have.</summary>
    public Uri ServiceUrl { get; private set; } = null!;

    public IReadOnlyList<ReceivedCall> Calls => [.. told];

    public Func<HttpContext, Task> Answer { get; set; } = context => context.Response.WriteAsync("""{"id":"1"}""");

    public static async Task<FakeConnector> Start()
    {
        var connector = new FakeConnector();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        connector.app = builder.Build();
        connector.app.Run(connector.Hear);
        await connector.app.StartAsync();
        connector.ServiceUrl = new Uri(new Uri(connector.app.Urls.Single()), "/emea/");
        return connector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Hear(HttpContext context)
    {
        var request = context.Request;
        var target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var body = request.ContentLength > 0 ? (await JsonNode.ParseAsync(request.Body))!.AsObject() : null;
        told.Enqueue(new ReceivedCall($"{request.Method} {target}", body, request.Headers.Authorization.ToString()));
        await Answer(context);
    }
}

/// <summary>One call as it arrived.</summary>
internal sealed record ReceivedCall(string Line, JsonObject? Body, string Authorization);
