using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Occasions;

/// <summary>How birthdays are said.</summary>
internal sealed class BirthdayView : OccasionView, IPracticeView
{
    public override string Kind => BirthdayPractice.Kind;

    public override Text Noun { get; } = new($"birthday", $"Geburtstag");

    /// <summary>One sentence for all: whose, when, and the age where the year is known; then what was decided.</summary>
    public override Text Sentence(NudgeLine line, RenderContext context)
    {
        var who = new Strong(MatterLines.Who(line));
        var day = line.Day ?? context.Today;
        var on = Wording.On(day, context);
        var sentence = line.Contact?.AgeIn(day.Year) switch
        {
            null => new Text($"{who} has a birthday {on}.", $"{who} hat {on} Geburtstag."),
            { } age when age % 10 == 0 => new Text($"{who} has a big birthday {on} and turns {age}.", $"{who} hat {on} einen runden Geburtstag und wird {age}."),
            { } age => new Text($"{who} has a birthday {on} and turns {age}.", $"{who} hat {on} Geburtstag und wird {age}."),
        };
        return IsDecidedToRing(line) ? new($"{sentence} You were going to ring.", $"{sentence} ‹Du wolltest|Sie wollten› anrufen.") : sentence;
    }

    /// <summary>Before anybody thinks of a present: what do they like at all (practice E5)?</summary>
    public override IEnumerable<Text?> Details(NudgeLine line, RenderContext context)
    {
        var isUnknown = line.Contact is { } contact && !line.Facts.Practices.Any(practice => practice.KnowsWhatTheyLike(line.Facts, contact.Id));
        return [.. base.Details(line, context), isUnknown && !IsDecidedToRing(line) ? OccasionTexts.AskFirst : null];
    }

    public override IReadOnlyList<Button> Buttons(NudgeLine line, Voice voice)
    {
        if (line.Day is null) return [];
        if (IsDecidedToRing(line)) return DoneOrNot(line, voice);
        return [Choose(line, voice, "card", CardSent), Choose(line, voice, "ring", IllRing), Choose(line, voice, "skip", SkipThisYear), Choose(line, voice, "never", Never)];
    }

    /// <summary>One that spoke of the birthday ahead names its day; what follows speaks for the day.</summary>
    public override Text? Closed(NudgeLine line, RenderContext context) =>
        line is { Nudge: { State: NudgeState.Superseded, Ask: BirthdayPractice.Prepare }, Day: { } day } && line.Contact?.Birthday?.InYear(day.Year) == day
            ? On(Wording.Date(day, context))
            : base.Closed(line, context);

    public override async Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation)
    {
        var name = await turn.Store.Contacts.Where(contact => contact.Id == subject).Select(contact => contact.Name).FirstOrDefaultAsync(cancellation);
        var about = Shortening.Name(name);
        return new($"Birthday of {about}", $"Geburtstag von {about}");
    }

    /// <summary>The next occasion of either kind.</summary>
    public IEnumerable<(Text Label, Text Value)> BriefFacts(Brief brief, RenderContext context)
    {
        if (OccasionDays.NextOf(brief.Facts, brief.Contact, context.Today) is { } next)
            yield return (OccasionTexts.Next, OccasionTexts.NextUp(next, brief.Contact is null ? next.Contact?.Name : null, context));
    }

    protected override Text On(Text date) => new($"Birthday on {date}", $"Geburtstag am {date}");

    private static bool IsDecidedToRing(NudgeLine line) => Choices(line).Any(choice => choice.Year == line.Day?.Year && choice.Decision == OccasionDecision.Ring);
}
