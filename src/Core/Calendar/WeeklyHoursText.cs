using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace AccountNudge.Core.Calendar;

/// <summary>Reads weekly hours as people write them in English or German, and writes them in one canonical form.</summary>
internal static class WeeklyHoursText
{
    private static readonly string[] ShortNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    private static readonly FrozenDictionary<string, IsoDayOfWeek> DayNames = new (IsoDayOfWeek Day, string Names)[]
    {
        (IsoDayOfWeek.Monday, "mo mon monday mondays montag montags"),
        (IsoDayOfWeek.Tuesday, "di tu tue tues tuesday tuesdays dienstag dienstags"),
        (IsoDayOfWeek.Wednesday, "mi we wed wednesday wednesdays mittwoch mittwochs"),
        (IsoDayOfWeek.Thursday, "do th thu thur thurs thursday thursdays donnerstag donnerstags"),
        (IsoDayOfWeek.Friday, "fr fri friday fridays freitag freitags"),
        (IsoDayOfWeek.Saturday, "sa sat saturday saturdays samstag samstags sonnabend sonnabends"),
        (IsoDayOfWeek.Sunday, "so su sun sunday sundays sonntag sonntags"),
    }
        .SelectMany(row => row.Names.Split(' ').Select(name => KeyValuePair.Create(name, row.Day)))
        .ToFrozenDictionary();

    private static readonly FrozenSet<string> Daily = FrozenSet.Create("daily", "täglich", "taeglich");
    private static readonly FrozenSet<string> Dashes = FrozenSet.Create("bis", "to", "till", "until");

    private static readonly string[] Halves = ["am", "pm", "a.m.", "p.m."];

    /// <summary>Words that people add and that change nothing.</summary>
    private static readonly FrozenSet<string> Fillers =
        FrozenSet.Create("uhr", "h", "from", "von", "und", "and", "jeweils", "am", "on", "at");

    /// <summary>The canonical English text of a week; neighbouring weekdays with the same hours stand as a range.</summary>
    public static string Write(ImmutableArray<DayHours> days)
    {
        var groups = new List<string>();
        for (int first = 0, next; first < days.Length; first = next)
        {
            var hours = days[first].ToString();
            next = first + 1;
            while (next < days.Length && days[next].ToString() == hours) next++;
            if (days[first].IsFree) continue;
            var name = next - first == 1 ? ShortNames[first] : $"{ShortNames[first]}-{ShortNames[next - 1]}";
            groups.Add($"{name} {hours}");
        }

        return string.Join(", ", groups);
    }

    /// <summary>
    /// Reads groups of weekdays followed by intervals. Whether the intervals make sense together is for the caller to say.
    /// </summary>
    public static bool TryRead(string text, out List<(IsoDayOfWeek Day, LocalTime From, LocalTime To)> intervals)
    {
        intervals = [];
        if (!TryTokenise(text, out var tokens)) return false;
        var at = 0;
        while (at < tokens.Count)
        {
            var days = ReadDays(tokens, ref at);
            var openings = ReadIntervals(tokens, ref at);
            if (days.Count == 0 || openings.Count == 0) return false;
            intervals.AddRange(from day in days from opening in openings select (day, opening.From, opening.To));
        }

        return true;
    }

    private static List<IsoDayOfWeek> ReadDays(List<Token> tokens, ref int at)
    {
        var days = new List<IsoDayOfWeek>();
        while (at < tokens.Count && tokens[at] is DayToken first)
        {
            at++;
            var last = first.Last;
            if (at + 1 < tokens.Count && tokens[at] is DashToken && tokens[at + 1] is DayToken until)
            {
                last = until.Last;
                at += 2;
            }

            var length = (((int)last - (int)first.First + 7) % 7) + 1;
            days.AddRange(Enumerable.Range(0, length).Select(i => (IsoDayOfWeek)((((int)first.First - 1 + i) % 7) + 1)));
        }

        return days.Distinct().ToList();
    }

