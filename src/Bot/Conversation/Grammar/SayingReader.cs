namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>What the words of a sentence say about slots.</summary>
/// <param name="Says">What they say, by slot name.</param>
/// <param name="Length">How many tokens they take.</param>
/// <param name="Day">The day among them, if there is one.</param>
internal sealed record Said(IReadOnlyDictionary<string, string> Says, int Length, When? Day);

/// <summary>Finds a command's sayings. Whatever is not certain says nothing: a question costs less than a wrong record.</summary>
internal sealed class SayingReader(Command command, DateQuestion dates)
{
    private const string Gap = "*";
    private const int MostBetween = 3;
    private const int Soon = 12;

    /// <summary>May stand inside a saying without changing it. Neither "not" nor "never" may.</summary>
    private static readonly IReadOnlySet<string> Between = TextFolding.Set(
        "uns mich mir euch kurz nochmal nochmals noch einmal erneut mal wieder eben gerade vorhin schon selbst auch dann endlich soeben direkt persoenlich zusammen lange us me just also again already finally briefly both");

    /// <summary>May follow a saying and belong to it.</summary>
    private static readonly IReadOnlySet<string> Behind = TextFolding.Set("us me uns mich mir back again zurueck nochmal wieder");

    /// <summary>May stand between a verb and its day.</summary>
    private static readonly IReadOnlySet<string> Objects = TextFolding.Set("them him her ihn ihnen sie ihm");

    /// <summary>Go on from a clause that is complete.</summary>
    private static readonly IReadOnlySet<string> Joining = TextFolding.Set(
        "und oder aber and but or to about with for on at in over because that dass weil wegen zu zum zur mit um ueber bei fuer am im since after before nach vor so then als as from");

    /// <summary>The slot that takes the day of what was said.</summary>
    public Slot? Day { get; } = command.Slots.FirstOrDefault(slot => slot is { Kind: SlotKind.When, Keyword: null });

    /// <summary>The longest saying whose words start at a token.</summary>
    public Said? At(IReadOnlyList<Token> tokens, int at)
    {
        Said? longest = null;
        foreach (var saying in command.Sayings)
        {
            foreach (var words in Phrases.Spellings(saying.Words))
            {
                if (Match(saying, words, tokens, at) is { } said && said.Length > (longest?.Length ?? 0)) longest = said;
            }
        }

        return longest;
    }

    /// <summary>The longest hint whose words start at a token; unlike a saying it may be followed by anything that does not take it back.</summary>
    public Said? HintAt(IReadOnlyList<Token> tokens, int at)
    {
        Said? longest = null;
        foreach (var hint in command.Hints)
        {
            foreach (var words in Phrases.Spellings(hint.Words))
            {
                if (words.Length > 0 && Words(words, tokens, at) is var (next, on) && next - at > (longest?.Length ?? 0) && IsHinted(hint, tokens, next)) longest = new Said(hint.Says, next - at, on);
            }
        }

        return longest;
    }

    private bool IsHinted(Saying hint, IReadOnlyList<Token> tokens, int next)
    {
        if (hint.EndsClause && next < tokens.Count && !tokens[next].IsPunctuation && !IsEnd(tokens[next - 1]) && !Joining.Contains(tokens[next].Word) && DayAt(tokens, next) is null) return false;
        for (var at = next; at < tokens.Count && !tokens[at].IsPunctuation; at++)
        {
            if (Phrases.LengthAt(hint.Unless, tokens, at) > 0) return false;
            if (IsEnd(tokens[at])) break;
        }

        return true;
    }

    /// <summary>Takes what free text says with its first words, where nothing else was given; a day right behind them counts too.</summary>
    public void Fill(Gathered gathered, string text)
    {
        if (command.Sayings.Count == 0) return;
        var tokens = Token.Of(text);
        if (At(tokens, 0) is not { } said) return;
        Put(gathered, said with { Day = said.Day ?? DayBehind(tokens, said.Length) });
    }

