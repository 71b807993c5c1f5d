namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>Reads the parts of a line one after the other, in whatever order they stand.</summary>
internal sealed class PartReader(Command command, string line, ArraySegment<Token> tokens, NameIndex names, DateQuestion dates)
{
    private const int LongestUnknownName = 5;
    private const int MostTokens = 200;
    private static readonly IReadOnlySet<string> Fillers = TextFolding.Set("for fuer to zu zum zur about ueber the at bei of von with mit der die das");

    private readonly IReadOnlyList<Slot> slots = command.Slots;
    private readonly SayingReader sayings = new(command, dates);

    /// <summary>No free words that a date could be part of: it may stand without its keyword.</summary>
    private readonly bool takesNoWords = command.Slots.All(slot => slot.Kind is not (SlotKind.Prose or SlotKind.NewName or SlotKind.Phrase));

    /// <summary>No sentence that a keyword may be a word of: where one stands, its part is meant.</summary>
    private readonly bool takesNoProse = command.Prose is null;

    /// <summary>The parts end where these tokens end: every word must be one, and short dates count.</summary>
    public bool MayGuessEnd { get; init; }

    public Gathered Gathered { get; } = new(command, names);

    /// <summary>Names as typed, by slot.</summary>
    public Dictionary<string, string> Typed { get; } = new(StringComparer.Ordinal);

    /// <summary>Words that fit nowhere.</summary>
    public List<Token> Strays { get; } = [];

    /// <summary>Parts that begin and cannot be finished, wrong dates among them. Neither half used nor left to the free words, they are asked about.</summary>
    public List<Unfinished> Unfinished { get; } = [];

    /// <summary>What should be a name is too long for one, or the parts end with a comma or dash: the colon belongs to a sentence.</summary>
    public bool IsSentence { get; private set; }

    /// <summary>Reads every token; what fits nowhere is a stray.</summary>
    public void ReadAll()
    {
        for (var at = 0; at < tokens.Count;)
        {
            var taken = at < MostTokens ? Take(at) : 0;
            if (taken == 0 && NoDate(at) is var (wrong, length))
            {
                Unfinished.Add(wrong);
                taken = length;
            }
            else if (taken == 0)
            {
                IsSentence |= Strays.Count == 0 && at > 0 && (tokens[at - 1].EndsPart || tokens[at - 1].IsPunctuation);
                Strays.Add(tokens[at]);
            }

            at += Math.Max(1, taken);
        }
    }

    /// <summary>Reads up to the first token that fits nowhere, and says where it stands.</summary>
    public int ReadUntilStray()
    {
        var at = 0;
        while (at < tokens.Count)
        {
            var taken = Take(at);
            if (taken == 0) return at;
            at += taken;
        }

        return at;
    }

    private int Take(int at)
    {
        if (tokens[at].IsPunctuation) return 1;
        var part = Best(at);
        if (part is null && IsFiller(at)) return 1;
        if (part is null && Saying(at) is { } said)
        {
            sayings.Put(Gathered, said);
            return said.Length;
        }

        // A year alone wants its day; of any other wrong date it is said what is wrong with it.
        if (part is null or { Fault: not null } && Begun(at) is var (unfinished, begun) && (part is null || unfinished.IsYearAlone))
        {
            Unfinished.Add(unfinished);
            return begun;
        }

        part ??= Worded(at) ?? Unknown(at);
        if (part is null) return 0;
        if (part.Fault is { } fault)
        {
            Ask(part.Slot, tokens.Slice(at, part.Length), fault);
            return part.Length;
        }

        Gathered.Put(part.Slot, part.Given with { IsBegun = part.IsKeyworded });
        if (part.Typed is { } typed) Typed[part.Slot.Name] = typed;
        return part.Length;
    }

    /// <summary>What a verb behind the name says, as in <c>log Acme rang yesterday: …</c>; without a colon it is the beginning of the text.</summary>
    private Said? Saying(int at) => MayGuessEnd && Strays.Count == 0 && Place is not { IsName: true } ? SayingAt(at) : null;

    private Said? SayingAt(int at) => command.Sayings.Count == 0 ? null : sayings.At(tokens.Array!, tokens.Offset + at);

