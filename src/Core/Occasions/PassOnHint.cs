using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Occasions;

/// <summary>
/// A success that looks good before the contact's own boss (practice H6): once for each, while it is fresh, a hint to hand it to them in a form
/// they can pass on.
/// </summary>
public sealed class PassOnHint() : HintPractice(Kind, 9, null)
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public new const string Kind = "pass-on-hint";

    /// <summary>For so many days a success is fresh.</summary>
    public const int FreshDays = 60;

    /// <inheritdoc/>
    public override IReadOnlyList<IFactsReader> Facts { get; } = [HintFactsReader.Instance, OccasionFactsReader.Instance];

    /// <summary>The latest success to pass on on a day; null when there is none.</summary>
    public static Milestone? ToPassOn(AccountFacts facts, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Milestones.Where(milestone => milestone.IsGoodForBoss && milestone.On <= day && milestone.On.PlusDays(FreshDays) > day)
            .OrderByDescending(milestone => milestone.On).ThenByDescending(milestone => milestone.NotedAt).FirstOrDefault();
    }

    /// <inheritdoc/>
    protected override (HintReason? Reason, Instant? LookAgain) ReasonFor(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (ToPassOn(facts, facts.Today(now)) is not { } success) return (null, null);
        return (new HintReason(success.On, success.Id), facts.Calendar.StartOf(success.On.PlusDays(FreshDays)));
    }
}
