namespace AccountNudge.Bot.Conversation.Grammar;

/// <content>Dates with a day and a month.</content>
public static partial class DateReader
{
    /// <summary>A day that went by, or is still ahead, by so little is hardly meant a year away.</summary>
    private const int DaysInDoubt = 92;

    private static readonly char[] Marks = ['.', '/', '-'];

    private static Found? Calendar(Ask ask, int index)
    {
        var key = ask.Key(index);
        if (key.Length is >= 15 and <= 19 && key[10] == 't')
        {
            var parts = key.Split('t');
            if (Numeric(ask, parts[0], 1) is { Year: { } year } iso && FaultOf(iso) is null && Clock(parts[1]) is { } time) return new Found(new LocalDate(year, iso.Month, iso.Day), time, 1);
        }

        return DayAndMonth(ask, index) is { } written ? Resolved(ask, written) : DayOfNearMonth(ask, index) ?? MonthAndYear(ask, index) ?? SeveralDays(ask, index);
    }

    /// <summary>The date that was written, in the nearest year where none is, or why it is none.</summary>
    private static Found Resolved(Ask ask, Written written)
    {
        if (FaultOf(written) is { } fault) return Found.Wrong(fault, written.Length);
        if (written.Year is { } year) return new Found(new LocalDate(year, written.Month, written.Day), null, written.Length);
        var date = Nearest(ask.Start, ask.Past, written);
        return new Found(date, null, written.Length) { Doubt = Jump(ask, date, Nearest(ask.Start, !ask.Past, written)) };
    }

    /// <summary>The nearest day that was written, today included.</summary>
    private static LocalDate Nearest(LocalDate today, bool past, Written written)
    {
        for (var year = today.Year; ; year += past ? -1 : 1)
        {
            if (!Exists(year, written.Month, written.Day)) continue;
            var date = new LocalDate(year, written.Month, written.Day);
            if (past ? date <= today : date >= today) return date;
        }
    }

    /// <summary>What is asked when a date would have to jump to another year, though it lies near in the other direction.</summary>
    private static Text? Jump(Ask ask, LocalDate date, LocalDate other)
    {
        if (date.Year == ask.Start.Year || Math.Abs(Period.DaysBetween(ask.Start, other)) > DaysInDoubt) return null;
        return ask.Past ? DateTexts.StillAhead(other) : DateTexts.AlreadyGone(other);
    }

    private static Text? FaultOf(Written written) => written.Year is < EarliestYear or > LatestYear
        ? DateTexts.NoSuchYear(written.Year.Value)
        : Exists(written.Year ?? 2000, written.Month, written.Day) ? null : DateTexts.NoSuchDay(written.Day, written.Month, written.Year);

    /// <summary>A day and month, written or in figures. It need not exist: whoever asks says so.</summary>
    private static Written? DayAndMonth(Ask ask, int index) =>
        Figures(ask, index) ?? Spaced(ask, index) ?? Glued(ask, index) ?? DayFirst(ask, index) ?? MonthFirst(ask, index);

    /// <summary><c>14.5.</c>, and <c>14.5. 2027</c> with the year apart.</summary>
    private static Written? Figures(Ask ask, int index)
    {
        if (Numeric(ask, ask.Key(index), 1) is not { } date) return null;
        var year = date.Year is null && ask.Key(index).EndsWith('.') ? FullYear(ask.Word(index + 1)) : null;
        return year is null ? date : date with { Year = year, Length = 2 };
    }

    /// <summary><c>14.5.</c>, <c>14.05.2027</c>, <c>14/05/2027</c>, <c>2027-05-14</c>.</summary>
    private static Written? Numeric(Ask ask, string key, int length)
    {
        if (key.Length is < 3 or > 11 || !char.IsAsciiDigit(key[0]) || key.IndexOfAny(Marks) is not (> 0 and var mark)) return null;
        var parts = key.Split(key[mark]);
        var closed = parts[^1].Length == 0 && key[mark] == '.';
        if (closed) parts = parts[..^1];
        if (parts.Length is < 2 or > 3 || Figure(parts[0]) is not { } first || Figure(parts[1]) is not { } second || parts[1].Length > 2) return null;
        if (parts[0].Length == 4) return parts.Length == 3 && parts[2].Length is 1 or 2 && Figure(parts[2]) is { } day ? new Written(day, second, first, length) : null;
        return parts.Length == 3 ? WithThird(ask, first, second, parts[2], length) : Pair(ask, first, second, key[mark], closed) is { } pair ? pair with { Length = length } : null;
    }

