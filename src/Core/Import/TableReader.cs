using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Import;

/// <summary>
/// Reads a file into a table. What it is, is told by its content; its name counts for nothing. Whatever the bytes are, nothing is
/// thrown but a refusal that says what is wrong with the file.
/// </summary>
public static class TableReader
{
    private static readonly byte[] Zip = [(byte)'P', (byte)'K', 3, 4];
    private static readonly byte[] EmptyZip = [(byte)'P', (byte)'K', 5, 6];
    private static readonly byte[] OfficeBefore2007 = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>The table in a file. The file is held in memory as it is, its rows are not.</summary>
    /// <param name="file">The whole file; it need not be seekable and is not closed.</param>
    public static ImportTable Read(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var bytes = Bytes(file);
        if (bytes.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0) throw new RefusalException(ImportRefusals.Empty);
        if (Begins(bytes, OfficeBefore2007)) throw new RefusalException(ImportRefusals.OldExcel);
        if (!Begins(bytes, Zip) && !Begins(bytes, EmptyZip)) return ImportTable.Of(CsvFile.Open(bytes).Rows);
        WorkbookFile.Check(bytes);
        return ImportTable.Of(() => WorkbookFile.Rows(bytes));
    }

    private static byte[] Bytes(Stream file)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while ((count = file.Read(buffer)) > 0)
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > ImportLimits.Megabytes * ImportLimits.BytesOfMegabyte) throw new RefusalException(ImportRefusals.TooLarge);
        }

        return bytes.ToArray();
    }

    private static bool Begins(byte[] bytes, byte[] mark) => bytes.AsSpan().StartsWith(mark);
}
