using System.Globalization;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <content>Dates with a day and a month, and times of day.</content>
public static partial class DateReader
{
    private static Found? Calendar(Ask ask, int index)
    {
        var key = ask.Key(index);
        if (key.Length is >= 15 and <= 19 && key[10] == 't')
        {
            var parts = key.Split('t');
            if (Numeric(ask, parts[0], 1) is { Year: { } isoYear } iso && Clock(parts[1]) is { } time) return new Found(new LocalDate(isoYear, iso.Month, iso.Day), time, 1);
        }

        if (DayAndMonth(ask, index) is not { } written) return MonthAndYear(ask, index);
        if (written.Year is { } year) return new Found(new LocalDate(year, written.Month, written.Day), null, written.Length);
        return Nearest(ask, written.Month, written.Day) is { } date ? new Found(date, null, written.Length) : null;
    }

    private static Found? MonthAndYear(Ask ask, int index)
    {
        if (!ask.Past || !ask.Loose || !DateWords.Months.TryGetValue(ask.Word(index), out var month)) return null;
        return FullYear(ask.Word(index + 1)) is { } year ? new Found(new LocalDate(year, month, 1), null, 2) : null;
    }

    private static LocalDate? Nearest(Ask ask, int month, int day)
    {
        for (var years = 0; years <= 8; years++)
        {
            var year = ask.Today.Year + (ask.Past ? -years : years);
            if (!Exists(year, month, day)) continue;
            var date = new LocalDate(year, month, day);
            if (ask.Past ? date <= ask.Today : date >= ask.Today) return date;
        }

        return null;
    }

    /// <summary>A day and month, written or in figures, that exists in its year, or in some year when none is written.</summary>
    private static Written? DayAndMonth(Ask ask, int index)
    {
        var written = Numeric(ask, ask.Key(index), 1) ?? Spaced(ask, index) ?? DayFirst(ask, index) ?? MonthFirst(ask, index);
        return written is { } date && Exists(date.Year ?? 2000, date.Month, date.Day) ? date : null;
    }

    /// <summary><c>14.5.</c>, <c>14.05.2027</c>, <c>14/05/2027</c>, <c>2027-05-14</c>; the day comes first unless the year does.</summary>
    private static Written? Numeric(Ask ask, string key, int length)
    {
        if (key.Length is < 3 or > 11 || !char.IsAsciiDigit(key[0])) return null;
        var mark = key.FirstOrDefault(character => character is '.' or '/' or '-');
        if (mark == default) return null;
        var parts = key.Split(mark);
        if (parts.Length == 4 && parts[3].Length == 0) parts = parts[..3];
        if (parts.Length is < 2 or > 3 || Figure(parts[0]) is not { } first || Figure(parts[1]) is not { } month) return null;
        var third = parts.ElementAtOrDefault(2)?.TrimEnd('.') ?? "";
        if (parts[0].Length == 4 && mark is '-' or '/') return FullYear(parts[0]) is { } front && Figure(third) is { } day ? new Written(day, month, front, length) : null;
        if (parts[0].Length > 2 || parts[1].Length > 2) return null;
        if (third.Length > 0) return AnyYear(ask, third) is { } year ? new Written(first, month, year, length) : null;
        var complete = parts.Length == 3 && mark == '.';
        if (parts.Length == 3 && !complete) return null;
        if (!complete && (!ask.Loose || mark == '-')) return null;
        return new Written(first, month, null, length);
    }

    /// <summary><c>14. 5. 2027</c></summary>
    private static Written? Spaced(Ask ask, int index)
    {
        if (!ask.Key(index).EndsWith('.') || !ask.Key(index + 1).EndsWith('.')) return null;
        if (Numeric(ask, ask.Key(index) + ask.Key(index + 1), 2) is not { Year: null } date) return null;
        return FullYear(ask.Word(index + 2)) is { } year ? date with { Year = year, Length = 3 } : date;
    }

    /// <summary><c>14 May</c>, <c>14th of May 2027</c>, <c>14. Mai 2027</c></summary>
    private static Written? DayFirst(Ask ask, int index)
    {
        if (Ordinal(ask.Word(index)) is not { } day) return null;
        var at = ask.Word(index + 1) == "of" ? index + 2 : index + 1;
        return DateWords.Months.TryGetValue(ask.Word(at), out var month) ? WithYear(ask, day, month, index, at + 1) : null;
    }

    /// <summary><c>May 14</c>, <c>May 14th, 2027</c></summary>
    private static Written? MonthFirst(Ask ask, int index)
    {
        if (!DateWords.Months.TryGetValue(ask.Word(index), out var month)) return null;
        if (!ask.Loose && DateWords.MonthsThatAreWords.Contains(ask.Word(index))) return null;
        return Ordinal(ask.Word(index + 1)) is { } day ? WithYear(ask, day, month, index, index + 2) : null;
    }

