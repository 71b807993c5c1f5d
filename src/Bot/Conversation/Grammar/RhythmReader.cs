using System.Globalization;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>In what a rhythm is counted.</summary>
internal enum RhythmUnit
{
    Day,
    Week,
    Month,
}

/// <summary>How often something is to happen.</summary>
/// <param name="Times">So many times.</param>
/// <param name="Every">Within so many units.</param>
/// <param name="Unit">Days, weeks or months.</param>
/// <param name="Day">On this day of the week, where one was said.</param>
internal readonly record struct Rhythm(int Times, int Every, RhythmUnit Unit, IsoDayOfWeek? Day = null)
{
    private const int DaysOfMonth = 30;
    private const int DaysOfYear = 365;
    private const int MonthsOfYear = 12;

    /// <summary>The days within which it is to happen so often; a month counts as thirty.</summary>
    public int Days => Unit switch
    {
        RhythmUnit.Day => Every,
        RhythmUnit.Week => Every * 7,
        _ => (Every / MonthsOfYear * DaysOfYear) + (Every % MonthsOfYear * DaysOfMonth),
    };
}

/// <summary>
/// Reads how often something is to happen, as people write it: <c>every 2 weeks</c>, <c>twice a month</c>, <c>14-tägig</c>, <c>jeden zweiten
/// Freitag</c>. Every word must have its meaning, or nothing of it is understood.
/// </summary>
internal static class RhythmReader
{
    private static readonly Dictionary<string, (int Every, RhythmUnit Unit)> Units = Spelled(
        (1, RhythmUnit.Day, "day days tag tage tagen daily taeglich taegig taegige"),
        (1, RhythmUnit.Week, "week weeks woche wochen weekly woechentlich woechig"),
        (2, RhythmUnit.Week, "fortnight fortnights fortnightly biweekly zweiwoechentlich zweiwoechig vierzehntaegig"),
        (3, RhythmUnit.Week, "dreiwoechentlich"),
        (4, RhythmUnit.Week, "vierwoechentlich"),
        (1, RhythmUnit.Month, "month months monat monate monaten monats monthly monatlich"),
        (2, RhythmUnit.Month, "zweimonatlich"),
        (3, RhythmUnit.Month, "quarter quarters quarterly quartal quartale quartals vierteljaehrlich quartalsweise dreimonatlich"),
        (6, RhythmUnit.Month, "halbjahr halbjahre halbjaehrlich"),
        (12, RhythmUnit.Month, "year years jahr jahre jahren yearly annually jaehrlich"));

    private static readonly Dictionary<string, int> TimesInWords = new(StringComparer.Ordinal)
    {
        ["once"] = 1, ["twice"] = 2, ["thrice"] = 3, ["einmal"] = 1, ["zweimal"] = 2, ["dreimal"] = 3, ["viermal"] = 4, ["fuenfmal"] = 5,
    };

    private static readonly IReadOnlySet<string> TimesMarks = TextFolding.Set("times time mal x contact contacts call calls talk talks mail mails gespraech gespraeche anruf anrufe nachricht nachrichten");
    private static readonly IReadOnlySet<string> Joints = TextFolding.Set("a an per in each every je pro im der die den alle jede jeden jedes jeder of the des");
    private static readonly IReadOnlySet<string> Fillers = TextFolding.Set("at least most no more than max maximal maximum hoechstens mindestens only nur spaetestens on am immer always");
    private static readonly IReadOnlySet<string> Usual = TextFolding.Set("usual default standard normal tier none never nothing off ueblich stufe keiner keine keinen nie nichts aus");
    private static readonly IReadOnlySet<string> UsualFillers = TextFolding.Set("as the per by like wie die der nach laut it its");

    /// <summary>The rhythm that a text says; null where it says none, or more than one.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="isCount">A number alone counts times a week, not units.</param>
    public static Rhythm? Read(string text, bool isCount = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        int? number = null, times = null;
        (int Every, RhythmUnit Unit)? unit = null;
        IsoDayOfWeek? day = null;
        var isHalf = false;
        foreach (var word in TextFolding.Words(text.Replace("/", " per ", StringComparison.Ordinal)))
        {
            if (Fillers.Contains(word)) continue;
            if (Count(word) is { } counted && unit is null && number is null)
            {
                number = counted;
            }
            else if (Times(word) is { } told && times is null && unit is null)
            {
                times = told;
            }
            else if (TimesMarks.Contains(word) && number is not null && times is null && unit is null)
            {
                (times, number) = (number, null);
            }
            else if (Joints.Contains(word))
            {
                // "3 a week", but "every 2 weeks"
                if (number is not null && times is null && unit is null && day is null && word is "a" or "an" or "per" or "pro" or "in" or "im" or "je" or "each") (times, number) = (number, null);
            }
            else if (word is "half" or "halbe" or "halbes" or "halben" && unit is null)
            {
                isHalf = true;
            }
            else if (Units.TryGetValue(word, out var found) && unit is null)
            {
                // "the first Friday of the month", but no second one
                if (day is not null && (found.Unit != RhythmUnit.Month || number > 1)) return null;
                unit = found;
            }
            else if (Weekday(word) is { } weekday && day is null)
            {
                day = weekday;
            }
            else
            {
                return null;
            }
        }

        if (unit is null && day is not null) unit = (1, RhythmUnit.Week);
        if (unit is null && isCount && (times ?? number) is { } alone) return new Rhythm(alone, 1, RhythmUnit.Week);
        if (unit is not { } per || (isHalf && per.Every != 12) || number is 0 || times is 0) return null;
        return new Rhythm(times ?? 1, (number ?? 1) * per.Every / (isHalf ? 2 : 1), per.Unit, day);
    }

    /// <summary>Whether a text says that nothing of its own is wanted: <c>as usual</c>, <c>none</c>, <c>wie die Stufe</c>.</summary>
    public static bool IsUsual(string text)
    {
        var words = TextFolding.Words(text ?? "").Where(word => !UsualFillers.Contains(word)).ToList();
        return words.Count > 0 && words.TrueForAll(Usual.Contains);
    }

    private static int? Count(string word)
    {
        if (word.Length <= 3 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        if (word is "other" or "andere" or "anderen") return 2;
        return DateWords.Cardinals.TryGetValue(word, out var cardinal) ? cardinal : DateWords.Ordinals.TryGetValue(word, out var ordinal) ? ordinal : word is "ein" or "eine" or "einen" ? 1 : null;
    }

    /// <summary><c>twice</c>, <c>3x</c>, <c>3mal</c>.</summary>
    private static int? Times(string word)
    {
        if (TimesInWords.TryGetValue(word, out var times)) return times;
        var figure = word.EndsWith("mal", StringComparison.Ordinal) ? word[..^3] : word.EndsWith('x') ? word[..^1] : "";
        return figure.Length is 1 or 2 && int.TryParse(figure, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Also in the plural: <c>Fridays</c>, <c>freitags</c>.</summary>
    private static IsoDayOfWeek? Weekday(string word)
    {
        foreach (var spelled in new[] { word, word.TrimEnd('s') })
        {
            if (DateWords.Weekdays.TryGetValue(spelled, out var day) || DateWords.ShortWeekdays.TryGetValue(spelled, out day)) return day;
        }

        return null;
    }

    private static Dictionary<string, (int, RhythmUnit)> Spelled(params (int Every, RhythmUnit Unit, string Words)[] units) =>
        units.SelectMany(unit => unit.Words.Split(' ').Select(word => (word, unit.Every, unit.Unit))).ToDictionary(unit => unit.word, unit => (unit.Every, unit.Unit), StringComparer.Ordinal);
}
