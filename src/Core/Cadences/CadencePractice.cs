using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Cadences;

/// <summary>What an agreed rhythm wants said (practice A7): once its day has come, whether it is still right. Its owner alone is asked.</summary>
public sealed class CadencePractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "cadence";

    /// <summary>Say whether what was agreed is still right.</summary>
    public const string Reconsider = "reconsider-rhythm";

    /// <summary>It is.</summary>
    public const string Confirmed = "Confirmed";

    /// <summary>Something else was agreed.</summary>
    public const string Changed = "Changed";

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IFactsReader> Facts { get; } = [new CadenceFactsReader()];

    /// <summary>Reviews an account. Who is owed an answer, or is away, is not asked how often they would like to hear from us.</summary>
    public Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Cadence is not { ReviewOn: { } day } cadence) return Practices.Review.Nothing;
        var gate = facts.Gate(now);
        if (gate.IsShut) return new Review([], gate.ChangesAt);
        var on = facts.Account.PausedUntil is { } until ? LocalDate.Max(day, until.PlusDays(1)) : day;
        var due = facts.Calendar.At(on, facts.Terms.Morning);
        return new Review([new NudgeRequest(MatterOf(cadence), new Cycle("review", day), cadence.SetAt, Reconsider, Lane.StayClose, due, Climb.Never) { IsPersonal = true }], gate.ChangesAt);
    }

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Cadence is { } cadence && cadence.Id == nudge.Subject && cadence.SetAt >= nudge.PostedAt
            ? new Act(cadence.IsConfirmed ? Confirmed : Changed, cadence.MemberId, cadence.SetAt)
            : null;
    }

    /// <summary>The matter of a cadence.</summary>
    public static Matter MatterOf(Cadence cadence)
    {
        ArgumentNullException.ThrowIfNull(cadence);
        return new Matter(Kind, cadence.Id);
    }
}
