using AccountNudge.Core.Calendar;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AccountNudge.Core.Tests.Calendar;

/// <summary>A calendar and a stretch of time near a clock change of its zone.</summary>
public sealed record CalendarCase(WorkingCalendar Calendar, Instant From, Instant To, int Share)
{
    public override string ToString() =>
        $"{Calendar.Zone.Id} {Calendar.Hours} {Calendar.Region.Code} [{string.Join(", ", Calendar.Closures)}] {From} to {To}, {Share} %";
}

/// <summary>Random weeks and calendars, crowded around clock changes and odd hours.</summary>
public static class CalendarGen
{
    private static readonly string[] Zones =
    [
        "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia",
        "America/Santiago", "America/St_Johns", "UTC",
    ];

    /// <summary>Up to three intervals a day on quarters of an hour, at least one in the week.</summary>
    public static Gen<WeeklyHours> Hours { get; } =
        from days in Day.ArrayOf(7)
        from spare in Gen.Choose(0, 6)
        let intervals = days.SelectMany((day, i) => day.Select(o => ((IsoDayOfWeek)(i + 1), o.From, o.To))).ToArray()
        select intervals.Length > 0
            ? WeeklyHours.Of(intervals)
            : WeeklyHours.Of(((IsoDayOfWeek)(spare + 1), new LocalTime(1, 30), new LocalTime(3, 15)));

    public static Gen<CalendarCase> Cases { get; } =
        from zone in Gen.Elements(Zones).Select(id => DateTimeZoneProviders.Tzdb[id])
        from hours in Gen.Frequency((1, Gen.Constant(WeeklyHours.Default)), (5, Hours))
        from region in Gen.Elements(HolidayRegion.All.ToArray())
        from change in ChangeOf(zone)
        from lead in Gen.Choose(-2 * 24 * 60, 5 * 24 * 60)
        from length in Gen.Choose(0, 9 * 24 * 60)
        from closed in Gen.Choose(-5, 9)
        from closedDays in Gen.Choose(0, 3)
        from share in Gen.Choose(0, 100)
        let start = change - Duration.FromMinutes(lead)
        let firstClosed = start.InZone(zone).Date.PlusDays(closed)
        select new CalendarCase(
            new WorkingCalendar(zone, hours, region, [new DateInterval(firstClosed, firstClosed.PlusDays(closedDays))]),
            start,
            start + Duration.FromMinutes(length),
            share);

    private static Gen<(LocalTime From, LocalTime To)[]> Day =>
        from count in Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Constant(1)), (2, Gen.Constant(2)), (1, Gen.Constant(3)))
        from marks in Gen.Choose(0, 96).ArrayOf(2 * count)
        select marks.Distinct().Order().Chunk(2).Where(pair => pair.Length == 2)
            .Select(pair => (Quarter(pair[0]), Quarter(pair[1]))).ToArray();

    private static LocalTime Quarter(int quarter) => LocalTime.FromMinutesSinceMidnight(quarter % 96 * 15);

    /// <summary>A clock change between 2009 and 2030, or any instant where the zone has none; Apia's lost day is among them.</summary>
    private static Gen<Instant> ChangeOf(DateTimeZone zone)
    {
        var from = Instant.FromUtc(2009, 1, 1, 0, 0);
        var to = Instant.FromUtc(2030, 1, 1, 0, 0);
        var changes = zone.GetZoneIntervals(from, to).Where(i => i.HasStart && i.Start > from).Select(i => i.Start).ToArray();
        return changes.Length > 0
            ? Gen.Elements(changes)
            : Gen.Choose(0, (int)(to - from).TotalHours).Select(hours => from + Duration.FromHours(hours));
    }
}
