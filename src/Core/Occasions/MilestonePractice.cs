using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Occasions;

/// <summary>What milestones want said: each once, a year later, to the channel (practice E3).</summary>
public sealed class MilestonePractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "milestone";

    /// <summary>Come back to what was achieved a year ago.</summary>
    public const string Mention = "mention-milestone";

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IFactsReader> Facts { get; } = [OccasionFactsReader.Instance];

    /// <inheritdoc/>
    public Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Agreed is { WithoutOccasions: true }) return Practices.Review.Nothing;
        var today = facts.Today(now);
        var ahead = facts.Milestones.Where(milestone => milestone.YearLater >= today && !milestone.IsHonestAdvice).ToList();
        return new Review([.. ahead.SelectMany(milestone => Requests(milestone, facts))], OccasionDays.EndOfFirst(ahead.Select(milestone => milestone.YearLater), facts));
    }

    /// <inheritdoc/>
    public bool Has(Guid subject, AccountFacts facts) => facts.Milestone(subject) is not null;

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts) => OccasionDays.ActOn(nudge, facts);

    /// <inheritdoc/>
    public bool SpeaksOfDays => true;

    /// <inheritdoc/>
    public LocalDate? DayOf(Nudge nudge) => nudge.Cycle.Day;

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoryEntry>> ReadStory(StoryQuestion question, CancellationToken cancellation) => OccasionStory.OfMilestones(question, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CalendarDay>> ReadCalendar(CalendarQuestion question, CancellationToken cancellation) => OccasionDays.Calendar(question, facts =>
        facts.Agreed is { WithoutOccasions: true } ? [] : facts.Milestones.Where(milestone => !milestone.IsHonestAdvice)
            .Select(milestone => new CalendarDay(Kind, milestone.Id, milestone.AccountId, milestone.YearLater) { Text = milestone.Text }));

    private static IEnumerable<NudgeRequest> Requests(Milestone milestone, AccountFacts facts)
    {
        if (facts.Choices.Any(choice => choice.Subject == milestone.Id)) yield break;
        var day = milestone.YearLater;
        yield return new NudgeRequest(
            new Matter(Kind, milestone.Id), new Cycle("year", day), OccasionDays.BeganAt(day, facts), Mention, Lane.StayClose, OccasionDays.SaidAt(day, facts), Climb.Never)
        {
            IsGated = true,
            LastDay = day,
        };
    }
}
