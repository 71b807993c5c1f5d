using AccountNudge.Bot.Conversation.Briefs;
using AccountNudge.Bot.Conversation.Digests;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Announcements;

/// <summary>What is posted without being asked for, as a card. Pure: the same announcement is always the same card, but for its buttons' tokens.</summary>
internal static class AnnouncementCards
{
    /// <summary>Matters in a morning message; the rest stands in Today.</summary>
    public const int MostMatters = 7;

    public static Card Of(Announcement announcement) => Finished(Draw(announcement), announcement);

    /// <summary>What takes the place of what stands there; null when that is to stay as it is.</summary>
    public static Card? Renewed(Announcement announcement) =>
        announcement.Post.Kind == PostKind.Cleared ? new Card(AnnouncementTexts.Cleared.In(announcement.Voice)) :
        announcement.Answer is null ? Of(announcement) : AnswerCard.Of(announcement.Answer, announcement) is { } card ? Finished(card, announcement) : null;

    private static Card Finished(Card drawn, Announcement announcement)
    {
        var rosters = announcement.Lines.Select(line => line.Facts.Roster).Concat(announcement.Answer?.Facts is { } facts ? [facts.Roster] : []);
        var names = rosters.SelectMany(roster => roster.Members).DistinctBy(member => member.Id)
            .ToDictionary(member => member.PersonId, member => member.Name, StringComparer.Ordinal);
        var card = MentionsInWords.Shown(drawn, names, announcement.Voice);
        return announcement.MayBeRepeated ? card with { Parts = [.. card.Parts, new Note(AnnouncementTexts.MayBeRepeated.In(announcement.Voice))] } : card;
    }

    private static Card Draw(Announcement announcement)
    {
        var context = new RenderContext(announcement.Voice, announcement.Zone, announcement.Post.DecidedAt, announcement.IsDirect)
        {
            DrawnAt = announcement.Lines.Count == 0 ? null : announcement.Lines.Max(line => line.Facts.ReadAt),
        };
        if (announcement.Unreachable is { } team)
            return new Card(AnnouncementTexts.Unreachable(team.Name).In(context.Voice), new Paragraph(AnnouncementTexts.WhatHappened(team.UnreachableReason).In(context.Voice)), new Note(AnnouncementTexts.MeanwhileDirectly.In(context.Voice)));
        if (announcement is { Manager: { } manager, Week: { } week })
            return DigestCards.Of(week, AnnouncementTexts.Week(manager.Name), context);
        if (announcement is { Brief: { } brief, Lines: [{ Nudge.IsFinal: false } meeting] }) return BeforeMeeting(meeting, brief, context with { Reader = announcement.Post.MemberId });
        return announcement.Lines is [var only] && (announcement.Post.Kind == PostKind.Severe || announcement.IsDirect)
            ? MatterLines.Alone(only, context)
            : Morning(announcement, context);
    }

    /// <summary>What begins soon, and below it the brief, where what can be done about it stands; once it is over nobody needs either.</summary>
    private static Card BeforeMeeting(NudgeLine meeting, Brief brief, RenderContext context)
    {
        var alone = MatterLines.Alone(meeting, context);
        return alone with { Parts = [.. alone.Parts.Where(part => part is not Actions), .. BriefCards.Of(brief, context).Parts] };
    }

    private static Card Morning(Announcement announcement, RenderContext context)
    {
        var voice = context.Voice;
        var parts = new List<CardPart>();
        foreach (var lane in announcement.Lines.Take(MostMatters).GroupBy(line => line.Nudge.Lane == Lane.Severe ? Lane.WeOwe : line.Nudge.Lane))
        {
            parts.Add(new Heading(NudgeTexts.Of(lane.Key).In(voice)));
            parts.AddRange(lane.Select(line => MatterLines.Of(line, context)));
        }

        if (announcement.Lines.Count > MostMatters)
        {
            parts.Add(new Note(AnnouncementTexts.More(announcement.Lines.Count - MostMatters).In(voice)));
            parts.Add(new Actions([new Button("today.open", AnnouncementTexts.ShowToday.Plain(voice), ButtonValue.For(Guid.Empty).ToString())]));
        }

        return new Card(Greeting(announcement, context).In(voice), parts);
    }

    private static Core.Texts.Text Greeting(Announcement announcement, RenderContext context)
    {
        var count = announcement.Lines.Count;
        if (announcement.Post.Kind == PostKind.CatchUp) return AnnouncementTexts.CatchUp(count);
        if (!announcement.Lines.All(line => line.Nudge.IsFinal && !MatterLines.GoesOn(line))) return AnnouncementTexts.GoodMorning(count);
        return announcement.Lines.Any(line => line.Nudge.State == NudgeState.Expired) ? AnnouncementTexts.GoodMorningOver(count) : AnnouncementTexts.GoodMorningSettled(count);
    }
}
