using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Occasions;

/// <summary>The next occasion of an account or contact.</summary>
/// <param name="On">The day.</param>
/// <param name="Contact">Whose birthday it is; null for the anniversary of working together.</param>
/// <param name="Years">The age, or the years of working together; null where the year is unknown.</param>
public sealed record NextOccasion(LocalDate On, Contact? Contact, int? Years);

/// <summary>
/// The days of birthdays and anniversaries. An occasion on a day off is mentioned on the working day before it, so that there is
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
        var birthdays = (only is null ? facts.Contacts : [only])
            .Where(contact => contact is { IsThere: true, Birthday: not null } && !facts.Choices.Any(choice => choice.Subject == contact.Id && choice.Decision == OccasionDecision.Never))
            .Select(contact => (Contact: contact, On: Next(contact.Birthday!.Value, today)))
            .Select(birthday => new NextOccasion(birthday.On, birthday.Contact, birthday.Contact.AgeIn(birthday.On.Year)));
        if (facts.Account.Since is not { } since) return birthdays.MinBy(occasion => occasion.On);
        var anniversary = NextAnniversary(since, today);
        return birthdays.Append(new NextOccasion(anniversary, null, anniversary.Year - since.Year)).MinBy(occasion => occasion.On);
    }

    /// <summary>Years of working together that deserve more than a line.</summary>
    public static bool IsRound(int years) => years is 1 or 3 || (years > 0 && years % 5 == 0);

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
}
