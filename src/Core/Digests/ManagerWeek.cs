using AccountNudge.Core.Calendar;

namespace AccountNudge.Core.Digests;

/// <summary>When a manager's week falls due: on the first working day of a week, in the morning.</summary>
public static class ManagerWeek
{
    private const int Farthest = 60;

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
