using AccountNudge.Core.Calendar;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Complaints;

/// <summary>Where a complaint stands.</summary>
public enum ComplaintState
{
    /// <summary>The client does not know yet that we have it.</summary>
    Open,

    /// <summary>The client knows; we are at it and say so at regular intervals.</summary>
    Acknowledged,

    /// <summary>We need something from the client; our clocks stand still.</summary>
    AwaitingClient,

    /// <summary>We say it is solved; the client has not said so yet.</summary>
    Resolved,

    /// <summary>The client agrees, or was silent for long enough.</summary>
    Confirmed,

    /// <summary>Not justified, with a reason and the answer that was given.</summary>
    ClosedUnjustified,
}

/// <summary>Who does something to a complaint, when, by which calendar and terms.</summary>
/// <param name="MemberId">Who; null for what happens by itself.</param>
/// <param name="Now">When.</param>
/// <param name="Calendar">The team's working calendar.</param>
/// <param name="Terms">The team's terms.</param>
/// <param name="Text">In their words.</param>
/// <param name="ChangeId">By which it can be taken back; null where it cannot.</param>
public sealed record ComplaintAct(Guid? MemberId, Instant Now, WorkingCalendar Calendar, TeamSettings Terms, string Text = "", Guid? ChangeId = null)
{
    /// <summary>How one talked, where that was said.</summary>
    public InteractionKind? How { get; init; }

    /// <summary>Another system does it: nobody in the team has seen it yet.</summary>
    public bool IsOfSystem { get; init; }
}

/// <summary>
/// Any dissatisfaction that expects an answer. Its methods are the decisions: they take the act, change the state and the
/// clocks, and refuse with a sentence what does not fit.
/// </summary>
public sealed class Complaint : INamesContact, IMatterFact, INoted
{
    /// <summary>From so many times on that the client had to ask, the next word is as urgent as the first.</summary>
    private const int ImpatientAt = 2;

    private const int StuckReopenings = 2;
    private const int StuckUpdates = 3;

    private readonly List<ComplaintStep> steps = [];

    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>Who complained, where it is known.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>What it is about.</summary>
    public required string Text { get; init; }

    /// <summary>Another system logged it, and nobody in the team has seen it yet.</summary>
    public bool IsFromSystem { get; init; }

    /// <summary>Where it stands.</summary>
    public ComplaintState State { get; private set; }

    /// <summary>When it was logged.</summary>
    public Instant OpenedAt { get; private set; }

    /// <summary>Until when the client should know that we have it; null once they do.</summary>
    [Derived]
    public Instant? AcknowledgeBy { get; private set; }

    /// <summary>Until when the client should hear from us again; null while that clock stands still.</summary>
    [Derived]
    public Instant? NextUpdateBy { get; private set; }

    /// <summary>Until when it is to be solved, where that was agreed.</summary>
    public Instant? ResolveBy { get; private set; }

    /// <summary>When the running cycle of words to the client began: opening, the last word, reopening, the end of waiting.</summary>
    public Instant CycleBeganAt { get; private set; }

    /// <summary>Since when we wait for the client.</summary>
    public Instant? WaitingSince { get; private set; }

    /// <summary>When silence confirms it.</summary>
    [Derived]
    public Instant? ConfirmBy { get; private set; }

    /// <summary>When it was confirmed or closed.</summary>
    public Instant? ClosedAt { get; private set; }

    /// <summary>It was confirmed by silence.</summary>
    public bool ConfirmedBySilence { get; private set; }

    /// <summary>How often the client had to ask again.</summary>
    public int Chasers { get; private set; }

    /// <summary>When the client last had to ask again; null once we have answered.</summary>
    public Instant? ChasedAt { get; private set; }

    /// <summary>How often it was reopened.</summary>
    public int Reopened { get; private set; }

    /// <summary>Someone said "on it": the ladder rests until then, the clocks do not.</summary>
    [Derived]
    public Instant? OnItUntil { get; private set; }

    /// <summary>Who said so.</summary>
    [Derived]
    public Guid? OnItBy { get; private set; }

    /// <summary>What was behind it, once somebody has said so.</summary>
    public RootCause? Cause { get; private set; }

    /// <summary>What was underneath, where it seemed to be about the price; the price itself, where it was nothing else.</summary>
    public RootCause? Underneath { get; private set; }

    /// <summary>What would keep it from happening again, in the words of whoever said so.</summary>
    public string Prevention { get; private set; } = "";

    /// <summary>Nobody is asked any more what was behind it.</summary>
    public bool IsAskedEnough { get; private set; }

