namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>
/// Reads what stands behind a command. With a colon, the parts stand before it and the free text behind it; words before it that
/// fit nowhere are reported, unless there are so many that the colon must belong to a sentence. Without a colon, free text begins
/// at the first word that fits nowhere.
/// </summary>
internal sealed class LineReader(Command command, string line, ArraySegment<Token> tokens, NameIndex names, DateQuestion dates)
{
    private const int LongestHeader = 40;
    private const int SentenceWords = 3;
    private const int LongestTail = 12;

    private readonly Slot? prose = command.Prose;

    /// <summary>What the command's words say already, by slot.</summary>
    public IReadOnlyDictionary<string, string> Says { get; init; } = Arguments.None.Raw;

    public Reading Read()
    {
        var colon = prose is null ? -1 : Colon();
        if (colon < 0) return prose is null ? ReadParts() : ReadSentence();
        var parts = Parts(new ArraySegment<Token>(tokens.Array!, tokens.Offset, colon + 1), mayGuessEnd: true);
        parts.ReadAll();
        if (parts.Strays.Count >= SentenceWords || parts.IsSentence) return ReadSentence();
        return WithProse(parts, colon + 1);
    }

    private PartReader Parts(ArraySegment<Token> segment, bool mayGuessEnd)
    {
        var parts = new PartReader(command, line, segment, names, dates) { MayGuessEnd = mayGuessEnd };
        foreach (var slot in command.Slots) if (Says.TryGetValue(slot.Name, out var value)) parts.Gathered.Put(slot, Given.Of(value));
        return parts;
    }

    /// <summary>The token that ends with the first colon before a space.</summary>
    private int Colon()
    {
        for (var at = 0; at < Math.Min(tokens.Count, LongestHeader); at++)
        {
            if (tokens[at].Kind == TokenKind.Word && tokens[at].Text.EndsWith(':')) return at;
        }

        return -1;
    }

    private Reading ReadParts()
    {
        var parts = Parts(tokens, mayGuessEnd: true);
        parts.ReadAll();
        return Answer(parts);
    }

    private Reading ReadSentence()
    {
        var parts = Parts(tokens, mayGuessEnd: false);
        return WithProse(parts, parts.ReadUntilStray());
    }

    private Reading WithProse(PartReader parts, int start)
    {
        if (start < tokens.Count)
        {
            var end = line.Length;
            foreach (var slot in command.Slots.Where(slot => slot.Kind is SlotKind.When or SlotKind.DayOfYear && (slot.Keyword is not null || slot.Required) && !parts.Gathered.Has(slot)))
            {
                if (Tail(slot, start) is not var (cut, (given, fault))) continue;
                if (fault is not null) parts.Ask(slot, tokens[cut..], fault);
                else parts.Gathered.Put(slot, given);
                end = tokens[cut].Start;
                break;
            }

            var text = line[tokens[start].Start..end].Trim().TrimStart(',', ';', '–').Trim();
            if (end < line.Length) text = text.TrimEnd(',', ';', '-', '–', ' ');
            if (text.Length > 0) parts.Gathered.Put(prose!, Given.Of(text));
            new SayingReader(command, dates).Fill(parts.Gathered, text);
        }

        return Answer(parts);
    }

    /// <summary>
    /// A date at the very end of the text, behind its keyword; one that the command cannot do without also alone. Without a keyword it must
    /// be all that is said, and may be as short as <c>at 9</c>.
    /// </summary>
    private (int Cut, (Given Given, Text? Fault) Date)? Tail(Slot slot, int start)
    {
        if (slot.Keyword is null) return ToTheEnd(slot, start, DatePlace.Part) is { } all ? (start, all) : null;
        var first = Math.Max(start, tokens.Count - LongestTail);
        for (var at = tokens.Count - 1; at >= first; at--)
        {
            var keyword = Phrases.LengthAt(slot.Keyword, tokens, at);
            if (keyword > 0 && ToTheEnd(slot, at + keyword, DatePlace.Part) is { } date) return (at, date);
        }

        for (var at = first; slot.Required && at < tokens.Count; at++)
        {
            if (ToTheEnd(slot, at, DatePlace.Prose) is { } date) return (at, date);
        }

        return null;
    }

    private (Given Given, Text? Fault)? ToTheEnd(Slot slot, int at, DatePlace place)
    {
        var question = dates with { Past = slot.Past, Place = place };
        if (slot.Kind == SlotKind.DayOfYear) return DateReader.FindDay(tokens, at, question) is { } day && at + day.Length == tokens.Count ? (Given.Of(day.Value), day.Fault) : null;
        return DateReader.Find(tokens, at, question) is { } found && at + found.Length == tokens.Count ? (Given.Of(found), found.Fault ?? found.Doubt) : null;
    }

    private Reading Answer(PartReader parts)
    {
        var gathered = parts.Gathered;
        gathered.Complete();
        gathered.Narrow(parts.Typed);
        var (unfinished, rest) = (parts.Unfinished, string.Join(' ', parts.Strays.Select(token => token.Text)).Trim(' ', ',', ';', ':'));
        if (unfinished.Count > 0)
            return new NotUnderstood(command, gathered.Raw, rest, [.. gathered.Missing.Where(slot => !unfinished.Exists(part => part.Slot == slot))]) { Unfinished = unfinished };
        if (rest.Length == 0 && gathered.Missing.Count == 0) return gathered.OpenName(parts.Typed) ?? new Understood(command, gathered.ToArguments());
        if (rest.Length == 0 && gathered.Missing.All(slot => slot.Kind == SlotKind.Prose) && gathered.OpenName(parts.Typed) is { } open) return open;
        return new NotUnderstood(command, gathered.Raw, rest, gathered.Missing);
    }
}
