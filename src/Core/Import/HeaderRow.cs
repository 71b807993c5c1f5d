namespace AccountNudge.Core.Import;

/// <summary>Finds the names of the columns among the first rows: lists kept by hand have a title and empty rows above them.</summary>
internal static class HeaderRow
{
    /// <summary>
    /// The row with the most names that are known, two at least; else, so that unknown ones can be given a meaning, the first that
    /// could be nothing but names. A table of one column has a header with one.
    /// </summary>
    public static ImportRow? Among(IReadOnlyList<ImportRow> rows)
    {
        var width = rows.Max(Filled);
        var (best, most) = (rows[0], 0);
        foreach (var row in rows)
        {
            var known = row.Cells.Count(cell => HeaderNames.FieldOf(cell.Text) is not null);
            if (known > most) (best, most) = (row, known);
        }

        if (most >= Math.Min(2, width)) return best;
        return rows.FirstOrDefault(row => Filled(row) >= Math.Min(2, width)) is { } first && width > 1 && first.Cells.All(CouldBeName) ? first : null;
    }

    private static int Filled(ImportRow row) => row.Cells.Count(cell => !cell.IsEmpty);

    private static bool CouldBeName(Cell cell) =>
        cell.Date is null && !cell.Text.Contains('@', StringComparison.Ordinal) && (cell.IsEmpty || char.IsLetter(cell.Text[0]))
        && cell.Text.Count(char.IsDigit) * 2 <= cell.Text.Length;
}