    /// <summary>The client agrees that it is solved, and nobody has said yet what would have prevented it.</summary>
    public bool AsksForCause => State == ComplaintState.Confirmed && !IsLearnedFrom;

    /// <summary>The price is often the pretext: somebody named it, and nobody has said yet what was underneath.</summary>
    public bool AsksUnderneath => State == ComplaintState.Confirmed && Cause == RootCause.Price && Underneath is null && !IsAskedEnough;

    /// <summary>Somebody has said what would have prevented it, or that there is nothing to say.</summary>
    public bool IsLearnedFrom => Cause is not null || Prevention.Length > 0 || IsAskedEnough;

    /// <summary>Since when it counts as a breach of trust; null where it does not.</summary>
    public Instant? BreachAt { get; private set; }

    /// <summary>When somebody who manages the team talked to them after the breach; null until then.</summary>
    [Derived]
    public Instant? SeniorTalkAt { get; private set; }

    /// <summary>The breach is confirmed as made good, and the gate stays shut for a while.</summary>
    [Derived]
    public bool IsCoolingDown { get; private set; }

    /// <summary>Until when it does, or did; null where that was never in question.</summary>
    [Derived]
    public Instant? GateOpensAt { get; private set; }

    /// <summary>Who, from outside the account, was asked to talk to both sides.</summary>
    public Guid? MediatorId { get; private set; }

    /// <summary>When they were.</summary>
    public Instant? MediatorSince { get; private set; }

    /// <summary>Somebody said that nobody from outside is needed.</summary>
    public bool MediatorDeclined { get; private set; }

    /// <summary>It is a breach of trust, and nobody who manages the team has talked to them yet.</summary>
    public bool AwaitsSeniorTalk => BreachAt is not null && SeniorTalkAt is null && (IsOpen || IsCoolingDown);

    /// <summary>
    /// Since when somebody from outside the account might help: it was reopened twice, or three updates in a row changed nothing. Null where
    /// that is not so, and once somebody was named or declined.
    /// </summary>
    public Instant? StuckSince
    {
        get
        {
            if (!IsOpen || State == ComplaintState.Resolved || MediatorId is not null || MediatorDeclined) return null;
            var reopened = Steps.Where(step => step.Kind == ComplaintStepKind.Reopened).Take(StuckReopenings).ToList();
            if (reopened.Count == StuckReopenings) return reopened[^1].At;
            var updates = WithClient.Reverse().TakeWhile(step => step.Kind is ComplaintStepKind.Updated or ComplaintStepKind.Chased)
                .Where(step => step.Kind == ComplaintStepKind.Updated).Reverse().Take(StuckUpdates).ToList();
            return updates.Count == StuckUpdates ? updates[^1].At : null;
        }
    }

    /// <summary>Everything that happened to it, oldest first.</summary>
    public IReadOnlyList<ComplaintStep> Steps => [.. steps.OrderBy(step => step.Number)];

    /// <summary>What passed between us and the client, oldest first.</summary>
    private IEnumerable<ComplaintStep> WithClient => Steps.Where(step => step.Kind.IsWithClient);

    /// <summary>Neither confirmed nor closed.</summary>
    public bool IsOpen => State is not (ComplaintState.Confirmed or ComplaintState.ClosedUnjustified);

    /// <summary>When the next act is due; null while no clock runs.</summary>
    public Instant? NextActBy => new[] { AcknowledgeBy, NextUpdateBy, State == ComplaintState.Acknowledged ? ResolveBy : null }.Min();

