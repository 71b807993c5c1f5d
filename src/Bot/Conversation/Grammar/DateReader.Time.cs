namespace AccountNudge.Bot.Conversation.Grammar;

/// <content>Times of day.</content>
public static partial class DateReader
{
    /// <summary>Nobody means three at night by <c>um drei</c>: up to this hour spoken hours are those of the afternoon.</summary>
    private const int LastSpokenNightHour = 6;

    private static Found? WithTime(Ask ask, int index)
    {
        var time = TimeOfDay(ask, index, behindDate: false);
        var date = DateOnly(ask, index);
        if (date is { Fault: null } found) return Completed(ask, index, found);
        if (time is not { } alone) return date ?? (ask.Loose ? ImpossibleTime(ask, index) : null);
        var at = alone.At(null);
        if (DateOnly(ask, index + alone.Length) is { Fault: null, Time: null } later) return Joined(ask, index, later with { Time = at, Length = alone.Length + later.Length });
        var part = DayPart(ask, index + alone.Length);
        if (part is not null) at = alone.At(part);
        return new Found(DayOf(ask, at), at, alone.Length + (part is null ? 0 : 1));
    }

    /// <summary>A time alone is today's, unless that lies in the wrong direction.</summary>
    private static LocalDate DayOf(Ask ask, LocalTime time)
    {
        if (ask.Past) return time > ask.Now.TimeOfDay ? ask.Today.PlusDays(-1) : ask.Today;
        return time < ask.Now.TimeOfDay ? ask.Today.PlusDays(1) : ask.Today;
    }

    /// <summary>The time behind a date: <c>15 Uhr</c>, <c>früh</c>, <c>Abend um 8</c>, <c>um 8 abends</c>.</summary>
    private static Found Timed(Ask ask, int index, Found date)
    {
        if (date.Fault is not null || date.Time is not null) return date;
        var at = index + date.Length;
        if (PartOf(ask, at) is var (part, taken))
        {
            var hour = TimeOfDay(ask, at + taken, behindDate: true);
            return date with { Time = hour?.At(part) ?? part, Length = date.Length + taken + (hour?.Length ?? 0) };
        }

        if (TimeOfDay(ask, at, behindDate: true) is not { } time) return ImpossibleTime(ask, at) is { } wrong ? wrong with { Length = date.Length + wrong.Length } : date;
        var after = DayPart(ask, at + time.Length);
        return date with { Time = time.At(after), Length = date.Length + time.Length + (after is null ? 0 : 1) };
    }

    /// <summary>The part of the day that is named in or behind a date: <c>tonight</c>, <c>Abend</c>, <c>gegen Mittag</c>, <c>in the morning</c>.</summary>
    private static (LocalTime Part, int Length)? PartOf(Ask ask, int at)
    {
        if (at > 0 && DateWords.HoursInDays.TryGetValue(ask.Word(at - 1), out var hour)) return (new LocalTime(hour, 0), 0);
        if (at > 0 && ask.EndsPart(at - 1)) return null;
        var lead = (ask.Word(at), ask.Word(at + 1)) switch { ("in", "the") => 2, ("am" or "gegen", _) => 1, _ => 0 };
        return DayPart(ask, at + lead) is { } part ? (part, lead + 1) : null;
    }

    private static LocalTime? DayPart(Ask ask, int index) =>
        DateWords.DayParts.TryGetValue(ask.Word(index), out var hour) ? new LocalTime(hour, 0) : null;

    /// <summary><c>25:00</c> is meant as a time.</summary>
    private static Found? ImpossibleTime(Ask ask, int index)
    {
        var lead = DateWords.TimeLeads.Contains(ask.Word(index)) ? 1 : 0;
        var word = ask.Word(index + lead);
        var isShaped = word.Length is 4 or 5 && word[^3] == ':' && word.Where((_, at) => at != word.Length - 3).All(char.IsAsciiDigit);
        return isShaped && Clock(word) is null ? Found.Wrong(DateTexts.NoSuchTime(word), lead + 1) : null;
    }

    /// <summary><c>15:00</c>, <c>15 Uhr</c>, <c>3pm</c>, <c>um 15.30 Uhr</c>, <c>halb drei</c>, <c>quarter past two</c>, <c>um 9</c>, <c>noon</c>.</summary>
    private static Hour? TimeOfDay(Ask ask, int index, bool behindDate)
    {
        var lead = DateWords.TimeLeads.Contains(ask.Word(index)) ? 1 : 0;
        var spoken = lead > 0 || behindDate || ask.Loose ? Spoken(ask, index + lead, lead > 0) : null;
        var found = spoken ?? Clocked(ask, index + lead, lead > 0, behindDate);
        return found is { } hour ? hour with { Length = hour.Length + lead } : null;
    }

    private static Hour? Clocked(Ask ask, int at, bool led, bool behindDate)
    {
        var word = ask.Word(at);
        if (word.Length is 0 or > 8) return null;
        if (word is "noon" or "midday" or "mittags" && (led || ask.Loose)) return new Hour(12, 0, 1);
        var unit = ask.Word(at + 1).Replace(".", "", StringComparison.Ordinal);
        if (unit is "am" or "pm" && Clock(word + unit) is { } half) return new Hour(half.Hour, half.Minute, 2);
        if (unit is "uhr" or "o'clock" or "o’clock" && OnTheHour(ask, at) is { } hour) return hour;
        if (Clock(word) is { } time) return new Hour(time.Hour, time.Minute, 1);
        if (Dotted(word) is { } dotted && (led || (behindDate && ask.Loose) || (ask.IsField && IsLikelyTime(dotted.Hour, dotted.Minute)))) return new Hour(dotted.Hour, dotted.Minute, 1);
        return led && (behindDate || ask.Loose) && SpokenHour(word) is { } bare ? new Hour(bare, 0, 1) { IsSpoken = true } : null;
    }

