using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Hints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Hints;

/// <summary>How a meeting in person is suggested.</summary>
internal sealed class VisitHintView() : HintView(VisitHint.Kind, new($"a meeting in person", $"persönliches Treffen"))
{
    protected override Phrase? ShortNames { get; } = new("visit|visits|meeting", "besuch|besuche|treffen");

    public override Text Sentence(NudgeLine line, RenderContext context)
    {
        var who = new Strong(MatterLines.Who(line));
        return line.Facts.Of<TalkHistory>()?.LastVisit is { } last
            ? Since(who, Wording.Date(last, context))
            : new($"{who}: no meeting in person noted yet. Is there a reason to drop by?", $"{who}: Noch ist kein persönliches Treffen notiert. Gäbe es einen Anlass vorbeizuschauen?");
    }

    public override IEnumerable<Text?> Details(NudgeLine line, RenderContext context) => [Wording.LastTalk(line.Facts, context)];

    protected override IEnumerable<Button> Ways(NudgeLine line, Voice voice) => [HintWays.Plan(line, voice, InteractionKind.Visit)];

    protected override Text Followed(string settlement) => new($"they met", $"hat sich mit ihnen getroffen");

    private static Text Since(Strong who, Text day) => new(
        $"{who}: you last met in person on {day}. Is there a reason to drop by?",
        $"{who}: Das letzte persönliche Treffen war am {day}. Gäbe es einen Anlass vorbeizuschauen?");
}
