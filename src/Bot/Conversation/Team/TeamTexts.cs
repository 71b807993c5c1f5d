using AccountNudge.Core.Calendar;

namespace AccountNudge.Bot.Conversation.Team;

/// <summary>The words of a team's settings.</summary>
internal static class TeamTexts
{
    public static readonly Text Name = new($"Team name", $"Name des Teams");
    public static readonly Text Language = new($"Language", $"Sprache");
    public static readonly Text Address = new($"Address in German", $"Anrede");
    public static readonly Text TitleAddress = new($"Set Du or Sie", $"Du oder Sie einstellen");
    public static readonly Text Spelling = new($"Spelling in German", $"Schreibweise");
    public static readonly Text TitleSpelling = new($"Set the spelling", $"Schreibweise einstellen");
    public static readonly Text ForAll = new($"For everyone in the workspace", $"Für alle im Arbeitsbereich");
    public static readonly Text SharpS = new($"as in Germany", $"wie in Deutschland");
    public static readonly Text DoubleS = new($"as in Switzerland", $"wie in der Schweiz");
    public static readonly Text Zone = new($"Time zone", $"Zeitzone");
    public static readonly Text ZoneHint = new($"A city such as Berlin, or a zone such as Europe/Berlin", $"Eine Stadt wie Berlin oder eine Zone wie Europe/Berlin");
    public static readonly Text Region = new($"Public holidays", $"Feiertage");
    public static readonly Text Hours = new($"Working hours", $"Arbeitszeiten");
    public static readonly Text HoursHint = new($"Such as Mon-Thu 9-17, Fri 9-14", $"Zum Beispiel Mo-Do 9-17, Fr 9-14");
    public static readonly Text Closed = new($"Company holidays", $"Betriebsferien");
    public static readonly Text ClosedHint = new($"Such as 24 December to 1 January; separate several with semicolons", $"Zum Beispiel 24. Dezember bis 1. Januar; mehrere bitte mit Semikolon trennen");
    public static readonly Text Morning = new($"Morning message at", $"Morgennachricht um");
    public static readonly Text MorningHint = new($"Such as 9:00", $"Zum Beispiel 9:00");
    public static readonly Text QuietDeputy = new($"Quiet: the deputy hears after (working days)", $"Stille: Vertretung erfährt es nach (Arbeitstagen)");
    public static readonly Text Acknowledge = new($"Complaint: acknowledge within (working hours)", $"Beschwerde: Eingang bestätigen innerhalb von (Arbeitsstunden)");
    public static readonly Text Update = new($"Complaint: an update every (working days)", $"Beschwerde: Zwischenbescheid alle (Arbeitstage)");
    public static readonly Text Confirm = new($"Complaint: settled if we hear nothing more for (working days)", $"Beschwerde: erledigt, wenn nichts mehr kommt, nach (Arbeitstagen)");
    public static readonly Text Waiting = new($"When we’re waiting for the client: follow up after (working days)", $"Wenn wir auf den Kunden warten: nachhaken nach (Arbeitstagen)");
    public static readonly Text BreachRest = new($"After a breach of trust: hold greetings back for (days)", $"Nach einem Vertrauensbruch: Grüße zurückhalten für (Tage)");
    public static readonly Text Climb = new($"Reminders: deputy and channel after (working hours)", $"Erinnerung: Vertretung und Kanal nach (Arbeitsstunden)");
    public static readonly Text ClimbManager = new($"Reminders: managers after another (working days)", $"Erinnerung: Leitung nach weiteren (Arbeitstagen)");
    public static readonly Text ClimbThird = new($"Reminders: suggest a third person after another (working days)", $"Erinnerung: dritte Person vorschlagen nach weiteren (Arbeitstagen)");
    public static readonly Text PromiseLead = new($"Promises: remind ahead (working days)", $"Zusagen: vorher erinnern (Arbeitstage)");
    public static readonly Text BirthdayLead = new($"Birthdays: remind ahead (working days)", $"Geburtstage: vorher erinnern (Arbeitstage)");
    public static readonly Text KeepGone = new($"When someone leaves a client: keep what’s noted about them for (days)", $"Wenn jemand beim Kunden geht: Notiertes aufbewahren für (Tage)");
    public static readonly Text KeepTalks = new($"Noted talks: keep for (months)", $"Gesprächsnotizen: aufbewahren für (Monate)");
    public static readonly Text KeepFormer = new($"People at clients we’ve parted with: keep for (months)", $"Personen bei früheren Kunden: aufbewahren für (Monate)");
    public static readonly Text TitleKeepGone = new($"Keep who has left", $"Frist für Gegangene");
    public static readonly Text TitleKeepTalks = new($"Keep noted talks", $"Frist für Gespräche");
    public static readonly Text TitleKeepFormer = new($"Keep former clients", $"Frist für frühere Kunden");
    public static readonly Text GroupGone = new($"How long things are kept", $"Löschfristen");
    public static readonly Text HookDays = new($"Notes for the next talk: forget after (days)", $"Anknüpfungspunkte: vergessen nach (Tagen)");
    public static readonly Text TitleHookDays = new($"Set the hook days", $"Merkdauer einstellen");
    public static readonly Text GroupHints = new($"Hints: what I only suggest", $"Hinweise: was ich nur vorschlage");
    public static readonly Text HintDays = new($"Days between two hints about one client", $"Tage zwischen zwei Hinweisen zu einem Kunden");
    public static readonly Text HintsPerMorning = new($"Hints in one person’s morning message at most; 0 for none", $"Hinweise je Person am Morgen höchstens; 0 für keine");
    public static readonly Text VisitMonths = new($"Suggest meeting in person after (months)", $"Persönliches Treffen vorschlagen nach (Monaten)");
    public static readonly Text TitleHintDays = new($"Days between hints", $"Abstand der Hinweise");
    public static readonly Text TitleHintsPerMorning = new($"Hints per morning", $"Hinweise am Morgen");
    public static readonly Text TitleVisitMonths = new($"Months without a visit", $"Monate ohne Besuch");
    public static readonly Text GroupTeam = new($"Team", $"Team");
    public static readonly Text GroupWorkingTime = new($"Working time", $"Arbeitszeit");
    public static readonly Text GroupQuiet = new($"Quiet accounts", $"Stille Kunden");
    public static readonly Text GroupCeiling = new($"Not too much", $"Nicht zu viel");
    public static readonly Text GroupComplaints = new($"Complaints", $"Beschwerden");
    public static readonly Text GroupPromises = new($"Promises", $"Zusagen");
    public static readonly Text GroupReminders = new($"Who else is reminded, and when", $"Wen ich wann noch erinnere");
    public static readonly Text GroupOccasions = new($"Occasions", $"Anlässe");
    public static readonly Text Managers = new($"Managers", $"Leitung");
    public static readonly Text Home = new($"Home", $"Zuhause");
    public static readonly Text Tier = new($"Tier", $"Stufe");
    public static readonly Text FloorDays = new($"Days", $"Tage");
    public static readonly Text FirstDay = new($"First day", $"Erster Tag");
    public static readonly Text LastDay = new($"Last day", $"Letzter Tag");
    public static readonly Text OneDay = new($"Only the first day, unless you give a last one", $"Ohne Angabe nur der erste Tag");
    public static readonly Text Nobody = new($"nobody yet", $"noch niemand");
    public static readonly Text NoClosures = new($"none", $"keine");
    public static readonly Text NotAsked = new($"not answered yet", $"noch offen");
    public static readonly Text Direct = new($"direct message", $"Direktnachricht");
    public static readonly Text ThisChannel = new($"this channel", $"dieser Kanal");
    public static readonly Text Elsewhere = new($"its own channel", $"ein eigener Kanal");
    public static readonly Text ChangeAll = new($"Change settings", $"Einstellungen ändern");
    public static readonly Text Saved = new($"The settings are saved.", $"Die Einstellungen sind gespeichert.");
    public static readonly Text Unchanged = new($"Nothing has changed.", $"Es hat sich nichts geändert.");
    public static readonly Text DoesSettings = new($"shows the team’s settings", $"zeigt die Einstellungen");
    public static readonly Text ExampleSettings = new($"settings", $"einstellungen");
    public static readonly Text DoesForm = new($"change all settings", $"alles einstellen");
    public static readonly Text ExampleForm = new($"team settings", $"team einstellungen");
    public static readonly Text TitleZone = new($"Set the time zone", $"Zeitzone einstellen");
    public static readonly Text TitleRegion = new($"Set the holidays", $"Feiertage einstellen");
    public static readonly Text TitleLanguage = new($"Set the language", $"Sprache einstellen");
    public static readonly Text TitleHours = new($"Set the working hours", $"Arbeitszeiten einstellen");
    public static readonly Text TitleMorning = new($"Set the morning message", $"Morgennachricht");
    public static readonly Text TitleName = new($"Rename the team", $"Team umbenennen");
    public static readonly Text DoesFloor = new($"says after how many days without a talk a tier counts as quiet", $"legt fest, nach wie vielen Tagen ohne Gespräch eine Stufe als still gilt");
    public static readonly Text TitleFloor = new($"When an account is quiet", $"Wann ein Kunde still ist");
    public static readonly Text ExampleFloor = new($"team floor A 14", $"team mindestens A 14");
    public static readonly Text Contacts = new($"Contacts a week", $"Meldungen pro Woche");
    public static readonly Text DoesCeiling = new($"says from how many contacts a week on you hear that it may be too much", $"legt fest, wie oft pro Woche wir uns höchstens melden, bevor es zu viel wird");
    public static readonly Text TitleCeiling = new($"When it may be too much", $"Wann es zu viel wird");
    public static readonly Text ExampleCeiling = new($"team ceiling A 3", $"team höchstens A 3");
    public static readonly Text DoesClosed = new($"notes days on which the team is closed", $"merkt sich Betriebsferien");
    public static readonly Text TitleClosed = new($"Note company holidays", $"Betriebsferien merken");
    public static readonly Text ExampleClosed = new($"team closed 24 December to 1 January", $"team betriebsferien 24.12. bis 1.1.");
    public static readonly Text DoesOpen = new($"takes days out of company holidays", $"streicht Tage aus den Betriebsferien");
    public static readonly Text TitleOpen = new($"Work on these days", $"Tage wieder öffnen");
    public static readonly Text ExampleOpen = new($"team open 24 December", $"team offen 24.12.");
    public static readonly Text WhichTeam = new($"For which team?", $"Für welches Team?");

