using System.Reflection;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Cards;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AccountNudge.Bot.Tests.EveryCommands.Platforms;

/// <summary>How a command is given.</summary>
public enum Way
{
    Typed,
    Form,
}

/// <summary>
/// Every command in both languages, typed and by its form, on every platform through that platform's own input: the answer is the command's own,
/// in the language that was asked for, and what is recorded and said is the same everywhere.
/// </summary>
public sealed class EveryPlatformTests(EveryPlatformTests.Tries tries) : IClassFixture<EveryPlatformTests.Tries>
{
    private static readonly IReadOnlyList<Command> Commands = CommandRegistry.FromAssembly(new ServiceCollection().AddSingleton(Stores.OnSqlite("Data Source=:memory:", NodaTime.SystemClock.Instance)).BuildServiceProvider()).Commands;

    /// <summary>What is said when something did not work, or was not understood.</summary>
    private static readonly HashSet<string> NoAnswers = [.. StaticTexts().Where(text => text.Of == nameof(ConversationTexts)).SelectMany(text => (string[])[text.English, text.German])];

    public static TheoryData<string, Language, Way, PlatformKind> Rows => new(
        from command in Commands
        from way in Enum.GetValues<Way>()
        where way == Way.Typed || EveryCommand.HasForm(command)
        from language in Enum.GetValues<Language>()
        from platform in Enum.GetValues<PlatformKind>()
        where IsTried(platform, command, language, way)
        select (command.Words.Id, language, way, platform));

    public static TheoryData<string, Way> BothLanguages => new(
        from command in Commands from way in Enum.GetValues<Way>() where way == Way.Typed || (Extent.IsFull && EveryCommand.HasForm(command)) select (command.Words.Id, way));

