using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Satisfaction;

namespace AccountNudge.Bot.Conversation.Satisfaction;

/// <summary>How it is suggested to ask whether they are content; also a question in the brief.</summary>
internal sealed class SatisfactionHintView() : HintView(SatisfactionHint.Kind, new($"whether they are content", $"ob sie zufrieden sind")), IPracticeView
{
    protected override Phrase? ShortNames { get; } = new("satisfaction|satisfied|content", "zufriedenheit|zufrieden");

    public override Text Sentence(NudgeLine line, RenderContext context)
    {
        var who = new Strong(MatterLines.Who(line));
        return new(
            $"{who}: ask in the next talk whether they’re content with the work itself. What do they say?",
            $"{who}: ‹Frag|Fragen Sie› im nächsten Gespräch, ob sie mit der Arbeit selbst zufrieden sind. Was sagen sie?");
    }

    public override IEnumerable<Text?> Details(NudgeLine line, RenderContext context)
    {
        if (line.Facts.Of<SatisfactionFacts>()?.Last is { } last) yield return SatisfactionTexts.Last(SatisfactionTexts.Said(last.Content), Wording.Date(last.On, context));
        yield return Wording.LastTalk(line.Facts, context);
    }

    public IEnumerable<(Text Label, Text Value)> BriefNotes(Brief brief, RenderContext context)
    {
        if (brief.Facts.Of<SatisfactionFacts>()?.Last is not { } last) yield break;
        var (said, day) = (SatisfactionTexts.Said(last.Content), Wording.Date(last.On, context));
        var words = Wording.Excerpt(last.Text);
        yield return (SatisfactionTexts.Label, last.Text.Length == 0 ? new($"{said} ({day})", $"{said} ({day})") : new($"{said} ({day}): {words}", $"{said} ({day}): {words}"));
    }

    public IEnumerable<(Gap Gap, Text Question)> Unknowns(Brief brief, RenderContext context)
    {
        var facts = brief.Facts;
        if (facts.Terms.Suggests(Kind) && SatisfactionHint.AskFrom(facts) <= context.Today && !facts.Gate(context.Now).IsShut)
            yield return (Gap.Satisfaction, SatisfactionTexts.Ask(brief.Contact?.Name ?? facts.Account.Name));
    }

    public Text Told(StoryEntry entry, string? contact) => SatisfactionTexts.Said(((SatisfactionNote)entry.Fact).Content);

    /// <summary>What they said is what was done.</summary>
    protected override bool HasDone => false;

    protected override IEnumerable<Button> Ways(NudgeLine line, Voice voice) => SatisfactionPressed.Buttons(line.Account.Id, voice);

    protected override Text Followed(string settlement) => new($"asked them", $"hat gefragt");
}