    public static readonly Text NoWorkingTime = new(
        $"That would leave no working day for more than a year. Please check the hours and the company holidays.",
        $"Damit bliebe über ein Jahr lang kein Arbeitstag. Bitte Arbeitszeiten und Betriebsferien noch einmal ansehen.");

    public static readonly Text UnknownHours = new(
        $"I couldn’t read those hours. Try: Mon-Thu 9-17, Fri 9-14.",
        $"Diese Zeiten verstehe ich nicht. So klappt es: Mo-Do 9-17, Fr 9-14.");

    public static readonly Text UnknownTime = new($"I couldn’t read that time. Try: 9:00.", $"Diese Uhrzeit verstehe ich nicht. So klappt es: 9:00.");

    public static readonly Text UnknownClosures = new(
        $"I couldn’t read those days. Try: 24 December to 1 January; 3 May. A year at most.",
        $"Diese Tage verstehe ich nicht. So klappt es: 24. Dezember bis 1. Januar; 3. Mai. Höchstens ein Jahr.");

    public static readonly Text Backwards = new(
        $"The last day can’t be before the first, or more than a year after it.",
        $"Der letzte Tag darf nicht vor dem ersten liegen und höchstens ein Jahr danach.");

    public static readonly Text NotClosed = new($"The team isn’t closed on that day anyway.", $"An diesem Tag sind ohnehin keine Betriebsferien.");