    /// <summary>
    /// Everything with FAULTS=all in the environment. Else the local page takes each command typed in both languages and by its form in one, Slack
    /// takes it typed or by its form, and Teams the other way, turn about from command to command.
    /// </summary>
    private static bool IsTried(PlatformKind platform, Command command, Language language, Way way)
    {
        if (Extent.IsFull || (platform == PlatformKind.Local && way == Way.Typed)) return true;
        var turn = Commands.Select(known => known.Words.Id).ToList().IndexOf(command.Words.Id);
        var isOfLanguage = (language == Language.German) == (way == Way.Form) ^ turn % 2 == 1;
        var isOfPlatform = platform == PlatformKind.Local || !EveryCommand.HasForm(command) || (platform == PlatformKind.Slack) == (way == Way.Typed) ^ turn % 4 > 1;
        return isOfLanguage && isOfPlatform;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_command_is_answered_and_recorded_everywhere_alike(string id, Language language, Way way, PlatformKind platform)
    {
        var (told, page) = (tries.Of(platform, language, id, way), tries.Of(PlatformKind.Local, language, id, way));
        told.Failure.ShouldBeNull();
        page.Failure.ShouldBeNull();
        told.Recorded.ShouldBe(EveryCommand.Cases[id].Leaves == Leaves.Change ? id : null, told.Shown);
        told.Counts.ShouldBe(page.Counts);
        foreach (var words in page.Words) told.Shown.ShouldContain(TriedPlatform.Letters(words), Case.Sensitive, words);
        NoAnswers.ShouldNotContain(page.Words[0]);
        page.Words.Intersect(Others(language)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(BothLanguages))]
    public void A_command_answers_otherwise_in_the_other_language(string id, Way way) =>
        tries.Of(PlatformKind.Local, Language.English, id, way).Shown.ShouldNotBe(tries.Of(PlatformKind.Local, Language.German, id, way).Shown);

    [Fact]
    public void No_two_commands_that_ask_answer_alike()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            // The example of "accounts" asks for the quiet ones, as "quiet" does.
            var answers = Commands.Where(command => EveryCommand.CaseOf(command).Leaves == Leaves.Nothing && command.Words.Id != "accounts").Select(command => tries.Of(PlatformKind.Local, language, command.Words.Id, Way.Typed).Shown).ToList();
            answers.ShouldBeUnique();
        }
    }

    /// <summary>What nobody says in this language.</summary>
    private static IEnumerable<string> Others(Language language) => language == Language.English
        ? StaticTexts().Select(text => text.German).Except(StaticTexts().Select(text => text.English))
        : StaticTexts().Select(text => text.English).Except(StaticTexts().Select(text => text.German));

    private static IEnumerable<(string Of, string English, string German)> StaticTexts() =>
        from type in typeof(CommandRegistry).Assembly.GetTypes()
        where !type.ContainsGenericParameters
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where field.FieldType == typeof(Text)
        let text = (Text)field.GetValue(null)!
        select (type.Name, text.Plain(Voice.English), text.Plain(Voice.German));

    /// <summary>What came of a command.</summary>
    /// <param name="Shown">Letters and digits of everything that was shown.</param>
    /// <param name="Words">Of the local page the texts of its cards, as they were meant.</param>
    /// <param name="Counts">How many rows there are of each kind afterwards.</param>
    /// <param name="Recorded">The command of what was recorded; null for nothing.</param>
    /// <param name="Failure">What went wrong on the way.</param>
    internal sealed record Outcome(string Shown, IReadOnlyList<string> Words, string Counts, string? Recorded, string? Failure);

    /// <summary>Everything tried once, on a host for each platform and language.</summary>
    public sealed class Tries : IAsyncLifetime
    {
        private const int AtOnce = 3;

        /// <summary>What each platform has for itself.</summary>
        private static readonly HashSet<string> Platforms = ["receipts", "posts", "members", "memberships", "erasure_secret"];

        private readonly Dictionary<(PlatformKind, Language, string, Way), Outcome> outcomes = [];

        internal Outcome Of(PlatformKind platform, Language language, string id, Way way) =>
            outcomes.TryGetValue((platform, language, id, way), out var outcome) ? outcome : new Outcome("", [], "", null, "It was not tried.");

        public async ValueTask InitializeAsync()
        {
            var all = from language in Enum.GetValues<Language>() from platform in Enum.GetValues<PlatformKind>() select (Platform: platform, Language: language);
            await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (pair, _) =>
            {
                await using var platform = await Begin(pair.Platform);
                await Try(platform, pair.Platform, pair.Language);
            });
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static async Task<TriedPlatform> Begin(PlatformKind platform) => platform switch
        {
            PlatformKind.Slack => await TriedSlack.Begin(),
            PlatformKind.Teams => await TriedTeams.Begin(),
            _ => await TriedLocalPage.Begin(),
        };

        private async Task Try(TriedPlatform platform, PlatformKind kind, Language language)
        {
            await platform.Say("Anna", "team region Berlin");
            if (language == Language.German) await platform.Say("Anna", "team language German");
            await platform.Say("Clara", "einstellungen");
            await platform.Say("Ben", "einstellungen");
            foreach (var line in EveryCommand.Life) await Must(platform, "Ben", line);
            await platform.Arrive();
            using var rows = await platform.KeepRows();
            foreach (var command in platform.Registry.Commands)
            {
                foreach (var way in Enum.GetValues<Way>().Where(way => (way == Way.Typed || EveryCommand.HasForm(command)) && IsTried(kind, command, language, way)))
                {
                    rows.PutBack();
                    var outcome = await Outcome(platform, command, language, way, rows);
                    lock (outcomes) outcomes.Add((kind, language, command.Words.Id, way), outcome);
                }
            }
        }

        private static async Task<Outcome> Outcome(TriedPlatform platform, Command command, Language language, Way way, StoredRows rows)
        {
            try
            {
                var speaker = language == Language.German ? "Clara" : "Anna";
                foreach (var line in EveryCommand.Before(command, language)) await platform.Say(speaker, line);
                var before = await Changes(platform);
                var shown = way == Way.Typed && !command.OnlyForm
                    ? await platform.Say(speaker, EveryCommand.Line(command, language))
                    : await platform.Submit(speaker, Phrases.First(command.Words.Phrase, language), EveryCommand.Filled(command, language, platform.Registry.Commands)) ?? throw new ShouldAssertException("No form has opened.");
                foreach (var action in EveryCommand.CaseOf(command).Then) shown = await platform.PressNext(speaker, action);
                var words = platform is TriedLocalPage page ? Words(page) : [];
                var recorded = (await Changes(platform)).Except(before).ToList();
                return new Outcome(shown, words, rows.Count((table, _) => Platforms.Contains(table)), recorded.Count == 0 ? null : string.Join(", ", recorded.Select(change => change.Command)), shown.Length == 0 ? "Nothing was shown." : null);
            }
#pragma warning disable CA1031 // Its row tells.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                return new Outcome("", [], "", null, failure.ToString());
            }
        }

        private static List<string> Words(TriedLocalPage page)
        {
            return [.. page.Latest.SelectMany(said => CardWords.Of(CardRewriting.Of(said.Card, run => run)).Except(Labels(said.Card))).Where(words => words.Length > 0)];

            static IEnumerable<string> Labels(Card card) => Conversation.Talk.ButtonsOf(card).Select(button => button.Label);
        }

        private static async Task Must(TriedPlatform platform, string person, string line)
        {
            var before = await Changes(platform);
            var shown = await platform.Say(person, line);
            if ((await Changes(platform)).Count == before.Count) throw new ShouldAssertException($"“{line}” was not recorded: {shown}");
        }

        private static async Task<List<(Guid Id, string Command)>> Changes(TriedPlatform platform)
        {
            await using var store = platform.Services.GetRequiredService<Stores>().Open(Scope.Nothing);
            return [.. (await store.Changes.IgnoreQueryFilters().Select(change => new { change.Id, change.Command }).ToListAsync()).Select(change => (change.Id, change.Command))];
        }
    }
}
