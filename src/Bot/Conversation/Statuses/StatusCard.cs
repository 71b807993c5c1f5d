using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Statuses;

namespace AccountNudge.Bot.Conversation.Statuses;

/// <summary>What status updates are agreed with a client, and when the next one is due.</summary>
internal static class StatusCard
{
    public static Reply Reply(TurnContext turn, StatusAgreement agreement, AccountFacts facts) =>
        LiveReply.Of(turn, facts, StatusPractice.MatterOf(agreement), agreement.ChangeId, place: "", turn.IsElsewhere, (context, postId) => Of(agreement, facts, context, postId));

    /// <summary>The card. Pure: drawn from what is known of it and its account.</summary>
    public static Card Of(StatusAgreement agreement, AccountFacts facts, RenderContext context, Guid postId)
    {
        var (voice, parts) = (context.Voice, new List<CardPart>());
        if (agreement.FirstOn > context.Today) parts.Add(new Note(StatusTexts.FirstOn(Wording.Date(agreement.FirstOn, context)).In(voice)));
        if (facts.Roster.Find(agreement.MemberId) is { } member) parts.Add(new Note(StatusTexts.By(member.Name).In(voice)));
        if (agreement.ChangeId is { } change) parts.Add(Replies.CorrectOrRemove(change, voice, LiveCard.Extra(postId)));
        return new Card(StatusTexts.Agreed(People.Of(null, facts.Account), agreement.Rhythm).In(voice), parts);
    }
}
