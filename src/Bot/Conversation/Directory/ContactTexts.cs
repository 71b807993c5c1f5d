namespace AccountNudge.Bot.Conversation.Directory;

/// <summary>The words of the commands about contacts.</summary>
internal static class ContactTexts
{
    public static readonly Text Contact = new($"Contact", $"Ansprechperson");
    public static readonly Text Into = new($"Who stays", $"Wer bleibt");
    public static readonly Text MergeHint = new($"This can’t be undone", $"Das lässt sich nicht rückgängig machen");
    public static readonly Text Role = new($"Role", $"Rolle");
    public static readonly Text Phone = new($"Phone", $"Telefon");
    public static readonly Text Occasions = new($"Birthday and occasions", $"Geburtstag und Anlässe");
    public static readonly Text InChannel = new($"also in the channel", $"auch im Kanal");
    public static readonly Text Email = new($"Email", $"Mail");
    public static readonly Text Birthday = new($"Birthday", $"Geburtstag");
    public static readonly Text BirthdayHint = new($"With or without the year", $"Mit oder ohne Jahr");
    public static readonly Text Objection = new($"Objection", $"Widerspruch");
    public static readonly Text DoesAdd = new($"adds someone at a client", $"legt Ansprechperson an");
    public static readonly Text TitleAdd = new($"Add a contact", $"Ansprechperson anlegen");
    public static readonly Text ExampleAdd = new($"contact add Sabine Klein at Weber GmbH role Marketing phone +49 221 5550123", $"ansprechperson neu Sabine Klein bei Weber GmbH rolle Marketing telefon +49 221 5550123");
    public static readonly Text DoesShow = new($"shows a contact", $"zeigt eine Person");
    public static readonly Text TitleShow = new($"Show a contact", $"Ansprechperson ansehen");
    public static readonly Text ExampleShow = new($"contact show Sabine Klein", $"ansprechperson zeigen Sabine Klein");
    public static readonly Text DoesRename = new($"renames a contact", $"benennt eine Person um");
    public static readonly Text TitleRename = new($"Rename a contact", $"Person umbenennen");
    public static readonly Text ExampleRename = new($"contact rename Sabine Klein to Sabine Kern", $"ansprechperson umbenennen Sabine Klein in Sabine Kern");
    public static readonly Text DoesRole = new($"notes what someone does", $"merkt sich die Rolle");
    public static readonly Text TitleRole = new($"Remember a role", $"Rolle merken");
    public static readonly Text ExampleRole = new($"contact role Sabine Klein Head of Marketing", $"ansprechperson rolle Sabine Klein Marketing");
    public static readonly Text DoesPhone = new($"notes a phone number", $"merkt sich die Nummer");
    public static readonly Text TitlePhone = new($"Remember a phone number", $"Telefonnummer merken");
    public static readonly Text ExamplePhone = new($"contact phone Sabine Klein +49 221 5550123", $"ansprechperson telefon Sabine Klein +49 221 5550123");
    public static readonly Text DoesEmail = new($"notes an email address", $"merkt sich die Mailadresse");
    public static readonly Text TitleEmail = new($"Note an email address", $"Mailadresse merken");
    public static readonly Text ExampleEmail = new($"contact email Sabine Klein sabine@weber.example", $"ansprechperson mail Sabine Klein sabine@weber.example");
    public static readonly Text DoesMerge = new($"merges two entries", $"führt zwei Einträge zusammen");
    public static readonly Text TitleMerge = new($"Merge two entries", $"Einträge zusammenführen");
    public static readonly Text ExampleMerge = new($"contact merge S. Klein into Sabine Klein", $"ansprechperson zusammenführen S. Klein in Sabine Klein");

    public static readonly Text NoPhone = new(
        $"That doesn’t look like a phone number. Try something like +49 221 5550123.",
        $"Das sieht nicht nach einer Telefonnummer aus. So geht es: +49 221 5550123.");

