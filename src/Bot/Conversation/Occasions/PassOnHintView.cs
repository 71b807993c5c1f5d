using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Occasions;

/// <summary>How it is suggested to hand a success to a contact, for their own boss.</summary>
internal sealed class PassOnHintView() : HintView(PassOnHint.Kind, new($"a success for their boss", $"ein Erfolg für die Chefetage")), IPracticeView
{
    private static readonly Text Label = new($"To pass on", $"Zum Weitergeben");

    protected override Phrase? ShortNames { get; } = new("their boss|boss|success", "chefetage|erfolg|für die chefetage");

    public override Text Sentence(NudgeLine line, RenderContext context)
    {
        var who = new Strong(MatterLines.Who(line));
        var what = Wording.Excerpt(line.Facts.Milestone(line.Nudge.Subject)?.Text ?? "…");
        return new(
            $"{who}: {what} looks good to their boss too. Two sentences or a chart would let them show it.",
            $"{who}: {what} macht auch in der Chefetage Eindruck. Zwei Sätze oder eine Grafik, und sie können es dort zeigen.");
    }

    public IEnumerable<(Text Label, Text Value)> BriefNotes(Brief brief, RenderContext context)
    {
        if (PassOnHint.ToPassOn(brief.Facts, context.Today) is { } success && !IsDone(brief.Facts, success)) yield return (Label, OccasionTexts.ForTheirBoss(Wording.Excerpt(success.Text)));
    }

    public override async Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation) =>
        Wording.Excerpt(await turn.Store.Milestones.Where(milestone => milestone.Id == subject).Select(milestone => milestone.Text).FirstOrDefaultAsync(cancellation) ?? "…");

    /// <summary>Somebody said that it was passed on.</summary>
    private static bool IsDone(AccountFacts facts, Milestone success) =>
        facts.Of<HintFacts>()?.To(PassOnHint.Kind).Any(answer => answer.Reply == HintReply.Done && answer.At >= success.NotedAt) == true;
}
