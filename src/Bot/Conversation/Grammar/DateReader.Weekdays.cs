namespace AccountNudge.Bot.Conversation.Grammar;

/// <content>Weekdays, alone and with what says which one.</content>
public static partial class DateReader
{
    private static Found? Weekday(Ask ask, int index)
    {
        if (StepWeekday(ask, index) is { } step) return step;
        if (!DateWords.TryWeekday(ask.Word(index), loose: true, out var weekday)) return null;
        var isSure = DateWords.TryWeekday(ask.Word(index), ask.Loose, out _);
        if (Dated(ask, index, weekday, isSure) is { } dated) return isSure || dated.Fault is null ? dated : null;
        return PlainWeekday(ask, index) is { } plain ? OfWeek(ask, index, weekday) ?? WeekdayOffset(ask, index, plain) ?? InSomeMonth(ask, index) ?? plain : null;
    }

    /// <summary><c>next Friday</c>, <c>letzten Freitag</c>, <c>vorletzten Freitag</c>, <c>übernächsten Montag</c></summary>
    private static Found? StepWeekday(Ask ask, int index) =>
        DateWords.Steps.TryGetValue(ask.Word(index), out var step) && DateWords.TryWeekday(ask.Word(index + 1), loose: true, out var weekday)
            ? new Found(Weekday(ask, weekday, step), null, 2)
            : null;

    private static Found? PlainWeekday(Ask ask, int index) =>
        DateWords.TryWeekday(ask.Word(index), ask.Loose, out var weekday) ? new Found(Weekday(ask, weekday, todayToo: ask.Past), null, 1) : null;

    private static LocalDate Weekday(Ask ask, IsoDayOfWeek weekday, bool todayToo)
    {
        if (todayToo && ask.Today.DayOfWeek == weekday) return ask.Today;
        return ask.Past ? ask.Today.Previous(weekday) : ask.Start.Next(weekday);
    }

    /// <summary>The weekday so many after or before today; today itself is <c>this</c> one.</summary>
    private static LocalDate Weekday(Ask ask, IsoDayOfWeek weekday, int step) => step switch
    {
        0 => Weekday(ask.Forwards(), weekday, todayToo: true),
        > 0 => ask.Start.Next(weekday).PlusWeeks(step - 1),
        _ => ask.Today.Previous(weekday).PlusWeeks(step + 1),
    };

    /// <summary>The Monday of the week so many after this one.</summary>
    private static LocalDate Monday(Ask ask, int step) => InWeek(ask.Today, IsoDayOfWeek.Monday).PlusWeeks(step);

    private static Found WholeWeek(LocalDate monday, int length) => new(monday, null, length) { Last = monday.PlusDays(6) };

    private static Found Weekend(LocalDate saturday, int length) => new(saturday, null, length) { Last = saturday.PlusDays(1) };

    private static LocalDate InWeek(LocalDate day, IsoDayOfWeek weekday) => day.PlusDays((int)weekday - (int)day.DayOfWeek);

    /// <summary>The weekday behind a week: <c>letzte Woche Dienstag</c>, <c>next week on Friday</c>.</summary>
    private static Found? WithWeekday(Ask ask, LocalDate dayOfWeek, int index, int length)
    {
        var at = index + length;
        if (ask.Word(at) is "on" or "am" or "der" or "den") at++;
        return DateWords.TryWeekday(ask.Word(at), ask.Loose || at > index + length, out var weekday)
            ? new Found(InWeek(dayOfWeek, weekday), null, at + 1 - index)
            : null;
    }

    /// <summary>A weekday in front of its week: <c>Friday next week</c>, <c>Dienstag der letzten Woche</c>, <c>Friday after next</c>, <c>Freitag KW 12</c>.</summary>
    private static Found? OfWeek(Ask ask, int index, IsoDayOfWeek weekday)
    {
        if (ask.EndsPart(index)) return null;
        var at = index + 1;
        switch (ask.Word(at), ask.Word(at + 1))
        {
            case ("after", "next"):
                return new Found(ask.Today.Next(weekday).PlusWeeks(1), null, 3);
            case ("before", "last"):
                return new Found(ask.Today.Previous(weekday).PlusWeeks(-1), null, 3);
        }

        while (DateWords.Of.Contains(ask.Word(at))) at++;
        if (WeekBeyond(ask, at) is { } beyond) return new Found(InWeek(beyond.Date, weekday), null, at - index + beyond.Length);
        if (DateWords.Steps.TryGetValue(ask.Word(at), out var step) && DateWords.Weeks.Contains(ask.Word(at + 1))) return new Found(InWeek(Monday(ask, step), weekday), null, at + 2 - index);
        return WeekNumber(ask, at, weekday) is { } numbered ? numbered with { Length = at - index + numbered.Length } : null;
    }

