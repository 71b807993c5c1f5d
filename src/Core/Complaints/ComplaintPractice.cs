using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Complaints;

/// <summary>What complaints want said (practices B1, B2, B7 and B9).</summary>
public sealed class ComplaintPractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "complaint";

    /// <summary>Tell the client that we have the complaint.</summary>
    public const string Acknowledge = "acknowledge";

    /// <summary>Know of a complaint that another system logged.</summary>
    public const string HearOf = "hear-of";

    /// <summary>Give the client a word in between.</summary>
    public const string Update = "update";

    /// <summary>The client had to ask for the second time.</summary>
    public const string AnswerChaser = "answer-chaser";

    /// <summary>See whether a complaint that waits for the client goes on.</summary>
    public const string AskClient = "ask-client";

    /// <summary>A solution was promised for today.</summary>
    public const string Resolve = "resolve";

    /// <summary>Know that a complaint confirmed itself.</summary>
    public const string SeeConfirmation = "see-confirmation";

    /// <summary>Consider somebody from outside the account for a joint talk.</summary>
    public const string ConsiderMediator = "consider-mediator";

    /// <summary>Talk to both sides, as somebody who was not involved.</summary>
    public const string Mediate = "mediate";

    /// <summary>Somebody senior talks to a client who does not trust us any more.</summary>
    public const string TalkAsSenior = "talk-as-senior";

    /// <summary>Working days for which a confirmation by silence stays news; the first of them says it.</summary>
    private const int NewsDays = 5;

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IFactsReader> Facts { get; } = [new ComplaintFactsReader()];

    /// <inheritdoc/>
    public bool IsOwed => true;

    /// <inheritdoc/>
    public bool AlsoAfterTheEnd => true;

    /// <inheritdoc/>
    public Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var requests = facts.Complaints.SelectMany(complaint => Requests(complaint, facts, now)).ToList();
        var turns = facts.Complaints.SelectMany(complaint => Turns(complaint, facts)).Where(turn => turn > now);
        return new Review(requests, turns.Min());
    }

    /// <inheritdoc/>
    public bool PassTime(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var changed = false;
        foreach (var complaint in facts.Complaints)
        {
            changed |= complaint.FollowTerms(facts.Calendar, facts.Terms) | complaint.ConfirmBySilence(now);
            changed |= complaint.NoteSeniorTalk(facts.SeniorTalk(complaint)?.RecordedAt) | complaint.CoolDown(facts.Calendar, facts.Terms, now);
        }

        return changed;
    }

    /// <inheritdoc/>
    public Gate Gate(AccountFacts facts, Instant now) => facts.Complaints.Any(complaint => complaint.IsOpen) ? Practices.Gate.Shut
        // After a breach of trust silence is the worst answer.
        : new Gate(facts.Complaints.Any(complaint => complaint.IsCoolingDown));

    /// <inheritdoc/>
    public bool ShutGateAt(AccountFacts facts, Instant at) => facts.Complaints.Any(complaint => complaint.OpenedAt <= at && (complaint.ClosedAt is not { } closed || at <= closed));

    /// <inheritdoc/>
    public bool AwaitsClient(AccountFacts facts) => facts.Complaints.Any(complaint => complaint.State == ComplaintState.AwaitingClient);

    /// <inheritdoc/>
    public IEnumerable<OwedMatter> Owed(AccountFacts facts) =>
        facts.Complaints.Where(complaint => complaint is { IsOpen: true, State: not ComplaintState.Resolved }).Select(OwedOf);

    /// <inheritdoc/>
    public Guid? ContactOf(Guid subject, AccountFacts facts) => facts.Complaint(subject)?.ContactId;

    /// <inheritdoc/>
    public bool Has(Guid subject, AccountFacts facts) => facts.Complaint(subject) is not null;

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        if (facts.Complaint(nudge.Subject) is not { } complaint) return null;
        var step = complaint.Steps.Where(step => step.At >= nudge.PostedAt && step.MemberId is not null && Answers(step.Kind, nudge.Ask)).MinBy(step => step.At);
        if (step is not null) return new Act(step.Kind.ToString(), step.MemberId!.Value, step.At);
        return nudge.Ask == TalkAsSenior && facts.SeniorTalk(complaint) is { } talk && talk.RecordedAt >= nudge.PostedAt
            ? new Act(nameof(ComplaintStepKind.SeniorTalked), talk.MemberId, talk.RecordedAt) : null;
    }

    /// <inheritdoc/>
    public Task<Text?> SnoozeRefusal(Store store, Guid subject, CancellationToken cancellation) => ComplaintSnoozes.Refusal(store, subject, cancellation);

    /// <inheritdoc/>
    public Task<DigestPart?> ReadDigest(DigestQuestion question, CancellationToken cancellation) => ComplaintDigest.Read(question, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OpenMatter>> ReadOpen(Store store, CancellationToken cancellation) => ComplaintStory.ReadOpen(store, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoryEntry>> ReadStory(StoryQuestion question, CancellationToken cancellation) => ComplaintStory.Read(question, cancellation);

    /// <summary>What is owed of an open complaint.</summary>
    internal static OwedMatter OwedOf(Complaint complaint) => new(MatterOf(complaint), complaint.OpenedAt, complaint.NextActBy);

    /// <summary>The matter of a complaint.</summary>
    public static Matter MatterOf(Complaint complaint)
    {
        ArgumentNullException.ThrowIfNull(complaint);
        return new Matter(Kind, complaint.Id);
    }

    /// <summary>Whether a step does what was asked for; any word with the client but theirs does, where no other step was.</summary>
    private static bool Answers(ComplaintStepKind step, string ask) => ask switch
    {
        TalkAsSenior => step == ComplaintStepKind.SeniorTalked,
        ConsiderMediator => step is ComplaintStepKind.MediatorNamed or ComplaintStepKind.MediatorDeclined,
        _ => step.IsWithClient && step is not (ComplaintStepKind.Chased or ComplaintStepKind.Opened),
    };

    private static IEnumerable<NudgeRequest> Requests(Complaint complaint, AccountFacts facts, Instant now)
    {
        var matter = MatterOf(complaint);
        var resting = complaint.OnItUntil;
        if (complaint is { Chasers: >= 2, ChasedAt: { } chasedAt, State: ComplaintState.Open or ComplaintState.Acknowledged })
            yield return new NudgeRequest(matter, new Cycle("chased", chasedAt), chasedAt, AnswerChaser, Lane.Severe, chasedAt, Climb.Never) { ForManager = true };
        if (complaint is { BreachAt: { } breach, AwaitsSeniorTalk: true }) yield return BreachOfTrust.TellManager(matter, breach, TalkAsSenior);
        if (complaint.StuckSince is { } stuck)
            yield return new NudgeRequest(matter, new Cycle("mediator", stuck), stuck, ConsiderMediator, Lane.WeOwe, stuck, Climb.Never) { ForManager = true };
        if (MediatorToTell(complaint, facts) is { } mediator)
            yield return new NudgeRequest(matter, new Cycle("mediate", complaint.MediatorSince!.Value), complaint.MediatorSince.Value, Mediate, Lane.News, complaint.MediatorSince.Value, Climb.Never) { IsPersonal = true, ForMember = mediator };
        switch (complaint.State)
        {
            case ComplaintState.Open:
                if (complaint is { IsFromSystem: true, Reopened: 0 })
                    yield return new NudgeRequest(matter, new Cycle("heard", complaint.OpenedAt), complaint.OpenedAt, HearOf, Lane.Severe, complaint.OpenedAt, Climb.Never) { RestsUntil = resting };
                yield return new NudgeRequest(matter, new Cycle("ack", complaint.CycleBeganAt), complaint.CycleBeganAt, Acknowledge, Lane.Severe, complaint.AcknowledgeBy!.Value, Climb.Owed) { RestsUntil = resting };
                break;
            case ComplaintState.Acknowledged:
                yield return new NudgeRequest(matter, new Cycle("update", complaint.CycleBeganAt), complaint.CycleBeganAt, Update, Lane.WeOwe, complaint.NextUpdateBy!.Value, Climb.Owed) { RestsUntil = resting };
                if (complaint.ResolveBy is { } due)
                    yield return new NudgeRequest(matter, new Cycle("resolve", due), complaint.OpenedAt, Resolve, Lane.WeOwe, due, Climb.Owed) { RestsUntil = resting };
                break;
            case ComplaintState.AwaitingClient:
                var again = facts.Calendar.AddWorkingDays(complaint.WaitingSince!.Value, facts.Terms.WaitingDays);
                yield return new NudgeRequest(matter, new Cycle("waiting", complaint.CycleBeganAt), complaint.CycleBeganAt, AskClient, Lane.WeOwe, again, Climb.Again);
                break;
            case ComplaintState.Confirmed when complaint.ConfirmedBySilence && now < EndOfNews(complaint, facts):
                yield return new NudgeRequest(matter, new Cycle("silent", complaint.ClosedAt!.Value), complaint.ClosedAt.Value, SeeConfirmation, Lane.News, complaint.ClosedAt.Value, Climb.Never);
                break;
        }
    }

    /// <summary>Who was asked to talk to both sides, and did not say so themselves.</summary>
    private static Guid? MediatorToTell(Complaint complaint, AccountFacts facts) =>
        complaint is { MediatorId: { } mediator, IsOpen: true, State: not ComplaintState.Resolved } && facts.Roster.Find(mediator) is not null
            && complaint.Steps.Last(step => step.Kind == ComplaintStepKind.MediatorNamed).MemberId != mediator ? mediator : null;

    private static IEnumerable<Instant?> Turns(Complaint complaint, AccountFacts facts)
    {
        if (complaint.State == ComplaintState.Resolved) yield return complaint.ConfirmBy;
        if (complaint is { State: ComplaintState.Confirmed, ConfirmedBySilence: true }) yield return EndOfNews(complaint, facts);
        if (complaint.IsCoolingDown) yield return complaint.GateOpensAt;
    }

    private static Instant EndOfNews(Complaint complaint, AccountFacts facts) =>
        facts.Calendar.StartOf(facts.Calendar.AddWorkingDates(facts.Calendar.DateOf(complaint.ClosedAt!.Value), NewsDays));
}
