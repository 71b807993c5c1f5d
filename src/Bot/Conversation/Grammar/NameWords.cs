namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>Words in names that people leave out or add.</summary>
internal static partial class NameWords
{
    /// <summary>Forms of address and titles in front of a person's name.</summary>
    public static readonly IReadOnlySet<string> Honorifics = DateWords.Set("herr herrn hr hrn frau fr fraeulein frl mr mrs ms miss mister sir madam dr doktor doctor prof professor dipl ing mag magister");

    /// <summary>Legal forms that mean nothing else; the others count only behind a name.</summary>
    public static readonly IReadOnlySet<string> SureLegalForms = DateWords.Set("gmbh ggmbh mbh ag kg kgaa ohg gbr ug ltd limited inc llc llp plc corp partg sarl bv nv");
    private static readonly IReadOnlySet<string> LegalForms = DateWords.Set("co company corporation incorporated se sa srl spa oy ab e v ev ek k eg haftungsbeschraenkt mbb");
    private static readonly IReadOnlySet<string> CompanyLeads = DateWords.Set("von vom der die dem bei from of at");
    private static readonly IReadOnlySet<string> Articles = DateWords.Set("die der das the le la les el il of von van de und and fuer for");

    /// <summary>A token that is nothing but a legal form.</summary>
    public static bool IsLegalForm(Token token) => token.Words.Count > 0 && token.Words.All(SureLegalForms.Contains);

    public static bool IsArticle(string word) => Articles.Contains(word);

    /// <summary>Between a person and their company, as in <c>Sabine Klein von der Weber GmbH</c>.</summary>
    public static bool IsOfCompany(string word) => CompanyLeads.Contains(word);

    /// <summary>Words that join others and say nothing: <c>Müller und Söhne</c> is <c>Müller &amp; Söhne</c>.</summary>
    public static bool IsJoint(string word) => word is "und" or "and";

    /// <summary>How many words remain without the legal form at the end; at least one.</summary>
    public static int WithoutLegalForm(IReadOnlyList<string> words)
    {
        var count = words.Count;
        while (count > 1 && (SureLegalForms.Contains(words[count - 1]) || LegalForms.Contains(words[count - 1]))) count--;
        return count;
    }
}
