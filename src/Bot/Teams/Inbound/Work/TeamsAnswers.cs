using AccountNudge.Bot.Conversation.Engine;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Teams.Inbound.Payloads;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Teams.Inbound.Work;

/// <summary>Has the conversation answer what people did in Teams.</summary>
internal sealed class TeamsAnswers(TeamsTurnFactory turns, PlatformInbox<TeamsInboxRow> inbox, CommandRegistry registry, TurnHandler conversation)
{
    /// <summary>Answers what somebody did.</summary>
    /// <param name="action">What.</param>
    /// <param name="stored">Its row, where the answer is sent by whoever has claimed it; null within the request that brought it.</param>
    /// <param name="cancellation">Ends the answering.</param>
    /// <exception cref="NotYetException">Teams does not tell yet who or where it is.</exception>
    public async Task<TeamsAnswer> Answer(TeamsAction action, Claim? stored, CancellationToken cancellation)
    {
        if (action is FormClosed) return await turns.Speaker(action, cancellation) is { IsGuest: false } closer ? TeamsReplies.Closed(action.Activity, Replies.VoiceOf(closer)) : TeamsReplies.Nothing(action);
        if (await turns.Of(action, cancellation) is not { } asked) return TeamsReplies.Nothing(action);
        if (asked.Turn.Channel.IsShared) return action is BotAdded ? TeamsAnswer.Nothing : TeamsReplies.Aside(asked, asked.Sharing == Sharing.Outsiders ? InboundTexts.Outsiders : TeamsTexts.UnknownPlace);
        (Reply Reply, TeamsAnswer Answer)? kept = null;
        var reply = await inbox.InTurn(() => conversation.Answer(asked.Turn, Keep, cancellation), cancellation);
        if (kept is { } known && ReferenceEquals(known.Reply, reply))
        {
            stored!.IsAnswered = true;
            return known.Answer;
        }

        if (stored is { Attempts: > 1 } && action is not BotAdded && reply is { Card: null, Form: null, Errors.Count: 0 })
            reply = Reply.Asker(new Card((registry.OpensForm(asked.Turn.Input) ? InboundTexts.TooSlow : InboundTexts.AnswerLost).In(Replies.VoiceOf(asked.Turn.Speaker))));
        return TeamsReplies.Of(asked, reply);

        async Task<bool> Keep(Store store, Reply given, CancellationToken ending)
        {
            if (stored is null || given.Form is not null || TeamsReplies.Of(asked, given) is not { Calls.Count: > 0 } answer) return true;
            kept = (given, answer);
            return await inbox.Keep(store, stored, answer.Calls, release: false, ending);
        }
    }
}
