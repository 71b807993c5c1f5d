using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core;
using AccountNudge.Core.Nudges;

namespace AccountNudge.Bot.Conversation.Matters;

/// <summary>What is open about an account, seen through its nudges.</summary>
internal static class OpenMatters
{
    private const int MostChoices = 5;
    private static readonly Duration Soon = Duration.FromDays(7);

    /// <summary>One nudge for each matter that was said or is about to be; what is owed counts from its first hour.</summary>
    public static async Task<IReadOnlyList<Nudge>> Of(TurnContext turn, Account account, CancellationToken cancellation)
    {
        var (soon, owed) = (turn.Now + Soon, PracticeCatalog.OwedKinds);
        var nudges = await turn.Store.Nudges.Where(nudge => nudge.AccountId == account.Id
            && (nudge.State == NudgeState.Posted || nudge.State == NudgeState.Posting || (nudge.State == NudgeState.Planned && (owed.Contains(nudge.Kind) || (nudge.RetryAt ?? nudge.PostAt) <= soon)))).ToListAsync(cancellation);
        return [.. nudges.OrderBy(nudge => nudge.WentOut ? 0 : 1).ThenBy(nudge => nudge.DueAt).DistinctBy(nudge => nudge.Matter).OrderBy(nudge => nudge.Lane).ThenBy(nudge => nudge.DueAt)];
    }

    /// <summary>What a matter is called among others of its account.</summary>
    public static Task<Text> Name(TurnContext turn, Nudge nudge, CancellationToken cancellation) => PracticeViews.Of(nudge.Kind).Name(turn, nudge.Subject, cancellation);

    /// <summary>Asks which of several is meant; its buttons share one token, so that one of them acts.</summary>
    public static async Task<Reply> Ask(TurnContext turn, string actionId, Account account, IReadOnlyList<Nudge> nudges, string extra, CancellationToken cancellation)
    {
        var token = Guid.NewGuid();
        var buttons = new List<Button>();
        foreach (var nudge in nudges.Take(MostChoices))
            buttons.Add(new Button(actionId, (await Name(turn, nudge, cancellation)).Plain(turn.OwnVoice), new ButtonValue(nudge.Id, token, extra).ToString()));
        return Reply.Asker(new Card(MatterTexts.Which(account.Name).In(turn.OwnVoice), new Actions(buttons)));
    }
}
