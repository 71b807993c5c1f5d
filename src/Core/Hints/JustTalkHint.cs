using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Hints;

/// <summary>
/// Nobody has just talked with them for long, about nothing in particular (practice C7); the closer an account is looked after the earlier. Not
/// while they have heard from us as often as they like.
/// </summary>
public sealed class JustTalkHint() : HintPractice(Kind, 3, Period.FromMonths(3))
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public new const string Kind = "just-talk-hint";

    /// <summary>They talked since.</summary>
    public const string Talked = "Talked";

    /// <inheritdoc/>
    public override IReadOnlyList<IFactsReader> Facts { get; } = [HintFactsReader.Instance, TalkHistoryReader.Instance];

    /// <inheritdoc/>
    protected override bool IsGated => true;

    /// <inheritdoc/>
    protected override bool AsksForTalk => true;

    /// <summary>Months without such a talk after which one is suggested.</summary>
    public static int Months(Tier tier) => tier switch { Tier.A => 3, Tier.B => 6, _ => 12 };

    /// <inheritdoc/>
    protected override (HintReason? Reason, Instant? LookAgain) ReasonFor(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var history = facts.Of<TalkHistory>();
        if (history is not null && EnoughUntil(facts, history) is { } until && until > facts.Today(now)) return (null, facts.Calendar.StartOf(until));
        var since = LocalDate.Max(facts.Account.CountsFrom, history?.LastJustTalk ?? LocalDate.MinIsoValue);
        return (new HintReason(since.PlusMonths(Months(facts.Account.Tier))), null);
    }

    /// <inheritdoc/>
    protected override Act? Followed(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        ArgumentNullException.ThrowIfNull(facts);
        return facts.LastTalk is { IsJustTalk: true } talk && talk.RecordedAt >= nudge.PostedAt ? new Act(Talked, talk.MemberId, talk.RecordedAt) : null;
    }

    /// <summary>The day from which one more contact is not too much; null where none of the last ones counts any more.</summary>
    private static LocalDate? EnoughUntil(AccountFacts facts, TalkHistory history)
    {
        var usual = facts.Agreed?.Ceiling ?? new Ceiling(facts.Terms.Ceiling(facts.Account.Tier), Ceiling.Week);
        var ceiling = facts.Agreed is { IsReserved: true, Ceiling: null } ? usual.Halved : usual;
        return history.HeardFromUs.OrderDescending().Skip(ceiling.Contacts - 1).Take(1).Select(day => (LocalDate?)day.PlusDays(ceiling.Days)).FirstOrDefault();
    }
}
