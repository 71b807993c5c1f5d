using System.Text;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>
/// How a word sounds, after the Cologne phonetics: <c>Meyer</c> and <c>Maier</c>, <c>Schmidt</c> and <c>Schmitt</c>, <c>Philipps</c> and
/// <c>Filips</c> sound the same. Made for German, and good enough for English names beside it.
/// </summary>
internal static class NameSound
{
    private const char Silent = '0';
    private const int Shortest = 2;

    /// <summary>Whether two folded words sound the same; very short ones say too little.</summary>
    public static bool IsSame(string one, string other) => Of(one) is { Length: >= Shortest } sound && sound == Of(other);

    /// <summary>The code of a folded word: a digit for each sound; vowels count at the beginning only.</summary>
    public static string Of(string word)
    {
        var sound = new StringBuilder(word.Length);
        var last = '\0';
        for (var at = 0; at < word.Length; at++)
        {
            foreach (var code in CodesOf(word[at], at == 0 ? '\0' : word[at - 1], at + 1 < word.Length ? word[at + 1] : '\0', at == 0))
            {
                if (code != last && (code != Silent || sound.Length == 0)) sound.Append(code);
                last = code;
            }
        }

        return sound.ToString();
    }

    private static string CodesOf(char letter, char before, char next, bool isFirst) => letter switch
    {
        'a' or 'e' or 'i' or 'j' or 'o' or 'u' or 'y' => "0",
        'p' => next == 'h' ? "3" : "1",
        'b' => "1",
        'd' or 't' => next is 'c' or 's' or 'z' ? "8" : "2",
        'f' or 'v' or 'w' => "3",
        'g' or 'k' or 'q' => "4",
        'l' => "5",
        'm' or 'n' => "6",
        'r' => "7",
        's' or 'z' => "8",
        'x' => before is 'c' or 'k' or 'q' ? "8" : "48",
        'c' => IsHard(before, next, isFirst) ? "4" : "8",
        _ => "",
    };

    private static bool IsHard(char before, char next, bool isFirst) =>
        before is not ('s' or 'z') && (next is 'a' or 'h' or 'k' or 'o' or 'q' or 'u' or 'x' || (isFirst && next is 'l' or 'r'));
}
