using AccountNudge.Core.Interactions;
using AccountNudge.Core.Moods;

namespace AccountNudge.Bot.Conversation.Moods;

/// <summary>The answers to the hint at tense talks; both carry one token, so that one of them acts.</summary>
internal static class MoodButtons
{
    public static IReadOnlyList<Button> For(Guid talkId, Voice voice)
    {
        var value = ButtonValue.For(talkId).ToString();
        return [new Button(MoodDone.ActionId, MoodTexts.Done.Plain(voice), value), new Button(MoodNotNow.ActionId, MoodTexts.NotNow.Plain(voice), value)];
    }
}

/// <summary>Answers the hint; the message it was pressed on is renewed by itself.</summary>
internal abstract class MoodAnswered(string id, bool isDone, Text said) : ButtonAction
{
    public override string Id => id;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.FactsOf<Interaction>(value.Subject, cancellation) is not { } facts) return Replies.NotThere(turn);
        if (facts.Of<MoodFacts>()?.AnswerTo(value.Subject) is not null) return Replies.Hint(turn, ConversationTexts.PressedAlready);
        turn.Store.MoodAnswers.Add(new MoodAnswer
        {
            WorkspaceId = facts.Account.WorkspaceId,
            TeamId = facts.Account.TeamId,
            AccountId = facts.Account.Id,
            TalkId = value.Subject,
            IsDone = isDone,
            MemberId = turn.Speaker.Id,
            At = turn.Now,
        });
        return Replies.Hint(turn, said);
    }
}

/// <summary>[Done].</summary>
internal sealed class MoodDone() : MoodAnswered(ActionId, isDone: true, MoodTexts.NotedDone)
{
    public const string ActionId = "mood.done";
}

/// <summary>[Not now].</summary>
internal sealed class MoodNotNow() : MoodAnswered(ActionId, isDone: false, MoodTexts.NotedNotNow)
{
    public const string ActionId = "mood.not-now";
}
