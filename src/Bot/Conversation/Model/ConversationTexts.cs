namespace AccountNudge.Bot.Conversation.Model;

/// <summary>What every command may have to say.</summary>
internal static class ConversationTexts
{
    public static readonly Text Failed = new(
        $"Sorry, that went wrong on my side and nothing was recorded. Please try again in a moment.",
        $"Das ist bei mir schiefgegangen, es wurde nichts notiert. Bitte gleich noch einmal versuchen.");

    public static readonly Text TeamNotTold = new(
        $"I can’t see right now which channels you are in, so I don’t know your team, and nothing was recorded. Please try again in a minute.",
        $"Ich sehe gerade nicht, in welchen Kanälen ‹du bist|Sie sind›, und weiß darum nicht, zu welchem Team ‹du gehörst|Sie gehören›. Es wurde nichts notiert; bitte in einer Minute noch einmal versuchen.");

    /// <summary>What a step has replaced.</summary>
    public static Text Formerly(Text before) => new($"Before: {before}", $"Bisher: {before}");

    public static Text SayHelp(string call) => new(
        $"Tell me what happened, for example “{call}log Acme called, wants a quote”. “{call}help” shows everything I know.",
        $"‹Erzähl|Erzählen Sie› mir, was war, zum Beispiel „{call}notiz Weber rief an, möchte ein Angebot“. „{call}hilfe“ zeigt alles, was ich kann.");

    public static Text NoTeamYet(string call) => new(
        $"I know none of your clients yet. Begin with a first note: “{call}log Acme called, wants a quote”.",
        $"Ich kenne noch keinen eurer Kunden. Der Anfang ist eine erste Notiz: „{call}notiz Weber rief an, möchte ein Angebot“.");

    public static Text NotThere(string call) => new(
        $"I cannot find that any more. “{call}today” shows what is open.",
        $"Das finde ich nicht mehr. „{call}heute“ zeigt, was offen ist.");

    public static readonly Text PressedAlready = new(
        $"That is done already.",
        $"Das ist schon erledigt.");

    public static readonly Text Correct = new($"Correct", $"Korrigieren");
    public static readonly Text Remove = new($"Remove", $"Entfernen");
    public static readonly Text OpenForm = new($"Fill in the form", $"Formular ausfüllen");

    public static readonly Text Removed = new(
        $"Removed. Nothing of it is left.",
        $"Entfernt. Davon ist nichts übrig.");

    public static readonly Text TouchedSince = new(
        $"Something has happened since, so I leave it as it is. You can still record what is true now.",
        $"Seitdem ist etwas passiert, deshalb bleibt es stehen. Der jetzige Stand lässt sich einfach neu notieren.");

    public static readonly Text NotYours = new(
        $"Somebody else recorded this, so only they can take it back.",
        $"Das hat jemand anders notiert und kann nur dort zurückgenommen werden.");

    public static readonly Text TooLongAgo = new(
        $"That was more than a week ago, so it stays. You can still record what is true now.",
        $"Das ist mehr als eine Woche her, deshalb bleibt es stehen. Der jetzige Stand lässt sich einfach neu notieren.");

    public static readonly Text DoesUndo = new($"take back my last note", $"das Letzte zurücknehmen");
    public static readonly Text ExampleUndo = new($"undo", $"rückgängig");

    public static readonly Text NothingToUndo = new(
        $"There is nothing of yours to undo from the last days.",
        $"Aus den letzten Tagen gibt es von ‹dir|Ihnen› nichts rückgängig zu machen.");

    public static Text RemovedBy(string who, Text line) => new(
        $"{who} removed “{line}”.",
        $"{who} hat „{line}“ entfernt.");

    /// <summary>Something that nobody else may miss without a word.</summary>
    public static Text NeedsReason(string line) => new(
        $"“{line}” goes only with a word why, so that nobody wonders later.",
        $"„{line}“ lässt sich nur mit einem Wort dazu löschen, damit sich später niemand wundert.");

    public static Text CorrectedBy(string who) => new(
        $"{who} corrected this; the new version stands further down.",
        $"{who} hat das korrigiert; die neue Fassung steht weiter unten.");

    public static Text NothingLeft(string who) => new($"{who} removed this.", $"{who} hat das gelöscht.");

    public static Text TakenBack(string who, Text line) => new(
        $"{who} took back “{line}”.",
        $"{who} hat „{line}“ zurückgenommen.");

