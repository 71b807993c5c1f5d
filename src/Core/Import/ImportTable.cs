using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Import;

/// <summary>A cell as it stands in the file.</summary>
/// <param name="Text">Its characters, without spaces around them; formulas of a workbook by their stored value.</param>
/// <param name="Date">The day, where a workbook stores one as a date.</param>
public readonly record struct Cell(string Text, LocalDate? Date = null)
{
    /// <summary>Nothing stands in it.</summary>
    public bool IsEmpty => Text.Length == 0;
}

/// <summary>A row that holds something.</summary>
/// <param name="Number">Where it stands in the file, counted from 1 with the header and what is above it, as a spreadsheet counts.</param>
/// <param name="Cells">Its cells; there may be fewer than columns.</param>
public sealed record ImportRow(int Number, IReadOnlyList<Cell> Cells)
{
    /// <summary>The cell of a column; an empty one behind the end of the row.</summary>
    public Cell At(int column) => column < Cells.Count ? Cells[column] : new Cell("");
}

/// <summary>A file as a header and rows. The rows are read from the file each time they are gone through, one at a time.</summary>
public sealed class ImportTable
{
    private readonly Func<IEnumerable<ImportRow>> read;

    private ImportTable(ImportRow header, Func<IEnumerable<ImportRow>> read) => (Header, this.read) = (header, read);

    /// <summary>The row with the names of the columns.</summary>
    public ImportRow Header { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Headers => [.. Header.Cells.Select(cell => cell.Text)];

    /// <summary>What stands below the header, without empty rows. Too many rows or too long cells are refused on the way.</summary>
    public IEnumerable<ImportRow> Rows
    {
        get
        {
            var count = 0;
            foreach (var row in read().Where(row => row.Number > Header.Number))
            {
                if (++count > ImportLimits.Rows) throw new RefusalException(ImportRefusals.TooManyRows);
                yield return row;
            }
        }
    }

    /// <summary>The table in rows that are read anew each time.</summary>
    internal static ImportTable Of(Func<IEnumerable<ImportRow>> read)
    {
        var top = read().Take(ImportLimits.RowsBeforeHeader).ToList();
        if (top.Count == 0) throw new RefusalException(ImportRefusals.Empty);
        return new ImportTable(HeaderRow.Among(top) ?? throw new RefusalException(ImportRefusals.NoHeader), read);
    }
}
