using AccountNudge.Bot.Conversation.Engine;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Teams.Inbound.Payloads;

namespace AccountNudge.Bot.Teams.Inbound.Work;

/// <summary>Has the conversation answer what people did in Teams.</summary>
internal sealed class TeamsAnswers(TeamsTurnFactory turns, PlatformInbox<TeamsInboxRow> inbox, CommandRegistry registry, TurnHandler conversation)
{
    /// <summary>Answers what somebody did.</summary>
    /// <param name="action">What.</param>
    /// <param name="isAgain">Somebody worked on it before and did not come to an end.</param>
    /// <param name="cancellation">Ends the answering.</param>
    /// <exception cref="NotYetException">Teams does not tell yet who or where it is.</exception>
    public async Task<TeamsAnswer> Answer(TeamsAction action, bool isAgain, CancellationToken cancellation)
    {
        if (action is FormClosed) return await turns.Speaker(action, cancellation) is { IsGuest: false } closer ? TeamsReplies.Closed(action.Activity, Replies.VoiceOf(closer)) : TeamsReplies.Nothing(action);
        if (await turns.Of(action, cancellation) is not { } asked) return TeamsReplies.Nothing(action);
        if (asked.Turn.Channel.IsShared) return action is BotAdded ? TeamsAnswer.Nothing : TeamsReplies.Aside(asked, asked.Sharing == Sharing.Outsiders ? InboundTexts.Outsiders : TeamsTexts.UnknownPlace);
        var reply = await inbox.InTurn(() => conversation.Answer(asked.Turn, cancellation), cancellation);
        if (isAgain && action is not BotAdded && reply is { Card: null, Form: null, Errors.Count: 0 })
            reply = Reply.Asker(new Card((registry.OpensForm(asked.Turn.Input) ? InboundTexts.TooSlow : InboundTexts.AnswerLost).In(Replies.VoiceOf(asked.Turn.Speaker))));
        return TeamsReplies.Of(asked, reply);
    }
}
