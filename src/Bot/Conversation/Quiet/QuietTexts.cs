using AccountNudge.Core.Quiet;

namespace AccountNudge.Bot.Conversation.Quiet;

/// <summary>The words of quiet accounts.</summary>
internal static class QuietTexts
{
    public static readonly Text PerTier = new($"Quiet accounts per tier", $"Stille Kunden je Stufe");
    public static readonly Text Quiet = new($"Quiet", $"Still");
    public static readonly Text Accounts = new($"Quiet accounts", $"Stille Kunden");
    public static readonly Text Soon = new($"Soon", $"Bald");

    public static readonly Text NobodyQuiet = new(
        $"No client counts as quiet at the moment.",
        $"Als still gilt gerade kein Kunde.");

    public static Text Headline(int count) => count switch
    {
        0 => new($"Nobody is quiet yet, but some soon will be", $"Noch ist es bei niemandem zu still, aber bald"),
        1 => new($"One account has been quiet for too long", $"Bei einem Kunden ist es zu still"),
        _ => new($"{count} accounts have been quiet for too long", $"Bei {count} Kunden ist es zu still"),
    };

    public static Text Silent(Strong who, QuietAccount quiet)
    {
        if (quiet.IsQuiet) return new($"{who}: {Days(quiet.SilentDays)} without a talk, {Days(quiet.DaysPast)} over target", $"{who}: {Days(quiet.SilentDays)} ohne Gespräch, {Days(quiet.DaysPast)} über dem Ziel");
        return quiet.DaysPast == 0
            ? new($"{who}: due tomorrow", $"{who}: morgen wieder dran")
            : new($"{who}: due in {1 - quiet.DaysPast} days", $"{who}: in {1 - quiet.DaysPast} Tagen wieder dran");
    }

    /// <summary>Why nobody is asked any more, see <see cref="Practices.PracticeViews.WhyGateIsShut"/>.</summary>
    public static Text Waits(Text why) => new($"waits{why}", $"ruht{why}");

    public static Text PausedUntil(Text day) => new($"they’d like to be left alone until {day}", $"auf Wunsch des Kunden Pause bis {day}");

    public static Text Days(int count) => count == 1 ? new($"1 day", $"1 Tag") : new($"{count} days", $"{count} Tage");

    public static Text Tier(Tier tier) => new($"Tier {tier}", $"Stufe {tier}");
}
