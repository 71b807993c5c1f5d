using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Wire;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace AccountNudge.Bot.Slack.Inbound.Http;

/// <summary>Where Slack delivers over HTTP. Each address takes whatever Slack sends, so that one may serve for all.</summary>
internal sealed partial class SlackEndpoints(SlackSettings settings, SlackIntake intake, TimeProvider time, ILogger<SlackEndpoints> logger)
{
    private const int LongestBody = 1024 * 1024;

    /// <summary>Maps the endpoints, if there is a secret to check their requests with.</summary>
    public static void Map(IEndpointRouteBuilder routes, SlackSettings settings)
    {
        if (settings.SigningSecret is null) return;
        foreach (var path in new[] { "/slack/events", "/slack/commands", "/slack/interactions" })
            routes.MapPost(path, (HttpContext http, SlackEndpoints endpoints) => endpoints.Receive(http)).IsOpenToTheWorld();
    }

    private async Task<IResult> Receive(HttpContext http)
    {
        if (await Body(http) is not { } body) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var headers = http.Request.Headers;
        if (!SlackSignature.IsValid(settings.SigningSecret!, headers[SlackSignature.TimestampHeader], headers[SlackSignature.Header], body, time.GetUtcNow()))
        {
            LogForged(logger);
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        var text = Encoding.UTF8.GetString(body);
        try
        {
            using var delivered = http.Request.HasFormContentType ? ReadForm(text) : new Delivery(SlackKind.Event, JsonDocument.Parse(text));
            if (delivered is null) return Results.Ok();
            var payload = delivered.Payload.RootElement;
            return payload.Text("type") == "url_verification" ? Results.Text(payload.Text("challenge")) : await Take(delivered.Kind, payload);
        }
        catch (JsonException)
        {
            LogUnreadable(logger);
            return Results.BadRequest();
        }
    }

    /// <summary>Goes on when the caller has gone: what was taken is stored.</summary>
    private async Task<IResult> Take(SlackKind kind, JsonElement payload)
    {
#pragma warning disable CA1031 // Slack delivers again what is not acknowledged.
        try
        {
            var ack = await intake.Take(kind, payload, CancellationToken.None);
            return ack.Body is { } answer ? Results.Text(answer.ToJsonString(), "application/json", Encoding.UTF8) : Results.Ok();
        }
        catch (Exception failure)
        {
            LogNotTaken(logger, kind, failure.GetType().Name);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
#pragma warning restore CA1031
    }

    /// <summary>The body as it came, for that is what was signed; null when it is too long.</summary>
    private static async Task<byte[]?> Body(HttpContext http)
    {
        if (http.Request.ContentLength > LongestBody) return null;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = LongestBody;
        using var memory = new MemoryStream((int)(http.Request.ContentLength ?? 0));
        try
        {
            await http.Request.Body.CopyToAsync(memory, http.RequestAborted);
        }
        catch (BadHttpRequestException tooLong) when (tooLong.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }

        return memory.ToArray();
    }

    /// <summary>An interaction, a slash command, or Slack's check of the certificate, which wants nothing: null.</summary>
    private static Delivery? ReadForm(string text)
    {
        var fields = QueryHelpers.ParseQuery(text);
        if (fields.TryGetValue("payload", out var payload)) return new Delivery(SlackKind.Interaction, JsonDocument.Parse(payload.ToString()));
        if (!fields.ContainsKey("command")) return null;
        var command = new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)JsonValue.Create(field.Value.ToString()))));
        return new Delivery(SlackKind.Command, JsonDocument.Parse(command.ToJsonString()));
    }

    private sealed record Delivery(SlackKind Kind, JsonDocument Payload) : IDisposable
    {
        public void Dispose() => Payload.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack: a request without a valid signature was turned away")]
    private static partial void LogForged(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack: a signed request could not be read")]
    private static partial void LogUnreadable(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack: {Kind} could not be stored ({Failure}); Slack delivers it again")]
    private static partial void LogNotTaken(ILogger logger, SlackKind kind, string failure);
}
