using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Hints;

/// <summary>
/// Whatever was once lively has become routine (practice C6): together for more than three years, the last talks all of one kind and none in
/// person, nothing achieved within a year. One fresh question, twice a year at most.
/// </summary>
public sealed class RoutineHint() : HintPractice(Kind, 4, Period.FromMonths(6))
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public new const string Kind = "routine-hint";

    /// <summary>Something was noted since.</summary>
    public const string Noted = "Noted";

    private const int Years = 3;

    /// <inheritdoc/>
    public override IReadOnlyList<IFactsReader> Facts { get; } = [HintFactsReader.Instance, TalkHistoryReader.Instance];

    /// <inheritdoc/>
    protected override bool IsGated => true;

    /// <inheritdoc/>
    protected override (HintReason? Reason, Instant? LookAgain) ReasonFor(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Of<TalkHistory>() is not { LastKinds: { Count: TalkHistory.LastTalks } kinds } || kinds[0] == InteractionKind.Visit || kinds.Any(kind => kind != kinds[0])) return (null, null);
        var old = facts.Account.TogetherSince.PlusYears(Years);
        var quiet = facts.LastSuccess?.PlusYears(1) ?? LocalDate.MinIsoValue;
        // Whatever is noted answers the question, so that a talk of today is another reason than one of last week.
        return (new HintReason(LocalDate.Max(facts.LastTalk?.On ?? LocalDate.MinIsoValue, LocalDate.Max(old, quiet))), null);
    }

    /// <inheritdoc/>
    protected override Act? Followed(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        ArgumentNullException.ThrowIfNull(facts);
        return facts.LastTalk is { } talk && talk.RecordedAt >= nudge.PostedAt ? new Act(Noted, talk.MemberId, talk.RecordedAt) : null;
    }
}
