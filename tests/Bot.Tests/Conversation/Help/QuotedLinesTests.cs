using System.Reflection;
using System.Text.RegularExpressions;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation.Team;
using AccountNudge.Core.Texts;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Help;

/// <summary>
/// What people are told to type works there as it stands: in a direct message the bare line, in a channel with what calls the bot in front.
/// </summary>
public sealed partial class QuotedLinesTests
{
    private const string Call = "/nudge ";

    /// <summary>Read in direct messages, on people's own pages and beside a conversation with the bot alone, or said of what is typed elsewhere.</summary>
    private static readonly string[] WithoutCall = ["OwnPageTexts", "AnnouncementTexts", "InstallTexts", "PageTexts", "TeamsTexts", "ApiTexts"];

    private static readonly KnownName Weber = Company("Weber GmbH");
    private static readonly IReadOnlyList<KnownName> Known = [Weber, Company("Acme"), new(NameKind.Contact, Guid.NewGuid(), "Sabine Klein", Weber.Id)];

    public static TheoryData<string, Language> Examples => new(
        from command in All() from language in Enum.GetValues<Language>() select (command.Words.Id, language));

    public static TheoryData<string> Quoting => [.. Texts(All()).Where(text => Quoted(text.Text, All()).Any()).Select(text => text.Name).Distinct()];

    /// <summary>What is said where hardly anything is known yet: an empty place to begin with.</summary>
    public static TheoryData<string> Asked =>
    [
        "help", "hilfe", "help tell me", "hilfe erzählen", "help log", "hilfe notiz", "hello", "hallo", "today", "heute", "brief", "kurzprofil", "quiet", "still", "accounts", "kunden", "accounts mine", "kunden meine", "accounts tier A", "open",
        "offen", "search", "suche", "timeline Acme", "verlauf Acme", "settings", "einstellungen", "account add Acme", "kunde neu Acme", "chased Acme", "nachgefragt Acme", "team here", "team hier", "hours Mon-Thu 8-14", "zeiten Mo-Do 8-14",
        "log", "log Acme with", "notiz Acme mit", "nonsense", "unsinn", "digest", "überblick", "brief Acme", "kurzprofil Acme",
    ];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task The_example_of_a_command_is_understood_as_it_everywhere(string id, Language language)
    {
        var voice = language == Language.German ? Voice.German : Voice.English;
        var person = language == Language.German ? Clara : Anna;
        using var talk = await ExampleTeam.WithTeam("2027-03-05T15:00");
        var command = talk.Registry.Find(id)!;
        Meant(AsHeard(command.Words.Example.Plain(voice)), talk.Commands).ShouldBe(id);
        foreach (var channel in (ChatChannel[])[Channel, DirectOf(person)])
        {
            var shown = CardText.Of(await talk.Say(person, $"help {Phrases.First(command.Words.Phrase, language)}", channel));
            var line = shown.Split('\n').Single(part => part.Contains("For example: ", StringComparison.Ordinal) || part.Contains("Zum Beispiel: ", StringComparison.Ordinal)).Split(": ", 2)[1].Trim();
            line.ShouldBe((channel.IsDirect ? "" : Call) + command.Words.Example.Plain(voice));
        }
    }

