using System.Globalization;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <content>Dates that count from today.</content>
public static partial class DateReader
{
    private static Found? Relative(Ask ask, int index) =>
        NamedDay(ask, index) ?? DayBeyond(ask, index) ?? Counted(ask, index) ?? Neighbour(ask, index) ?? Ending(ask, index);

    private static Found? NamedDay(Ask ask, int index)
    {
        int? days = ask.Word(index) switch
        {
            "today" or "heute" => 0,
            "tomorrow" or "morgen" => 1,
            "uebermorgen" => 2,
            "yesterday" or "gestern" => -1,
            "vorgestern" => -2,
            _ => null,
        };
        if (days is { } plus) return new Found(ask.Today.PlusDays(plus), null, 1);
        return (ask.Word(index), ask.Word(index + 1)) switch
        {
            ("tonight", _) => new Found(ask.Today, new LocalTime(18, 0), 1),
            ("this", "morning" or "afternoon" or "evening") => new Found(ask.Today, DayPart(ask, index + 1), 2),
            ("last", "night") => new Found(ask.Today.PlusDays(-1), new LocalTime(20, 0), 2),
            _ => null,
        };
    }

    private static Found? DayBeyond(Ask ask, int index) => (ask.Word(index), ask.Word(index + 1), ask.Word(index + 2)) switch
    {
        ("the", "day", _) => DayBeyond(ask, index + 1) is { } found ? found with { Length = found.Length + 1 } : null,
        ("day", "before", "yesterday") => new Found(ask.Today.PlusDays(-2), null, 3),
        ("day", "after", "tomorrow") => new Found(ask.Today.PlusDays(2), null, 3),
        _ => null,
    };

    /// <summary><c>in 2 weeks</c>, <c>vor drei Tagen</c>, <c>a month ago</c>; ahead, and where a date may stand, also <c>3 days</c>.</summary>
    private static Found? Counted(Ask ask, int index)
    {
        var sign = ask.Word(index) switch
        {
            "in" => 1,
            "vor" => -1,
            _ => 0,
        };
        if (sign != 0) return Moved(ask, index + 1, sign) is { } moved ? moved with { Length = 3 } : null;
        if (ask.Word(index + 2) == "ago") return Moved(ask, index, -1) is { } past ? past with { Length = 3 } : null;
        return ask.Loose && !ask.Past ? Moved(ask, index, 1) : null;
    }

    private static Found? Moved(Ask ask, int index, int sign)
    {
        if (Number(ask.Word(index)) is not { } number) return null;
        var unit = ask.Word(index + 1);
        var by = sign * number;
        if (DateWords.Days.Contains(unit) && number <= 4000) return new Found(ask.Today.PlusDays(by), null, 2);
        if (DateWords.Weeks.Contains(unit) && number <= 600) return new Found(ask.Today.PlusWeeks(by), null, 2);
        if (DateWords.Months30.Contains(unit) && number <= 240) return new Found(ask.Today.PlusMonths(by), null, 2);
        if (DateWords.Years.Contains(unit) && number <= 100) return new Found(ask.Today.PlusYears(by), null, 2);
        if (DateWords.Hours.Contains(unit) && number <= 999) return Clock(ask.Now.PlusHours(by));
        return DateWords.Minutes.Contains(unit) && number <= 999 ? Clock(ask.Now.PlusMinutes(by)) : null;
    }

    private static Found Clock(LocalDateTime at) => new(at.Date, new LocalTime(at.Hour, at.Minute), 2);

