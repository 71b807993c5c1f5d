using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Occasions;

/// <summary>What the occasions that somebody noted want said: a client's to the channel, a person's to whoever looks after the client.</summary>
public sealed class OccasionPractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "occasion";

    /// <summary>Decide about an occasion ahead.</summary>
    public const string Prepare = "prepare-occasion";

    /// <summary>Mark it on its day.</summary>
    public const string Mark = "mark-occasion";

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IFactsReader> Facts { get; } = [OccasionFactsReader.Instance];

    /// <inheritdoc/>
    public Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var today = facts.Today(now);
        return OccasionDays.Prepared(facts.Occasions.SelectMany(occasion => Ahead(occasion, facts, today)), facts, today);
    }

    /// <inheritdoc/>
    public bool Has(Guid subject, AccountFacts facts) => facts.Occasion(subject) is not null;

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts) => OccasionDays.ActOn(nudge, facts);

    /// <inheritdoc/>
    public bool SpeaksOfDays => true;

    /// <inheritdoc/>
    public LocalDate? DayOf(Nudge nudge) => nudge.Cycle.Day;

    /// <inheritdoc/>
    public Guid? ContactOf(Guid subject, AccountFacts facts) => facts.Occasion(subject)?.ContactId;

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoryEntry>> ReadStory(StoryQuestion question, CancellationToken cancellation) => OccasionStory.OfOccasions(question, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CalendarDay>> ReadCalendar(CalendarQuestion question, CancellationToken cancellation) => OccasionDays.Calendar(question, facts =>
        facts.Occasions.Where(occasion => facts.IsOfSomeoneThere(occasion.ContactId)).Select(occasion => (occasion.Year is { } year
            ? new CalendarDay(Kind, occasion.Id, occasion.AccountId, occasion.Day.InYear(year))
            : CalendarDay.Yearly(Kind, occasion.Id, occasion.AccountId, occasion.Day, facts.Today(question.Now))) with
        { ContactId = occasion.ContactId, Text = occasion.Text }));

    /// <summary>Nobody is wished anything who is not known there any more.</summary>
    private static IEnumerable<PreparedOccasion> Ahead(Occasion occasion, AccountFacts facts, LocalDate today)
    {
        var contact = facts.Contact(occasion.ContactId);
        if (occasion.Next(today) is not { } day || (contact is not { MayBeThoughtOf: true } && occasion.ContactId is not null)) yield break;
        yield return new PreparedOccasion(new Matter(Kind, occasion.Id), day, Prepare, Mark) { IsPersonal = contact is { OccasionsInChannel: false } };
    }
}
