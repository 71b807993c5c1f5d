using System.Text;
using System.Text.Unicode;
using AccountNudge.Core.Texts;
using CsvHelper;

namespace AccountNudge.Core.Import;

/// <summary>A text file of rows: its encoding and separator are found out, since no export says them.</summary>
internal sealed class CsvFile
{
    private const int SampleLength = 65_536;
    private const int SampleRows = 100;

    /// <summary>Bytes of a row that is still read to its end: more than any that people write, and no unclosed quotation mark goes further.</summary>
    private const int LongestRecord = 1024 * 1024;

    private const string SeparatorMark = "sep=";
    private const string Separators = ",;\t|";

    /// <summary>How web pages (which some programs call .xls), PDF, rich text and JSON begin.</summary>
    private static readonly string[] OtherKinds = ["<", "%PDF", "{"];

    private readonly byte[] bytes;
    private readonly Encoding encoding;
    private readonly char separator;

    private CsvFile(byte[] bytes, Encoding encoding, char separator) => (this.bytes, this.encoding, this.separator) = (bytes, encoding, separator);

    /// <summary>Looks through the file; refuses what is no text.</summary>
    public static CsvFile Open(byte[] bytes)
    {
        var told = EncodingOf(bytes);
        var sample = CheckedSample(bytes, told);
        if (OtherKinds.Any(mark => sample.AsSpan().TrimStart().StartsWith(mark, StringComparison.Ordinal))) throw new RefusalException(ImportRefusals.NotATable);
        return new CsvFile(bytes, told, SeparatorOf(sample));
    }

    /// <summary>The rows that hold something.</summary>
    public IEnumerable<ImportRow> Rows()
    {
        var unclosed = false;
        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false,
            MaxRecordSize = LongestRecord,
            OnMalformedRecord = malformed => unclosed |= malformed.Reason == CsvMalformedReason.UnterminatedQuote,
        };
        using var reader = CsvReader.Create(Reader(bytes, encoding), options);
        while (HasNext(reader))
        {
            var number = (int)reader.RowNumber;
            // All rows from here on would be one cell.
            if (unclosed) throw new RefusalException(ImportRefusals.QuoteNotClosed(number));
            var cells = CellsOf(reader, number);
            // Excel's own line that names the separator.
            if (number == 1 && cells is [{ Text: var first }, ..] && first.StartsWith(SeparatorMark, StringComparison.OrdinalIgnoreCase)) continue;
            if (cells.Count > 0) yield return new ImportRow(number, cells);
        }
    }

    private static bool HasNext(CsvReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException tooLong)
        {
            throw new RefusalException(ImportRefusals.CellTooLong((int)tooLong.RecordNumber));
        }
    }

    private static List<Cell> CellsOf(CsvReader reader, int row)
    {
        var cells = new List<Cell>();
        for (var column = 0; column < reader.FieldCount; column++)
        {
            if (reader.IsEmpty(column)) continue;
            var text = reader.GetString(column).Trim();
            if (text.Length == 0) continue;
            if (column >= ImportLimits.Columns) throw new RefusalException(ImportRefusals.TooManyColumns);
            if (text.Length > ImportLimits.CellLength) throw new RefusalException(ImportRefusals.CellTooLong(row));
            while (cells.Count < column) cells.Add(new Cell(""));
            cells.Add(new Cell(text));
        }

        return cells;
    }

    /// <summary>A mark at the beginning decides; else UTF-8 where all of it is valid, and what German and English Windows writes.</summary>
    private static Encoding EncodingOf(byte[] bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ when Utf8.IsValid(bytes) => Encoding.UTF8,
        _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
    };

    private static StreamReader Reader(byte[] bytes, Encoding encoding) => new(new MemoryStream(bytes, writable: false), encoding);

    /// <summary>The beginning; all of it is looked through for what is in no text.</summary>
    private static string CheckedSample(byte[] bytes, Encoding encoding)
    {
        using var reader = Reader(bytes, encoding);
        var buffer = new char[SampleLength];
        string? sample = null;
        int count;
        while ((count = reader.ReadBlock(buffer)) > 0)
        {
            if (buffer.AsSpan(0, count).Contains('\0')) throw new RefusalException(ImportRefusals.Nul);
            if (buffer.AsSpan(0, count).ContainsAnyInRange('\u0001', '\u0008') || buffer.AsSpan(0, count).ContainsAnyInRange('\u000E', '\u0019'))
                throw new RefusalException(ImportRefusals.NotATable);
            sample ??= new string(buffer, 0, count);
        }

        return sample ?? throw new RefusalException(ImportRefusals.Empty);
    }

    /// <summary>The character that parts most rows into equally many columns, counted outside of quotes.</summary>
    private static char SeparatorOf(string sample)
    {
        var named = sample.StartsWith(SeparatorMark, StringComparison.OrdinalIgnoreCase) && sample.Length > SeparatorMark.Length ? sample[SeparatorMark.Length] : '\0';
        if (Separators.Contains(named, StringComparison.Ordinal)) return named;
        return Separators.MaxBy(candidate => Fit(sample, candidate));
    }

    private static double Fit(string sample, char candidate)
    {
        var counts = SeparatorsByRow(sample, candidate).Take(SampleRows).ToList();
        // Above the header may stand a title, and the sample may break off within its last row.
        var usual = counts.Where(count => count > 0).CountBy(count => count).OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key).FirstOrDefault();
        return usual.Key == 0 ? 0 : ((double)usual.Value / counts.Count) + (0.001 * Math.Min(usual.Key, ImportLimits.Columns));
    }

    private static IEnumerable<int> SeparatorsByRow(string sample, char candidate)
    {
        var (count, isQuoted, isBlank, isStart) = (0, false, true, true);
        foreach (var character in sample)
        {
            if (character == '"' && (isQuoted || isStart))
            {
                // Two quotation marks within quotes close and open again.
                (isQuoted, isBlank) = (!isQuoted, false);
                isStart = !isQuoted;
                continue;
            }

            if (isQuoted) continue;
            isStart = character == candidate || character == '\n' || character == '\r';
            if (character == candidate) count++;
            if (character is '\n' or '\r')
            {
                if (!isBlank) yield return count;
                (count, isBlank) = (0, true);
            }
            else if (!char.IsWhiteSpace(character))
            {
                isBlank = false;
            }
        }

        if (!isBlank) yield return count;
    }
}
