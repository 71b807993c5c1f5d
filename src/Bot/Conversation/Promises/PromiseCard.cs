using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Promises;

namespace AccountNudge.Bot.Conversation.Promises;

/// <summary>A promise as it stands: what was done last, what follows from it, and what can be done.</summary>
internal static class PromiseCard
{
    private const int LongestQuote = 600;

    /// <summary>The reply that shows a promise after something was done about it; the card stays as true as the promise.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="promise">The promise.</param>
    /// <param name="facts">What is known of its account.</param>
    /// <param name="place">What the pressed button says of the card it stands on; empty where none was pressed, or none of a card.</param>
    /// <param name="onlyAsker">Only the asker sees it.</param>
    public static Reply Reply(TurnContext turn, Promise promise, AccountFacts facts, string place = "", bool onlyAsker = false) =>
        LiveReply.Of(turn, facts, PromisePractice.MatterOf(promise), promise.Steps[^1].ChangeId, place, onlyAsker, (context, postId) => Of(promise, facts, context, postId));

    /// <summary>The card. Pure: drawn from what is known of the promise and its account.</summary>
    /// <param name="promise">The promise.</param>
    /// <param name="facts">What is known of its account.</param>
    /// <param name="context">For whom.</param>
    /// <param name="postId">The post of the card; it gets its buttons' presses.</param>
    public static Card Of(Promise promise, AccountFacts facts, RenderContext context, Guid postId)
    {
        var (voice, card, last) = (context.Voice, LiveCard.Extra(postId), promise.Steps[^1]);
        List<CardPart> parts = [new Quote(Shortening.Of(promise.Text, LongestQuote))];
        if (Next(promise, facts, context) is { } next) parts.Add(new Paragraph(next.In(voice)));
        if (promise.KeptAt is { } kept && facts.Today(kept) is var day && day != facts.Today(last.At) && last.Kind is PromiseStepKind.Kept or PromiseStepKind.KeptLate)
            parts.Add(new Note(PromiseTexts.KeptOn(Wording.Day(day, context)).In(voice)));
        parts.Add(new Note(Wording.Beside(voice, Promiser(promise, facts, context), By(last, promise, facts))));
        if (PromiseButtons.For(promise, facts, context.Now, voice, card) is { Count: > 0 } buttons) parts.Add(new Actions(buttons));
        if (last.ChangeId is { } change)
        {
            parts.Add(new Actions(last.Kind is PromiseStepKind.Kept or PromiseStepKind.KeptLate or PromiseStepKind.Withdrawn or PromiseStepKind.Confirmed
                ? [Replies.Remove(change, voice, card)]
                : [Replies.Correct(change, voice), Replies.Remove(change, voice, card)]));
        }

        return new Card(PromiseTexts.Said(last, Who(promise, facts), context).In(voice), parts);
    }

    /// <summary>What was done once; how it stands, a newer card says.</summary>
    public static Card Past(Promise promise, PromiseStep step, AccountFacts facts, RenderContext context)
    {
        var by = facts.Roster.Find(step.MemberId) is { } member ? PromiseTexts.NotedBy(member.Name) : null;
        return new Card(PromiseTexts.Said(step, Who(promise, facts), context).In(context.Voice), [
            new Quote(Shortening.Of(promise.Text, LongestQuote)),
            new Note(Wording.Beside(context.Voice, by, Wording.Stamp(step.At, context), NudgeTexts.GoesOnBelow)),
        ]);
    }

    /// <summary>The promise by name among others of its account.</summary>
    public static Text Name(Promise promise, AccountFacts facts, Instant now)
    {
        var (words, when) = (Shortening.Name(promise.Text), PromiseTexts.When(promise, facts.Calendar.Zone, now));
        return facts.Contact(promise.ContactId) is { } contact
            ? new($"“{words}” to {contact.Name} by {when}", $"{contact.Name}: „{words}“ bis {when}")
            : new($"“{words}” by {when}", $"„{words}“ bis {when}");
    }

    private static RichText Who(Promise promise, AccountFacts facts) => People.Of(facts.Contact(promise.ContactId), facts.Account);

    private static Text? Promiser(Promise promise, AccountFacts facts, RenderContext context) =>
        facts.Roster.Find(promise.MemberId) is { } member && member.Id != context.Reader ? PromiseTexts.PromisedBy(member.Name) : null;

    private static Text? By(PromiseStep last, Promise promise, AccountFacts facts) =>
        facts.Roster.Find(last.MemberId) is { } member && (last.Kind != PromiseStepKind.Made || member.Id != promise.MemberId) ? PromiseTexts.NotedBy(member.Name) : null;

    /// <summary>What to expect now.</summary>
    private static Text? Next(Promise promise, AccountFacts facts, RenderContext context)
    {
        if (!promise.IsOpen)
            return facts.GateOpensAfter(promise) is { } opens && opens > context.Now ? PromiseTexts.RestsUntil(Wording.Day(facts.Calendar.DateOf(opens), context)) : null;
        if (promise.AwaitsConfirmation) return PromiseTexts.AwaitsConfirmation;
        if (promise.IsOverdue(context.Now)) return promise.IsBroken(context.Now) ? PromiseTexts.IsBroken : PromiseTexts.IsOverdue(PromiseTexts.Due(promise, context));
        if (promise.Misses > 1) return PromiseTexts.NeedsConfirmation;
        if (facts.Roster.Find(promise.MemberId) is not { } member) return null;
        // What only they read speaks to them.
        var name = member.Id == context.Reader ? null : member.Name;
        if (facts.Roster.AwayOn(member.Id, promise.On) is { } away)
            return PromiseTexts.IsAway(name, Wording.Day(away.Until, context));
        var mornings = new[] { PromisePractice.FirstMorning(promise, facts), PromisePractice.DueMorning(promise, facts) };
        return mornings.Where(morning => morning > promise.SetAt && morning > context.Now).Select(morning => PromiseTexts.Reminds(name, Wording.OnDay(facts.Today(morning), context))).FirstOrDefault();
    }
}
