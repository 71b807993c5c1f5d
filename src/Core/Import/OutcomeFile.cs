using System.Globalization;
using System.IO.Compression;
using System.Text;
using AccountNudge.Core.Texts;
using CsvHelper;

namespace AccountNudge.Core.Import;

/// <summary>A file with every row and what becomes of it.</summary>
public static class OutcomeFile
{
    private static readonly Text Row = new($"Row", $"Zeile");
    private static readonly Text Outcome = new($"What happens", $"Was passiert");
    private static readonly Text Filled = new($"Filled in", $"Ergänzt");
    private static readonly Text Remarks = new($"Remarks", $"Anmerkungen");

    /// <summary>Writes it, compressed, for a reader's spreadsheet.</summary>
    internal static byte[] Write(ImportPlan plan, Voice voice)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var text = new StreamWriter(zip, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { Separator = voice.Language == Language.German ? ';' : ',', Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            string[] header = [Row.Plain(voice), Outcome.Plain(voice), ImportFieldNames.NameOf(ImportField.AccountName).Plain(voice), ImportFieldNames.NameOf(ImportField.ContactName).Plain(voice), Filled.Plain(voice), Remarks.Plain(voice)];
            csv.WriteRecord(header);
            foreach (var row in plan.Rows)
            {
                string[] record =
                [
                    row.Row.ToString(CultureInfo.InvariantCulture), ImportTexts.Outcome(row.Kind).Plain(voice), row.Account?.Name ?? "", row.Contact?.Name ?? "",
                    string.Join(", ", row.Filled.Select(field => ImportFieldNames.NameOf(field).Plain(voice))), string.Join(' ', row.Remarks.Select(remark => remark.Plain(voice))),
                ];
                csv.WriteRecord(record);
            }

            csv.Flush();
        }

        return bytes.ToArray();
    }

    /// <summary>Its text, as it was kept with an import.</summary>
    public static byte[] Unpack(byte[] packed)
    {
        using var zip = new GZipStream(new MemoryStream(packed, writable: false), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        zip.CopyTo(bytes);
        return bytes.ToArray();
    }
}
