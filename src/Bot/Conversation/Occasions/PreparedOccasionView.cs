using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Occasions;

/// <summary>What occasions have in common that are asked about ahead and again on their day.</summary>
internal abstract class PreparedOccasionView : OccasionView
{
    /// <summary>What is asked ahead.</summary>
    protected abstract string Prepare { get; }

    /// <summary>What it is and when; then what was decided.</summary>
    public override Text Sentence(NudgeLine line, RenderContext context)
    {
        var sentence = What(line, line.Day ?? context.Today, context);
        if (DecidedToRing(line) is not { } choice) return sentence;
        return context.IsDirect || line.Facts.Roster.Find(choice.MemberId) is not { } member
            ? new($"{sentence} You were going to ring.", $"{sentence} ‹Du wolltest|Sie wollten› anrufen.")
            : new($"{sentence} {member.Name} was going to ring.", $"{sentence} {member.Name} wollte anrufen.");
    }

    public override IReadOnlyList<Button> Buttons(NudgeLine line, Voice voice)
    {
        if (line.Day is null) return [];
        var skip = IsOnce(line) ? Choose(line, voice, "skip", NotThisTime) : Choose(line, voice, "skip", SkipThisYear);
        IReadOnlyList<Button> buttons = DecidedToRing(line) is null
            ? [Choose(line, voice, "card", CardSent), Choose(line, voice, "ring", IllRing), skip]
            : [Choose(line, voice, "done", Done, ButtonStyle.Primary), skip];
        return IsOnce(line) ? buttons : [.. buttons, Choose(line, voice, "never", Never)];
    }

    /// <summary>One that spoke of the day ahead names it; what follows speaks for the day.</summary>
    public override Text? Closed(NudgeLine line, RenderContext context) =>
        line is { Nudge: { State: NudgeState.Superseded } nudge, Day: { } day } && nudge.Ask == Prepare && IsOn(line, day)
            ? On(line, Wording.Date(day, context))
            : base.Closed(line, context);

    /// <summary>What it is and when.</summary>
    protected abstract Text What(NudgeLine line, LocalDate day, RenderContext context);

    /// <summary>Whether it still falls on the day that was spoken of.</summary>
    protected abstract bool IsOn(NudgeLine line, LocalDate day);

    protected virtual bool IsOnce(NudgeLine line) => false;

    protected static OccasionChoice? DecidedToRing(NudgeLine line) => Choices(line).FirstOrDefault(choice => choice.Year == line.Day?.Year && choice.Decision == OccasionDecision.Ring);
}
