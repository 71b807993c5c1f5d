using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Conversation.Announcements;

/// <summary>One matter as a section: the sentence with its buttons, or what became of it.</summary>
internal static class MatterLines
{
    private static readonly Text Later = new($"Later …", $"Später …");

    /// <summary>A matter among others.</summary>
    public static Section Of(NudgeLine line, Telling telling)
    {
        var (view, voice) = (PracticeViews.Of(line.Nudge.Kind), telling.Voice);
        if (Outcome(line, telling) is { } outcome) return new Section(new RichText([new Strong(Who(line))]), outcome.In(voice), []);
        var words = view.Quote(line) is { Length: > 0 } quote ? Saying.Excerpt(quote) : null;
        return new Section(Sentence(line, telling).In(voice), Detail(voice, [words, .. view.Details(line, telling)]), view.Buttons(line, voice));
    }

    /// <summary>A matter alone: as the whole card.</summary>
    public static Card Alone(NudgeLine line, Telling telling)
    {
        var (view, voice) = (PracticeViews.Of(line.Nudge.Kind), telling.Voice);
        var quote = view.Quote(line) is { Length: > 0 } words ? new Quote(words) : null;
        if (Outcome(line, telling) is { } outcome) return new Card(Who(line), [.. Parts(quote, new Note(outcome.In(voice)))]);
        var note = Detail(voice, [.. view.Details(line, telling)]) is { } detail ? new Note(detail) : null;
        var buttons = view.Buttons(line, voice);
        return new Card(Sentence(line, telling).In(voice), [.. Parts(quote, note, buttons.Count > 0 ? new Actions(buttons) : null)]);
    }

    /// <summary>The sentence of a line; in a channel it names whom it is for.</summary>
    public static Text Sentence(NudgeLine line, Telling telling)
    {
        var sentence = PracticeViews.Of(line.Nudge.Kind).Sentence(line, telling);
        return telling.IsDirect || line.Addressee is not { } addressee ? sentence : new($"{addressee.Mention}, {sentence}", $"{addressee.Mention}, {sentence}");
    }

    /// <summary>Whom a line is about.</summary>
    public static string Who(NudgeLine line) => Saying.Who(line.Account, PracticeViews.Of(line.Nudge.Kind).Contact(line));

    /// <summary>What became of a matter; null while it is open.</summary>
    public static Text? Outcome(NudgeLine line, Telling telling) => line.Nudge.State switch
    {
        NudgeState.Acted => AnnouncementTexts.Acted(line.SettledBy?.Name, PracticeViews.Of(line.Nudge.Kind).Settled(line.Nudge.Settlement), Saying.Stamp(line.Nudge.SettledAt ?? telling.Now, telling)),
        NudgeState.Snoozed when line.SnoozedUntil is { } until => AnnouncementTexts.PutOff(line.SettledBy?.Name, Saying.At(until, telling)),
        NudgeState.Expired or NudgeState.Superseded => PracticeViews.Of(line.Nudge.Kind).Closed(line, telling) ?? AnnouncementTexts.Settled,
        NudgeState.Snoozed => AnnouncementTexts.Settled,
        _ => null,
    };

    /// <summary>Notes a talk with the account.</summary>
    public static Button LogIt(Guid accountId, Voice voice) => new(OpenLog.ActionId, AnnouncementTexts.LogIt.Plain(voice), ButtonValue.For(accountId).ToString(), ButtonStyle.Primary);

    /// <summary>Puts the matter of a nudge off.</summary>
    public static Button Snooze(Guid nudgeId, Voice voice) => new("matter.snooze", Later.Plain(voice), ButtonValue.For(nudgeId, "ask").ToString());

    private static RichText? Detail(Voice voice, IReadOnlyList<Text?> texts) =>
        Saying.Beside(voice, texts) is { Runs.Count: > 0 } detail ? detail : null;

    private static IEnumerable<CardPart> Parts(params IEnumerable<CardPart?> parts) => parts.OfType<CardPart>();
}
