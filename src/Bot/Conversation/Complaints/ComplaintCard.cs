using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Complaints;

/// <summary>A complaint as it stands: what was said last, what comes next and when, and what can be done.</summary>
internal static class ComplaintCard
{
    private const int LongestQuote = 600;

    /// <summary>So many contacts in writing one after the other are a hint to ring.</summary>
    private const int WrittenEnough = 2;

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
            parts.Add(new Paragraph(ComplaintTexts.SolutionBy(Wording.Moment(by, context)).In(voice)));
        if (complaint.OnItUntil is { } until && until > context.Now && facts.Roster.Find(complaint.OnItBy) is { } busy)
            parts.Add(new Paragraph(ComplaintTexts.IsOnIt(busy.Name, Wording.Moment(until, context)).In(voice)));
        if (complaint.BreachAt is not null) parts.Add(new Paragraph(ComplaintTexts.IsBreach(complaint.AwaitsSeniorTalk).In(voice)));
        if (complaint is { IsCoolingDown: true, GateOpensAt: { } opens }) parts.Add(new Paragraph(ComplaintTexts.RestsUntil(Wording.Moment(opens, context)).In(voice)));
        if (complaint.IsOpen && facts.Roster.Find(complaint.MediatorId) is { } mediator) parts.Add(new Paragraph(ComplaintTexts.MediatedBy(mediator.Name).In(voice)));
        if (PerhapsRing(complaint, facts) is { } ring) parts.Add(new Note(ring.In(voice)));
        if (complaint.IsOpen && History(complaint, facts, context).ToList() is { Count: > 0 } history) parts.Add(new Note(Wording.Beside(voice, history)));
        if (ComplaintTexts.Learned(complaint) is { } learned) parts.Add(new Paragraph(learned.In(voice)));
        if (CausePressed.Question(complaint, postId, voice) is { } question) parts.Add(question);
        if (facts.Roster.Find(last.MemberId) is { } member) parts.Add(new Note(Wording.Beside(voice, ComplaintTexts.By(member.Name), last.How is { } how ? ComplaintTexts.By(how) : null)));
        var card = LiveCard.Extra(postId);
        parts.Add(new Actions(ComplaintButtons.For(complaint, voice, card)));
        if (ComplaintButtons.Beyond(complaint, voice, card) is { Count: > 0 } beyond) parts.Add(new Actions(beyond));
        if (Around(complaint, last, voice, card).ToList() is { Count: > 0 } around) parts.Add(new Actions(around));
        return new Card(Said(last.Kind, complaint.Chasers, who, facts, complaint, context).In(voice), parts);
    }

    /// <summary>What can be done about the record rather than for the client.</summary>
    private static IEnumerable<Button> Around(Complaint complaint, ComplaintStep last, Voice voice, string card)
    {
        if (last is { ChangeId: { } opened, Kind: ComplaintStepKind.Opened })
        {
            yield return Replies.Correct(opened, voice);
            yield return RemoveComplaintPressed.Button(opened, voice);
        }
        else if (last.ChangeId is { } change && !(last.Kind == ComplaintStepKind.Confirmed && complaint.IsLearnedFrom))
        {
            yield return Replies.Remove(change, voice, card);
        }

        if (complaint is { IsOpen: true, BreachAt: null }) yield return ComplaintButtons.Of("complaint.breach", complaint, voice, card);
    }

    /// <summary>Where both sides only write to each other, talking helps; null where they do talk.</summary>
    public static Text? PerhapsRing(Complaint complaint, AccountFacts facts) =>
        complaint is { IsOpen: true, State: not ComplaintState.Resolved } && facts.LastWritten(complaint) is { Count: >= WrittenEnough } written ? ComplaintTexts.PerhapsRing(written) : null;

    /// <summary>What happened once; how it stands, a newer card says.</summary>
    public static Card Past(Complaint complaint, ComplaintStep step, AccountFacts facts, RenderContext context)
    {
        var chasers = complaint.Steps.Count(earlier => earlier.Number <= step.Number && earlier.Kind == ComplaintStepKind.Chased);
        List<CardPart> parts = step.Kind == ComplaintStepKind.Opened ? [new Quote(Shortening.Of(complaint.Text, LongestQuote))]
            : step.Text.Length > 0 ? [new Paragraph(Shortening.Of(step.Text, LongestQuote))] : [];
        var by = facts.Roster.Find(step.MemberId) is { } member ? ComplaintTexts.By(member.Name) : null;
        parts.Add(new Note(Wording.Beside(context.Voice, by, Wording.Stamp(step.At, context), NudgeTexts.GoesOnBelow)));
        return new Card(Said(step.Kind, chasers, People.Of(facts.Contact(complaint.ContactId), facts.Account), facts, complaint, context: null).In(context.Voice), parts);
    }

    /// <summary>What happened last; without a context nothing of what follows from it.</summary>
    private static Text Said(ComplaintStepKind kind, int chasers, RichText who, AccountFacts facts, Complaint complaint, RenderContext? context) => kind switch
    {
        ComplaintStepKind.Opened => ComplaintTexts.Opened(who),
        ComplaintStepKind.Acknowledged => ComplaintTexts.Acknowledged(who),
        ComplaintStepKind.Updated => ComplaintTexts.Updated(who),
        ComplaintStepKind.Chased => chasers > 1 ? ComplaintTexts.ChasedAgain(who, chasers, Manager(facts, context)) : ComplaintTexts.Chased(who),
        ComplaintStepKind.Waiting => ComplaintTexts.Waiting(who),
        ComplaintStepKind.Resolved => ComplaintTexts.Resolved(who),
        ComplaintStepKind.Reopened => ComplaintTexts.Reopened(who),
        ComplaintStepKind.ClosedUnjustified => ComplaintTexts.ClosedUnjustified(who),
        ComplaintStepKind.ConfirmedBySilence => ComplaintTexts.ConfirmedBySilence(who),
        ComplaintStepKind.MarkedAsBreach => ComplaintTexts.BreachMarked(who, complaint.AwaitsSeniorTalk ? Manager(facts, context) : null),
        ComplaintStepKind.SeniorTalked => ComplaintTexts.SeniorHasTalked(who),
        ComplaintStepKind.MediatorNamed => ComplaintTexts.MediatorNamed(who, facts.Roster.Find(complaint.MediatorId)?.Name),
        ComplaintStepKind.MediatorDeclined => ComplaintTexts.MediatorDeclined(who),
        _ => ComplaintTexts.Confirmed(who),
    };

    /// <summary>The manager who is told; null where that is not certain, because there is none or the first is away.</summary>
    private static string? Manager(AccountFacts facts, RenderContext? context) => context is null ? null
        : facts.Roster.ManagerIds.Take(1).Where(id => facts.Roster.AwayOn(id, context.Today) is null).Select(id => facts.Roster.Find(id)?.Name).FirstOrDefault();

    /// <summary>What comes next, and when.</summary>
    private static Text Next(Complaint complaint, AccountFacts facts, RenderContext context) => complaint switch
    {
        { AcknowledgeBy: { } by } => ComplaintTexts.AcknowledgeBy(Wording.Moment(by, context), by < context.Now),
        { NextUpdateBy: { } by } => ComplaintTexts.UpdateBy(Wording.Moment(by, context), by < context.Now),
        { State: ComplaintState.AwaitingClient, WaitingSince: { } since } => ComplaintTexts.LookAgainOn(Wording.Moment(facts.Calendar.AddWorkingDays(since, facts.Terms.WaitingDays), context)),
        { ConfirmBy: { } by } => ComplaintTexts.ConfirmsItself(Wording.Moment(by, context)),
        { State: ComplaintState.ClosedUnjustified } => ComplaintTexts.ClosedNow,
        _ => ComplaintTexts.DoneNow,
    };

    /// <summary>What the two have been through together, as far as it is known: context, no excuse.</summary>
    public static IReadOnlyList<Text> History(Complaint complaint, AccountFacts facts, RenderContext context)
    {
        var years = facts.Account.Since is { } since ? Period.Between(since, context.Today, PeriodUnits.Years).Years : 0;
        List<Text> history = years > 0 ? [ComplaintTexts.Together(years)] : [];
        var open = facts.Complaints.Where(other => other.IsOpen && other.Id != complaint.Id && other.OpenedAt <= complaint.OpenedAt).ToList();
        if (Earlier(facts.ClosedComplaints, open) is { } earlier) history.Add(earlier);
        return history;
    }

    /// <summary>The complaints before; null when there were none.</summary>
    public static Text? Earlier(ClosedComplaints closed, IReadOnlyList<Complaint> open) => (open.Count + closed.Count, open.Count) switch
    {
        (0, _) => null,
        (1, 1) => ComplaintTexts.OneEarlier(ComplaintTexts.State(open[0].State)),
        (1, _) => ComplaintTexts.OneEarlier(ComplaintTexts.State(closed.Confirmed == 1 ? ComplaintState.Confirmed : ComplaintState.ClosedUnjustified)),
        (var count, _) => ComplaintTexts.Earlier(count, closed.Confirmed),
    };
}
