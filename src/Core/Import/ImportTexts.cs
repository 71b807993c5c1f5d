using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Import;

/// <summary>What is said of single rows and values.</summary>
public static class ImportTexts
{
    /// <summary>The row names no client.</summary>
    public static readonly Text NoAccount = new(
        $"No client is named.",
        $"Es ist kein Kunde genannt.");

    /// <summary>There is a number, an address or a birthday, and nobody whose it is.</summary>
    public static readonly Text NoContactName = new(
        $"Nobody is named: phone and email stand in the client’s notes, a birthday is left out.",
        $"Niemand ist genannt: Telefon und Mail stehen in den Notizen zum Kunden, ein Geburtstag fehlt.");

    /// <summary>Somebody was erased for good.</summary>
    public static readonly Text Erased = new(
        $"This person’s data was erased for good and is not brought back.",
        $"Die Daten dieser Person wurden endgültig gelöscht und werden nicht wieder eingetragen.");

    /// <summary>More numbers than one.</summary>
    public static readonly Text OnePhone = new(
        $"The first phone number is kept as such, the others stand in the notes.",
        $"Die erste Telefonnummer wird übernommen, die anderen stehen in den Notizen.");

    /// <summary>More addresses than one.</summary>
    public static readonly Text OneEmail = new(
        $"The first email address is kept as such, the others stand in the notes.",
        $"Die erste Mailadresse wird übernommen, die anderen stehen in den Notizen.");

    /// <summary>What becomes of a row.</summary>
    public static Text Outcome(RowKind kind) => kind switch
    {
        RowKind.NewAccount => new($"new client", $"neuer Kunde"),
        RowKind.NewContactAtNewAccount => new($"new contact at a new client", $"neue Ansprechperson, neuer Kunde"),
        RowKind.NewContactAtKnownAccount => new($"new contact", $"neue Ansprechperson"),
        RowKind.Completed => new($"filled in", $"ergänzt"),
        RowKind.Unchanged => new($"known already", $"schon bekannt"),
        RowKind.Repeated => new($"stands in the file twice", $"steht doppelt in der Datei"),
        _ => new($"left out", $"ausgelassen"),
    };

    /// <summary>Something of ours went wrong.</summary>
    public static readonly Text WentWrong = new(
        $"Something went wrong on my side. Nothing was imported; please send the file again.",
        $"Bei mir ist etwas schiefgegangen. Importiert ist nichts; bitte die Datei noch einmal schicken.");

    /// <summary>What is said where a name has no letters or too many.</summary>
    public static Text NoName(string text) => new(
        $"“{Short(text)}” is no name.",
        $"„{Short(text)}“ ist kein Name.");

    /// <summary>Several clients could be meant, which differ in their legal form only.</summary>
    public static Text SeveralAccounts(string name) => new(
        $"“{name}” could be one of several clients with that name. Add the legal form, please.",
        $"Mit „{name}“ können mehrere Kunden gemeint sein. Bitte die Rechtsform dazuschreiben.");

    /// <summary>Two known people could be meant.</summary>
    public static Text SeveralContacts(string one, string other) => new(
        $"This could be {one} or {other}; phone or email fit both.",
        $"Das kann {one} oder {other} sein, Telefon oder Mail passen zu beiden.");

    /// <summary>Somebody who is known has another name here.</summary>
    public static Text OtherName(string here, string known) => new(
        $"“{here}” is taken for {known}: same phone or email.",
        $"„{here}“ gilt als {known}: gleiche Nummer oder Mailadresse.");

    /// <summary>Somebody else has the same number.</summary>
    public static Text SharesWith(string other) => new(
        $"{other} has the same phone or email. Both are kept, as the names have nothing in common.",
        $"{other} hat dieselbe Nummer oder Mailadresse. Beide bleiben, weil die Namen nichts gemeinsam haben.");

    /// <summary>They are not at the client any more.</summary>
    public static Text Gone(string name) => new(
        $"{name} is no longer there, so nothing is added.",
        $"{name} ist nicht mehr dort, deshalb kommt nichts dazu.");

    /// <summary>What is known stays.</summary>
    public static Text Differs(ImportField field, Text here, Text known) => new(
        $"{ImportFieldNames.NameOf(field)}: stays “{known}”, the file says “{here}”.",
        $"{ImportFieldNames.NameOf(field)}: bleibt „{known}“, in der Datei steht „{here}“.");

