using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using AccountNudge.Core.Texts;
using ExcelDataReader;

namespace AccountNudge.Core.Import;

/// <summary>
/// An Excel workbook (.xlsx). Its first sheet that holds something is read. The format before 2007 is refused: what reading it costs
/// cannot be bounded beforehand, and every spreadsheet saves the newer one.
/// </summary>
internal static class WorkbookFile
{
    // The reader's settings name code page 1252 when they are made, which .NET knows only once the provider is registered.
    static WorkbookFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Refuses archives that are no workbook, and those too large once unzipped: what they say of their size is not believed but counted.</summary>
    public static void Check(byte[] bytes) => Guarded(() =>
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        var isWorkbook = archive.Entries.Any(entry => entry.FullName.Equals("xl/workbook.xml", StringComparison.OrdinalIgnoreCase));
        if (!isWorkbook) throw new RefusalException(ImportRefusals.NotATable);
        if (archive.Entries.Count > ImportLimits.WorkbookParts) throw new RefusalException(ImportRefusals.TooLargeUnzipped);
        var left = (long)ImportLimits.UnzippedMegabytes * ImportLimits.BytesOfMegabyte;
        foreach (var entry in archive.Entries)
        {
            // Whatever is no sheet is kept in memory by the reader.
            var isSheet = entry.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase);
            left -= Inflated(entry, isSheet ? left : Math.Min(left, (long)ImportLimits.SharedTextMegabytes * ImportLimits.BytesOfMegabyte));
        }

        return true;
    });

    /// <summary>The rows that hold something.</summary>
    public static IEnumerable<ImportRow> Rows(byte[] bytes)
    {
        using var reader = Guarded(() => FirstWithRows(bytes));
        // One cell far to the right and another far below make a sheet of billions in a file of a few bytes.
        long cellsSeen = 0;
        for (var number = 1; Guarded(reader.Read); number++)
        {
            if (number > ImportLimits.SheetRows) throw new RefusalException(ImportRefusals.Broken);
            if ((cellsSeen += reader.FieldCount) > ImportLimits.SheetCells) throw new RefusalException(ImportRefusals.TooLargeUnzipped);
            var row = number;
            var cells = Guarded(() => CellsOf(reader, row));
            if (cells.Count > 0) yield return new ImportRow(number, cells);
        }
    }

    private static long Inflated(ZipArchiveEntry entry, long most)
    {
        if (entry.Length > most) throw new RefusalException(ImportRefusals.TooLargeUnzipped);
        using var stream = entry.Open();
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            long length = 0;
            int count;
            while ((count = stream.Read(buffer)) > 0)
            {
                length += count;
                if (length > most) throw new RefusalException(ImportRefusals.TooLargeUnzipped);
            }

            return length;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The reader stands before the first row of the first sheet that has any; of the last sheet if none has.</summary>
    private static IExcelDataReader FirstWithRows(byte[] bytes)
    {
        var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes, writable: false));
        while (reader.FieldCount == 0 && reader.NextResult())
        {
        }

        return reader;
    }

    private static List<Cell> CellsOf(IExcelDataReader reader, int row)
    {
        var cells = new List<Cell>();
        for (var column = 0; column < reader.FieldCount; column++)
        {
            var cell = CellOf(reader.GetValue(column));
            if (cell.IsEmpty) continue;
            if (column >= ImportLimits.Columns) throw new RefusalException(ImportRefusals.TooManyColumns);
            if (cell.Text.Length > ImportLimits.CellLength) throw new RefusalException(ImportRefusals.CellTooLong(row));
            while (cells.Count < column) cells.Add(new Cell(""));
            cells.Add(cell);
        }

        return cells;
    }

    private static Cell CellOf(object? value) => value switch
    {
        null => new Cell(""),
        DateTime date => new Cell(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), LocalDate.FromDateTime(date)),
        // Telephone numbers may be stored as numbers, which would be written with an exponent.
        double number when Math.Abs(number) < 1e15 && number == Math.Floor(number) => new Cell(number.ToString("F0", CultureInfo.InvariantCulture)),
        IFormattable other => new Cell(other.ToString(null, CultureInfo.InvariantCulture).Trim()),
        _ => new Cell(value.ToString()?.Trim() ?? ""),
    };

    /// <summary>A damaged archive fails in as many ways as there are classes that read it; all of them mean the same to whoever sent it.</summary>
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is not (RefusalException or OutOfMemoryException))
        {
            throw new RefusalException(ImportRefusals.Broken);
        }
    }
}
