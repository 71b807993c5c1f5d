namespace AccountNudge.Bot.Conversation.Engine;

/// <summary>What is said to people who use their own words.</summary>
internal static class OwnWordsTexts
{
    public static readonly Text NoteTalk = new($"Note a talk", $"Gespräch notieren");
    public static readonly Text TellComplaint = new($"A complaint", $"Eine Beschwerde");
    public static readonly Text ShowToday = new($"Today", $"Heute");
    public static readonly Text NoteIt = new($"Note it", $"Notieren");
    public static readonly Text IsComplaint = new($"It is a complaint", $"Es ist eine Beschwerde");
    public static readonly Text IsPromise = new($"It is a promise", $"Es ist eine Zusage");
    public static readonly Text Change = new($"Change …", $"Ändern …");
    public static readonly Text NewClient = new($"New client …", $"Neuer Kunde …");
    public static readonly Text WhichClient = new($"For which client?", $"Für welchen Kunden?");
    public static readonly Text WhichOfThem = new($"Which of them is it about?", $"Um wen von ihnen geht es?");
    public static readonly Text DoYouMean = new($"Did you mean:", $"‹Meinst du|Meinen Sie› vielleicht:");
    public static readonly Text WouldNote = new($"Here’s what I’d note:", $"Das würde ich notieren:");

    public static Text HowToBegin(string call) => new(
        $"Just tell me what a client said, for example “{call}Weber rang, wants a quote”. Or try one of these:",
        $"‹Erzähl|Erzählen Sie› mir einfach, was ein Kunde gesagt hat, zum Beispiel „{call}Weber hat angerufen, möchte ein Angebot“. Oder so:");

    public static readonly Text Hello = new(
        $"Hello! I remember what your clients tell you and remind the right person in time.",
        $"Hallo! Ich merke mir, was ‹eure|Ihre› Kunden sagen, und erinnere rechtzeitig die Richtigen.");

    public static readonly Text Welcome = new($"You’re welcome.", $"Gern!");
    public static readonly Text Goodbye = new($"See you! I’ll keep an eye on things.", $"Bis bald! Ich passe solange auf.");
    public static readonly Text Fine = new($"All right.", $"Alles klar.");

    public static readonly Text Abilities = new(
        $"I note what your clients say, make sure complaints are answered in time, and tell you when a client has gone quiet.",
        $"Ich notiere, was ‹eure|Ihre› Kunden sagen, sorge dafür, dass Beschwerden rechtzeitig beantwortet werden, und melde mich, wenn es um einen Kunden still wird.");

    public static readonly Text NoAnswer = new(
        $"I can’t answer that. Ask me about a client by name and I’ll show you what I know.",
        $"Das weiß ich nicht. Zu einem Kunden zeige ich alles, was ich habe; der Name genügt.");

    public static readonly Text PlanIt = new($"Plan it", $"Vormerken");
    public static readonly Text OnlyNote = new($"Just note it", $"Nur notieren");

    /// <summary>A promise before it is noted; the words stand below.</summary>
    public static Text ShallKeepPromise(RichText who) => new($"Shall I keep this promise to {who} in mind?", $"{who}: Soll ich mir diese Zusage merken?");

    /// <summary>A talk to come before it is planned: who, how and when.</summary>
    public static Text ShallPlan(RichText who, Text what) => new($"Shall I plan this: {who}, {what}?", $"Soll ich das vormerken: {who}, {what}?");

    /// <summary>A note before it is made: who, how, when and how it felt, as far as that was said.</summary>
    public static Text ShallNote(RichText who, Text what) => new($"Shall I note for {who}: {what}?", $"Soll ich für {who} notieren: {what}?");
}