    /// <summary>Has a wrong date be asked about, which may begin with its slot's keyword.</summary>
    public void Ask(Slot slot, ArraySegment<Token> typed, Text fault)
    {
        var keyword = slot.Keyword is { } words ? Phrases.LengthAt(words, typed, 0) : 0;
        Unfinished.Add(new Unfinished(slot, Words(typed[..keyword]), Words(typed[keyword..])) { Fault = fault });
    }

    private Part? Best(int at)
    {
        var name = Known(at);
        var other = Shaped(at);
        if (name is null || other is null) return name ?? other;
        return name.Length > other.Length || (name.IsWhole && name.Length == other.Length) ? name : other;
    }

    /// <summary>A part that is known by its keyword or its shape.</summary>
    private Part? Shaped(int at) => tokens[at].Kind != TokenKind.Word ? null : new[] { Keyworded(at), Chosen(at), Dated(at) }.MaxBy(part => part?.Length ?? 0);

    private IEnumerable<Slot> Open => slots.Where(slot => !Gathered.Has(slot));

    /// <summary>The next slot that is known by its place.</summary>
    private Slot? Place => Open.FirstOrDefault(slot => slot.Keyword is null && (slot.IsName || slot.Kind is SlotKind.NewName or SlotKind.Phrase));

    /// <summary>Where names end; other parts end them.</summary>
    private NameEnd End => field ??= new NameEnd(names, !MayGuessEnd, IsPart);

    /// <summary>Something other than a name begins here, or the account that is still to come.</summary>
    private bool IsPart(int at) =>
        slots.Any(slot => (slot.Keyword is { } keyword && Phrases.LengthAt(keyword, tokens, at) > 0) || (slot.Kind is SlotKind.When or SlotKind.DayOfYear && Date(slot, at, DatePlace.Part) is { Fault: null }))
        || Chosen(at) is not null || SayingAt(at) is not null
        || (Place is { Kind: SlotKind.Account } account && names.At(tokens, at, Gathered.Fits(account)) is { IsCore: true });

    private Part? Known(int at)
    {
        if (tokens[at].Kind == TokenKind.Mention && Open.FirstOrDefault(slot => slot.Kind == SlotKind.Member) is { } member) return Named(member, at);
        if (Place is { } place) return place.IsName ? Named(place, at) : null;
        return MayGuessEnd && Open.FirstOrDefault(slot => slot.Within is not null && Gathered.Account(slot) is not null) is { } beside ? Named(beside, at) : null;
    }

    private Part? Named(Slot slot, int at)
    {
        if (Gathered.Find(slot, tokens, at) is not { } match || End.GoesOn(match, tokens, at, slot.Kind == SlotKind.Account))
        {
            return tokens[at].Kind == TokenKind.Mention && slot.Kind == SlotKind.Member ? Unmatched(slot, at, 1) : null;
        }

        var typed = Words(at, match.Length);
        return new Part(slot, Given.Of(match, typed), match.Length) { Typed = typed, IsWhole = match.IsWhole };
    }

    private Part Unmatched(Slot slot, int at, int length)
    {
        var typed = Words(at, length);
        var raw = tokens[at].Kind == TokenKind.Mention ? line[tokens[at].Start..tokens[at].End] : typed;
        return new Part(slot, new Given(null, raw, []), length) { Typed = typed };
    }

    private Part? Keyworded(int at)
    {
        Part? best = null;
        foreach (var slot in Open.Where(slot => slot.Keyword is not null))
        {
            var length = Phrases.LengthAt(slot.Keyword!, tokens, at);
            if (length == 0 || IsEmpty(slot, at + length) || Valued(slot, at + length) is not { } part) continue;
            if (best is null || part.Length + length > best.Length) best = part with { Length = part.Length + length, IsKeyworded = true };
        }

        return best;
    }

