using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Hints;

/// <summary>
/// The talks have become fewer without anybody noticing (practice C5): in the last three months fewer than three fifths of those of the same
/// months a year before. Of accounts older than two years, looked at on the first of each month.
/// </summary>
public sealed class ErosionHint() : HintPractice(Kind, 5, Period.FromMonths(1))
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public new const string Kind = "erosion-hint";

    private const int Years = 2;

    /// <summary>Of fewer talks than that a year before, one more or less says nothing.</summary>
    private const int Fewest = 4;

    /// <inheritdoc/>
    public override IReadOnlyList<IFactsReader> Facts { get; } = [HintFactsReader.Instance, TalkHistoryReader.Instance];

    /// <inheritdoc/>
    protected override bool IsGated => true;

    /// <inheritdoc/>
    protected override bool AsksForTalk => true;

    /// <inheritdoc/>
    protected override bool LastsBeyondDay => true;

    /// <summary>The figures of the season before the first day of a month.</summary>
    public static Season? SeasonOf(AccountFacts facts, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Of<TalkHistory>()?.Seasons.TryGetValue(TalkHistory.FirstOfMonth(day), out var season) == true ? season : null;
    }

    /// <summary>Whether the talks became so few.</summary>
    public static bool HasEroded(Season season) => season.YearBefore >= Fewest && season.Now * 5 < season.YearBefore * 3;

    /// <inheritdoc/>
    protected override (HintReason? Reason, Instant? LookAgain) ReasonFor(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        // Whoever agreed to talk less than others of their tier gets what was agreed.
        if (facts.Agreed is { IsReserved: true } || facts.Agreed?.FloorDays > facts.Terms.Floor(facts.Account.Tier)) return (null, null);
        var (month, old) = (TalkHistory.FirstOfMonth(facts.Today(now)), facts.Account.TogetherSince.PlusYears(Years));
        if (old > month) return (null, facts.Calendar.StartOf(TalkHistory.FirstOfMonth(old.PlusDays(-1)).PlusMonths(1)));
        var lookAgain = facts.Calendar.StartOf(month.PlusMonths(1));
        return SeasonOf(facts, month) is { } season && HasEroded(season) ? (new HintReason(month), lookAgain) : (null, lookAgain);
    }
}
