using System.Globalization;
using System.Text;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>The words that may be a name at a place in a line, and which tokens they end.</summary>
/// <param name="Words">Folded words.</param>
/// <param name="Ends">For each word how many tokens are taken when a name ends with it; 0 in the middle of a token.</param>
/// <param name="Texts">The tokens as typed, without a form of address in front.</param>
internal sealed record TypedName(IReadOnlyList<string> Words, IReadOnlyList<int> Ends, IReadOnlyList<string> Texts)
{
    public static TypedName From(IReadOnlyList<Token> tokens, int index, int longest)
    {
        var (words, ends, texts) = (new List<string>(), new List<int>(), new List<string>());
        for (var taken = 0; taken < longest && index + taken < tokens.Count; taken++)
        {
            var token = tokens[index + taken];
            if (token.Kind != TokenKind.Word && taken > 0) break;
            var own = token.Words.Where(word => !ComparedNames.IsJoint(word)).ToList();
            if (own.Count == 0 && taken == 0) break;
            texts.Add(token.Text);
            for (var at = 0; at < own.Count; at++)
            {
                words.Add(own[at]);
                ends.Add(at == own.Count - 1 ? taken + 1 : 0);
            }

            if (token.EndsPart || token.Kind == TokenKind.Quoted) break;
        }

        var titles = words.Count - ComparedNames.WithoutHonorifics(words).Count;
        return titles == 0 ? new TypedName(words, ends, texts) : new TypedName(words[titles..], ends[titles..], texts);
    }

    /// <summary>How many words of a name, from one of its words on, were typed and end with a token.</summary>
    public int Matched(IReadOnlyList<string> name, int start)
    {
        var matched = 0;
        while (matched < Words.Count && start + matched < name.Count && Words[matched] == name[start + matched]) matched++;
        while (matched > 0 && Ends[matched - 1] == 0) matched--;
        return matched;
    }

    /// <summary>The first tokens as typed, but for case and composition.</summary>
    public string Exact(int tokens) => Strict(string.Join(' ', Texts.Take(tokens)));

    /// <summary>A name that differs in case and composition only from its equals.</summary>
    public static string Strict(string name) =>
        TextFolding.Plain(name.Trim(' ', ',', ';', ':')).Normalize(NormalizationForm.FormC).ToLower(CultureInfo.InvariantCulture);
}
