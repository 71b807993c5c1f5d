using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Statuses;

/// <summary>
/// What agreed status updates want said (practice C4): on the day one is expected, or the working day before. Not while we wait for the
/// client, and not while they are away.
/// </summary>
public sealed class StatusPractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "status";

    /// <summary>Send the status update.</summary>
    public const string Send = "send-status";

    /// <summary>It was sent.</summary>
    public const string Sent = "Sent";

    /// <summary>Something else was agreed.</summary>
    public const string Changed = "Changed";

    /// <summary>More days than lie between two updates.</summary>
    private const int LongestPeriodDays = 400;

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IFactsReader> Facts { get; } = [StatusFactsReader.Instance];

    /// <inheritdoc/>
    public Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.StatusAgreement is not { } agreement || facts.AwaitsClient) return Practices.Review.Nothing;
        var today = facts.Today(now);
        // What was missed gives way to the next one: nobody is asked for two, and nobody counts through all that was missed in years.
        var expected = agreement.ExpectedAfter(LocalDate.Max(NextExpected(facts)!.Value.PlusDays(-1), today.PlusDays(-LongestPeriodDays)));
        for (var next = agreement.ExpectedAfter(expected); SayOn(next, facts) <= today; next = agreement.ExpectedAfter(expected)) expected = next;
        var sayOn = SayOn(expected, facts);
        var began = Instant.Max(agreement.SetAt, facts.Calendar.StartOf(sayOn));
        var request = new NudgeRequest(
            MatterOf(agreement), new Cycle("expected", expected), began, Send, Lane.WeOwe, facts.Calendar.At(sayOn, facts.Terms.Morning), Climb.Never);
        return new Review([request], facts.Calendar.StartOf(SayOn(agreement.ExpectedAfter(expected), facts)));
    }

    /// <summary>The first day on which the client expects an update that was not sent yet; null where none is agreed.</summary>
    public static LocalDate? NextExpected(AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.StatusAgreement is not { } agreement) return null;
        var covered = facts.Of<StatusFacts>()?.LastSent is { } sent ? sent.On.PlusDays(StatusAgreement.EarlyDays) : LocalDate.MinIsoValue;
        return agreement.ExpectedAfter(LocalDate.Max(LocalDate.Max(covered, facts.Account.CountsFrom), facts.Account.PausedUntil ?? LocalDate.MinIsoValue));
    }

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Of<StatusFacts>()?.LastSent is { } sent && sent.RecordedAt >= nudge.PostedAt) return new Act(Sent, sent.MemberId, sent.RecordedAt);
        return facts.StatusAgreement is { } agreement && agreement.SetAt >= nudge.PostedAt ? new Act(Changed, agreement.MemberId, agreement.SetAt) : null;
    }

    /// <summary>The matter of agreed status updates.</summary>
    public static Matter MatterOf(StatusAgreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return new Matter(Kind, agreement.Id);
    }

    private static LocalDate SayOn(LocalDate expected, AccountFacts facts) => facts.Calendar.WorkingDateOnOrBefore(expected);
}
