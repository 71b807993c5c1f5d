namespace AccountNudge.Bot.Conversation.Occasions;

/// <summary>
/// Notes advice against our own interest (practice G6). It is kept as a milestone of the account: it names nobody, so it stays when personal data
/// goes, and whoever looks after the client next knows why they came back.
/// </summary>
internal sealed class AdviceCommand() : MilestoneNoting(
    new("advice", CommandGroup.Tell, new("honest advice|advice", "ehrlicher rat|rat"), OccasionTexts.AdviceDoes, OccasionTexts.AdviceExample, OccasionTexts.AdviceTitle), Advised, isHonestAdvice: true)
{
    private static readonly Slot Advised = CommonSlots.Text(OccasionTexts.AdviceLabel, required: true) with { Hint = OccasionTexts.AdviceHint };

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, Advised, On];
}
