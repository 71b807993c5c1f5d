using System.Collections.Concurrent;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>The words of phrases, folded once.</summary>
internal static class Phrases
{
    /// <summary>Phrases are declared in code, so this stays small.</summary>
    private static readonly ConcurrentDictionary<Phrase, string[][]> Folded = new();

    /// <summary>Every spelling of a phrase in both languages, as folded words.</summary>
    public static IReadOnlyList<string[]> Spellings(Phrase phrase) => Folded.GetOrAdd(
        phrase, known => [.. All(known).Select(spelling => TextFolding.Of(spelling).Split(' ', StringSplitOptions.RemoveEmptyEntries))]);

    /// <summary>The spelling that help and forms use.</summary>
    public static string First(Phrase phrase, Language language) => In(phrase, language)[0];

    /// <summary>Every spelling of a phrase in one language, as it is written.</summary>
    public static string[] In(Phrase phrase, Language language) =>
        (language == Language.German ? phrase.German : phrase.English).Split('|', StringSplitOptions.TrimEntries);

    /// <summary>How many tokens of a spelling stand at a place; 0 when none does.</summary>
    public static int LengthAt(Phrase phrase, IReadOnlyList<Token> tokens, int index)
    {
        var longest = 0;
        foreach (var words in Spellings(phrase))
        {
            if (words.Length <= longest || index + words.Length > tokens.Count) continue;
            if (Enumerable.Range(0, words.Length).All(at => tokens[index + at].Word == words[at] && (at == words.Length - 1 || !tokens[index + at].EndsPart))) longest = words.Length;
        }

        return longest;
    }

    /// <summary>Every spelling of a phrase in both languages, as it is written.</summary>
    public static IEnumerable<string> All(Phrase phrase) =>
        $"{phrase.English}|{phrase.German}".Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal);
}
