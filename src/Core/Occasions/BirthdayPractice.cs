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
        var known = facts.Contacts.Where(contact => contact is { IsThere: true, Birthday: not null }).ToList();
        var requests = known.SelectMany(contact => Requests(contact, facts, today)).ToList();
        var turns = requests.Select(request => request.LastDay!.Value).Concat(known.Select(contact => OccasionDays.Next(contact.Birthday!.Value, today)));
        return new Review(requests, OccasionDays.EndOfFirst(turns, facts));
    }

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts) => OccasionDays.ActOn(nudge, facts);

    /// <inheritdoc/>
    public LocalDate? DayOf(Nudge nudge) => nudge.Cycle.Day;

    /// <inheritdoc/>
    public Guid? ContactOf(Guid subject, AccountFacts facts) => subject;

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoryEntry>> ReadStory(StoryQuestion question, CancellationToken cancellation) => OccasionStory.OfBirthdays(question, cancellation);

    /// <summary>What was decided for the one who stays, counts; what was decided for the other moves along for other years.</summary>
    public async Task MoveContact(Store store, Guid from, Guid into, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var decided = await store.OccasionChoices.Where(choice => choice.Subject == into).Select(choice => choice.Year).ToListAsync(cancellation);
        await store.OccasionChoices.Where(choice => choice.Subject == from && !decided.Contains(choice.Year)).ExecuteUpdateAsync(set => set.SetProperty(choice => choice.Subject, into), cancellation);
        await store.OccasionChoices.Where(choice => choice.Subject == from).ExecuteDeleteAsync(cancellation);
    }

    private static IEnumerable<NudgeRequest> Requests(Contact contact, AccountFacts facts, LocalDate today)
    {
        var day = OccasionDays.Next(contact.Birthday!.Value, today);
        var choices = facts.Choices.Where(choice => choice.Subject == contact.Id).ToList();
        if (choices.Exists(choice => choice.Decision == OccasionDecision.Never)) yield break;
        var decision = choices.Where(choice => choice.Year == day.Year).MaxBy(choice => choice.At)?.Decision;
        var sayOn = facts.Calendar.WorkingDateOnOrBefore(day);
        var aheadOn = facts.Calendar.AddWorkingDates(sayOn, -facts.Terms.BirthdayLeadDays);
        if (decision is null && today < sayOn && facts.Terms.BirthdayLeadDays > 0)
            yield return Request(Prepare, "ahead", aheadOn, sayOn.PlusDays(-1));
        if (decision is null or OccasionDecision.Ring)
            yield return Request(Congratulate, "day", sayOn, day);

        NudgeRequest Request(string ask, string name, LocalDate on, LocalDate lastDay) =>
            new(new Matter(Kind, contact.Id), new Cycle(name, day), OccasionDays.BeganAt(day, facts), ask, Lane.StayClose, facts.Calendar.At(on, facts.Terms.Morning), Climb.Never)
            {
                IsGated = true,
                IsPersonal = true,
                LastDay = lastDay,
            };
    }
}
