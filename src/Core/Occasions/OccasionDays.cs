using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Occasions;

/// <summary>The next occasion of an account or contact.</summary>
/// <param name="On">The day.</param>
/// <param name="Contact">Whose it is; null where it is the client's.</param>
/// <param name="Years">The age, or the years of working together; null where the year is unknown.</param>
public sealed record NextOccasion(LocalDate On, Contact? Contact, int? Years)
{
    /// <summary>What it is in somebody's words, where it is neither a birthday nor years of working together.</summary>
    public string Text { get; init; } = "";

    /// <summary>It is a year since that was achieved.</summary>
    public bool IsYearLater { get; init; }
}

/// <summary>An occasion that is asked about ahead, for cards need post, and again on its day.</summary>
/// <param name="Matter">The matter.</param>
/// <param name="Day">The day it falls on.</param>
/// <param name="Prepare">What is asked ahead.</param>
/// <param name="Mark">What is asked on the day.</param>
internal sealed record PreparedOccasion(Matter Matter, LocalDate Day, string Prepare, string Mark)
{
    public bool IsPersonal { get; init; }

    /// <summary>The day until which asking ahead would come too late; null where it does not.</summary>
    public LocalDate? LateUntil { get; init; }
}

/// <summary>
/// The days of birthdays, anniversaries and other occasions. An occasion on a day off is mentioned on the working day before it, so that there is
/// still time; a day that has passed closes silently.
/// </summary>
public static class OccasionDays
{
    /// <summary>The day an annual day falls on, today or next. 29 February falls on the 28th in common years.</summary>
    public static LocalDate Next(AnnualDate day, LocalDate today)
    {
        var thisYear = day.InYear(today.Year);
        return thisYear >= today ? thisYear : day.InYear(today.Year + 1);
    }

    /// <summary>The next anniversary of a day on which something began; never the day itself.</summary>
    public static LocalDate NextAnniversary(LocalDate since, LocalDate today)
    {
        var next = Next(new AnnualDate(since.Month, since.Day), LocalDate.Max(today, since));
        return next > since ? next : new AnnualDate(since.Month, since.Day).InYear(since.Year + 1);
    }

    /// <summary>The next occasion of an account, or of one of its contacts and the account; null when none is known.</summary>
    public static NextOccasion? NextOf(AccountFacts facts, Contact? only, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Ahead(facts, today).Where(occasion => only is null || occasion.Contact is null || occasion.Contact == only).MinBy(occasion => occasion.On);
    }

    /// <summary>Years of working together that deserve more than a line.</summary>
    public static bool IsRound(int years) => years is 1 or 3 || (years > 0 && years % 5 == 0);

    /// <summary>When an occasion is spoken of: in the morning of its day or, before a day off, of the working day before it.</summary>
    internal static Instant SaidAt(LocalDate day, AccountFacts facts) => facts.Calendar.At(facts.Calendar.WorkingDateOnOrBefore(day), facts.Terms.Morning);

    /// <summary>What is wanted of occasions that are asked about ahead and on their day.</summary>
    internal static Review Prepared(IEnumerable<PreparedOccasion> occasions, AccountFacts facts, LocalDate today)
    {
        var all = occasions.ToList();
        var requests = all.SelectMany(occasion => Requests(occasion, facts, today)).ToList();
        return new Review(requests, EndOfFirst(requests.Select(request => request.LastDay!.Value).Concat(all.Select(occasion => occasion.Day)), facts));
    }

    /// <summary>When the cycle of an occasion begins: the day after it was a year ago.</summary>
    internal static Instant BeganAt(LocalDate day, AccountFacts facts) => facts.Calendar.StartOf(day.PlusYears(-1).PlusDays(1));

    /// <summary>The end of the first of some days, when what is wanted of an occasion changes by time alone.</summary>
    internal static Instant? EndOfFirst(IEnumerable<LocalDate> days, AccountFacts facts) => days.Select(day => (Instant?)facts.Calendar.StartOf(day.PlusDays(1))).Min();

