using AccountNudge.Core.Calendar;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>
/// Reads a sentence that begins with no command: whom it is about, and what it says about a talk with them. Pure. It proposes only what is
/// said of the client in so many words: in the clause that names them, or one that only they stand in front of.
/// </summary>
internal sealed class SentenceReader
{
    private const int LongestSubject = 3;
    private const int LongestUnknown = 5;
    private const int LongestShortForm = 3;
    private const int MostTokens = 120;

    private readonly Command command;
    private readonly DateQuestion dates;
    private readonly SayingReader sayings;
    private readonly IReadOnlyList<Token> tokens;
    private readonly IReadOnlyList<NamePlace> places;
    private readonly Bared bare;
    private readonly Bared marked;

    private SentenceReader(IReadOnlyList<Token> tokens, Command command, IReadOnlyList<KnownName> names, DateQuestion dates)
    {
        (this.tokens, this.command, this.dates) = (tokens, command, dates with { Past = true, Place = DatePlace.Prose });
        sayings = new SayingReader(command, this.dates);
        places = new SentenceNames(new NameIndex(names), (all, at) => sayings.DayAt(all, at) is not null || sayings.At(all, at) is not null).In(tokens);
        bare = SentenceNames.Without(tokens, places);
        marked = SentenceNames.Marked(tokens, places);
    }

    /// <summary>Reads a sentence.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="command">The command that notes a talk: its slots, sayings and hints.</param>
    /// <param name="names">The names the speaker's teams know.</param>
    /// <param name="now">The speaker's local time.</param>
    /// <param name="calendar">The team's, for working days.</param>
    public static Sentence Read(string text, Command command, IReadOnlyList<KnownName> names, LocalDateTime now, WorkingCalendar? calendar = null)
    {
        var said = text.Trim();
        var (tokens, dates) = (Token.Of(said).Take(MostTokens).ToList(), new DateQuestion(now, calendar));
        var sentence = new SentenceReader(tokens, command, names, dates).Read(said);
        if (sentence.Unknown is not { } unknown) return sentence;
        var stranger = Guid.NewGuid();
        var known = new SentenceReader(tokens, command, [new KnownName(NameKind.Account, stranger, unknown, stranger)], dates).Read(said);
        return known with { Accounts = [], People = [], Unknown = unknown };
    }

    /// <summary>What a sentence says about a talk that the speaker means to have, by the slots of the command that plans it; null when it says no day to come.</summary>
    public static IReadOnlyDictionary<string, string>? Planned(string text, Command command, IReadOnlyList<KnownName> names, LocalDateTime now, WorkingCalendar? calendar = null) =>
        new SentenceReader([.. Token.Of(text.Trim()).Take(MostTokens)], command, names, new DateQuestion(now, calendar)).Planned();

    /// <summary>Whether a sentence tells of something that we promised, not the client.</summary>
    public static bool Promises(string text)
    {
        var said = Token.Of(text.Trim()).Take(MostTokens).ToList();
        var whole = new Bared(said, [.. Enumerable.Range(0, said.Count)]);
        return Enumerable.Range(0, said.Count).Any(at => Phrases.LengthAt(SentenceWords.Promising, said, at) > 0 && !IsDenied(whole, at) && IsOurs(whole, at));
    }

    /// <summary>The day or time by which something is to be done, as far as a sentence says one behind the keyword of its slot; null where it says none for certain.</summary>
    public static When? Due(string text, Slot slot, LocalDateTime now, WorkingCalendar? calendar = null)
    {
        if (slot.Keyword is not { } keyword) return null;
        var (said, question) = (Token.Of(text.Trim()).Take(MostTokens).ToList(), new DateQuestion(now, calendar) { Place = DatePlace.Part });
        var days = Enumerable.Range(0, said.Count).Select(at => (At: at, Length: Phrases.LengthAt(keyword, said, at))).Where(place => place.Length > 0)
            .Select(place => DateReader.Find(said, place.At + place.Length, question)).Where(found => found is { Fault: null, Doubt: null }).Select(found => found!.Value).Distinct().ToList();
        return days is [var day] && (day.Date > now.Date || (day.Date == now.Date && (day.Time is null || day.Time > now.TimeOfDay))) ? day : null;
    }

