using System.Text;
using AccountNudge.Core.Import;
using AccountNudge.Core.Texts;
using static AccountNudge.Core.Tests.Import.ImportFiles;

namespace AccountNudge.Core.Tests.Import;

public class TableReaderTests
{
    [Theory]
    [InlineData("Kunde,Telefon\nWeber,1\nFalk,2", ",")]
    [InlineData("Kunde;Telefon\r\nWeber;1\r\nFalk;2\r\n", ";")]
    [InlineData("Kunde\tTelefon\nWeber\t1\nFalk\t2", "\t")]
    [InlineData("Kunde|Telefon\nWeber|1\nFalk|2", "|")]
    [InlineData("sep=;\nKunde;Telefon\nWeber;1\nFalk;2", ";")]
    public void The_separator_is_found_out(string text, string separator) =>
        Table(text).Rows.Select(row => string.Join(separator, row.Cells.Select(cell => cell.Text))).ShouldBe([$"Weber{separator}1", $"Falk{separator}2"]);

    [Fact]
    public void A_separator_within_quotes_parts_nothing() =>
        Shown(Table("Client;Role;Notes\n\"Weber; Sons\";a,b,c;\"x,y,z,1\"\nFalk;d,e,f;\"u,v,w,2\"")).ShouldBe(["1: Client|Role|Notes", "2: Weber; Sons|a,b,c|x,y,z,1", "3: Falk|d,e,f|u,v,w,2"]);

