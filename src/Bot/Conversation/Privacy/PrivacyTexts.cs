namespace AccountNudge.Bot.Conversation.Privacy;

/// <summary>The words of forgetting, objecting and handing over.</summary>
internal static class PrivacyTexts
{
    public static readonly Text DoesForget = new($"forgets someone for good", $"löscht eine Person endgültig");
    public static readonly Text ExampleForget = new($"forget Sabine Klein", $"löschen Sabine Klein");
    public static readonly Text TitleForget = new($"Forget someone", $"Person löschen");
    public static readonly Text DoesObject = new($"notes that someone doesn’t want to be thought of", $"merkt sich einen Widerspruch");
    public static readonly Text ExampleObject = new($"objection Sabine Klein", $"widerspruch Sabine Klein");
    public static readonly Text TitleObject = new($"Note an objection", $"Widerspruch merken");
    public static readonly Text DoesExport = new($"hands over what’s kept: one person’s data, or all clients", $"gibt heraus, was gespeichert ist: zu einer Person oder alle Kunden");
    public static readonly Text ExampleExport = new($"export Sabine Klein", $"auskunft Sabine Klein");
    public static readonly Text TitleExport = new($"Hand over data", $"Auskunft geben");
    public static readonly Text Withdrawn = new($"Taken back", $"Zurückgenommen");
    public static readonly Text Person = new($"Whose data", $"Wessen Daten");
    public static readonly Text InLanguage = new($"Language of the file", $"Sprache der Datei");
    public static readonly Text WholeTeamHint = new($"Leave it empty for all clients of the team", $"Leer lassen für alle Kunden des Teams");

    public static readonly Text CannotUndo = new($"This can’t be undone, and a later import won’t bring them back.", $"Das lässt sich nicht rückgängig machen, und auch ein späterer Import bringt die Person nicht zurück.");
    public static readonly Text ForgetNow = new($"Forget for good", $"Endgültig löschen");
    public static readonly Text Unchangeable = new(
        $"I’ll rewrite my own messages that mention them. What I can’t change: what colleagues wrote themselves, answers that only one of you saw, and files that were handed over.",
        $"Meine eigenen Nachrichten, in denen die Person vorkommt, schreibe ich neu. Nicht ändern kann ich, was Kolleginnen und Kollegen selbst geschrieben haben, Antworten, die nur eine Person gesehen hat, und herausgegebene Dateien.");
    public static readonly Text Forgotten = new($"Done. Nothing about this person is kept any more.", $"Erledigt. Über diese Person ist nichts mehr gespeichert.");
    public static readonly Text OwnWords = new(
        $"If you wrote the name in a message to me just now, please delete that message too.",
        $"‹Lösch|Löschen Sie› bitte auch ‹deine|Ihre› eigene Nachricht, wenn der Name darin steht.");
    public static readonly Text AlreadyForgotten = new($"This person has been forgotten already.", $"Diese Person ist schon gelöscht.");
    public static readonly Text NobodyOfThatName = new(
        $"I don’t know anyone of that name. Someone who has been forgotten can’t be found any more.",
        $"Diesen Namen kenne ich nicht. Wer gelöscht wurde, ist nicht mehr zu finden.");
    public static readonly Text ObjectionEffect = new(
        $"I won’t remind anyone of their birthday or other occasions, and won’t suggest anything about them. What we owe them I still bring up.",
        $"An Geburtstag und Anlässe erinnere ich nicht mehr, und Vorschläge zu dieser Person mache ich auch keine. Was wir ihr schulden, bringe ich weiter auf.");
    public static readonly Text NeverObjected = new($"No objection is noted there.", $"Da ist kein Widerspruch vermerkt.");
    public static readonly Text HasDied = new($"They have died: nothing speaks of them any more.", $"Die Person ist verstorben: Von ihr ist nirgends mehr die Rede.");
    public static readonly Text FileOnce = new($"Each file can be fetched once, within 15 minutes. Only you got this.", $"Jede Datei lässt sich einmal abrufen, innerhalb von 15 Minuten. Das hier ‹siehst nur du|sehen nur Sie›.");
    public static readonly Text PersonFiles = new($"One file is to be read, the other is for machines.", $"Eine Datei ist zum Lesen, die andere für Maschinen.");
    public static readonly Text NoAddress = new(
        $"I can’t hand over files yet. Whoever runs me needs to set Files:PublicUrl, the address at which you can reach me in a browser.",
        $"Dateien kann ich noch nicht herausgeben. Wer mich betreibt, muss Files:PublicUrl setzen: die Adresse, unter der ich im Browser erreichbar bin.");

    public static Text AskForget(string name, string account) => new($"Forget {name}, {account}, for good?", $"{name}, {account}, endgültig löschen?");

    public static Text WhatGoes(string account) => new(
        $"Name, role, number, address and birthday go, everything that’s noted about them as a person, and the words of talks with them. What {account} has lived through stays, with “a former contact” in their place.",
        $"Name, Rolle, Nummer, Adresse und Geburtstag werden gelöscht, dazu alles, was über die Person notiert ist, und die Worte der Gespräche mit ihr. Was mit {account} war, bleibt, mit „eine frühere Ansprechperson“ an ihrer Stelle.");

    public static Text StaysOpen(string account, IReadOnlyList<Text> matters)
    {
        var all = matters.Aggregate((one, other) => new Text($"{one}, {other}", $"{one}, {other}"));
        return new($"Still owed to {account}, and stays open without their name: {all}.", $"Das schulden wir {account} noch, es bleibt offen, ohne den Namen: {all}.");
    }

    public static Text AlsoElsewhere(string others) => new($"There are other entries that may be the same person; forget them too if so: {others}.", $"Es gibt weitere Einträge, die dieselbe Person sein können; ‹lösch|löschen Sie› sie gegebenenfalls auch: {others}.");

    public static Text ClientBearsName(string account) => new($"{account} itself bears their name. I don’t rename clients: “/nudge account rename” does.", $"{account} trägt selbst den Namen. Kunden benenne ich nicht um, das macht „/nudge kunde umbenennen“.");

    public static Text Rewritten(int messages) => messages == 1
        ? new($"One of my messages is being rewritten.", $"Eine meiner Nachrichten schreibe ich gerade neu.")
        : new($"{messages} of my messages are being rewritten.", $"{messages} meiner Nachrichten schreibe ich gerade neu.");

    public static Text Unreachable(string places) => new($"I can’t reach these messages of mine; please look whether the name is in them: {places}.", $"Diese Nachrichten von mir erreiche ich nicht; bitte nachsehen, ob der Name darin steht: {places}.");

    public static Text Objected(RichText who, LocalDate on) => new($"{who}: objection since {on:d MMMM yyyy}", $"{who}: Widerspruch seit {on:d. MMMM yyyy}");

    public static Text ObjectionEnded(RichText who) => new($"{who}: objection taken back", $"{who}: Widerspruch zurückgenommen");

    public static Text AlreadyObjected(string name, LocalDate on) => new($"{name}’s objection is noted already, since {on:d MMMM yyyy}.", $"Der Widerspruch von {name} ist schon vermerkt, seit {on:d. MMMM yyyy}.");

    public static Text PersonReady(RichText who) => new($"{who}: everything I keep", $"{who}: alles, was ich gespeichert habe");

    public static Text TeamReady(int clients, int people) => new($"{clients} clients, {people} contacts: ready to import elsewhere", $"{clients} Kunden, {people} Ansprechpersonen: so lassen sie sich auch wieder importieren");

    public static Text Fetch(string file) => new($"Download {file}", $"{file} herunterladen");
}
