using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Departures;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Departures;

/// <summary>A departure as it stands: who left, what is to be done and what was, whom else we know there.</summary>
internal static class DepartureCard
{
    private const int MostPeople = 6;

    /// <summary>The reply that shows a departure after something was done about it; the card stays as true as the departure.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="departure">The departure.</param>
    /// <param name="facts">What is known of its account.</param>
    /// <param name="place">What the pressed button says of the card it stands on; empty where none was pressed, or none of a card.</param>
    /// <param name="onlyAsker">Only the asker sees it.</param>
    public static Reply Reply(TurnContext turn, Departure departure, AccountFacts facts, string place = "", bool onlyAsker = false) =>
        LiveReply.Of(turn, facts, new Matter(DeparturePractice.Kind, departure.Id), departure.ChangeId, place, onlyAsker, (context, postId) => Of(departure, facts, context, postId));

    /// <summary>The card. Pure: drawn from what is known of the departure and its account.</summary>
    /// <param name="departure">The departure.</param>
    /// <param name="facts">What is known of its account.</param>
    /// <param name="context">For whom.</param>
    /// <param name="postId">The post of the card; it gets its buttons' presses.</param>
    public static Card Of(Departure departure, AccountFacts facts, RenderContext context, Guid postId)
    {
        var (voice, card) = (context.Voice, LiveCard.Extra(postId));
        // Nothing is to be done any more that would name the dead.
        if (departure.End == DepartureEnd.Died) return new Card(People.Of(null, facts.Account), new Note(NudgeTexts.Settled.In(voice)));
        if (departure.End == DepartureEnd.CameBack)
            return new Card(DepartureTexts.IsBack(Who(departure, facts)).In(voice), departure.ChangeId is { } undo ? [new Actions([Replies.Remove(undo, voice, card)])] : []);
        var asked = Asked(departure, facts, context);
        var parts = new List<CardPart>(asked is null ? Checklist(departure, facts, context) : [new Paragraph(DepartureTexts.IsAsked(asked.Name).In(voice))]);
        if (Leaver(departure, facts) is { DeleteOn: { } until } leaver) parts.Add(new Note(DepartureTexts.Data(leaver.Name, until).In(voice)));
        if (NotedBy(departure, facts, context) is { } noted) parts.Add(new Note(noted.In(voice)));
        if (asked is null && DepartureButtons.Of(departure, facts, voice, card) is { Count: > 0 } buttons) parts.Add(new Actions(buttons));
        if (departure.ChangeId is { } change) parts.Add(Replies.CorrectOrRemove(change, voice, card));
        return new Card(Headline(departure, facts).In(voice), parts);
    }

    /// <summary>
    /// The owner, where they are asked in the same channel because somebody else has said it: what is to be done stands there, and is not said twice.
    /// </summary>
    private static Member? Asked(Departure departure, AccountFacts facts, RenderContext context) =>
        !context.IsDirect && departure.IsUnsettled && !facts.IsIntroduced(departure) && (departure.SuccessorContactId is null || (departure.SuccessorAt == departure.NotedAt && departure.SuccessorBy == departure.MemberId))
            && departure.MemberId != facts.Account.OwnerId ? facts.Roster.Find(facts.Account.OwnerId) : null;

    /// <summary>What is to be done and what was; below it whom else we know, and what is still open with whoever left.</summary>
    public static IEnumerable<CardPart> Checklist(Departure departure, AccountFacts facts, RenderContext context)
    {
        var voice = context.Voice;
        var (successor, name) = (facts.Contact(departure.SuccessorContactId)?.Name, Leaver(departure, facts)?.Name ?? facts.Account.Name);
        var isClosed = departure.End == DepartureEnd.NobodyFollows;
        yield return new Paragraph(DepartureTexts.FindOut(successor is not null || isClosed, isClosed ? null : successor).In(voice));
        if (!isClosed)
            yield return new Paragraph(DepartureTexts.Introduce(facts.IsIntroduced(departure), successor, Wording.By(facts.Today(departure.IntroduceBy(facts.Calendar)), context)).In(voice));
        yield return new Paragraph(DepartureTexts.Congratulate(name, facts.Roster.Find(departure.CongratulatedBy)?.Name).In(voice));
        if (!departure.IsUnsettled || facts.IsIntroduced(departure)) yield break;
        var others = facts.ContactsThere.Where(contact => contact.Id != departure.SuccessorContactId).ToList();
        if (others.Count > 0 || successor is null) yield return new Note((others.Count > 0 ? DepartureTexts.WeKnow(Named(others)) : DepartureTexts.WeKnowNobody).In(voice));
        if (StillOpen(departure, facts, context) is { } open) yield return new Note(DepartureTexts.ToBeMoved(name, open, successor).In(voice));
    }

    /// <summary>Who left; null when their entry is gone.</summary>
    public static Contact? Leaver(Departure departure, AccountFacts facts) => facts.Contact(departure.ContactId);

    public static Text Headline(Departure departure, AccountFacts facts) => DepartureTexts.HasLeft(Who(departure, facts), departure.Text);

    public static Text? NotedBy(Departure departure, AccountFacts facts, RenderContext context) => facts.Roster.Find(departure.MemberId) is { } member
        ? DepartureTexts.NotedBy(member.Name, Wording.Day(facts.Calendar.DateOf(departure.NotedAt), context))
        : null;

    private static RichText Who(Departure departure, AccountFacts facts) => People.Of(Leaver(departure, facts), facts.Account);

    private static string Named(List<Contact> people)
    {
        var shown = string.Join(", ", people.Take(MostPeople).Select(contact => contact.Role.Length > 0 ? $"{contact.Name} ({contact.Role})" : contact.Name));
        return people.Count > MostPeople ? $"{shown}, +{people.Count - MostPeople}" : shown;
    }

    /// <summary>What others want done with whoever left: plans, complaints and the like.</summary>
    private static Text? StillOpen(Departure departure, AccountFacts facts, RenderContext context)
    {
        var open = facts.MattersWith(departure.ContactId, context.Now).Where(matter => matter.Kind != DeparturePractice.Kind).CountBy(matter => matter.Kind)
            .Select(kind => PracticeViews.Of(kind.Key).Open(kind.Value)).ToList();
        return open.Count == 0 ? null : open.Aggregate((all, next) => new Text($"{all}, {next}", $"{all}, {next}"));
    }
}
