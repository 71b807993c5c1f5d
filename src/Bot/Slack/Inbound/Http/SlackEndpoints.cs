using System.Diagnostics;
using System.Text;
using System.Text.Json;
using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Slack.Inbound.Payloads;
using AccountNudge.Bot.Slack.Inbound.Work;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

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
            routes.MapPost(path, (HttpContext http, SlackEndpoints endpoints) => endpoints.Receive(http)).AllowPublicAccess();
    }

    private async Task<IResult> Receive(HttpContext http)
    {
        var arrivedAt = Stopwatch.GetTimestamp();
        var (body, status) = await RequestBody.Read(http, LongestBody);
        if (body is null) return Results.StatusCode(status);
        var headers = http.Request.Headers;
        if (!SlackSignature.IsValid(settings.SigningSecret!, headers[SlackSignature.TimestampHeader], headers[SlackSignature.Header], body, time.GetUtcNow()))
        {
            LogForged(logger);
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        try
        {
            var text = Encoding.UTF8.GetString(body);
            return http.Request.HasFormContentType ? await TakeForm(QueryHelpers.ParseQuery(text), arrivedAt) : await TakeJson(SlackKind.Event, text, arrivedAt);
        }
        catch (JsonException)
        {
            LogUnreadable(logger);
            return Results.BadRequest();
        }
    }

    /// <summary>An interaction, a slash command, or Slack's check of the certificate, which wants nothing.</summary>
    private async Task<IResult> TakeForm(Dictionary<string, StringValues> fields, long arrivedAt)
    {
        if (fields.TryGetValue("payload", out var payload)) return await TakeJson(SlackKind.Interaction, payload.ToString(), arrivedAt);
        if (!fields.ContainsKey("command")) return Results.Ok();
        var command = SlackPayload.ReadCommand(name => fields.GetValueOrDefault(name).ToString());
        return await Take(SlackKind.Command, command, () => JsonSerializer.Serialize(fields.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal)), arrivedAt);
    }

    private async Task<IResult> TakeJson(SlackKind kind, string text, long arrivedAt)
    {
        using var document = JsonDocument.Parse(text);
        var payload = document.RootElement;
        return payload.Text("type") == "url_verification" ? Results.Text(payload.Text("challenge")) : await Take(kind, SlackPayload.Read(kind, payload), payload.GetRawText, arrivedAt);
    }

    /// <summary>Goes on when the caller has gone: what was taken is stored.</summary>
    private async Task<IResult> Take(SlackKind kind, SlackInput input, Func<string> text, long arrivedAt)
    {
#pragma warning disable CA1031 // Slack delivers again what is not acknowledged.
        try
        {
            var ack = await intake.Take(kind, input, text, arrivedAt, CancellationToken.None);
            return ack.Body is { } answer ? Results.Text(answer.ToJsonString(), "application/json", Encoding.UTF8) : Results.Ok();
        }
        catch (Exception failure)
        {
            LogNotTaken(logger, kind, failure.GetType().Name);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack: a request without a valid signature was turned away")]
    private static partial void LogForged(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack: a signed request could not be read")]
    private static partial void LogUnreadable(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack: {Kind} could not be stored ({Failure}); Slack delivers it again")]
    private static partial void LogNotTaken(ILogger logger, SlackKind kind, string failure);
}
