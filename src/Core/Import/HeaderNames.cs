using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Import;

/// <summary>
/// What the headers of exports and of lists kept by hand mean. They are compared without case, accents, punctuation and figures, so
/// that <c>E-mail 1 - Value</c> and <c>E-mail 2 - Value</c> are one entry.
/// </summary>
public static partial class HeaderNames
{
    private static readonly (ImportField Field, string Headers)[] Table =
    [
        // Lists kept by hand
        (ImportField.AccountName, "Account; Account name; Client; Client name; Customer; Customer name; Company; Company name; Organization; Organisation; Business"),
        (ImportField.AccountName, "Kunde; Kundenname; Kundin; Firma; Firmenname; Unternehmen; Unternehmensname; Auftraggeber; Mandant; Betrieb; Klient"),
        (ImportField.Tier, "Tier; Class; Category; Rank; Priority; ABC; ABC class; Customer class; Stufe; Klasse; Kategorie; Rang; Priorität; ABC-Klasse; Kundenklasse; Kundenstufe; Einstufung"),
        (ImportField.Owner, "Owner; Account owner; Account manager; Key account manager; Responsible; Looked after by; Betreuung; Betreuer; Betreuerin; Betreut von; Kundenbetreuer; Kundenbetreuung; Verantwortlich; Zuständig"),
        (ImportField.Since, "Since; Client since; Customer since; Account since; Start; Start date; Kunde seit; Seit; Beginn; Zusammenarbeit seit; Kundenbeginn"),
        (ImportField.LastContact, "Last contact; Last contact date; Last talk; Last call; Last meeting; Last spoke; Letzter Kontakt; Letztes Gespräch; Letzter Anruf; Letzter Termin; Zuletzt gesprochen; Zuletzt kontaktiert"),
        (ImportField.Rhythm, "Rhythm; Cadence; Frequency; Contact frequency; How often; Rhythmus; Turnus; Frequenz; Kontaktrhythmus; Wie oft; Intervall"),
        (ImportField.ContactName, "Contact; Contact name; Contact person; Person; Full name; Ansprechperson; Ansprechpartner; Ansprechpartnerin; Ansprechpartner/in; Kontakt; Kontaktperson; Voller Name; Vollständiger Name; Vor- und Nachname"),
        (ImportField.FirstName, "First name; Given name; Forename; Vorname; Rufname"),
        (ImportField.MiddleName, "Middle name; Middle names; Additional name; Weitere Vornamen; Zweiter Vorname"),
        (ImportField.LastName, "Last name; Family name; Surname; Nachname; Familienname; Zuname"),
        (ImportField.Role, "Role; Position; Job title; Function; Rolle; Funktion; Stelle; Berufsbezeichnung; Aufgabe"),
        (ImportField.Phone, "Phone; Phone number; Telephone; Tel; Mobile; Mobile number; Cell; Cell phone; Direct line; Telefon; Telefonnummer; Rufnummer; Mobil; Mobiltelefon; Mobilnummer; Handy; Handynummer; Durchwahl; Festnetz"),
        (ImportField.Email, "Email; E-mail; Mail; Email address; E-mail address; Mail address; Mailadresse; E-Mail-Adresse"),
        (ImportField.Birthday, "Birthday; Birth date; Birthdate; Date of birth; DOB; Born; Geburtstag; Geburtsdatum; Geb.; Geboren; Geboren am"),
        (ImportField.Notes, "Notes; Note; Comment; Comments; Remark; Remarks; Notizen; Notiz; Bemerkung; Bemerkungen; Kommentar; Anmerkung; Anmerkungen"),

        // Google Contacts, as exported now and until 2024
        (ImportField.AccountName, "Organization Name; Organization 1 - Name"),
        (ImportField.Role, "Organization Title; Organization 1 - Title"),
        (ImportField.Email, "E-mail 1 - Value"),
        (ImportField.Phone, "Phone 1 - Value"),
        (ImportField.LeaveOut, "Phonetic First Name; Phonetic Middle Name; Phonetic Last Name; Name Prefix; Name Suffix; Nickname; File As; Organization Department; Photo; Labels; Group Membership; E-mail 1 - Label; E-mail 1 - Type; Phone 1 - Label; Phone 1 - Type"),

        // Outlook, English and German. A private number is nobody's business; its "Title" is a form of address.
        (ImportField.Phone, "Business Phone; Business Phone 2; Company Main Phone; Mobile Phone; Primary Phone; Telefon (geschäftlich); Telefon geschäftlich 2; Telefon Firma; Haupttelefon"),
        (ImportField.Email, "E-mail 2 Address; E-Mail 2: Adresse"),
        (ImportField.LeaveOut, "Title; Salutation; Prefix; Suffix; Titel; Anrede; Namenszusatz; Namenssuffix; Department; Abteilung; Home Phone; Home Phone 2; Telefon (privat); Telefon privat 2; Home Fax; Business Fax; Fax; Fax geschäftlich; Fax privat; Anniversary; Jahrestag; E-mail Type; E-Mail-Typ; E-mail Display Name; E-Mail: Angezeigter Name"),

        // HubSpot, companies and contacts. When the record was created says nothing of when the work began.
        (ImportField.AccountName, "Associated Company; Primary Associated Company"),
        (ImportField.Tier, "Lifecycle Stage"),
        (ImportField.Owner, "Company owner; Contact owner"),
        (ImportField.Since, "Became a Customer Date"),
        (ImportField.LastContact, "Last Contacted; Last Activity Date"),
        (ImportField.LeaveOut, "Record ID; Create Date; Last Modified Date; Country/Region; Country; City; Street Address; Postal Code; Industry; Website URL; Company Domain Name; Lead Status"),

        // Pipedrive, organisations and people
        (ImportField.AccountName, "Organization - Name; Organisation - Name; Person - Organization; Person - Organisation"),
        (ImportField.Tier, "Organization - Label; Organization - Labels"),
        (ImportField.Owner, "Organization - Owner; Organisation - Owner; Person - Owner"),
        (ImportField.LastContact, "Organization - Last activity date; Organisation - Last activity date; Person - Last activity date"),
        (ImportField.ContactName, "Person - Name"),
        (ImportField.FirstName, "Person - First name"),
        (ImportField.LastName, "Person - Last name"),
        (ImportField.Role, "Person - Job title; Person - Position"),
        (ImportField.Phone, "Person - Phone; Person - Phone - Work; Person - Phone - Mobile; Person - Phone - Other"),
        (ImportField.Email, "Person - Email; Person - Email - Work; Person - Email - Other"),
        (ImportField.Birthday, "Person - Birthday"),
        (ImportField.Notes, "Person - Notes"),
        (ImportField.LeaveOut, "Person - Phone - Home; Person - Email - Home; Person - ID; Organization - ID; Organization - Address"),

        // Whose name it is, the other columns tell, see ColumnMapping
        (ImportField.ContactName, "Name"),
    ];

    private static readonly FrozenDictionary<string, ImportField> Fields = Table
        .SelectMany(entry => entry.Headers.Split(';').Select(header => (Key: Key(header), entry.Field)))
        .DistinctBy(entry => entry.Key).ToFrozenDictionary(entry => entry.Key, entry => entry.Field, StringComparer.Ordinal);

    /// <summary>What a header means; null where it is not known.</summary>
    public static ImportField? FieldOf(string header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return Find(header) ?? Find(Aside().Replace(header, " ")) ?? Find(header.Split('/')[0]);
    }

    /// <summary>Whether a header says only that it is a name, not whose.</summary>
    internal static bool IsBareName(string header) => Key(header) == "name";

    private static ImportField? Find(string header) => Fields.TryGetValue(Key(header), out var field) ? field : null;

    private static string Key(string header) => string.Join(' ', TextFolding.Words(header).Where(word => !word.All(char.IsDigit)));

    /// <summary>What is said in brackets, such as how to write a date.</summary>
    [GeneratedRegex(@"[(\[][^)\]]*[)\]]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Aside();
}