    /// <summary>The value behind a slot's keyword.</summary>
    private Part? Valued(Slot slot, int at)
    {
        if (at >= tokens.Count || (tokens[at - 1].EndsPart && !(takesNoProse && tokens[at - 1].Last == ':'))) return null;
        return slot.Kind switch
        {
            SlotKind.When or SlotKind.DayOfYear => Date(slot, at, DatePlace.Field),
            SlotKind.Choice => Choice(slot, at),
            SlotKind.NewName or SlotKind.Phrase => UpToKeyword(slot, at),
            SlotKind.Prose => null,
            _ => Named(slot, at) ?? ElsewhereNamed(slot, at) ?? UnknownBehindKeyword(slot, at),
        };
    }

    /// <summary>
    /// A part whose keyword stands here and whose value does not, cannot be read or was given before: <c>seit 2019</c>, <c>stufe D</c>,
    /// <c>owner</c> at the end. It is asked about. A capital may begin a name (<c>The Tier Since Ages</c>), unless the value has at least the right shape.
    /// </summary>
    private (Unfinished Part, int Length)? Begun(int at)
    {
        if (!takesNoProse || tokens[at].Kind != TokenKind.Word) return null;
        foreach (var slot in slots.Where(slot => slot.Keyword is not null && (IsShaped(slot) || !Gathered.Has(slot))))
        {
            var keyword = Phrases.LengthAt(slot.Keyword!, tokens, at);
            if (keyword == 0 || IsFinished(slot, at + keyword)) continue;
            var value = ValueLength(slot, at + keyword);
            var isMeant = tokens[at + keyword - 1].Last == ':' || char.IsLower(tokens[at].First) || (value > 0 && HasShape(slot, tokens[at + keyword]));
            if (isMeant) return (new Unfinished(slot, Words(at, keyword), value == 0 ? "" : Words(at + keyword, value)), keyword + value);
        }

        return null;
    }

    private bool IsFinished(Slot slot, int at) => !Gathered.Has(slot) && (IsShaped(slot) ? Valued(slot, at) is { Fault: null } : at < tokens.Count && !IsEmpty(slot, at));

    private static bool IsShaped(Slot slot) => slot.Kind is SlotKind.When or SlotKind.DayOfYear or SlotKind.Choice;

    /// <summary>How much of what follows a keyword was meant as its value: one word of the right shape, else up to the next keyword.</summary>
    private int ValueLength(Slot slot, int at)
    {
        if (at < tokens.Count && HasShape(slot, tokens[at])) return 1;
        var length = 0;
        while (length < LongestUnknownName && at + length < tokens.Count && !slots.Any(other => other.Keyword is { } keyword && Phrases.LengthAt(keyword, tokens, at + length) > 0)) length++;
        return length;
    }

    private static bool HasShape(Slot slot, Token token) => slot.Kind == SlotKind.Choice ? token.Word.Length is > 0 and <= 2 : IsShaped(slot) && token.Text.Any(char.IsDigit);

    /// <summary>Behind a keyword stands the next part instead of a value: <c>owner tier A</c>, <c>role phone 0221 1234</c>.</summary>
    private bool IsEmpty(Slot slot, int at)
    {
        if (!takesNoProse || IsShaped(slot) || at >= tokens.Count) return false;
        foreach (var other in Open.Where(other => other != slot && other.Keyword is not null))
        {
            var next = at + Phrases.LengthAt(other.Keyword!, tokens, at);
            if (next == at || next >= tokens.Count) continue;
            if (IsShaped(other) ? Valued(other, next) is not null || HasShape(other, tokens[next]) : tokens[next].Kind == TokenKind.Mention || tokens[next].Text.Any(letter => char.IsDigit(letter) || letter == '@')) return true;
        }

        return false;
    }

    /// <summary><c>call with Acme</c>: the account, though its place is elsewhere.</summary>
    private Part? ElsewhereNamed(Slot slot, int at) =>
        slot.Kind == SlotKind.Contact && Place is { Kind: SlotKind.Account } account ? Named(account, at) : null;