    /// <summary><c>15 Uhr</c>, <c>15 Uhr 30</c>, <c>15.30 Uhr</c>, <c>drei Uhr</c>, <c>three o'clock</c></summary>
    private static Hour? OnTheHour(Ask ask, int at)
    {
        var word = ask.Word(at);
        if ((Clock(word.Replace('.', ':')) ?? Clock(word + ":00")) is not { } time) return SpokenHour(word) is { } spoken ? new Hour(spoken, 0, 2) { IsSpoken = true } : null;
        var minutes = ask.Word(at + 2);
        var exact = minutes.Length == 2 && !word.Contains(':', StringComparison.Ordinal) ? Clock($"{word}:{minutes}") : null;
        return exact is { } detailed ? new Hour(detailed.Hour, detailed.Minute, 3) : new Hour(time.Hour, time.Minute, 2) { IsSpoken = word.Length == 1 };
    }

    /// <summary>
    /// <c>halb drei</c>, <c>half past two</c>, <c>Viertel nach 2</c>, <c>quarter to three</c>, <c>dreiviertel drei</c>; behind <c>um</c> also
    /// <c>zehn vor drei</c>, for <c>5 to 9</c> alone may be days.
    /// </summary>
    private static Hour? Spoken(Ask ask, int at, bool led)
    {
        var article = ask.Word(at) is "a" ? 1 : 0;
        var (first, second) = (ask.Word(at + article), ask.Word(at + article + 1));
        if (first == "halb") return At(second, -30, 2);
        if (first == "dreiviertel") return At(second, -15, 2);
        var minutes = first switch { "half" => 30, "viertel" or "quarter" => 15, _ => led && Number(first) is { } number and > 0 and < 30 ? number : 0 };
        var sign = second switch { "nach" or "past" => 1, "vor" or "to" => -1, _ => 0 };
        if (minutes == 0 || sign == 0 || (first == "half" && sign < 0)) return null;
        return At(ask.Word(at + article + 2), sign * minutes, 3 + article);

        Hour? At(string word, int plus, int length)
        {
            if (SpokenHour(word) is not ({ } hour and >= 1 and <= 12)) return null;
            var time = new LocalTime(hour % 24, 0).PlusMinutes(plus);
            var isUhr = ask.Word(at + length) == "uhr" ? 1 : 0;
            return new Hour(time.Hour, time.Minute, length + isUhr) { IsSpoken = true };
        }
    }

    private static int? SpokenHour(string word) =>
        DateWords.Cardinals.TryGetValue(word, out var hour) && hour <= 12 ? hour : word.Length <= 2 && Figure(word) is { } figure and <= 23 ? figure : null;

    /// <summary><c>15.30</c></summary>
    private static LocalTime? Dotted(string word) => word.Contains('.', StringComparison.Ordinal) && word.Length is 4 or 5 ? Clock(word.Replace('.', ':')) : null;

    /// <summary>One word that is a time: with minutes, or with am, pm, h or uhr.</summary>
    private static LocalTime? Clock(string word)
    {
        var half = word.EndsWith("pm", StringComparison.Ordinal) || word.EndsWith("am", StringComparison.Ordinal) ? word[^2..] : "";
        var bare = half.Length > 0 ? word[..^2] : word;
        var named = half.Length > 0;
        foreach (var suffix in (string[])["uhr", "h"])
        {
            if (named || !bare.EndsWith(suffix, StringComparison.Ordinal)) continue;
            (bare, named) = (bare[..^suffix.Length], true);
        }

        var parts = bare.Split(named ? [':', '.'] : [':']);
        if (parts.Length > 3 || (parts.Length == 1 && !named) || Figure(parts[0]) is not { } hour || parts[0].Length > 2) return null;
        var minute = parts.Length == 1 ? 0 : parts[1].Length == 2 ? Figure(parts[1]) : null;
        if (minute is not { } minutes || minutes > 59 || (parts.Length == 3 && Figure(parts[2]) is not <= 59)) return null;
        if (half.Length > 0) return hour is >= 1 and <= 12 ? new LocalTime((hour % 12) + (half == "pm" ? 12 : 0), minutes) : null;
        return hour <= 23 ? new LocalTime(hour, minutes) : null;
    }

    /// <summary>A time of day as it was said, and how many tokens it takes.</summary>
    private readonly record struct Hour(int Of, int Minute, int Length)
    {
        /// <summary>Said as people speak: which half of the day is left to be understood.</summary>
        public bool IsSpoken { get; init; }

        /// <summary>Which time that is, in a part of the day where one is named.</summary>
        public LocalTime At(LocalTime? part)
        {
            var isLate = part is { } named ? named.Hour >= 12 && Of is > 0 and < 12 : IsSpoken && Of is >= 1 and <= LastSpokenNightHour;
            return new LocalTime(isLate ? Of + 12 : Of, Minute);
        }
    }
}
