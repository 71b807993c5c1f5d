using AccountNudge.Bot.Conversation.Practices;

namespace AccountNudge.Bot.Conversation.Hooks;

/// <summary>The words of small notes for the next talk.</summary>
internal static class HookTexts
{
    public static readonly Text Noun = new($"note for the next talk", $"Anknüpfungspunkt");
    public static readonly Text Does = new($"keeps something to bring up in the next talk", $"merkt sich etwas fürs nächste Gespräch");
    public static readonly Text Title = new($"Bring up next time", $"Fürs nächste Gespräch");
    public static readonly Text Example = new($"hook Maria Jones: was off to Fuerteventura until 30 April", $"merke Sabine Klein: wollte nach Fuerteventura bis 30.4.");
    public static readonly Text TextLabel = new($"What to bring up next time", $"Was ‹möchtest du|möchten Sie› beim nächsten Mal ansprechen?");
    public static readonly Text UntilLabel = new($"Until when is it worth mentioning?", $"Bis wann ist es aktuell?");
    public static readonly Text UntilHint = new($"If you leave this out, the team’s setting applies", $"Ohne Angabe gilt die Einstellung des Teams");
    public static readonly Text Label = new($"Bring up", $"Anknüpfen");

    /// <summary>In a channel nothing of it is said but that there is something.</summary>
    public static readonly Text InTheBrief = new($"Something to bring up is in the brief", $"Zum Anknüpfen steht etwas im Kurzprofil");

    public static Text Headline(RichText who) => new($"{who}: for the next talk", $"{who}: fürs nächste Gespräch");

    public static Text Comes(Text lastDay) => new(
        $"I’ll bring it up in the brief and when it’s been quiet, never in the channel. Once you’ve talked it’s done; after {lastDay} I’ll forget it.",
        $"Ich erinnere im Kurzprofil daran und wenn es länger still ist, nie im Kanal. Nach dem nächsten Gespräch ist es erledigt; nach dem {lastDay} vergesse ich es.");

    /// <summary>What to bring up, and with whom where that is not said already.</summary>
    public static Text Quoted(string words, string? with)
    {
        var excerpt = Wording.Excerpt(words);
        return with is null ? excerpt : new($"{excerpt} ({with})", $"{excerpt} ({with})");
    }

    public static Text Told(string? contact) => contact is null
        ? new($"noted for the next talk", $"fürs nächste Gespräch gemerkt")
        : new($"noted for the next talk with {contact}", $"fürs nächste Gespräch mit {contact} gemerkt");
}
