using AccountNudge.Core.Import;

namespace AccountNudge.Bot.Conversation.Import;

/// <summary>The words around an import.</summary>
internal static class ImportCardTexts
{
    public static readonly Text Does = new($"brings in your list of clients and contacts, CSV or Excel", $"holt ‹deine|Ihre› Kundenliste herein, CSV oder Excel");
    public static readonly Text Title = new($"What the columns mean", $"Was die Spalten sind");

    public static readonly Text HowTo = new(
        $"Drop your list into a direct message with me, as CSV or Excel (.xlsx).",
        $"‹Zieh deine|Ziehen Sie Ihre› Liste in eine Direktnachricht an mich, als CSV oder Excel (.xlsx).");

    public static readonly Text WhatFirst = new(
        $"I’ll read it and show what would happen. Nothing is entered before you say so, and for a day all of it can be taken back at once.",
        $"Ich lese sie und zeige, was passieren würde. Eingetragen wird erst, wenn ‹du es sagst|Sie es sagen›, und einen Tag lang lässt sich alles auf einmal zurücknehmen.");

    public static readonly Text WhichColumns = new(
        $"I know columns such as client, tier, client since, last contact, rhythm, contact, role, phone, email, birthday and notes, by many names and in any order.",
        $"Spalten wie Kunde, Stufe, Kunde seit, letzter Kontakt, Rhythmus, Ansprechperson, Rolle, Telefon, Mail, Geburtstag und Notizen kenne ich, unter vielen Namen und in jeder Reihenfolge.");

    public static readonly Text OnlyDirectly = new(
        $"Please send the file in a direct message with me: a client list is not for everybody here.",
        $"Bitte ‹schick|schicken Sie› die Datei in einer Direktnachricht an mich: Eine Kundenliste ist nicht für alle hier bestimmt.");

    public static readonly Text NothingYet = new($"Nothing has been entered yet.", $"Noch ist nichts eingetragen.");

    public static readonly Text ByAndBy = new(
        $"Whoever hasn’t been talked to for long comes up by and by: three clients a morning for each of you, or as many as it takes to be through within a quarter.",
        $"Mit wem lange nicht gesprochen wurde, der kommt nach und nach zur Sprache: drei Kunden am Morgen je Person, oder so viele, dass nach einem Quartal alle dran waren.");

    public static readonly Text UndoFor = new($"For a day, all of it can be taken back at once.", $"Einen Tag lang lässt sich alles auf einmal zurücknehmen.");
    public static readonly Text Import = new($"Import", $"Importieren");
    public static readonly Text Columns = new($"Columns …", $"Spalten …");
    public static readonly Text EveryRow = new($"Every row as a file", $"Jede Zeile als Datei");
    public static readonly Text Cancel = new($"Cancel", $"Abbrechen");
    public static readonly Text TakeBack = new($"Take it all back", $"Alles zurücknehmen");
    public static readonly Text GoOn = new($"Go on", $"Weitermachen");
    public static readonly Text ReadAgain = new($"Read again", $"Neu lesen");
    public static readonly Text DayFirst = new($"Day first (31/12)", $"Tag vorn (31.12.)");
    public static readonly Text MonthFirst = new($"Month first (12/31)", $"Monat vorn (12/31)");
    public static readonly Text FileSuffix = new($"rows", $"zeilen");

    public static Text Reading(string file) => new($"I’m reading {file} …", $"Ich lese {file} …");

    public static Text Importing(string file) => new($"I’m importing {file} …", $"Ich importiere {file} …");

    public static Text TakingBack(string file) => new($"I’m taking back what {file} brought …", $"Ich nehme zurück, was mit {file} kam …");

    public static Text Cancelled(string file) => new($"Nothing was imported from {file}.", $"Aus {file} wurde nichts importiert.");

    public static Text Refused(string file) => new($"I can’t import {file}.", $"{file} kann ich nicht importieren.");