    /// <summary><c>the week after next</c>, <c>the week before last</c></summary>
    private static Found? WeekBeyond(Ask ask, int index) => (ask.Word(index), ask.Word(index + 1), ask.Word(index + 2)) switch
    {
        ("week", "after", "next") => WithWeekday(ask, Monday(ask, 2), index, 3) ?? WholeWeek(Monday(ask, 2), 3),
        ("week", "before", "last") => WithWeekday(ask, Monday(ask, -2), index, 3) ?? new Found(ask.Today.PlusWeeks(-2), null, 3),
        _ => null,
    };

    /// <summary>
    /// <c>Freitag in einer Woche</c>, <c>Friday week</c>. <c>Freitag vor einer Woche</c> is the last one to some and the one before to
    /// others; so is <c>in einer Woche</c> behind today's own weekday.
    /// </summary>
    private static Found? WeekdayOffset(Ask ask, int index, Found weekday)
    {
        if (Offset(ask, index + 1) is not { } offset) return null;
        var (length, day) = (offset.Length + 1, weekday.Date.DayOfWeek);
        var anchor = offset.Sign > 0 ? ask.Today.Next(day) : ask.Today.Previous(day);
        var moved = Moved(ask, anchor, offset, index, length);
        if (moved.Fault is not null) return moved;
        var isWeeks = offset.WorkingDays == 0 && offset.Period is { Years: 0, Months: 0 } && ((offset.Period.Weeks * 7) + offset.Period.Days) % 7 == 0;
        if (!isWeeks) return SameDay(ask, index, anchor, Moved(ask, ask.Today, offset, index, length));
        return offset.Sign < 0 || day == ask.Today.DayOfWeek ? Ambiguous(ask, index, moved, moved.Date.PlusWeeks(-offset.Sign)) : moved;
    }

    /// <summary><c>Friday in 2 days</c>: right only when both are the same day.</summary>
    private static Found SameDay(Ask ask, int index, LocalDate weekday, Found counted) => counted.Fault is not null || counted.Date == weekday
        ? counted
        : Found.Wrong(DateTexts.TwoDays(ask.Typed(index, counted.Length), weekday, counted.Date), counted.Length);

    private static bool IsToday(Ask ask, int index, Found anchor) =>
        anchor.Length == 1 && DateWords.TryWeekday(ask.Word(index), ask.Loose, out var weekday) && weekday == ask.Today.DayOfWeek;

    private static Found Ambiguous(Ask ask, int index, Found found, LocalDate other)
    {
        var (first, second) = found.Date < other ? (found.Date, other) : (other, found.Date);
        return Found.Wrong(DateTexts.TwoMeanings(ask.Typed(index, found.Length), first, second), found.Length);
    }

    /// <summary><c>Freitag im Mai</c>: there are several.</summary>
    private static Found? InSomeMonth(Ask ask, int index) =>
        ask.Word(index + 1) is "in" or "im" && DateWords.Months.ContainsKey(ask.Word(index + 2)) ? Found.Wrong(DateTexts.WholePeriod(ask.Typed(index, 3)), 3) : null;

    /// <summary>A weekday in front of its date, with or without the month: <c>Freitag, den 14. Mai</c>, <c>Friday the 12th</c>.</summary>
    private static Found? Dated(Ask ask, int index, IsoDayOfWeek weekday, bool isSure)
    {
        var lead = DateWords.Leads.Contains(ask.Word(index + 1)) || ask.Word(index + 1) == "der" ? 1 : 0;
        var at = index + 1 + lead;
        var mayBeDay = (lead > 0 && isSure) || ask.Loose;
        if ((Calendar(isSure ? ask.Loosely() : ask, at) ?? (mayBeDay ? MonthlessDay(ask.Loosely(), at) : null)) is not { } date) return null;
        var length = date.Length + at - index;
        if (date.Fault is not null) return date with { Length = length };
        return WeekdayFault(date.Date, weekday) is { } fault ? Found.Wrong(date.Doubt ?? fault, length) : date with { Length = length, Doubt = null };
    }

