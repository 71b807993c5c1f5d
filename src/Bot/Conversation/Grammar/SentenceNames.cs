namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>A client's name in a sentence, with the small words in front of it.</summary>
/// <param name="Start">Where it begins: at its preposition, article or form of address.</param>
/// <param name="End">The token behind it.</param>
/// <param name="Preposition">The folded preposition in front; empty without one.</param>
/// <param name="Names">Whom it may mean.</param>
/// <param name="IsPossessive">Something of theirs is meant: <c>Krause's order</c>.</param>
internal sealed record NamePlace(int Start, int End, string Preposition, IReadOnlyList<KnownName> Names, bool IsPossessive);

/// <summary>The tokens of a sentence with its names taken out, or marked.</summary>
/// <param name="Tokens">What is left.</param>
/// <param name="Origins">Where each of them stood.</param>
internal sealed record Bared(IReadOnlyList<Token> Tokens, IReadOnlyList<int> Origins);

/// <summary>Finds the clients a sentence names, so that its verbs can be read without them.</summary>
internal sealed class SentenceNames(NameIndex names, Func<IReadOnlyList<Token>, int, bool> isPart)
{
    /// <summary>Stands for a name.</summary>
    public const string Mark = "§";

    /// <summary>Stands for a name in the genitive, which says nothing of the client themselves.</summary>
    private const string PossessiveMark = "§§";

    private const int MostNames = 12;
    private const int LongestStranger = 3;

    /// <summary>Every client or person of one that is named, from left to right.</summary>
    public IReadOnlyList<NamePlace> In(IReadOnlyList<Token> tokens)
    {
        var places = new List<NamePlace>();
        var end = new NameEnd(names, isSentence: true, at => isPart(tokens, at));
        var isCased = tokens.Skip(1).Any(token => token.Kind == TokenKind.Word && char.IsUpper(token.First));
        for (var at = 0; at < tokens.Count && places.Count < MostNames; at++)
        {
            var (match, isPossessive) = At(tokens, at);
            if (match is null || !IsName(match, tokens, at, isCased) || (!isPossessive && end.GoesOn(match, tokens, at, isOfAccount: true))) continue;
            places.Add(Placed(tokens, at, match, isPossessive, places.Count == 0 ? 0 : places[^1].End));
            at += match.Length - 1;
        }

        return places;
    }

    /// <summary>The tokens without the names; where one ended a clause, a comma stands.</summary>
    public static Bared Without(IReadOnlyList<Token> tokens, IReadOnlyList<NamePlace> places) => Bare(tokens, places, mark: false);

    /// <summary>The tokens with a mark in place of each name, its preposition in front.</summary>
    public static Bared Marked(IReadOnlyList<Token> tokens, IReadOnlyList<NamePlace> places) => Bare(tokens, places, mark: true);

    private (NameMatch? Match, bool IsPossessive) At(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens[at].Kind == TokenKind.Mention) return (null, false);
        var match = names.AccountAt(tokens, at);
        if (Owner(tokens[at]) is not { } owner || names.AccountAt([owner], 0) is not { } bare || match?.Length > 1) return (match, false);
        return match is null ? (bare, true) : (match, false);
    }

    /// <summary><c>Krause's</c> and <c>Krauses</c> without the ending; null for what has none.</summary>
    private static Token? Owner(Token token)
    {
        if (token.Kind != TokenKind.Word || token.Text.Length < 4 || !char.IsUpper(token.First)) return null;
        var bare = token.Text.TrimEnd('s');
        if (bare.Length == token.Text.Length) return bare.EndsWith('\'') || bare.EndsWith('’') ? token with { Text = bare[..^1] } : null;
        return token with { Text = bare.TrimEnd('\'', '’') };
    }

    /// <summary>A short form in small letters among capitals is a word like any other, a day is a day, and a letter (<c>ein Brief folgt</c>) no client.</summary>
    private bool IsName(NameMatch match, IReadOnlyList<Token> tokens, int at, bool isCased)
    {
        if (match.Length > 1 || tokens[at].Kind == TokenKind.Quoted) return true;
        var (word, isCapital) = (tokens[at].Word, char.IsUpper(tokens[at].First));
        if (!match.IsWhole && (isPart(tokens, at) || NameWords.IsOfTalk(word))) return false;
        if (!isCapital && (isCased || NameWords.IsOfTalk(word) || SentenceWords.Opening.Contains(word) || SentenceWords.Prepositions.Contains(word))) return match.IsWhole && !NameWords.IsOfTalk(word);
        return !(at == 0 && SentenceWords.Opening.Contains(word) && !match.IsWhole);
    }

    private static NamePlace Placed(IReadOnlyList<Token> tokens, int at, NameMatch match, bool isPossessive, int earliest)
    {
        var start = at;
        while (start > earliest && !tokens[start - 1].EndsPart && SentenceWords.Determiners.Contains(tokens[start - 1].Word)) start--;
        var preposition = "";
        if (start > earliest && !tokens[start - 1].EndsPart && SentenceWords.Prepositions.Contains(tokens[start - 1].Word)) preposition = tokens[--start].Word;
        if (SentenceWords.OfCompany.Contains(preposition) && Stranger(tokens, start, earliest) is var stranger and >= 0) (start, preposition) = (stranger, tokens[stranger].Word);
        return new NamePlace(start, at + match.Length, preposition, match.Names, isPossessive);
    }

    /// <summary>Where <c>with Sabine Klein</c> begins that stands right before <c>at Krause</c>: nobody knows them yet, and they are the client's; -1 without.</summary>
    private static int Stranger(IReadOnlyList<Token> tokens, int end, int earliest)
    {
        var start = end;
        while (start > earliest && end - start < LongestStranger && IsOfPerson(tokens[start - 1])) start--;
        return start < end && start > earliest && !tokens[start - 1].EndsPart && SentenceWords.Prepositions.Contains(tokens[start - 1].Word) ? start - 1 : -1;
    }

    private static bool IsOfPerson(Token token) => token is { Kind: TokenKind.Word, EndsPart: false } && char.IsUpper(token.First) && (ComparedNames.Honorifics.Contains(token.Word) || !NameWords.IsOfTalk(token.Word));

    private static Bared Bare(IReadOnlyList<Token> tokens, IReadOnlyList<NamePlace> places, bool mark)
    {
        var (kept, origins) = (new List<Token>(), new List<int>());
        for (var at = 0; at < tokens.Count; at++)
        {
            if (places.FirstOrDefault(place => place.Start == at) is not { } place)
            {
                Keep(tokens[at], at);
                continue;
            }

            if (mark && place.Preposition.Length > 0) Keep(tokens[at], at);
            var last = tokens[place.End - 1];
            if (mark) Keep(new Token(TokenKind.Word, place.IsPossessive ? PossessiveMark : Mark, last.Start, last.End), place.End - 1);
            if (last.Kind == TokenKind.Word && last.Last is ',' or ';' or ':' or '.' or '!' or '?' or ')' && !place.IsPossessive && last.Text.Length > 2) Keep(new Token(TokenKind.Word, ",", last.End, last.End), place.End - 1);
            at = place.End - 1;
        }

        return new Bared(kept, origins);

        void Keep(Token token, int origin)
        {
            kept.Add(token);
            origins.Add(origin);
        }
    }
}
