using AccountNudge.Bot.Conversation.Briefs;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Knowing;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Knowing;

/// <summary>What is known of a client for good, in its brief.</summary>
internal sealed class KnowingView : UnspokenView, IPracticeView
{
    private const int MostOfAKind = 3;

    public override string Kind => KnowingPractice.Kind;

    public override Text Noun => KnowingTexts.Noun;

    public Text Told(StoryEntry entry, string? contact) => KnowingTexts.Told(((LastingNote)entry.Fact).Kind, contact);

    public IEnumerable<(Text Label, Text Value)> BriefTop(Brief brief, RenderContext context)
    {
        if (Wishes(brief).FirstOrDefault(note => note.Address is not null) is { } note)
            yield return (KnowingTexts.HowToAddress, KnowingTexts.Of(KnowingTexts.Addressed(note.Address!.Value), NameIn(brief, note)));
    }

    public IEnumerable<(Text Label, Text Value)> BriefNotes(Brief brief, RenderContext context)
    {
        if (Wishes(brief).FirstOrDefault(note => note.Channel is not null) is { } wish)
            yield return (KnowingTexts.BestBy, KnowingTexts.Of(BriefTexts.By(wish.Channel!.Value), NameIn(brief, wish)));
        foreach (var kind in (NoteKind[])[NoteKind.Preference, NoteKind.Topic, NoteKind.Limit, NoteKind.Situation, NoteKind.Related, NoteKind.Remark])
        {
            var notes = kind == NoteKind.Situation ? brief.Facts.Situations(brief.Contact?.Id) : brief.Facts.Notes(kind, brief.Contact?.Id);
            var said = notes.Where(note => note.Text.Length > 0).Take(MostOfAKind).Select(note => Said(note, brief, context)).ToList();
            if (said.Count > 0) yield return (KnowingTexts.Label(kind), said.Aggregate((all, next) => new($"{all} · {next}", $"{all} · {next}")));
        }
    }

    public IEnumerable<(Gap Gap, Text Question)> Unknowns(Brief brief, RenderContext context)
    {
        var who = brief.Contact?.Name ?? brief.Facts.Account.Name;
        if (!brief.Facts.Notes(NoteKind.Topic, brief.Contact?.Id).Any()) yield return (Gap.Topics, KnowingTexts.WhatOccupies(who));
        if (brief.Channels.Count == 0 && !Wishes(brief).Any(note => note.Channel is not null)) yield return (Gap.Channel, KnowingTexts.HowToReach(who));
    }

    public IEnumerable<Text> ToTalkAbout(AccountFacts facts, RenderContext context) =>
        facts.Notes(NoteKind.Topic, null).Where(note => note.Text.Length > 0).Take(1).Select(note => KnowingTexts.Quoted(note, facts.Contact(note.ContactId)?.Name));

    public IEnumerable<Text> ForNextTalk(AccountFacts facts, RenderContext context)
    {
        if (facts.TopicsAreOld(context.Today)) yield return KnowingTexts.AskTopics;
    }

    private static Text Said(LastingNote note, Brief brief, RenderContext context)
    {
        var words = KnowingTexts.Quoted(note, NameIn(brief, note));
        return note.Kind == NoteKind.Situation ? KnowingTexts.AsOf(words, Wording.Date(note.On, context), note.IsOld(context.Today)) : words;
    }

    /// <summary>What was said of whomever the brief is about counts first.</summary>
    private static IEnumerable<LastingNote> Wishes(Brief brief) =>
        brief.Facts.Notes(NoteKind.Preference, brief.Contact?.Id).OrderByDescending(note => note.ContactId == brief.Contact?.Id);

    /// <summary>Whom a note is about, where the brief is about all of them.</summary>
    private static string? NameIn(Brief brief, LastingNote note) => brief.Contact is null ? brief.Facts.Contact(note.ContactId)?.Name : null;
}