    /// <summary>The clause says "we" or "I", or begins with the verb: <c>promised Krause the sample</c>, <c>habe Krause das Muster versprochen</c>.</summary>
    private static bool IsOurs(Bared words, int at)
    {
        var clause = Enumerable.Range(ClauseStart(words, at), ClauseEnd(words, at) - ClauseStart(words, at)).ToList();
        if (clause.Any(index => SentenceWords.Others.Contains(words.Tokens[index].Word))) return false;
        return clause.Any(index => SentenceWords.Ourselves.Contains(words.Tokens[index].Word)) || clause[0] == at;
    }

    /// <summary>Whether a sentence says one of a command's hints, wherever it does.</summary>
    public static bool SaysHint(string text, Command command, IReadOnlyList<KnownName> names, LocalDateTime now, WorkingCalendar? calendar = null)
    {
        var reader = new SentenceReader([.. Token.Of(text.Trim()).Take(MostTokens)], command, names, new DateQuestion(now, calendar));
        return Enumerable.Range(0, reader.marked.Tokens.Count).Any(at => reader.sayings.HintAt(reader.marked.Tokens, at) is not null);
    }

    private Dictionary<string, string>? Planned()
    {
        for (var at = 0; at < marked.Tokens.Count; at++)
        {
            if (sayings.HintAt(marked.Tokens, at) is not { } hint || !IsOpen(marked, 0, at) || IsDenied(marked, at)) continue;
            if (DaysAhead().Distinct().ToList() is not [var day] || sayings.Day is not { } when) return null;
            return new Dictionary<string, string>(hint.Says, StringComparer.Ordinal) { [when.Name] = Given.Write(day) };
        }

        return null;
    }

    private IEnumerable<When> DaysAhead()
    {
        for (var at = 0; at < marked.Tokens.Count; at++)
        {
            if (at > 0 && SentenceWords.NotTheDay.Contains(marked.Tokens[at - 1].Word)) continue;
            if (DateReader.Find(marked.Tokens, at, dates with { Past = false, Place = DatePlace.Part }) is not { Fault: null, Doubt: null } found) continue;
            if (found.Value.Date >= dates.Now.Date) yield return found.Value;
            at += found.Length - 1;
        }
    }

    private Sentence Read(string text)
    {
        var (accounts, people) = (Accounts(), places.SelectMany(place => place.Names).Where(name => name.Kind == NameKind.Contact).Distinct().ToList());
        var talk = Talk();
        var isDenied = talk is { IsDenied: true };
        var says = new Dictionary<string, string>(StringComparer.Ordinal);
        if (talk is { Said: { } said, IsDenied: false })
        {
            foreach (var (slot, value) in said.Says) says[slot] = value;
            if (said.Day is { } day && sayings.Day is { } when) says[when.Name] = Given.Write(day);
        }

        if (Feeling() is { } feeling) foreach (var (slot, value) in feeling) says.TryAdd(slot, value);
        return new Sentence(text, accounts, people, says) { IsDenied = isDenied, TellsOfTalk = talk is not null, IsQuestion = IsQuestion(talk is not null), Unknown = accounts.Count > 0 ? null : UnknownName() };
    }

    /// <summary>Each client once; a short name that means several counts with all of them, unless another place says which.</summary>
    private List<KnownName> Accounts()
    {
        var sure = places.Where(place => place.Names.Select(name => name.AccountId).Distinct().Count() == 1).Select(place => place.Names[0].AccountId).ToHashSet();
        var open = places.Where(place => !place.Names.Any(name => sure.Contains(name.AccountId))).SelectMany(place => place.Names);
        var named = places.SelectMany(place => place.Names).Where(name => sure.Contains(name.AccountId)).Concat(open);
        return [.. named.DistinctBy(name => name.AccountId)];
    }

