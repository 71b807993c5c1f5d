using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Endings;

/// <summary>One gentle reminder of a client who left, for whoever looked after them (practice B8): only where somebody asked for it, and once.</summary>
public sealed class ReturnHint() : HintPractice(Kind, 9, rest: null), IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public new const string Kind = "return-hint";

    /// <summary>They are back.</summary>
    public const string CameBack = "CameBack";

    /// <inheritdoc/>
    public override IReadOnlyList<IFactsReader> Facts { get; } = [HintFactsReader.Instance, EndingFactsReader.Instance];

    /// <inheritdoc/>
    public bool AlsoAfterTheEnd => true;

    /// <inheritdoc/>
    protected override (HintReason? Reason, Instant? LookAgain) ReasonFor(AccountFacts facts, Instant now) =>
        facts.CurrentLoss is { RemindOn: { } day } loss ? (new HintReason(day, loss.Id), null) : (null, null);

    /// <inheritdoc/>
    protected override Act? Followed(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        return facts.Loss(nudge.Subject) is { ReturnedAt: { } back, ReturnedBy: { } by } && back >= nudge.PostedAt ? new Act(CameBack, by, back) : null;
    }
}
