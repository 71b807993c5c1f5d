using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Import;

/// <summary>People's names as files write them.</summary>
internal static class PersonNames
{
    private static readonly IReadOnlySet<string> Suffixes = TextFolding.Set("jr sr junior senior mba phd msc bsc ma ba md llm cpa ii iii");

    /// <summary><c>Klein, Sabine</c> is written as it is said; what follows the comma in <c>Sabine Klein, MBA</c> is dropped.</summary>
    public static string InSpokenOrder(string name)
    {
        if (name.Split(',', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } last, { Length: > 0 } first]) return name;
        return TextFolding.Words(first).All(Suffixes.Contains) ? last : $"{first} {last}";
    }

    /// <summary>Two names may be one person's: they share a word, or an initial stands for one.</summary>
    public static bool MayBeSamePerson(string one, string other)
    {
        var (first, second) = (ComparedNames.PersonWords(one), ComparedNames.PersonWords(other));
        return first.Any(word => second.Any(with => word == with || IsInitialOf(word, with) || IsInitialOf(with, word)));
    }

    private static bool IsInitialOf(string initial, string word) => initial.Length == 1 && word[0] == initial[0];
}
