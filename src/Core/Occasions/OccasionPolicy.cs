using System.Globalization;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Nudges;
using NodaTime;
using NodaTime.Text;

namespace AccountNudge.Core.Occasions;

/// <summary>
/// What birthdays and anniversaries want said (practices E1 and E2). An occasion on a day off is mentioned on the working day
/// before it, so that there is still time; a day that has passed closes silently.
/// </summary>
public static class OccasionPolicy
{
    /// <summary>Reviews every occasion of an account.</summary>
    public static Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var today = facts.Today(now);
        var birthdays = facts.Contacts.Where(contact => contact.Birthday is not null).ToList();
        var wishes = birthdays.SelectMany(contact => Birthday(contact, facts, today)).Concat(Anniversary(facts, today)).ToList();
        var lastDays = wishes.Select(wish => wish.LastDay!.Value)
            .Concat(birthdays.Select(contact => Next(contact.Birthday!.Value, today)))
            .Concat(facts.Account.Since is { } since ? [NextAnniversary(since, today)] : []);
        return new Review(wishes, lastDays.Select(day => (Instant?)facts.Calendar.StartOf(day.PlusDays(1))).Min());
    }

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

    /// <summary>Years of working together that deserve more than a line.</summary>
    public static bool IsRound(int years) => years is 1 or 3 || (years > 0 && years % 5 == 0);

    private static IEnumerable<Wish> Birthday(Contact contact, AccountFacts facts, LocalDate today)
    {
        var day = Next(contact.Birthday!.Value, today);
        var choices = facts.Choices.Where(choice => choice.Subject == contact.Id).ToList();
        if (choices.Exists(choice => choice.Decision == OccasionDecision.Never)) yield break;
        var decision = choices.Where(choice => choice.Year == day.Year).MaxBy(choice => choice.At)?.Decision;
        var matter = new Matter(MatterKind.Birthday, contact.Id);
        var sayOn = facts.Calendar.WorkingDateOnOrBefore(day);
        var aheadOn = facts.Calendar.AddWorkingDates(sayOn, -facts.Terms.BirthdayLeadDays);
        if (decision is null && today < sayOn && facts.Terms.BirthdayLeadDays > 0)
            yield return Wish(matter, Ask.PrepareBirthday, "ahead", aheadOn, sayOn.PlusDays(-1), day);
        if (decision is null or OccasionDecision.Ring)
            yield return Wish(matter, Ask.Congratulate, "day", sayOn, day, day);

        Wish Wish(Matter about, Ask ask, string name, LocalDate on, LocalDate lastDay, LocalDate falls) =>
            new(about, Cycle(name, falls), YearBefore(falls, facts), ask, Lane.StayClose, facts.Calendar.At(on, facts.Terms.Morning), Climb.Never)
            {
                IsGated = true,
                IsPersonal = true,
                LastDay = lastDay,
            };
    }

    private static IEnumerable<Wish> Anniversary(AccountFacts facts, LocalDate today)
    {
        if (facts.Account.Since is not { } since) yield break;
        var day = NextAnniversary(since, today);
        var choices = facts.Choices.Where(choice => choice.Subject == facts.Account.Id).ToList();
        if (choices.Exists(choice => choice.Decision == OccasionDecision.Never || choice.Year == day.Year)) yield break;
        var sayOn = facts.Calendar.WorkingDateOnOrBefore(day);
        yield return new Wish(
            new Matter(MatterKind.Anniversary, facts.Account.Id),
            Cycle("years", day),
            YearBefore(day, facts),
            Ask.MentionAnniversary,
            Lane.StayClose,
            facts.Calendar.At(sayOn, facts.Terms.Morning),
            Climb.Never)
        {
            IsGated = true,
            LastDay = day,
        };
    }

    /// <summary>The day of the occasion that a cycle is about; null when it is about none.</summary>
    public static LocalDate? DayOf(string cycle)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var at = cycle.IndexOf('@', StringComparison.Ordinal);
        return at >= 0 && cycle.Length >= at + 11 && LocalDatePattern.Iso.Parse(cycle.Substring(at + 1, 10)).TryGetValue(default, out var day) ? day : null;
    }

    private static string Cycle(string name, LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{name}@{day:yyyy-MM-dd}");

    private static Instant YearBefore(LocalDate day, AccountFacts facts) => facts.Calendar.StartOf(day.PlusYears(-1).PlusDays(1));
}