    /// <summary>A day right behind words that end at a token.</summary>
    public When? DayBehind(IReadOnlyList<Token> tokens, int end)
    {
        var next = end < tokens.Count && Objects.Contains(tokens[end].Word) ? end + 1 : end;
        return next > 0 && !tokens[next - 1].EndsPart && DayAt(tokens, next) is { } found ? found.When : null;
    }

    /// <summary>Takes what was said, where nothing else was given.</summary>
    public void Put(Gathered gathered, Said said)
    {
        foreach (var slot in command.Slots.Where(slot => !gathered.Has(slot)))
        {
            if (said.Says.TryGetValue(slot.Name, out var value)) gathered.Put(slot, Given.Of(value));
            else if (slot == Day && said.Day is { } when) gathered.Put(slot, Given.Of(when));
        }
    }

    private Said? Match(Saying saying, string[] words, IReadOnlyList<Token> tokens, int at)
    {
        if (Words(words, tokens, at) is not var (next, on)) return null;
        while (next < tokens.Count && !IsEnd(tokens[next - 1]) && Behind.Contains(tokens[next].Word)) next++;
        return IsMeant(saying, tokens, next) ? new Said(saying.Says, next - at, on) : null;
    }

    /// <summary>Where words end that start at a token, and the day among them.</summary>
    private (int Next, When? Day)? Words(string[] words, IReadOnlyList<Token> tokens, int at)
    {
        var (next, on) = (at, (When?)null);
        for (var index = 0; index < words.Length; index++)
        {
            if (words[index] == Gap)
            {
                (next, on) = Skip(tokens, next, words[index + 1], on);
                continue;
            }

            if (next >= tokens.Count || tokens[next].Word != words[index] || (next > at && tokens[next - 1].EndsPart)) return null;
            next++;
        }

        return (next, on);
    }

    /// <summary>Passes small words and a day, up to the word that has to follow.</summary>
    private (int Next, When? Day) Skip(IReadOnlyList<Token> tokens, int at, string until, When? on)
    {
        var next = at;
        for (var passed = 0; passed < MostBetween && next < tokens.Count && tokens[next].Word != until && (next == 0 || !tokens[next - 1].EndsPart); passed++)
        {
            if (Between.Contains(tokens[next].Word))
            {
                next++;
            }
            else if (on is null && DayAt(tokens, next) is { } found)
            {
                on = found.When;
                next += found.Length;
            }
            else
            {
                break;
            }
        }

        return (next, on);
    }

    /// <summary>A day that stands at a token for certain.</summary>
    public (When When, int Length)? DayAt(IReadOnlyList<Token> tokens, int at) =>
        Day is not null && DateReader.Find(tokens, at, dates with { Past = Day.Past, Place = DatePlace.Prose }) is { Fault: null, Doubt: null } found ? (found.Value, found.Length) : null;

    private bool IsMeant(Saying saying, IReadOnlyList<Token> tokens, int next)
    {
        var isClosed = next == tokens.Count || IsEnd(tokens[next - 1]) || DayAt(tokens, next) is not null;
        if (!isClosed && Phrases.LengthAt(saying.NotBefore, tokens, next) > 0) return false;
        var isComplete = isClosed || tokens[next].IsPunctuation || Joining.Contains(tokens[next].Word);
        if (!isComplete && (saying.EndsClause || IsSomeone(tokens[next]))) return false;
        return !Enumerable.Range(next, Math.Max(0, Math.Min(Soon, tokens.Count - next))).Any(at => Phrases.LengthAt(saying.Unless, tokens, at) > 0);
    }

    /// <summary><c>called Siemens</c>: somebody else.</summary>
    private static bool IsSomeone(Token token) => char.IsUpper(token.First) && token.Text.Any(char.IsLower);

    private static bool IsEnd(Token token) => token.Last is ',' or ';' or ':' or '.' or '!' or '?' or ')';
}
