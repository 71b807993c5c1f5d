using AccountNudge.Core.Calendar;
using NodaTime;

namespace AccountNudge.Core.Digests;

/// <summary>When a manager's week falls due: on the first working day of a week, in the morning.</summary>
public static class ManagerWeek
{
    /// <summary>The next instant after one; weeks without a working day are passed over.</summary>
    public static Instant NextAfter(Instant after, WorkingCalendar calendar, LocalTime morning)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        for (var date = calendar.DateOf(after); ; date = date.PlusWeeks(1))
        {
            if (calendar.FirstWorkingDateOfWeek(date) is { } first && calendar.At(first, morning) > after) return calendar.At(first, morning);
        }
    }
}
