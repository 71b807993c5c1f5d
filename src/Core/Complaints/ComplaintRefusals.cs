using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Complaints;

/// <summary>What a complaint says when a step does not fit.</summary>
internal static class ComplaintRefusals
{
    public static readonly Text NotClosedYet = new(
        $"I’ll ask that once the client agrees it’s solved.",
        $"Diese Frage kommt, wenn der Kunde die Lösung bestätigt hat.");

    public static readonly Text AlreadyAcknowledged = new(
        $"The client already knows that we have this complaint. If there’s something new to tell them, use “update”.",
        $"Der Kunde weiß schon, dass die Beschwerde angekommen ist. Gibt es etwas Neues zu sagen, dann bitte „zwischenbescheid“.");

    public static readonly Text AlreadyResolved = new(
        $"This complaint is marked as solved. If it is not, use “reopen”.",
        $"Die Beschwerde ist als gelöst vermerkt. Falls sie es nicht ist, hilft „wiederauf“.");

    public static readonly Text ChasedAfterResolution = new(
        $"We called this complaint solved. If the client asks again, “reopen” it.",
        $"Die Beschwerde gilt bei uns als gelöst. Fragt der Kunde wieder nach, dann bitte „wiederauf“.");

    public static readonly Text AlreadyWaiting = new(
        $"We’re already waiting for the client; I’ll come back to it.",
        $"Wir warten schon auf den Kunden; ich komme darauf zurück.");

    public static readonly Text NotResolvedYet = new(
        $"Nobody has told the client yet that it’s solved. Use “resolve” first.",
        $"Dem Kunden wurde noch keine Lösung gemeldet. Zuerst bitte „gelöst“.");

    public static readonly Text Closed = new(
        $"This complaint is closed. If it comes back, use “reopen”.",
        $"Die Beschwerde ist abgeschlossen. Kommt sie zurück, hilft „wiederauf“.");

    public static readonly Text StillOpen = new(
        $"This complaint is still open, so there is nothing to reopen.",
        $"Die Beschwerde ist noch offen, es gibt nichts wieder zu öffnen.");

    public static readonly Text NeedsReason = new(
        $"Please say why it is not justified and what the client was told, for example “unjustified Weber: delivered on the agreed day, explained by phone”.",
        $"Bitte kurz sagen, warum sie nicht berechtigt ist und was der Kunde als Antwort bekam, zum Beispiel „unberechtigt Weber: am vereinbarten Tag geliefert, telefonisch erklärt“.");

    public static readonly Text NoSuchDeadline = new(
        $"Please pick a later working time for the solution, at most two years ahead.",
        $"Bitte für die Lösung einen späteren Zeitpunkt in der Arbeitszeit nennen, höchstens zwei Jahre im Voraus.");

    public static readonly Text BreachAlready = new(
        $"This complaint is already marked as a breach of trust.",
        $"Die Beschwerde ist schon als Vertrauensbruch vermerkt.");

    public static readonly Text NoBreach = new(
        $"That’s for a breach of trust. If it is one, use “breach” first.",
        $"Das gilt für einen Vertrauensbruch. Falls es einer ist, zuerst bitte „vertrauensbruch“.");

    public static readonly Text SeniorTalkedAlready = new(
        $"Someone senior has already talked to them.",
        $"Mit dem Kunden hat schon jemand aus der Leitung gesprochen.");

    public static readonly Text NotNeutral = new(
        $"They look after this account themselves. Please pick someone who hasn’t been involved.",
        $"Wer den Kunden selbst betreut, ist nicht unbeteiligt. Bitte jemand anderen wählen.");

    public static readonly Text MediatesAlready = new(
        $"They have already been asked to talk to both sides.",
        $"Das ist schon vermerkt.");

    public static readonly Text DeclinedAlready = new(
        $"It’s already noted that nobody from outside is needed.",
        $"Es ist schon vermerkt, dass es ohne Vermittlung geht.");

    public static readonly Text SnoozedOnce = new(
        $"They don’t know yet that we have their complaint, so it can only be put off once. A quick reply to them is enough: “ack”.",
        $"Der Kunde weiß noch nicht, dass die Beschwerde angekommen ist, deshalb lässt sich das nur einmal verschieben. Eine kurze Rückmeldung genügt: „eingang“.");
}
