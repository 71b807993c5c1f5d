using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Practices;
using NodaTime.Text;

namespace AccountNudge.Bot.Conversation.Occasions;

/// <summary>What occasions have in common when they are said.</summary>
internal abstract class OccasionView : IPracticeView
{
    private const int LongestWords = 120;
    protected static readonly Text CardSent = new($"Card sent", $"Karte verschickt");
    protected static readonly Text IllRing = new($"I’ll ring", $"Ich rufe an");
    protected static readonly Text SkipThisYear = new($"Skip this year", $"Dieses Jahr nicht");
    protected static readonly Text NotThisTime = new($"Not this time", $"Diesmal nicht");
    protected static readonly Text Never = new($"Never", $"Nie");
    protected static readonly Text Done = new($"Done", $"Erledigt");

    public abstract string Kind { get; }

    public abstract Text Noun { get; }

    public abstract Text Sentence(NudgeLine line, RenderContext context);

    public abstract IReadOnlyList<Button> Buttons(NudgeLine line, Voice voice);

    public abstract Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation);

    /// <summary>The occasion with its day.</summary>
    protected abstract Text On(NudgeLine line, Text date);

    /// <summary>What was done where nothing more is known of it.</summary>
    protected virtual Text Marked { get; } = new($"congratulated", $"gratuliert");

    public virtual IEnumerable<Text?> Details(NudgeLine line, RenderContext context)
    {
        if (line.Day is { } day && Choices(line).FirstOrDefault(choice => choice.Year < day.Year) is { } choice) yield return LastYear(choice, day.Year);
    }

    public Text Settled(string settlement) => settlement switch
    {
        nameof(OccasionDecision.CardSent) => new($"card sent", $"Karte verschickt"),
        nameof(OccasionDecision.Ring) => new($"will ring", $"ruft an"),
        nameof(OccasionDecision.SkipThisYear) => new($"not this year", $"dieses Jahr nicht"),
        nameof(OccasionDecision.Never) => new($"no longer", $"nicht mehr"),
        _ => NudgeTexts.Done,
    };

    public virtual Text Told(StoryEntry entry, string? contact)
    {
        var done = Decided(entry);
        return contact is null ? new($"{Noun}: {done}", $"{Noun}: {done}") : new($"{Noun} of {contact}: {done}", $"{Noun} von {contact}: {done}");
    }

    public virtual Text InCalendar(CalendarDay day, string who) => new($"{who}: {day.Text}", $"{who}: {day.Text}");

    public virtual Text? Closed(NudgeLine line, RenderContext context) => line.Nudge.State == NudgeState.Expired && line.Day is { } day ? HasPassed(On(line, Wording.Date(day, context))) : null;

    /// <summary>What was done, as its story tells it.</summary>
    protected Text Decided(StoryEntry entry) => ((OccasionEvent)entry.Fact).Decision is { } decision ? Settled(decision.ToString()) : NudgeTexts.Done;

    /// <summary>An occasion by the words it was noted in, short enough for a line.</summary>
    protected static Text Named(string? words) => Text.Verbatim(Shortening.Of(words ?? "…", LongestWords));

    /// <summary>What was decided about this occasion, latest year first.</summary>
    protected static IEnumerable<OccasionChoice> Choices(NudgeLine line) =>
        line.Facts.Choices.Where(choice => choice.Subject == line.Nudge.Subject).OrderByDescending(choice => choice.Year);

    /// <summary>What can be decided about it.</summary>
    protected static Button Choose(NudgeLine line, Voice voice, string verb, Text label, ButtonStyle style = ButtonStyle.Default) => new(
        $"occasion.{verb}", label.Plain(voice), ButtonValue.For(line.Nudge.Subject, LocalDatePattern.Iso.Format(line.Day!.Value)).ToString(), style);

    /// <summary>What can be decided once it is clear how it is marked.</summary>
    protected static IReadOnlyList<Button> DoneOrNot(NudgeLine line, Voice voice) =>
        [Choose(line, voice, "done", Done, ButtonStyle.Primary), Choose(line, voice, "skip", SkipThisYear), Choose(line, voice, "never", Never)];

    private static Text HasPassed(Text occasion) => new($"{occasion} – the day has passed", $"{occasion} – der Tag ist vorbei");

    /// <summary>What was done about the same occasion in another year.</summary>
    private Text LastYear(OccasionChoice choice, int year) => choice.Year == year - 1
        ? new($"Last year: {Chosen(choice)}", $"Letztes Jahr: {Chosen(choice)}")
        : new($"{choice.Year}: {Chosen(choice)}", $"{choice.Year}: {Chosen(choice)}");

    private Text Chosen(OccasionChoice choice) => choice.Decision switch
    {
        OccasionDecision.CardSent => new($"a card", $"eine Karte"),
        OccasionDecision.Ring => new($"a call", $"ein Anruf"),
        OccasionDecision.SkipThisYear => new($"skipped", $"ausgelassen"),
        _ => Marked,
    };
}
