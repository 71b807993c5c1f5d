using AccountNudge.Core.Plans;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Plans;

/// <summary>A plan as it stands: what is planned, what follows from it, and what can be done.</summary>
internal static class PlanCard
{
    /// <summary>The card after a plan was made or moved.</summary>
    public static Card Of(TurnContext turn, Plan plan, AccountFacts facts, Change change, Voice voice)
    {
        List<CardPart> parts = plan.Text.Length > 0 ? [new Paragraph(plan.Text)] : [];
        parts.AddRange(Follows(plan, facts, turn).Select(text => new Note(text.In(voice))));
        parts.Add(new Note((plan.MovedAt is null ? PlanTexts.By(turn.Speaker.Name) : PlanTexts.MovedBy(turn.Speaker.Name)).In(voice)));
        parts.Add(new Actions(PlanButtons.Ahead(plan, voice, PlanButtons.OnItsCard)));
        parts.Add(Replies.CorrectOrRemove(change, voice));
        return new Card(PlanTexts.Headline(Who(plan, facts), PlanTexts.What(plan), When(plan, facts, turn.Now)).In(voice), parts);
    }

    /// <summary>The card after it was called off or did not happen.</summary>
    public static Card Dropped(TurnContext turn, Plan plan, AccountFacts facts, Change change, Voice voice)
    {
        var (who, what, when) = (Who(plan, facts), PlanTexts.What(plan), When(plan, facts, turn.Now));
        var said = plan.PassesAt(facts.Calendar) > turn.Now ? PlanTexts.CalledOff(who, what, when) : PlanTexts.NotHappened(who, what, when);
        return new Card(said.In(voice), new Actions([Replies.Remove(change, voice)]));
    }

    /// <summary>The plan by name among others of its account.</summary>
    public static Text Name(Plan plan, AccountFacts facts, Instant now)
    {
        var (what, when) = (PlanTexts.What(plan), When(plan, facts, now));
        return facts.Contact(plan.ContactId) is { } contact ? new($"{what} with {contact.Name}, {when}", $"{what} mit {contact.Name}, {when}") : new($"{what}, {when}", $"{what}, {when}");
    }

    private static RichText Who(Plan plan, AccountFacts facts) => People.Of(facts.Contact(plan.ContactId), facts.Account);

    private static Text When(Plan plan, AccountFacts facts, Instant now) => PlanTexts.When(plan, facts.Calendar.Zone, now);

    /// <summary>What to expect: who hears of it and when, and what speaks against the day.</summary>
    private static IEnumerable<Text> Follows(Plan plan, AccountFacts facts, TurnContext turn)
    {
        var today = facts.Today(turn.Now);
        if (facts.Roster.Find(plan.MemberId) is { } member)
        {
            // What only they read speaks to them.
            var name = turn.Turn.Channel.IsDirect && member.Id == turn.Speaker.Id ? null : member.Name;
            if (facts.Roster.Absences.FirstOrDefault(absence => absence.MemberId == member.Id && absence.Covers(plan.On)) is { } away)
                yield return PlanTexts.IsAway(name, Moments.On(away.Until, today));
            else if (plan.IsMeeting)
                yield return PlanPractice.BriefDueAt(plan, facts.Calendar) > turn.Now ? PlanTexts.BriefComes(name) : PlanTexts.BriefComesNow(name);
            else if (PlanPractice.ReminderDueAt(plan, facts) is var morning && morning > turn.Now)
                yield return facts.Today(morning) == plan.On ? PlanTexts.RemindsThatMorning(name) : PlanTexts.RemindsBefore(name, OnDay(facts.Today(morning), today));
        }

        if (facts.Account.PausedUntil is { } until && until >= plan.On) yield return PlanTexts.IsPaused(facts.Account.Name, Moments.On(until, today));
    }

    private static Text OnDay(LocalDate day, LocalDate today)
    {
        var on = Moments.On(day, today);
        return Math.Abs(Period.DaysBetween(today, day)) <= 1 ? on : new($"on {on}", $"am {on}");
    }
}
