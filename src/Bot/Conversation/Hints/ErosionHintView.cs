using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Hints;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Hints;

/// <summary>How it is said that talks have become fewer: with the figures, and without a word about why.</summary>
internal sealed class ErosionHintView() : HintView(ErosionHint.Kind, new($"fewer talks than a year ago", $"weniger Gespräche als vor einem Jahr"))
{
    protected override Phrase? ShortNames { get; } = new("fewer talks|erosion", "weniger gespräche");

    public override Text Sentence(NudgeLine line, RenderContext context)
    {
        var who = new Strong(MatterLines.Who(line));
        // What stands for some weeks is told with the figures of today.
        var month = TalkHistory.FirstOfMonth(context.Today);
        if (ErosionHint.SeasonOf(line.Facts, month) is not { } season || !ErosionHint.HasEroded(season)) return new($"{who}: you talk less than a year ago.", $"{who}: Es gibt weniger Gespräche als vor einem Jahr.");
        var (from, until) = (month.PlusMonths(-TalkHistory.SeasonMonths), month.PlusDays(-1));
        return new(
            $"{who}: {season.YearBefore} talks from {from:MMMM} to {until:MMMM} a year ago, {Few(season.Now)} this time. Is there anything behind it?",
            $"{who}: vor einem Jahr von {from:MMMM} bis {until:MMMM} {season.YearBefore} Gespräche, diesmal {Few(season.Now)}. Steckt etwas dahinter?");
    }

    public override IEnumerable<Text?> Details(NudgeLine line, RenderContext context) => [Wording.LastTalk(line.Facts, context)];

    protected override IEnumerable<Button> Ways(NudgeLine line, Voice voice) => [HintWays.Plan(line, voice)];

    private static Text Few(int count) => count switch { 0 => new($"none", $"keins"), 1 => new($"one", $"eins"), _ => new($"{count}", $"{count}") };
}
