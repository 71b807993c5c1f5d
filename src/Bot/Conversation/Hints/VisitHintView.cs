using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Hints;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Hints;

/// <summary>How a meeting in person is suggested.</summary>
internal sealed class VisitHintView() : HintView(VisitHint.Kind, new($"meeting in person", $"persönliches Treffen"))
{
    public override Text Sentence(NudgeLine line, RenderContext context)
    {
        var who = new Strong(MatterLines.Who(line));
        return line.Facts.Of<TalkHistory>()?.LastVisit is { } last
            ? Since(who, Wording.Date(last, context))
            : new($"{who}: no meeting in person noted yet. Is there a reason to drop by?", $"{who}: Noch ist kein Treffen notiert. Gäbe es einen Anlass, sich persönlich zu sehen?");
    }

    public override IEnumerable<Text?> Details(NudgeLine line, RenderContext context) => [Wording.LastTalk(line.Facts, context)];

    protected override Text Followed(string settlement) => new($"they met", $"hat sich getroffen");

    private static Text Since(Strong who, Text day) => new(
        $"{who}: the last meeting in person was on {day}. Is there a reason to drop by?",
        $"{who}: Das letzte Treffen war am {day}. Gäbe es einen Anlass, sich wieder persönlich zu sehen?");
}
