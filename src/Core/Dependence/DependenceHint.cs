using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Dependence;

/// <summary>
/// Much of the revenue comes from one client and nothing is planned for the day it does not (practice H8): to a manager alone and never into a
/// channel, once a quarter, until a next step is noted.
/// </summary>
public sealed class DependenceHint() : HintPractice(Kind, 10, Period.FromMonths(3))
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public new const string Kind = "dependence-hint";

    /// <summary>A step is noted since, or the share is smaller.</summary>
    public const string Settled = "StepNoted";

    /// <inheritdoc/>
    public override IReadOnlyList<IFactsReader> Facts { get; } = [HintFactsReader.Instance, new DependenceFactsReader()];

    /// <inheritdoc/>
    protected override bool ForManager => true;

    /// <inheritdoc/>
    protected override (HintReason? Reason, Instant? LookAgain) ReasonFor(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Of<DependenceFacts>()?.Share is { PlanB: "", MuchSince: { } since } ? (new HintReason(since), null) : (null, null);
    }

    /// <inheritdoc/>
    protected override Act? Followed(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Of<DependenceFacts>()?.Share is { } share && share.SaidAt >= nudge.PostedAt ? new Act(Settled, share.MemberId, share.SaidAt) : null;
    }
}
