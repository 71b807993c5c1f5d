using System.Text.Json.Nodes;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Bot.Tests.Teams.Manifest;

/// <summary>What the manifest offers is what the product understands, in the language it is offered in.</summary>
public sealed class CommandsInManifestTests
{
    private static readonly LocalDateTime Now = new(2027, 3, 1, 10, 0);
    private static readonly Package Packed = Package.Of();

    /// <summary>The names that the examples speak of.</summary>
    private static readonly IReadOnlyList<KnownName> Names = [.. Known("Acme", "Maria Jones"), .. Known("Weber GmbH", "Sabine Klein")];

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.German)]
    public async Task Every_command_it_lists_is_one_of_ours_in_the_words_of_its_help(Language language)
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        foreach (var (key, title) in Titles(language))
        {
            var command = Meant(CommandReader.Read(title, talk.Commands, Names, Now)).ShouldNotBeNull(title);
            title.ShouldBe(Phrases.First(command.Words.Phrase, language));
            var english = Meant(CommandReader.Read(TeamsRules.Texts(Packed.Manifest)[key], talk.Commands, Names, Now));
            command.Words.Id.ShouldBe(english?.Words.Id, key);
        }
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.German)]
    public async Task Every_example_it_gives_can_be_typed_as_it_stands(Language language)
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var examples = 0;
        foreach (var (key, title) in Titles(language))
        {
            var description = Texts(language)[key.Replace(".title", ".description", StringComparison.Ordinal)];
            if (description.Split(": ", 2) is not [_, var example]) continue;
            examples++;
            example.ShouldStartWith(title);
            CommandReader.Read(example, talk.Commands, Names, Now).ShouldBeOfType<Understood>(example).Command.ShouldBe(Meant(CommandReader.Read(title, talk.Commands, Names, Now)));
        }

        examples.ShouldBe(8 + 7);
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.German)]
    public async Task The_lines_its_description_quotes_are_understood(Language language)
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var lines = Texts(language)["description.full"].Split('“', '”', '„').Where((_, index) => index % 2 == 1).ToList();
        lines.Count.ShouldBe(6);
        foreach (var line in lines) CommandReader.Read(line, talk.Commands, Names, Now).ShouldBeOfType<Understood>(line);
    }

    [Fact]
    public async Task Its_message_actions_open_forms_of_commands()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var actions = Packed.Manifest["composeExtensions"]![0]!["commands"]!.AsArray().Select(action => action!).ToList();
        actions.Select(action => (string)action["id"]!).ShouldBe(["log", "complaint", "promise"]);
        foreach (var action in actions)
        {
            talk.Registry.Find((string)action["id"]!).ShouldNotBeNull();
            ((string)action["type"]!).ShouldBe("action");
            action["fetchTask"]!.GetValue<bool>().ShouldBeTrue();
            Strings(action["context"]).ShouldBe(["message", "compose"]);
        }
    }

    [Fact]
    public void Slash_commands_are_offered_where_teams_has_them()
    {
        var lists = Packed.Manifest["bots"]![0]!["commandLists"]!.AsArray();
        lists.SelectMany(list => Strings(list!["scopes"])).ShouldBe(Strings(Packed.Manifest["bots"]![0]!["scopes"]));
        foreach (var list in lists) Strings(list!["triggers"]).Contains("slash").ShouldBe(!Strings(list["scopes"]).Contains("personal"));
    }

    private static Dictionary<string, string> Texts(Language language) =>
        language == Language.English ? TeamsRules.Texts(Packed.Manifest) : TeamsRules.German(Packed.German);

    private static IEnumerable<KeyValuePair<string, string>> Titles(Language language) =>
        Texts(language).Where(text => text.Key.StartsWith("bots", StringComparison.Ordinal) && text.Key.EndsWith(".title", StringComparison.Ordinal));

    private static Command? Meant(Reading reading) => reading switch
    {
        Understood understood => understood.Command,
        Bare bare => bare.Command,
        _ => null,
    };

    private static IEnumerable<KnownName> Known(string account, string contact)
    {
        var id = Guid.NewGuid();
        return [new(NameKind.Account, id, account, id), new(NameKind.Contact, Guid.NewGuid(), contact, id)];
    }

    private static IReadOnlyList<string> Strings(JsonNode? array) => [.. array!.AsArray().Select(item => (string)item!)];
}
