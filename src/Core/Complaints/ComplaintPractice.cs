using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Complaints;

/// <summary>What complaints want said (practices B1 and B2).</summary>
public sealed class ComplaintPractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "complaint";

    /// <summary>Tell the client that we have the complaint.</summary>
    public const string Acknowledge = "acknowledge";

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

    /// <summary>Working days for which a confirmation by silence stays news; the first of them says it.</summary>
    private const int NewsDays = 5;

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IFactsReader> Facts { get; } = [new ComplaintFactsReader()];

    /// <inheritdoc/>
    public bool IsOwed => true;

    /// <inheritdoc/>
    public Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var requests = facts.Complaints.SelectMany(complaint => Requests(complaint, facts, now)).ToList();
        var turns = facts.Complaints.Select(complaint => Turn(complaint, facts)).Where(turn => turn > now);
        return new Review(requests, turns.Min());
    }

    /// <inheritdoc/>
    public bool PassTime(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var changed = false;
        foreach (var complaint in facts.Complaints) changed |= complaint.FollowTerms(facts.Calendar, facts.Terms) | complaint.ConfirmBySilence(now);
        return changed;
    }

    /// <inheritdoc/>
    public Gate Gate(AccountFacts facts, Instant now) => facts.Complaints.Any(complaint => complaint.IsOpen) ? new Gate(HeldReason.OpenComplaint) : Practices.Gate.Open;

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
    public Act? ActOn(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        var step = facts.Complaint(nudge.Subject)?.Steps
            .Where(step => step.At >= nudge.PostedAt && step is { MemberId: not null, Kind: not ComplaintStepKind.Chased }).MinBy(step => step.At);
        return step is null ? null : new Act(step.Kind.ToString(), step.MemberId!.Value, step.At);
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

    private static IEnumerable<NudgeRequest> Requests(Complaint complaint, AccountFacts facts, Instant now)
    {
        var matter = MatterOf(complaint);
        var resting = complaint.OnItUntil;
        if (complaint is { Chasers: >= 2, ChasedAt: { } chasedAt, State: ComplaintState.Open or ComplaintState.Acknowledged })
            yield return new NudgeRequest(matter, new Cycle("chased", chasedAt), chasedAt, AnswerChaser, Lane.Severe, chasedAt, Climb.Never) { ForManager = true };
        switch (complaint.State)
        {
            case ComplaintState.Open:
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

    private static Instant? Turn(Complaint complaint, AccountFacts facts) => complaint switch
    {
        { State: ComplaintState.Resolved } => complaint.ConfirmBy,
        { State: ComplaintState.Confirmed, ConfirmedBySilence: true } => EndOfNews(complaint, facts),
        _ => null,
    };

    private static Instant EndOfNews(Complaint complaint, AccountFacts facts) =>
        facts.Calendar.StartOf(facts.Calendar.AddWorkingDates(facts.Calendar.DateOf(complaint.ClosedAt!.Value), NewsDays));
}
