using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Occasions;

/// <summary>What the anniversary of working together wants said (practice E2).</summary>
public sealed class AnniversaryPractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "anniversary";

    /// <summary>Mention the years of working together.</summary>
    public const string Mention = "mention-anniversary";

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IFactsReader> Facts { get; } = [OccasionFactsReader.Instance];

    /// <inheritdoc/>
    public Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Account.Since is not { } since || facts.Agreed is { WithoutOccasions: true }) return Practices.Review.Nothing;
        var day = OccasionDays.NextAnniversary(since, facts.Today(now));
        return new Review([.. Requests(day, facts)], OccasionDays.EndOfFirst([day], facts));
    }

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts) => OccasionDays.ActOn(nudge, facts);

    /// <inheritdoc/>
    public bool SpeaksOfDays => true;

    /// <inheritdoc/>
    public LocalDate? DayOf(Nudge nudge) => nudge.Cycle.Day;

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoryEntry>> ReadStory(StoryQuestion question, CancellationToken cancellation) => OccasionStory.OfAnniversaries(question, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CalendarDay>> ReadCalendar(CalendarQuestion question, CancellationToken cancellation) => OccasionDays.Calendar(question, facts =>
        facts.Account.Since is not { } since || facts.Agreed is { WithoutOccasions: true } ? []
            : [CalendarDay.Yearly(Kind, facts.Account.Id, facts.Account.Id, new AnnualDate(since.Month, since.Day), facts.Today(question.Now), since.PlusYears(1)) with { Text = $"{since.Year}" }]);

    private static IEnumerable<NudgeRequest> Requests(LocalDate day, AccountFacts facts)
    {
        var account = facts.Account.Id;
        if (facts.Choices.Any(choice => choice.Subject == account && (choice.Decision == OccasionDecision.Never || choice.Year == day.Year))) yield break;
        yield return new NudgeRequest(
            new Matter(Kind, account), new Cycle("years", day), OccasionDays.BeganAt(day, facts), Mention, Lane.StayClose, OccasionDays.SaidAt(day, facts), Climb.Never)
        {
            IsGated = true,
            LastDay = day,
        };
    }
}
