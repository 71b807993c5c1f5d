using System.Diagnostics;
using System.Text;
using System.Text.Json;
using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Teams.Api;
using AccountNudge.Bot.Teams.People;
using AccountNudge.Bot.Teams.Tokens;
using AccountNudge.Bot.Teams.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Activity = AccountNudge.Bot.Teams.Wire.Activity;

namespace AccountNudge.Bot.Teams.Inbound;

/// <summary>
/// Where Teams delivers: one activity a request. Whoever may not say something is turned away before anything is remembered of it.
/// </summary>
internal sealed partial class TeamsEndpoint(TeamsSettings settings, InboundTokens tokens, ConnectorApi api, TeamsPeople people, TeamsIntake intake, ILogger<TeamsEndpoint> logger)
{
    private const string Path = "/api/messages";
    private const string Channel = "msteams";
    private const int LongestBody = 256 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Path, (HttpContext http, TeamsEndpoint endpoint) => endpoint.Receive(http)).IsOpenToTheWorld();

    private async Task<IResult> Receive(HttpContext http)
    {
        var arrivedAt = Stopwatch.GetTimestamp();
        // Without tokens anything on this machine could speak for anybody, so at least it must be from this machine.
        if (settings.AllowUnauthenticated && (LocalGuard.Refusal(http) is not null || !http.Request.HasJsonContentType())) return Refuse(StatusCodes.Status403Forbidden, "it is not from a program on this machine");
        var authorization = http.Request.Headers.Authorization.ToString();
        if (authorization.Length == 0 && !settings.AllowUnauthenticated) return Refuse(StatusCodes.Status401Unauthorized, "it has no token");
        var (body, status) = await Body(http);
        if (body is null) return Refuse(status, "its body is too long or came to no end");
        try
        {
            using var delivered = JsonDocument.Parse(body);
            var activity = new Activity(delivered.RootElement.Clone());
            return !ActivityCheck.IsReadable(activity) ? Refuse(StatusCodes.Status400BadRequest, "it is no activity") : await Check(authorization, activity, arrivedAt);
        }
        catch (JsonException)
        {
            return Refuse(StatusCodes.Status400BadRequest, "it is no JSON");
        }
    }

    private async Task<IResult> Check(string authorization, Activity activity, long arrivedAt)
    {
        switch (await tokens.Check(authorization.Length == 0 ? null : authorization, activity.ChannelId, activity.ServiceUrl, CancellationToken.None))
        {
            case Verdict.Unauthenticated:
                return Refuse(StatusCodes.Status401Unauthorized, "its token is not valid");
            case Verdict.Forbidden:
                return Refuse(StatusCodes.Status403Forbidden, "its token is for something else");
            case Verdict.Accepted when settings.TenantId is { } tenant && !string.Equals(activity.TenantId, tenant, StringComparison.OrdinalIgnoreCase):
                return Refuse(StatusCodes.Status403Forbidden, "it is of another tenant");
            case Verdict.Accepted when !api.IsAllowed(activity.ServiceUrl):
                return Refuse(StatusCodes.Status403Forbidden, "its service is none that we speak to");
            case Verdict.Accepted when activity.ChannelId != Channel:
                return Results.Ok();
            case Verdict.Accepted:
                var isActed = activity.Type is "message" or "invoke";
                return ActivityCheck.SaysWhere(activity) && (!isActed || ActivityCheck.SaysWho(activity)) ? await Take(activity, arrivedAt) : Refuse(StatusCodes.Status400BadRequest, "it says not who did it where");
            default:
                throw new InvalidOperationException("There is no such verdict.");
        }
    }

    /// <summary>Goes on when the caller has gone: what was taken is stored.</summary>
    private async Task<IResult> Take(Activity activity, long arrivedAt)
    {
#pragma warning disable CA1031 // Teams delivers again what is not acknowledged.
        try
        {
            await people.Hear(activity, CancellationToken.None);
            if (!ActivityCheck.SaysWho(activity)) return Results.Ok();
            var response = await intake.Take(activity, arrivedAt);
            return response.Body is { } answer ? Results.Text(answer.ToJsonString(), "application/json", Encoding.UTF8, response.Status) : Results.StatusCode(response.Status);
        }
        catch (Exception failure)
        {
            LogNotTaken(logger, failure.GetType().Name);
            return Results.StatusCode(StatusCodes.Status500InternalServerError);
        }
#pragma warning restore CA1031
    }

    /// <summary>The body, or why there is none.</summary>
    private static async Task<(byte[]? Body, int Status)> Body(HttpContext http)
    {
        if (http.Request.ContentLength > LongestBody) return (null, StatusCodes.Status413PayloadTooLarge);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = LongestBody;
        using var memory = new MemoryStream((int)(http.Request.ContentLength ?? 0));
        try
        {
            await http.Request.Body.CopyToAsync(memory, http.RequestAborted);
            return (memory.ToArray(), StatusCodes.Status200OK);
        }
        catch (BadHttpRequestException broken)
        {
            return (null, broken.StatusCode);
        }
    }

    private IResult Refuse(int status, string why)
    {
        LogRefused(logger, status, why);
        return Results.StatusCode(status);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Teams: a request was turned away with {Status}: {Why}")]
    private static partial void LogRefused(ILogger logger, int status, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Teams: an activity could not be stored ({Failure}); Teams delivers it again")]
    private static partial void LogNotTaken(ILogger logger, string failure);
}
