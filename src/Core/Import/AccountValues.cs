using System.Globalization;
using System.Text.RegularExpressions;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Import;

/// <summary>How often, and how, to talk with a client.</summary>
/// <param name="Days">Every so many days at least; null where only the way was said.</param>
/// <param name="Channel">How; null where nobody said.</param>
public sealed record ImportedRhythm(int? Days, InteractionKind? Channel);

/// <summary>Reads tiers and rhythms.</summary>
internal static partial class AccountValues
{
    private const int LongestDays = 730;

    private static readonly IReadOnlySet<string> AroundTier = TextFolding.Set("tier stufe klasse class category kategorie kat kunde kunden client customer account rang rank prio prioritaet priority");

    private static readonly Dictionary<string, int> Units = Spelled(
        (1, "day days tag tage tagen taeglich daily"),
        (7, "week weeks woche wochen weekly woechentlich"),
        (14, "fortnight fortnightly biweekly zweiwoechentlich vierzehntaegig"),
        (30, "month months monat monate monaten monthly monatlich"),
        (60, "zweimonatlich"),
        (90, "quarter quarters quarterly quartal quartale quartalsweise vierteljaehrlich"),
        (180, "halbjaehrlich halbjahr"),
        (365, "year years yearly annually jahr jahre jahren jaehrlich"));

    private static readonly Dictionary<string, InteractionKind> Channels = new(StringComparer.Ordinal)
    {
        ["telefon"] = InteractionKind.Call, ["anruf"] = InteractionKind.Call, ["anrufen"] = InteractionKind.Call, ["phone"] = InteractionKind.Call, ["call"] = InteractionKind.Call,
        ["mail"] = InteractionKind.Mail, ["email"] = InteractionKind.Mail, ["brief"] = InteractionKind.Mail, ["letter"] = InteractionKind.Mail,
        ["besuch"] = InteractionKind.Visit, ["visit"] = InteractionKind.Visit, ["meeting"] = InteractionKind.Visit, ["treffen"] = InteractionKind.Visit,
        ["video"] = InteractionKind.Video, ["videocall"] = InteractionKind.Video, ["zoom"] = InteractionKind.Video, ["teams"] = InteractionKind.Video,
        ["chat"] = InteractionKind.Chat, ["whatsapp"] = InteractionKind.Chat,
    };

    private static readonly Dictionary<string, int> Numbers = Spelled(
        (1, "a an ein eine einen einem einmal once"), (2, "zwei two zweite zweiten other zweimal twice"), (3, "drei three dritte dritten dreimal"), (4, "vier four vierten viermal"), (6, "sechs six"), (8, "acht eight"));

    private static readonly IReadOnlySet<string> Counts = TextFolding.Set("einmal once zweimal twice dreimal viermal mal x times");
    private static readonly IReadOnlySet<string> Joints = TextFolding.Set("every alle jede jeden jedes je pro per each in im by per via mit at least mindestens the der die das am um");

    /// <summary><c>A</c>, <c>Tier A</c>, <c>A-Kunde</c>, <c>Stufe a</c>; what is none is reported.</summary>
    public static Tier? Tier(string text, List<Text> remarks)
    {
        if (text.Length == 0) return null;
        if (TextFolding.Words(text).Where(word => !AroundTier.Contains(word)).ToList() is [{ Length: 1 } letter] && Enum.TryParse<Tier>(letter, ignoreCase: true, out var tier)
            && char.IsLetter(letter[0])) return tier;
        remarks.Add(ImportTexts.NoTier(text));
        return null;
    }

    /// <summary><c>every 2 weeks</c>, <c>wöchentlich Mail</c>, <c>4x im Jahr</c>; every word must have its meaning, or it is reported.</summary>
    public static ImportedRhythm? Rhythm(string text, List<Text> remarks)
    {
        if (text.Length == 0) return null;
        if (Read(text) is { } rhythm) return rhythm;
        remarks.Add(ImportTexts.NoRhythm(text));
        return null;
    }

    private static ImportedRhythm? Read(string text)
    {
        int? number = null, unit = null;
        InteractionKind? channel = null;
        var isCount = false;
        var spelled = text.Replace("e-mail", "mail", StringComparison.OrdinalIgnoreCase).Replace("-tägig", " Tage", StringComparison.OrdinalIgnoreCase);
        foreach (var word in TextFolding.Words(Multiplied().Replace(spelled, "${figure} x ")))
        {
            isCount |= Counts.Contains(word);
            if (Figure(word) is { } figure && (number is null || word is "a" or "an")) number ??= figure;
            else if (Units.TryGetValue(word, out var days) && unit is null) unit = days;
            else if (Channels.TryGetValue(word, out var kind) && channel is null) channel = kind;
            else if (!Joints.Contains(word) && !Counts.Contains(word)) return null;
        }

        if (unit is null) return number is null && channel is not null ? new ImportedRhythm(null, channel) : null;
        var every = isCount ? unit.Value / Math.Max(1, number ?? 1) : unit.Value * (number ?? 1);
        return every is > 0 and <= LongestDays ? new ImportedRhythm(every, channel) : null;
    }

    private static int? Figure(string word) =>
        word.Length <= 3 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var figure) ? figure : Numbers.TryGetValue(word, out var spelled) ? spelled : null;

    private static Dictionary<string, int> Spelled(params (int Value, string Words)[] entries) =>
        entries.SelectMany(entry => entry.Words.Split(' ').Select(word => (word, entry.Value))).ToDictionary(pair => pair.word, pair => pair.Value, StringComparer.Ordinal);

    /// <summary><c>4x</c>, <c>4 mal</c>, <c>4-mal</c>.</summary>
    [GeneratedRegex(@"(?<figure>[0-9]{1,3})\s*-?(?:x|×|mal\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Multiplied();
}
