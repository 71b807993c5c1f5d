using System.Globalization;
using NodaTime.Text;

namespace AccountNudge.Bot.Local.Page;

/// <summary>What the page itself says.</summary>
public static class PageTexts
{
    public static readonly Text Channels = new($"Team channels", $"Teamkanäle");
    public static readonly Text DirectMessages = new($"Direct messages", $"Direktnachrichten");
    public static readonly Text Places = new($"Channels and direct messages", $"Kanäle und Direktnachrichten");
    public static readonly Text ShowPlaces = new($"Show channels", $"Kanäle zeigen");
    public static readonly Text SpeakAs = new($"Speak as", $"‹Sprich|Sprechen Sie› als");
    public static readonly Text Switch = new($"Switch", $"Wechseln");
    public static readonly Text Guest = new($"guest", $"Gast");
    public static readonly Text Shared = new($"shared with outsiders", $"mit Außenstehenden geteilt");
    public static readonly Text Unread = new($"unread", $"ungelesen");
    public static readonly Text NewChannel = new($"New channel", $"Neuer Kanal");
    public static readonly Text NewPerson = new($"New person", $"Neue Person");
    public static readonly Text SkipToMessage = new($"Skip to the message field", $"Zum Nachrichtenfeld springen");
    public static readonly Text Messages = new($"Messages", $"Nachrichten");
    public static readonly Text Earlier = new($"Show earlier messages", $"Ältere Nachrichten zeigen");
    public static readonly Text OnlyYou = new($"Only visible to you", $"Nur für ‹dich|Sie› sichtbar");
    public static readonly Text Edited = new($"edited", $"bearbeitet");
    public static readonly Text App = new($"App", $"App");
    public static readonly Text Send = new($"Send", $"Senden");
    public static readonly Text Working = new($"AccountNudge is working on it …", $"AccountNudge ist dabei …");
    public static readonly Text Attach = new($"Send a list to import (CSV or Excel)", $"Liste zum Importieren senden (CSV oder Excel)");
    public static readonly Text ComposerHelp = new($"Enter sends, Shift+Enter starts a new line, ↑ brings back what was sent.", $"Enter sendet, Umschalt+Enter beginnt eine neue Zeile, ↑ holt Gesendetes zurück.");
    public static readonly Text ToBot = new($"Message, such as “help”", $"Nachricht, etwa „hilfe“");
    public static readonly Text People = new($"People", $"Personen");
    public static readonly Text Commands = new($"Commands", $"Befehle");
    public static readonly Text Suggested = new($"suggestions, arrow keys choose", $"Vorschläge, Pfeiltasten wählen aus");
    public static readonly Text NothingYet = new($"Nothing has been said here yet.", $"Hier wurde noch nichts gesagt.");
    public static readonly Text TryHelp = new($"Write “help” to see what AccountNudge can do.", $"‹Schreib|Schreiben Sie› „hilfe“, um zu sehen, was AccountNudge kann.");
    public static readonly Text Clock = new($"Clock", $"Uhr");
    public static readonly Text NextHour = new($"Next working hour", $"Nächste Arbeitsstunde");
    public static readonly Text NextMorning = new($"Tomorrow morning", $"Morgen früh");
    public static readonly Text NextWeek = new($"+1 week", $"+1 Woche");
    public static readonly Text GoTo = new($"Go to", $"Springe zu");
    public static readonly Text Go = new($"Go", $"Los");
    public static readonly Text Travelling = new($"Time is passing:", $"Die Zeit läuft:");
    public static readonly Text TravelMenu = new($"Time travel", $"Zeitreise");
    public static readonly Text RealTime = new($"This clock shows real time. Start with Clock__Mode=Simulated to move it.", $"Diese Uhr zeigt die echte Zeit. Mit Clock__Mode=Simulated gestartet, lässt sie sich verstellen.");
    public static readonly Text Jobs = new($"Background jobs", $"Hintergrundaufgaben");
    public static readonly Text TravellingAlready = new($"The clock is already being moved.", $"Die Uhr wird gerade schon verstellt.");
    public static readonly Text StopTravelling = new($"Stop here", $"Hier anhalten");
    public static readonly Text OnlyLater = new($"The clock only moves forward: choose a later date and time.", $"Die Uhr geht nur vorwärts: ‹wähle|wählen Sie› einen späteren Zeitpunkt.");
    public static readonly Text Cancel = new($"Cancel", $"Abbrechen");
    public static readonly Text Required = new($"Please fill this in.", $"Bitte ausfüllen.");
    public static readonly Text Optional = new($"optional", $"optional");
    public static readonly Text Choose = new($"Please choose", $"Bitte wählen");
    public static readonly Text Unsaid = new($"not said", $"keine Angabe");
    public static readonly Text Figures = new($"Show the figures", $"Zahlen zeigen");
    public static readonly Text Failed = new($"That didn’t work. Nothing was recorded; please try again.", $"Das hat nicht geklappt. Es wurde nichts festgehalten; bitte noch einmal versuchen.");
    public static readonly Text Gone = new($"No connection. The page will try again by itself.", $"Keine Verbindung. Die Seite versucht es von selbst wieder.");
    public static readonly Text Today = new($"Today", $"Heute");
    public static readonly Text Yesterday = new($"Yesterday", $"Gestern");
    public static readonly Text Welcome = new($"Hello! This is AccountNudge.", $"Hallo! Hier ist AccountNudge.");

