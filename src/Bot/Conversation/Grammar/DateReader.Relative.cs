using AccountNudge.Core.Calendar;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <content>Dates that count from today or from another day.</content>
public static partial class DateReader
{
    private const int AFew = 3;
    private const int MostAmounts = 4;

    private static Found? Relative(Ask ask, int index) =>
        Anchored(ask, index) ?? DayBeyond(ask, index) ?? Counted(ask, index) ?? Neighbour(ask, index) ?? Ending(ask, index) ?? WeekNumber(ask, index);

    /// <summary><c>neulich</c>, <c>the other day</c>: which one must be asked.</summary>
    private static Found? SomeDay(Ask ask, int index)
    {
        var length = (ask.Word(index), ask.Word(index + 1), ask.Word(index + 2)) switch
        {
            ("the", "other", "day") => 3,
            ("vor", "kurzem", _) => 2,
            _ => DateWords.SomeDay.Contains(ask.Word(index)) ? 1 : 0,
        };
        return ask.Past && length > 0 ? Found.Wrong(DateTexts.WhichDay(ask.Typed(index, length)), length) : null;
    }

    private static Found? NamedDay(Ask ask, int index)
    {
        if (DateWords.NamedDays.TryGetValue(ask.Word(index), out var days)) return new Found(ask.Today.PlusDays(days), null, 1);
        return (ask.Word(index), ask.Word(index + 1)) switch
        {
            ("tonight", _) or ("this", "morning" or "afternoon" or "evening") => new Found(ask.Today, null, 1),
            ("last", "night") or ("letzte", "nacht") => new Found(ask.Today.PlusDays(-1), null, 1),
            ("the" or "my" or "this" or "dieser" or "diesen", "day" or "tag") when ask.IsField => new Found(ask.Today, null, 2),
            _ => null,
        };
    }

    /// <summary>A named day, perhaps with what is added to it: <c>heute vor einer Woche</c>, <c>morgen in 14 Tagen</c>, <c>today week</c>.</summary>
    private static Found? Anchored(Ask ask, int index)
    {
        if (NamedDay(ask, index) is not { } day) return null;
        return day.Time is null && Offset(ask, index + day.Length) is { } offset ? Moved(ask, day.Date, offset, index, day.Length + offset.Length) : day;
    }

    /// <summary>What is added to the day in front of it: <c>in einer Woche</c>, <c>vor 2 Wochen</c>, <c>week</c>.</summary>
    private static Span? Offset(Ask ask, int index)
    {
        if (ask.EndsPart(index - 1)) return null;
        if (ask.Word(index) == "week" && ask.Loose && Number(ask.Word(index + 1)) is null) return new Span(Period.FromWeeks(1), 1) { Sign = 1 };
        var sign = ask.Word(index) switch { "in" => 1, "vor" => -1, _ => 0 };
        if (sign == 0 || Amount(ask, index + 1) is not { Period.HasTimeComponent: false } amount) return null;
        return amount with { Sign = sign, Length = amount.Length + 1 };
    }

    private static Found? DayBeyond(Ask ask, int index) => (ask.Word(index), ask.Word(index + 1), ask.Word(index + 2)) switch
    {
        ("the", "day", _) => DayBeyond(ask, index + 1) is { } found ? found with { Length = found.Length + 1 } : null,
        ("day", "before", "yesterday") => new Found(ask.Today.PlusDays(-2), null, 3),
        ("day", "after", "tomorrow" or "tmrw") => new Found(ask.Today.PlusDays(2), null, 3),
        _ => null,
    };

