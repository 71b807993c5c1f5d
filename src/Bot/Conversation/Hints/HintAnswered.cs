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
        turn.Store.HintAnswers.Add(New(turn, account, nudge.Kind, reply));
        return Replies.Hint(turn, HintTexts.Follows(reply, account.Name));
    }

    /// <summary>What the speaker says now to hints of a kind.</summary>
    public static HintAnswer New(TurnContext turn, Account account, string kind, HintReply reply) => new()
    {
        WorkspaceId = account.WorkspaceId,
        TeamId = account.TeamId,
        AccountId = account.Id,
        Kind = kind,
        Reply = reply,
        MemberId = turn.Speaker.Id,
        At = turn.Now,
    };
}

/// <summary>[Done].</summary>
internal sealed class HintDone() : HintAnswered(HintReply.Done);

/// <summary>[Not now].</summary>
internal sealed class HintNotNow() : HintAnswered(HintReply.NotNow);

/// <summary>[Not for this client].</summary>
internal sealed class HintNotForClient() : HintAnswered(HintReply.NotForClient);

/// <summary>[Not helpful].</summary>
internal sealed class HintNotHelpful() : HintAnswered(HintReply.NotHelpful);
