using System.Text.RegularExpressions;
using AccountNudge.Bot.Conversation.Grammar;

namespace AccountNudge.Bot.Conversation.Team;

/// <summary>Closures as people write them: <c>24 December 2027 to 1 January 2028; 3 May 2028</c>.</summary>
internal static partial class ClosureText
{
    /// <summary>The longest stretch a team may be closed.</summary>
    public const int LongestDays = 366;
    private const int MostClosures = 50;

    /// <summary>In the reader's language; empty for none.</summary>
    public static string Write(IEnumerable<Closure> closures, Language language) =>
        string.Join("; ", closures.OrderBy(closure => closure.From).Select(closure => Write(closure, language)));

    /// <summary>One closure.</summary>
    public static string Write(Closure closure, Language language)
    {
        var from = DateReader.Write(closure.From, language);
        return closure.From == closure.Until ? from : $"{from} {(language == Language.German ? "bis" : "to")} {DateReader.Write(closure.Until, language)}";
    }

    /// <summary>Reads them in either language; null when something is no date, or runs backwards, or for ever.</summary>
    public static IReadOnlyList<Closure>? Read(string text, LocalDateTime now)
    {
        var closures = new List<Closure>();
        foreach (var part in text.Split([';', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var days = Until().Split(part);
            if (days.Length > 2 || DateReader.Read(days[0], now) is not { } from || DateReader.Read(days[^1], now) is not { } until) return null;
            var closure = new Closure(from.Date, until.Date);
            if (!IsSound(closure) || closures.Count == MostClosures) return null;
            closures.Add(closure);
        }

        return closures;
    }

    /// <summary>It runs forwards, and not for ever.</summary>
    public static bool IsSound(Closure closure) => closure.Until >= closure.From && Period.DaysBetween(closure.From, closure.Until) < LongestDays;

    [GeneratedRegex(@"\s+(?:to|until|till|bis)\s+|\s+[-–]\s+|–", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Until();
}