    private Part? UnknownBehindKeyword(Slot slot, int at)
    {
        // A colleague is nobody of the client's: who is mentioned belongs to the words.
        if (!takesNoProse && slot.Kind != SlotKind.Member && tokens[at].Kind == TokenKind.Mention) return null;
        var titles = 0;
        while (at + titles < tokens.Count - 1 && ComparedNames.Honorifics.Contains(tokens[at + titles].Word)) titles++;
        var named = titles > 0 || tokens[at].Kind != TokenKind.Word || char.IsUpper(tokens[at].First);
        if (!MayGuessEnd && !named && !slot.Required) return null;
        if (!MayGuessEnd && titles > 0) return Unmatched(slot, at, names.At(tokens, at, Gathered.Fits(slot)) is { } first ? first.Length + 1 : titles + 1);
        return Candidate(at) is var length && length <= LongestUnknownName ? Unmatched(slot, at, length) : null;
    }

    private Part? Dated(int at)
    {
        foreach (var slot in Open.Where(slot => slot.Kind is SlotKind.When or SlotKind.DayOfYear && (slot.Keyword is null || (slot.After is null && (slot.Required || takesNoWords)))))
        {
            if (Date(slot, at, MayGuessEnd ? DatePlace.Part : DatePlace.Prose) is { } part) return part;
        }

        return null;
    }

    /// <summary>A word that fits nowhere, as an attempt at the date that is still missing; of a year alone, its day is still to be said.</summary>
    private (Unfinished Part, int Length)? NoDate(int at)
    {
        if (Open.FirstOrDefault(slot => slot is { Kind: SlotKind.When or SlotKind.DayOfYear, Required: true }) is not { } missing) return null;
        if (Grammar.Unfinished.IsYear(tokens[at].Word)) return (new Unfinished(missing, "", tokens[at].Word), 1);
        return Date(missing, at, DatePlace.Field) is { Fault: { } fault, Length: var length } ? (new Unfinished(missing, "", Words(at, length)) { Fault = fault }, length) : null;
    }

    private Part? Date(Slot slot, int at, DatePlace place)
    {
        var question = Gathered.Asked(slot, dates) with { Place = place };
        if (slot.Kind == SlotKind.DayOfYear)
        {
            return DateReader.FindDay(tokens, at, question) is { } day ? new Part(slot, Given.Of(day.Value), day.Length) { Fault = day.Fault } : null;
        }

        return DateReader.Find(tokens, at, question) is { } date ? new Part(slot, Given.Of(date), date.Length) { Fault = date.Fault ?? date.Doubt } : null;
    }

    private Part? Chosen(int at) => Open.Where(slot => slot is { Kind: SlotKind.Choice, Keyword: null }).Select(slot => Choice(slot, at)).MaxBy(part => part?.Length ?? 0);

    private Part? Choice(Slot slot, int at)
    {
        Part? best = null;
        foreach (var choice in slot.Choices)
        {
            var length = Phrases.LengthAt(choice.Spellings, tokens, at);
            if (length > (best?.Length ?? 0)) best = new Part(slot, Given.Of(choice.Value), length);
        }

        return best;
    }

    /// <summary>A new name or a phrase at its place, or behind no keyword when it is all that is missing.</summary>
    private Part? Worded(int at)
    {
        var place = Place ?? Open.FirstOrDefault(slot => slot is { Required: true, Kind: SlotKind.NewName or SlotKind.Phrase });
        return place is { Kind: SlotKind.NewName or SlotKind.Phrase } ? UpToKeyword(place, at) : null;
    }

    private Part? UpToKeyword(Slot slot, int at)
    {
        if (at >= tokens.Count) return null;
        // What a command takes beside nothing else is all that follows, quotations too.
        var length = slots.Count == 1 && slot is { Kind: SlotKind.Phrase, Keyword: null } ? tokens.Count - at : 1;
        while (tokens[at].Kind != TokenKind.Quoted && at + length < tokens.Count && !EndsPhrase(slot, at + length)) length++;
        var words = Words(at, length);
        return words.Length == 0 ? null : new Part(slot, Given.Of(words), length);
    }

    private bool EndsPhrase(Slot? current, int at)
    {
        if (Begun(at) is not null) return true;
        if (tokens[at].Kind == TokenKind.Mention && Open.Any(slot => slot.Kind == SlotKind.Member)) return true;
        foreach (var slot in Open.Where(slot => slot.Name != current?.Name && slot.Keyword is not null))
        {
            var length = Phrases.LengthAt(slot.Keyword!, tokens, at);
            if (length == 0 || at + length >= tokens.Count) continue;
            if (slot.Kind is not (SlotKind.When or SlotKind.DayOfYear or SlotKind.Choice) || Valued(slot, at + length) is not null) return true;
        }

        return false;
    }

