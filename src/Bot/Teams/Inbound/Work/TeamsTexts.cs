namespace AccountNudge.Bot.Teams.Inbound.Work;

/// <summary>Texts that only Teams needs.</summary>
internal static class TeamsTexts
{
    public static readonly Text OnIt = new(
        $"I am on it; my answer follows in a moment.",
        $"Ich bin dran, meine Antwort kommt gleich.");

    public static readonly Text NotNow = new(
        $"Teams does not tell me right now who is here, so I did nothing. Please try again in a moment.",
        $"Teams sagt mir gerade nicht, wer hier ist, deshalb habe ich nichts getan. Bitte gleich noch einmal versuchen.");

    public static readonly Text UnknownPlace = new(
        $"Teams does not tell me who reads along here, so I stay quiet. Just write to me directly.",
        $"Teams sagt mir nicht, wer hier mitliest, deshalb halte ich mich zurück. ‹Schreib|Schreiben Sie› mir einfach direkt.");

    public static readonly Text ColleaguesOnly = new(
        $"This stays within the team itself.",
        $"Das bleibt im Team selbst.");

    public static readonly Text FormBelow = new(
        $"The form is waiting for you below, or in our chat.",
        $"Das Formular wartet hier unten oder in unserem Chat.");

    public static readonly Text NoForm = new(
        $"Teams does not show my form here. Typed in one line it works as well; “help” shows how.",
        $"Teams zeigt mein Formular hier nicht. In einer Zeile getippt geht es auch; „hilfe“ zeigt, wie.");

    public static readonly Text ForAll = new(
        $"All right; everyone here sees my answer.",
        $"Alles klar, meine Antwort sehen hier alle.");

    public static readonly Text Closed = new(
        $"All right, nothing was recorded.",
        $"Alles klar, es wurde nichts notiert.");
}
