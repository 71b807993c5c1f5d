using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Occasions;

/// <summary>How the occasions are said that somebody noted in their own words.</summary>
internal sealed class NotedOccasionView : PreparedOccasionView, IPracticeView
{
    public override string Kind => OccasionPractice.Kind;

    public override Text Noun { get; } = new($"occasion", $"Anlass");

    protected override string Prepare => OccasionPractice.Prepare;

    public override async Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation) =>
        Named(await turn.Store.Occasions.Where(occasion => occasion.Id == subject).Select(occasion => occasion.Text).FirstOrDefaultAsync(cancellation));

    public override Text Told(StoryEntry entry, string? contact)
    {
        if (entry.Fact is not Occasion noted) return base.Told(entry, contact);
        var day = new DayOfYear(noted.Day, noted.Year);
        var what = OccasionTexts.When(day, noted.IsOnce);
        return contact is null ? new($"occasion, {what}", $"Anlass, {what}") : new($"occasion of {contact}, {what}", $"Anlass von {contact}, {what}");
    }

    public Card? Card(Guid subject, AccountFacts facts, RenderContext context, Guid postId) =>
        facts.Occasion(subject) is { } occasion ? OccasionCommand.Card(occasion, facts, context, postId) : null;

    public Text Coming(NudgeLine line, LocalDate day, RenderContext context)
    {
        var (who, on, what) = (new Strong(MatterLines.Who(line)), Wording.On(day, context), Named(line.Facts.Occasion(line.Nudge.Subject)?.Text));
        return new($"{who}: {what}, {on}", $"{who}: {what}, {on}");
    }

    protected override Text What(NudgeLine line, LocalDate day, RenderContext context)
    {
        var (who, on) = (new Strong(MatterLines.Who(line)), Wording.On(day, context));
        var what = Named(line.Facts.Occasion(line.Nudge.Subject)?.Text);
        return new($"{who}: {what}, {on}.", $"{who}: {what}, {on}.");
    }

    protected override bool IsOn(NudgeLine line, LocalDate day) =>
        line.Facts.Occasion(line.Nudge.Subject) is { } occasion && occasion.Day.InYear(day.Year) == day && (occasion.Year is null || occasion.Year == day.Year);

    protected override bool IsOnce(NudgeLine line) => line.Facts.Occasion(line.Nudge.Subject) is { IsOnce: true };

    protected override Text Marked => NudgeTexts.Done;

    protected override Text On(NudgeLine line, Text date)
    {
        var what = Named(line.Facts.Occasion(line.Nudge.Subject)?.Text);
        return new($"{what} on {date}", $"{what} am {date}");
    }
}
