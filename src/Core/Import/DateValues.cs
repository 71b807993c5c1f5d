using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Import;

/// <summary>A birthday.</summary>
/// <param name="Day">The day of the year; 29 February stays what it is.</param>
/// <param name="Year">The year of birth, where it is known.</param>
public sealed record Birthday(AnnualDate Day, int? Year);

/// <summary>Reads the dates of cells, once the order of their column is known.</summary>
internal static class DateValues
{
    private const int Century = 100;

    /// <summary>A birthday. A year in which nobody at a client can be born stands for an unknown one: the day is kept.</summary>
    public static Birthday? Birthday(Cell cell, string header, DateOrder? order, LocalDate today, List<Text> remarks)
    {
        if (Parts(cell, header, remarks) is not { } parts || InOrder(parts, header, cell, order, remarks) is not var (day, month)) return null;
        var year = parts is { IsShortYear: true, Year: { } digits } ? Latest(digits, today.Year - DirectoryRules.YoungestAge) : parts.Year;
        // Without a year every February has 29 days.
        if (!IsDay(year ?? 2000, month, day)) return Impossible(cell, header, remarks);
        if (year is { } born && !DirectoryRules.IsBirthYear(born, today))
        {
            remarks.Add(ImportTexts.ImpossibleBirthYear(cell.Text));
            year = null;
        }

        return new Birthday(new AnnualDate(month, day), year);
    }

    /// <summary>A day that is not ahead. Two digits are of this century up to the current year, and of the last one beyond it.</summary>
    public static LocalDate? Past(Cell cell, string header, DateOrder? order, LocalDate today, List<Text> remarks)
    {
        if (Parts(cell, header, remarks) is not { } parts) return null;
        if (parts.Year is null)
        {
            remarks.Add(ImportTexts.NoYear(header, cell.Text));
            return null;
        }

        if (InOrder(parts, header, cell, order, remarks) is not var (day, month)) return null;
        var year = parts.IsShortYear ? Latest(parts.Year.Value, today.Year) : parts.Year.Value;
        if (!IsDay(year, month, day)) return Impossible<LocalDate>(cell, header, remarks);
        var date = new LocalDate(year, month, day);
        if (date <= today && !DirectoryRules.IsTooLongAgo(date, today)) return date;
        remarks.Add(date > today ? ImportTexts.DayAhead(header, cell.Text) : ImportTexts.TooLongAgo(header, cell.Text));
        return null;
    }

    private static DateParts? Parts(Cell cell, string header, List<Text> remarks)
    {
        if (cell.IsEmpty) return null;
        if (cell.Date is { } date) return new DateParts(date.Day, date.Month, date.Year, false, true, false);
        if (DateParts.Read(cell.Text) is { } parts) return parts.IsNone ? null : parts;
        remarks.Add(ImportTexts.NoDate(header, cell.Text));
        return null;
    }

    private static (int Day, int Month)? InOrder(DateParts parts, string header, Cell cell, DateOrder? order, List<Text> remarks)
    {
        if (parts.IsOrdered || order == DateOrder.DayFirst || parts.First == parts.Second) return (parts.First, parts.Second);
        if (order == DateOrder.MonthFirst) return (parts.Second, parts.First);
        remarks.Add(ImportTexts.AmbiguousDate(header, cell.Text));
        return null;
    }

    private static int Latest(int digits, int last) => last - ((((last - digits) % Century) + Century) % Century);

    private static bool IsDay(int year, int month, int day) => year is > 0 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);

    private static Birthday? Impossible(Cell cell, string header, List<Text> remarks)
    {
        remarks.Add(ImportTexts.ImpossibleDate(header, cell.Text));
        return null;
    }

    private static T? Impossible<T>(Cell cell, string header, List<Text> remarks)
        where T : struct
    {
        remarks.Add(ImportTexts.ImpossibleDate(header, cell.Text));
        return null;
    }
}
