using AccountNudge.Core.Calendar;
using FuzzySharp;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>
/// Understands a typed line: which command, about whom, when, and what was said. Pure, and never throws whatever is typed.
/// Both languages count at any time, whichever the speaker has.
/// </summary>
public static class CommandReader
{
    private const int LikeEnough = 70;
    private const int SoundsLike = 85;
    private const int LongestTyped = 40;
    private const int MostNear = 3;

    /// <summary>Reads one line.</summary>
    /// <param name="text">As typed; member mentions as <c>@[id|name]</c>.</param>
    /// <param name="commands">Every command there is.</param>
    /// <param name="names">The names the speaker's teams know.</param>
    /// <param name="now">The speaker's local time.</param>
    /// <param name="calendar">The team's, for working days; without one they are Monday to Friday.</param>
    public static Reading Read(string text, IReadOnlyList<Command> commands, IReadOnlyList<KnownName> names, LocalDateTime now, WorkingCalendar? calendar = null)
    {
        var line = Line(text);
        var tokens = Token.Of(line);
        if (IsHelpSign(line) && Helping(commands) is { } help) return new Understood(help, Arguments.None);
        var (command, length, says, isEveryday) = Begun(commands, tokens);
        if (command is null) return Unknown(commands, tokens, line);
        if (command.Slots.Any(slot => slot.After is not null) && command.Prose is null) tokens = Token.Of(line = DateRanges.SpelledOut(line));
        tokens = [.. tokens.Take(length), .. tokens.Skip(length).SelectMany(token => Parted(command, token))];
        var arguments = new ArraySegment<Token>([.. tokens], length, tokens.Count - length);
        if (IsBare(command, arguments))
        {
            return (command.RunsBare && says.Count == 0 ? new Understood(command, Arguments.None) : (Reading)new Bare(command, says)) with { IsEveryday = isEveryday };
        }

        return new LineReader(command, line, arguments, new NameIndex(names), new DateQuestion(now, calendar)) { Says = says }.Read() with { IsEveryday = isEveryday };
    }

    /// <summary>Whether a line names a command without giving it anything, so that its form opens.</summary>
    public static bool OpensForm(string text, IReadOnlyList<Command> commands)
    {
        var tokens = Token.Of(Line(text));
        var (command, length, says, _) = Begun(commands, tokens);
        return command is not null && IsBare(command, tokens.Skip(length)) && !(command.RunsBare && says.Count == 0);
    }

    /// <summary>Whether reading a line takes the known names: it begins with no command, or with one that names somebody.</summary>
    public static bool NeedsNames(string text, IReadOnlyList<Command> commands) =>
        Begun(commands, Token.Of(Line(text))).Command is not { } command || command.Slots.Any(slot => slot.IsName);

    /// <summary>Nothing but question marks, also full-width ones.</summary>
    private static bool IsHelpSign(string line) => line.Length > 0 && line.All(sign => sign is '?' or '？' or '¿' or ' ');

    private static Command? Helping(IReadOnlyList<Command> commands) => commands.FirstOrDefault(command => Phrases.Spellings(command.Words.Phrase).Any(words => words is ["?"]));

    /// <summary>The command a line begins with: by its own words, or by longer everyday ones.</summary>
    private static (Command? Command, int Length, IReadOnlyDictionary<string, string> Says, bool IsEveryday) Begun(IReadOnlyList<Command> commands, IReadOnlyList<Token> tokens)
    {
        var (own, everyday) = (Longest(commands, tokens), EverydayWords.At(tokens, commands));
        return everyday.Length > own.Length ? (everyday.Command, everyday.Length, everyday.Says, true) : (own.Command, own.Length, Arguments.None.Raw, false);
    }

    private static string Line(string? text) => Pasted.Line(text ?? "");

    /// <summary><c>tier:A</c> is <c>tier: A</c> where no sentence may stand.</summary>
    private static IEnumerable<Token> Parted(Command command, Token token)
    {
        var at = token.Kind == TokenKind.Word ? token.Text.IndexOfAny([':', '=']) : -1;
        if (at <= 0 || at == token.Text.Length - 1 || command.Prose is not null) return [token];
        var keyword = new Token(TokenKind.Word, $"{token.Text[..at]}:", token.Start, token.Start + at + 1);
        if (!command.Slots.Any(slot => slot.Keyword is { } words && Phrases.LengthAt(words, [keyword], 0) > 0)) return [token];
        return [keyword, .. Token.Of(token.Text[(at + 1)..]).Select(part => part with { Start = token.Start + at + 1 + part.Start, End = token.Start + at + 1 + part.End })];
    }

    private static bool IsBare(Command command, IEnumerable<Token> arguments) => command.OnlyForm || arguments.All(token => token.IsPunctuation);

    private static (Command? Command, int Length) Longest(IReadOnlyList<Command> commands, IReadOnlyList<Token> tokens)
    {
        (Command? Command, int Length) longest = (null, 0);
        foreach (var command in commands)
        {
            var length = Phrases.LengthAt(command.Words.Phrase, tokens, 0);
            if (length > longest.Length) longest = (command, length);
        }

        return longest;
    }

    private static UnknownCommand Unknown(IReadOnlyList<Command> commands, IReadOnlyList<Token> tokens, string line)
    {
        if (tokens.Count == 0) return new UnknownCommand("", []);
        var near = new List<(NearCommand Command, int Taken)>();
        foreach (var command in commands)
        {
            var best = (Likeness: LikeEnough - 1, Taken: 0, Spelling: "");
            foreach (var (spelling, words) in Phrases.All(command.Words.Phrase).Zip(Phrases.Spellings(command.Words.Phrase)))
            {
                if (words.Length > tokens.Count) continue;
                var typed = string.Join(' ', tokens.Take(words.Length).Select(token => token.Word));
                var likeness = typed.Length is 0 or > LongestTyped ? 0 : Likeness(typed, string.Join(' ', words));
                if (likeness > best.Likeness) best = (likeness, words.Length, spelling);
            }

            if (best.Taken == 0) continue;
            var colon = tokens[best.Taken - 1].Text.EndsWith(':') ? ":" : "";
            near.Add((new NearCommand(command, $"{best.Spelling}{colon} {line[tokens[best.Taken - 1].End..].Trim()}".Trim(), best.Likeness), best.Taken));
        }

        var nearest = near.OrderByDescending(pair => pair.Command.Likeness).ThenByDescending(pair => pair.Taken).Take(MostNear).ToList();
        var taken = nearest.Count > 0 ? nearest[0].Taken : 1;
        return new UnknownCommand(string.Join(' ', tokens.Take(taken).Select(token => token.Text.TrimEnd(':', ',', '!', '?', '.'))), [.. nearest.Select(pair => pair.Command)]);
    }

    /// <summary>By spelling, and by sound where the spelling is not far off.</summary>
    private static int Likeness(string typed, string words)
    {
        var spelled = Fuzz.Ratio(typed, words);
        return spelled is >= LikeEnough - 10 and < SoundsLike && NameSound.IsSame(typed, words) ? SoundsLike : spelled;
    }
}
