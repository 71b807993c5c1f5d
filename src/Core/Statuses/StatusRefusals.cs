using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Statuses;

/// <summary>What status updates and delays say when something does not fit.</summary>
public static class StatusRefusals
{
    internal static readonly Text Rhythm = new(
        $"Please pick anything between every week and every twelve months.",
        $"Bitte etwas zwischen wöchentlich und alle zwölf Monate wählen.");

    /// <summary>Somebody said so before.</summary>
    public static readonly Text ToldAlready = new(
        $"They already know.",
        $"Der Kunde weiß es schon.");
}
