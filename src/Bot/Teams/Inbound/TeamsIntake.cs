using System.Diagnostics;
using AccountNudge.Bot.Conversation;
using AccountNudge.Bot.Inbox;
using AccountNudge.Bot.Teams.Inbound.Payloads;
using AccountNudge.Bot.Teams.Inbound.Work;
using Activity = AccountNudge.Bot.Teams.Framework.Activity;

namespace AccountNudge.Bot.Teams.Inbound;

/// <summary>Takes what Teams delivers: answers invokes within their request, and stores the rest before it is acknowledged.</summary>
internal sealed partial class TeamsIntake(PlatformInbox<TeamsInboxRow> inbox, TeamsAnswers answers, ILogger<TeamsIntake> logger)
{
    /// <summary>Real time of the five seconds Teams waits for an invoke's answer (learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit).</summary>
    public TimeSpan LongestAnswer { get; init; } = TimeSpan.FromSeconds(3.8);

    /// <summary>Stores what is worked later; false where nobody need do anything about it. Throws when it could not be stored: then Teams must deliver it again.</summary>
    public async Task<bool> Take(Activity activity)
    {
        if (TeamsPayload.Read(activity) is not Act act) return false;
        await inbox.Add(act.Arrival);
        return true;
    }

    /// <summary>Answers within its request. Throws when it could not be stored.</summary>
    /// <param name="act">What was done: Teams waits for the answer.</param>
    /// <param name="arrivedAt">When its request came, see <see cref="Stopwatch.GetTimestamp"/>.</param>
    public async Task<Shown?> Answer(Act act, long arrivedAt)
    {
        if (act is Choice choice) return await Open(choice, TooLate());
        return await inbox.Reserve(act.Arrival) is { } claim ? await AnswerAtOnce(act, claim, TooLate()) : TeamsReplies.Said(act, ConversationTexts.PressedAlready);

        Task TooLate() => LongestAnswer - Stopwatch.GetElapsedTime(arrivedAt) is var left && left > TimeSpan.Zero ? Task.Delay(left) : Task.CompletedTask;
    }

    /// <summary>A dialog opens now or not at all, so there is nothing to store.</summary>
    private async Task<Shown?> Open(Choice choice, Task tooLate)
    {
        var answering = answers.Answer(choice, isAgain: false, CancellationToken.None);
        if (await Task.WhenAny(answering, tooLate) != answering) return TeamsReplies.Said(choice, InboundTexts.TooSlow);
        try
        {
            return (await answering).Body;
        }
        catch (NotYetException)
        {
            return TeamsReplies.Said(choice, TeamsTexts.NotNow);
        }
    }

    /// <summary>What takes too long is answered with a word, and comes to its end by itself; should this process die, a worker takes over.</summary>
    private async Task<Shown?> AnswerAtOnce(Act act, Claim claim, Task tooLate)
    {
        var answering = answers.Answer(act, isAgain: false, CancellationToken.None);
        if (await Task.WhenAny(answering, tooLate) != answering)
        {
            LogLate(logger, claim.Sequence);
            _ = Finish(claim, answering);
            return TeamsReplies.Said(act, TeamsTexts.OnIt);
        }

        if (answering.Exception?.InnerException is NotYetException)
        {
            await inbox.Withdraw(claim, CancellationToken.None);
            return TeamsReplies.Said(act, TeamsTexts.NotNow);
        }

        if (!answering.IsCompletedSuccessfully)
        {
            await Finish(claim, answering);
            return TeamsReplies.Said(act, TeamsTexts.OnIt);
        }

        var answer = await answering;
        await Settle(claim, () => answer.IsOpen ? inbox.Withdraw(claim, CancellationToken.None) : inbox.HandOver(claim, answer.Beside, CancellationToken.None));
        return answer.Body;
    }

    /// <summary>The answer came too late to go back with the request: all of it is sent.</summary>
    private Task Finish(Claim claim, Task<Answer> answering) => Settle(claim, async () => await inbox.HandOver(claim, (await answering).Calls, CancellationToken.None));

    private Task Settle(Claim claim, Func<Task> settle) => inbox.Settle(
        claim, settle, failure => LogUnanswered(logger, claim.Sequence, failure.GetType().Name, failure.StackTrace ?? ""));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Teams: row {Sequence} took too long to be answered within its request")]
    private static partial void LogLate(ILogger logger, long sequence);

    [LoggerMessage(Level = LogLevel.Error, Message = "Teams: row {Sequence} could not be answered at once ({Failure}); a worker goes on\n{Stack}")]
    private static partial void LogUnanswered(ILogger logger, long sequence, string failure, string stack);
}
