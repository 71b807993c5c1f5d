using AccountNudge.Bot.Platforms.Drawing;

namespace AccountNudge.Bot.Teams.Cards;

/// <summary>
/// How much Teams takes at once, in characters of JSON; Teams counts two bytes for each (UTF-16). A bot's message may have about 100 KB,
/// of which 80 are advised (learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages); older clients and
/// connectors take 28 (learn.microsoft.com/connectors/teams, "message size limit").
/// </summary>
internal static class TeamsLimits
{
    /// <summary>What stands in a card, mentions included: with the card around it below 28 KB.</summary>
    public static readonly Load Card = new(int.MaxValue, 13_000);

    /// <summary>What folds away at once: small enough for any card.</summary>
    public static readonly Load Fold = new(int.MaxValue, 8_500);

    /// <summary>One table, chart or quotation. What is larger is written in words, or goes on in another.</summary>
    public const int LargestElement = 5_000;
}
