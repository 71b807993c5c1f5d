namespace AccountNudge.Bot.Platforms.Inbox;

/// <summary>What is said where something cannot be answered as it was meant.</summary>
internal static class InboundTexts
{
    public static readonly Text Outsiders = new(
        $"People from outside can read along here, so I’ll stay quiet. Just write to me directly.",
        $"Hier lesen Außenstehende mit, deshalb halte ich mich zurück. ‹Schreib|Schreiben Sie› mir einfach direkt.");

    public static readonly Text UnknownChannel = new(
        $"I can’t see who’s in this channel, so I’ll stay quiet. Invite me, or just write to me directly.",
        $"Ich sehe nicht, wer in diesem Kanal ist, deshalb halte ich mich zurück. ‹Lade mich ein oder schreib|Laden Sie mich ein oder schreiben Sie› mir einfach direkt.");

    public static readonly Text FillIn = new(
        $"There is a form for this.",
        $"Dafür gibt es ein Formular.");

    public static readonly Text TooSlow = new(
        $"That took me too long, so the form didn’t open. Please try again.",
        $"Das hat bei mir zu lange gedauert, das Formular ging nicht auf. Bitte noch einmal versuchen.");

    public static readonly Text AnswerLost = new(
        $"That’s done; only my answer got lost on the way.",
        $"Das ist erledigt; nur meine Antwort ging unterwegs verloren.");

    public static readonly Text Lost = new(
        $"Something went wrong on my side, and what you told me was not recorded; please say it again.",
        $"Bei mir ist etwas schiefgegangen, und was ‹du mir gesagt hast|Sie mir gesagt haben›, wurde nicht notiert; ‹sag|sagen Sie› es bitte noch einmal.");

    public static readonly Text NotRecorded = new(
        $"I couldn’t use your form as it was, so nothing was recorded:",
        $"So konnte ich ‹dein|Ihr› Formular nicht übernehmen, es wurde nichts notiert:");
}
