using FuzzySharp;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>The names that stand at a place in a line: one, or several that the words may mean.</summary>
/// <param name="Names">Whom it may mean.</param>
/// <param name="Length">How many tokens it takes.</param>
/// <param name="IsWhole">The whole name was typed, not a short form.</param>
internal sealed record NameMatch(IReadOnlyList<KnownName> Names, int Length, bool IsWhole)
{
    /// <summary>All of the name but its legal form was typed.</summary>
    public bool IsCore { get; init; } = true;

    /// <summary>A short form, or a first name, that may be the beginning of another name; see <see cref="NameEnd"/>.</summary>
    public bool MayGoOn { get; init; }
}

/// <summary>Finds known names in a line. The longest wins; a whole name beats a short one.</summary>
internal sealed class NameIndex
{
    private const int LongestName = 12;
    private const int LongestNumber = 8;
    private const int LikeEnough = 68;
    private const int LongestSuggestion = 80;
    private const int LongWord = 4;
    private const int MostBeforeCompany = 2;
    private const int HalfAlike = 50;
    private const int SoundsAlike = 92;
    private readonly List<Entry> entries = [];
    private readonly Dictionary<string, List<(Entry Entry, int Start)>> byWord = new(StringComparer.Ordinal);

    public NameIndex(IReadOnlyList<KnownName> names)
    {
        foreach (var name in names)
        {
            var entry = Entry.Of(name);
            entries.Add(entry);
            for (var start = 0; start < entry.Words.Count; start++)
            {
                if (!byWord.TryGetValue(entry.Words[start], out var places)) byWord[entry.Words[start]] = places = [];
                places.Add((entry, start));
            }
        }
    }

    /// <summary>The name whose words start at a token.</summary>
    public NameMatch? At(IReadOnlyList<Token> tokens, int index, Func<KnownName, bool> fits)
    {
        if (index >= tokens.Count) return null;
        if (tokens[index].Kind == TokenKind.Mention) return Mentioned(tokens[index], fits);
        var typed = TypedName.From(tokens, index, LongestName);
        var match = Best(typed, fits);
        // Herr Weber is a person, also where a client is called Weber.
        if (IsAddressed(tokens[index]) && Best(typed, name => name.Kind == NameKind.Contact && fits(name)) is { } addressed && addressed.Length >= match?.Length) match = addressed;
        if (match is null || !match.Names.Any(name => name.Kind == NameKind.Account)) return match ?? ByPhone(tokens, index, fits);
        return WithLegalForm(match, tokens, index);
    }

    /// <summary>The account whose words start at a token, or someone who stands for theirs; a company named beside a person belongs to it.</summary>
    public NameMatch? AccountAt(IReadOnlyList<Token> tokens, int index)
    {
        var account = At(tokens, index, name => name.Kind == NameKind.Account);
        var person = At(tokens, index, name => name.Kind == NameKind.Contact);
        return person is null || account?.Length > person.Length || (account?.Length == person.Length && !IsAddressed(tokens[index])) ? account : WithCompany(person, tokens, index + person.Length);
    }

    /// <summary>Whether a person is addressed: what follows is their name.</summary>
    public static bool IsAddressed(Token token) => ComparedNames.FormsOfAddress.Contains(token.Word);

    /// <summary>The name that a whole text names, looked for in this way.</summary>
    public static NameMatch? Whole(string text, Func<IReadOnlyList<Token>, NameMatch?> at)
    {
        var tokens = Token.Of(text);
        if (at(tokens) is { } match && match.Length == tokens.Count) return match;
        var whole = new Token(TokenKind.Quoted, text, 0, text.Length);
        return whole.Words.Count == 0 ? null : at([whole]);
    }

    /// <summary>The account of an id.</summary>
    public KnownName? Account(Guid id) => entries.Find(entry => entry.Name.Kind == NameKind.Account && entry.Name.Id == id)?.Name;

    /// <summary>Known names that look like what was typed.</summary>
    public IReadOnlyList<KnownName> Like(string typed, Func<KnownName, bool> fits)
    {
        if (typed.Length > LongestSuggestion) return [];
        var all = ComparedNames.PersonWords(typed);
        var words = all.Take(ComparedNames.WithoutLegalForm(all)).ToList();
        if (all.Count == 0) return [];
        var whole = string.Join(' ', words);
        return [.. entries.Where(entry => entry.Words.Count > 0 && fits(entry.Name))
            .Select(entry => (entry.Name, Score: entry.Likeness(words, whole)))
            .Where(scored => scored.Score >= LikeEnough)
            .OrderByDescending(scored => scored.Score).ThenBy(scored => scored.Name.Name, StringComparer.Ordinal)
            .Take(3).Select(scored => scored.Name)];
    }

    /// <summary><c>Sabine Klein von Weber</c>, <c>Sabine Klein, Weber GmbH</c>: who of several is meant, and no words of their own.</summary>
    private NameMatch WithCompany(NameMatch person, IReadOnlyList<Token> tokens, int end)
    {
        var at = end;
        while (at < tokens.Count && at - end < MostBeforeCompany && (tokens[at].IsPunctuation || NameWords.IsOfCompany(tokens[at].Word))) at++;
        if ((at == end && !tokens[end - 1].EndsPart) || At(tokens, at, name => name.Kind == NameKind.Account) is not { } company) return person;
        var there = person.Names.Where(name => company.Names.Any(account => account.Id == name.AccountId)).ToList();
        return there.Count == 0 ? person : person with { Names = there, Length = person.Length + at - end + company.Length, IsWhole = true, MayGoOn = false };
    }

    private NameMatch? Mentioned(Token mention, Func<KnownName, bool> fits)
    {
        var member = entries.Find(entry => fits(entry.Name) && string.Equals(entry.Name.PersonId, mention.PersonId, StringComparison.Ordinal));
        return member is null ? null : new NameMatch([member.Name], 1, IsWhole: true);
    }

