using System.Text.Json;
using System.Text.Json.Nodes;
using AccountNudge.Bot.Conversation;
using AccountNudge.Bot.Inbox;
using AccountNudge.Bot.Slack.Inbound.Payloads;
using AccountNudge.Bot.Slack.Inbound.Work;
using AccountNudge.Bot.Slack.Messages;
using AccountNudge.Bot.Slack.People;
using NodaTime;

namespace AccountNudge.Bot.Slack.Inbound;

/// <summary>How Slack delivered something: what differs between the three kinds of envelope and endpoint.</summary>
internal enum SlackKind
{
    Command,
    Event,
    Interaction,
}

/// <summary>What goes back with the acknowledgement.</summary>
/// <param name="Body">Null for an empty acknowledgement.</param>
internal sealed record SlackAck(JsonObject? Body = null);

/// <summary>Takes whatever Slack delivers, over HTTP or a socket: answers what must be answered at once, and stores the rest before it is acknowledged.</summary>
internal sealed partial class SlackIntake(
    PlatformInbox<SlackInboxRow> inbox, SlackAnswers answers, SlackPeople people, Installations.Installations installations, Registry registry, ILogger<SlackIntake> logger)
{
    /// <summary>Real time of the three seconds Slack waits for an acknowledgement (docs.slack.dev/interactivity/handling-user-interaction).</summary>
    public TimeSpan LongestAnswer { get; init; } = TimeSpan.FromSeconds(2.3);

    private static readonly SlackAck Acknowledged = new();

    /// <summary>Takes one delivery; once this returns, it may be acknowledged. Throws when it could not be stored: then it must not be.</summary>
    public async Task<SlackAck> Take(SlackKind kind, JsonElement payload, CancellationToken cancellation)
    {
        switch (SlackPayload.Read(kind, payload))
        {
            case News news:
                await people.Hear(news.WorkspaceId, news.Happened, cancellation);
                return Acknowledged;
            case Farewell farewell:
                LogFarewell(logger, farewell.WorkspaceId);
                await installations.End(farewell.WorkspaceId, farewell.At ?? SystemClock.Instance.GetCurrentInstant(), cancellation);
                return Acknowledged;
            case Withdrawn withdrawn:
                foreach (var workspaceId in withdrawn.WorkspaceIds)
                {
                    LogFarewell(logger, workspaceId);
                    await installations.Leave(workspaceId, withdrawn.At ?? SystemClock.Instance.GetCurrentInstant(), cancellation);
                }

                return Acknowledged;
            case Missed:
                LogMissed(logger);
                people.Forget();
                return Acknowledged;
            case Joined joined:
                await people.Hear(joined.WorkspaceId, joined.Happened, cancellation);
                return joined is { MayBeUs: true, PersonId.Length: > 0 } ? await Take(joined, kind, payload) : Acknowledged;
            case Act act:
                return await Take(act, kind, payload);
            case Ignored { IsKnown: false } ignored:
                LogIgnored(logger, kind, ignored.What);
                return Acknowledged;
            default:
                return Acknowledged;
        }
    }

    private async Task<SlackAck> Take(Act act, SlackKind kind, JsonElement payload)
    {
        if (!act.IsComplete)
        {
            LogIgnored(logger, kind, "something without its ids");
            return Acknowledged;
        }

        var arrival = new Arrival(act.Key!, act.WorkspaceId, act.PersonId, (int)kind, payload.GetRawText());
        if (!MustAnswerAtOnce(act))
        {
            await inbox.Add(arrival);
            return Acknowledged;
        }

        return await inbox.Reserve(arrival) is { } claim ? await AnswerAtOnce(act, claim) : Acknowledged;
    }

    /// <summary>A form opens only in the moments after the press, and shows what is wrong with it only in the answer to its submission.</summary>
    private bool MustAnswerAtOnce(Act act) => act is Submission || (act.TriggerId is not null && SlackTurns.InputOf(act) is { } input && registry.OpensForm(input));

    /// <summary>What takes too long is acknowledged, and comes to its end by itself; should this process die, a worker takes over.</summary>
    private async Task<SlackAck> AnswerAtOnce(Act act, Claim claim)
    {
        var answering = answers.Answer(claim, CancellationToken.None);
        if (await Task.WhenAny(answering, Task.Delay(LongestAnswer)) != answering)
        {
            LogLate(logger, claim.Sequence);
            _ = Store(claim, answering);
            return Acknowledged;
        }

        if (act is Submission { View: var view } && answering.IsCompletedSuccessfully && (await answering).Errors is { Count: > 0 } errors)
        {
            await inbox.Withdraw(claim, CancellationToken.None);
            return new SlackAck(Modal.Errors(errors, view));
        }

        await Store(claim, answering);
        return Acknowledged;
    }

    /// <summary>Stores the answer for the worker to send. Never throws: without an answer the worker finds one.</summary>
    private Task Store(Claim claim, Task<Answer> answering) => inbox.Settle(
        claim,
        async () => await inbox.HandOver(claim, (await answering).Calls, CancellationToken.None),
        failure => LogUnanswered(logger, claim.Sequence, (SlackKind)claim.Kind, failure.GetType().Name, failure.StackTrace ?? ""));

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack: {Kind} {What} was acknowledged and ignored")]
    private static partial void LogIgnored(ILogger logger, SlackKind kind, string what);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack: workspace {WorkspaceId} removed the app or revoked its token")]
    private static partial void LogFarewell(ILogger logger, string workspaceId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack: too many events came in a minute, and Slack kept some back; what is known of channels is read anew")]
    private static partial void LogMissed(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack: row {Sequence} took too long to be answered within the acknowledgement")]
    private static partial void LogLate(ILogger logger, long sequence);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack: row {Sequence} ({Kind}) could not be answered at once ({Failure}); a worker goes on\n{Stack}")]
    private static partial void LogUnanswered(ILogger logger, long sequence, SlackKind kind, string failure, string stack);
}
