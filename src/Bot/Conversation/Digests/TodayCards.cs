using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Digests;

/// <summary>Someone's open matters as a card.</summary>
internal static class TodayCards
{
    private const int MostPerGroup = 8;

    public static Card Of(TodayReport today, RenderContext context)
    {
        var voice = context.Voice;
        if (today.IsEmpty) return new Card(DigestTexts.TodayEmpty.In(voice));
        var count = today.Owed.Count + today.Calls.Count + today.Close.Count + today.Held.Count + today.Snoozed.Count + today.Ahead.Count;
        return new Card(DigestTexts.Today(count).In(voice), [
            .. Group(NudgeTexts.Of(Lane.WeOwe), [.. today.Calls.Select(line => MatterLines.Of(line, context)), .. today.Owed.Select(owed => PracticeViews.Of(owed.Owed.Matter.Kind).Owed(owed, context))], section => section, voice),
            .. Group(NudgeTexts.Of(Lane.StayClose), today.Close, line => MatterLines.Of(line, context), voice),
            .. Group(DigestTexts.Ahead, today.Ahead, line => MatterLines.Of(line, context), voice),
            .. Group(DigestTexts.Held, today.Held, line => Held(line, context), voice),
            .. Group(DigestTexts.PutOff, today.Snoozed, off => PutOff(off, context), voice),
        ]);
    }

    private static IEnumerable<CardPart> Group<T>(Text heading, IReadOnlyList<T> matters, Func<T, Section> section, Voice voice)
    {
        if (matters.Count == 0) yield break;
        yield return new Heading(heading.In(voice));
        foreach (var matter in matters.Take(MostPerGroup)) yield return section(matter);
        if (matters.Count > MostPerGroup) yield return new Note(DigestTexts.More(matters.Count - MostPerGroup).In(voice));
    }

    private static Section Held(NudgeLine line, RenderContext context)
    {
        var voice = context.Voice;
        var (alone, why) = (context with { IsDirect = true }, PracticeViews.WhyGateIsShut(line.Facts, context));
        var reason = line.Nudge.Held == HeldReason.Undeliverable ? DigestTexts.Undeliverable
            : line.Nudge.PostAt <= context.Now ? DigestTexts.HeldBecause(why, context.Call, line.Account.Name) : DigestTexts.WillBeHeld(why);
        return new Section(MatterLines.Sentence(line, alone).In(voice), reason.In(voice), line.Nudge.Held == HeldReason.Undeliverable ? PracticeViews.Of(line.Nudge.Kind).Buttons(line, voice) : []);
    }

    private static Section PutOff(PutOff off, RenderContext context)
    {
        var (facts, matter, view) = (off.Facts, off.Matter, PracticeViews.Of(off.Matter.Kind));
        var who = new Strong(Wording.Who(facts.Account, facts.ContactThere(facts.PracticeOf(matter.Kind)?.ContactOf(matter.Subject, facts))));
        return new Section(
            new Text($"{who}: {view.Noun}", $"{who}: {view.Noun}").In(context.Voice),
            DigestTexts.Until(Wording.At(off.Until, context)).In(context.Voice),
            view.Buttons(facts, matter.Subject, context.Voice));
    }
}
