using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Occasions;

/// <summary>How anniversaries of working together are said.</summary>
internal sealed class AnniversaryView : OccasionView, IPracticeView
{
    public override string Kind => AnniversaryPractice.Kind;

    public override Text Noun { get; } = new($"anniversary of working together", $"Jahrestag der Zusammenarbeit");

    public override Text Sentence(NudgeLine line, RenderContext context)
    {
        var who = new Strong(MatterLines.Who(line));
        var day = line.Day ?? context.Today;
        var years = day.Year - (line.Account.Since?.Year ?? day.Year);
        var on = Wording.On(day, context);
        var together = years == 1 ? new Text($"a year", $"ein Jahr") : new Text($"{years} years", $"{years} Jahre");
        return OccasionDays.IsRound(years)
            ? new($"{who}: {together} of working together {on}. That’s worth a personal note.", $"{who}: {on} {together} Zusammenarbeit. Das ist ein persönliches Wort wert.")
            : new($"{who}: {together} of working together {on}.", $"{who}: {on} {together} Zusammenarbeit.");
    }

    public Text Coming(NudgeLine line, LocalDate day, RenderContext context)
    {
        var (who, on, years) = (new Strong(MatterLines.Who(line)), Wording.On(day, context), day.Year - (line.Account.Since?.Year ?? day.Year));
        return years == 1 ? new($"{who}: one year of working together {on}", $"{who}: {on} ein Jahr Zusammenarbeit") : new($"{who}: {years} years of working together {on}", $"{who}: {on} {years} Jahre Zusammenarbeit");
    }

    public override IReadOnlyList<Button> Buttons(NudgeLine line, Voice voice) => line.Day is null ? [] : DoneOrNot(line, voice);

    public override Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation) =>
        Task.FromResult(new Text($"Years of working together", $"Jahrestag der Zusammenarbeit"));

    public override Text Told(StoryEntry entry, string? contact) => (OccasionEvent)entry.Fact switch
    {
        { Decision: not null } => base.Told(entry, contact),
        { Years: 0 } => new($"start of working together", $"Beginn der Zusammenarbeit"),
        { Years: 1 } => new($"a year of working together", $"ein Jahr Zusammenarbeit"),
        { Years: var years } => new($"{years} years of working together", $"{years} Jahre Zusammenarbeit"),
    };

    public override Text InCalendar(CalendarDay day, string who) => new($"{who}: working together since {day.Text}", $"{who}: Zusammenarbeit seit {day.Text}");

    protected override Text On(NudgeLine line, Text date) => new($"Anniversary of working together on {date}", $"Jahrestag der Zusammenarbeit am {date}");
}
