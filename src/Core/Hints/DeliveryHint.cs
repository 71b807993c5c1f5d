using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Hints;

/// <summary>
/// The one question after the first delivery (practice G3): what is new that they need now? In the first weeks with a new client, once, and never
/// where talks were noted from the time before.
/// </summary>
public sealed class DeliveryHint() : HintPractice(Kind, 8, null)
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public new const string Kind = "delivery-hint";

    /// <summary>Days after which there is something to ask about.</summary>
    public const int AfterDays = 30;

    /// <summary>Days for which a client is new.</summary>
    public const int NewForDays = 60;

    /// <inheritdoc/>
    public override IReadOnlyList<IFactsReader> Facts { get; } = [HintFactsReader.Instance, TalkHistoryReader.Instance];

    /// <inheritdoc/>
    protected override bool IsGated => true;

    /// <inheritdoc/>
    protected override bool AsksForTalk => true;

    /// <inheritdoc/>
    protected override (HintReason? Reason, Instant? LookAgain) ReasonFor(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var began = facts.Account.TogetherSince;
        if (began.PlusDays(NewForDays) is var old && old <= facts.Today(now)) return (null, null);
        // Nothing to ask about where nobody has talked yet. Whom somebody talked to before they were entered here is no new client, though nobody
        // said since when it is one.
        if (facts.Of<TalkHistory>()?.First is not { } first || (facts.Account.Since is null && first < began)) return (null, null);
        return (new HintReason(began.PlusDays(AfterDays)), facts.Calendar.StartOf(old));
    }
}
