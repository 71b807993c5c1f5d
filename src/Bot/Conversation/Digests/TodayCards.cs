using AccountNudge.Bot.Conversation.Announcements;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Conversation.Digests;

/// <summary>Someone's open matters as a card.</summary>
internal static class TodayCards
{
    private const int MostPerGroup = 8;

    public static Card Of(TodayReport today, Telling telling)
    {
        var voice = telling.Voice;
        if (today.IsEmpty) return new Card(DigestTexts.TodayEmpty.In(voice));
        var count = today.Owed.Count + today.Close.Count + today.Held.Count + today.Snoozed.Count + today.Ahead.Count;
        return new Card(DigestTexts.Today(count).In(voice), [
            .. Group(AnnouncementTexts.Of(Lane.WeOwe), today.Owed, owed => Owed(owed, telling), voice),
            .. Group(AnnouncementTexts.Of(Lane.StayClose), today.Close, line => MatterLines.Of(line, telling), voice),
            .. Group(DigestTexts.Ahead, today.Ahead, line => MatterLines.Of(line, telling), voice),
            .. Group(DigestTexts.Held, today.Held, line => Held(line, telling), voice),
            .. Group(DigestTexts.PutOff, today.Snoozed, off => PutOff(off, telling), voice),
        ]);
    }

    private static IEnumerable<CardPart> Group<T>(Text heading, IReadOnlyList<T> matters, Func<T, Section> section, Voice voice)
    {
        if (matters.Count == 0) yield break;
        yield return new Heading(heading.In(voice));
        foreach (var matter in matters.Take(MostPerGroup)) yield return section(matter);
        if (matters.Count > MostPerGroup) yield return new Note(DigestTexts.More(matters.Count - MostPerGroup).In(voice));
    }

    private static Section Owed(OpenComplaint owed, Telling telling)
    {
        var voice = telling.Voice;
        var (complaint, facts) = (owed.Complaint, owed.Facts);
        var who = new Strong(Saying.Who(facts.Account, facts.Contacts.FirstOrDefault(contact => contact.Id == complaint.ContactId)));
        var standing = AnnouncementTexts.Standing(complaint, telling);
        var onIt = facts.Crew.Find(complaint.OnItBy) is { } busy ? AnnouncementTexts.OnIt(busy.Name) : null;
        return new Section(
            new Text($"{who}: {standing}", $"{who}: {standing}").In(voice),
            Saying.Beside(voice, complaint.Text.Length > 0 ? Saying.Excerpt(complaint.Text) : null, AnnouncementTexts.Chasers(complaint.Chasers), onIt),
            [.. MatterButtons.For(complaint, voice), .. owed.NudgeId is { } nudge ? [MatterButtons.Snooze(nudge, voice)] : Array.Empty<Button>()]);
    }

    private static Section Held(NudgeLine line, Telling telling)
    {
        var voice = telling.Voice;
        var alone = telling with { IsDirect = true };
        var reason = line.Nudge.Held == HeldReason.Undeliverable ? DigestTexts.Undeliverable : DigestTexts.HeldBecause(line.Account.Name);
        return new Section(AskTexts.Of(line, alone).In(voice), reason.In(voice), line.Nudge.Held == HeldReason.Undeliverable ? MatterButtons.For(line, voice) : []);
    }

    private static Section PutOff(PutOff off, Telling telling)
    {
        var complaint = off.Facts.Complaints.FirstOrDefault(complaint => complaint.Id == off.Matter.Subject);
        var contact = off.Facts.Contacts.FirstOrDefault(contact => contact.Id == (complaint?.ContactId ?? off.Matter.Subject));
        var who = new Strong(Saying.Who(off.Facts.Account, contact));
        var about = DigestTexts.About(off.Matter.Kind);
        return new Section(
            new Text($"{who}: {about}", $"{who}: {about}").In(telling.Voice),
            DigestTexts.Until(Saying.At(off.Until, telling)).In(telling.Voice),
            complaint is null ? [] : MatterButtons.For(complaint, telling.Voice));
    }
}
