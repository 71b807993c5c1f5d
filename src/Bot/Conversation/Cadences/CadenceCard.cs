using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Cadences;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Cadences;

/// <summary>What is agreed with a client, since when, and until when nobody asks about it.</summary>
internal static class CadenceCard
{
    /// <summary>The reply that shows it after something was done to it; the card stays as true as what is agreed.</summary>
    public static Reply Reply(TurnContext turn, Cadence cadence, AccountFacts facts, string place, bool onlyAsker)
    {
        var postId = LiveCard.PostOf(place) ?? Guid.CreateVersion7();
        var context = new RenderContext(onlyAsker || turn.IsElsewhere ? turn.OwnVoice : turn.Voice, facts.Calendar.Zone, turn.Now, turn.Turn.Channel.IsDirect);
        return new Reply
        {
            Card = Of(cadence, facts with { OfPractices = [new CadenceFacts(cadence), .. facts.OfPractices.Where(known => known is not CadenceFacts)] }, context, postId),
            Live = new LiveCard(postId, facts.Account, cadence.ChangeId, CadencePractice.MatterOf(cadence)),
            OnlyAsker = onlyAsker || turn.IsElsewhere,
            Replaces = LiveCard.IsOn(place),
        };
    }

    /// <summary>The card. Pure: drawn from what is known of it and its account.</summary>
    public static Card Of(Cadence cadence, AccountFacts facts, RenderContext context, Guid postId)
    {
        var (voice, parts, who) = (context.Voice, new List<CardPart>(), People.Of(null, facts.Account));
        var (rhythm, quiet) = (RhythmTexts.Of(facts.Agreed), LikesItQuiet(cadence));
        if (cadence.FloorDays is not null) parts.Add(Note(CadenceTexts.InsteadOf(facts.Account.Tier, facts.Terms.Floor(facts.Account.Tier))));
        if (cadence is { AgreedOn: { } on, ReviewOn: { } review }) parts.Add(Note(CadenceTexts.Agreed(on, review)));
        if (rhythm is not null && quiet is not null) parts.Add(Note(CadenceTexts.Headline(CadenceTexts.Quiet.In(voice), quiet)));
        if (cadence.IsReserved) parts.Add(Note(CadenceTexts.Limit(RhythmTexts.AtMost(facts.CeilingOn(context.Today)))));
        if (rhythm is not null && facts.Roster.Find(cadence.MemberId) is { } member) parts.Add(Note(CadenceTexts.By(member.Name)));
        if (cadence.ChangeId is { } change) parts.Add(Replies.CorrectOrRemove(change, voice, LiveCard.Extra(postId)));
        return new Card(CadenceTexts.Headline(who, rhythm ?? quiet ?? CadenceTexts.ToldAsTier).In(voice), parts);

        Note Note(Text text) => new(text.In(voice));
    }

    /// <summary>That they like it quiet; null where nobody said so.</summary>
    public static Text? LikesItQuiet(Cadence? cadence) => cadence switch
    {
        { IsReserved: true, WantsOccasions: true } => CadenceTexts.LikesItQuiet,
        { IsReserved: true } => CadenceTexts.LikesItQuietWithoutOccasions,
        _ => null,
    };
}
