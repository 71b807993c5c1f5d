using AccountNudge.Core.Statuses;

namespace AccountNudge.Bot.Conversation.Statuses;

/// <summary>The words of delays.</summary>
internal static class DelayTexts
{
    public static readonly Text Does = new($"notes a delay, so that the client hears of it", $"merkt sich eine Verzögerung, damit der Kunde davon erfährt");
    public static readonly Text Title = new($"Note a delay", $"Verzögerung notieren");
    public static readonly Text Example = new($"delay Acme: the parts come a week later", $"verzögerung Weber: die Teile kommen eine Woche später");
    public static readonly Text DoesTell = new($"says that the client knows about the delay", $"sagt, dass der Kunde von der Verzögerung weiß");
    public static readonly Text TitleTell = new($"The client knows", $"Der Kunde weiß es");
    public static readonly Text ExampleTell = new($"delay told Acme", $"verzögerung gesagt Weber");
    public static readonly Text WhatLabel = new($"What will be late?", $"Was verzögert sich?");
    public static readonly Text KnownLabel = new($"Does the client know?", $"Weiß der Kunde davon?");
    public static readonly Text NotYet = new($"not yet", $"noch nicht");
    public static readonly Text KnowsAlready = new($"yes, they know", $"ja, Kunde weiß es");
    public static readonly Text ClientKnows = new($"Client knows", $"Kunde weiß es");
    public static readonly Text Noun = new($"delay", $"Verzögerung");
    public static readonly Text Untold = new($"Delays they may not know about", $"Verzögerungen, von denen der Kunde vielleicht noch nicht weiß");

    public static Text None(string account) => new($"There’s no delay that {account} doesn’t know about.", $"{account} weiß schon von allem, was sich verzögert.");

    public static Text Noted(RichText who) => new($"{who}: a delay", $"{who}: eine Verzögerung");

    public static Text Known(RichText who) => new($"{who} knows about the delay", $"{who} weiß von der Verzögerung");

    public static Text AsksOn(Text day) => new(
        $"I’ll ask {day} unless you’ve noted a talk with them by then.",
        $"Ich frage {day} nach, wenn bis dahin kein Gespräch notiert ist.");

    public static Text By(string member) => new($"Noted by {member}", $"Notiert von {member}");

    public static Text NotedOn(Text day) => new($"noted {day}", $"{day} notiert");

    public static Text IsHeard => new($"You’ve talked since.", $"Seitdem ist ein Gespräch notiert.");

    /// <summary>Whether the client knows; <paramref name="by"/> is null for whoever is asked.</summary>
    public static Text DoTheyKnow(Strong who, string? by, Text on) => by is null
        ? new($"{who}: you noted a delay {on}. Does the client know?", $"{who}: ‹Du hast|Sie haben› {on} eine Verzögerung notiert. Weiß der Kunde davon?")
        : new($"{who}: {by} noted a delay {on}. Does the client know?", $"{who}: {by} hat {on} eine Verzögerung notiert. Weiß der Kunde davon?");

    public static Text StillToTell(Strong who) => new($"{who}: does the client know about the delay?", $"{who}: Weiß der Kunde von der Verzögerung?");

    public static Text NotToldFor(Strong who, int days) => days == 1
        ? new($"{who}: a delay was noted yesterday, and they may not know yet", $"{who}: gestern eine Verzögerung notiert, vielleicht weiß der Kunde noch nichts davon")
        : new($"{who}: a delay was noted {days} days ago, and they may not know yet", $"{who}: vor {days} Tagen eine Verzögerung notiert, vielleicht weiß der Kunde noch nichts davon");

    public static Text Open(int count) => count == 1 ? new($"one delay to tell them about", $"eine Verzögerung mitzuteilen") : new($"{count} delays to tell them about", $"{count} Verzögerungen mitzuteilen");

    public static Text Told(Delay delay) => delay.ToldAt is null ? new($"delay", $"Verzögerung") : new($"delay (the client knows)", $"Verzögerung (Kunde weiß es)");

    public static Text Settled(string settlement) => settlement == DelayPractice.Told
        ? new($"the client knows", $"der Kunde weiß es")
        : new($"noted a talk", $"Gespräch notiert");
}
