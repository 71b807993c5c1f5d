using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Plans;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Plans;

/// <summary>A plan as it stands: what is planned, what follows from it, and what can be done.</summary>
internal static class PlanCard
{
    /// <summary>The reply that shows a plan after something was done to it; the card stays as true as the plan.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="facts">What is known of its account.</param>
    /// <param name="place">What the pressed button says of the card it stands on; empty where none was pressed, or none of a card.</param>
    /// <param name="onlyAsker">Only the asker sees it.</param>
    public static Reply Reply(TurnContext turn, Plan plan, AccountFacts facts, string place = "", bool onlyAsker = false) =>
        LiveReply.Of(turn, facts, new Matter(PlanPractice.Kind, plan.Id), plan.ChangeId, place, onlyAsker, (context, postId) => Of(plan, facts, context, postId));

    /// <summary>The card. Pure: drawn from what is known of the plan and its account.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="facts">What is known of its account.</param>
    /// <param name="context">For whom.</param>
    /// <param name="postId">The post of the card; it gets its buttons' presses.</param>
    public static Card Of(Plan plan, AccountFacts facts, RenderContext context, Guid postId)
    {
        var (voice, card) = (context.Voice, LiveCard.Extra(postId));
        var (who, what, when) = (Who(plan, facts), PlanTexts.What(plan), PlanTexts.When(plan, context));
        if (plan.DroppedAt is { } dropped)
        {
            var said = plan.PassesAt(facts.Calendar) > dropped ? PlanTexts.CalledOff(who, what, when) : PlanTexts.NotHappened(who, what, when);
            return new Card(said.In(voice), plan.ChangeId is { } undo ? [new Actions([Replies.Remove(undo, voice, card)])] : []);
        }

        List<CardPart> parts = plan.Text.Length > 0 ? [new Paragraph(plan.Text)] : [];
        if (facts.KeptBy(plan) is not null) return new Card(PlanTexts.Headline(who, what, when).In(voice), [.. parts, new Note(PlanTexts.IsKept.In(voice))]);
        if (plan.Balance != Balance.Neutral) parts.Add(new Note((plan.Balance == Balance.Ask ? PlanTexts.Ask : PlanTexts.Give).In(voice)));
        parts.AddRange(Follows(plan, facts, context).Select(text => new Note(text.In(voice))));
        if (facts.Roster.Find(plan.MovedBy ?? plan.MemberId) is { } member) parts.Add(new Note((plan.MovedAt is null ? PlanTexts.By(member.Name) : PlanTexts.MovedBy(member.Name)).In(voice)));
        parts.Add(new Actions(PlanButtons.Ahead(plan, voice, card)));
        if (plan.ChangeId is { } change) parts.Add(Replies.CorrectOrRemove(change, voice, card));
        return new Card(PlanTexts.Headline(who, what, when).In(voice), parts);
    }

    /// <summary>The plan by name among others of its account.</summary>
    public static Text Name(Plan plan, AccountFacts facts, Instant now) => Name(plan, facts, PlanTexts.When(plan, facts.Calendar.Zone, now));

    /// <summary>The plan by name among others of its account.</summary>
    public static Text Name(Plan plan, AccountFacts facts, RenderContext context) => Name(plan, facts, PlanTexts.When(plan, context));

    private static Text Name(Plan plan, AccountFacts facts, Text when)
    {
        var what = PlanTexts.What(plan);
        return facts.Contact(plan.ContactId) is { } contact ? new($"{what} with {contact.Name}, {when}", $"{what} mit {contact.Name}, {when}") : new($"{what}, {when}", $"{what}, {when}");
    }

    private static RichText Who(Plan plan, AccountFacts facts) => People.Of(facts.Contact(plan.ContactId), facts.Account);

    /// <summary>What to expect: who hears of it and when, and what speaks against the day.</summary>
    private static IEnumerable<Text> Follows(Plan plan, AccountFacts facts, RenderContext context)
    {
        if (facts.Roster.Find(plan.MemberId) is { } member)
        {
            // What only they read speaks to them.
            var name = member.Id == context.Reader ? null : member.Name;
            if (facts.Roster.AwayOn(member.Id, plan.On) is { } away)
                yield return PlanTexts.IsAway(name, Wording.Day(away.Until, context));
            else if (plan.IsMeeting)
                yield return PlanPractice.BriefDueAt(plan, facts.Calendar) > context.Now ? PlanTexts.BriefComes(name) : PlanTexts.BriefComesNow(name);
            else if (PlanPractice.ReminderDueAt(plan, facts) is var morning && morning > context.Now)
                yield return facts.Today(morning) == plan.On ? PlanTexts.RemindsThatMorning(name) : PlanTexts.RemindsBefore(name, Wording.OnDay(facts.Today(morning), context));
        }

        if (facts.Account.PausedUntil is { } until && until >= plan.On) yield return PlanTexts.IsPaused(facts.Account.Name, Wording.Day(until, context));
    }
}