    private NameMatch? Best(TypedName typed, Func<KnownName, bool> fits)
    {
        if (typed.Words.Count == 0 || !byWord.TryGetValue(typed.Words[0], out var places)) return null;
        var hits = new List<(Entry Entry, int Start, int Matched, int Length, bool IsWhole)>();
        foreach (var (entry, start) in places)
        {
            if (!fits(entry.Name)) continue;
            var matched = typed.Matched(entry.Words, start);
            if (matched == 0 || !entry.MayBeCalled(start, matched)) continue;
            hits.Add((entry, start, matched, typed.Ends[matched - 1], start == 0 && matched == entry.Words.Count));
        }

        if (hits.Count == 0) return null;
        var longest = hits.Max(hit => hit.Length);
        hits.RemoveAll(hit => hit.Length < longest);
        var whole = hits.Exists(hit => hit.IsWhole);
        if (whole) hits.RemoveAll(hit => !hit.IsWhole);
        var names = hits.Select(hit => hit.Entry).Distinct().ToList();
        // Of several whom a name may mean, those who are there.
        if (names.Exists(entry => !entry.Name.IsGone)) names.RemoveAll(entry => entry.Name.IsGone);
        var exact = names.FindAll(entry => entry.Exact == typed.Exact(longest));
        return new NameMatch([.. (exact.Count == 1 ? exact : names).Select(entry => entry.Name)], longest, whole)
        {
            IsCore = hits.TrueForAll(hit => hit.Start == 0 && hit.Matched >= hit.Entry.Core),
            MayGoOn = hits.TrueForAll(hit => hit.Entry.MayGoOn(hit.Start, hit.Matched)),
        };
    }

    /// <summary>A legal form that was typed behind a name belongs to it; a name with another legal form is another company.</summary>
    private NameMatch? WithLegalForm(NameMatch match, IReadOnlyList<Token> tokens, int index)
    {
        var more = 0;
        while (index + match.Length + more < tokens.Count && !tokens[index + match.Length + more - 1].EndsPart && NameWords.IsLegalForm(tokens[index + match.Length + more])) more++;
        if (more == 0) return match;
        var names = match.Names.Where(name => entries.Find(entry => entry.Name == name) is { HasLegalForm: false }).ToList();
        return names.Count == 0 || !match.IsCore ? null : match with { Names = names, Length = match.Length + more, MayGoOn = false };
    }

    private NameMatch? ByPhone(IReadOnlyList<Token> tokens, int index, Func<KnownName, bool> fits)
    {
        if (!tokens[index].Text.Any(char.IsDigit)) return null;
        for (var count = Math.Min(LongestNumber, tokens.Count - index); count > 0; count--)
        {
            var text = string.Join(' ', tokens.Skip(index).Take(count).Select(token => token.Text));
            if (Phone.Read(text.TrimEnd(':', ',')) is not { Rest: "" } number) continue;
            var owners = entries.Where(entry => fits(entry.Name) && Phone.Read(entry.Name.Phone)?.IsSameAs(number) == true).Select(entry => entry.Name).ToList();
            if (owners.Count > 0) return new NameMatch(owners, count, IsWhole: true);
        }

        return null;
    }

    /// <summary>A known name, prepared for comparing.</summary>
    private sealed record Entry(KnownName Name, IReadOnlyList<string> Words, int Core, string Exact, bool HasTitle)
    {
        public bool HasLegalForm => Core < Words.Count;

        public static Entry Of(KnownName name)
        {
            var words = TextFolding.Words(name.Name).Where(word => !ComparedNames.IsJoint(word)).ToList();
            var bare = ComparedNames.WithoutHonorifics(words);
            var core = name.Kind == NameKind.Account ? ComparedNames.WithoutLegalForm(bare) : bare.Count;
            return new Entry(name, bare, core, TypedName.Strict(name.Name), bare.Count < words.Count);
        }

        /// <summary>Whether these of its words are enough to mean it.</summary>
        public bool MayBeCalled(int start, int count)
        {
            if (start == 0 && count >= Core) return true;
            if (start >= Core) return false;
            var first = Words[start];
            if (count == 1 && (NameWords.IsArticle(first) || first.Length < 2)) return false;
            return start == 0 || Name.Kind != NameKind.Account || first.Length >= 4;
        }

        /// <summary>Whether what follows these words may belong to another name: a last name ends one, and so does a name with a title.</summary>
        public bool MayGoOn(int start, int count)
        {
            if (Name.Kind == NameKind.Account) return start > 0 || count < Words.Count;
            return start == 0 && (count < Words.Count || (count == 1 && !HasTitle));
        }

        /// <summary>As a whole, or word by word, by spelling and by sound; one long word in common is enough to ask.</summary>
        public int Likeness(IReadOnlyList<string> typed, string whole)
        {
            var own = Words.Take(Core).ToList();
            var byWord = typed.Sum(word => word.Length * own.Max(known => Alike(word, known))) / Math.Max(1, typed.Sum(word => word.Length));
            var score = Math.Max(Fuzz.Ratio(whole, string.Join(' ', own)), byWord - 5);
            return typed.Any(word => word.Length >= LongWord && own.Contains(word)) ? Math.Max(score, LikeEnough + 2) : score;
        }

        private static int Alike(string typed, string known)
        {
            if (typed == known) return 100;
            if (typed.Length < LongWord - 1 || known.Length < LongWord - 1) return 0;
            var spelled = Fuzz.Ratio(typed, known);
            return spelled >= HalfAlike && NameSound.IsSame(typed, known) ? Math.Max(spelled, SoundsAlike) : spelled;
        }
    }
}
