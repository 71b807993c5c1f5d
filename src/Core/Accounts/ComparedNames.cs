using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Accounts;

/// <summary>
/// A client's name as names are compared: without case, accents and words that only join. Two are the same unless both have a legal
/// form and these differ.
/// </summary>
/// <param name="Core">The name without its legal form.</param>
/// <param name="Form">The legal form; empty without one.</param>
public readonly record struct AccountKey(string Core, string Form)
{
    /// <summary>The words of a name, compared.</summary>
    public static AccountKey Of(string name)
    {
        var words = TextFolding.Words(name).Where(word => !ComparedNames.IsJoint(word)).ToList();
        var count = ComparedNames.WithoutLegalForm(words);
        return new AccountKey(string.Join(' ', words.Take(count)), string.Join(' ', words.Skip(count)));
    }

    /// <summary>Whether two names mean the same client.</summary>
    public bool IsSameAs(AccountKey other) => Core == other.Core && (Form.Length == 0 || other.Form.Length == 0 || Form == other.Form);
}

/// <summary>What is left out where names are compared: forms of address, titles and legal forms. All words are folded.</summary>
public static class ComparedNames
{
    /// <summary>Words in front of the name of a person and of nobody else.</summary>
    public static readonly IReadOnlySet<string> FormsOfAddress = TextFolding.Set("herr herrn hr hrn frau fr fraeulein frl mr mrs ms miss mister sir madam");

    /// <summary>Forms of address and titles in front of a person's name.</summary>
    public static readonly IReadOnlySet<string> Honorifics = TextFolding.Set(string.Join(' ', FormsOfAddress) + " dr doktor doctor prof professor dipl ing mag magister");

    /// <summary>Legal forms that mean nothing else; the others count only behind a name.</summary>
    public static readonly IReadOnlySet<string> SureLegalForms = TextFolding.Set(
        "gmbh ggmbh mbh ag kg kgaa ohg gbr ug ltd limited inc llc llp plc corp partg sarl bv nv");

    private static readonly IReadOnlySet<string> LegalForms = TextFolding.Set(
        "co company corporation incorporated se sa srl spa oy ab e v ev ek k eg haftungsbeschraenkt mbb");

    /// <summary>Words that join others and say nothing: <c>Müller und Söhne</c> is <c>Müller &amp; Söhne</c>.</summary>
    public static bool IsJoint(string word) => word is "und" or "and";

    /// <summary>How many words of a client's name remain without the legal form at its end; at least one.</summary>
    public static int WithoutLegalForm(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var count = words.Count;
        while (count > 1 && (SureLegalForms.Contains(words[count - 1]) || LegalForms.Contains(words[count - 1]))) count--;
        return count;
    }

    /// <summary>Words without forms of address in front; all of them when there is nothing else.</summary>
    public static IReadOnlyList<string> WithoutHonorifics(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var titles = words.TakeWhile(Honorifics.Contains).Count();
        return titles == 0 || titles == words.Count ? words : [.. words.Skip(titles)];
    }

    /// <summary>The words of a person's name, without forms of address in front.</summary>
    public static IReadOnlyList<string> PersonWords(string name) => WithoutHonorifics(TextFolding.Words(name));

    /// <summary>Those words in one: equal for two names of one person.</summary>
    public static string PersonKey(string name) => string.Join(' ', PersonWords(name));
}
