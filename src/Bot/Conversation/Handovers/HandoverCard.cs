using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Handovers;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Handovers;

/// <summary>A handover as it stands: who takes over from whom, and the first talk that is owed.</summary>
internal static class HandoverCard
{
    /// <summary>The reply that shows a handover once it is made; the card stays as true as the handover.</summary>
    public static Reply Reply(TurnContext turn, Handover handover, AccountFacts facts) =>
        LiveReply.Of(turn, facts, new Matter(HandoverPractice.Kind, handover.Id), handover.ChangeId, place: "", onlyAsker: false, (context, postId) => Of(handover, facts, context, postId));

    /// <summary>The card. Pure: drawn from what is known of the handover and its account.</summary>
    public static Card Of(Handover handover, AccountFacts facts, RenderContext context, Guid postId)
    {
        var (voice, to, from) = (context.Voice, To(handover, facts), From(handover, facts));
        var isMet = facts.IsIntroduced(handover);
        var isCurrent = facts.Account.OwnerId == handover.ToId;
        List<CardPart> parts = [];
        if (isMet) parts.Add(new Paragraph(HandoverTexts.HasTalked(to).In(voice)));
        else if (isCurrent) parts.Add(new Paragraph(HandoverTexts.FirstTalkBy(to, IntroduceBy(handover, facts, context)).In(voice)));
        if (isCurrent && facts.Roster.Find(facts.Account.DeputyId) is { } deputy) parts.Add(new Note(HandoverTexts.Deputising(deputy.Name).In(voice)));
        if (isCurrent && !isMet) parts.Add(new Note(HandoverTexts.BriefComes(to, from).In(voice)));
        if (handover.ChangeId is { } change) parts.Add(Replies.CorrectOrRemove(change, voice, LiveCard.Extra(postId)));
        return new Card(Headline(handover, facts).In(voice), parts);
    }

    public static Text Headline(Handover handover, AccountFacts facts) => HandoverTexts.TakesOver(new Strong(facts.Account.Name), To(handover, facts), From(handover, facts));

    /// <summary>By which day the first talk is owed; nobody looks at the hour.</summary>
    public static Text IntroduceBy(Handover handover, AccountFacts facts, RenderContext context) => Wording.By(facts.Today(handover.IntroduceBy(facts.Calendar)), context);

    public static string To(Handover handover, AccountFacts facts) => facts.Roster.Find(handover.ToId)?.Name ?? "…";

    public static string? From(Handover handover, AccountFacts facts) => facts.Roster.Find(handover.FromId)?.Name;
}
