namespace AccountNudge.Bot.Slack.Installations.OAuth;

/// <summary>What the pages around installing say.</summary>
internal static class InstallTexts
{
    public static readonly Text Help = new($"Write “help” to AccountNudge at any time to see what it can do.", $"‹Schreib|Schreiben Sie› AccountNudge jederzeit „hilfe“, um zu sehen, was es kann.");
    public static readonly Text OpenSlack = new($"Open Slack", $"Slack öffnen");
    public static readonly Text TryAgain = new($"Start again", $"Neu beginnen");
    public static readonly Text Declined = new($"AccountNudge was not installed", $"AccountNudge wurde nicht installiert");
    public static readonly Text DeclinedLead = new(
        $"Nothing was changed in your workspace. You can start again whenever you like; some workspaces ask an admin to approve apps first.",
        $"In ‹deinem|Ihrem› Arbeitsbereich hat sich nichts geändert. ‹Du kannst|Sie können› jederzeit neu beginnen; in manchen Arbeitsbereichen muss erst die Administration zustimmen.");

    public static readonly Text Expired = new($"This attempt is no longer valid", $"Dieser Versuch gilt nicht mehr");
    public static readonly Text ExpiredLead = new(
        $"Installing has to be finished within ten minutes, once, and in the browser it was begun in. Please start again.",
        $"Eine Installation geht nur einmal, innerhalb von zehn Minuten und in dem Browser, in dem sie begonnen hat. Bitte neu beginnen.");

    public static readonly Text NoAnswer = new($"Slack is not answering", $"Slack antwortet nicht");
    public static readonly Text NoAnswerLead = new(
        $"The installation could not be finished, and nothing was stored. Please start again in a few minutes.",
        $"Die Installation konnte nicht abgeschlossen werden, und es wurde nichts gespeichert. Bitte in ein paar Minuten neu beginnen.");

    public static readonly Text Failed = new($"The installation did not work", $"Die Installation hat nicht geklappt");

    public static Text Installed(string place) => new($"AccountNudge is installed in {place}", $"AccountNudge ist in {place} installiert");

    public static Text InstalledLead { get; } = new(
        $"Now invite it into the channel of your account team: type /invite @AccountNudge there. It introduces itself and asks for the first client.",
        $"‹Lade|Laden Sie› es jetzt in den Kanal ‹deines|Ihres› Teams ein: dort /invite @AccountNudge eingeben. Es stellt sich vor und fragt nach dem ersten Kunden.");

    public static Text InstalledEverywhereLead { get; } = new(
        $"An admin of the organisation now adds it to workspaces in Slack’s admin settings. Then invite it into the channel of an account team there: /invite @AccountNudge.",
        $"Die Administration der Organisation fügt es nun in den Slack-Einstellungen zu Arbeitsbereichen hinzu. Danach dort in den Kanal eines Teams einladen: /invite @AccountNudge.");

    public static Text FailedLead(string error) => new(
        $"Slack refused with “{error}”. Nothing was stored. If it happens again, whoever runs this bot should check the app’s settings.",
        $"Slack hat mit „{error}“ abgelehnt. Es wurde nichts gespeichert. Falls es wieder vorkommt, sollte, wer diesen Bot betreibt, die Einstellungen der App prüfen.");
}