    /// <summary><c>12.</c>, <c>the 12th</c>, <c>the twenty first</c> behind a weekday, which leaves no doubt that it is a day.</summary>
    private static Found? MonthlessDay(Ask ask, int index)
    {
        if (DayNumber(ask, index) is not { } day || (day.IsBare && !(ask.Word(index - 1) == "den" || (day.IsWord && ask.Word(index - 1) == "the")))) return null;
        return NearestDay(ask, day.Value) is { } date ? new Found(date, null, day.Length) : null;
    }

    private static Text? WeekdayFault(LocalDate date, IsoDayOfWeek said) => date.DayOfWeek == said ? null : DateTexts.WrongWeekday(date, said);

    /// <summary><c>first Friday of July</c>, <c>third Wednesday of previous month</c>, <c>letzten Freitag im Mai</c>; where a date may stand also <c>second Sunday</c>.</summary>
    private static Found? NthWeekday(Ask ask, int index)
    {
        var isLast = ask.Word(index) is "last" or "letzten" or "letzter";
        if (!isLast && (DayNumber(ask, index) is not { IsBare: false, Length: 1, Value: <= 5 } || !DateWords.TryWeekday(ask.Word(index + 1), loose: true, out _))) return null;
        if (!DateWords.TryWeekday(ask.Word(index + 1), ask.Loose, out var weekday)) return null;
        var number = isLast ? 0 : DayNumber(ask, index)!.Value.Value;
        var at = index + 2;
        while (DateWords.Of.Contains(ask.Word(at))) at++;
        if (MonthAt(ask, at) is { } month) return Nth(ask, number, weekday, month.Of, month.Length + at - index);
        return isLast || !ask.IsField || at > index + 2 || DayNumber(ask, index) is { IsWord: false } ? null : Nth(ask, number, weekday, step => MonthDay(ask.Today.PlusMonths(step), 1), 2);
    }

    /// <summary>The month that is named, as its first day by years or months from now, and how many tokens name it.</summary>
    private static (Func<int, LocalDate> Of, int Length)? MonthAt(Ask ask, int index)
    {
        if (DateWords.Months.TryGetValue(ask.Word(index), out var month))
        {
            if (FullYear(ask.Word(index + 1)) is { } year) return (_ => new LocalDate(year, month, 1), 2);
            return (step => new LocalDate(ask.Today.Year + step, month, 1), 1);
        }

        if (DateWords.Steps.TryGetValue(ask.Word(index), out var near) && DateWords.Months30.Contains(ask.Word(index + 1))) return (_ => MonthDay(ask.Today.PlusMonths(near), 1), 2);
        if (DateWords.Months30.Contains(ask.Word(index))) return (step => MonthDay(ask.Today.PlusMonths(step), 1), 1);
        return null;
    }

    /// <summary>The nth such weekday of the month, or of the nearest one in the demanded direction; 0 is the last.</summary>
    private static Found Nth(Ask ask, int number, IsoDayOfWeek weekday, Func<int, LocalDate> month, int length)
    {
        var isFixed = month(0) == month(1);
        var found = In(month(0));
        if (!isFixed && found is { } day && (ask.Past ? day > ask.Today : day < ask.Today)) found = In(month(ask.Past ? -1 : 1));
        return found is { } date ? new Found(date, null, length) : Found.Wrong(DateTexts.NoSuchWeekday(number, weekday, month(0)), length);

        LocalDate? In(LocalDate first)
        {
            var start = first.DayOfWeek == weekday ? first : first.Next(weekday);
            var nth = number > 0 ? start.PlusWeeks(number - 1) : start.PlusWeeks(start.PlusWeeks(4).Month == first.Month ? 4 : 3);
            return nth.Month == first.Month ? nth : null;
        }
    }
}
