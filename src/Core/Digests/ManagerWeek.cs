using AccountNudge.Core.Calendar;

namespace AccountNudge.Core.Digests;

/// <summary>When a manager's week falls due: on the first working day of a week, in the morning.</summary>
public static class ManagerWeek
{
    private const int Farthest = 60;
    private const int DaysOfWeek = 7;

    /// <summary>Whether a day lies in the week that begins with the first manager's week of its year.</summary>
    public static bool IsFirstOfYear(LocalDate day, WorkingCalendar calendar, LocalTime morning)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var first = calendar.DateOf(NextAfter(calendar.StartOf(new LocalDate(day.Year, 1, 1)) - Duration.FromSeconds(1), calendar, morning));
        return first <= day && day < first.PlusDays(DaysOfWeek);
    }

    /// <summary>The next instant after one; weeks without a working day are passed over, and after a year of them one looks again in a week.</summary>
    public static Instant NextAfter(Instant after, WorkingCalendar calendar, LocalTime morning)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var date = calendar.DateOf(after);
        for (var week = 0; week < Farthest; week++)
        {
            if (calendar.FirstWorkingDateOfWeek(date.PlusWeeks(week)) is { } first && calendar.At(first, morning) > after) return calendar.At(first, morning);
        }

        return after + Duration.FromDays(7);
    }
}