    /// <summary>No date in any order.</summary>
    public static Text NoDate(string header, string text) => new(
        $"{header}: “{Short(text)}” is no date.",
        $"{header}: „{Short(text)}“ ist kein Datum.");

    /// <summary>Such as 31 February.</summary>
    public static Text ImpossibleDate(string header, string text) => new(
        $"{header}: there is no such day as “{Short(text)}”.",
        $"{header}: Den Tag „{Short(text)}“ gibt es nicht.");

    /// <summary>The order of the column is not known.</summary>
    public static Text AmbiguousDate(string header, string text) => new(
        $"{header}: “{Short(text)}” can be two days. Which comes first, day or month?",
        $"{header}: „{Short(text)}“ kann zwei Tage meinen. Was steht vorn, Tag oder Monat?");

    /// <summary>A day without its year where one is needed.</summary>
    public static Text NoYear(string header, string text) => new(
        $"{header}: “{Short(text)}” has no year.",
        $"{header}: Bei „{Short(text)}“ fehlt das Jahr.");

    /// <summary>In the future.</summary>
    public static Text DayAhead(string header, string text) => new(
        $"{header}: “{Short(text)}” is still to come.",
        $"{header}: „{Short(text)}“ liegt noch in der Zukunft.");

    /// <summary>A year that stands for an unknown one.</summary>
    public static Text TooLongAgo(string header, string text) => new(
        $"{header}: “{Short(text)}” is too long ago.",
        $"{header}: „{Short(text)}“ ist zu lange her.");

    /// <summary>Nobody there can be so old or so young.</summary>
    public static Text ImpossibleBirthYear(string text) => new(
        $"Birthday “{Short(text)}”: the year can’t be right, so only the day is kept.",
        $"Geburtstag „{Short(text)}“: Das Jahr kann nicht stimmen, nur der Tag wird übernommen.");

    /// <summary>Not A, B or C.</summary>
    public static Text NoTier(string text) => new(
        $"“{Short(text)}” is no tier. There are A, B and C.",
        $"„{Short(text)}“ ist keine Stufe. Es gibt A, B und C.");

    /// <summary>No number by the rules of the region.</summary>
    public static Text NoPhone(string text) => new(
        $"“{Short(text)}” is no phone number.",
        $"„{Short(text)}“ ist keine Telefonnummer.");

    /// <summary>No mail address.</summary>
    public static Text NoEmail(string text) => new(
        $"“{Short(text)}” is no email address.",
        $"„{Short(text)}“ ist keine Mailadresse.");

    /// <summary>No rhythm that is understood.</summary>
    public static Text NoRhythm(string text) => new(
        $"I don’t understand the rhythm “{Short(text)}”. Like this: every 2 weeks, monthly.",
        $"Den Rhythmus „{Short(text)}“ verstehe ich nicht. So geht es: alle 2 Wochen, monatlich.");

    /// <summary>Nobody in the team is called so.</summary>
    public static Text NoMember(string text) => new(
        $"“{Short(text)}” is not in the team, so nobody looks after the client yet.",
        $"„{Short(text)}“ gehört nicht zum Team, den Kunden betreut deshalb noch niemand.");

    /// <summary>Longer than the field holds.</summary>
    public static Text TooLong(ImportField field, string text) => new(
        $"{ImportFieldNames.NameOf(field)}: “{Short(text)}” is too long.",
        $"{ImportFieldNames.NameOf(field)}: „{Short(text)}“ ist zu lang.");

    /// <summary>A value as it is shown beside another one.</summary>
    internal static Text Shown<T>(T value)
        where T : notnull => value switch
        {
            LocalDate date => new($"{date:d MMM yyyy}", $"{date:d. MMMM yyyy}"),
            Birthday { Year: { } year } birthday => Shown(birthday.Day.InYear(year)),
            Birthday birthday => new($"{birthday.Day.InYear(2000):d MMM}", $"{birthday.Day.InYear(2000):d. MMMM}"),
            ImportedRhythm { Days: { } days } => new($"every {days} days", $"alle {days} Tage"),
            ImportedRhythm => new($"only how", $"nur wie"),
            _ => Text.Verbatim(Short(value.ToString() ?? "")),
        };

    private static string Short(string text)
    {
        const int Longest = 60;
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= Longest) return line;
        // Never half of a character.
        var end = Longest - (char.IsHighSurrogate(line[Longest - 2]) ? 2 : 1);
        return string.Concat(line.AsSpan(0, end), "…");
    }
}
