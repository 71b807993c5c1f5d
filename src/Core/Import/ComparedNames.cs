using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Import;

/// <summary>
/// A client's name as names are compared: without case, accents and words that only join. Two are the same unless both have a legal
/// form and these differ.
/// </summary>
/// <param name="Core">The name without its legal form.</param>
/// <param name="Form">The legal form; empty without one.</param>
internal readonly record struct AccountKey(string Core, string Form)
{
    /// <summary>The words of a name, compared.</summary>
    public static AccountKey Of(string name)
    {
        var words = TextFolding.Words(name).Where(word => word is not ("und" or "and")).ToList();
        var count = words.Count;
        while (count > 1 && ComparedNames.LegalForms.Contains(words[count - 1])) count--;
        return new AccountKey(string.Join(' ', words.Take(count)), string.Join(' ', words.Skip(count)));
    }
}

/// <summary>How names are compared here, which is how the conversation compares them (<c>AccountNames</c>, <c>TypedName</c>).</summary>
internal static class ComparedNames
{
    /// <summary>Words at the end of a client's name that are no part of it.</summary>
    public static readonly IReadOnlySet<string> LegalForms = Set(
        "gmbh ggmbh mbh ag kg kgaa ohg gbr ug ltd limited inc llc llp plc corp partg sarl bv nv " +
        "co company corporation incorporated se sa srl spa oy ab e v ev ek k eg haftungsbeschraenkt mbb");

    private static readonly IReadOnlySet<string> Honorifics = Set(
        "herr herrn hr hrn frau fr fraeulein frl mr mrs ms miss mister sir madam dr doktor doctor prof professor dipl ing mag magister");

    private static readonly IReadOnlySet<string> Suffixes = Set("jr sr junior senior mba phd msc bsc ma ba md llm cpa ii iii");

    /// <summary>The words of a person's name without forms of address and titles in front.</summary>
    public static IReadOnlyList<string> PersonWords(string name)
    {
        var words = TextFolding.Words(name);
        var titles = words.TakeWhile(Honorifics.Contains).Count();
        return titles == 0 || titles == words.Count ? words : [.. words.Skip(titles)];
    }

    /// <summary>Those words in one: equal for two names of one person.</summary>
    public static string PersonKey(string name) => string.Join(' ', PersonWords(name));

    /// <summary><c>Klein, Sabine</c> is written as it is said; what follows the comma in <c>Sabine Klein, MBA</c> is dropped.</summary>
    public static string InSpokenOrder(string name)
    {
        if (name.Split(',', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } last, { Length: > 0 } first]) return name;
        return TextFolding.Words(first).All(Suffixes.Contains) ? last : $"{first} {last}";
    }

    /// <summary>Two names may be one person's: they share a word, or an initial stands for one.</summary>
    public static bool MayBeSamePerson(string one, string other)
    {
        var (first, second) = (PersonWords(one), PersonWords(other));
        return first.Any(word => second.Any(with => word == with || IsInitialOf(word, with) || IsInitialOf(with, word)));
    }

    private static bool IsInitialOf(string initial, string word) => initial.Length == 1 && word[0] == initial[0];

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
