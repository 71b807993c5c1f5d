using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Occasions;

/// <summary>An occasion in a client's story.</summary>
/// <param name="Decision">What was done about it; null for the day itself.</param>
/// <param name="Years">The years of working together; 0 for the day they began.</param>
public sealed record OccasionEvent(OccasionDecision? Decision, int Years);

/// <summary>What occasions bring into a client's story: what was done about them, the day the work began and its round years. They hold no words to search for.</summary>
internal static class OccasionStory
{
    public static async Task<IReadOnlyList<StoryEntry>> OfBirthdays(StoryQuestion question, CancellationToken cancellation)
    {
        if (question.Account is not { } account || question.Words.Count > 0) return [];
        var (contact, choices) = (question.ContactId, question.Store.OccasionChoices.Where(choice => choice.AccountId == account.Id && choice.Subject != account.Id));
        return await Done(question, choices.Where(choice => contact == null || choice.Subject == contact), BirthdayPractice.Kind, cancellation);
    }

    public static async Task<IReadOnlyList<StoryEntry>> OfAnniversaries(StoryQuestion question, CancellationToken cancellation)
    {
        if (question.Account is not { } account || question.Words.Count > 0 || question.ContactId is not null) return [];
        var done = await Done(question, question.Store.OccasionChoices.Where(choice => choice.Subject == account.Id), AnniversaryPractice.Kind, cancellation);
        var calendar = question.CalendarOf(account.TeamId);
        var days = account.Since is { } since ? Anniversaries(since, calendar.DateOf(question.Now)) : [];
        return [.. done, .. days.Select(day => new StoryEntry(account.Id, day.On, calendar.StartOf(day.On), new OccasionEvent(null, day.Years)) { Kind = AnniversaryPractice.Kind })];
    }

    /// <summary>The day the work began, and its round years until today.</summary>
    private static IEnumerable<(LocalDate On, int Years)> Anniversaries(LocalDate since, LocalDate today) =>
        Enumerable.Range(0, Math.Max(0, today.Year - since.Year + 1)).Where(years => years == 0 || OccasionDays.IsRound(years))
            .Select(years => (On: new AnnualDate(since.Month, since.Day).InYear(since.Year + years), years)).Where(day => day.On <= today);

    private static async Task<IReadOnlyList<StoryEntry>> Done(StoryQuestion question, IQueryable<OccasionChoice> choices, string kind, CancellationToken cancellation)
    {
        var done = await choices.Where(choice => choice.Decision != OccasionDecision.SkipThisYear && choice.Decision != OccasionDecision.Never)
            .OrderByDescending(choice => choice.At).Take(question.Most).AsNoTracking().ToListAsync(cancellation);
        return [.. done.Select(choice => new StoryEntry(choice.AccountId, question.CalendarOf(choice.TeamId).DateOf(choice.At), choice.At, new OccasionEvent(choice.Decision, 0))
        {
            Kind = kind,
            ContactId = choice.Subject == choice.AccountId ? null : choice.Subject,
            MemberId = choice.MemberId,
        })];
    }
}
