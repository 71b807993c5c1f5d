using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace AccountNudge.Bot.Tests.Conversation.Help;

public sealed class HelpTests
{
    private static readonly KnownName Weber = Company("Weber GmbH");
    private static readonly KnownName[] Known = [Weber, Company("Acme"), new(NameKind.Contact, Guid.NewGuid(), "Sabine Klein", Weber.Id)];

    [Theory]
    [InlineData("help", Language.English)]
    [InlineData("hilfe", Language.German)]
    public async Task Every_command_is_mentioned_with_its_usage_in_the_readers_language(string typed, Language language)
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var reply = await talk.Say(language == Language.German ? Talk.Clara : Talk.Anna, typed);
        reply.OnlyAsker.ShouldBeTrue();
        var voice = language == Language.German ? Voice.German : Voice.English;
        var pages = new List<string>();
        foreach (var button in Talk.ButtonsOf(reply.Card!)) pages.Add(CardText.Of(await talk.Press(language == Language.German ? Talk.Clara : Talk.Anna, button)));
        pages.Count.ShouldBe(4);
        foreach (var command in Commands(talk)) pages.ShouldContain(page => page.Contains($"{Usage.Of(command, language)}: {command.Words.Does.Plain(voice)}", StringComparison.Ordinal), command.Words.Id);
    }

    /// <summary>One screen, in every place with what a line begins with there.</summary>
    [Theory]
    [InlineData("help")]
    [InlineData("?")]
    [InlineData("hilfe")]
    public async Task The_first_page_is_one_screen(string typed)
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var (here, direct) = (await talk.Say(Talk.Anna, typed), await talk.Say(Talk.Anna, typed, Talk.DirectOf(Talk.Anna)));
        CardText.Of(here).Split('\n').Length.ShouldBeLessThan(14);
        Talk.ButtonsOf(here.Card!).Select(button => button.Label).ShouldBe(["Tell me", "Ask me", "Look after clients", "Set up"]);
        CardText.Of(here).ShouldContain("“/nudge help log” shows one command");
        CardText.Of(direct).ShouldContain("“help log” shows one command");
        var group = await talk.Press(Talk.Anna, Talk.ButtonsOf(here.Card!).First());
        CardText.Of(group).ShouldContain("complaint ACCOUNT");
        Talk.ButtonsOf(group.Card!).Count().ShouldBe(4);
    }

    [Theory]
    [InlineData("help log", "Kind: call, visit, video, mail, chat, greeting, gift, newsletter, note")]
    [InlineData("help tell me", "complaint ACCOUNT")]
    [InlineData("help account tier", "A, B, C")]
    public async Task One_command_lists_its_choices(string typed, string shown)
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        CardText.Of(await talk.Say(Talk.Anna, typed)).ShouldContain(shown);
    }

    [Fact]
    public async Task Every_commands_words_show_that_command_alone()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        foreach (var command in Commands(talk))
        {
            CardText.Of(await talk.Say(Talk.Anna, $"help {Phrases.First(command.Words.Phrase, Language.English)}")).ShouldContain($"For example: /nudge {command.Words.Example.Plain(Voice.English)}");
            CardText.Of(await talk.Say(Talk.Clara, $"hilfe {Phrases.First(command.Words.Phrase, Language.German)}")).ShouldContain($"Zum Beispiel: /nudge {command.Words.Example.Plain(Voice.German)}");
        }
    }

    [Fact]
    public async Task Every_form_has_a_title_of_its_own_that_every_platform_shows_whole()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        foreach (var command in talk.Commands.Where(command => command.Slots.Count > 0))
        {
            foreach (var voice in (Voice[])[Voice.English, Voice.German])
            {
                var title = command.Words.Title.ShouldNotBeNull(command.Words.Id).Plain(voice);
                title.Length.ShouldBeInRange(3, 24, title);
                char.IsUpper(title[0]).ShouldBeTrue(title);
            }
        }
    }

    [Fact]
    public async Task The_beginning_of_several_lists_them_and_an_unknown_word_shows_all()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var several = CardText.Of(await talk.Say(Talk.Anna, "help team"));
        several.ShouldContain("team zone TIME ZONE");
        several.ShouldContain("team here");
        CardText.Of(await talk.Say(Talk.Anna, "help juggling")).ShouldContain("I don’t know a command “juggling”.");
    }

    [Fact]
    public async Task Every_example_is_understood_as_its_command()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        foreach (var command in Commands(talk))
        {
            foreach (var voice in new[] { Voice.English, Voice.German })
            {
                var reading = CommandReader.Read(AsHeard(command.Words.Example.Plain(voice)), Commands(talk), Known, new(2027, 3, 1, 10, 0));
                (reading switch
                {
                    Understood understood => understood.Command,
                    UnknownName unknown => unknown.Command,
                    SeveralNames several => several.Command,
                    _ => null,
                })?.Words.Id.ShouldBe(command.Words.Id, command.Words.Example.Plain(voice));
                reading.ShouldNotBeOfType<NotUnderstood>(command.Words.Example.Plain(voice));
            }
        }
    }

    private static KnownName Company(string name)
    {
        var id = Guid.NewGuid();
        return new(NameKind.Account, id, name, id);
    }

    /// <summary>As the platforms hand a mention on.</summary>
    private static string AsHeard(string typed) => string.Join(' ', typed.Split(' ').Select(word => word.StartsWith('@') ? $"@[U-{word[1..]}|{word[1..]}]" : word));

    private static IReadOnlyList<Command> Commands(Talk talk) => CommandRegistry.FromAssembly(new ServiceCollection().AddSingleton(talk.Stores).BuildServiceProvider()).Commands;
}
