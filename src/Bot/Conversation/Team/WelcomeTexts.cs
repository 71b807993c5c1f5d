using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Calendar;

namespace AccountNudge.Bot.Conversation.Team;

/// <summary>The first words.</summary>
internal static class WelcomeTexts
{
    public static readonly Text Hello = new(
        $"Hello! I remember what your clients say and remind the right people in time, and only during working hours.",
        $"Hallo! Ich merke mir, was ‹eure|Ihre› Kunden sagen, und erinnere rechtzeitig die Richtigen – nur in der Arbeitszeit.");

    public static readonly Text Other = new($"Other…", $"Andere …");
    public static readonly Text None = new($"None", $"Keine");

    /// <summary>For whoever does not read the language around it, hence the same in both.</summary>
    public static readonly Text GermanInstead = Text.Verbatim("Lieber auf Deutsch");

    /// <summary>See <see cref="GermanInstead"/>.</summary>
    public static readonly Text EnglishInstead = Text.Verbatim("English, please");
    public static readonly Text Switched = new($"Of course, in English from now on.", $"Gern, ab jetzt auf Deutsch.");
    public static Text Change(string call) => new($"“{call}team region” changes it at any time.", $"„{call}team region“ ändert das jederzeit.");
    public static Text ChangeZone(string call) => new($"“{call}team zone” changes it at any time.", $"„{call}team zone“ ändert das jederzeit.");
    public static Text ChangeBoth(string call) => new($"“{call}team region” and “{call}team zone” change it at any time.", $"„{call}team region“ und „{call}team zone“ ändern das jederzeit.");

    /// <summary>What to type, exactly as it works there.</summary>
    /// <param name="call">What a line to the bot begins with there; empty where it hears everything.</param>
    public static Text Begin(string call) => new(
        $"To begin, just tell me: “{call}log Acme called, wants a quote”. “{call}help” shows the rest.",
        $"Zum Anfangen einfach erzählen: „{call}notiz Weber rief an, möchte ein Angebot“. „{call}hilfe“ zeigt den Rest.");

    public static Text WhichRegion(bool isFirst) => new(
        $"{So(isFirst)} I can leave you in peace on public holidays: which ones apply to you?",
        $"{So(isFirst)} ich ‹euch|Sie› an Feiertagen in Ruhe lasse: Welche gelten bei ‹euch|Ihnen›?");

    public static Text WhichZone(bool isFirst) => new(
        $"{So(isFirst)} I can keep to your working hours: which time zone are you in?",
        $"{So(isFirst)} ich mich an ‹eure|Ihre› Arbeitszeit halte: Welche Zeitzone gilt bei ‹euch|Ihnen›?");

    public static Text Thanks(HolidayRegion region) => new($"Thank you. Public holidays: {region.NameEn}.", $"Danke. Feiertage: {region.NameDe}.");

    public static Text Thanks(string zone) => new($"Thank you. Time zone: {Zones.City(zone)}.", $"Danke. Zeitzone: {Zones.City(zone)}.");

    public static Text Thanks(HolidayRegion region, string zone) => new(
        $"Thank you. Public holidays: {region.NameEn}. Time zone: {Zones.City(zone)}.",
        $"Danke. Feiertage: {region.NameDe}. Zeitzone: {Zones.City(zone)}.");

    public static Text Answered(string call, HolidayRegion region) => new(
        $"That’s already been answered: {region.NameEn}. “{call}team region” changes it.",
        $"Das ist schon beantwortet: {region.NameDe}. „{call}team region“ ändert es.");

    public static Text Answered(string call, string zone) => new(
        $"That’s already been answered: {Zones.City(zone)}. “{call}team zone” changes it.",
        $"Das ist schon beantwortet: {Zones.City(zone)}. „{call}team zone“ ändert es.");

    private static Text So(bool isFirst) => isFirst ? new($"So", $"Damit") : new($"And so", $"Und damit");
}
