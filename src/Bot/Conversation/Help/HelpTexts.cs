namespace AccountNudge.Bot.Conversation.Help;

/// <summary>The words of the help.</summary>
internal static class HelpTexts
{
    public static readonly Text About = new($"Command", $"Befehl");
    public static readonly Text Does = new($"shows what I can do", $"zeigt, was ich kann");
    public static readonly Text Title = new($"Help", $"Hilfe");
    public static readonly Text Example = new($"help log", $"hilfe notiz");

    public static readonly Text Headline = new(
        $"Tell me in your own words what your clients said. I’ll remember it and remind the right people in time.",
        $"‹Erzähl|Erzählen Sie› mir in eigenen Worten, was ‹eure|Ihre› Kunden gesagt haben. Ich merke es mir und erinnere rechtzeitig die Richtigen.");

    public static Text More(string call) => new(
        $"Replace the CAPITALS; anything in [brackets] is optional. “{call}{Example}” shows one command; a command on its own opens its form.",
        $"GROSSGESCHRIEBENES ‹ersetzt du|ersetzen Sie›, [Eingeklammertes] ‹kannst du|können Sie› weglassen. „{call}{Example}“ zeigt einen Befehl; ein Befehl allein öffnet sein Formular.");

    public static Text Group(CommandGroup group) => group switch
    {
        CommandGroup.Tell => new($"Tell me", $"Erzählen"),
        CommandGroup.Ask => new($"Ask me", $"Fragen"),
        CommandGroup.LookAfter => new($"Look after clients", $"Kunden pflegen"),
        _ => new($"Set up", $"Einrichten"),
    };

    public static Text Several(string typed) => new($"“{typed}” begins several commands:", $"Mit „{typed}“ beginnen mehrere Befehle:");

    public static Text Unknown(string typed) => new(
        $"I don’t know a command “{typed}”. Here’s what I can do:",
        $"Einen Befehl „{typed}“ kenne ich nicht. Das kann ich:");
}
