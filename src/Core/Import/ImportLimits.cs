namespace AccountNudge.Core.Import;

/// <summary>How large a file may be: far above what an account team keeps, and low enough that no file can exhaust the memory.</summary>
public static class ImportLimits
{
    /// <summary>Megabytes of the file as it is sent.</summary>
    public const int Megabytes = 20;

    /// <summary>Megabytes of everything in a workbook once it is unzipped: a hundred thousand rows of ten cells have about a hundred.</summary>
    public const int UnzippedMegabytes = 150;

    /// <summary>Megabytes of a workbook's shared texts, which are kept in memory while it is read.</summary>
    public const int SharedTextMegabytes = 50;

    /// <summary>Parts of a workbook: sheets, images and the like.</summary>
    public const int WorkbookParts = 2000;

    /// <summary>Rows that hold something, without the header.</summary>
    public const int Rows = 100_000;

    /// <summary>Columns up to the last one that holds something.</summary>
    public const int Columns = 200;

    /// <summary>Characters of a cell. A longer one is refused, not cut: it nearly always comes of a quotation mark that is never closed.</summary>
    public const int CellLength = 10_000;

    /// <summary>Rows from the top among which the header is looked for.</summary>
    public const int RowsBeforeHeader = 20;

    /// <summary>Rows of a sheet in Excel, empty ones included. A sheet that claims more was not written by a spreadsheet.</summary>
    public const int SheetRows = 1_048_576;

    /// <summary>Cells of a sheet, empty ones between others included.</summary>
    public const int SheetCells = 50_000_000;

    internal const int BytesOfMegabyte = 1024 * 1024;
}
