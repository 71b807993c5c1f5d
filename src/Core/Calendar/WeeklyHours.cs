using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace AccountNudge.Core.Calendar;

/// <summary>
/// The hours a team or member works in an ordinary week: intervals per weekday, in local time.
/// Knows neither holidays nor zones; <see cref="WorkingCalendar"/> adds both.
/// </summary>
/// <remarks>
/// Immutable and normalised: intervals stand in order and touching ones are joined, so two values that describe
/// the same week are equal. Each interval is half-open; a <c>To</c> of midnight (00:00) means the end of that day.
/// </remarks>
public sealed class WeeklyHours : IEquatable<WeeklyHours>
{
    private readonly ImmutableArray<DayHours> days;
    private readonly string text;

    private WeeklyHours(ImmutableArray<DayHours> days)
    {
        this.days = days;
        text = WeeklyHoursText.Write(days);
    }

    /// <summary>Monday to Friday, 09:00 to 17:00 local time: what a new team starts with.</summary>
    public static WeeklyHours Default { get; } = Parse("Mon-Fri 09:00-17:00");

    /// <summary>Builds a week from its intervals, given in any order; weekdays without an interval are free.</summary>
    /// <param name="intervals">
    /// Local times on whole minutes. <c>From</c> lies before <c>To</c>; a <c>To</c> of midnight means the end of the day.
    /// </param>
    /// <returns>The normalised week.</returns>
    /// <exception cref="ArgumentException">
    /// No interval at all, an interval that ends before it begins, two that overlap, or a time with seconds.
    /// The message is a sentence for the person who typed them.
    /// </exception>
    public static WeeklyHours Of(params (IsoDayOfWeek Day, LocalTime From, LocalTime To)[] intervals)
    {
        ArgumentNullException.ThrowIfNull(intervals);
        return TryCreate(intervals, out var hours, out var problem)
            ? hours
            : throw new ArgumentException(problem, nameof(intervals));
    }

    /// <summary>The intervals of one weekday in order, in local time; empty on a free day.</summary>
    /// <param name="day">A weekday from Monday to Sunday.</param>
    /// <returns>Half-open intervals; a <c>To</c> of midnight means the end of the day.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is not a weekday.</exception>
    public IReadOnlyList<(LocalTime From, LocalTime To)> On(IsoDayOfWeek day) => HoursOn(day).Intervals;

    /// <summary>
    /// Reads hours as people write them, in English or German: <c>Mon-Fri 09:00-17:00, Sat 10:00-14:00</c>,
    /// <c>Mo–Do 08:30–12:00 13:00–17:00; Fr 8-14 Uhr</c>; hours alone, such as <c>9am-5pm</c>, are those of Monday to Friday.
    /// </summary>
    /// <param name="text">What was typed; local times, 24-hour clock.</param>
    /// <param name="hours">The week, or <see langword="null"/> when the text is not understood.</param>
    /// <returns>Whether the text was understood in full. Never throws.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out WeeklyHours? hours)
    {
        hours = null;
        return text is not null
            && (WeeklyHoursText.TryRead(text, out var intervals) || (text.TrimStart() is [>= '0' and <= '9', ..] && WeeklyHoursText.TryRead($"Mon-Fri {text}", out intervals)))
            && TryCreate(intervals, out hours, out _);
    }

    /// <summary>The canonical English text, such as <c>Mon-Fri 09:00-17:00, Sat 10:00-14:00</c>.</summary>
    /// <returns>Text that <see cref="TryParse"/> reads back to an equal value.</returns>
    public override string ToString() => text;

    /// <summary>Whether both describe the same week.</summary>
    /// <param name="other">The week to compare with.</param>
    /// <returns><see langword="true"/> when every weekday has the same hours.</returns>
    public bool Equals(WeeklyHours? other) => other is not null && text == other.text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WeeklyHours);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(text);

    /// <summary>The hours of one weekday with their distances from midnight, for arithmetic.</summary>
    internal DayHours HoursOn(IsoDayOfWeek day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan((int)day, (int)IsoDayOfWeek.Monday, nameof(day));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)day, (int)IsoDayOfWeek.Sunday, nameof(day));
        return days[(int)day - 1];
    }

    private static WeeklyHours Parse(string text) =>
        TryParse(text, out var hours) ? hours : throw new FormatException($"'{text}' are not weekly hours.");

    private static bool TryCreate(
        IReadOnlyCollection<(IsoDayOfWeek Day, LocalTime From, LocalTime To)> intervals,
        [NotNullWhen(true)] out WeeklyHours? hours,
        [NotNullWhen(false)] out string? problem)
    {
        hours = null;
        problem = intervals.Count == 0
            ? "Weekly hours need at least one interval."
            : intervals.Select(ProblemWith).FirstOrDefault(found => found is not null);
        if (problem is not null) return false;

        var builder = ImmutableArray.CreateBuilder<DayHours>(7);
        for (var day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Sunday; day++)
        {
            var ofDay = intervals.Where(i => i.Day == day).Select(i => new Opening(i.From, i.To)).OrderBy(o => o.Opens).ToList();
            var clash = Enumerable.Range(1, Math.Max(0, ofDay.Count - 1)).FirstOrDefault(i => ofDay[i].Opens < ofDay[i - 1].Closes);
            if (clash > 0)
            {
                problem = $"The hours {ofDay[clash - 1]} and {ofDay[clash]} on {day} overlap.";
                return false;
            }

            builder.Add(new DayHours(Joined(ofDay)));
        }

        hours = new WeeklyHours(builder.MoveToImmutable());
        return true;
    }

    private static string? ProblemWith((IsoDayOfWeek Day, LocalTime From, LocalTime To) interval)
    {
        var (day, from, to) = interval;
        var opening = new Opening(from, to);
        return day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday ? $"{(int)day} is not a weekday."
            : !IsWholeMinute(from) || !IsWholeMinute(to) ? $"The hours {from:HH:mm:ss}-{to:HH:mm:ss} on {day} are not on whole minutes."
            : opening.Opens >= opening.Closes ? $"The hours {opening} on {day} end before they begin."
            : null;
    }

    private static bool IsWholeMinute(LocalTime time) => time.NanosecondOfDay % NodaConstants.NanosecondsPerMinute == 0;

    private static ImmutableArray<Opening> Joined(List<Opening> ordered)
    {
        var joined = new List<Opening>(ordered.Count);
        foreach (var next in ordered)
        {
            if (joined.Count > 0 && joined[^1].Closes == next.Opens)
                joined[^1] = new Opening(joined[^1].From, next.To);
            else
                joined.Add(next);
        }

        return [.. joined];
    }
}
