using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Practices;

/// <summary>The answer that shows a matter after something was done to it.</summary>
internal static class LiveReply
{
    /// <summary>The answer; its card stays as true as the matter.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="facts">What is known of the account.</param>
    /// <param name="matter">The matter.</param>
    /// <param name="changeId">What its card says was recorded.</param>
    /// <param name="place">What the pressed button says of the card it stands on; empty where none was pressed, or none of a card.</param>
    /// <param name="onlyAsker">Only the asker sees it.</param>
    /// <param name="card">Draws the card, for somebody and in a post.</param>
    public static Reply Of(
        TurnContext turn, AccountFacts facts, Matter matter, Guid? changeId, string place, bool onlyAsker, Func<RenderContext, Guid, Card> card)
    {
        var postId = LiveCard.PostOf(place) ?? Guid.CreateVersion7();
        var isDirect = turn.Turn.Channel.IsDirect;
        var context = new RenderContext(onlyAsker ? turn.OwnVoice : turn.Voice, facts.Calendar.Zone, turn.Now, isDirect) { Reader = isDirect ? turn.Speaker.Id : null };
        return new Reply
        {
            Card = card(context, postId),
            Live = new LiveCard(postId, facts.Account, changeId, matter),
            OnlyAsker = onlyAsker,
            Replaces = LiveCard.IsOn(place),
        };
    }
}
