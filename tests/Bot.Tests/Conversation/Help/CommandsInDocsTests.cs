using System.Text;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Help;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Tests.Conversation.Help;

public sealed class CommandsInDocsTests
{
    private const string Begin = "<!-- commands: written from the registry, a test compares them -->\n";
    private const string End = "<!-- end of commands -->";

    [Fact]
    public async Task Docs_list_every_command_with_its_words_in_both_languages_and_an_example()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var docs = Repository.Read("docs/commands.md");
        docs.ShouldContain(Begin);
        var written = docs[(docs.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)..docs.IndexOf(End, StringComparison.Ordinal)];
        var (tables, received) = (Tables(talk.Commands), Repository.Path("docs/commands.received.txt"));
        if (written == tables) File.Delete(received);
        else File.WriteAllText(received, tables);
        written.ShouldBe(tables, "When docs/commands.received.txt is right, put it between the two comments of docs/commands.md.");
    }

    private static string Tables(IReadOnlyList<Command> commands)
    {
        var tables = new StringBuilder();
        foreach (var group in commands.GroupBy(command => command.Words.Group).OrderBy(group => group.Key))
        {
            tables.Append("\n### ").AppendLine(HelpTexts.Group(group.Key).Plain(Voice.English)).AppendLine()
                .AppendLine("| English | Deutsch | | for example |").AppendLine("|---|---|---|---|");
            foreach (var command in group.OrderBy(command => Phrases.First(command.Words.Phrase, Language.English), StringComparer.Ordinal)) tables.AppendLine(Row(command));
        }

        return tables.AppendLine().ToString().ReplaceLineEndings("\n");
    }

    private static string Row(Command command) => string.Join(" | ", (string[])
    [
        $"| `{Usage.Of(command, Language.English)}`",
        $"`{Usage.Of(command, Language.German)}`",
        command.Words.Does.Plain(Voice.English).TrimEnd('.'),
        $"`{command.Words.Example.Plain(Voice.English)}`<br>`{command.Words.Example.Plain(Voice.German)}` |",
    ]);
}
