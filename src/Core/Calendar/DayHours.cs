using System.Collections.Immutable;

namespace AccountNudge.Core.Calendar;

/// <summary>One interval of working time on a day, in local time; a <c>To</c> of midnight is the end of the day.</summary>
internal sealed record Opening(LocalTime From, LocalTime To)
{
    /// <summary>Local time from midnight to the opening.</summary>
    public Duration Opens { get; } = Duration.FromNanoseconds(From.NanosecondOfDay);

    /// <summary>Local time from midnight to the closing: 24 hours when the interval reaches the end of the day.</summary>
    public Duration Closes { get; } = To == LocalTime.Midnight ? Duration.FromDays(1) : Duration.FromNanoseconds(To.NanosecondOfDay);

    public override string ToString() => $"{Text(From)}-{(To == LocalTime.Midnight ? "24:00" : Text(To))}";

    private static string Text(LocalTime time) => $"{time.Hour:00}:{time.Minute:00}";
}

/// <summary>All intervals of one weekday, in order and apart from each other.</summary>
internal sealed class DayHours(ImmutableArray<Opening> openings)
{
    public ImmutableArray<Opening> Openings { get; } = openings;

    public IReadOnlyList<(LocalTime From, LocalTime To)> Intervals { get; } =
        [.. openings.Select(opening => (opening.From, opening.To))];

    public bool IsFree => Openings.IsEmpty;

    public override string ToString() => string.Join<Opening>(' ', Openings);
}
