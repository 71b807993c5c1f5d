namespace AccountNudge.Core.Import;

/// <summary>Which figure of a date comes first.</summary>
public enum DateOrder
{
    /// <summary>The day, as in <c>31.12.2026</c>.</summary>
    DayFirst,

    /// <summary>The month, as in <c>12/31/2026</c>.</summary>
    MonthFirst,
}

/// <summary>
/// Finds out in which order the dates of a column are written: a program writes all of them alike, so one 31st decides for every
/// 3/4. Where nothing decides, somebody must be asked: a date read wrong is worse than none.
/// </summary>
public sealed class DateColumn
{
    private const int LastMonth = 12;
    private const int MostlyShare = 9;

    private int dayFirst;
    private int monthFirst;
    private int dots;
    private int undecided;

    /// <summary>The order; null where nothing decides, or where it makes no difference.</summary>
    public DateOrder? Order => (dayFirst, monthFirst) switch
    {
        // Single dates that are impossible in the order of all the others are typing errors.
        ( > 0, var against) when dayFirst >= against * MostlyShare => DateOrder.DayFirst,
        (var against, > 0) when monthFirst >= against * MostlyShare => DateOrder.MonthFirst,
        (0, 0) when dots > 0 => DateOrder.DayFirst,
        _ => null,
    };

    /// <summary>There are dates that mean one day or another, and the column does not tell which.</summary>
    public bool IsAmbiguous => Order is null && undecided > 0;

    /// <summary>Takes a cell of the column into account.</summary>
    public void Add(Cell cell)
    {
        if (cell.IsEmpty || cell.Date is not null || DateParts.Read(cell.Text) is not { IsOrdered: false } parts) return;
        if (parts.First < 1 || parts.Second < 1) return;
        if (parts.HasDots) dots++;
        if (parts.First > LastMonth && parts.Second <= LastMonth) dayFirst++;
        else if (parts.Second > LastMonth && parts.First <= LastMonth) monthFirst++;
        else if (parts.First <= LastMonth && parts.First != parts.Second) undecided++;
        // Told from both sides, the order of these is open as well.
        if (dayFirst > 0 && monthFirst > 0 && undecided == 0) undecided = 1;
    }
}
