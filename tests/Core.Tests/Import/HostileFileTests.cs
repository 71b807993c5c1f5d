using System.IO.Compression;
using System.Text;
using AccountNudge.Core.Import;
using AccountNudge.Core.Texts;
using NodaTime;
using static AccountNudge.Core.Tests.Import.ImportFiles;

namespace AccountNudge.Core.Tests.Import;

/// <summary>Files that somebody has broken, or made to break something: each is read as far as it is a list, or refused with a sentence.</summary>
public class HostileFileTests
{
    private const string NoTable = "I can import CSV files and Excel workbooks (.xlsx). This file is neither.";
    private const string Damaged = "The workbook is damaged";
    private const string Unpacked = "The workbook is too large once it is unpacked.";
    private const string NoHeader = "I can’t find a header.";
    private const string LongCell = "A cell in row 2 has more than 10,000 characters.";

    /// <summary>What reading may allocate at most: so many times the bytes of the file, beside what the most rows and the largest workbook that are taken need.</summary>
    private const int Ratio = 60;
    private const long Besides = 640L * 1024 * 1024;

    private static readonly (string Name, Func<byte[]> File, string Outcome)[] All =
    [
        ("a picture called .csv", () => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 0x1A, 10, 0, 0, 0, 13], "The file has characters that are in no text (NUL)."),
        ("a web page called .xls", () => Bytes("<table><tr><td>Client</td></tr></table>"), NoTable),
        ("JSON", () => Bytes("{\"client\": \"Weber\"}"), NoTable),
        ("a text with form feeds and bells", () => Bytes("Client,Notes\nWeber,\u0007\n"), NoTable),
        ("rich text", () => Bytes(@"{\rtf1\ansi Client}"), NoTable),
        ("a Word document called .xlsx", () => Zip(("word/document.xml", "<w/>")), NoTable),
        ("a Java archive", () => Zip(("META-INF/MANIFEST.MF", "Main-Class: X")), NoTable),
        ("an empty archive", () => [(byte)'P', (byte)'K', 5, 6, .. new byte[18]], NoTable),
        ("the beginning of an archive and nothing else", () => [(byte)'P', (byte)'K', 3, 4], Damaged),
        ("an archive with rubbish behind its beginning", () => [(byte)'P', (byte)'K', 3, 4, .. Enumerable.Range(0, 2000).Select(number => (byte)(number * 37))], Damaged),
        ("Excel before 2007", () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]], "This is an old Excel file or a password-protected one."),
        ("one byte", () => [65], NoHeader),
        ("a byte order mark and nothing else", () => [0xEF, 0xBB, 0xBF], "The file is empty."),
        ("half of a UTF-16 character", () => [0xFF, 0xFE, (byte)'K'], NoHeader),
        ("NUL in the middle", () => Bytes("Client,Contact\nWeber,Sab\0ine\n"), "The file has characters that are in no text (NUL)."),
        ("NUL far behind the beginning", () => Bytes("Client,Contact\n" + Repeated("Weber,Sabine Klein\n", 20_000) + "Falk,\0\n"), "The file has characters that are in no text (NUL)."),
        ("two encodings in one file", () => [.. Bytes("Client,Contact\nMüller,Jörg\n"), .. "Gr"u8, 0xF6, 0xDF, .. "e,Ute\n"u8], "rows: 2"),
        ("line ends of three kinds", () => Bytes("Client,Contact\r\nWeber,A B\rFalk,C D\nLindner,E F"), "rows: 3"),
        ("separators that change", () => Bytes("Client;Contact\nWeber;A B\nFalk,C D\n"), "rows: 2"),
        ("a formula as a client", () => Bytes("Client,Contact\n=HYPERLINK(\"http://x\"),A B\n"), "rows: 1"),
        ("a formula that calls a program", () => Bytes("Client,Contact\n=cmd|' /C calc'!A0,A B\n"), "rows: 1"),
        ("script in a name", () => Bytes("Client,Contact\n<script>alert(1)</script>,A B\n"), "rows: 1"),
        ("right-to-left marks and other unseen characters", () => Bytes("Client,Contact\nWe\u202Eber,\u200BSabine\u2060 Klein\n"), "rows: 1"),
        ("a name of combining marks", () => Bytes($"Client,Contact\nWe{new string('\u0301', 500)}ber,A B\n"), "rows: 1"),
        ("a cell of ten megabytes", () => Bytes("Client,Notes\nWeber," + new string('x', 10 * 1024 * 1024) + "\n"), LongCell),
        ("a cell of ten megabytes in quotes", () => Bytes("Client,Notes\nWeber,\"" + new string('x', 10 * 1024 * 1024) + "\"\n"), LongCell),
        ("a cell a character too long", () => Bytes("Client,Notes\nWeber," + new string('x', 10_001) + "\n"), LongCell),
        ("a cell as long as may be", () => Bytes("Client,Notes\nWeber," + new string('x', 10_000) + "\n"), "rows: 1"),
        ("a quotation mark that is never closed", () => Bytes("Client,Notes\nWeber,\"open\nFalk,1\n"), "A quotation mark opens in row 2"),
        ("nothing but quotation marks", () => Bytes(new string('"', 99_999)), "A quotation mark opens in row 1"),
        ("a million separators", () => Bytes("Client,Contact\nWeber,A B\n" + new string(',', 1_000_000)), "rows: 1"),
        ("a header of a thousand columns", () => Bytes(string.Join(',', Enumerable.Range(0, 1000).Select(number => $"Column{number}")) + "\nWeber\n"), "The file has more than 200 columns."),
        ("two hundred columns of one name", () => Bytes(string.Join(',', Enumerable.Repeat("Client", 200)) + "\nWeber\n"), "rows: 1"),
        ("a hundred thousand empty rows", () => Bytes("Client,Contact\n" + Repeated("\n", 100_000) + "Weber,A B\n"), "rows: 1"),
        ("a row more than may be", () => Bytes("Client,Contact\n" + Repeated("W,A B\n", 100_001)), "The file has more than 100,000 rows."),
        ("dates that are none", () => Bytes("Client,Since\nWeber,99.99.9999\nFalk,0000-00-00\nLindner,29.2.2023\n"), "rows: 3"),
        ("a telephone number of a thousand digits", () => Bytes("Client,Contact,Phone\nWeber,A B," + new string('9', 1000) + "\n"), "rows: 1"),
        ("a mail address that slows patterns down", () => Bytes("Client,Contact,Email\nWeber,A B," + new string('a', 5000) + "@" + new string('.', 4000) + "\n"), "rows: 1"),
        ("a rhythm that slows patterns down", () => Bytes("Client,Rhythm\nWeber," + Repeated("1 x ", 2000) + "\n"), "rows: 1"),
        ("a workbook that breaks off", () => [.. Workbook(Row(1, "Client", "Contact") + Row(2, "Weber", "A B")).Take(900)], Damaged),
        ("a sheet whose XML breaks off", () => Workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Client"), Damaged),
        ("entities that multiply", () => Workbook("<row r=\"1\">" + Text("A1", "Client") + "</row>", "A1:B2").With("xl/worksheets/sheet1.xml", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&b;</t></is></c></row></sheetData></worksheet>"), Damaged),
        ("an entity that reads a file", () => Workbook("").With("xl/worksheets/sheet1.xml", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&a;</t></is></c></row></sheetData></worksheet>"), Damaged),
        ("shared texts that are not there", () => Workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c><c r=\"B1\" t=\"s\"><v>-1</v></c></row>"), NoHeader),
        ("a relationship of the workbook to itself", () => Workbook(Row(1, "Client", "Contact")).With("xl/_rels/workbook.xml.rels", "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"workbook.xml\"/></Relationships>"), "The file is empty."),
        ("a sheet outside of the archive", () => Workbook(Row(1, "Client", "Contact")).With("xl/_rels/workbook.xml.rels", "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"../../../../etc/passwd\"/></Relationships>"), "The file is empty."),
        ("a sheet of zeros that swells a thousandfold", () => Zip(("xl/workbook.xml", "<workbook/>"), ("xl/worksheets/sheet1.xml", new string(' ', 151 * 1024 * 1024))), Unpacked),
        ("shared texts that swell", () => Zip(("xl/workbook.xml", "<workbook/>"), ("xl/sharedStrings.xml", new string('x', 51 * 1024 * 1024))), Unpacked),
        ("more parts than a workbook has", () => Zip([("xl/workbook.xml", ""), .. Enumerable.Range(0, 2001).Select(number => ($"xl/{number}.xml", ""))]), Unpacked),
        ("a cell in the last column of the last row", () => Workbook(Row(1, "Client", "Contact") + $"<row r=\"1048576\">{Text("XFD1048576", "Weber")}</row>"), Unpacked),
        ("rows that count backwards", () => Workbook(Row(5, "Client", "Contact") + Row(2, "Weber", "A B")), "rows: 1"),
        ("a cell of a workbook that is too long", () => Workbook(Row(1, "Client", "Notes") + Row(2, "Weber", new string('x', 10_001))), LongCell),
        ("errors in cells", () => Workbook(Row(1, "Client", "Contact") + "<row r=\"2\"><c r=\"A2\" t=\"e\"><v>#REF!</v></c><c r=\"B2\" t=\"e\"><v>#N/A</v></c></row>"), "rows: 0"),
        ("a number that is none", () => Workbook(Row(1, "Client", "Phone") + "<row r=\"2\"><c r=\"A2\"><v>1e400</v></c><c r=\"B2\"><v>NaN</v></c></row>"), "rows: 1"),
    ];

    public static TheoryData<string> Names => [.. All.Select(file => file.Name)];

    [Theory, MemberData(nameof(Names))]
    public void It_is_read_as_far_as_it_is_a_list_or_refused_with_a_sentence(string name)
    {
        var (_, file, outcome) = All.Single(file => file.Name == name);
        var bytes = file();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Outcome(bytes).ShouldStartWith(outcome, customMessage: name);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        allocated.ShouldBeLessThan((Ratio * (long)bytes.Length) + Besides, name);
    }

    private static string Outcome(byte[] bytes)
    {
        try
        {
            var table = Table(bytes);
            var plan = DryRun.Plan(table.Rows, ColumnMapping.Propose(table.Headers), "DE", new LocalDate(2026, 12, 1), new DirectorySnapshot());
            return $"rows: {plan.Rows.Count}";
        }
        catch (RefusalException refusal)
        {
            refusal.Reason.Plain(Voice.German).ShouldNotBeEmpty();
            return refusal.Reason.Plain(Voice.English);
        }
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}

/// <summary>Workbooks with a part exchanged.</summary>
internal static class Exchanged
{
    public static byte[] With(this byte[] workbook, string part, string text)
    {
        using var bytes = new MemoryStream();
        bytes.Write(workbook);
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(part)!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(part).Open());
            writer.Write(text);
        }

        return bytes.ToArray();
    }
}