    public static Text UnknownCommand(string typed) => new(
        $"I do not know what to do with “{typed}” yet.",
        $"Mit „{typed}“ kann ich noch nichts anfangen.");

    public static Text UnknownName(string typed) => new(
        $"I do not know “{typed}” yet.",
        $"„{typed}“ kenne ich noch nicht.");

    public static Text UnknownMember(string typed) => new(
        $"{typed} is not in the team yet. A first word to me in the team's channel is enough, then it works.",
        $"{typed} gehört noch nicht zum Team. Ein erstes Wort an mich im Kanal des Teams genügt, dann klappt es.");

    /// <summary>Two names at once: the account, and who is said to be there.</summary>
    public static Text UnknownNames(string account, string contact) => new(
        $"I do not know “{account}” yet, nor “{contact}” there.",
        $"„{account}“ kenne ich noch nicht, und „{contact}“ dort auch nicht.");

    public static Text UnknownContact(string contact, string account) => new(
        $"I do not know “{contact}” at {account} yet.",
        $"„{contact}“ kenne ich bei {account} noch nicht.");

    /// <summary>What creating does: whom it makes owner, and in which tier.</summary>
    public static Text MakesClient(string account) => new(
        $"“{Create}” adds {account} as a client in tier B, looked after by you.",
        $"„{Create}“ legt {account} als Kunden in Stufe B an, betreut von ‹dir|Ihnen›.");

    /// <summary>See <see cref="MakesClient"/>.</summary>
    public static Text MakesBoth(string account, string contact) => new(
        $"“{Create}” adds {account} as a client in tier B, looked after by you, and {contact} there.",
        $"„{Create}“ legt {account} als Kunden in Stufe B an, betreut von ‹dir|Ihnen›, und dort {contact}.");

    public static Text MakesContact(string contact, string account) => new(
        $"“{Create}” adds {contact} at {account}.",
        $"„{Create}“ legt {contact} bei {account} an.");

    public static readonly Text Create = new($"Create and record", $"Anlegen und notieren");

    public static Text WhichOne(string typed) => new(
        $"Which “{typed}” is it?",
        $"Welches „{typed}“ ist gemeint?");

    public static Text Mean(string name) => new($"I mean {name}", $"Gemeint ist {name}");

    public static Text Partly(string usage) => new(
        $"Almost. This is how it goes: {usage}",
        $"Fast. So geht es: {usage}");

    public static Text UnderstoodSoFar(string list) => new($"Understood: {list}", $"Verstanden: {list}");

    public static Text NotUnderstoodSoFar(string rest) => new($"Not understood: {rest}", $"Nicht verstanden: {rest}");

    /// <summary>A part that was begun: a year without its day.</summary>
    public static Text WhichDay(string keyword, string year)
    {
        var (english, german) = ($"{keyword} 1 March {year}".Trim(), $"{keyword} 1.3.{year}".Trim());
        return new($"Which day in {year}? For example “{english}”.", $"Welcher Tag in {year} genau? Zum Beispiel „{german}“.");
    }

    /// <summary>A part that was begun: a keyword with nothing behind it.</summary>
    public static Text NothingBehind(string keyword) => new(
        $"Something is missing after “{keyword}”.",
        $"Nach „{keyword}“ fehlt noch etwas.");

    /// <summary>A part that was begun: it was given before.</summary>
    public static Text SaidTwice(string part) => new(
        $"You gave one already; “{part}” is a second. Which one counts?",
        $"Mit „{part}“ sind das zwei Angaben. Welche gilt?");

    /// <summary>A part that was begun: none of the choices.</summary>
    public static Text NoSuchChoice(string part, string english, string german) => new(
        $"“{part}” is not one of the choices: {english}.",
        $"„{part}“ gibt es hier nicht. Möglich sind: {german}.");

    /// <summary>A part that was begun: no day.</summary>
    public static Text NoSuchDay(string part) => new(
        $"I can't read a day in “{part}”. For example: 1 March 2019.",
        $"In „{part}“ erkenne ich keinen Tag. Zum Beispiel: 1. März 2019.");

    public static Text Missing(string list) => new($"Still missing: {list}", $"Es fehlt noch: {list}");

    public static Text ForExample(string call, Text example) => new($"For example: {call}{example}", $"Zum Beispiel: {call}{example}");
}
