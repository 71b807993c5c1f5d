using System.Text.Json;
using AccountNudge.Bot.Conversation.Engine;
using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Slack.Inbound.Payloads;
using AccountNudge.Bot.Slack.Installations;
using AccountNudge.Bot.Slack.Messages;
using AccountNudge.Bot.Slack.People;

namespace AccountNudge.Bot.Slack.Inbound.Work;

/// <summary>What goes back with the acknowledgement.</summary>
/// <param name="Body">Null for an empty acknowledgement.</param>
internal sealed record SlackAck(JsonObject? Body = null);

/// <summary>Takes whatever Slack delivers, over HTTP or a socket: answers what must be answered at once, and stores the rest before it is acknowledged.</summary>
internal sealed partial class SlackIntake(
    PlatformInbox<SlackInboxRow> inbox, SlackAnswers answers, SlackPeople people, SlackInstallations installations, CommandRegistry registry, ILogger<SlackIntake> logger)
{
    /// <summary>Real time of the three seconds Slack waits for an acknowledgement (docs.slack.dev/interactivity/handling-user-interaction).</summary>
    public TimeSpan LongestAnswer { get; init; } = TimeSpan.FromSeconds(2.3);

    private static readonly SlackAck Acknowledged = new();

    private readonly RequestAnswers<SlackInboxRow> requests = new(SlackSettings.Platform, inbox, logger);

    /// <summary>Takes one delivery; once this returns, it may be acknowledged. Throws when it could not be stored: then it must not be.</summary>
    /// <param name="kind">How it came.</param>
    /// <param name="payload">It as JSON.</param>
    /// <param name="arrivedAt">When it came, see <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/>: from then on Slack waits.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public Task<SlackAck> Take(SlackKind kind, JsonElement payload, long arrivedAt, CancellationToken cancellation) =>
        Take(kind, SlackPayload.Read(kind, payload), payload.GetRawText, arrivedAt, cancellation);

    /// <summary>Takes one delivery that was read already.</summary>
    /// <param name="kind">How it came.</param>
    /// <param name="input">What it is.</param>
    /// <param name="text">It as JSON, to be stored.</param>
    /// <param name="arrivedAt">When it came, see <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/>: from then on Slack waits.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<SlackAck> Take(SlackKind kind, SlackInput input, Func<string> text, long arrivedAt, CancellationToken cancellation)
    {
        switch (input)
        {
            case DirectoryEvent change:
                await people.Observe(change.WorkspaceId, change.Happened, cancellation);
                return Acknowledged;
            case AppRemoved removed:
                LogRemoved(logger, removed.WorkspaceId);
                await installations.End(removed.WorkspaceId, removed.At ?? SystemClock.Instance.GetCurrentInstant(), cancellation);
                return Acknowledged;
            case AccessRevoked revoked:
                foreach (var workspaceId in revoked.WorkspaceIds)
                {
                    LogRemoved(logger, workspaceId);
                    await installations.Leave(workspaceId, revoked.At ?? SystemClock.Instance.GetCurrentInstant(), cancellation);
                }

                return Acknowledged;
            case EventsDropped:
                LogDropped(logger);
                people.Forget();
                return Acknowledged;
            case Joined joined:
                await people.Observe(joined.WorkspaceId, joined.Happened, cancellation);
                return joined is { MayBeUs: true, PersonId.Length: > 0 } ? await Store(joined, kind, text(), arrivedAt) : Acknowledged;
            case SlackAction action:
                return await Store(action, kind, text(), arrivedAt);
            case SlackIgnored { IsKnown: false } ignored:
                LogIgnored(logger, kind, ignored.What);
                return Acknowledged;
            default:
                return Acknowledged;
        }
    }

    private async Task<SlackAck> Store(SlackAction action, SlackKind kind, string text, long arrivedAt)
    {
        if (!action.IsComplete)
        {
            LogIgnored(logger, kind, "something without its ids");
            return Acknowledged;
        }

        var item = new InboxItem(action.Key!, action.WorkspaceId, action.PersonId, (int)kind, text);
        if (!MustAnswerAtOnce(action))
        {
            await inbox.Add(item);
            return Acknowledged;
        }

        return await inbox.Reserve(item) is { } claim ? await AnswerAtOnce(action, claim, arrivedAt) : Acknowledged;
    }

    /// <summary>A form opens only in the moments after the press, and shows what is wrong with it only in the answer to its submission.</summary>
    private bool MustAnswerAtOnce(SlackAction action) => action is SlackSubmission || (action.TriggerId is not null && SlackTurnFactory.InputOf(action) is { } input && registry.OpensForm(input));

    /// <summary>What takes too long is acknowledged, and comes to its end by itself.</summary>
    private async Task<SlackAck> AnswerAtOnce(SlackAction action, Claim claim, long arrivedAt)
    {
        // It may outlast the payload it was read from.
        var kept = action is SlackSubmission submission ? submission with { View = submission.View.Clone() } : action;
        var answering = RequestAnswers<SlackInboxRow>.Begin(() => answers.Answer(kept, claim, isSentNext: true, CancellationToken.None));
        if (!await requests.IsInTime(claim, answering, arrivedAt, LongestAnswer))
        {
            _ = Store(claim, answering);
            return Acknowledged;
        }

        if (action is SlackSubmission { View: var view } && answering.IsCompletedSuccessfully && (await answering).Errors is { Count: > 0 } errors)
        {
            await inbox.Withdraw(claim, CancellationToken.None);
            return new SlackAck(Modal.Errors(errors, view));
        }

        await Store(claim, answering);
        return Acknowledged;
    }

    private Task Store(Claim claim, Task<SlackAnswer> answering) => requests.Store(claim, async () => (await answering).Calls);

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack: {Kind} {What} was acknowledged and ignored")]
    private static partial void LogIgnored(ILogger logger, SlackKind kind, string what);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack: workspace {WorkspaceId} removed the app or revoked its token")]
    private static partial void LogRemoved(ILogger logger, string workspaceId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack: too many events came in a minute, and Slack kept some back; what is known of channels is read anew")]
    private static partial void LogDropped(ILogger logger);
}