    /// <summary>
    /// <c>in 2 weeks</c>, <c>vor drei Tagen</c>, <c>1 month and 21 days ago</c>, <c>a week from Friday</c>; ahead, and where a date may stand, also <c>3 days</c>.
    /// </summary>
    private static Found? Counted(Ask ask, int index)
    {
        if (ask.Word(index) is "in" or "vor")
        {
            var sign = ask.Word(index) == "in" ? 1 : -1;
            return Amount(ask, index + 1) is { } led ? Moved(ask, ask.Today, led with { Sign = sign }, index, led.Length + 1) : null;
        }

        if (Weekdays(ask, index) is { } weekday) return weekday;
        if (Amount(ask, index) is not { } amount) return null;
        var at = index + amount.Length;
        if (ask.Word(at) is "ago" or "back" or "her" && !ask.EndsPart(at - 1))
        {
            var from = ask.EndsPart(at) ? null : NamedDay(ask, at + 1);
            return Moved(ask, from?.Date ?? ask.Today, amount with { Sign = -1 }, index, amount.Length + 1 + (from?.Length ?? 0));
        }

        if (ask.Word(at) is "later" or "hence" or "spaeter" && !(ask.Past && !ask.IsField)) return Moved(ask, ask.Today, amount with { Sign = 1 }, index, amount.Length + 1);
        if (ask.Word(at) is "from" or "ab" && ask.Word(at + 1) is "now" or "jetzt") return Moved(ask, ask.Today, amount with { Sign = 1 }, index, amount.Length + 2);
        if (FromAnchor(ask, index, amount) is { } anchored) return anchored;
        return ask.Loose && !ask.Past ? Moved(ask, ask.Today, amount with { Sign = 1 }, index, amount.Length) : null;
    }

    /// <summary><c>a week from Friday</c>, <c>a week on Friday</c>, <c>two days before yesterday</c>, <c>zwei Tage nach Freitag</c></summary>
    private static Found? FromAnchor(Ask ask, int index, Span amount)
    {
        var at = index + amount.Length;
        var sign = ask.Word(at) switch { "from" or "on" or "after" or "nach" or "ab" => 1, "before" or "vor" => -1, _ => 0 };
        if (sign == 0 || ask.EndsPart(at - 1) || amount.Period.HasTimeComponent) return null;
        var forwards = ask.Word(at) is "from" or "on" or "ab" ? ask.Forwards() : ask;
        var lead = DateWords.Leads.Contains(ask.Word(at + 1)) ? 1 : 0;
        var start = at + 1 + lead;
        if ((NamedDay(forwards, start) ?? Calendar(forwards, start) ?? StepWeekday(forwards, start) ?? PlainWeekday(forwards, start)) is not { } anchor) return null;
        var length = amount.Length + 1 + lead + anchor.Length;
        if (anchor.Fault is not null) return anchor with { Length = length };
        var moved = Moved(ask, anchor.Date, amount with { Sign = sign }, index, length) with { Doubt = anchor.Doubt };
        return !forwards.Past && IsToday(forwards, start, anchor) ? Ambiguous(ask, index, moved, moved.Date.PlusWeeks(-1)) : moved;
    }

    /// <summary><c>two Sundays from now</c>, <c>three Mondays ago</c></summary>
    private static Found? Weekdays(Ask ask, int index)
    {
        if (Number(ask.Word(index)) is not ({ } number and >= 1 and <= 52) || !DateWords.TryWeekday(ask.Word(index + 1).TrimEnd('s', 'e'), loose: false, out var weekday)) return null;
        return (ask.Word(index + 2), ask.Word(index + 3)) switch
        {
            ("from", "now") => new Found(ask.Today.Next(weekday).PlusWeeks(number - 1), null, 4),
            ("later", _) => new Found(ask.Today.Next(weekday).PlusWeeks(number - 1), null, 3),
            ("ago", _) => new Found(ask.Today.Previous(weekday).PlusWeeks(1 - number), null, 3),
            _ => null,
        };
    }

