using NodaTime.Calendars;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <content>The beginning, middle and end of weeks, months, quarters and years, and weeks by their number.</content>
public static partial class DateReader
{
    /// <summary><c>end of month</c>, <c>Ende nächsten Monats</c>, <c>Mitte Mai</c>, <c>Wochenende</c>, <c>Quartalsende</c>.</summary>
    private static Found? Ending(Ask ask, int index) => ask.Word(index) switch
    {
        "monatsende" => new Found(Reached(ask, step => MonthDay(ask.Today.PlusMonths(step), 31)), null, 1),
        "quartalsende" => new Found(Reached(ask, step => MonthDay(QuarterOf(ask.Today).PlusMonths((3 * step) + 2), 31)), null, 1),
        "jahresende" => new Found(Reached(ask, step => new LocalDate(ask.Today.Year + step, 12, 31)), null, 1),
        "wochenende" or "weekend" => Weekend(Weekday(ask, IsoDayOfWeek.Saturday, todayToo: true), 1),
        "end" or "ende" => Within(ask, index, day: 31),
        "mid" or "mitte" => Within(ask, index, day: 15),
        "early" or "anfang" or "beginning" => Within(ask, index, day: 1),
        _ => null,
    };

    /// <summary>The one of this period, or the nearest in the demanded direction.</summary>
    private static LocalDate Reached(Ask ask, Func<int, LocalDate> inPeriod) => (ask.Past, inPeriod(0).CompareTo(ask.Today)) switch
    {
        (true, > 0) => inPeriod(-1),
        (false, < 0) => inPeriod(1),
        _ => inPeriod(0),
    };

    private static Found? Within(Ask ask, int index, int day)
    {
        var at = index + 1;
        while (DateWords.Of.Contains(ask.Word(at))) at++;
        var named = DateWords.Steps.TryGetValue(ask.Word(at), out var step);
        if (named) at++;
        var length = at + 1 - index;
        var unit = ask.Word(at);
        if (ask.Past && FullYear(unit) is { } year) return new Found(day == 31 ? new LocalDate(year, 12, 31) : new LocalDate(year, day == 1 ? 1 : 7, 1), null, length);
        if (DateWords.Months.TryGetValue(unit, out var month)) return InMonth(ask, month, day, at + 1) is { } found ? found with { Length = found.Length + length } : null;
        return InPeriod(ask, unit, day) is not { } inPeriod ? null : new Found(named ? inPeriod(step) : Reached(ask, inPeriod), null, length);
    }

    /// <summary>The day within a week, month, quarter or year so many after the present one.</summary>
    private static Func<int, LocalDate>? InPeriod(Ask ask, string unit, int day)
    {
        if (DateWords.Months30.Contains(unit)) return step => MonthDay(ask.Today.PlusMonths(step), day);
        if (DateWords.Weeks.Contains(unit)) return step => Monday(ask, step).PlusDays(day switch { 1 => 0, 15 => 2, _ => 4 });
        if (DateWords.Quarters.Contains(unit) && day != 15) return step => MonthDay(QuarterOf(ask.Today).PlusMonths((3 * step) + (day == 1 ? 0 : 2)), day);
        if (!DateWords.Years.Contains(unit) || day == 15) return null;
        return step => day == 1 ? new LocalDate(ask.Today.Year + step, 1, 1) : new LocalDate(ask.Today.Year + step, 12, 31);
    }

    private static Found? InMonth(Ask ask, int month, int day, int yearAt)
    {
        if (FullYear(ask.Word(yearAt)) is { } year) return new Found(MonthDay(new LocalDate(year, month, 1), day), null, 1);
        var date = Reached(ask, InYear);
        return new Found(date, null, 0) { Doubt = Jump(ask, date, InYear(0)) };

        LocalDate InYear(int step) => MonthDay(new LocalDate(ask.Today.Year + step, month, 1), day);
    }

    /// <summary>A day of a month, or its last.</summary>
    private static LocalDate MonthDay(LocalDate month, int day) =>
        new(month.Year, month.Month, Math.Min(day, CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month)));

    /// <summary><c>KW 12</c>, <c>week 12</c>, <c>KW 12/2027</c>, <c>KW 12 Freitag</c>: its Monday unless a weekday is named.</summary>
    private static Found? WeekNumber(Ask ask, int index, IsoDayOfWeek? weekday = null)
    {
        var (number, length) = Week(ask, index);
        if (number is not (>= 1 and <= 53)) return null;
        var figures = ask.Key(index + length - 1).Split('/');
        var year = figures.Length == 2 ? FullYear(figures[1]) : FullYear(ask.Word(index + length));
        if (year is not null && figures.Length == 1) length++;
        if (WeekIn(year ?? NearestWeekYear(ask, number), number) is not { } monday) return Found.Wrong(DateTexts.NoSuchWeek(number, year ?? ask.Today.Year), length);
        var named = weekday is { } said ? new Found(InWeek(monday, said), null, length) : WithWeekday(ask, monday, index, length);
        var found = named ?? WholeWeek(monday, length);
        if (year is not null) return found;
        var isNow = monday <= ask.Today && ask.Today < monday.PlusDays(7);
        if (isNow && named is null && ask.Question.TakesPeriod) return found with { Date = ask.Today };
        if (isNow && named is null) return Found.Wrong(DateTexts.WholePeriod(ask.Typed(index, length)), length);
        return found with { Doubt = isNow || WeekIn(monday.Year + (ask.Past ? 1 : -1), number) is not { } other ? null : Jump(ask, monday, other) };
    }

    private static (int Number, int Length) Week(Ask ask, int index)
    {
        var word = ask.Word(index);
        if (word.StartsWith("kw", StringComparison.Ordinal) && Figure(word[2..].Split('/')[0]) is { } glued) return (glued, 1);
        var at = (word, ask.Word(index + 1)) switch { ("calendar", "week") => index + 2, ("week", _) when ask.Loose => index + 1, _ => DateWords.WeekNumbers.Contains(word) ? index + 1 : -1 };
        return at > 0 && ask.Word(at).Split('/')[0] is { Length: <= 2 } figures && Figure(figures) is { } number ? (number, at + 1 - index) : (0, 0);
    }

    private static int NearestWeekYear(Ask ask, int week)
    {
        var year = ask.Today.Year;
        if (WeekIn(year, week) is not { } monday) return year;
        return ask.Past ? (monday > ask.Today ? year - 1 : year) : (monday.PlusDays(6) < ask.Today ? year + 1 : year);
    }

    /// <summary>The Monday of a week; null when the year has no such week.</summary>
    private static LocalDate? WeekIn(int year, int week) =>
        week <= WeekYearRules.Iso.GetWeeksInWeekYear(year) ? WeekYearRules.Iso.GetLocalDate(year, week, IsoDayOfWeek.Monday) : null;
}