    /// <summary>What the sentence says about a talk; denied when it says that there was none.</summary>
    private (Said? Said, bool IsDenied)? Talk()
    {
        for (var at = 0; at < marked.Tokens.Count; at++)
        {
            if (sayings.HintAt(marked.Tokens, at) is not { } hint || !hint.Says.Keys.Any(IsKind) || !IsOpen(marked, 0, at, SentenceWords.Having)) continue;
            if (IsDenied(marked, at)) return (null, true);
            return Dated(marked, at, hint, hasPast: Enumerable.Range(0, at + hint.Length).Any(index => SentenceWords.Past.Contains(marked.Tokens[index].Word))) is { } dated ? (dated, false) : null;
        }

        for (var at = 0; at < bare.Tokens.Count; at++)
        {
            if (sayings.At(bare.Tokens, at) is not { } said) continue;
            if (IsDenied(bare, at) && IsOfClient(at)) return (null, true);
            if (!IsOpen(bare, 0, at) && !(IsOfClient(at) && IsOpen(bare, ClauseStart(bare, at), at))) continue;
            if (Dated(bare, at, Turned(said, at), hasPast: true) is { } dated) return (dated, false);
        }

        return null;
    }

    private static bool IsKind(string slot) => slot == CommonSlots.KindName;

    /// <summary>Who began it, where the name stands behind the verb: <c>Emailed Krause</c> was us; <c>Rief Krause an</c> may be either.</summary>
    private Said Turned(Said said, int at)
    {
        if (at > ClauseStart(bare, at) || said.Says.Count < 2 || places.Count == 0 || SentenceWords.AskingOfName.Contains(bare.Tokens[at].Word)) return said;
        if (places.Any(place => place.End <= bare.Origins[at]) || SentenceWords.NoObject.Contains(bare.Tokens[at].Word)) return said;
        return said with { Says = said.Says.Where(pair => IsKind(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal) };
    }

    /// <summary>With the day that is said for certain; null when it may be a day to come, or two are said.</summary>
    private Said? Dated(Bared words, int at, Said said, bool hasPast)
    {
        var days = new List<When>();
        if (said.Day is { } inside) days.Add(inside);
        for (var index = ClauseStart(words, at); index < at; index++)
        {
            if (index > 0 && SentenceWords.NotTheDay.Contains(words.Tokens[index - 1].Word)) continue;
            if (words.Tokens[index].Word is "now" or "jetzt" || sayings.DayAt(words.Tokens, index) is not var (day, length)) continue;
            days.Add(day);
            index += length - 1;
        }

        if (ClauseStart(words, at) is > 0 and var start && words.Tokens[start - 1].IsPunctuation && IsOpen(words, 0, start) && LeadingDay(words, start) is { } leading) days.Add(leading);
        var end = at + said.Length;
        if (sayings.DayBehind(words.Tokens, end) is { } behind) days.Add(behind);
        if (!hasPast && !IsCertain(words.Tokens, end)) return null;
        if (days.Count == 0) return said;
        return days.Distinct().Count() == 1 && days[0].Date <= dates.Now.Date ? said with { Day = days[0] } : null;
    }

    private When? LeadingDay(Bared words, int start)
    {
        for (var index = 0; index < start; index++) if (sayings.DayAt(words.Tokens, index) is { } found) return found.When;
        return null;
    }

    /// <summary>The day behind a noun is the same looking ahead: <c>yesterday</c>, but not <c>on Monday</c>.</summary>
    private bool IsCertain(IReadOnlyList<Token> all, int at)
    {
        var (back, ahead) = (DateReader.Find(all, at, dates), DateReader.Find(all, at, dates with { Past = false }));
        return (back is null && ahead is null) || (back?.Value.Date is { } day && day == ahead?.Value.Date && day <= dates.Now.Date);
    }

    /// <summary>Nothing stands there that would change what follows: only names, days, small words, and someone of the client's.</summary>
    private bool IsOpen(Bared words, int from, int to, IReadOnlySet<string>? more = null)
    {
        for (var at = from; at < to; at++)
        {
            var (token, word) = (words.Tokens[at], words.Tokens[at].Word);
            if (token.IsPunctuation || word == SentenceNames.Mark || SentenceWords.Opening.Contains(word) || more?.Contains(word) == true) continue;
            if (sayings.DayAt(words.Tokens, at) is { } day)
            {
                at += day.Length - 1;
                continue;
            }

            if (SubjectLength(words, at) is not (> 0 and var subject)) return false;
            at += subject - 1;
        }

        return true;
    }

    /// <summary>A few words right before a client's name and its <c>von</c>: <c>the buyer at Krause</c>. Nobody is somebody else.</summary>
    private int SubjectLength(Bared words, int at)
    {
        for (var length = 1; length <= LongestSubject && at + length <= words.Tokens.Count; length++)
        {
            var last = at + length - 1;
            if (Phrases.LengthAt(SentenceWords.Denial, words.Tokens, last) > 0 || words.Tokens[last].EndsPart || sayings.At(words.Tokens, last) is not null) return 0;
            if (places.Any(place => place.Start == words.Origins[last] + 1 && SentenceWords.OfCompany.Contains(place.Preposition))) return length;
        }

        return 0;
    }

    private static int ClauseStart(Bared words, int at)
    {
        var start = at;
        while (start > 0 && !words.Tokens[start - 1].IsPunctuation && !EndsClause(words.Tokens[start - 1]) && !SentenceWords.Joining.Contains(words.Tokens[start - 1].Word)) start--;
        return start;
    }

    /// <summary>A full stop behind a number or a short form ends nothing: <c>1. März</c>, <c>Fr.</c></summary>
    private static bool EndsClause(Token token) =>
        token.EndsPart || token.Last is '!' or '?' || (token.Last == '.' && token.Word.Length > LongestShortForm && !char.IsDigit(token.Word[^1]));

    private static int ClauseEnd(Bared words, int at)
    {
        var end = at;
        while (end < words.Tokens.Count && !words.Tokens[end].IsPunctuation && !(end > at && SentenceWords.Joining.Contains(words.Tokens[end].Word)))
        {
            end++;
            if (EndsClause(words.Tokens[end - 1])) break;
        }

        return end;
    }

    /// <summary>The clause of a token names a client.</summary>
    private bool IsOfClient(int at)
    {
        var (start, end) = (ClauseStart(bare, at), ClauseEnd(bare, at));
        var (before, behind) = (start == 0 ? -1 : bare.Origins[start - 1], end < bare.Tokens.Count ? bare.Origins[end] : tokens.Count);
        return places.Any(place => place.End - 1 > before && place.Start < behind);
    }

    private static bool IsDenied(Bared words, int at) =>
        Enumerable.Range(ClauseStart(words, at), ClauseEnd(words, at) - ClauseStart(words, at)).Any(index => Phrases.LengthAt(SentenceWords.Denial, words.Tokens, index) > 0);

    /// <summary>How it felt, where all words for it agree and it is not our own feeling.</summary>
    private IReadOnlyDictionary<string, string>? Feeling()
    {
        var felt = new List<IReadOnlyDictionary<string, string>>();
        for (var at = 0; at < bare.Tokens.Count; at++)
        {
            var spoken = bare.Tokens[at] with { Text = Uninflected(bare.Tokens[at]) };
            var said = sayings.HintAt(bare.Tokens, at) ?? (spoken.Text.Length > 0 ? sayings.HintAt([spoken, .. bare.Tokens.Skip(at + 1)], 0) : null);
            if (said is null || said.Says.Keys.Any(IsKind)) continue;
            var start = ClauseStart(bare, at);
            var isTakenBack = Enumerable.Range(Math.Max(start, at - 2), Math.Min(2, at - start)).Any(index => SentenceWords.NoFeeling.Contains(bare.Tokens[index].Word));
            var isOwn = Enumerable.Range(start, at - start).Any(index => Phrases.LengthAt(SentenceWords.OwnFeeling, bare.Tokens, index) > 0);
            if (!isTakenBack && !isOwn) felt.Add(said.Says);
            at += said.Length - 1;
        }

        return felt.Count > 0 && felt.All(one => one.SequenceEqual(felt[0])) ? felt[0] : null;
    }

    /// <summary><c>begeisterte</c>, <c>verärgerter</c>: without the ending; empty where there is none.</summary>
    private static string Uninflected(Token token)
    {
        foreach (var ending in (string[])["er", "en", "em", "es", "e"])
        {
            if (token.Kind == TokenKind.Word && token.Word.Length > ending.Length + 3 && token.Word.EndsWith(ending, StringComparison.Ordinal)) return token.Word[..^ending.Length];
        }

        return "";
    }

    private bool IsQuestion(bool tells)
    {
        if (tokens.Count == 0) return false;
        var first = Enumerable.Range(0, marked.Tokens.Count).FirstOrDefault(at => !SentenceWords.Opening.Contains(marked.Tokens[at].Word) && !marked.Tokens[at].IsPunctuation);
        if (Phrases.LengthAt(SentenceWords.Asking, marked.Tokens, first) > 0) return true;
        if (SentenceWords.AskingOfName.Contains(marked.Tokens[0].Word) && marked.Tokens.Count > 1 && marked.Tokens[1].Word == SentenceNames.Mark) return true;
        if (!tokens[^1].Text.EndsWith('?')) return false;
        // Krause rang: when do we deliver?
        return !tells || !tokens.Take(tokens.Count - 1).Any(token => token.EndsPart || token.IsPunctuation || token.Last is '.' or '!');
    }

    /// <summary>The capitalised words that stand where the client's name would: before what the client did, or behind <c>von</c> and the like.</summary>
    private string? UnknownName()
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            var length = 0;
            while (length < LongestUnknown && at + length < tokens.Count && IsNameWord(tokens[at + length], length) && (length == 0 || !tokens[at + length - 1].EndsPart)) length++;
            if (length == 0) continue;
            var isLed = at > 0 && SentenceWords.Prepositions.Contains(tokens[at - 1].Word);
            var rest = new Bared([.. tokens.Take(at), .. tokens.Skip(at + length)], [.. Enumerable.Range(0, tokens.Count)]);
            var isSubject = Enumerable.Range(0, rest.Tokens.Count).Any(verb => sayings.At(rest.Tokens, verb) is not null && IsOpen(rest, 0, verb));
            if (isLed || isSubject) return string.Join(' ', tokens.Skip(at).Take(length).Select(token => token.Text)).Trim(',', ';', ':', '.', '!', '?');
            at += length - 1;
        }

        return null;
    }

    private bool IsNameWord(Token token, int index) =>
        token.Kind == TokenKind.Quoted || (token.Kind == TokenKind.Word && ((char.IsUpper(token.First)
            && !NameWords.IsOfTalk(token.Word) && !SentenceWords.Opening.Contains(token.Word) && !SentenceWords.Having.Contains(token.Word) && !SentenceWords.Anybody.Contains(token.Word)
            && sayings.DayAt([token], 0) is null && sayings.At([token], 0) is null && command.Hints.All(hint => Phrases.LengthAt(hint.Words, [token], 0) == 0)) || (index > 0 && token.Text is "&" or "+")));
}
