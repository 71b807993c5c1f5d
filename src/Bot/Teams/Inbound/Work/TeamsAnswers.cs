using AccountNudge.Bot.Conversation;
using AccountNudge.Bot.Inbox;
using AccountNudge.Bot.Teams.Inbound.Payloads;
using AccountNudge.Bot.Wire;

namespace AccountNudge.Bot.Teams.Inbound.Work;

/// <summary>Has the conversation answer what people did in Teams.</summary>
internal sealed class TeamsAnswers(TeamsTurns turns, PlatformInbox<TeamsInboxRow> inbox, Registry registry, Conversation.Conversation conversation)
{
    /// <summary>Answers what somebody did.</summary>
    /// <param name="act">What.</param>
    /// <param name="isAgain">Somebody worked on it before and did not come to an end.</param>
    /// <param name="cancellation">Ends the answering.</param>
    /// <exception cref="NotYetException">Teams does not tell yet who or where it is.</exception>
    public async Task<Answer> Answer(Act act, bool isAgain, CancellationToken cancellation)
    {
        if (act is Closing) return await turns.Speaker(act, cancellation) is { IsGuest: false } closer ? TeamsReplies.Closed(act.Activity, Replies.VoiceOf(closer)) : TeamsReplies.Nothing(act);
        if (await turns.Of(act, cancellation) is not { } asked) return TeamsReplies.Nothing(act);
        if (asked.Turn.Channel.IsShared) return act is Invitation ? Work.Answer.Nothing : TeamsReplies.Aside(asked, asked.Sharing == Sharing.Outsiders ? InboundTexts.Outsiders : TeamsTexts.UnknownPlace);
        var reply = await inbox.InTurn(() => conversation.Answer(asked.Turn, cancellation), cancellation);
        if (isAgain && act is not Invitation && reply is { Card: null, Form: null, Errors.Count: 0 })
            reply = Reply.Asker(new Card((registry.OpensForm(asked.Turn.Input) ? InboundTexts.TooSlow : InboundTexts.AnswerLost).In(Replies.VoiceOf(asked.Turn.Speaker))));
        return TeamsReplies.Of(asked, reply);
    }
}