    [Theory]
    [MemberData(nameof(Quoting))]
    public void A_line_that_a_text_quotes_is_understood_as_its_command(string name)
    {
        var commands = All();
        foreach (var line in Texts(commands).Where(text => text.Name == name).SelectMany(text => Quoted(text.Text, commands)))
        {
            if (!WithoutCall.Contains(name.Split('.')[0])) line.ShouldStartWith(Call, customMessage: name);
            Meant(AsHeard(Bare(line)), commands).ShouldNotBeNull($"{name}: {line}");
        }
    }

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task A_line_that_a_reply_quotes_works_where_it_is_said(string typed)
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-05T15:00");
        foreach (var person in (ChatPerson[])[Anna, Clara])
        {
            foreach (var channel in (ChatChannel[])[Channel, DirectOf(person)])
            {
                var shown = CardText.Of(await talk.Say(person, typed, channel));
                foreach (var line in Quote().Matches(shown).Select(quote => quote.Groups["line"].Value).Where(line => Begins(Bare(line), talk.Commands) && Bare(line) != typed))
                {
                    line.StartsWith(Call, StringComparison.Ordinal).ShouldBe(!channel.IsDirect || line.Contains("team h", StringComparison.Ordinal), $"{typed} in {channel.Name}: {line}");
                    Meant(AsHeard(Bare(line)), talk.Commands).ShouldNotBeNull(line);
                }
            }
        }
    }

    /// <summary>The command as which a line is understood; its own words alone open its form.</summary>
    private static string? Meant(string line, IReadOnlyList<Command> commands) => CommandReader.Read(line, commands, Known, new LocalDateTime(2027, 3, 5, 15, 0)) switch
    {
        Understood understood => understood.Command.Words.Id,
        Bare bare => bare.Command.Words.Id,
        UnknownName unknown => unknown.Command.Words.Id,
        SeveralNames several => several.Command.Words.Id,
        _ => null,
    };

    /// <summary>Lines of a text, in both languages, that begin like a command.</summary>
    private static IEnumerable<string> Quoted(Text text, IReadOnlyList<Command> commands) =>
        from voice in (Voice[])[Voice.English, Voice.German, Voice.German with { Address = FormOfAddress.Sie }]
        from quote in Quote().Matches(text.Plain(voice))
        let line = quote.Groups["line"].Value
        where Begins(Bare(line), commands)
        select line;

    private static bool Begins(string line, IReadOnlyList<Command> commands) =>
        commands.Any(command => Phrases.LengthAt(command.Words.Phrase, Token.Of(line), 0) > 0);

    private static string Bare(string line) => line.StartsWith(Call, StringComparison.Ordinal) ? line[Call.Length..] : line;

    /// <summary>As the platforms hand a mention on; what stands for more is left out.</summary>
    private static string AsHeard(string line) =>
        string.Join(' ', line.Replace("ACCOUNT", "Acme", StringComparison.Ordinal).Replace("KUNDE", "Acme", StringComparison.Ordinal).Split(' ').Select(word => word.StartsWith('@') ? $"@[U-{word[1..]}|{word[1..]}]" : word));

    /// <summary>Every text that stands by itself, or that a few words and figures make.</summary>
    private static IEnumerable<(string Name, Text Text)> Texts(IReadOnlyList<Command> commands)
    {
        commands.ShouldNotBeEmpty();
        foreach (var type in typeof(CommandRegistry).Assembly.GetTypes().Where(type => type.Name.EndsWith("Texts", StringComparison.Ordinal) && !type.ContainsGenericParameters))
        {
            foreach (var field in type.GetFields(Everything).Where(field => field.FieldType == typeof(Text) && !field.Name.StartsWith("Example", StringComparison.Ordinal))) yield return ($"{type.Name}.{field.Name}", (Text)field.GetValue(null)!);
            foreach (var method in type.GetMethods(Everything).Where(method => method.ReturnType == typeof(Text) && method.GetParameters().All(IsSimple)))
                yield return ($"{type.Name}.{method.Name}", (Text)method.Invoke(null, [.. method.GetParameters().Select(Given)])!);
        }
    }

    private const BindingFlags Everything = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static bool IsSimple(ParameterInfo parameter) => parameter.ParameterType == typeof(string) || parameter.ParameterType == typeof(int) || parameter.ParameterType == typeof(bool);

    private static object Given(ParameterInfo parameter) => parameter.ParameterType == typeof(int) ? 2 : parameter.ParameterType == typeof(bool) ? true : parameter.Name == "call" ? Call : "Acme";

    private static IReadOnlyList<Command> All() => Registry.Value.Commands;

    private static readonly Lazy<CommandRegistry> Registry = new(() =>
    {
        using var talk = Talk.At("2027-03-05T15:00").GetAwaiter().GetResult();
        return talk.Registry;
    });

    private static KnownName Company(string name)
    {
        var id = Guid.NewGuid();
        return new(NameKind.Account, id, name, id);
    }

    [GeneratedRegex("[“„](?<line>[^“”„]+)[”“]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quote();
}