    private static List<Opening> ReadIntervals(List<Token> tokens, ref int at)
    {
        var openings = new List<Opening>();
        while (at + 2 < tokens.Count
            && tokens[at] is TimeToken { MinuteOfDay: < 24 * 60 } from
            && tokens[at + 1] is DashToken
            && tokens[at + 2] is TimeToken to)
        {
            openings.Add(new Opening(from.Time, to.Time));
            at += 3;
        }

        return openings;
    }

    private static bool TryTokenise(string text, out List<Token> tokens)
    {
        tokens = [];
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c) || c is ',' or ';' or '.' or '&' or '+' or '/' or ':' or '|')
            {
                at++;
            }
            else if (c is '-' or '–' or '—' or '−' or '‐' or '‑')
            {
                tokens.Add(new DashToken());
                at++;
            }
            else if (!(char.IsAsciiDigit(c) ? TryReadTime(text, ref at, tokens) : TryReadWord(text, ref at, tokens)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryReadWord(string text, ref int at, List<Token> tokens)
    {
        var start = at;
        while (at < text.Length && char.IsLetter(text[at])) at++;
        var word = text[start..at].ToLowerInvariant();
        if (DayNames.TryGetValue(word, out var day)) tokens.Add(new DayToken(day, day));
        else if (Daily.Contains(word)) tokens.Add(new DayToken(IsoDayOfWeek.Monday, IsoDayOfWeek.Sunday));
        else if (Dashes.Contains(word)) tokens.Add(new DashToken());
        else if (!Fillers.Contains(word)) return false;
        return true;
    }

    /// <summary>Reads <c>9</c>, <c>09</c>, <c>9:30</c>, <c>9.30</c> or <c>5pm</c>; 24:00 is the end of the day.</summary>
    private static bool TryReadTime(string text, ref int at, List<Token> tokens)
    {
        var hour = ReadDigits(text, ref at);
        var minute = "00";
        if (at + 1 < text.Length && text[at] is ':' or '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            minute = ReadDigits(text, ref at);
            if (minute.Length != 2) return false;
        }

        if (hour.Length > 2 || HourOf(Number(hour), ReadHalf(text, ref at)) is not { } hours) return false;
        var minutes = (hours * 60) + Number(minute);
        if (Number(minute) > 59 || minutes > 24 * 60) return false;
        tokens.Add(new TimeToken(minutes));
        return true;
    }

    /// <summary>Which half of the day is said behind a time: <c>am</c>, <c>p.m.</c>; empty for none. In German <c>am</c> is a word before a day.</summary>
    private static string ReadHalf(string text, ref int at)
    {
        var start = at;
        while (start < text.Length && text[start] == ' ') start++;
        foreach (var half in Halves)
        {
            var end = start + half.Length;
            if (string.Compare(text, start, half, 0, half.Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
            if ((end < text.Length && char.IsLetter(text[end])) || (half == "am" && IsBeforeDay(text, end))) continue;
            at = end;
            return half[..1];
        }

        return "";
    }

    private static bool IsBeforeDay(string text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        var start = at;
        while (at < text.Length && char.IsLetter(text[at])) at++;
        return text[start..at] is { Length: > 0 } word && DayNames.ContainsKey(word.ToLowerInvariant());
    }

    private static int? HourOf(int hour, string half) => half switch
    {
        "" => hour,
        _ when hour is < 1 or > 12 => null,
        "a" => hour % 12,
        _ => (hour % 12) + 12,
    };

    private static string ReadDigits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return text[start..at];
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private abstract record Token;

    private sealed record DashToken : Token;

    private sealed record DayToken(IsoDayOfWeek First, IsoDayOfWeek Last) : Token;

    private sealed record TimeToken(int MinuteOfDay) : Token
    {
        public LocalTime Time => LocalTime.FromMinutesSinceMidnight(MinuteOfDay % (24 * 60));
    }
}
