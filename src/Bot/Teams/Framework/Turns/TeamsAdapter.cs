using System.Diagnostics;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Teams.Inbound.Work;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Logging.Abstractions;
using Newtonsoft.Json;

namespace AccountNudge.Bot.Teams.Framework.Turns;

/// <summary>The activity is rejected: its token, tenant or service is not ours.</summary>
/// <param name="status">The HTTP status it is answered with.</param>
/// <param name="why">In words, for the log.</param>
#pragma warning disable CA1032, CA1064 // Thrown and caught within Teams only, with a status.
internal sealed class ActivityRejectedException(int status, string why) : UnauthorizedAccessException(why)
#pragma warning restore CA1032, CA1064
{
    public int Status { get; } = status;
}

/// <summary>An activity whose sender was authenticated.</summary>
internal sealed record AuthenticatedActivity(Activity Activity, AuthenticateRequestResult Authentication);

/// <summary>
/// Has the bot take its turns: of what is stored when it is worked, of an invoke within its request. Its own log tells of
/// conversations, so it has none.
/// </summary>
internal sealed class TeamsAdapter(TeamsAuthentication authentication, TeamsBot bot) : CloudAdapter(authentication, NullLogger.Instance)
{
    private static readonly JsonSerializerSettings Short = new() { NullValueHandling = NullValueHandling.Ignore };

    /// <summary>Authenticates an activity.</summary>
    /// <exception cref="ActivityRejectedException">It is rejected.</exception>
    public async Task<AuthenticatedActivity> Admit(Activity activity, string? authorization) =>
        new(activity, await authentication.AuthenticateRequestAsync(activity.Model, authorization, CancellationToken.None));

    /// <summary>Answers an invoke: the HTTP status, and the JSON to answer with, if any. Throws when it could not be stored.</summary>
    /// <param name="invoke">The invoke.</param>
    /// <param name="arrivedAt">When its request came, see <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/>.</param>
    public async Task<(int Status, string? Body)> Answer(AuthenticatedActivity invoke, long arrivedAt)
    {
        var response = await ProcessActivityAsync(invoke.Authentication, invoke.Activity.Model, Turn(new InvokeTurn(invoke.Activity, arrivedAt)), CancellationToken.None);
        return (response.Status, response.Body is null ? null : JsonConvert.SerializeObject(response.Body, Short));
    }

    /// <summary>Works what was stored; what it is answered with is not sent yet.</summary>
    /// <exception cref="NotYetException">Teams does not tell yet who or where it is.</exception>
    public async Task<TeamsAnswer> Work(Claim claim, CancellationToken cancellation)
    {
        if (Activity.Read(claim.Payload) is not { } activity) return TeamsAnswer.Nothing;
        var working = new StoredTurn(activity, claim);
        await ContinueConversationAsync(authentication.Identity, activity.Model, Turn(working), cancellation);
        return working.Answer;
    }

    /// <summary>Takes turns of activities that mean nothing to us, of what is stored and of an invoke, and writes each kind of answer to an invoke.</summary>
    public async Task WarmUp(Activity stored, Activity invoke, CancellationToken cancellation)
    {
        var nobodys = new AuthenticateRequestResult { ClaimsIdentity = authentication.Identity, ConnectorFactory = authentication.CreateConnectorFactory(authentication.Identity) };
        await ContinueConversationAsync(authentication.Identity, stored.Model, (_, _) => Task.CompletedTask, cancellation);
        await Answer(new AuthenticatedActivity(invoke, nobodys), Stopwatch.GetTimestamp());
        InvokeReply[] answers = [new InvokeReply.InPlace([]), new InvokeReply.Below(""), new InvokeReply.Dialog("", []), new InvokeReply.Ending([])];
        foreach (var answer in answers) JsonConvert.SerializeObject(TeamsBot.Body(answer), Short);
    }

    private BotCallbackHandler Turn<T>(T subject)
        where T : class => (turn, cancellation) =>
        {
            turn.TurnState.Add(subject);
            return bot.OnTurnAsync(turn, cancellation);
        };
}
