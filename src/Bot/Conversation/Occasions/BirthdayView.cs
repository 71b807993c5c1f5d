using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Occasions;

/// <summary>How birthdays are said.</summary>
internal sealed class BirthdayView : PreparedOccasionView, IPracticeView
{
    public override string Kind => BirthdayPractice.Kind;

    public override Text Noun { get; } = new($"birthday", $"Geburtstag");

    protected override string Prepare => BirthdayPractice.Prepare;

    public override async Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation)
    {
        var name = await turn.Store.Contacts.Where(contact => contact.Id == subject).Select(contact => contact.Name).FirstOrDefaultAsync(cancellation);
        var about = Shortening.Name(name);
        return new($"Birthday of {about}", $"Geburtstag von {about}");
    }

    public override Text InCalendar(CalendarDay day, string who) => new($"Birthday: {who}", $"Geburtstag: {who}");

    /// <summary>The next occasion of any kind.</summary>
    public IEnumerable<(Text Label, Text Value)> BriefFacts(Brief brief, RenderContext context)
    {
        if (OccasionDays.NextOf(brief.Facts, brief.Contact, context.Today) is { } next)
            yield return (OccasionTexts.Next, OccasionTexts.NextUp(next, brief.Contact is null ? next.Contact?.Name : null, context));
    }

    /// <summary>Before anybody thinks of a present: what do they like at all (practice E5)?</summary>
    public override IEnumerable<Text?> Details(NudgeLine line, RenderContext context)
    {
        var isUnknown = line.Contact is { } contact && !line.Facts.Practices.Any(practice => practice.KnowsWhatTheyLike(line.Facts, contact.Id));
        return [.. base.Details(line, context), isUnknown && DecidedToRing(line) is null ? OccasionTexts.AskFirst : null];
    }

    /// <summary>One sentence for all: whose, when, and the age where the year is known.</summary>
    protected override Text What(NudgeLine line, LocalDate day, RenderContext context)
    {
        var (who, on) = (new Strong(MatterLines.Who(line)), Wording.On(day, context));
        return line.Contact?.AgeIn(day.Year) switch
        {
            null => new Text($"{who} has a birthday {on}.", $"{who} hat {on} Geburtstag."),
            { } age when age % 10 == 0 => new Text($"{who} has a big birthday {on} and turns {age}.", $"{who} hat {on} einen runden Geburtstag und wird {age}."),
            { } age => new Text($"{who} has a birthday {on} and turns {age}.", $"{who} hat {on} Geburtstag und wird {age}."),
        };
    }

    protected override bool IsOn(NudgeLine line, LocalDate day) => line.Contact?.Birthday?.InYear(day.Year) == day;

    protected override Text On(NudgeLine line, Text date) => new($"Birthday on {date}", $"Geburtstag am {date}");
}
