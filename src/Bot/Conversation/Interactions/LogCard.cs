using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Interactions;

/// <summary>What a note is answered with.</summary>
internal static class LogCard
{
    /// <summary>The reply with its card; when the note is taken back, the card says so wherever it stands.</summary>
    public static Reply Reply(TurnContext turn, Interaction talk, AccountFacts facts, Change change, bool asksKind)
    {
        var live = new LiveCard(Guid.CreateVersion7(), facts.Account, change.Id);
        return Model.Reply.Everyone(Of(turn, talk, facts, change, asksKind, LiveCard.Extra(live.PostId))) with { Live = live };
    }

    /// <summary>The card of a note; it asks for the kind that was not said.</summary>
    private static Card Of(TurnContext turn, Interaction talk, AccountFacts facts, Change change, bool asksKind, string card)
    {
        var voice = turn.Voice;
        var who = People.Of(facts.Contact(talk.ContactId), facts.Account);
        var day = Moments.On(talk.On, facts.Today(turn.Now));
        List<CardPart> parts = talk.Text.Length > 0 ? [new Paragraph(talk.Text)] : [];
        parts.Add(new Note(string.Join(" · ", Details(talk, facts, turn.Speaker.Name).Select(detail => detail.Plain(voice)))));
        if (asksKind) parts.Add(ChooseKind.Question(talk, change, voice));
        else if (ChooseMood.IsAskedOf(talk)) parts.Add(ChooseMood.Question(talk, change, voice));
        if (talk.IsSubstantive) parts.AddRange(PracticeViews.All.SelectMany(view => view.AskAbout(talk, facts, voice)));
        parts.Add(Replies.CorrectOrRemove(change.Id, voice, card));
        var direction = talk.Kind == InteractionKind.Note ? Direction.We : talk.Direction;
        return new Card(LogTexts.Headline(who, talk.IsStatus ? Wording.Status : LogTexts.Kind(talk.Kind), direction, day).In(voice), parts);
    }

    private static IEnumerable<Text> Details(Interaction talk, AccountFacts facts, string member)
    {
        yield return LogTexts.By(member);
        if (talk is { IsSubstantive: true, Direction: Direction.We } && facts.Agreed?.Channel is { } channel && channel != talk.Kind) yield return RhythmTexts.Rather(channel);
        if (talk is { Kind: InteractionKind.Note, Direction: Direction.They }) yield return LogTexts.Incoming;
        if (talk.IsJustTalk) yield return LogTexts.JustTalk;
        if (talk.Mood != Mood.Unsaid) yield return talk.Mood switch { Mood.Good => LogTexts.Good, Mood.SoSo => LogTexts.SoSo, _ => LogTexts.Tense };
        if (talk.Balance != Balance.Neutral) yield return talk.Balance == Balance.Give ? LogTexts.Given : LogTexts.Asked;
    }
}
