using System.Diagnostics;
using System.Text;
using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Teams.Framework.Turns;
using AccountNudge.Bot.Teams.Inbound.Work;
using AccountNudge.Bot.Teams.People;
using Activity = AccountNudge.Bot.Teams.Framework.Activity;

namespace AccountNudge.Bot.Teams.Inbound;

/// <summary>
/// Where Teams delivers: one activity a request. Whoever may not say something is turned away before anything is remembered of it.
/// </summary>
internal sealed partial class TeamsEndpoint(TeamsSettings settings, TeamsAdapter adapter, TeamsPeople people, TeamsIntake intake, ILogger<TeamsEndpoint> logger)
{
    private const string Path = "/api/messages";
    private const string Channel = "msteams";
    private const int LongestBody = 256 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Path, (HttpContext http, TeamsEndpoint endpoint) => endpoint.Receive(http)).AllowPublicAccess();

    private async Task<IResult> Receive(HttpContext http)
    {
        var arrivedAt = Stopwatch.GetTimestamp();
        // Without tokens anything on this machine could speak for anybody, so at least it must be from this machine.
        if (settings.AllowUnauthenticated && (LocalGuard.Refusal(http) is not null || !http.Request.HasJsonContentType())) return Refuse(StatusCodes.Status403Forbidden, "it is not from a program on this machine");
        var authorization = http.Request.Headers.Authorization.ToString();
        if (authorization.Length == 0 && !settings.AllowUnauthenticated) return Refuse(StatusCodes.Status401Unauthorized, "it has no token");
        var (body, status) = await RequestBody.Read(http, LongestBody);
        if (body is null) return Refuse(status, "its body is too long or came to no end");
        return Activity.Read(body) is { Type.Length: > 0 } activity ? await Check(authorization, activity, arrivedAt) : Refuse(StatusCodes.Status400BadRequest, "it is no activity");
    }

    private async Task<IResult> Check(string authorization, Activity activity, long arrivedAt)
    {
        try
        {
            var admitted = await adapter.Admit(activity, authorization.Length == 0 ? null : authorization);
            if (activity.ChannelId != Channel) return Results.Ok();
            var saysWhere = new[] { activity.TenantId, activity.PlaceId, activity.BotId }.All(IsId);
            var saysWho = IsId(activity.PersonId);
            // News of a place need not say who brought them.
            if (!saysWhere || (activity.Type is "message" or "invoke" && !saysWho)) return Refuse(StatusCodes.Status400BadRequest, "it says not who did it where");
            return await Take(admitted, saysWho, arrivedAt);
        }
        catch (ActivityRejectedException refused)
        {
            return Refuse(refused.Status, refused.Message);
        }
    }

    private static bool IsId(string id) => id.Length is > 0 and <= TeamsInboxTable.LongestId && !id.Any(char.IsControl);

    /// <summary>Goes on when the caller has gone: what was taken is stored.</summary>
    private async Task<IResult> Take(AuthenticatedActivity admitted, bool saysWho, long arrivedAt)
    {
#pragma warning disable CA1031 // Teams delivers again what is not acknowledged.
        try
        {
            await people.Observe(admitted.Activity, CancellationToken.None);
            if (!saysWho) return Results.Ok();
            if (admitted.Activity.Type != "invoke") return Results.StatusCode(await intake.Take(admitted.Activity) ? StatusCodes.Status202Accepted : StatusCodes.Status200OK);
            var (status, answer) = await adapter.Answer(admitted, arrivedAt);
            return answer is null ? Results.StatusCode(status) : Results.Text(answer, "application/json", Encoding.UTF8, status);
        }
        catch (Exception failure)
        {
            LogNotTaken(logger, failure.GetType().Name);
            return Results.StatusCode(StatusCodes.Status500InternalServerError);
        }
#pragma warning restore CA1031
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
