namespace AccountNudge.Bot.Conversation.OwnPage;

/// <summary>The words of a person's own page.</summary>
internal static class OwnPageTexts
{
    public static readonly Text HowToBegin = new(
        $"Invite me into the channel of your team, or simply write to me here: “log Acme called, wants a quote”.",
        $"‹Lade|Laden Sie› mich in den Kanal ‹deines|Ihres› Teams ein, oder ‹schreib|schreiben Sie› mir einfach hier: „notiz Weber rief an, möchte ein Angebot“.");

    public static readonly Text Log = new($"Note a talk", $"Gespräch notieren");
    public static readonly Text Complaint = new($"Log a complaint", $"Beschwerde aufnehmen");
    public static readonly Text Brief = new($"Prepare a call", $"Anruf vorbereiten");
    public static readonly Text IAmAway = new($"I’ll be away", $"Ich bin abwesend");

    public static readonly Text NoAccounts = new(
        $"You don’t look after any accounts yet. “account owner” changes that.",
        $"‹Du betreust|Sie betreuen› noch keine Kunden. „kunde betreuung“ ändert das.");

    public static readonly Text Preferences = new($"Your settings", $"‹Deine|Ihre› Einstellungen");
    public static readonly Text Language = new($"Language", $"Sprache");
    public static readonly Text Zone = new($"Time zone", $"Zeitzone");
    public static readonly Text Teams = new($"Team", $"Team");
    public static readonly Text Hours = new($"Working time", $"Arbeitszeit");
    public static readonly Text Away = new($"Away", $"Abwesenheit");
    public static readonly Text Here = new($"none noted", $"keine notiert");

    public static readonly Text FromProfile = new(
        $"Language and time zone come from your profile. I keep quiet outside working time.",
        $"Sprache und Zeitzone stammen aus ‹deinem|Ihrem› Profil. Außerhalb der Arbeitszeit bin ich still.");

    public static Text Hello(string name) => new($"Hello, {name}", $"Hallo, {name}");

    public static Text Welcome(string name) => new($"Hello, {name}! Good to meet you.", $"Hallo, {name}! Schön, ‹dich|Sie› kennenzulernen.");

    public static Text Accounts(int count) => count == 1
        ? new($"Your account", $"‹Dein|Ihr› Kunde")
        : new($"Your accounts", $"‹Deine|Ihre› Kunden");

    public static Text MoreAccounts(int count) => new($"+{count} more", $"+{count} weitere");

    public static Text Tier(Tier tier) => new($"Tier {tier}", $"Stufe {tier}");

    public static Text StandingIn(Tier tier) => new($"Tier {tier} · you stand in", $"Stufe {tier} · in Vertretung");

    public static Text LanguageName(Language language) => language == Core.Texts.Language.German ? new($"German", $"Deutsch") : new($"English", $"Englisch");

    public static Text AwayUntil(Absence absence, LocalDate today) => absence.From <= today
        ? new($"until {absence.Until:d MMMM}", $"bis {absence.Until:d. MMMM}")
        : new($"{absence.From:d MMMM} to {absence.Until:d MMMM}", $"{absence.From:d. MMMM} bis {absence.Until:d. MMMM}");
}
