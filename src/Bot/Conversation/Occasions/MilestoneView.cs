using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Occasions;

/// <summary>How milestones are said, when they are noted and a year later.</summary>
internal sealed class MilestoneView : OccasionView, IPracticeView
{
    public override string Kind => MilestonePractice.Kind;

    public override Text Noun { get; } = new($"milestone", $"Meilenstein");

    public override Text Sentence(NudgeLine line, RenderContext context)
    {
        var (who, on) = (new Strong(MatterLines.Who(line)), Wording.On(line.Day ?? context.Today, context));
        var what = Wording.Excerpt(line.Facts.Milestone(line.Nudge.Subject)?.Text ?? "…");
        return new($"{who}: {on} it’s a year since {what}. That’s worth a personal note.", $"{who}: Es ist {on} ein Jahr her: {what}. Das ist ein persönliches Wort wert.");
    }

    public Text Coming(NudgeLine line, LocalDate day, RenderContext context)
    {
        var (who, on, what) = (new Strong(MatterLines.Who(line)), Wording.On(day, context), Wording.Excerpt(line.Facts.Milestone(line.Nudge.Subject)?.Text ?? "…"));
        return new($"{who}: {on} a year since {what}", $"{who}: {on} ein Jahr her: {what}");
    }

    public override IReadOnlyList<Button> Buttons(NudgeLine line, Voice voice) =>
        line.Day is null ? [] : [Choose(line, voice, "done", Done, ButtonStyle.Primary), Choose(line, voice, "skip", NotThisTime)];

    public override async Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation) =>
        Named(await turn.Store.Milestones.Where(milestone => milestone.Id == subject).Select(milestone => milestone.Text).FirstOrDefaultAsync(cancellation));

    public override Text Told(StoryEntry entry, string? contact) => entry.Fact is Milestone milestone ? (milestone.IsHonestAdvice ? OccasionTexts.AdviceNoun : Noun) : new($"a year since this milestone: {Decided(entry)}", $"ein Jahr nach diesem Meilenstein: {Decided(entry)}");

    public override Text InCalendar(CalendarDay day, string who)
    {
        var what = Wording.Excerpt(day.Text);
        return new($"{who}: a year since {what}", $"{who}: vor einem Jahr {what}");
    }

    public Card? Card(Guid subject, AccountFacts facts, RenderContext context, Guid postId) =>
        facts.Milestone(subject) is { } milestone ? MilestoneCard.Of(milestone, facts, context, postId) : null;

    /// <summary>What was advised against our own interest: why they came back.</summary>
    public IEnumerable<(Text Label, Text Value)> BriefNotes(Brief brief, RenderContext context) => brief.Facts.Milestones.Where(milestone => milestone.IsHonestAdvice)
        .OrderByDescending(milestone => milestone.On).Take(1).Select(advice => (OccasionTexts.AdviceBrief, OccasionTexts.Advised(Wording.Excerpt(advice.Text), Wording.Date(advice.On, context))));

    protected override Text On(NudgeLine line, Text date)
    {
        var what = Named(line.Facts.Milestone(line.Nudge.Subject)?.Text);
        return new($"{what}, a year on {date}", $"{what}, am {date} ein Jahr her");
    }
}