    public static Text NothingNew(string file) => new($"{file}: everything in it is here already.", $"{file}: Alles darin ist schon da.");

    public static Text Stopped(string file) => new(
        $"Something went wrong on my side while importing {file}. What has been entered stands; the rest is still to come.",
        $"Beim Importieren von {file} ist bei mir etwas schiefgegangen. Was eingetragen ist, bleibt; der Rest fehlt noch.");

    public static Text TakenBack(string file) => new($"What {file} brought is gone again.", $"Was mit {file} kam, ist wieder weg.");

    public static Text Kept(int count) => count == 1
        ? new($"One client stays, for somebody has gone on with it since.", $"Ein Kunde bleibt, weil inzwischen jemand damit weitergearbeitet hat.")
        : new($"{count:N0} clients stay, for somebody has gone on with them since.", $"{count:N0} Kunden bleiben, weil inzwischen jemand damit weitergearbeitet hat.");

    public static Text Found(string file, int accounts, int contacts) => new(
        $"{file} would bring {Clients(accounts)} and {Contacts(contacts)}.",
        $"{file} würde {Clients(accounts)} und {Contacts(contacts)} bringen.");

    public static Text Done(string file, int accounts, int contacts) => new(
        $"{file} is in: {Clients(accounts)} and {Contacts(contacts)}.",
        $"{file} ist drin: {Clients(accounts)} und {Contacts(contacts)}.");

    public static Text Progress(int done, int all) => all == 0 ? new($"Just beginning", $"Gleich geht es los") : new($"{done:N0} of {all:N0}", $"{done:N0} von {all:N0}");

    public static Text Rows(int count) => count == 1 ? new($"1 row", $"1 Zeile") : new($"{count:N0} rows", $"{count:N0} Zeilen");

    public static Text Examples(RowKind kind, int count)
    {
        var what = ImportTexts.Outcome(kind);
        return new($"{what}: for example, out of {count:N0}", $"{what}: zum Beispiel, von {count:N0}");
    }

    public static Text Row(int row, string who, IReadOnlyList<Text> remarks)
    {
        var said = remarks.Aggregate(Text.Verbatim(""), (all, next) => new($"{all} {next}", $"{all} {next}"));
        return who.Length == 0 ? new($"Row {row}:{said}", $"Zeile {row}:{said}") : new($"Row {row}: {who}.{said}", $"Zeile {row}: {who}.{said}");
    }

    public static Text Unknown(IReadOnlyList<string> headers)
    {
        var names = string.Join(", ", headers.Take(10));
        var more = headers.Count > 10 ? " …" : "";
        return new($"I don’t know these columns and leave them out: {names}{more}", $"Diese Spalten kenne ich nicht und lasse sie weg: {names}{more}");
    }

    public static Text WhichFirst(string header, string example) => new(
        $"{header}: “{example}” can be two days. Which comes first, day or month?",
        $"{header}: „{example}“ kann zwei Tage meinen. Was steht vorn, Tag oder Monat?");

    public static Text WhatFirstIn(string header) => new($"{header}: what comes first?", $"{header}: Was steht vorn?");

    public static Text ForExample(string example) => new($"For example: {example}", $"Zum Beispiel: {example}");

    public static Text Column(int number) => new($"Column {number}", $"Spalte {number}");

    public static Text WhichTeam(string file) => new($"For which team is {file}?", $"Für welches Team ist {file}?");

    public static Text HereItIs(string name) => new($"Every row, with what would happen to it: {name}", $"Jede Zeile, mit dem, was daraus würde: {name}");

    private static Text Clients(int count) => count == 1 ? new($"1 new client", $"einen neuen Kunden") : new($"{count:N0} new clients", $"{count:N0} neue Kunden");

    private static Text Contacts(int count) => count == 1 ? new($"1 new contact", $"eine neue Ansprechperson") : new($"{count:N0} new contacts", $"{count:N0} neue Ansprechpersonen");
}
