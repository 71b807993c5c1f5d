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
            var to = BeforeColleagues(parts, start, tokens.Count);
            foreach (var slot in command.Slots.Where(slot => slot.Kind is SlotKind.When or SlotKind.DayOfYear && (slot.Keyword is not null || slot.Required) && !parts.Gathered.Has(slot)))
            {
                if (Tail(slot, start, to) is not var (cut, (given, fault))) continue;
                if (fault is not null) parts.Ask(slot, tokens[cut..to], fault);
                else parts.Gathered.Put(slot, given);
                to = BeforeColleagues(parts, start, cut);
                break;
            }

            to = BeforeWords(parts, start, to);
            var end = to < tokens.Count ? tokens[to].Start : line.Length;
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
    private (int Cut, (Given Given, Text? Fault) Date)? Tail(Slot slot, int start, int end)
    {
        if (slot.Keyword is null) return ToTheEnd(slot, start, end, DatePlace.Part) is { } all ? (start, all) : null;
        var first = Math.Max(start, end - LongestTail);
        for (var at = end - 1; at >= first; at--)
        {
            var keyword = Phrases.LengthAt(slot.Keyword, tokens, at);
            if (keyword > 0 && ToTheEnd(slot, at + keyword, end, DatePlace.Part) is { } date) return (at, date);
        }

        for (var at = first; slot.Required && at < end; at++)
        {
            if (ToTheEnd(slot, at, end, DatePlace.Prose) is { } date) return (at, date);
        }

        return null;
    }

    private (Given Given, Text? Fault)? ToTheEnd(Slot slot, int at, int end, DatePlace place)
    {
        var (question, until) = (dates with { Past = slot.Past, Place = place }, tokens[..end]);
        if (slot.Kind == SlotKind.DayOfYear) return DateReader.FindDay(until, at, question) is { } day && at + day.Length == end ? (Given.Of(day.Value), day.Fault) : null;
        return DateReader.Find(until, at, question) is { } found && at + found.Length == end ? (Given.Of(found), found.Fault ?? found.Doubt) : null;
    }

    /// <summary>Takes the colleagues who may be named behind the text, the last first; where what stands before them ends.</summary>
    private int BeforeColleagues(PartReader parts, int start, int end)
    {
        foreach (var slot in command.Slots.Where(slot => slot is { AlsoBehindText: true, Kind: SlotKind.Member } && !parts.Gathered.Has(slot)))
        {
            for (var at = end - 1; at > Math.Max(start, end - LongestTail); at--)
            {
                var isMention = tokens[at].Kind == TokenKind.Mention || line[tokens[at].Start] == '@';
                var name = isMention ? at : at + Phrases.LengthAt(slot.Keyword!, tokens, at);
                if ((name == at && !isMention) || name >= end || parts.Gathered.Find(slot, tokens, name) is not { } match || name + match.Length != end) continue;
                parts.Gathered.Put(slot, Given.Of(match, line[tokens[name].Start..tokens[end - 1].End]));
                // "By @Ben", where "by" is the keyword of a date as well.
                if (isMention && command.Slots.Max(other => other.Keyword is null ? 0 : LengthBefore(other.Keyword, start, at)) is > 0 and var keyword) at -= keyword;
                return BeforeColleagues(parts, start, at);
            }
        }

        return end;
    }

    /// <summary>How many tokens right before one are a keyword.</summary>
    private int LengthBefore(Phrase keyword, int start, int at)
    {
        for (var length = Math.Min(3, at - start - 1); length > 0; length--)
        {
            if (Phrases.LengthAt(keyword, tokens, at - length) == length) return length;
        }

        return 0;
    }

    /// <summary>Takes what may stand behind the text, from its keyword to the end; where the text before it ends.</summary>
    private int BeforeWords(PartReader parts, int start, int end)
    {
        foreach (var slot in command.Slots.Where(slot => slot is { AlsoBehindText: true, Kind: SlotKind.Phrase } && !parts.Gathered.Has(slot)))
        {
            for (var at = end - 1; at > Math.Max(start, end - LongestHeader); at--)
            {
                var keyword = Phrases.LengthAt(slot.Keyword!, tokens, at);
                if (keyword == 0 || at + keyword >= end) continue;
                parts.Gathered.Put(slot, Given.Of(line[tokens[at + keyword].Start..(end < tokens.Count ? tokens[end].Start : line.Length)].Trim(' ', ',', ';', ':')));
                return BeforeWords(parts, start, at);
            }
        }

        return end;
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
