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
        $"I don’t know any of your clients yet. Just start with a note: “{call}log Acme called, wants a quote”.",
        $"Ich kenne noch keinen ‹eurer|Ihrer› Kunden. Am besten gleich etwas notieren: „{call}notiz Weber rief an, möchte ein Angebot“.");

    public static Text NotThere(string call) => new(
        $"I can’t find that any more. “{call}today” shows what is open.",
        $"Das finde ich nicht mehr. „{call}heute“ zeigt, was offen ist.");

    public static readonly Text PressedAlready = new(
        $"That’s already done.",
        $"Das ist schon erledigt.");

    public static readonly Text Correct = new($"Correct", $"Korrigieren");
    public static readonly Text Remove = new($"Remove", $"Löschen");
    public static readonly Text OpenForm = new($"Fill in the form", $"Formular ausfüllen");

    public static readonly Text Removed = new(
        $"Removed.",
        $"Gelöscht.");

    public static readonly Text TakenBackAbove = new($"Taken back.", $"Zurückgenommen.");

    public static readonly Text TouchedSince = new(
        $"Something has happened since, so I’ve left it as it is. You can still note how things stand now.",
        $"Seitdem ist etwas passiert, deshalb lasse ich es so. Was jetzt gilt, lässt sich einfach neu notieren.");

    public static readonly Text NotYours = new(
        $"Someone else noted this, so only they can take it back.",
        $"Das hat jemand anders notiert. Zurücknehmen kann es nur, wer es notiert hat.");

    public static readonly Text TooLongAgo = new(
        $"That was more than a week ago, so it stays. You can still note how things stand now.",
        $"Das ist mehr als eine Woche her, deshalb lasse ich es so. Was jetzt gilt, lässt sich einfach neu notieren.");

    public static readonly Text DoesUndo = new($"take back my last note", $"das Letzte zurücknehmen");
    public static readonly Text ForgettingStays = new($"Forgetting someone can’t be taken back: nothing is left to bring back.", $"Eine Löschung lässt sich nicht zurücknehmen: Es ist nichts mehr da.");
    public static readonly Text ExampleUndo = new($"undo", $"rückgängig");

    public static readonly Text NothingToUndo = new(
        $"You have nothing from the last few days to undo.",
        $"Aus den letzten Tagen gibt es von ‹dir|Ihnen› nichts rückgängig zu machen.");

    public static Text RemovedBy(string who, Text line) => new(
        $"{who} removed “{line}”.",
        $"{who} hat „{line}“ gelöscht.");

    /// <summary>Something that nobody else may miss without a word.</summary>
    public static Text NeedsReason(string line) => new(
        $"To remove “{line}”, please add why, so nobody wonders later.",
        $"Um „{line}“ zu löschen, bitte kurz dazuschreiben, warum. Dann wundert sich später niemand.");

    public static Text CorrectedBy(string who) => new(
        $"{who} corrected this; the new version is further down.",
        $"{who} hat das korrigiert; die neue Fassung steht weiter unten.");

    public static Text NothingLeft(string who) => new($"{who} removed this.", $"{who} hat das gelöscht.");

    public static Text TakenBack(string who, Text line) => new(
        $"{who} took back “{line}”.",
        $"{who} hat „{line}“ zurückgenommen.");

    public static Text UnknownCommand(string typed) => new(
        $"I don’t know what to do with “{typed}” yet.",
        $"Mit „{typed}“ kann ich noch nichts anfangen.");

    public static Text UnknownName(string typed) => new(
        $"I don’t know “{typed}” yet.",
        $"„{typed}“ kenne ich noch nicht.");

    public static Text UnknownMember(string typed) => new(
        $"{typed} isn’t in the team yet. One message to me in the team’s channel is enough.",
        $"{typed} gehört noch nicht zum Team. Eine erste Nachricht an mich im Kanal des Teams genügt.");

    /// <summary>Two names at once: the account, and who is said to be there.</summary>
    public static Text UnknownNames(string account, string contact) => new(
        $"I don’t know “{account}” yet, or “{contact}” there.",
        $"„{account}“ kenne ich noch nicht, und „{contact}“ dort auch nicht.");

    public static Text UnknownContact(string contact, string account) => new(
        $"I don’t know “{contact}” at {account} yet.",
        $"„{contact}“ kenne ich bei {account} noch nicht.");

    /// <summary>What creating does: whom it makes owner, and in which tier.</summary>
    public static Text MakesClient(string account, Text button) => new(
        $"“{button}” adds {account} as a client in tier B, looked after by you.",
        $"„{button}“ legt {account} als Kunden in Stufe B an, betreut von ‹dir|Ihnen›.");

    /// <summary>See <see cref="MakesClient"/>.</summary>
    public static Text MakesBoth(string account, string contact) => new(
        $"“{Create}” adds {account} as a client in tier B, looked after by you, and {contact} there.",
        $"„{Create}“ legt {account} als Kunden in Stufe B an, betreut von ‹dir|Ihnen›, und dort {contact}.");

    public static Text MakesContact(string contact, string account) => new(
        $"“{Create}” adds {contact} at {account}.",
        $"„{Create}“ legt {contact} bei {account} an.");

    public static readonly Text CreateClient = new($"Create client", $"Als Kunden anlegen");
    public static readonly Text Create = new($"Create and record", $"Anlegen und notieren");

    public static Text WhichOne(string typed) => new(
        $"Which “{typed}” do you mean?",
        $"Wen ‹meinst du|meinen Sie› mit „{typed}“?");

    public static Text Mean(string name) => new($"I mean {name}", $"Ich meine {name}");

    public static Text Partly(string usage) => new(
        $"Nearly. It goes like this: {usage}",
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
        $"You’ve already given one, and “{part}” is a second. Which one counts?",
        $"Mit „{part}“ sind das zwei Angaben. Welche gilt?");

    /// <summary>A part that was begun: none of the choices.</summary>
    public static Text NoSuchChoice(string part, string english, string german) => new(
        $"“{part}” is not one of the choices: {english}.",
        $"„{part}“ gibt es hier nicht. Möglich sind: {german}.");

    /// <summary>A part that was begun: no day.</summary>
    public static Text NoSuchDay(string part) => new(
        $"I can’t read a day in “{part}”. For example: 1 March 2019.",
        $"In „{part}“ erkenne ich keinen Tag. Zum Beispiel: 1. März 2019.");

    public static Text Missing(string list) => new($"Still missing: {list}", $"Es fehlt noch: {list}");

    public static Text ForExample(string call, Text example) => new($"For example: {call}{example}", $"Zum Beispiel: {call}{example}");
}
