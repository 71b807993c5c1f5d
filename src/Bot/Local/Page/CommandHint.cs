using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Help;

namespace AccountNudge.Bot.Local.Page;

/// <summary>A command as it is suggested while its first word is being typed.</summary>
/// <param name="Phrase">The words that begin it.</param>
/// <param name="Does">What it does.</param>
/// <param name="Spellings">All words that begin it in the reader's language, in lower case.</param>
public sealed record CommandHint(string Phrase, string Does, IReadOnlyList<string> Spellings)
{
    /// <summary>Every command in a reader's language, what people use most at the top.</summary>
    public static IReadOnlyList<CommandHint> All(CommandRegistry registry, Voice voice)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(voice);
        return [.. registry.Commands
            .OrderBy(command => Rank(command.Words.Id)).ThenBy(command => command.Words.Group)
            .ThenBy(command => Phrases.First(command.Words.Phrase, voice.Language), StringComparer.Create(voice.Culture, ignoreCase: true))
            .Select(command => Of(command, voice))];
    }

    private static int Rank(string id) => Array.IndexOf(HelpCommand.MostUseful, id) is >= 0 and var rank ? rank : int.MaxValue;

    private static CommandHint Of(Command command, Voice voice)
    {
        var spellings = Phrases.In(command.Words.Phrase, voice.Language);
        return new CommandHint(spellings[0], command.Words.Does.Plain(voice), [.. spellings.Select(spelling => spelling.ToLower(voice.Culture))]);
    }
}