    public static readonly Text WelcomeLead = new(
        $"It remembers what account teams hear from and promise to their clients, and reminds the right colleague during working hours. This page is a small chat of its own, so that you can try everything without Slack or Teams.",
        $"AccountNudge merkt sich, was Teams von ihren Kunden hören und ihnen zusagen, und erinnert während der Arbeitszeit die richtige Person. Diese Seite ist ein kleiner eigener Chat, um alles ohne Slack oder Teams auszuprobieren.");

    public static readonly Text LoadSample = new($"Load sample data", $"Beispieldaten laden");

    public static readonly Text LoadSampleHint = new(
        $"Two teams with clients, a complaint, talks and birthdays: the German “Rheinblick Agentur” and the English “Harbour & Co”.",
        $"Zwei Teams mit Kunden, einer Beschwerde, Gesprächen und Geburtstagen: die deutsche „Rheinblick Agentur“ und die englische „Harbour & Co“.");

    public static readonly Text LoadingSample = new($"Setting up two sample teams …", $"Ich richte zwei Beispielteams ein …");
    public static readonly Text StartEmpty = new($"Start empty", $"Leer beginnen");

    public static readonly Text StartEmptyHint = new(
        $"Your name and one channel, nothing else.",
        $"Nur ‹dein|Ihr› Name und ein Kanal, sonst nichts.");

    public static Text Arrived(int pending) => pending == 0
        ? new($"Arrived.", $"Angekommen.")
        : new($"Arrived. {pending} posts could not be delivered yet.", $"Angekommen. {pending} Nachrichten ließen sich noch nicht zustellen.");

    public static Text Stopped(string moment) => new($"Stopped: it is {moment}.", $"Angehalten: Es ist {moment}.");

    public static Text ToChannel(string channel) => new(
        $"Message #{channel}",
        $"Nachricht an #{channel}");

    /// <summary>The weekday and date of a day.</summary>
    public static string Day(LocalDate day, Voice voice) =>
        LocalDatePattern.Create(voice.Language == Language.German ? "dddd, d. MMMM yyyy" : "dddd, d MMMM yyyy", voice.Culture).Format(day);

    /// <summary>The weekday and date of a day where there is little room.</summary>
    public static string ShortDay(LocalDate day, Voice voice) =>
        LocalDatePattern.Create(voice.Language == Language.German ? "ddd, d.M." : "ddd d MMM", voice.Culture).Format(day);

    /// <summary>A day with the time.</summary>
    public static string Moment(LocalDateTime moment, Voice voice) => $"{Day(moment.Date, voice)}, {Time(moment.TimeOfDay)}";

    /// <summary>A time of day.</summary>
    public static string Time(LocalTime time) => LocalTimePattern.Create("HH:mm", CultureInfo.InvariantCulture).Format(time);

    /// <summary>Whether the page can be read in a language, such as <c>de-AT</c>.</summary>
    public static bool Speaks(string? locale) => IsIn("de", locale) || IsIn("en", locale);

    /// <summary>The voice a person is spoken to on the page.</summary>
    public static Voice VoiceFor(string? locale) => IsIn("de", locale)
        ? Voice.German with { SharpS = !locale!.EndsWith("CH", StringComparison.OrdinalIgnoreCase) }
        : Voice.English;

    private static bool IsIn(string language, string? locale) => string.Equals(locale?.Split('-', '_')[0], language, StringComparison.OrdinalIgnoreCase);

    /// <summary>The language as a page or a reader calls it.</summary>
    public static string Tag(Voice voice)
    {
        ArgumentNullException.ThrowIfNull(voice);
        return voice.Language == Language.German ? "de" : "en";
    }
}
