using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Occasions;

namespace AccountNudge.Bot.Conversation.Occasions;

/// <summary>
/// Notes advice against our own interest (practice G6). It is kept as a milestone of the account: it names nobody, so it stays when personal data
/// goes, and whoever looks after the client next knows why they came back.
/// </summary>
internal sealed class AdviceCommand() : Command(
    new("advice", CommandGroup.Tell, new("honest advice|advice", "ehrlicher rat|rat"), OccasionTexts.AdviceDoes, OccasionTexts.AdviceExample, OccasionTexts.AdviceTitle))
{
    private static readonly Slot Advised = CommonSlots.Text(OccasionTexts.AdviceLabel, required: true) with { Hint = OccasionTexts.AdviceHint };
    private static readonly Slot On = new("day", SlotKind.When, OccasionTexts.AchievedOn) { Past = true, Keyword = new("on", "am"), Hint = OccasionTexts.AchievedOnHint };

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, Advised, On];

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
            Text = arguments.Text(Advised.Name),
            IsHonestAdvice = true,
            On = on,
            MemberId = turn.Speaker.Id,
            NotedAt = turn.Now,
            ChangeId = change.Id,
        };
        turn.Store.Milestones.Add(milestone);
        return LiveReply.Of(turn, facts, new Matter(MilestonePractice.Kind, milestone.Id), change.Id, "", onlyAsker: false, (context, postId) => MilestoneCommand.Card(milestone, facts, context, postId));
    }
}
