using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Practices;

/// <summary>One matter as a section: the sentence with its buttons, or what became of it.</summary>
internal static class MatterLines
{
    /// <summary>A matter among others.</summary>
    public static Section Of(NudgeLine line, RenderContext context)
    {
        var (view, voice) = (PracticeViews.Of(line.Nudge.Kind), context.Voice);
        if (Outcome(line, context) is { } outcome) return new Section(new RichText([new Strong(Who(line))]), outcome.In(voice), []);
        var words = view.Quote(line) is { Length: > 0 } quote ? Wording.Excerpt(quote) : null;
        return new Section(Sentence(line, context).In(voice), Detail(voice, [words, StandingIn(line, context), .. view.Details(line, context)]), view.Buttons(line, voice));
    }

    /// <summary>A matter alone: as the whole card.</summary>
    public static Card Alone(NudgeLine line, RenderContext context)
    {
        var (view, voice) = (PracticeViews.Of(line.Nudge.Kind), context.Voice);
        var quote = view.Quote(line) is { Length: > 0 } words ? new Quote(words) : null;
        if (Outcome(line, context) is { } outcome) return new Card(Who(line), [.. Parts(quote, new Note(outcome.In(voice)))]);
        var note = Detail(voice, [StandingIn(line, context), .. view.Details(line, context)]) is { } detail ? new Note(detail) : null;
        var buttons = view.Buttons(line, voice);
        return new Card(Sentence(line, context).In(voice), [.. Parts([quote, .. view.Below(line, context), note, buttons.Count > 0 ? new Actions(buttons) : null])]);
    }

    /// <summary>The sentence of a line; in a channel it names whom it is for.</summary>
    public static Text Sentence(NudgeLine line, RenderContext context)
    {
        var sentence = PracticeViews.Of(line.Nudge.Kind).Sentence(line, context);
        return context.IsDirect || line.Addressee is not { } addressee ? sentence : new($"{addressee.Mention}, {sentence}", $"{addressee.Mention}, {sentence}");
    }

    /// <summary>Whom a line is about.</summary>
    public static string Who(NudgeLine line) => Wording.Who(line.Account, PracticeViews.Of(line.Nudge.Kind).Contact(line));

    /// <summary>What became of a matter; null while it is open.</summary>
    public static Text? Outcome(NudgeLine line, RenderContext context) => line.Nudge.State switch
    {
        NudgeState.Acted => NudgeTexts.Acted(line.SettledBy?.Name, PracticeViews.Of(line.Nudge.Kind).Settled(line.Nudge.Settlement), Wording.Stamp(line.Nudge.SettledAt ?? context.Now, context)),
        NudgeState.Snoozed when line.SnoozedUntil is { } until => NudgeTexts.PutOff(line.SettledBy?.Name, Wording.At(until, context)),
        NudgeState.Superseded when line.Nudge.Settlement == Core.Nudges.Nudge.TakenBack => NudgeTexts.TakenBack,
        NudgeState.Expired or NudgeState.Superseded => GoesOn(line) ? WhereItGoesOn(line, context) : PracticeViews.Of(line.Nudge.Kind).Closed(line, context) ?? NudgeTexts.Settled,
        NudgeState.Snoozed => NudgeTexts.Settled,
        _ => null,
    };

    /// <summary>Whether nothing more is asked here of a matter that is not over: it was put off, or goes on elsewhere.</summary>
    public static bool GoesOn(NudgeLine line) => line.Nudge.State switch
    {
        NudgeState.Snoozed => true,
        NudgeState.Expired or NudgeState.Superseded => PracticeViews.Of(line.Nudge.Kind).GoesOn(line),
        _ => false,
    };

    /// <summary>Where a matter goes on of which nothing more is asked here: further down, where something stands or is about to stand there.</summary>
    private static Text WhereItGoesOn(NudgeLine line, RenderContext context)
    {
        var (here, facts) = (line.Nudge, line.Facts);
        var latest = facts.NudgesOf(here.Matter)
            .Where(nudge => nudge.PostAt > here.PostAt && (nudge.PostId is not null || (nudge.State == NudgeState.Planned && nudge.PostAt <= facts.ReadAt)))
            .OrderByDescending(nudge => nudge.PostAt).ThenByDescending(IsHere).ThenBy(nudge => nudge.IsDirect).FirstOrDefault();
        if (latest is null ? !context.IsDirect : IsHere(latest)) return NudgeTexts.GoesOnBelow;
        return latest is { IsDirect: false } ? NudgeTexts.GoesOnInChannel : NudgeTexts.IsOpen;

        // To somebody who is alone in a team everything is said in one place.
        bool IsHere(Nudge nudge) => facts.Roster.Members.Count == 1 || (nudge.IsDirect == here.IsDirect && (!here.IsDirect || nudge.AddresseeId == here.AddresseeId));
    }

    /// <summary>For whom the addressee stands in; null where they are named for themselves.</summary>
    private static Text? StandingIn(NudgeLine line, RenderContext context) =>
        line is { Addressee: { } addressee, Whose: { } whose } && addressee.Id != whose.Id && line.WhoseAway(context.Today) is { } away
            ? NudgeTexts.StandingIn(whose.Name, Wording.Date(away.Until, context))
            : null;

    private static RichText? Detail(Voice voice, IReadOnlyList<Text?> texts) =>
        Wording.Beside(voice, texts) is { Runs.Count: > 0 } detail ? detail : null;

    private static IEnumerable<CardPart> Parts(params IEnumerable<CardPart?> parts) => parts.OfType<CardPart>();
}