    private static Written WithYear(Ask ask, int day, int month, int start, int yearAt)
    {
        var year = ask.Loose && ask.Word(yearAt).Length == 2 && yearAt == ask.Tokens.Count - 1 ? AnyYear(ask, ask.Word(yearAt)) : FullYear(ask.Word(yearAt));
        return new Written(day, month, year, yearAt - start + (year is null ? 0 : 1));
    }

    /// <summary><c>14.</c> or <c>14th</c> alone, where a date may stand.</summary>
    private static Found? DayOfMonth(Ask ask, int index)
    {
        var key = ask.Key(index);
        if (!ask.Loose || key.Length < 2 || char.IsAsciiDigit(key[^1]) || Ordinal(ask.Word(index)) is not { } day) return null;
        for (var months = 0; months <= 2; months++)
        {
            var month = ask.Today.PlusMonths(ask.Past ? -months : months);
            if (!Exists(month.Year, month.Month, day)) continue;
            var date = new LocalDate(month.Year, month.Month, day);
            if (ask.Past ? date <= ask.Today : date >= ask.Today) return new Found(date, null, 1);
        }

        return null;
    }

    private static AnnualDate? YearlessIso(string key)
    {
        if (key.Length != 7 || !key.StartsWith("--", StringComparison.Ordinal) || key[4] != '-') return null;
        return Figure(key[2..4]) is { } month && Figure(key[5..]) is { } day && Exists(2000, month, day) ? new AnnualDate(month, day) : null;
    }

    private static bool Exists(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);

    private static int? Figure(string digits) =>
        digits.Length is 1 or 2 or 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static int? Ordinal(string word)
    {
        var digits = word.TrimEnd('s', 't', 'n', 'd', 'r', 'h');
        if (digits.Length is 0 or > 2 || (digits.Length != word.Length && word[digits.Length..] is not ("st" or "nd" or "rd" or "th"))) return null;
        return Figure(digits) is { } day and >= 1 and <= 31 ? day : null;
    }

    private static int? FullYear(string word) => word.Length == 4 && Figure(word) is { } year and >= EarliestYear and <= LatestYear ? year : null;

    private static int? AnyYear(Ask ask, string word)
    {
        if (word.Length != 2) return FullYear(word);
        if (Figure(word) is not { } year) return null;
        var century = ask.Today.Year / 100 * 100;
        return century + year > ask.Today.Year + (ask.Past ? 0 : 20) ? century - 100 + year : century + year;
    }

    private static LocalTime? DayPart(Ask ask, int index) =>
        DateWords.DayParts.TryGetValue(ask.Word(index), out var hour) ? new LocalTime(hour, 0) : null;

    /// <summary><c>15:00</c>, <c>15 Uhr</c>, <c>3pm</c>, <c>um 15.30 Uhr</c>.</summary>
    private static Hour? Time(Ask ask, int index)
    {
        var lead = DateWords.TimeLeads.Contains(ask.Word(index)) ? 1 : 0;
        var at = index + lead;
        var word = ask.Word(at);
        var unit = ask.Word(at + 1).Replace(".", "", StringComparison.Ordinal);
        var next = at + 1 - index;
        if (word.Length is 0 or > 8) return null;
        if (lead == 1 && word is "noon" or "mittags") return new Hour(new LocalTime(12, 0), next);
        if (unit is "am" or "pm" && Clock(word + unit) is { } half) return new Hour(half, next + 1);
        if (unit == "uhr" && (Clock(word.Replace('.', ':')) ?? Clock(word + ":00")) is { } oClock)
        {
            var minutes = ask.Word(at + 2);
            var detailed = minutes.Length == 2 && !word.Contains(':', StringComparison.Ordinal) ? Clock($"{word}:{minutes}") : null;
            return detailed is { } exact ? new Hour(exact, next + 2) : new Hour(oClock, next + 1);
        }

        return Clock(word) is { } time ? new Hour(time, next) : null;
    }

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

        var parts = bare.Split(half.Length > 0 ? [':', '.'] : [':']);
        if (parts.Length > 3 || (parts.Length == 1 && !named) || Figure(parts[0]) is not { } hour || parts[0].Length > 2) return null;
        var minute = parts.Length == 1 ? 0 : parts[1].Length == 2 ? Figure(parts[1]) : null;
        if (minute is not { } minutes || minutes > 59 || (parts.Length == 3 && Figure(parts[2]) is not <= 59)) return null;
        if (half.Length > 0) return hour is >= 1 and <= 12 ? new LocalTime((hour % 12) + (half == "pm" ? 12 : 0), minutes) : null;
        return hour <= 23 ? new LocalTime(hour, minutes) : null;
    }

    /// <summary>A day and month as written, and its year where that is written too.</summary>
    private readonly record struct Written(int Day, int Month, int? Year, int Length);

    /// <summary>A time of day and how many tokens it takes.</summary>
    private readonly record struct Hour(LocalTime At, int Length);
}
