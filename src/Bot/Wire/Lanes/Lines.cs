namespace AccountNudge.Bot.Wire.Lanes;

/// <summary>Where callers stand who share limits.</summary>
internal abstract class Line
{
    /// <summary>How many stand in it or are having their turn.</summary>
    public int Callers { get; set; }

    /// <summary>Whether a new line would do as well, whoever stands in it.</summary>
    public abstract bool IsIdle(TimeSpan now);
}

/// <summary>
/// All lines by name, each made for who enters it first. Those nobody stands in and where nothing would be waited for are forgotten.
/// Not thread-safe.
/// </summary>
internal sealed class Lines<T>
    where T : Line
{
    private const int Crowded = 512;

    private readonly Dictionary<string, T> lines = new(StringComparer.Ordinal);
    private int tidyAt = Crowded;

    /// <summary>How many are remembered.</summary>
    public int Count => lines.Count;

    /// <summary>The line of this name with one caller more, who takes care to be taken off it again.</summary>
    public T Enter(string name, Func<T> make, TimeSpan now)
    {
        if (!lines.TryGetValue(name, out var line))
        {
            Tidy(now);
            lines[name] = line = make();
        }

        line.Callers++;
        return line;
    }

    private void Tidy(TimeSpan now)
    {
        if (lines.Count < tidyAt) return;
        foreach (var (name, line) in lines.Where(entry => entry.Value.Callers == 0 && entry.Value.IsIdle(now)).ToList())
        {
            lines.Remove(name);
            (line as IDisposable)?.Dispose();
        }

        tidyAt = Math.Max(Crowded, lines.Count * 2);
    }
}