    /// <summary>Three figures. In prose they may be anything, such as a version, unless there is such a day or a whole year.</summary>
    private static Written? WithThird(Ask ask, int first, int second, string third, int length)
    {
        var year = third.Length == 4 ? Figure(third) : AnyYear(ask, third);
        if (year is null) return null;
        var isSure = ask.Loose || third.Length == 4;
        var (day, month) = isSure ? DayThenMonth(first, second) : (first, second);
        var written = new Written(day, month, year, length);
        return isSure || FaultOf(written) is null ? written : null;
    }

    /// <summary>
    /// Two figures: a date when a full stop closes them, where a date may stand also without. <c>9.30</c> is a time, <c>9-17</c> may be
    /// hours, and nothing that cannot be a date is called a wrong one unless it looks exactly like one.
    /// </summary>
    private static Written? Pair(Ask ask, int first, int second, char mark, bool closed)
    {
        if (first is 0 or > 31 || second is 0 or > 31) return null;
        if (closed) return second <= 12 || ask.Loose ? new Written(first, second, null, 1) : null;
        if (!ask.Loose || (mark != '/' && !ask.IsField)) return mark == '.' && ask.Loose && second <= 12 ? new Written(first, second, null, 1) : null;
        if (mark == '-' && second <= 12 && first <= 12) return null;
        if (mark == '.' && second > 12 && (IsLikelyTime(first, second) || first > 12)) return null;
        var (day, month) = DayThenMonth(first, second);
        return new Written(day, month, null, 1);
    }

    private static bool IsLikelyTime(int hour, int minute) => hour is >= 6 and <= 23 && minute < 60 && minute % 5 == 0;

    /// <summary>The day comes first, unless only the other way round can there be such a day.</summary>
    private static (int Day, int Month) DayThenMonth(int first, int second) => second is > 12 and <= 31 && first is >= 1 and <= 12 ? (second, first) : (first, second);

    /// <summary><c>14. 5. 2027</c></summary>
    private static Written? Spaced(Ask ask, int index)
    {
        if (!ask.Key(index).EndsWith('.') || !ask.Key(index + 1).EndsWith('.')) return null;
        if (Numeric(ask, ask.Key(index) + ask.Key(index + 1), 2) is not { Year: null } date) return null;
        return FullYear(ask.Word(index + 2)) is { } year ? date with { Year = year, Length = 3 } : date;
    }

    /// <summary>Day and month in one word: <c>1.Mai</c>, <c>12-Mar-2027</c>, <c>2027/sep/01</c>, <c>Oct-2</c>.</summary>
    private static Written? Glued(Ask ask, int index)
    {
        var key = ask.Key(index);
        if (key.Length is < 4 or > 17 || !key.Any(char.IsAsciiDigit) || !key.Any(char.IsAsciiLetter)) return null;
        var pieces = Pieces(key);
        var name = pieces.FindIndex(DateWords.Months.ContainsKey);
        if (name < 0 || pieces.Count is < 2 or > 3 || (!ask.Loose && (name == 0 || key.IndexOfAny(Marks) < 0))) return null;
        var month = DateWords.Months[pieces[name]];
        var figures = pieces.Where((_, at) => at != name).Select(piece => piece.Length is 1 or 2 or 4 ? Figure(piece) : null).ToList();
        if (figures.Any(figure => figure is null)) return null;
        var yearFirst = figures.Count == 2 && pieces[0].Length == 4;
        var day = figures[yearFirst ? 1 : 0]!.Value;
        if (day > 31) return null;
        if (figures.Count == 1) return WithYear(ask, day, month, index, index + 1);
        var year = yearFirst ? figures[0] : AnyYear(ask, pieces[^1]);
        return year is null ? null : new Written(day, month, year, 1);
    }

    /// <summary>The runs of letters and of digits in a word.</summary>
    private static List<string> Pieces(string key)
    {
        var pieces = new List<string>();
        for (var at = 0; at < key.Length;)
        {
            var start = at;
            while (at < key.Length && char.IsAsciiDigit(key[at])) at++;
            if (at == start) while (at < key.Length && char.IsLetter(key[at])) at++;
            if (at > start) pieces.Add(key[start..at]);
            else if (Array.IndexOf(Marks, key[at]) < 0) return [];
            else at++;
        }

        return pieces;
    }

    /// <summary><c>14 May</c>, <c>14th of May 2027</c>, <c>14. Mai 2027</c>, <c>ersten Mai</c></summary>
    private static Written? DayFirst(Ask ask, int index)
    {
        if (DayNumber(ask, index) is not { } day) return null;
        var at = index + day.Length;
        if (ask.Word(at) == "of") at++;
        return DateWords.Months.TryGetValue(ask.Word(at), out var month) ? WithYear(ask, day.Value, month, index, at + 1) : null;
    }

