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
    private const int LongestTyped = 40;

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
        var (command, length) = Longest(commands, tokens);
        if (command is null) return Unknown(commands, tokens);
        tokens = [.. tokens.Take(length), .. tokens.Skip(length).SelectMany(token => Parted(command, token))];
        var arguments = new ArraySegment<Token>([.. tokens], length, tokens.Count - length);
        if (IsBare(command, arguments))
        {
            return command.RunsBare ? new Understood(command, Arguments.None) : new Bare(command);
        }

        return new LineReader(command, line, arguments, new NameIndex(names), new DateQuestion(now, calendar)).Read();
    }

    /// <summary>The command a line names without giving it anything; null when it gives something, or names none.</summary>
    public static Command? Bare(string text, IReadOnlyList<Command> commands)
    {
        var tokens = Token.Of(Line(text));
        var (command, length) = Longest(commands, tokens);
        return command is not null && IsBare(command, tokens.Skip(length)) ? command : null;
    }

    /// <summary>Whether reading a line takes the known names: it begins with no command, or with one that names somebody.</summary>
    public static bool NeedsNames(string text, IReadOnlyList<Command> commands) =>
        Longest(commands, Token.Of(Line(text))).Command is not { } command || command.Slots.Any(slot => slot.Kind is SlotKind.Account or SlotKind.Contact or SlotKind.AccountOrContact or SlotKind.Member);

    private static string Line(string? text) => TextFolding.Plain(text ?? "").TrimStart(' ', '/', '\n', '\r', '\t');

    /// <summary><c>tier:A</c> is <c>tier: A</c> where no sentence may stand.</summary>
    private static IEnumerable<Token> Parted(Command command, Token token)
    {
        var at = token.Kind == TokenKind.Word ? token.Text.IndexOfAny([':', '=']) : -1;
        if (at <= 0 || at == token.Text.Length - 1 || command.Slots.Any(slot => slot.Kind == SlotKind.Prose)) return [token];
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

    private static UnknownCommand Unknown(IReadOnlyList<Command> commands, IReadOnlyList<Token> tokens)
    {
        if (tokens.Count == 0) return new UnknownCommand("", null);
        var (best, score, taken) = ((Command?)null, LikeEnough - 1, 1);
        foreach (var command in commands)
        {
            foreach (var words in Phrases.Spellings(command.Words.Phrase).Where(words => words.Length <= tokens.Count))
            {
                var typed = string.Join(' ', tokens.Take(words.Length).Select(token => token.Word));
                var likeness = typed.Length > LongestTyped ? 0 : Fuzz.Ratio(typed, string.Join(' ', words));
                if (likeness > score) (best, score, taken) = (command, likeness, words.Length);
            }
        }

        return new UnknownCommand(string.Join(' ', tokens.Take(taken).Select(token => token.Text.TrimEnd(':', ',', '!', '?', '.'))), best);
    }
}