    public static readonly Text NoEmail = new(
        $"That doesn’t look like an email address. Try something like sabine@weber.example.",
        $"Das sieht nicht nach einer Mailadresse aus. So geht es: sabine@weber.example.");

    public static readonly Text YearAhead = new(
        $"That year is still ahead. Leave it out and I’ll remember just the day.",
        $"Dieses Jahr kommt erst noch. Ohne Jahr merke ich mir nur den Tag.");

    public static readonly Text TooLong = new($"That’s too long for one line.", $"Das ist für eine Zeile zu lang.");

    public static readonly Text SamePerson = new(
        $"That’s already one and the same entry.",
        $"Das ist schon ein und derselbe Eintrag.");

    public static readonly Text OtherAccount = new(
        $"The two belong to different clients, so they stay apart.",
        $"Die beiden gehören zu verschiedenen Kunden und bleiben deshalb getrennt.");

    public static Text OneIsGone(string call, string contact) => new(
        $"{contact} has left, so the two stay apart. “{call}contact back {contact}” changes that.",
        $"{contact} ist nicht mehr dort, deshalb bleiben die beiden getrennt. „{call}ansprechperson zurück {contact}“ ändert das.");

    public static readonly Text MergeDetail = new(
        $"Talks and complaints have moved across, and gaps are filled. This can’t be undone.",
        $"Gespräche und Beschwerden sind mit umgezogen, Lücken ergänzt. Rückgängig machen lässt sich das nicht.");

    public static readonly Text MergeMoves = new(
        $"Talks and complaints move across. This can’t be undone.",
        $"Gespräche und Beschwerden ziehen mit um. Rückgängig machen lässt sich das nicht.");

    public static readonly Text MergeNow = new($"Merge", $"Zusammenführen");

    public static readonly Text OnlyYou = new($"Only you see this.", $"Das ‹siehst nur du|sehen nur Sie›.");

    /// <summary>A year nobody at a client was born in, such as one put in because a field wanted one.</summary>
    public static Text ImpossibleBirth(int year) => new(
        $"Born in {year}? That can’t be right. Leave the year out and I’ll remember just the day.",
        $"Geburtsjahr {year}? Das kann nicht stimmen. ‹Lass|Lassen Sie› das Jahr weg, dann merke ich mir nur den Tag.");

    public static Text Taken(string call, string contact, string account) => new(
        $"{contact} is already at {account}. “{call}contact show {contact}” shows the entry.",
        $"{contact} steht schon bei {account}. „{call}ansprechperson zeigen {contact}“ zeigt den Eintrag.");

    public static Text Renamed(string old, string name, string account) => new($"{old} ({account}) is now called {name}.", $"{old} ({account}) heißt jetzt {name}.");

    public static Text Changed(string contact, string account, Text label, string value) => new($"{contact}, {account} – {label}: {value}", $"{contact}, {account} – {label}: {value}");

    public static Text AskMerge(string from, string into, string account) => new(
        $"Merge {from} and {into} at {account} into one entry? {into} stays.",
        $"{from} und {into} von {account} zu einem Eintrag machen? {into} bleibt.");

    public static Text Gains(string into) => new($"{into} gains:", $"Zu {into} kommt dazu:");

    public static Text Loses(string from) => new($"{from} loses:", $"Von {from} fällt weg:");

    public static Text Merged(string from, string into, string account) => new($"{into}, {account}: {from} is now part of this entry.", $"{into}, {account}: {from} ist jetzt derselbe Eintrag.");

    public static Text BirthdayOn(AnnualDate day, int? year)
    {
        var date = day.InYear(year ?? 2000);
        return year is null ? new($"{date:d MMMM}", $"{date:d. MMMM}") : new($"{date:d MMMM uuuu}", $"{date:d. MMMM uuuu}");
    }

    public static Text ObjectedSince(LocalDate on) => new($"since {on:d MMMM yyyy}: no occasions, no suggestions", $"seit {on:d. MMMM yyyy}: keine Anlässe, keine Vorschläge");
}