    /// <summary>Takes down a complaint; the clock of its acknowledgement starts.</summary>
    public static Complaint Open(Account account, Guid? contactId, ComplaintAct act)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(act);
        var complaint = new Complaint
        {
            WorkspaceId = account.WorkspaceId,
            TeamId = account.TeamId,
            AccountId = account.Id,
            ContactId = contactId,
            Text = act.Text,
            IsFromSystem = act.IsOfSystem,
            OpenedAt = act.Now,
            CycleBeganAt = act.Now,
            AcknowledgeBy = FirstWordBy(act.Now, act.Calendar, act.Terms),
        };
        complaint.Add(ComplaintStepKind.Opened, act);
        return complaint;
    }

    /// <summary>
    /// Has the running clocks follow the calendar and the terms as they are now: a region that is set later, a closure, other hours.
    /// What was agreed with the client stays. Whether anything changed.
    /// </summary>
    public bool FollowTerms(WorkingCalendar calendar, TeamSettings terms)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(terms);
        var before = (AcknowledgeBy, NextUpdateBy, ConfirmBy);
        if (AcknowledgeBy is not null) AcknowledgeBy = FirstWordBy(CycleBeganAt, calendar, terms);
        if (NextUpdateBy is not null) NextUpdateBy = NextWordBy(calendar, terms);
        if (ConfirmBy is not null) ConfirmBy = calendar.AddWorkingDays(CycleBeganAt, terms.ConfirmDays);
        return before != (AcknowledgeBy, NextUpdateBy, ConfirmBy);
    }

    /// <summary>The running cycle began because the client asked while we waited for them, not with a word of ours.</summary>
    private bool IsAskedFor => WithClient.Zip(WithClient.Skip(1))
        .Any(pair => pair is { First.Kind: ComplaintStepKind.Waiting, Second: { Kind: ComplaintStepKind.Chased } asked } && asked.At == CycleBeganAt);

    private Instant NextWordBy(WorkingCalendar calendar, TeamSettings terms) =>
        ForTheImpatient(IsAskedFor ? FirstWordBy(CycleBeganAt, calendar, terms) : calendar.AddWorkingDays(CycleBeganAt, terms.UpdateDays), calendar, terms);

    /// <summary>Who had to ask too often hears from us no later than a first word would come.</summary>
    private Instant ForTheImpatient(Instant next, WorkingCalendar calendar, TeamSettings terms) =>
        ChasedAt is { } chased && Chasers >= ImpatientAt ? Instant.Min(next, FirstWordBy(chased, calendar, terms)) : next;

    private static Instant FirstWordBy(Instant from, WorkingCalendar calendar, TeamSettings terms) => calendar.AddWorkingTime(from, Duration.FromHours(terms.AcknowledgeHours));

    /// <summary>We told the client that we have it; the clock of the next word starts.</summary>
    public void Acknowledge(ComplaintAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        RefuseUnlessOpen();
        Refuse(State == ComplaintState.Resolved, ComplaintRefusals.AlreadyResolved);
        Refuse(State != ComplaintState.Open, ComplaintRefusals.AlreadyAcknowledged);
        State = ComplaintState.Acknowledged;
        WordToClient(ComplaintStepKind.Acknowledged, act);
    }

    /// <summary>
    /// We agreed with the client until when it is to be solved: a moment, or a day, which means the end of its working time and, of a
    /// day off, that of the working day before.
    /// </summary>
    public void AgreeOnSolution(LocalDate day, LocalTime? time, ComplaintAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        RefuseUnlessOpen();
        Refuse(State == ComplaintState.Resolved, ComplaintRefusals.AlreadyResolved);
        Refuse(day > act.Calendar.DateOf(act.Now).PlusYears(2), ComplaintRefusals.NoSuchDeadline);
        var by = time is { } exact ? act.Calendar.At(day, exact) : act.Calendar.EndOf(day);
        Refuse(by <= act.Now, ComplaintRefusals.NoSuchDeadline);
        ResolveBy = by;
    }

    /// <summary>We gave the client a word in between; also the first one, which then counts as the acknowledgement.</summary>
    public void Update(ComplaintAct act)
    {
        RefuseUnlessOpen();
        Refuse(State == ComplaintState.Resolved, ComplaintRefusals.AlreadyResolved);
        State = ComplaintState.Acknowledged;
        WordToClient(ComplaintStepKind.Updated, act);
    }

    /// <summary>
    /// The client had to ask again. Whoever waits is woken; who had to ask twice should hear from us as soon as whoever complains.
    /// </summary>
    public void Chase(ComplaintAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        RefuseUnlessOpen();
        Refuse(State == ComplaintState.Resolved, ComplaintRefusals.ChasedAfterResolution);
        if (State == ComplaintState.AwaitingClient) Resume(act);
        Chasers++;
        ChasedAt = act.Now;
        if (NextUpdateBy is { } next) NextUpdateBy = ForTheImpatient(next, act.Calendar, act.Terms);
        OnItUntil = null;
        OnItBy = null;
        Add(ComplaintStepKind.Chased, act);
    }

    /// <summary>We need something from the client: the clocks stand still.</summary>
    public void AwaitClient(ComplaintAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        RefuseUnlessOpen();
        Refuse(State == ComplaintState.AwaitingClient, ComplaintRefusals.AlreadyWaiting);
        Refuse(State == ComplaintState.Resolved, ComplaintRefusals.AlreadyResolved);
        StopClocks();
        State = ComplaintState.AwaitingClient;
        WaitingSince = act.Now;
        CycleBeganAt = act.Now;
        Add(ComplaintStepKind.Waiting, act);
    }

    /// <summary>We told the client it is solved; silence will confirm it.</summary>
    public void Resolve(ComplaintAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        RefuseUnlessOpen();
        Refuse(State == ComplaintState.Resolved, ComplaintRefusals.AlreadyResolved);
        StopClocks();
        State = ComplaintState.Resolved;
        CycleBeganAt = act.Now;
        ChasedAt = null;
        ConfirmBy = act.Calendar.AddWorkingDays(act.Now, act.Terms.ConfirmDays);
        Add(ComplaintStepKind.Resolved, act);
    }

    /// <summary>The client agrees that it is solved.</summary>
    public void Confirm(ComplaintAct act)
    {
        Refuse(State != ComplaintState.Resolved, IsOpen ? ComplaintRefusals.NotResolvedYet : ComplaintRefusals.Closed);
        Close(ComplaintState.Confirmed, ComplaintStepKind.Confirmed, act);
        IsCoolingDown = BreachAt is not null;
        CoolDown(act.Calendar, act.Terms, act.Now);
    }

    /// <summary>Silence confirms a resolution whose time has come; whether it did.</summary>
    public bool ConfirmBySilence(Instant now)
    {
        if (State != ComplaintState.Resolved || ConfirmBy is not { } due || due > now) return false;
        StopClocks();
        State = ComplaintState.Confirmed;
        ClosedAt = due;
        ConfirmedBySilence = true;
        IsCoolingDown = BreachAt is not null;
        steps.Add(Step(ComplaintStepKind.ConfirmedBySilence, due, null, "", null));
        return true;
    }

    /// <summary>It was not solved after all: the client should hear from us anew.</summary>
    public void Reopen(ComplaintAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        Refuse(IsOpen && State != ComplaintState.Resolved, ComplaintRefusals.StillOpen);
        StopClocks();
        State = ComplaintState.Open;
        ClosedAt = null;
        ConfirmedBySilence = false;
        IsCoolingDown = false;
        GateOpensAt = null;
        if (ResolveBy <= act.Now) ResolveBy = null;
        Reopened++;
        CycleBeganAt = act.Now;
        AcknowledgeBy = FirstWordBy(act.Now, act.Calendar, act.Terms);
        Add(ComplaintStepKind.Reopened, act);
    }

    /// <summary>Closed as not justified; needs the reason and the answer that was given.</summary>
    public void CloseAsUnjustified(ComplaintAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        RefuseUnlessOpen();
        Refuse(string.IsNullOrWhiteSpace(act.Text), ComplaintRefusals.NeedsReason);
        Close(ComplaintState.ClosedUnjustified, ComplaintStepKind.ClosedUnjustified, act);
    }

    /// <summary>
    /// Somebody says what was behind it or what would prevent it; what was said before and is not said anew stays. While it is asked what was
    /// underneath the price, this is the answer.
    /// </summary>
    public void Learn(RootCause? cause, string prevention)
    {
        ArgumentNullException.ThrowIfNull(prevention);
        Refuse(IsOpen, ComplaintRefusals.NotClosedYet);
        if (AsksUnderneath)
        {
            Underneath = cause;
            IsAskedEnough = true;
            if (prevention.Length > 0) Prevention = Prevention.Length > 0 ? $"{Prevention}; {prevention}" : prevention;
            return;
        }

        if (cause is not null) (Cause, Underneath, IsAskedEnough) = (cause, null, false);
        if (prevention.Length > 0) Prevention = prevention;
    }

    /// <summary>Nobody has anything to add to what was behind it.</summary>
    public void StopAsking()
    {
        Refuse(IsOpen, ComplaintRefusals.NotClosedYet);
        IsAskedEnough = true;
    }

    /// <summary>They do not trust us any more: somebody who manages the team talks to them, and once it is made good the gate stays shut for a while.</summary>
    public void MarkAsBreach(ComplaintAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        Refuse(BreachAt is not null, ComplaintRefusals.BreachAlready);
        Refuse(State == ComplaintState.ClosedUnjustified, ComplaintRefusals.Closed);
        BreachAt = act.Now;
        Add(ComplaintStepKind.MarkedAsBreach, act);
        IsCoolingDown = State == ComplaintState.Confirmed;
        CoolDown(act.Calendar, act.Terms, act.Now);
    }

    /// <summary>Somebody senior has talked to them after the breach of trust.</summary>
    public void TalkAsSenior(ComplaintAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        Refuse(BreachAt is null, ComplaintRefusals.NoBreach);
        Refuse(SeniorTalkAt is not null, ComplaintRefusals.SeniorTalkedAlready);
        SeniorTalkAt = act.Now;
        Add(ComplaintStepKind.SeniorTalked, act);
    }

    /// <summary>Notes the talk that somebody senior had after the breach, or that there was none after all; whether that is new.</summary>
    public bool NoteSeniorTalk(Instant? talkedAt)
    {
        var before = SeniorTalkAt;
        SeniorTalkAt = BreachAt is null ? null : Steps.FirstOrDefault(step => step.Kind == ComplaintStepKind.SeniorTalked && step.At >= BreachAt)?.At ?? talkedAt;
        return SeniorTalkAt != before;
    }

    /// <summary>After a breach of trust the gate opens some days after the confirmation, by the terms as they are now; whether anything changed.</summary>
    public bool CoolDown(WorkingCalendar calendar, TeamSettings terms, Instant now)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(terms);
        if (!IsCoolingDown) return false;
        var before = GateOpensAt;
        GateOpensAt = BreachOfTrust.GateOpensAt(ClosedAt!.Value, calendar, terms);
        IsCoolingDown = GateOpensAt > now;
        return before != GateOpensAt || !IsCoolingDown;
    }

    /// <summary>Somebody who does not look after the account is to talk to both sides.</summary>
    public void NameMediator(Guid mediatorId, Account account, ComplaintAct act)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(act);
        RefuseUnlessOpen();
        Refuse(mediatorId == account.OwnerId || mediatorId == account.DeputyId, ComplaintRefusals.NotNeutral);
        Refuse(mediatorId == MediatorId, ComplaintRefusals.MediatesAlready);
        (MediatorId, MediatorSince, MediatorDeclined) = (mediatorId, act.Now, false);
        Add(ComplaintStepKind.MediatorNamed, act);
    }

    /// <summary>Nobody from outside the account is needed.</summary>
    public void DeclineMediator(ComplaintAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        RefuseUnlessOpen();
        Refuse(MediatorDeclined, ComplaintRefusals.DeclinedAlready);
        (MediatorId, MediatorSince, MediatorDeclined) = (null, null, true);
        Add(ComplaintStepKind.MediatorDeclined, act);
    }

    /// <summary>Someone is on it: the ladder rests until the next morning, the clocks run on.</summary>
    public void OnIt(ComplaintAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        RefuseUnlessOpen();
        var tomorrow = act.Calendar.AddWorkingDates(act.Calendar.DateOf(act.Now), 1);
        OnItUntil = act.Calendar.At(tomorrow, act.Terms.Morning);
        OnItBy = act.MemberId;
    }

    private void WordToClient(ComplaintStepKind kind, ComplaintAct act)
    {
        StopClocks();
        CycleBeganAt = act.Now;
        ChasedAt = null;
        NextUpdateBy = act.Calendar.AddWorkingDays(act.Now, act.Terms.UpdateDays);
        Add(kind, act);
    }

    private void Resume(ComplaintAct act)
    {
        StopClocks();
        State = ComplaintState.Acknowledged;
        CycleBeganAt = act.Now;
        NextUpdateBy = FirstWordBy(act.Now, act.Calendar, act.Terms);
    }

    private void Close(ComplaintState state, ComplaintStepKind kind, ComplaintAct act)
    {
        StopClocks();
        State = state;
        ChasedAt = null;
        ClosedAt = act.Now;
        Add(kind, act);
    }

    private void StopClocks()
    {
        AcknowledgeBy = null;
        NextUpdateBy = null;
        WaitingSince = null;
        ConfirmBy = null;
        OnItUntil = null;
        OnItBy = null;
    }

    private void Add(ComplaintStepKind kind, ComplaintAct act) => steps.Add(Step(kind, act.Now, act.MemberId, act.Text, act.ChangeId, act.How));

    private ComplaintStep Step(ComplaintStepKind kind, Instant at, Guid? memberId, string text, Guid? changeId, InteractionKind? how = null) => new()
    {
        WorkspaceId = WorkspaceId,
        TeamId = TeamId,
        AccountId = AccountId,
        ComplaintId = Id,
        Number = steps.Count,
        Kind = kind,
        At = at,
        MemberId = memberId,
        Text = kind == ComplaintStepKind.Opened ? "" : text,
        ChangeId = changeId,
        How = how,
    };

    private void RefuseUnlessOpen() => Refuse(!IsOpen, ComplaintRefusals.Closed);

    private static void Refuse(bool when, Text reason)
    {
        if (when) throw new RefusalException(reason);
    }
}
