namespace AccountNudge.Bot.Slack.Api;

/// <summary>What is said when a file does not come from Slack, or does not get there.</summary>
internal static class SlackTexts
{
    public static readonly Text NoFile = new(
        $"Slack didn’t let me have that file. Please send it again.",
        $"Slack hat mir die Datei nicht gegeben. Bitte ‹schick|schicken Sie› sie noch einmal.");

    public static readonly Text MayNotRead = new(
        $"I’m not allowed to read files here yet. Whoever manages Slack for you can install me again; then I am (files:read).",
        $"Dateien darf ich hier noch nicht lesen. Wer Slack bei ‹euch|Ihnen› verwaltet, kann mich neu installieren, dann darf ich es (files:read).");

    public static readonly Text NotSent = new(
        $"I couldn’t send you the file. Please try again; perhaps I have to be installed again first (files:write).",
        $"Die Datei konnte ich nicht schicken. Bitte noch einmal versuchen; vielleicht muss ich erst neu installiert werden (files:write).");
}
