using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Import;

/// <summary>What is said when a file cannot be imported at all.</summary>
public static class ImportRefusals
{
    /// <summary>Nothing stands in it.</summary>
    public static readonly Text Empty = new(
        $"The file is empty.",
        $"Die Datei ist leer.");

    /// <summary>Neither CSV nor XLSX.</summary>
    public static readonly Text NotATable = new(
        $"I can import CSV files and Excel workbooks (.xlsx). This file is neither.",
        $"Importieren kann ich CSV-Dateien und Excel-Arbeitsmappen (.xlsx). Diese Datei ist keins von beiden.");

    /// <summary>The binary format before 2007: nothing bounds what reading it may cost.</summary>
    public static readonly Text OldExcel = new(
        $"This is an old Excel file or a password-protected one. Save it as an .xlsx without a password, please.",
        $"Das ist eine alte oder mit einem Passwort geschützte Excel-Datei. Bitte als .xlsx ohne Passwort speichern.");

    /// <summary>NUL characters.</summary>
    public static readonly Text Nul = new(
        $"The file has characters that are in no text (NUL). Save it again as “CSV UTF-8”, please.",
        $"In der Datei stehen Zeichen, die in keinem Text vorkommen (NUL). Bitte noch einmal als „CSV UTF-8“ speichern.");

    /// <summary>A workbook that breaks off or is not what it says.</summary>
    public static readonly Text Broken = new(
        $"The workbook is damaged: I can’t read it to its end. Open it in Excel and save it again, please.",
        $"Die Arbeitsmappe ist beschädigt, ich kann sie nicht bis zum Ende lesen. Bitte in Excel öffnen und noch einmal speichern.");

    /// <summary>Rows, but nothing that names the columns.</summary>
    public static readonly Text NoHeader = new(
        $"I can’t find a header. Put the names of the columns in the first row, such as Client, Contact, Phone, Email.",
        $"Ich finde keine Überschriften. In die erste Zeile gehören die Namen der Spalten, zum Beispiel Kunde, Ansprechperson, Telefon, Mail.");

    /// <summary>More bytes than <see cref="ImportLimits.Megabytes"/>.</summary>
    public static readonly Text TooLarge = new(
        $"The file is larger than {ImportLimits.Megabytes} MB. Split it into several, please.",
        $"Die Datei ist größer als {ImportLimits.Megabytes} MB. Bitte auf mehrere Dateien verteilen.");

    /// <summary>More than a workbook can be in earnest.</summary>
    public static readonly Text TooLargeUnzipped = new(
        $"The workbook is too large once it is unpacked. Copy the rows you need into a new one, please.",
        $"Die Arbeitsmappe ist ausgepackt zu groß. Bitte nur die nötigen Zeilen in eine neue kopieren.");

    /// <summary>More than <see cref="ImportLimits.Rows"/>.</summary>
    public static readonly Text TooManyRows = new(
        $"The file has more than {ImportLimits.Rows:N0} rows. Split it into several, please.",
        $"Die Datei hat mehr als {ImportLimits.Rows:N0} Zeilen. Bitte auf mehrere Dateien verteilen.");

    /// <summary>More than <see cref="ImportLimits.Columns"/>.</summary>
    public static readonly Text TooManyColumns = new(
        $"The file has more than {ImportLimits.Columns} columns. Take out those I don’t need, please.",
        $"Die Datei hat mehr als {ImportLimits.Columns} Spalten. Bitte die weglassen, die ich nicht brauche.");

    /// <summary>More characters in one cell than <see cref="ImportLimits.CellLength"/>.</summary>
    /// <param name="row">Where.</param>
    public static Text CellTooLong(int row) => new(
        $"A cell in row {row} has more than {ImportLimits.CellLength:N0} characters. In a CSV file, that usually means a quotation mark is never closed.",
        $"In Zeile {row} hat eine Zelle mehr als {ImportLimits.CellLength:N0} Zeichen. Bei CSV-Dateien fehlt dann meist ein schließendes Anführungszeichen.");

    /// <summary>A quotation mark after which the file goes on to its end.</summary>
    /// <param name="row">Where.</param>
    public static Text QuoteNotClosed(int row) => new(
        $"A quotation mark opens in row {row} and is never closed, so I can’t tell where the next row begins. Close it or take it out, please.",
        $"In Zeile {row} beginnt ein Anführungszeichen, das nie geschlossen wird. Wo die nächste Zeile anfängt, ist so nicht zu erkennen. Bitte schließen oder löschen.");
}