    /// <summary>An amount of time: <c>drei Tagen</c>, <c>a fortnight</c>, <c>2 years, 1 month and 21 days</c>, <c>4 business days</c>, <c>einem halben Jahr</c>.</summary>
    private static Span? Amount(Ask ask, int index)
    {
        if (Single(ask, index) is not { } sum) return null;
        for (var parts = 1; parts < MostAmounts && sum is { Period.HasTimeComponent: false, IsVague: false, WorkingDays: 0 }; parts++)
        {
            var at = index + sum.Length;
            var joint = ask.Word(at) is "and" or "und" ? 1 : 0;
            if (Single(ask, at + joint) is not { Period.HasTimeComponent: false, IsVague: false, WorkingDays: 0 } more) break;
            sum = sum with { Period = sum.Period + more.Period, Length = sum.Length + joint + more.Length };
        }

        return sum;
    }

    private static Span? Single(Ask ask, int index)
    {
        if (Vague(ask, index) is { } vague) return vague;
        if (ask.Word(index) == "half" && ask.Word(index + 1) == "a" && DateWords.Years.Contains(ask.Word(index + 2))) return new Span(Period.FromMonths(6), 3);
        if (Number(ask.Word(index)) is not { } number) return null;
        var unit = ask.Word(index + 1);
        if (unit is "halben" or "halbes" && DateWords.Years.Contains(ask.Word(index + 2)) && number == 1) return new Span(Period.FromMonths(6), 3);
        if (unit is "working" or "business" or "work" && DateWords.Days.Contains(ask.Word(index + 2))) return Working(number, 3);
        if (DateWords.WorkingDays.Contains(unit)) return Working(number, 2);
        return Unit(unit, number) is { } period ? new Span(period, 2) : null;
    }

    private static Span? Working(int days, int length) => days is >= 1 and <= 250 ? new Span(Period.Zero, length) { WorkingDays = days } : null;

    private static Period? Unit(string unit, int number)
    {
        if (DateWords.Days.Contains(unit) && number <= 4000) return Period.FromDays(number);
        if (DateWords.Weeks.Contains(unit) && number <= 600) return Period.FromWeeks(number);
        if (DateWords.Fortnights.Contains(unit) && number <= 300) return Period.FromWeeks(2 * number);
        if (DateWords.Months30.Contains(unit) && number <= 240) return Period.FromMonths(number);
        if (DateWords.Years.Contains(unit) && number <= 100) return Period.FromYears(number);
        if (DateWords.Hours.Contains(unit) && number <= 999) return Period.FromHours(number);
        return DateWords.Minutes.Contains(unit) && number <= 999 ? Period.FromMinutes(number) : null;
    }

    /// <summary><c>a few days</c>, <c>ein paar Wochen</c>: three when they have passed, asked about when they are to come; <c>a couple of days</c> are two.</summary>
    private static Span? Vague(Ask ask, int index)
    {
        var article = ask.Word(index) is "a" or "ein" or "the" ? 1 : 0;
        if (ask.Word(index + article) == "couple" && ask.Word(index + article + 1) == "of" && Unit(ask.Word(index + article + 2), 2) is { } two) return new Span(two, article + 3);
        if (ask.Word(index) is "anderthalb" or "eineinhalb" && Unit(ask.Word(index + 1), 1) is { } more) return new Span(more, 2) { IsVague = true };
        if (!DateWords.Few.Contains(ask.Word(index + article))) return null;
        return Unit(ask.Word(index + article + 1), AFew) is { HasTimeComponent: false } period ? new Span(period, article + 2) { IsVague = true, IsFew = true } : null;
    }

    /// <summary>A day moved by an amount of time.</summary>
    private static Found Moved(Ask ask, LocalDate from, Span by, int index, int length)
    {
        if (by.IsVague && (by.Sign > 0 || !by.IsFew)) return Found.Wrong(DateTexts.WhichDay(ask.Typed(index, length)), length);
        if (by.WorkingDays > 0)
        {
            return WorkingDays(ask, from, by.Sign * by.WorkingDays) is { } working ? new Found(working, null, length) : Found.Wrong(DateTexts.NoDay(ask.Typed(index, length)), length);
        }

        if (!by.Period.HasTimeComponent) return new Found(by.Sign < 0 ? from.Minus(by.Period) : from.Plus(by.Period), null, length);
        var at = by.Sign < 0 ? ask.Now.Minus(by.Period) : ask.Now.Plus(by.Period);
        return new Found(at.Date, new LocalTime(at.Hour, at.Minute), length);
    }

