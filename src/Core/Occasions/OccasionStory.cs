using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Occasions;

/// <summary>An occasion in a client's story.</summary>
/// <param name="Decision">What was done about it; null for the day itself.</param>
/// <param name="Years">The years of working together; 0 for the day they began.</param>
public sealed record OccasionEvent(OccasionDecision? Decision, int Years);

/// <summary>What occasions bring into a client's story: what was achieved and noted, what was done about them, the day the work began and its round years.</summary>
internal static class OccasionStory
{
    public static async Task<IReadOnlyList<StoryEntry>> OfBirthdays(StoryQuestion question, CancellationToken cancellation)
    {
        if (question.Account is not { } account || question.Words.Count > 0) return [];
        var whose = question.Store.Contacts.Where(contact => contact.AccountId == account.Id).Select(contact => contact.Id);
        if (question.ContactId is { } only) whose = whose.Where(id => id == only);
        var done = await Done(question, question.Store.OccasionChoices.Where(choice => whose.Contains(choice.Subject)), cancellation);
        return [.. done.Select(choice => Entry(question, choice, BirthdayPractice.Kind, choice.Subject))];
    }

    public static async Task<IReadOnlyList<StoryEntry>> OfAnniversaries(StoryQuestion question, CancellationToken cancellation)
    {
        if (question.Account is not { } account || question.Words.Count > 0 || question.ContactId is not null) return [];
        var done = await Done(question, question.Store.OccasionChoices.Where(choice => choice.Subject == account.Id), cancellation);
        var calendar = question.CalendarOf(account.TeamId);
        var days = account.Since is { } since ? Anniversaries(since, calendar.DateOf(question.Now)) : [];
        return
        [
            .. done.Select(choice => Entry(question, choice, AnniversaryPractice.Kind, null)),
            .. days.Select(day => new StoryEntry(account.Id, day.On, calendar.StartOf(day.On), new OccasionEvent(null, day.Years)) { Kind = AnniversaryPractice.Kind }),
        ];
    }

    /// <summary>What was achieved, on its day, and what was done about it a year later.</summary>
    public static async Task<IReadOnlyList<StoryEntry>> OfMilestones(StoryQuestion question, CancellationToken cancellation)
    {
        if (question.ContactId is not null) return [];
        var milestones = await question.Among(question.Store.Milestones).OrderByDescending(milestone => milestone.On).AsNoTracking().Take(question.Most).ToListAsync(cancellation);
        var done = await DoneAbout([.. milestones.Select(milestone => milestone.Id)], question, cancellation);
        return
        [
            .. milestones.Select(milestone => new StoryEntry(milestone.AccountId, milestone.On, milestone.NotedAt, milestone)
            {
                Kind = MilestonePractice.Kind,
                MemberId = milestone.MemberId,
                Text = milestone.Text,
            }),
            .. done.Select(choice => Entry(question, choice, MilestonePractice.Kind, null) with { Text = milestones.Find(milestone => milestone.Id == choice.Subject)!.Text }),
        ];
    }

    /// <summary>The occasions that were noted, on the day they were, and what was done about them.</summary>
    public static async Task<IReadOnlyList<StoryEntry>> OfOccasions(StoryQuestion question, CancellationToken cancellation)
    {
        var contact = question.ContactId;
        var occasions = await question.Among(question.Store.Occasions).Where(occasion => contact == null || occasion.ContactId == contact)
            .OrderByDescending(occasion => occasion.NotedAt).AsNoTracking().Take(question.Most).ToListAsync(cancellation);
        var done = await DoneAbout([.. occasions.Select(occasion => occasion.Id)], question, cancellation);
        return
        [
            .. occasions.Select(occasion => new StoryEntry(occasion.AccountId, question.CalendarOf(occasion.TeamId).DateOf(occasion.NotedAt), occasion.NotedAt, occasion)
            {
                Kind = OccasionPractice.Kind,
                ContactId = occasion.ContactId,
                MemberId = occasion.MemberId,
                Text = occasion.Text,
            }),
            .. done.Select(choice => (Choice: choice, About: occasions.Find(occasion => occasion.Id == choice.Subject)!))
                .Select(pair => Entry(question, pair.Choice, OccasionPractice.Kind, pair.About.ContactId) with { Text = pair.About.Text }),
        ];
    }

    /// <summary>The day the work began, and its round years until today.</summary>
    private static IEnumerable<(LocalDate On, int Years)> Anniversaries(LocalDate since, LocalDate today) =>
        Enumerable.Range(0, Math.Max(0, today.Year - since.Year + 1)).Where(years => years == 0 || OccasionDays.IsRound(years))
            .Select(years => (On: new AnnualDate(since.Month, since.Day).InYear(since.Year + years), years)).Where(day => day.On <= today);

    /// <summary>A search finds what was noted, not what was done about it.</summary>
    private static async Task<List<OccasionChoice>> DoneAbout(List<Guid> subjects, StoryQuestion question, CancellationToken cancellation) => subjects.Count == 0 || question.Words.Count > 0
        ? []
        : await Done(question, question.Store.OccasionChoices.Where(choice => subjects.Contains(choice.Subject)), cancellation);

    private static Task<List<OccasionChoice>> Done(StoryQuestion question, IQueryable<OccasionChoice> choices, CancellationToken cancellation) =>
        choices.Where(choice => choice.Decision != OccasionDecision.SkipThisYear && choice.Decision != OccasionDecision.Never)
            .OrderByDescending(choice => choice.At).Take(question.Most).AsNoTracking().ToListAsync(cancellation);

    private static StoryEntry Entry(StoryQuestion question, OccasionChoice choice, string kind, Guid? contactId) =>
        new(choice.AccountId, question.CalendarOf(choice.TeamId).DateOf(choice.At), choice.At, new OccasionEvent(choice.Decision, 0))
        {
            Kind = kind,
            ContactId = contactId,
            MemberId = choice.MemberId,
        };
}