    public static Text LanguageName(Language language) => language == Core.Texts.Language.German ? new($"German", $"Deutsch") : new($"English", $"Englisch");

    public static Text Floor(Tier tier) => new($"Tier {tier}: quiet after (days)", $"Stufe {tier}: still nach (Tagen)");

    public static Text Ceiling(Tier tier) => new($"Tier {tier}: at most (contacts a week)", $"Stufe {tier}: höchstens (Mal pro Woche)");

    public static Text Sets(Text label) => new($"sets: {label}", $"stellt ein: {label}");

    public static Text Now(Text label, string value) => new($"{label}: {value}", $"{label}: {value}");

    public static Text Before(string by, string value) => value.Length == 0 ? Text.Verbatim(by) : new($"Before: {value} · {by}", $"Vorher: {value} · {by}");

    /// <summary>A guess of ours that somebody has said is right.</summary>
    public static Text ConfirmedBy(string by) => new($"Confirmed by {by}", $"Bestätigt von {by}");

    public static readonly Text SetAlready = new($"That was already set.", $"Das war schon so eingestellt.");

    public static Text SettingsOf(string team) => new($"Settings of {team}", $"Einstellungen von {team}");

    public static Text ClosedNow(string days) => new($"Closed: {days}", $"Betriebsferien: {days}");

    public static Text StillClosed(string days) => new($"Still closed: {days}", $"Weiterhin Betriebsferien: {days}");

    public static Text OpenNow(string days) => new($"No longer closed: {days}", $"Doch keine Betriebsferien: {days}");

    public static Text Guessed(string value) => new($"{value}(just a guess so far)", $"{value}(bisher nur geschätzt)");

    public static Text NumberBetween(int least, int most) => new($"Please give a whole number from {least} to {most}.", $"Bitte eine ganze Zahl von {least} bis {most}.");

    public static Text NameTooLong(int most) => new($"Please give a name of at most {most} characters.", $"Bitte einen Namen mit höchstens {most} Zeichen.");

    public static Text UnknownZone(string typed) => new(
        $"I don’t know a time zone called “{typed}”. Try a city such as Berlin, or a zone such as Europe/Berlin.",
        $"Eine Zeitzone „{typed}“ kenne ich nicht. Es geht eine Stadt wie Berlin oder eine Zone wie Europe/Berlin.");

    public static Text UnknownRegion(string typed, IReadOnlyList<HolidayRegion> like) => like.Count == 0
        ? new(
            $"I don’t know a region called “{typed}”. A German Land, Austria, a Swiss canton, England, Scotland, Ireland, US federal or none works.",
            $"Eine Region „{typed}“ kenne ich nicht. Es gehen ein Bundesland, Österreich, ein Schweizer Kanton, England, Schottland, Irland, USA oder keine.")
        : new(
            $"I don’t know a region called “{typed}”. Perhaps {string.Join(", ", like.Select(region => region.NameEn))}?",
            $"Eine Region „{typed}“ kenne ich nicht. Vielleicht {string.Join(", ", like.Select(region => region.NameDe))}?");
}
