using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Announcements;

/// <summary>An answer that stands somewhere, as things are now: the matter it shows, or that what it said was taken back.</summary>
internal static class AnswerCard
{
    /// <summary>The card; null when it is to stay as it is.</summary>
    public static Card? Of(AnsweredRecord answer, Announcement announcement)
    {
        var context = new RenderContext(announcement.Voice, announcement.Zone, answer.Now, announcement.IsDirect) { Reader = announcement.Post.MemberId, SentAt = announcement.Post.DecidedAt };
        if (answer.Import is { } import) return Import.ImportCards.Of(import, context, announcement.Post.Id);
        if (answer is { About: { } about, Facts: { } facts } && Matter(about, facts, context, announcement.Post) is { } card) return card;
        if (TakenBack.Of(answer.Change) is not { } taken) return null;
        var said = taken.IsCorrected ? ConversationTexts.CorrectedBy(taken.By)
            : taken.LeavesTrace ? ConversationTexts.TakenBack(taken.By, taken.Line) : ConversationTexts.NothingLeft(taken.By);
        return new Card(said.In(context.Voice), taken.Why.Length > 0 ? [new Paragraph(taken.Why)] : []);
    }

    private static Card? Matter(Matter about, AccountFacts facts, RenderContext context, Post post)
    {
        var view = PracticeViews.Of(about.Kind);
        return post.Kind == PostKind.Answer ? view.Card(about.Subject, facts, context, post.Id) : view.PastCard(about.Subject, post.ChangeId, facts, context);
    }
}
