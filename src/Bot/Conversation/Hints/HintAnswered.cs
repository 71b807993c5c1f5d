using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Hints;

/// <summary>Answers a hint; the message it was pressed on is renewed by itself.</summary>
internal abstract class HintAnswered(HintReply reply) : ButtonAction
{
    public override string Id { get; } = HintButtons.ActionId(reply);

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.Store.Nudges.FirstOrDefaultAsync(nudge => nudge.Id == value.Subject, cancellation) is not { } nudge) return Replies.NotThere(turn);
        if (nudge.IsFinal) return Replies.Hint(turn, ConversationTexts.PressedAlready);
        var account = await turn.Store.Accounts.FirstAsync(account => account.Id == nudge.AccountId, cancellation);
        turn.Store.HintAnswers.Add(new HintAnswer
        {
            WorkspaceId = nudge.WorkspaceId,
            TeamId = nudge.TeamId,
            AccountId = nudge.AccountId,
            Kind = nudge.Kind,
            Reply = reply,
            MemberId = turn.Speaker.Id,
            At = turn.Now,
        });
        return Replies.Hint(turn, HintTexts.Follows(reply, account.Name));
    }
}

/// <summary>[Done].</summary>
internal sealed class HintDone() : HintAnswered(HintReply.Done);

/// <summary>[Not now].</summary>
internal sealed class HintNotNow() : HintAnswered(HintReply.NotNow);

/// <summary>[Not for this client].</summary>
internal sealed class HintNotForClient() : HintAnswered(HintReply.NotForClient);

/// <summary>[Not helpful].</summary>
internal sealed class HintNotHelpful() : HintAnswered(HintReply.NotHelpful);
