namespace AccountNudge.Bot.Teams.Inbound.Work;

/// <summary>Texts that only Teams needs.</summary>
internal static class TeamsTexts
{
    public static readonly Text OnIt = new(
        $"I’m on it; my answer will follow in a moment.",
        $"Ich bin dran, meine Antwort kommt gleich.");

    public static readonly Text NotNow = new(
        $"Teams can’t tell me right now who’s here, so I haven’t done anything. Please try again in a moment.",
        $"Teams sagt mir gerade nicht, wer hier ist, deshalb habe ich nichts getan. Bitte gleich noch einmal versuchen.");

    public static readonly Text UnknownPlace = new(
        $"Teams doesn’t tell me who’s reading along here, so I’ll stay quiet. Just write to me directly.",
        $"Teams sagt mir nicht, wer hier mitliest, deshalb halte ich mich zurück. ‹Schreib|Schreiben Sie› mir einfach direkt.");

    public static readonly Text ColleaguesOnly = new(
        $"This stays within the team itself.",
        $"Das bleibt im Team selbst.");

    public static readonly Text FormBelow = new(
        $"The form is waiting for you below, or in our chat.",
        $"Das Formular wartet hier unten oder in unserem Chat.");

    public static readonly Text NoForm = new(
        $"Teams doesn’t show my form here. You can type it all in one line instead; “help” shows how.",
        $"Teams zeigt mein Formular hier nicht. In einer Zeile getippt geht es auch; „hilfe“ zeigt, wie.");

    public static readonly Text ForAll = new(
        $"All right; everyone here sees my answer.",
        $"Alles klar, meine Antwort sehen hier alle.");

    public static readonly Text Closed = new(
        $"All right, nothing was recorded.",
        $"Alles klar, es wurde nichts notiert.");

    /// <summary>Files go to people in Teams only once they have agreed to each, which we do not ask for.</summary>
    public static readonly Text NoFiles = new(
        $"I can’t hand over files in Teams. The card shows the first rows of each kind.",
        $"Dateien kann ich in Teams nicht herausgeben. Die Karte zeigt die ersten Zeilen jeder Art.");
}
