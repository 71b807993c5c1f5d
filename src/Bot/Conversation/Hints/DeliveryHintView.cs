using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Hints;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Hints;

/// <summary>The one question after the first weeks with a new client.</summary>
internal sealed class DeliveryHintView() : HintView(DeliveryHint.Kind, new($"the question after the first delivery", $"die Frage nach der ersten Lieferung"))
{
    protected override Phrase? ShortNames { get; } = new("first delivery|delivery|after delivery", "erste lieferung|lieferung|nach der lieferung");

    public override Text Sentence(NudgeLine line, RenderContext context)
    {
        var who = new Strong(MatterLines.Who(line));
        return new(
            $"{who}: the first weeks are over. Is everything working as they hoped, and what has come up since?",
            $"{who}: Die ersten Wochen sind vorbei. Läuft alles wie erhofft, und was ist seither Neues aufgetaucht?");
    }

    public override IEnumerable<Text?> Details(NudgeLine line, RenderContext context) => [Wording.LastTalk(line.Facts, context)];

    protected override IEnumerable<Button> Ways(NudgeLine line, Voice voice) => [HintWays.Plan(line, voice)];
}
