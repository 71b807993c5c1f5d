using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Occasions;

/// <summary>Notes what was achieved with a client.</summary>
internal sealed class MilestoneCommand() : MilestoneNoting(
    new("milestone", CommandGroup.Tell, new("milestone|success", "meilenstein|erfolg"), OccasionTexts.MilestoneDoes, OccasionTexts.MilestoneExample, OccasionTexts.MilestoneTitle), Achieved, isHonestAdvice: false)
{
    private static readonly Slot Achieved = CommonSlots.Text(OccasionTexts.Achieved, required: true);

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, Achieved, On, OccasionSlots.ForBoss];
}

/// <summary>Notes something that is kept as a milestone of a client.</summary>
/// <param name="words">See <see cref="Command"/>.</param>
/// <param name="said">Takes what it is.</param>
/// <param name="isHonestAdvice">See <see cref="Milestone.IsHonestAdvice"/>.</param>
internal abstract class MilestoneNoting(CommandWords words, Slot said, bool isHonestAdvice) : Command(words)
{
    protected static readonly Slot On = new("day", SlotKind.When, OccasionTexts.AchievedOn) { Past = true, Keyword = new("on", "am"), Hint = OccasionTexts.AchievedOnHint };

    public override bool FoundsTeam => true;

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        var (account, today) = (facts.Account, facts.Today(turn.Now));
        var on = arguments.When(On.Name)?.Date ?? today;
        if (on > today) throw RefusalException.At(On.Name, OccasionTexts.NotAchievedYet);
        var change = turn.Record(this, arguments, turn.TeamOf(account));
        var milestone = new Milestone
        {
            WorkspaceId = account.WorkspaceId,
            TeamId = account.TeamId,
            AccountId = account.Id,
            Text = arguments.Text(said.Name),
            On = on,
            IsGoodForBoss = arguments.Has(OccasionSlots.ForBoss.Name),
            IsHonestAdvice = isHonestAdvice,
            MemberId = turn.Speaker.Id,
            NotedAt = turn.Now,
            ChangeId = change.Id,
        };
        turn.Store.Milestones.Add(milestone);
        return LiveReply.Of(turn, facts, new Matter(MilestonePractice.Kind, milestone.Id), change.Id, "", onlyAsker: false, (context, postId) => MilestoneCard.Of(milestone, facts, context, postId));
    }
}

/// <summary>A milestone as it stands.</summary>
internal static class MilestoneCard
{
    /// <summary>The milestone, and when it comes back. Pure.</summary>
    public static Card Of(Milestone milestone, AccountFacts facts, RenderContext context, Guid postId)
    {
        var (voice, parts) = (context.Voice, new List<CardPart> { new Paragraph(milestone.Text) });
        if (milestone.IsGoodForBoss) parts.Add(new Note(OccasionTexts.WillPassOn.In(voice)));
        if (milestone.IsHonestAdvice) parts.Add(new Note(OccasionTexts.AdviceStays.In(voice)));
        else if (milestone.YearLater > context.Today) parts.Add(new Note(OccasionTexts.ComesBack(Wording.On(milestone.YearLater, context)).In(voice)));
        if (facts.Roster.Find(milestone.MemberId) is { } member) parts.Add(new Note(OccasionTexts.NotedBy(member.Name).In(voice)));
        if (milestone.ChangeId is { } change) parts.Add(Replies.CorrectOrRemove(change, voice, LiveCard.Extra(postId)));
        if (milestone.IsHonestAdvice) return new Card(OccasionTexts.Advice(People.Of(null, facts.Account), Wording.Day(milestone.On, context)).In(voice), parts);
        return new Card(OccasionTexts.Milestone(People.Of(null, facts.Account), Wording.Day(milestone.On, context)).In(voice), parts);
    }
}
