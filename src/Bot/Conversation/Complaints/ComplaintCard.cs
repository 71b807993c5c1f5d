using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Complaints;

/// <summary>A complaint as it stands: what was said last, what comes next and when, and what can be done.</summary>
internal static class ComplaintCard
{
    private const int LongestQuote = 600;

    /// <summary>The reply that shows a complaint after something happened to it; the card stays as true as the complaint.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="complaint">The complaint.</param>
    /// <param name="facts">What is known of its account.</param>
    /// <param name="place">What the pressed button says of the card it stands on; empty where none was pressed, or none of a card.</param>
    /// <param name="onlyAsker">Only the asker sees it.</param>
    public static Reply Reply(TurnContext turn, Complaint complaint, AccountFacts facts, string place = "", bool onlyAsker = false) =>
        LiveReply.Of(turn, facts, ComplaintPractice.MatterOf(complaint), complaint.Steps[^1].ChangeId, place, onlyAsker, (context, postId) => Of(complaint, facts, context, postId));

    /// <summary>The card. Pure: drawn from what is known of the complaint and its account.</summary>
    /// <param name="complaint">The complaint.</param>
    /// <param name="facts">What is known of its account.</param>
    /// <param name="context">For whom.</param>
    /// <param name="postId">The post of the card; it gets its buttons' presses.</param>
    public static Card Of(Complaint complaint, AccountFacts facts, RenderContext context, Guid postId)
    {
        var (voice, last) = (context.Voice, complaint.Steps[^1]);
        var who = People.Of(facts.Contact(complaint.ContactId), facts.Account);
        List<CardPart> parts = [new Quote(Shortening.Of(complaint.Text, LongestQuote))];
        if (last.Text.Length > 0) parts.Add(new Paragraph(last.Text));
        parts.Add(new Paragraph(Next(complaint, facts, context).In(voice)));
        if (complaint is { ResolveBy: { } by, State: ComplaintState.Open or ComplaintState.Acknowledged or ComplaintState.AwaitingClient })
            parts.Add(new Paragraph(ComplaintTexts.SolutionBy(At(by, context)).In(voice)));
        if (complaint.OnItUntil is { } until && until > context.Now && facts.Roster.Find(complaint.OnItBy) is { } busy)
            parts.Add(new Paragraph(ComplaintTexts.IsOnIt(busy.Name, At(until, context)).In(voice)));
        if (last.Kind == ComplaintStepKind.Opened && History(complaint, facts, context).ToList() is { Count: > 0 } history)
            parts.Add(new Note(string.Join(' ', history.Select(line => line.Plain(voice)))));
        if (complaint.AsksForCause) parts.Add(CausePressed.Question(complaint, postId, voice));
        else if (ComplaintTexts.Learned(complaint) is { } learned) parts.Add(new Paragraph(learned.In(voice)));
        if (facts.Roster.Find(last.MemberId) is { } member) parts.Add(new Note(ComplaintTexts.By(member.Name).In(voice)));
        var card = LiveCard.Extra(postId);
        parts.Add(new Actions(ComplaintButtons.For(complaint, voice, card)));
        if (last.ChangeId is { } change)
        {
            parts.Add(new Actions(last.Kind == ComplaintStepKind.Opened
                ? [Replies.Correct(change, voice), RemoveComplaintPressed.Button(change, voice)]
                : [Replies.Remove(change, voice, card)]));
        }

        return new Card(Said(last.Kind, complaint.Chasers, who, Manager(facts, context)).In(voice), parts);
    }

