using System.Collections.Immutable;

namespace AccountNudge.Core.Calendar;

/// <summary>Whole dates on which a team does not work, as disjoint intervals in order.</summary>
internal sealed class Closures
{
    public Closures(IEnumerable<DateInterval> intervals)
    {
        var joined = new List<DateInterval>();
        foreach (var next in intervals.OrderBy(interval => interval.Start))
        {
            if (joined.Count > 0 && joined[^1].Union(next) is { } union) joined[^1] = union;
            else joined.Add(next);
        }

        Intervals = [.. joined];
    }

    public ImmutableArray<DateInterval> Intervals { get; }

    public bool Contains(LocalDate date)
    {
        var low = 0;
        var high = Intervals.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (date < Intervals[middle].Start) high = middle - 1;
            else if (date > Intervals[middle].End) low = middle + 1;
            else return true;
        }

        return false;
    }
}