    /// <summary>Working days from a day on, by the team's calendar; without one, Monday to Friday. Null where the calendar has none.</summary>
    private static LocalDate? WorkingDays(Ask ask, LocalDate from, int days)
    {
        try
        {
            if (ask.Question.Calendar is { } calendar) return calendar.AddWorkingDates(from, days);
        }
        catch (NoWorkingTimeException)
        {
            return null;
        }

        var step = Math.Sign(days);
        for (var left = Math.Abs(days); left > 0; left -= from.DayOfWeek <= IsoDayOfWeek.Friday ? 1 : 0) from = from.PlusDays(step);
        return from;
    }

    /// <summary><c>next week</c>, <c>letzten Monat</c>, <c>vorletzte Woche</c>, <c>next working day</c>; a week perhaps with its weekday.</summary>
    private static Found? Neighbour(Ask ask, int index)
    {
        if (!DateWords.Steps.TryGetValue(ask.Word(index), out var step)) return null;
        var unit = ask.Word(index + 1);
        if (DateWords.Weeks.Contains(unit) && WithWeekday(ask, ask.Today.PlusWeeks(step), index, 2) is { } named) return named;
        if (DateWords.Weeks.Contains(unit) && step > 0) return WholeWeek(Monday(ask, step), 2);
        if (DateWords.Weeks.Contains(unit) && step < 0) return new Found(ask.Today.PlusWeeks(step), null, 2);
        if (DateWords.Weeks.Contains(unit) && ask.Question.TakesPeriod) return WholeWeek(Monday(ask, 0), 2) with { Date = ask.Today };
        if (step == 0) return DateWords.Weekends.Contains(unit) ? Weekend(Monday(ask, 0).PlusDays(5), 2) : null;
        if (DateWords.Weekends.Contains(unit)) return Weekend(Weekday(ask, IsoDayOfWeek.Saturday, step), 2);
        if (DateWords.WorkingDays.Contains(unit)) return WorkingDays(ask, ask.Today, step) is { } single ? new Found(single, null, 2) : null;
        if (unit is "working" or "business" && DateWords.Days.Contains(ask.Word(index + 2))) return WorkingDays(ask, ask.Today, step) is { } day ? new Found(day, null, 3) : null;
        if (DateWords.Days.Contains(unit)) return ask.Loose ? new Found(ask.Today.PlusDays(step), null, 2) : null;
        return Beginning(ask.Today, unit, step) is { } date ? new Found(date, null, 2) { Last = step > 0 ? Beginning(ask.Today, unit, step + 1)?.PlusDays(-1) : null } : null;
    }

    /// <summary>The first day of a coming month, quarter or year; the same day in one that has passed.</summary>
    private static LocalDate? Beginning(LocalDate today, string unit, int step)
    {
        if (DateWords.Months30.Contains(unit)) return step > 0 ? today.PlusMonths(step).With(DateAdjusters.StartOfMonth) : today.PlusMonths(step);
        if (DateWords.Quarters.Contains(unit)) return step > 0 ? QuarterOf(today).PlusMonths(3 * step) : today.PlusMonths(3 * step);
        if (DateWords.Years.Contains(unit)) return step > 0 ? new LocalDate(today.Year + step, 1, 1) : today.PlusYears(step);
        return null;
    }

    private static LocalDate QuarterOf(LocalDate day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);

    /// <summary>An amount of time, and in which direction it goes.</summary>
    private readonly record struct Span(Period Period, int Length)
    {
        public int Sign { get; init; }

        public int WorkingDays { get; init; }

        /// <summary>Nobody knows how much that is.</summary>
        public bool IsVague { get; init; }

        /// <summary>Vague, but near enough once it has passed.</summary>
        public bool IsFew { get; init; }
    }
}
