using System.Diagnostics;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Teams.Inbound.Payloads;
using Activity = AccountNudge.Bot.Teams.Framework.Activity;

namespace AccountNudge.Bot.Teams.Inbound.Work;

/// <summary>Takes what Teams delivers: answers invokes within their request, and stores the rest before it is acknowledged.</summary>
internal sealed class TeamsIntake(PlatformInbox<TeamsInboxRow> inbox, TeamsAnswers answers, ILogger<TeamsIntake> logger)
{
    /// <summary>Real time of the five seconds Teams waits for an invoke's answer (learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit).</summary>
    public TimeSpan LongestAnswer { get; init; } = TimeSpan.FromSeconds(3.8);

    private readonly RequestAnswers<TeamsInboxRow> requests = new(TeamsSettings.Platform, inbox, logger);

    /// <summary>Stores what is worked later; false where nobody need do anything about it. Throws when it could not be stored: then Teams must deliver it again.</summary>
    public async Task<bool> Take(Activity activity)
    {
        if (TeamsPayload.Read(activity) is not TeamsAction action) return false;
        await inbox.Add(action.InboxItem);
        return true;
    }

    /// <summary>Answers within its request. Throws when it could not be stored.</summary>
    /// <param name="action">What was done: Teams waits for the answer.</param>
    /// <param name="arrivedAt">When its request came, see <see cref="Stopwatch.GetTimestamp"/>.</param>
    public async Task<InvokeReply?> Answer(TeamsAction action, long arrivedAt)
    {
        if (action is MessageAction choice) return await Open(choice, arrivedAt);
        return await inbox.Reserve(action.InboxItem) is { } claim ? await AnswerAtOnce(action, claim, arrivedAt) : TeamsReplies.Said(action, ConversationTexts.PressedAlready);
    }

    /// <summary>A dialog opens now or not at all, so there is nothing to store.</summary>
    private async Task<InvokeReply?> Open(MessageAction choice, long arrivedAt)
    {
        var answering = Begin(choice);
        if (!await requests.IsInTime(null, answering, arrivedAt, LongestAnswer)) return TeamsReplies.Said(choice, InboundTexts.TooSlow);
        try
        {
            return (await answering).Body;
        }
        catch (NotYetException)
        {
            return TeamsReplies.Said(choice, TeamsTexts.NotNow);
        }
    }

    /// <summary>What takes too long is answered with a word, and comes to its end by itself.</summary>
    private async Task<InvokeReply?> AnswerAtOnce(TeamsAction action, Claim claim, long arrivedAt)
    {
        var answering = Begin(action);
        if (!await requests.IsInTime(claim, answering, arrivedAt, LongestAnswer))
        {
            _ = Finish(claim, answering);
            return TeamsReplies.Said(action, TeamsTexts.OnIt);
        }

        if (answering.Exception?.InnerException is NotYetException)
        {
            await inbox.Withdraw(claim, CancellationToken.None);
            return TeamsReplies.Said(action, TeamsTexts.NotNow);
        }

        if (!answering.IsCompletedSuccessfully)
        {
            await Finish(claim, answering);
            return TeamsReplies.Said(action, TeamsTexts.OnIt);
        }

        var answer = await answering;
        await requests.Settle(claim, () => answer.IsOpen ? inbox.Withdraw(claim, CancellationToken.None) : inbox.HandOver(claim, answer.Beside, CancellationToken.None));
        return answer.Body;
    }

    private Task<TeamsAnswer> Begin(TeamsAction action) => RequestAnswers<TeamsInboxRow>.Begin(() => answers.Answer(action, stored: null, CancellationToken.None));

    /// <summary>The answer came too late to go back with the request: all of it is sent.</summary>
    private Task Finish(Claim claim, Task<TeamsAnswer> answering) => requests.Store(claim, async () => (await answering).Calls);
}
