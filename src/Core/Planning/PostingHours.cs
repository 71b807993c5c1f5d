using AccountNudge.Core.Calendar;

namespace AccountNudge.Core.Planning;

/// <summary>
/// When something may be said in one place: in the team's working time in its channel, in the reader's own zone and hours in their
/// direct messages. The one owner of that question; pure.
/// </summary>
/// <param name="hours">The working time of the place.</param>
/// <param name="morning">When the team's morning message is usually posted.</param>
public sealed class PostingHours(WorkingCalendar hours, LocalTime morning)
{
    /// <summary>The resolution of instants: what falls due at the very instant of closing falls within the hours.</summary>
    private static readonly Duration ClosingInstant = Duration.FromSeconds(1);

    /// <summary>How long after that it may still be said: the job that says it runs some seconds later.</summary>
    private static readonly Duration Grace = Duration.FromMinutes(2);

    /// <summary>For what is said to the minute, whatever the hour.</summary>
    public bool AtAnyHour { get; init; }

    /// <summary>The hours of a place: the team's in its channel, the reader's own zone and hours for what goes to one person.</summary>
    public static PostingHours Of(TeamSettings settings, Member? reader, bool atAnyHour = false)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new PostingHours(settings.Calendar(reader), settings.Morning) { AtAnyHour = atAnyHour };
    }

    /// <summary>Whether what fell due may be said now.</summary>
    public bool Allow(Instant now) => IsWithin(now, Grace);

    /// <summary>When what falls due at an instant is to be said: then, or at the next opening.</summary>
    public Instant OnOrAfter(Instant due) => IsWithin(due, ClosingInstant) ? due : hours.NextOpening(due);

    /// <summary>The next opening; now where it is open.</summary>
    public Instant NextOpening(Instant now) => hours.NextOpening(now);

    /// <summary>The day of an instant, in the place's zone.</summary>
    public LocalDate DayOf(Instant at) => hours.DateOf(at);

    /// <summary>When the morning message of a working day is posted: at the usual time, or where that is no working time, when the day opens.</summary>
    public Instant Morning(LocalDate day)
    {
        var at = hours.NextOpening(hours.At(day, morning));
        return hours.DateOf(at) == day ? at : hours.NextOpening(hours.StartOf(day));
    }

    /// <summary>The morning message of the working day after a day.</summary>
    public Instant MorningAfter(LocalDate day) => Morning(hours.AddWorkingDates(day, 1));

    /// <summary>The next morning message after an instant.</summary>
    public Instant MorningAfter(Instant at)
    {
        var day = hours.WorkingDateOnOrAfter(hours.DateOf(at));
        var next = Morning(day);
        while (next <= at)
        {
            day = hours.AddWorkingDates(day, 1);
            next = Morning(day);
        }

        return next;
    }

    /// <summary>Whether an instant lies in the hours or so soon after their end; the one definition of what is within them.</summary>
    private bool IsWithin(Instant at, Duration afterClosing) => AtAnyHour || hours.IsOpen(at) || hours.IsOpen(at - afterClosing);
}
