using System.Text;

namespace AccountNudge.Bot.Tests.Api;

/// <summary>
/// Reads iCalendar by the letter of RFC 5545 and knows nothing of the library that wrote it: lines that end in CR LF and have at most 75 octets,
/// unfolded, in components that are closed in order.
/// </summary>
internal sealed class Ics
{
    private const int MostOctets = 75;

    /// <summary>Components by their path, such as <c>VCALENDAR/VEVENT</c>, each with its lines by name.</summary>
    public List<(string Path, ILookup<string, string> Lines)> Components { get; } = [];

    public IReadOnlyList<ILookup<string, string>> Events => [.. Components.Where(component => component.Path == "VCALENDAR/VEVENT").Select(component => component.Lines)];

    /// <summary>The event of a summary.</summary>
    public ILookup<string, string> Event(string summary) => Events.Single(lines => lines["SUMMARY"].Single() == summary);

    /// <summary>The summaries, in order.</summary>
    public IReadOnlyList<string> Summaries => [.. Events.Select(lines => lines["SUMMARY"].Single())];

    public static Ics Read(string text)
    {
        text.EndsWith("\r\n", StringComparison.Ordinal).ShouldBeTrue("the last line ends like all");
        text.Replace("\r\n", "", StringComparison.Ordinal).IndexOfAny(['\r', '\n']).ShouldBe(-1, "lines end in CR LF alone");
        var raw = text.Split("\r\n")[..^1];
        raw.ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= MostOctets);
        var lines = new List<string>();
        foreach (var line in raw)
        {
            if (line.StartsWith(' ')) lines[^1] += line[1..];
            else lines.Add(line);
        }

        var read = new Ics();
        var open = new Stack<(string Name, List<(string, string)> Lines)>();
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            colon.ShouldBePositive(line);
            var (name, value) = (line[..colon], line[(colon + 1)..]);
            if (name == "BEGIN") open.Push((value, []));
            else if (name == "END") read.Close(open, value);
            else open.Peek().Lines.Add((name, Unescaped(value)));
        }

        open.ShouldBeEmpty();
        foreach (var lines1 in read.Events) foreach (var needed in (string[])["UID", "DTSTAMP", "SUMMARY"]) lines1[needed].ShouldHaveSingleItem();
        read.Events.Select(lines1 => lines1["UID"].Single()).ShouldBeUnique();
        return read;
    }

    private void Close(Stack<(string Name, List<(string Name, string Value)> Lines)> open, string name)
    {
        open.Peek().Name.ShouldBe(name);
        Components.Add((string.Join('/', open.Select(component => component.Name).Reverse()), open.Pop().Lines.ToLookup(line => line.Name, line => line.Value, StringComparer.Ordinal)));
    }

    private static string Unescaped(string value) => value.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\,", ",", StringComparison.Ordinal).Replace("\\;", ";", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
}