    private static int? Number(string word)
    {
        if (DateWords.Numbers.TryGetValue(word, out var number)) return number;
        return word.Length <= 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out number) ? number : null;
    }

    /// <summary><c>next week</c>, <c>letzten Monat</c>.</summary>
    private static Found? Neighbour(Ask ask, int index)
    {
        var next = DateWords.Next.Contains(ask.Word(index));
        if (!next && !DateWords.Last.Contains(ask.Word(index))) return null;
        var unit = ask.Word(index + 1);
        var today = ask.Today;
        if (DateWords.Weeks.Contains(unit)) return new Found(next ? today.Next(IsoDayOfWeek.Monday) : today.PlusWeeks(-1), null, 2);
        if (DateWords.Months30.Contains(unit)) return new Found(next ? today.PlusMonths(1).With(DateAdjusters.StartOfMonth) : today.PlusMonths(-1), null, 2);
        if (DateWords.Years.Contains(unit)) return new Found(next ? new LocalDate(today.Year + 1, 1, 1) : today.PlusYears(-1), null, 2);
        return null;
    }

    /// <summary><c>end of month</c>, <c>Ende nächsten Monats</c>, <c>Mitte Mai</c>, <c>Wochenende</c>.</summary>
    private static Found? Ending(Ask ask, int index)
    {
        switch (ask.Word(index))
        {
            case "monatsende":
                return new Found(ask.Today.With(DateAdjusters.EndOfMonth), null, 1);
            case "jahresende":
                return new Found(new LocalDate(ask.Today.Year, 12, 31), null, 1);
            case "wochenende" or "weekend":
                return new Found(Weekday(ask, IsoDayOfWeek.Saturday, todayToo: true), null, 1);
            case "end" or "ende":
                return Period(ask, index, day: 31);
            case "mid" or "mitte":
                return Period(ask, index, day: 15);
            case "early" or "anfang" or "beginning":
                return Period(ask, index, day: 1);
            default:
                return null;
        }
    }

    private static Found? Period(Ask ask, int index, int day)
    {
        var at = index + 1;
        if (ask.Word(at) is "of") at++;
        if (ask.Word(at) is "the" or "der" or "des" or "this" or "dieser" or "dieses") at++;
        var next = DateWords.Next.Contains(ask.Word(at));
        if (next) at++;
        var length = at + 1 - index;
        var unit = ask.Word(at);
        if (DateWords.Months.TryGetValue(unit, out var month)) return InMonth(ask, month, day, at + 1) is { } named ? named with { Length = named.Length + length } : null;
        if (DateWords.Months30.Contains(unit)) return new Found(Within(ask.Today.PlusMonths(next ? 1 : 0), day), null, length);
        if (DateWords.Years.Contains(unit) && day == 31) return new Found(new LocalDate(ask.Today.Year + (next ? 1 : 0), 12, 31), null, length);
        if (!DateWords.Weeks.Contains(unit) || day != 31) return null;
        var friday = Weekday(ask, IsoDayOfWeek.Friday, todayToo: true);
        return new Found(next ? ask.Today.Next(IsoDayOfWeek.Monday).PlusDays(4) : friday, null, length);
    }

    private static Found? InMonth(Ask ask, int month, int day, int yearAt)
    {
        if (FullYear(ask.Word(yearAt)) is { } year) return new Found(Within(new LocalDate(year, month, 1), day), null, 1);
        var current = Within(new LocalDate(ask.Today.Year, month, 1), day);
        var wrong = ask.Past ? current > ask.Today : current < ask.Today;
        return new Found(wrong ? Within(new LocalDate(ask.Today.Year + (ask.Past ? -1 : 1), month, 1), day) : current, null, 0);
    }

    private static LocalDate Within(LocalDate month, int day) =>
        new(month.Year, month.Month, Math.Min(day, CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month)));

    /// <summary>A weekday, perhaps with a word that says which one, or with the date it falls on.</summary>
    private static Found? Weekday(Ask ask, int index)
    {
        var which = ask.Word(index);
        var (next, current, last) = (DateWords.Next.Contains(which), DateWords.This.Contains(which), DateWords.Last.Contains(which));
        var said = next || current || last;
        var at = said ? index + 1 : index;
        if (!DateWords.TryWeekday(ask.Word(at), ask.Loose || said, out var weekday)) return Dated(ask, index);
        if (said)
        {
            var chosen = last ? ask.Today.Previous(weekday) : Weekday(ask with { Past = false }, weekday, todayToo: current);
            return new Found(chosen, null, 2);
        }

        if (Dated(ask, index) is { } dated) return dated;
        if (DayAndMonth(ask with { Loose = true }, at + 1) is not null) return null;
        if (Neighbour(ask, at + 1) is { } week && DateWords.Weeks.Contains(ask.Word(at + 2)))
        {
            var monday = week.Date.DayOfWeek == IsoDayOfWeek.Monday ? week.Date : week.Date.Previous(IsoDayOfWeek.Monday);
            return new Found(monday.PlusDays((int)weekday - 1), null, 3);
        }

        return new Found(Weekday(ask, weekday, todayToo: ask.Past), null, 1);
    }

    private static LocalDate Weekday(Ask ask, IsoDayOfWeek weekday, bool todayToo)
    {
        if (todayToo && ask.Today.DayOfWeek == weekday) return ask.Today;
        return ask.Past ? ask.Today.Previous(weekday) : ask.Today.Next(weekday);
    }

    /// <summary>A weekday in front of the date it truly falls on.</summary>
    private static Found? Dated(Ask ask, int index)
    {
        if (!DateWords.TryWeekday(ask.Word(index), loose: true, out var weekday)) return null;
        var at = DateWords.Leads.Contains(ask.Word(index + 1)) ? index + 2 : index + 1;
        if (Calendar(ask with { Loose = true }, at) is not { } date || date.Date.DayOfWeek != weekday) return null;
        return date with { Length = date.Length + at - index };
    }
}