    /// <summary>What happened once; how it stands, a newer card says.</summary>
    public static Card Past(Complaint complaint, ComplaintStep step, AccountFacts facts, RenderContext context)
    {
        var chasers = complaint.Steps.Count(earlier => earlier.Number <= step.Number && earlier.Kind == ComplaintStepKind.Chased);
        List<CardPart> parts = step.Kind == ComplaintStepKind.Opened ? [new Quote(Shortening.Of(complaint.Text, LongestQuote))]
            : step.Text.Length > 0 ? [new Paragraph(Shortening.Of(step.Text, LongestQuote))] : [];
        var by = facts.Roster.Find(step.MemberId) is { } member ? ComplaintTexts.By(member.Name) : null;
        parts.Add(new Note(Wording.Beside(context.Voice, by, Wording.Stamp(step.At, context), NudgeTexts.GoesOnBelow)));
        return new Card(Said(step.Kind, chasers, People.Of(facts.Contact(complaint.ContactId), facts.Account), manager: null).In(context.Voice), parts);
    }

    /// <summary>What happened last.</summary>
    private static Text Said(ComplaintStepKind kind, int chasers, RichText who, string? manager) => kind switch
    {
        ComplaintStepKind.Opened => ComplaintTexts.Opened(who),
        ComplaintStepKind.Acknowledged => ComplaintTexts.Acknowledged(who),
        ComplaintStepKind.Updated => ComplaintTexts.Updated(who),
        ComplaintStepKind.Chased => chasers > 1 ? ComplaintTexts.ChasedAgain(who, chasers, manager) : ComplaintTexts.Chased(who),
        ComplaintStepKind.Waiting => ComplaintTexts.Waiting(who),
        ComplaintStepKind.Resolved => ComplaintTexts.Resolved(who),
        ComplaintStepKind.Reopened => ComplaintTexts.Reopened(who),
        ComplaintStepKind.ClosedUnjustified => ComplaintTexts.ClosedUnjustified(who),
        ComplaintStepKind.ConfirmedBySilence => ComplaintTexts.ConfirmedBySilence(who),
        _ => ComplaintTexts.Confirmed(who),
    };

    /// <summary>The manager who is told; null where that is not certain, because there is none or the first is away.</summary>
    private static string? Manager(AccountFacts facts, RenderContext context) =>
        facts.Roster.ManagerIds.Take(1).Where(id => facts.Roster.AwayOn(id, context.Today) is null).Select(id => facts.Roster.Find(id)?.Name).FirstOrDefault();

    /// <summary>What comes next, and when.</summary>
    private static Text Next(Complaint complaint, AccountFacts facts, RenderContext context) => complaint switch
    {
        { AcknowledgeBy: { } by } => ComplaintTexts.AcknowledgeBy(At(by, context), by < context.Now),
        { NextUpdateBy: { } by } => ComplaintTexts.UpdateBy(At(by, context), by < context.Now),
        { State: ComplaintState.AwaitingClient, WaitingSince: { } since } => ComplaintTexts.LookAgainOn(At(facts.Calendar.AddWorkingDays(since, facts.Terms.WaitingDays), context)),
        { ConfirmBy: { } by } => ComplaintTexts.ConfirmsItself(At(by, context)),
        { State: ComplaintState.ClosedUnjustified } => ComplaintTexts.ClosedNow,
        _ => ComplaintTexts.DoneNow,
    };

    private static Text At(Instant instant, RenderContext context) => Moments.At(instant, context.Zone, context.Now);

    /// <summary>What the two have been through together, as far as it is known.</summary>
    private static IEnumerable<Text> History(Complaint complaint, AccountFacts facts, RenderContext context)
    {
        var years = facts.Account.Since is { } since ? Period.Between(since, context.Today, PeriodUnits.Years).Years : 0;
        if (years > 0) yield return ComplaintTexts.Together(years);
        var open = facts.Complaints.Where(other => other.IsOpen && other.Id != complaint.Id).ToList();
        var closed = facts.ClosedComplaints;
        if (open.Count + closed.Count > 1) yield return ComplaintTexts.Earlier(open.Count + closed.Count, closed.Confirmed);
        else if (open.Count == 1) yield return ComplaintTexts.OneEarlier(ComplaintTexts.State(open[0].State));
        else if (closed.Count == 1) yield return ComplaintTexts.OneEarlier(ComplaintTexts.State(closed.Confirmed == 1 ? ComplaintState.Confirmed : ComplaintState.ClosedUnjustified));
    }
}
