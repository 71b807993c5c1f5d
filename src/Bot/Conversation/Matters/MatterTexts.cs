namespace AccountNudge.Bot.Conversation.Matters;

/// <summary>What is said about putting matters off and letting held ones through.</summary>
internal static class MatterTexts
{
    public static readonly Text DoesSnooze = new($"remind me later", $"später erinnern");
    public static readonly Text TitleSnooze = new($"Remind me later", $"Später erinnern");
    public static readonly Text ExampleSnooze = new($"snooze Acme until Thursday", $"wiedervorlage Weber bis Donnerstag");
    public static readonly Text UntilLabel = new($"Until when?", $"Bis wann?");
    public static readonly Text Later = new($"Later …", $"Später …");
    public static readonly Text Tomorrow = new($"Tomorrow", $"Morgen");
    public static readonly Text ThreeDays = new($"In 3 working days", $"In 3 Arbeitstagen");
    public static readonly Text NextWeek = new($"Next week", $"Nächste Woche");
    public static readonly Text AnotherDay = new($"Another day", $"Anderer Tag");

    public static readonly Text AlreadyPast = new(
        $"That’s in the past. Please pick a later time.",
        $"Das ist schon vorbei. Bitte ‹nenn|nennen Sie› einen späteren Zeitpunkt.");

    public static readonly Text DoesOverride = new($"let one reminder through", $"trotzdem erinnern");
    public static readonly Text TitleOverride = new($"Let one reminder through", $"Trotzdem erinnern");
    public static readonly Text ExampleOverride = new($"override Acme: Maria turns 50, a card is fine", $"trotzdem Weber: Sabine wird 50, eine Karte passt");
    public static readonly Text ReasonLabel = new($"Why now?", $"Warum jetzt?");

    public static Text Nothing(string account) => new(
        $"There’s nothing for {account} that could be put off right now.",
        $"Bei {account} wartet gerade nichts, was sich verschieben ließe.");

    public static Text Which(string account) => new($"What about {account} do you mean?", $"Worum geht es bei {account}?");

    public static Text UntilWhen(RichText who, Text matter) => new($"{who}: until when? ({matter})", $"{who}: Bis wann? ({matter})");

    public static Text ComesBack(RichText who, Text when) => new($"{who}: I’ll come back to it at {when}", $"{who}: Wiedervorlage {when}");

    public static Text By(string member, Text matter) => new($"{matter} · put off by {member}", $"{matter} · zurückgestellt von {member}");

    public static Text NothingHeld(string account) => new(
        $"Nothing is being held back for {account}.",
        $"Bei {account} wird gerade nichts zurückgehalten.");

    public static Text Released(RichText who) => new($"{who}: the reminder goes out after all", $"{who}: Die Erinnerung kommt trotzdem");

    public static Text DirectTo(string member, Text when) => new($"{member} gets it as a direct message, {when}.", $"{member} bekommt es als Direktnachricht, {when}.");

    public static Text InChannel(Text when) => new($"It goes to the team’s channel, {when}.", $"Es kommt in den Kanal des Teams, {when}.");

    public static Text At(Text when) => new($"at {when}", $"{when}");

    public static readonly Text RightAway = new($"right away", $"gleich jetzt");

    public static Text Because(string member, Text matter) => new($"{matter} · {member} gave this reason; it goes into the digest", $"{matter} · {member} hat das so begründet; es steht im Überblick");
}
