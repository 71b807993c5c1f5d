using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Hints;

/// <summary>
/// Nobody has met for long (practice F3): of accounts that are looked after closely, once a quarter at most, unless it was agreed to talk some
/// other way.
/// </summary>
public sealed class VisitHint() : HintPractice(Kind, 2, Period.FromMonths(3))
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public new const string Kind = "visit-hint";

    /// <summary>They met since.</summary>
    public const string Met = "Met";

    /// <inheritdoc/>
    public override IReadOnlyList<IFactsReader> Facts { get; } = [HintFactsReader.Instance, TalkHistoryReader.Instance];

    /// <inheritdoc/>
    protected override (HintReason? Reason, Instant? LookAgain) ReasonFor(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Account.Tier == Tier.C || facts.Agreed?.Channel is not (null or InteractionKind.Visit)) return (null, null);
        if (facts.PlannedTalk?.VisitUntil is { } planned && planned > now) return (null, planned);
        var since = LocalDate.Max(facts.Account.CountsFrom, facts.Of<TalkHistory>()?.LastVisit ?? LocalDate.MinIsoValue);
        return (new HintReason(since.PlusMonths(facts.Terms.VisitMonths)), null);
    }

    /// <inheritdoc/>
    protected override Act? Followed(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.PlannedTalk is { VisitUntil: not null } visit && visit.SetAt >= nudge.PostedAt) return new Act(Planned, visit.MemberId, visit.SetAt);
        return facts.LastTalk is { Kind: InteractionKind.Visit } talk && talk.RecordedAt >= nudge.PostedAt ? new Act(Met, talk.MemberId, talk.RecordedAt) : null;
    }
}
