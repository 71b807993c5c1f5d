using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Hints;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Hints;

/// <summary>How a talk about nothing in particular is suggested, with what there is to talk about.</summary>
internal sealed class JustTalkHintView() : HintView(JustTalkHint.Kind, new($"a talk without an agenda", $"ein Gespräch einfach so"))
{
    private const int MostToTalkAbout = 2;

    protected override Phrase? ShortNames { get; } = new("no agenda|just talk|talk", "einfach so|plaudern|gespräch");

    public override Text Sentence(NudgeLine line, RenderContext context)
    {
        var who = new Strong(MatterLines.Who(line));
        return new($"{who}: how about a call just to talk, with no agenda?", $"{who}: Wie wäre es mit einem Anruf einfach so, ohne Anliegen?");
    }

    public override IEnumerable<Text?> Details(NudgeLine line, RenderContext context)
    {
        if (context.IsDirect)
        {
            foreach (var text in PracticeViews.All.SelectMany(view => view.ToTalkAbout(line.Facts, context)).Take(MostToTalkAbout)) yield return text;
        }

        if (line.Facts.Of<TalkHistory>()?.LastJustTalk is { } last) yield return Last(Wording.Date(last, context));
    }

    protected override IEnumerable<Button> Ways(NudgeLine line, Voice voice) => [HintWays.NoteJustTalk(line, voice), HintWays.Plan(line, voice)];

    protected override Text Followed(string settlement) => new($"had a talk just like that", $"hat einfach so geplaudert");

    private static Text Last(Text day) => new($"last one: {day}", $"zuletzt: {day}");
}
