namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>
/// Whether a known name ends where its words end, or goes on and is the name of somebody else. Then it is unknown, and asked about.
/// <list type="bullet">
/// <item>Words that lead to a legal form are one company: <c>Lindner Metallbau GmbH</c> is not Brauhaus Lindner, not even where Lindner is
/// the whole name. Without words between, a legal form belongs to the name, unless only a part of the name was typed.</item>
/// <item>A short form goes on with a capitalised word: <c>Renate Schulz</c> is not Renate Öhler, <c>Weber Akustik</c> is not Weber GmbH.
/// A person's last name does not: nothing follows it.</item>
/// <item>German capitalises every noun, and notes begin with one: <c>Weber Angebot geschickt</c>. So the words people note something
/// with end a name, and so do a day, a kind and other known names.</item>
/// <item>Before a colon whatever does not belong to a part is asked about anyway; there only what is hardly anything else counts as a
/// company's name: a trade.</item>
/// </list>
/// </summary>
internal sealed class NameEnd(NameIndex names, bool isSentence, Func<int, bool> isPart)
{
    private const int LongestRun = 4;

    /// <summary>
    /// Whether a name that was found at a token goes on behind its last one. Where an account is looked for, a person's last name may be the
    /// beginning of a company's, unless they are addressed: <c>Klein Akustik</c>, but <c>Frau Klein</c>.
    /// </summary>
    public bool GoesOn(NameMatch match, IReadOnlyList<Token> tokens, int start, bool isOfAccount)
    {
        var end = start + match.Length;
        if (end >= tokens.Count || tokens[end - 1].EndsPart || tokens[end - 1].Kind != TokenKind.Word || tokens[end].Kind != TokenKind.Word) return false;
        var isPerson = match.Names.All(name => name.Kind == NameKind.Contact);
        var isCompany = match.Names.All(name => name.Kind == NameKind.Account) || (isOfAccount && isPerson);
        var mayGoOn = match.MayGoOn || (isOfAccount && isPerson && !match.IsWhole && !ComparedNames.Honorifics.Contains(tokens[start].Word));
        // A last name and a legal form are a company that happens to be called so: Klein AG is not Sabine Klein.
        if (isPerson && NameWords.IsLegalForm(tokens[end])) return true;
        if (isCompany && NameWords.IsLegalForm(tokens[end - 1])) return false;
        if (isCompany && LeadsToLegalForm(tokens, end)) return true;
        if (!mayGoOn || !IsCapitalised(tokens[end]) || isPart(end) || NameWords.IsOfTalk(tokens[end].Word)) return false;
        if (isCompany && !isPerson && !isSentence && !NameWords.IsTrade(tokens[end].Word)) return false;
        return !isCompany || names.At(tokens, end, _ => true) is null;
    }

    /// <summary>Capitalised words, or a single one in a line without capitals, and then a legal form.</summary>
    private bool LeadsToLegalForm(IReadOnlyList<Token> tokens, int end)
    {
        var small = 0;
        for (var at = end; at < tokens.Count && at - end <= LongestRun; at++)
        {
            if (tokens[at].Kind != TokenKind.Word) return false;
            if (NameWords.IsLegalForm(tokens[at])) return at > end && (small == 0 || (at - end == 1 && char.IsLower(tokens[at].First)));
            if (tokens[at].EndsPart || tokens[at].IsPunctuation || isPart(at) || names.At(tokens, at, name => name.Kind == NameKind.Account) is { IsWhole: true }) return false;
            if (tokens[at].Words.Count == 0 || tokens[at].Words.All(ComparedNames.IsJoint)) continue;
            if (!tokens[at].Text.Any(char.IsLetter)) return false;
            if (NameWords.IsOfTalk(tokens[at].Word) && !(at + 1 < tokens.Count && NameWords.IsLegalForm(tokens[at + 1]))) return false;
            if (!char.IsUpper(tokens[at].First)) small++;
        }

        return false;
    }

    /// <summary>Not in capitals throughout: there they say nothing. <c>S.</c> is a name's beginning.</summary>
    private static bool IsCapitalised(Token token) =>
        char.IsUpper(token.First) && (token.Text.Any(char.IsLower) || token.Text is [_, '.', ..]);
}
