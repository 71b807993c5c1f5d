using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Occasions;

/// <summary>What birthdays want said (practice E1).</summary>
public sealed class BirthdayPractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "birthday";

    /// <summary>Decide about a birthday ahead.</summary>
    public const string Prepare = "prepare-birthday";

    /// <summary>Congratulate.</summary>
    public const string Congratulate = "congratulate";

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
        var known = facts.Contacts.Where(contact => contact is { MayBeThoughtOf: true, Birthday: not null });
        return OccasionDays.Prepared(known.Select(contact => Ahead(contact, today)), facts, today);
    }

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts) => OccasionDays.ActOn(nudge, facts);

    /// <inheritdoc/>
    public bool SpeaksOfDays => true;

    /// <inheritdoc/>
    public LocalDate? DayOf(Nudge nudge) => nudge.Cycle.Day;

    /// <inheritdoc/>
    public Guid? ContactOf(Guid subject, AccountFacts facts) => subject;

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoryEntry>> ReadStory(StoryQuestion question, CancellationToken cancellation) => OccasionStory.OfBirthdays(question, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CalendarDay>> ReadCalendar(CalendarQuestion question, CancellationToken cancellation) => OccasionDays.Calendar(question, facts =>
        facts.Agreed is { WithoutOccasions: true } ? [] : facts.ContactsThere.Where(contact => contact.Birthday is not null).Select(contact =>
            CalendarDay.Yearly(Kind, contact.Id, contact.AccountId, contact.Birthday!.Value, facts.Today(question.Now)) with { ContactId = contact.Id }));

    /// <summary>What was decided for the one who stays, counts; what was decided for the other moves along for other years.</summary>
    public async Task MoveContact(Store store, Guid from, Guid into, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var decided = await store.OccasionChoices.Where(choice => choice.Subject == into).Select(choice => choice.Year).ToListAsync(cancellation);
        await store.OccasionChoices.Where(choice => choice.Subject == from && !decided.Contains(choice.Year)).ExecuteUpdateAsync(set => set.SetProperty(choice => choice.Subject, into), cancellation);
        await store.OccasionChoices.Where(choice => choice.Subject == from).ExecuteDeleteAsync(cancellation);
    }

    /// <inheritdoc/>
    public async Task ForgetContact(Store store, Guid contactId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        store.RemoveRange(await store.OccasionChoices.Where(choice => choice.Subject == contactId).ToListAsync(cancellation));
    }

    private static PreparedOccasion Ahead(Contact contact, LocalDate today) =>
        new(new Matter(Kind, contact.Id), OccasionDays.Next(contact.Birthday!.Value, today), Prepare, Congratulate) { IsPersonal = !contact.OccasionsInChannel, LateUntil = contact.ImportedOn };
}