    /// <summary>A name nobody knows, at the place of one.</summary>
    private Part? Unknown(int at)
    {
        if (Place is not { IsName: true } place || (!place.Required && !MayGuessEnd)) return null;
        if (!MayGuessEnd && NameWords.IsArticle(tokens[at].Word)) return null;
        var length = Candidate(at);
        IsSentence |= length > LongestUnknownName;
        return Unmatched(place, at, length);
    }

    /// <summary>How long an unknown name is: a quotation; else up to the next part; in a sentence only its capitalised words.</summary>
    private int Candidate(int at)
    {
        var length = 1;
        if (tokens[at].Kind != TokenKind.Word) return length;
        while (length <= LongestUnknownName && at + length < tokens.Count && (Continues(at + length) || IsOfNumber(at, at + length))) length++;
        return length;
    }

    /// <summary>A telephone number in groups, such as <c>+49 30 5550007</c>.</summary>
    private bool IsOfNumber(int start, int at) =>
        tokens[start].First is '+' or '0' or '(' && !tokens[at - 1].EndsPart && IsDigits(tokens[at - 1]) && IsDigits(tokens[at]);

    private static bool IsDigits(Token token) => token.Text.Any(char.IsAsciiDigit) && token.Text.TrimEnd(',', ';', ':').All(character => char.IsAsciiDigit(character) || character is '+' or '(' or ')' or '/' or '-');

    private bool Continues(int at)
    {
        var token = tokens[at];
        if (token.Kind != TokenKind.Word || tokens[at - 1].EndsPart || (token.Key.Length == 0 && !token.Text.StartsWith('&'))) return false;
        if (EndsPhrase(null, at) || Dated(at) is not null || Chosen(at) is not null || SayingAt(at) is not null) return false;
        if (MayGuessEnd || token.Words.All(ComparedNames.SureLegalForms.Contains) || (at + 1 < tokens.Count && !token.EndsPart && token.Text.Any(char.IsLetter) && NameWords.IsLegalForm(tokens[at + 1]))) return true;
        if (NameWords.IsOfTalk(token.Word) && !IsBeforeLegalForm(at)) return false;
        if (!char.IsUpper(tokens[at - 1].First) && tokens[at - 1].First != '&') return false;
        return char.IsUpper(token.First) || (at + 1 < tokens.Count && token.Text is "&" or "+" && char.IsUpper(tokens[at + 1].First));
    }

    private bool IsBeforeLegalForm(int at)
    {
        var next = at + 1;
        while (next < tokens.Count && next <= at + 3 && !tokens[next - 1].EndsPart && char.IsUpper(tokens[next].First) && !NameWords.IsLegalForm(tokens[next])) next++;
        return next < tokens.Count && !tokens[next - 1].EndsPart && NameWords.IsLegalForm(tokens[next]);
    }

    /// <summary>Small words in front of a known name, such as <c>von der</c>.</summary>
    private bool IsFiller(int at)
    {
        if (Place is not { IsName: true } place) return false;
        var small = 0;
        while (small < 3 && at + small + 1 < tokens.Count && Fillers.Contains(tokens[at + small].Word)) small++;
        return small > 0 && Gathered.Find(place, tokens, at + small) is not null;
    }

    private string Words(int at, int length) => Words(tokens.Slice(at, length));

    private static string Words(ArraySegment<Token> words) => words is [{ Kind: not TokenKind.Word } only]
        ? only.Text
        : string.Join(' ', words.Select(word => word.Text)).Trim(',', ';', ':', ' ');

    /// <summary>One part of a line: what it fills, with what, and how many tokens it takes.</summary>
    private sealed record Part(Slot Slot, Given Given, int Length)
    {
        public string? Typed { get; init; }

        public bool IsWhole { get; init; }

        /// <summary>Behind its slot's keyword.</summary>
        public bool IsKeyworded { get; init; }

        /// <summary>What is wrong with a date that is none.</summary>
        public Text? Fault { get; init; }
    }
}
