using AccountNudge.Core.Nudges;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Bot.Conversation.Announcements;

/// <summary>One matter as a section: the sentence with its buttons, or what became of it.</summary>
internal static class MatterLines
{
    /// <summary>A matter among others.</summary>
    public static Section Of(NudgeLine line, Telling telling)
    {
        var voice = telling.Voice;
        if (Outcome(line, telling) is { } outcome) return new Section(new RichText([new Strong(Saying.Who(line))]), outcome.In(voice), []);
        var words = line.Complaint is { Text.Length: > 0 } complaint ? Saying.Excerpt(complaint.Text) : null;
        return new Section(AskTexts.Of(line, telling).In(voice), Detail(voice, [words, .. Small(line, telling)]), MatterButtons.For(line, voice));
    }

    /// <summary>A matter alone: as the whole card.</summary>
    public static Card Alone(NudgeLine line, Telling telling)
    {
        var voice = telling.Voice;
        var quote = line.Complaint is { Text.Length: > 0 } complaint ? new Quote(complaint.Text) : null;
        if (Outcome(line, telling) is { } outcome) return new Card(Saying.Who(line), [.. Parts(quote, new Note(outcome.In(voice)))]);
        var note = Detail(voice, [.. Small(line, telling)]) is { } detail ? new Note(detail) : null;
        var buttons = MatterButtons.For(line, voice);
        return new Card(AskTexts.Of(line, telling).In(voice), [.. Parts(quote, note, buttons.Count > 0 ? new Actions(buttons) : null)]);
    }

    /// <summary>What became of a matter; null while it is open.</summary>
    public static Text? Outcome(NudgeLine line, Telling telling) => line.Nudge.State switch
    {
        NudgeState.Acted => AnnouncementTexts.Acted(line.SettledBy?.Name, AnnouncementTexts.Settlement(line.Nudge.Settlement), Saying.Stamp(line.Nudge.SettledAt ?? telling.Now, telling)),
        NudgeState.Snoozed when line.SnoozedUntil is { } until => AnnouncementTexts.PutOff(line.SettledBy?.Name, Saying.At(until, telling)),
        NudgeState.Expired when line.OccasionOn is { } day => AnnouncementTexts.HasPassed(Occasion(line, day, telling)),
        NudgeState.Superseded when line is { Nudge.Ask: Ask.PrepareBirthday, OccasionOn: { } day } && line.Contact?.Birthday?.InYear(day.Year) == day => Occasion(line, day, telling),
        NudgeState.Snoozed or NudgeState.Expired or NudgeState.Superseded => AnnouncementTexts.Settled,
        _ => null,
    };

    private static Text Occasion(NudgeLine line, LocalDate day, Telling telling) => AnnouncementTexts.Occasion(line.Nudge.Kind, Saying.Date(day, telling));

    /// <summary>The small print: since when, what is due, what was done before.</summary>
    private static IEnumerable<Text?> Small(NudgeLine line, Telling telling)
    {
        switch (line.Nudge.Kind)
        {
            case MatterKind.Complaint when line.Complaint is { IsOpen: true } complaint:
                yield return AnnouncementTexts.OpenSince(Saying.At(complaint.OpenedAt, telling));
                if (line.Nudge.Ask == Ask.Acknowledge) yield return AnnouncementTexts.Due(Saying.At(line.Nudge.DueAt, telling));
                else if (line.Nudge.Ask is Ask.Update or Ask.Resolve) yield return AnnouncementTexts.DueNow(Saying.At(line.Nudge.DueAt, telling));
                yield return AnnouncementTexts.Chasers(complaint.Chasers);
                if (line.OnItBy is { } busy) yield return AnnouncementTexts.OnIt(busy.Name);
                break;
            case MatterKind.Quiet when line.LastTalkOn is not null:
                yield return Saying.LastTalk(line, telling);
                break;
            case MatterKind.Birthday or MatterKind.Anniversary when line.OccasionOn is { } day:
                if (line.EarlierChoices.FirstOrDefault(choice => choice.Year < day.Year) is { } choice) yield return AnnouncementTexts.LastYear(choice, day.Year);
                break;
        }
    }

    private static RichText? Detail(Voice voice, IReadOnlyList<Text?> texts) =>
        Saying.Beside(voice, texts) is { Runs.Count: > 0 } detail ? detail : null;

    private static IEnumerable<CardPart> Parts(params IEnumerable<CardPart?> parts) => parts.OfType<CardPart>();
}