    /// <summary><c>May 14</c>, <c>May 14th, 2027</c>, <c>May the first</c></summary>
    private static Written? MonthFirst(Ask ask, int index)
    {
        if (!DateWords.Months.TryGetValue(ask.Word(index), out var month)) return null;
        if (!ask.Loose && DateWords.MonthsThatAreWords.Contains(ask.Word(index))) return null;
        var at = ask.Word(index + 1) == "the" ? index + 2 : index + 1;
        return DayNumber(ask, at) is { } day ? WithYear(ask, day.Value, month, index, at + day.Length) : null;
    }

    private static Written WithYear(Ask ask, int day, int month, int start, int yearAt)
    {
        var year = YearAt(ask, yearAt);
        return new Written(day, month, year?.Value, yearAt - start + (year?.Length ?? 0));
    }

    /// <summary><c>20th of next month</c>, <c>31. dieses Monats</c></summary>
    private static Found? DayOfNearMonth(Ask ask, int index)
    {
        if (DayNumber(ask, index) is not { } day) return null;
        var at = index + day.Length;
        if (day.IsBare && !DateWords.Of.Contains(ask.Word(at))) return null;
        while (DateWords.Of.Contains(ask.Word(at))) at++;
        if (!DateWords.Steps.TryGetValue(ask.Word(at), out var step) || !DateWords.Months30.Contains(ask.Word(at + 1))) return null;
        var month = ask.Today.PlusMonths(step);
        return Resolved(ask, new Written(day.Value, month.Month, month.Year, at + 2 - index));
    }

    /// <summary><c>March 2019</c>, <c>im März 2019</c>, where a date must stand also <c>03/2019</c>: looking back, its first day.</summary>
    private static Found? MonthAndYear(Ask ask, int index)
    {
        if (!ask.Past || !ask.Loose) return null;
        var at = ask.Word(index) is "in" or "im" ? index + 1 : index;
        if (DateWords.Months.TryGetValue(ask.Word(at), out var month)) return FullYear(ask.Word(at + 1)) is { } year ? new Found(new LocalDate(year, month, 1), null, at + 2 - index) : null;
        if (!ask.IsField || ask.Word(index).Split(Marks) is not [var first, var second]) return null;
        var (figure, named) = first.Length == 4 ? (second, first) : (first, second);
        return figure.Length <= 2 && Figure(figure) is >= 1 and <= 12 && FullYear(named) is { } whole ? new Found(new LocalDate(whole, Figure(figure)!.Value, 1), null, 1) : null;
    }

    /// <summary><c>8.-10. Mai</c>, <c>3.5.-5.5.</c></summary>
    private static Found? SeveralDays(Ask ask, int index)
    {
        if (ask.Key(index).Split('-', '–') is not [{ Length: > 0 } first, { Length: > 0 } last]) return null;
        if (Ordinal(first.TrimEnd('.')) is not null && Ordinal(last.TrimEnd('.')) is not null && DateWords.Months.ContainsKey(ask.Word(index + 1))) return Several(2);
        return Numeric(ask, first, 1) is not null && Numeric(ask, last, 1) is not null ? Several(1) : null;

        Found Several(int length) => Found.Wrong(DateTexts.WholePeriod(ask.Typed(index, length)), length);
    }

    /// <summary><c>14.</c>, <c>14th</c> or <c>the second</c> alone, where a date may stand; a bare number only where nothing else can be meant.</summary>
    private static Found? DayOfMonth(Ask ask, int index)
    {
        if (!ask.Loose || DayNumber(ask, index) is not { } day) return null;
        var isAlone = ask.IsField && ask.IsLast(index + day.Length - 1);
        if ((day.IsWord && !isAlone) || (day.IsBare && !(isAlone && index > 0 && DateWords.Leads.Contains(ask.Word(index - 1))))) return null;
        return NearestDay(ask, day.Value) is { } date ? new Found(date, null, day.Length) : null;
    }

    /// <summary>The nearest month that has such a day.</summary>
    private static LocalDate? NearestDay(Ask ask, int day)
    {
        for (var months = 0; months <= 2; months++)
        {
            var month = ask.Start.PlusMonths(ask.Past ? -months : months);
            if (!Exists(month.Year, month.Month, day)) continue;
            var date = new LocalDate(month.Year, month.Month, day);
            if (ask.Past ? date <= ask.Start : date >= ask.Start) return date;
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

    /// <summary>A day and month as written, and its year where that is written too.</summary>
    private readonly record struct Written(int Day, int Month, int? Year, int Length);
}
