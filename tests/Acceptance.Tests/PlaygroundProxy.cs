using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace AccountNudge.Acceptance.Tests;

/// <summary>A message the bot sent or changed.</summary>
/// <param name="Conversation">Where, with its thread.</param>
/// <param name="Id">What the playground knows it by.</param>
/// <param name="Summary">What a notification would say.</param>
/// <param name="Body">All of it, as it was sent.</param>
internal sealed record BotMessage(string Conversation, string Id, string Summary, string Body)
{
    /// <summary>Not sent, but put in the place of what stood there.</summary>
    public bool IsChange { get; init; }
}

/// <summary>
/// Stands between the playground and the bot. It lets people's Teams speak their language, for the playground says en-US
/// of everyone, and knows what the bot has sent, so that a test can also tell that nothing was sent.
/// </summary>
internal sealed class PlaygroundProxy : IAsyncDisposable
{
    /// <summary>Where activities go.</summary>
    public const string ToBot = "/api/messages";

    /// <summary>Where the Connector is.</summary>
    public const string ToPlayground = "/_connector";

    private const string Messages = "/activities";

    private readonly WebApplication app;
    private readonly HttpClient http = new();
    private readonly Uri bot;
    private readonly Uri playground;
    private readonly string locale;
    private readonly ConcurrentQueue<BotMessage> sent = new();
    private readonly ConcurrentQueue<string> answers = new();

    private PlaygroundProxy(WebApplication app, Uri bot, Uri playground, string locale)
    {
        (this.app, this.bot, this.playground, this.locale) = (app, bot, playground, locale);
        app.Run(Forward);
    }

    public Uri Address => new(app.Urls.Single());

    /// <summary>All messages the bot has sent or changed, oldest first.</summary>
    public IReadOnlyList<BotMessage> Sent => [.. sent];

    /// <summary>What the bot has answered presses and dialogs with, oldest first.</summary>
    public IReadOnlyList<string> Answers => [.. answers];

    public static async Task<PlaygroundProxy> Start(Uri bot, Uri playground, string locale)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var proxy = new PlaygroundProxy(builder.Build(), bot, playground, locale);
        await proxy.app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task Forward(HttpContext context)
    {
        var isForBot = !context.Request.Path.StartsWithSegments(ToPlayground, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(
            HttpMethod.Parse(context.Request.Method),
            new Uri(isForBot ? bot : playground, context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent()));
        var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
        if (body.Length > 0) request.Content = new StringContent(isForBot ? InTheirLanguage(body) : body, MediaTypeHeaderValue.Parse("application/json"));

        using var response = await http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        if (isForBot && answer.Length > 0) answers.Enqueue(answer);
        if (!isForBot && body.Length > 0 && context.Request.Path.Value!.Contains(Messages, StringComparison.Ordinal)) sent.Enqueue(Read(context.Request, body, answer));
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await context.Response.WriteAsync(answer);
    }

    private static BotMessage Read(HttpRequest request, string body, string answer)
    {
        var way = request.Path.Value!.Split('/').SkipWhile(part => part != "conversations").ToList();
        var (said, known) = (JsonNode.Parse(body)!, JsonNode.Parse(answer)!);
        return new BotMessage(Uri.UnescapeDataString(way[1]), (string?)known["id"] ?? "", (string?)said["summary"] ?? "", body) { IsChange = HttpMethods.IsPut(request.Method) };
    }

    private string InTheirLanguage(string activity)
    {
        var json = JsonNode.Parse(activity)!.AsObject();
        foreach (var told in (json["entities"]?.AsArray() ?? []).Append(json).OfType<JsonObject>().Where(told => told.ContainsKey("locale")))
        {
            told["locale"] = locale;
        }

        return json.ToJsonString();
    }
}
