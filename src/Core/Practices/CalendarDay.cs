using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Practices;

/// <summary>A day of a practice in somebody's own calendar.</summary>
/// <param name="Kind">The practice's kind.</param>
/// <param name="Subject">What it is about; with the kind it stays the same for as long as the day is there, whichever day it is.</param>
/// <param name="AccountId">The client.</param>
/// <param name="On">The day, or the first one of those that come every year.</param>
public sealed record CalendarDay(string Kind, Guid Subject, Guid AccountId, LocalDate On)
{
    /// <summary>The contact, where it is about one.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>The time of day by the team's clock; null for a whole day.</summary>
    public LocalTime? Time { get; init; }

    /// <summary>The day of the year on which it comes again; 29 February on the 28th in common years. Null where it comes once.</summary>
    public AnnualDate? EveryYear { get; init; }

    /// <summary>What it is in somebody's words, or a few of ours; empty where the practice's name says it.</summary>
    public string Text { get; init; } = "";

    /// <summary>What it is, for the practice's own view; null where that needs no more than the rest.</summary>
    public object? Fact { get; init; }

    /// <summary>
    /// A day that comes every year, from the year before on: calendars show what was, and need not show more. Earlier than a first day it never was.
    /// </summary>
    public static CalendarDay Yearly(string kind, Guid subject, Guid accountId, AnnualDate day, LocalDate today, LocalDate? first = null)
    {
        var from = day.InYear(today.Year - 1);
        return new CalendarDay(kind, subject, accountId, first is { } earliest && earliest > from ? day.InYear(earliest.Year) : from) { EveryYear = day };
    }
}

/// <summary>Whose calendar is asked for.</summary>
/// <param name="Store">Sees their teams and no others.</param>
/// <param name="MemberId">Who.</param>
/// <param name="Now">When.</param>
/// <param name="Own">The clients they look after.</param>
public sealed record CalendarQuestion(Store Store, Guid MemberId, Instant Now, IReadOnlyList<AccountFacts> Own)
{
    /// <summary>From this day on what happened once is still shown.</summary>
    public LocalDate Since => Now.InUtc().Date.PlusDays(-KeptDays);

    private const int KeptDays = 30;
}
