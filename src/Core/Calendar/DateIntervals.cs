namespace AccountNudge.Core.Calendar;

/// <summary>Stretches of days.</summary>
public static class DateIntervals
{
    /// <summary>What is left of a stretch of days outside of some others: nothing, or what lies before them, behind them or both.</summary>
    public static IEnumerable<DateInterval> Outside(this DateInterval days, DateInterval others)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(others);
        if (days.Start < others.Start) yield return new DateInterval(days.Start, LocalDate.Min(days.End, others.Start.PlusDays(-1)));
        if (days.End > others.End) yield return new DateInterval(LocalDate.Max(days.Start, others.End.PlusDays(1)), days.End);
    }
}
