namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>Words in names that people leave out or add.</summary>
internal static partial class NameWords
{
    private static readonly IReadOnlySet<string> CompanyLeads = TextFolding.Set("von vom der die dem bei from of at");
    private static readonly IReadOnlySet<string> Articles = TextFolding.Set("die der das the le la les el il of von van de und and fuer for");

    /// <summary>A token that is nothing but a legal form.</summary>
    public static bool IsLegalForm(Token token) => token.Words.Count > 0 && token.Words.All(ComparedNames.SureLegalForms.Contains);

    public static bool IsArticle(string word) => Articles.Contains(word);

    /// <summary>Between a person and their company, as in <c>Sabine Klein von der Weber GmbH</c>.</summary>
    public static bool IsOfCompany(string word) => CompanyLeads.Contains(word);
}
