namespace AccountNudge.Core.Calendar;

/// <summary>
/// When a team or member works: weekly hours in a zone, without the public holidays of a region and without own closures.
/// All arithmetic in working time is done here.
/// </summary>
/// <remarks>
/// <para>
/// The calendar is open at every instant whose wall clock in <see cref="Zone"/> shows a time within the hours of a
/// working date. Openings are half-open: open at 09:00:00, closed at 17:00:00. Hours run on the instant line, so an
/// interval inside the hour that a clock change skips has no working time, and one inside the hour that is repeated
/// has it twice. Days are counted on the local calendar.
/// </para>
/// <para>
/// Immutable and safe to share. Methods that look for working time give up with a
/// <see cref="NoWorkingTimeException"/> after 400 days without any.
/// </para>
/// </remarks>
public sealed class WorkingCalendar
{
    private const int SearchLimitDays = 400;

    private readonly Closures closures;

    /// <summary>Creates a calendar.</summary>
    /// <param name="zone">The zone in which the hours are read.</param>
    /// <param name="hours">The hours of an ordinary week, in local time.</param>
    /// <param name="region">The region whose public holidays are free.</param>
    /// <param name="closures">Further free dates, each interval with both ends included; they may overlap.</param>
    public WorkingCalendar(
        DateTimeZone zone,
        WeeklyHours hours,
        HolidayRegion region,
        IReadOnlyCollection<DateInterval>? closures = null)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(region);
        Zone = zone;
        Hours = hours;
        Region = region;
        this.closures = new Closures(closures ?? []);
    }

    /// <summary>The zone in which the hours are read.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The hours of an ordinary week, in local time.</summary>
    public WeeklyHours Hours { get; }

    /// <summary>The region whose public holidays are free.</summary>
    public HolidayRegion Region { get; }

    /// <summary>The own free dates, in order and joined where they touch.</summary>
    public IReadOnlyList<DateInterval> Closures => closures.Intervals;

    /// <summary>Whether a local date has working hours, is no public holiday and is not closed.</summary>
    /// <param name="date">A local date.</param>
    /// <returns><see langword="true"/> for a working date.</returns>
    public bool IsWorkingDate(LocalDate date) =>
        !Hours.HoursOn(date.DayOfWeek).IsFree
        && !PublicHolidays.Contains(Region, date)
        && !closures.Contains(date);

    /// <summary>Whether working time runs at an instant. False at the exact instant of closing.</summary>
    /// <param name="at">The instant.</param>
    /// <returns><see langword="true"/> from the instant of opening until just before the instant of closing.</returns>
    public bool IsOpen(Instant at)
    {
        var local = at.InZone(Zone);
        var sinceMidnight = Duration.FromNanoseconds(local.NanosecondOfDay);
        return IsWorkingDate(local.Date)
            && Hours.HoursOn(local.DayOfWeek).Openings.Any(o => o.Opens <= sinceMidnight && sinceMidnight < o.Closes);
    }

    /// <summary>The first instant at or after the given one at which the calendar is open: itself when open.</summary>
    /// <param name="at">The instant to look from.</param>
    /// <returns>An instant at which <see cref="IsOpen"/> holds.</returns>
    /// <exception cref="NoWorkingTimeException">Nothing opens within 400 days.</exception>
    public Instant NextOpening(Instant at) => Openings(at).First().Start;

    /// <summary>The instant at which an amount of working time will have run.</summary>
    /// <param name="start">Where counting begins; outside working time it begins at the next opening.</param>
    /// <param name="workingTime">Working time, not elapsed time; zero or more.</param>
    /// <returns>The instant. When the time runs out exactly at a closing, that closing instant.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workingTime"/> is negative.</exception>
    /// <exception cref="NoWorkingTimeException">The calendar stays closed for more than 400 days on the way.</exception>
    public Instant AddWorkingTime(Instant start, Duration workingTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingTime, Duration.Zero);
        var rest = workingTime;
        foreach (var opening in Openings(start))
        {
            if (rest <= opening.Duration) return opening.Start + rest;
            rest -= opening.Duration;
        }

        throw NothingAfter(start);
    }

    /// <summary>The same local time on the nth working date after the start's date.</summary>
    /// <param name="start">Where counting begins; outside working time it begins at the next opening.</param>
    /// <param name="days">Working dates to go forward; zero or more. Zero gives the start or the next opening.</param>
    /// <returns>
    /// The instant. A local time that a clock change skips is moved forward by the length of the gap; of a repeated
    /// one the earlier is taken. It may lie outside that date's hours when they differ from the start's.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative.</exception>
    /// <exception cref="NoWorkingTimeException">There is no working date for 400 days on the way.</exception>
    public Instant AddWorkingDays(Instant start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var from = NextOpening(start);
        if (days == 0) return from;
        var local = from.InZone(Zone);
        return At(AddWorkingDates(local.Date, days), local.TimeOfDay);
    }

    /// <summary>How much working time lies between two instants.</summary>
    /// <param name="from">The beginning.</param>
    /// <param name="to">The end.</param>
    /// <returns>Working time, not elapsed time; zero when <paramref name="to"/> is not after <paramref name="from"/>.</returns>
    public Duration WorkingTimeBetween(Instant from, Instant to)
    {
        if (to <= from) return Duration.Zero;
        var sum = Duration.Zero;
        foreach (var opening in Openings(from, to)) sum += opening.Duration;
        return sum;
    }

    /// <summary>The nth working date strictly after (or, for a negative number, before) a date.</summary>
    /// <param name="date">A local date, working or not.</param>
    /// <param name="n">How many working dates; zero gives the date itself, even when it is free.</param>
    /// <returns>A local date.</returns>
    /// <exception cref="NoWorkingTimeException">There is no working date for 400 days on the way.</exception>
    public LocalDate AddWorkingDates(LocalDate date, int n)
    {
        var step = Math.Sign(n);
        for (var counted = 0; counted != n; counted += step) date = FirstWorkingDate(date.PlusDays(step), step);
        return date;
    }

    /// <summary>The date itself when it is a working date, else the next one.</summary>
    /// <param name="date">A local date.</param>
    /// <returns>A working date.</returns>
    /// <exception cref="NoWorkingTimeException">There is none within 400 days.</exception>
    public LocalDate WorkingDateOnOrAfter(LocalDate date) => FirstWorkingDate(date, step: 1);

    /// <summary>The date itself when it is a working date, else the one before.</summary>
    /// <param name="date">A local date.</param>
    /// <returns>A working date.</returns>
    /// <exception cref="NoWorkingTimeException">There is none within 400 days.</exception>
    public LocalDate WorkingDateOnOrBefore(LocalDate date) => FirstWorkingDate(date, step: -1);

    /// <summary>The instant of a local date and time in <see cref="Zone"/>, whether it is working time or not.</summary>
    /// <param name="date">A local date.</param>
    /// <param name="time">A local time.</param>
    /// <returns>
    /// The instant. A local time that a clock change skips is moved forward by the length of the gap; of a repeated
    /// one the earlier is taken.
    /// </returns>
    public Instant At(LocalDate date, LocalTime time) => date.At(time).InZoneLeniently(Zone).ToInstant();

    /// <summary>The local date of an instant in <see cref="Zone"/>.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>A local date.</returns>
    public LocalDate DateOf(Instant at) => at.InZone(Zone).Date;

    /// <summary>The first instant of a local date in <see cref="Zone"/>.</summary>
    /// <param name="date">A local date.</param>
    /// <returns>The instant; of a date that a clock change skips, where the next one begins.</returns>
    public Instant StartOf(LocalDate date)
    {
        var midnight = Zone.MapLocal(date.AtMidnight());
        return midnight.Count == 0 ? midnight.LateInterval.Start : midnight.First().ToInstant();
    }

    /// <summary>When working time ends on a date.</summary>
    /// <param name="date">A local date.</param>
    /// <returns>The last closing of the date, or of the working date before it when the date is free.</returns>
    /// <exception cref="NoWorkingTimeException">There is no working date within 400 days before it.</exception>
    public Instant EndOf(LocalDate date)
    {
        var working = WorkingDateOnOrBefore(date);
        var closing = Hours.HoursOn(working.DayOfWeek).Openings[^1].To;
        return closing == LocalTime.Midnight ? StartOf(working.PlusDays(1)) : At(working, closing);
    }

    /// <summary>The first working date of a week that begins on Monday.</summary>
    /// <param name="anyDateInWeek">Any local date of that week.</param>
    /// <returns>A working date between that week's Monday and Sunday, or <see langword="null"/> when the week is free.</returns>
    public LocalDate? FirstWorkingDateOfWeek(LocalDate anyDateInWeek)
    {
        var monday = anyDateInWeek.PlusDays(IsoDayOfWeek.Monday - anyDateInWeek.DayOfWeek);
        for (var i = 0; i < 7; i++)
        {
            if (IsWorkingDate(monday.PlusDays(i))) return monday.PlusDays(i);
        }

        return null;
    }

    private LocalDate FirstWorkingDate(LocalDate from, int step)
    {
        for (var i = 0; i <= SearchLimitDays; i++)
        {
            var date = from.PlusDays(i * step);
            if (IsWorkingDate(date)) return date;
        }

        throw new NoWorkingTimeException(
            $"There is no working day within {SearchLimitDays} days of {from:uuuu-MM-dd}: please check the hours and closures.");
    }

    /// <summary>
    /// The stretches of working time from an instant on, in order. Goes through the zone's spans of constant offset and,
    /// within each, through the local dates: the order stays right even where a clock change sets the date back.
    /// </summary>
    /// <param name="from">Where to begin; a stretch under way is cut to begin here.</param>
    /// <param name="until">Where to end; without it the search goes on until the limit of days without working time.</param>
    private IEnumerable<Interval> Openings(Instant from, Instant? until = null)
    {
        var limit = until ?? Instant.MaxValue;
        var freeDays = 0;
        while (from < limit)
        {
            var span = Zone.GetZoneInterval(from);
            var end = span.HasEnd ? Instant.Min(span.End, limit) : limit;
            var midnight = from.WithOffset(span.WallOffset).Date.AtMidnight().WithOffset(span.WallOffset);
            for (; midnight.ToInstant() < end; midnight = midnight.Date.PlusDays(1).AtMidnight().WithOffset(span.WallOffset))
            {
                if (++freeDays > SearchLimitDays + 1 && until is null) throw NothingAfter(from);
                if (!IsWorkingDate(midnight.Date)) continue;
                foreach (var opening in Hours.HoursOn(midnight.DayOfWeek).Openings)
                {
                    var opens = Instant.Max(midnight.ToInstant() + opening.Opens, from);
                    var closes = Instant.Min(midnight.ToInstant() + opening.Closes, end);
                    if (opens >= closes) continue;
                    freeDays = 0;
                    yield return new Interval(opens, closes);
                }
            }

            from = end;
        }
    }

    private static NoWorkingTimeException NothingAfter(Instant at) => new(
        $"There is no working time within {SearchLimitDays} days after {at}: please check the hours and closures.");
}
