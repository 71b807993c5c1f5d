using AccountNudge.Core.Calendar;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Core.Practices;

/// <summary>What somebody said to a hint.</summary>
public enum HintReply
{
    /// <summary>Something was done about it.</summary>
    Done,

    /// <summary>Not now: it rests.</summary>
    NotNow,

    /// <summary>Never for this client.</summary>
    NotForClient,

    /// <summary>It did not help: it rests longer each time.</summary>
    NotHelpful,
}

/// <summary>An answer to a hint.</summary>
public sealed class HintAnswer : IAccountFact
{
    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>The kind of hint, as <see cref="IPractice.Kind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>What was said.</summary>
    public required HintReply Reply { get; init; }

    /// <summary>By whom.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

/// <summary>What was said to the hints of an account.</summary>
/// <param name="Answers">Every answer.</param>
public sealed record HintFacts(IReadOnlyList<HintAnswer> Answers)
{
    /// <summary>The answers to hints of a kind.</summary>
    public IEnumerable<HintAnswer> To(string kind) => Answers.Where(answer => answer.Kind == kind);
}

/// <summary>The table of answers.</summary>
public static class HintTables
{
    extension(Store store)
    {
        /// <summary>Answers to hints.</summary>
        public DbSet<HintAnswer> HintAnswers => store.Set<HintAnswer>();
    }
}

/// <summary>Maps answers to their table.</summary>
internal sealed class HintMapping : IEntityTypeConfiguration<HintAnswer>
{
    public void Configure(EntityTypeBuilder<HintAnswer> builder)
    {
        builder.ToTable("hint_answers");
        builder.Property(answer => answer.Kind).HasMaxLength(40);
        builder.HasIndex(answer => answer.AccountId);
    }
}

/// <summary>Reads <see cref="HintFacts"/>.</summary>
public sealed class HintFactsReader : IFactsReader
{
    /// <summary>The one reader, shared by all hints.</summary>
    public static readonly HintFactsReader Instance = new();

    private HintFactsReader()
    {
    }

    /// <inheritdoc/>
    public Func<Guid, object?> Read(QueryBatch batch, Instant now)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var answers = batch.AddUntracked<HintAnswer>().ByAccount();
        return accountId => answers(accountId) is { Count: > 0 } some ? new HintFacts(some) : null;
    }
}

/// <summary>Why a hint is worth a message.</summary>
/// <param name="From">The first day on which it is; a later day is another reason.</param>
/// <param name="Subject">What it is about, where that is not the account.</param>
public sealed record HintReason(LocalDate From, Guid? Subject = null);

/// <summary>
/// A practice that only suggests. All of them share one budget, see <c>HintBudget</c>: whoever looks after the account hears of one now and
/// then, and never while the client is owed something. What it says is private to one person and never climbs.
/// </summary>
/// <param name="kind">See <see cref="IPractice.Kind"/>; also what it asks for.</param>
/// <param name="importance">Of several that would be said on one morning the lowest number comes first.</param>
/// <param name="rest">How long it rests once it was said or answered; null says it once for each reason.</param>
public abstract class HintPractice(string kind, int importance, Period? rest) : IPractice
{
    /// <summary>The talk it asks for is planned.</summary>
    public const string Planned = "TalkPlanned";

    /// <summary>For so many days a hint that nobody answers stands in someone's day; then it is let be, so that nothing piles up.</summary>
    public const int StandsForDays = 30;

    /// <inheritdoc/>
    public string Kind => kind;

    /// <inheritdoc/>
    public int? HintImportance => importance;

    /// <inheritdoc/>
    public virtual IReadOnlyList<IFactsReader> Facts { get; } = [HintFactsReader.Instance];

    /// <summary>It waits while the gate is shut: it is attention of the kind that nobody wants while something is wrong.</summary>
    protected virtual bool IsGated => false;

    /// <summary>It asks for a talk: once one is planned it has done what it was for.</summary>
    protected virtual bool AsksForTalk => false;

    /// <summary>A reason of a later day is the same one going on: what was said of it stands.</summary>
    protected virtual bool LastsBeyondDay => false;

    /// <summary>It is for the managers alone, and for nobody in their place.</summary>
    protected virtual bool ForManager => false;