    /// <summary>What was decided about a nudge's occasion after it stood there.</summary>
    internal static Act? ActOn(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        var choice = facts.Choices.Where(choice => choice.Subject == nudge.Subject && choice.At >= nudge.PostedAt).MinBy(choice => choice.At);
        return choice is null ? null : new Act(choice.Decision.ToString(), choice.MemberId, choice.At);
    }

    private static IEnumerable<NudgeRequest> Requests(PreparedOccasion occasion, AccountFacts facts, LocalDate today)
    {
        var (day, choices) = (occasion.Day, facts.Choices.Where(choice => choice.Subject == occasion.Matter.Subject).ToList());
        if (choices.Exists(choice => choice.Decision == OccasionDecision.Never)) yield break;
        var decision = choices.Where(choice => choice.Year == day.Year).MaxBy(choice => choice.At)?.Decision;
        var sayOn = facts.Calendar.WorkingDateOnOrBefore(day);
        var aheadOn = facts.Calendar.AddWorkingDates(sayOn, -facts.Terms.BirthdayLeadDays);
        if (decision is null && today < sayOn && facts.Terms.BirthdayLeadDays > 0 && !(aheadOn <= occasion.LateUntil))
            yield return Request(occasion.Prepare, "ahead", aheadOn, sayOn.PlusDays(-1));
        if (decision is null or OccasionDecision.Ring)
            yield return Request(occasion.Mark, "day", sayOn, day);

        NudgeRequest Request(string ask, string name, LocalDate on, LocalDate lastDay) =>
            new(occasion.Matter, new Cycle(name, day), BeganAt(day, facts), ask, Lane.StayClose, facts.Calendar.At(on, facts.Terms.Morning), Climb.Never)
            {
                IsGated = true,
                IsPersonal = occasion.IsPersonal,
                LastDay = lastDay,
            };
    }

    /// <summary>The days of occasions in somebody's calendar: all but those that are to be left alone for ever, and those that were long ago.</summary>
    internal static Task<IReadOnlyList<CalendarDay>> Calendar(CalendarQuestion question, Func<AccountFacts, IEnumerable<CalendarDay>> days) => Task.FromResult<IReadOnlyList<CalendarDay>>(
        [.. question.Own.SelectMany(facts => days(facts).Where(day => !facts.Choices.Any(choice => choice.Subject == day.Subject && choice.Decision == OccasionDecision.Never)))
            .Where(day => day.EveryYear is not null || day.On >= question.Since)]);

    /// <summary>The next day of each occasion that is not to be left alone for ever.</summary>
    private static IEnumerable<NextOccasion> Ahead(AccountFacts facts, LocalDate today)
    {
        foreach (var contact in facts.ContactsThere.Where(contact => contact.MayBeThoughtOf))
        {
            if (contact.Birthday is { } birthday && !IsNever(contact.Id) && Next(birthday, today) is var day) yield return new NextOccasion(day, contact, contact.AgeIn(day.Year));
        }

        if (facts.Account.Since is { } since && !IsNever(facts.Account.Id) && NextAnniversary(since, today) is var anniversary) yield return new NextOccasion(anniversary, null, anniversary.Year - since.Year);
        foreach (var milestone in facts.Milestones.Where(milestone => milestone.YearLater >= today && !milestone.IsHonestAdvice && !facts.Choices.Any(choice => choice.Subject == milestone.Id)))
            yield return new NextOccasion(milestone.YearLater, null, 1) { Text = milestone.Text, IsYearLater = true };
        foreach (var occasion in facts.Occasions)
        {
            var contact = facts.Contact(occasion.ContactId);
            if (occasion.Next(today) is { } day && (contact is { MayBeThoughtOf: true } || occasion.ContactId is null) && !IsNever(occasion.Id)) yield return new NextOccasion(day, contact, null) { Text = occasion.Text };
        }

        bool IsNever(Guid subject) => facts.Choices.Any(choice => choice.Subject == subject && choice.Decision == OccasionDecision.Never);
    }
}