    [Fact]
    public void Quotes_hold_line_breaks_and_quotes() =>
        Shown(Table("Client,Notes,Phone\nWeber,\"\"\"quoted\"\" note\nwith a break\",1\nFalk,,2")).ShouldBe(["1: Client|Notes|Phone", "2: Weber|\"quoted\" note\nwith a break|1", "3: Falk||2"]);

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1252", false)]
    public void The_encoding_is_found_out(string name, bool hasMark)
    {
        var encoding = name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(name);
        byte[] bytes = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("Kunde;Straße\nMüller & Söhne;Größe €")];
        Shown(Table(bytes)).ShouldBe(["1: Kunde|Straße", "2: Müller & Söhne|Größe €"]);
    }

    [Fact]
    public void A_title_and_empty_rows_may_stand_above_the_header() =>
        Shown(Table("Unsere Kunden\n\n;;\nKunde;Stufe\nWeber;A\n\nFalk;B")).ShouldBe(["4: Kunde|Stufe", "5: Weber|A", "7: Falk|B"]);

    [Fact]
    public void A_workbook_is_read_with_its_dates_numbers_and_formulas()
    {
        var table = Table(Workbook(
            Row(1, "Kundenliste November") + Row(3, "Kunde", "Geburtstag", "Telefon")
            + "<row r=\"4\">" + Text("A4", "=1+1") + "<c r=\"B4\" s=\"1\"><v>29983</v></c><c r=\"C4\"><v>491715550123</v></c></row>"
            + "<row r=\"6\"><c r=\"A6\" t=\"str\"><f>\"We\"&amp;\"ber\"</f><v>Weber</v></c><c r=\"C6\"><v>1.5</v></c></row>"));
        Shown(table).ShouldBe(["3: Kunde|Geburtstag|Telefon", "4: =1+1|1982-02-01|491715550123", "6: Weber||1.5"]);
        table.Rows.First().Cells[1].Date.ShouldBe(new NodaTime.LocalDate(1982, 2, 1));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+49 221 5550123")]
    [InlineData("-5")]
    [InlineData("@weber")]
    public void What_looks_like_a_formula_stays_text(string text) => Table($"Client;Notes\nWeber;{text}\nFalk;").Rows.First().Cells[1].Text.ShouldBe(text);

    [Fact]
    public void Rows_can_be_gone_through_again_and_are_read_one_at_a_time()
    {
        var table = Table("Client,Phone\n" + string.Concat(Enumerable.Range(0, 1000).Select(number => $"C{number},{number}\n")));
        (table.Rows.Count(), table.Rows.First().Cells[0].Text, table.Rows.Last().Cells[1].Text).ShouldBe((1000, "C0", "999"));
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData(" \r\n\n", "The file is empty.")]
    [InlineData(";;;\n;;;", "The file is empty.")]
    [InlineData("Kunde\0;Stufe", "The file has characters that are in no text (NUL).")]
    [InlineData("\u0001\u0002\u0003", "I can import CSV files and Excel workbooks (.xlsx). This file is neither.")]
    [InlineData("<html><table><tr>", "I can import CSV files and Excel workbooks (.xlsx). This file is neither.")]
    [InlineData("%PDF-1.7", "I can import CSV files and Excel workbooks (.xlsx). This file is neither.")]
    [InlineData("Weber,+49 221 5550123,2024-01-02\nFalk,+49 221 5550124,2024-01-03", "I can’t find a header.")]
    public void What_is_no_list_is_refused_with_a_sentence(string text, string sentence) => Refusal(Encoding.UTF8.GetBytes(text)).Plain(Voice.English).ShouldStartWith(sentence);

    [Fact]
    public void Other_files_are_told_by_their_content()
    {
        Refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]).ShouldBe(ImportRefusals.OldExcel);
        Refusal(Zip(("word/document.xml", "<w/>"))).ShouldBe(ImportRefusals.NotATable);
        Refusal([.. Workbook(Row(1, "Kunde", "Stufe")).Take(400)]).ShouldBe(ImportRefusals.Broken);
        Refusal(Workbook("")).ShouldBe(ImportRefusals.Empty);
    }

    [Fact]
    public void Headers_that_nobody_knows_are_headers_all_the_same() => Shown(Table("Foo,Bar\nWeber,1")).ShouldBe(["1: Foo|Bar", "2: Weber|1"]);

    [Fact]
    public void Files_that_are_too_large_are_refused()
    {
        Refusal(new byte[(20 * 1024 * 1024) + 1]).ShouldBe(ImportRefusals.TooLarge);
        Refusal(Encoding.UTF8.GetBytes("Client,Phone\n" + string.Concat(Enumerable.Repeat("W,1\n", 100_001)))).ShouldBe(ImportRefusals.TooManyRows);
        Refusal(Encoding.UTF8.GetBytes("Client,Phone\nWeber" + new string(',', 200) + "1")).ShouldBe(ImportRefusals.TooManyColumns);
        Refusal(Encoding.UTF8.GetBytes($"Client,Notes\nWeber,{new string('x', 10_001)}")).Plain(Voice.English).ShouldStartWith("A cell in row 2 has more than 10,000 characters.");
        Refusal(Encoding.UTF8.GetBytes("Client,Notes\nWeber,\"not closed\n" + string.Concat(Enumerable.Repeat("Falk,1\n", 400_000)))).Plain(Voice.German).ShouldStartWith("In Zeile 2 hat eine Zelle mehr als 10.000 Zeichen.");
        Table("Client,Phone\nWeber" + new string(',', 300)).Rows.Single().Cells.Count.ShouldBe(1);
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_swallows_no_row_in_silence()
    {
        Refusal("Client,Notes\nWeber,\"not closed\nFalk,1\n"u8.ToArray()).Plain(Voice.English).ShouldStartWith("A quotation mark opens in row 2 and is never closed");
        Shown(Table("Client,Notes\nWeber,12\" pipe\n\"Zum Löwen\" GmbH,1")).ShouldBe(["1: Client|Notes", "2: Weber|12\" pipe", "3: Zum Löwen GmbH|1"]);
    }

    [Fact]
    public void A_workbook_that_swells_is_refused_before_it_is_read()
    {
        Refusal(Zip(("xl/workbook.xml", "<workbook/>"), ("xl/sharedStrings.xml", new string(' ', 51 * 1024 * 1024)))).ShouldBe(ImportRefusals.TooLargeUnzipped);
        Refusal(Zip([("xl/workbook.xml", ""), .. Enumerable.Range(0, 2001).Select(number => ($"xl/{number}.xml", ""))])).ShouldBe(ImportRefusals.TooLargeUnzipped);
        Refusal(Workbook(Row(1, "Kunde", "Stufe") + $"<row r=\"2000000000\">{Text("A2000000000", "Weber")}</row>")).ShouldBe(ImportRefusals.Broken);
        Refusal(Workbook(Row(1, "Kunde", "Stufe") + $"<row r=\"2\">{Text("WZZ2", " ")}</row><row r=\"1000000\">{Text("A1000000", "Weber")}</row>")).ShouldBe(ImportRefusals.TooLargeUnzipped);
    }

    private static Text Refusal(byte[] bytes) => Should.Throw<RefusalException>(() => Table(bytes).Rows.Count()).Reason;
}