    /// <summary>One reason, or none: the hint as it stands said, until somebody answers, and the next one once it has rested.</summary>
    public Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var (reason, lookAgain) = ReasonFor(facts, now);
        var answers = facts.Of<HintFacts>()?.To(kind).ToList() ?? [];
        if (reason is null || !facts.Terms.Suggests(kind) || answers.Exists(answer => answer.Reply == HintReply.NotForClient)) return new Review([], lookAgain);
        var requests = new List<NudgeRequest>();
        var matter = new Matter(kind, reason.Subject ?? facts.Account.Id);
        var said = facts.Nudges.Where(nudge => nudge.Kind == kind && nudge.WentOut && (rest is not null || nudge.Matter == matter)).MaxBy(nudge => nudge.PostedAt);
        if (said is not null && said.Matter == matter && (reason.From <= facts.Today(said.PostedAt!.Value) || LastsBeyondDay) && DoneSince(said, facts) is null && !answers.Exists(answer => answer.At >= said.PostedAt)
            && LetBeAt(said, facts.Calendar) is var end && end > now)
        {
            requests.Add(Request(said.Matter, said.Cycle.Event, said.DueAt, facts));
            lookAgain = Instant.Min(end, lookAgain ?? end);
        }

        if (Next(reason, said, answers, facts) is { } next)
            requests.Add(Request(matter, new Cycle(kind, next), facts.Calendar.At(next, facts.Terms.Morning), facts));
        return new Review(requests, lookAgain);
    }

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Of<HintFacts>()?.To(kind).Where(answer => answer.At >= nudge.PostedAt).MinBy(answer => answer.At) is { } answer
            ? new Act(answer.Reply.ToString(), answer.MemberId, answer.At)
            : DoneSince(nudge, facts);
    }

    /// <summary>What somebody did since it was said, without answering, such that it has done what it was for.</summary>
    private Act? DoneSince(Nudge nudge, AccountFacts facts) => Followed(nudge, facts) ?? PlannedSince(nudge, facts);

    private Act? PlannedSince(Nudge nudge, AccountFacts facts) =>
        AsksForTalk && facts.PlannedTalk is { } planned && planned.SetAt >= nudge.PostedAt ? new Act(Planned, planned.MemberId, planned.SetAt) : null;

    /// <summary>When a hint that was said and that nobody answers is let be.</summary>
    public static Instant LetBeAt(Nudge said, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar.StartOf(calendar.DateOf(said.PostedAt!.Value).PlusDays(StandsForDays));
    }

    /// <summary>Why it is worth a message now or later, and when that may change by the passing of time alone.</summary>
    protected abstract (HintReason? Reason, Instant? LookAgain) ReasonFor(AccountFacts facts, Instant now);

    /// <summary>What somebody did since it was said, without answering, such that the reason is gone; facts alone say so, whatever the time.</summary>
    protected virtual Act? Followed(Nudge nudge, AccountFacts facts) => null;

    /// <summary>The day from which it may be said next; null when it was said for this reason and does not come back.</summary>
    private LocalDate? Next(HintReason reason, Nudge? said, List<HintAnswer> answers, AccountFacts facts)
    {
        // Whoever asked to be left alone for a while means this too.
        var from = facts.Account.PausedUntil is { } paused ? LocalDate.Max(reason.From, paused.PlusDays(1)) : reason.From;
        if (rest is null) return said is null || reason.From > facts.Today(said.PostedAt!.Value) ? from : null;
        var last = answers.Select(answer => answer.At).Append(said?.PostedAt ?? Instant.MinValue).Max();
        if (last == Instant.MinValue) return from;
        var rests = 1 + answers.Count(answer => answer.Reply == HintReply.NotHelpful);
        return LocalDate.Max(from, Enumerable.Range(0, rests).Aggregate(facts.Today(last), (until, _) => until + rest));
    }

    private NudgeRequest Request(Matter matter, Cycle cycle, Instant due, AccountFacts facts) =>
        new(matter, cycle, due, kind, Lane.StayClose, due, Climb.Never)
        {
            IsHint = true, IsGated = IsGated, ForManager = ForManager, IsPersonal = !ForManager, ForMember = ForManager ? null : facts.Account.OwnerId, IsForNobodyElse = true,
        };
}
