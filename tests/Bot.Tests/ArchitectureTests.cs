using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Hosting;

namespace AccountNudge.Bot.Tests;

/// <summary>
/// The chat platforms are the outermost edge: nothing knows them, and they do not know each other. Checked in what was compiled, where
/// no type hides behind <c>var</c>, and in the source, where constants and needless usings show.
/// </summary>
public class ArchitectureTests
{
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["Program"] = "composes the executable: it has each platform read its settings, adds it and maps its endpoints",
    };

    private static readonly string Source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../src"));

    /// <summary>Who uses whom within the executable.</summary>
    private static readonly Lazy<IReadOnlyCollection<(Type User, Type Used)>> Uses = new(() => typeof(BotSettings).Assembly.GetTypes().SelectMany(user =>
        References.Of(user).Where(used => used.Assembly == user.Assembly).Select(used => (References.Outermost(user), References.Outermost(used)))).ToHashSet());

    private static readonly Assembly[] Product = [typeof(BotSettings).Assembly, Assembly.Load("AccountNudge.Core"), Assembly.Load("AccountNudge.Scheduler")];

    public static TheoryData<string> Platforms => ["Slack", "Teams"];

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Nothing_compiled_outside_of_a_platform_uses_its_types(string platform)
    {
        bool IsInside(Type type) => $"{type.Namespace}.".StartsWith($"AccountNudge.Bot.{platform}.", StringComparison.Ordinal);

        var users = Uses.Value.Where(use => !IsInside(use.User) && IsInside(use.Used)).Select(use => use.User.FullName!).Distinct(StringComparer.Ordinal).ToList();

        users.ShouldContain("Program", "the search finds what is allowed");
        users.Except(Exceptions.Keys, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Nothing_written_outside_of_a_platform_names_its_namespaces(string platform)
    {
        // A using, a qualified name, or one that is qualified from within AccountNudge.Bot.
        var inside = string.Join('|', Directory.EnumerateFileSystemEntries(Path.Combine(Source, "Bot", platform)).Select(Path.GetFileNameWithoutExtension));
        var named = new Regex($@"\bBot\.{platform}\b|(?<![\w.]){platform}\.(?:{inside})\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

        var users = Files("*.cs", "*.razor", "*.csproj", "*.props").Where(file => !file.StartsWith($"Bot/{platform}/", StringComparison.Ordinal))
            .Where(file => File.ReadLines(Path.Combine(Source, file)).Any(line => named.IsMatch(WithoutProse(file, line)))).ToList();

        users.ShouldContain("Bot/Program.cs", "the search finds what is allowed");
        users.Where(file => !Exceptions.ContainsKey(TypeOf(file))).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void The_namespaces_of_a_platform_are_in_its_folder_and_no_others(string platform)
    {
        var declared = new Regex($@"^namespace AccountNudge\.Bot\.{platform}\b", RegexOptions.CultureInvariant | RegexOptions.Multiline, TimeSpan.FromSeconds(1));

        foreach (var file in Files("*.cs"))
            declared.IsMatch(File.ReadAllText(Path.Combine(Source, file))).ShouldBe(file.StartsWith($"Bot/{platform}/", StringComparison.Ordinal), file);
    }

    /// <summary>
    /// Namespaces that use each other cannot be understood one at a time. A platform's own holds its settings, which all of it reads,
    /// and its registration, which knows all of it.
    /// </summary>
    [Fact]
    public void No_two_namespaces_use_each_other()
    {
        static bool IsFree(string name) => name is "" or "AccountNudge.Bot.Slack" or "AccountNudge.Bot.Teams";
        var uses = Uses.Value.Select(use => (User: use.User.Namespace ?? "", Used: use.Used.Namespace ?? ""))
            .Where(use => use.User != use.Used && !IsFree(use.User) && !IsFree(use.Used)).ToHashSet();

        uses.ShouldContain(("AccountNudge.Bot.Slack.Installations", "AccountNudge.Bot.Slack.Api"), "the search finds what is allowed");
        uses.Where(use => uses.Contains((use.Used, use.User))).ShouldBeEmpty();
    }

    /// <summary>
    /// The conversation's folders, from the ground up: its model, the grammar over it, what the practices' views share, the slices, of
    /// which none knows the engine that finds them, and the engine.
    /// </summary>
    [Fact]
    public void A_folder_of_the_conversation_knows_those_below_it_alone()
    {
        const string root = "AccountNudge.Bot.Conversation";
        static int Rank(Type type) => type.Namespace![(root.Length + 1)..] switch { "Model" => 0, "Grammar" => 1, "Practices" => 2, "Engine" => 4, _ => 3 };

        typeof(BotSettings).Assembly.GetTypes().Where(type => type.Namespace == root).Select(type => type.FullName).ShouldBeEmpty();
        var uses = Uses.Value.Where(use => IsIn(root, use.User) && IsIn(root, use.Used) && use.User.Namespace != use.Used.Namespace).ToList();
        uses.Any(use => Rank(use.User) == 4 && Rank(use.Used) == 3).ShouldBeTrue("the search finds what is allowed");
        uses.Where(use => Rank(use.User) < Rank(use.Used)).Select(use => $"{use.User.FullName} uses {use.Used.FullName}").ShouldBeEmpty();
    }

    /// <summary>Libraries that one place alone knows, so that they can be replaced there.</summary>
    public static TheoryData<string, string> Libraries => new()
    {
        { "Microsoft.Bot", "AccountNudge.Bot.Teams.Framework" },
        { "Microsoft.Rest", "AccountNudge.Bot.Teams.Framework" },
        { "Newtonsoft", "AccountNudge.Bot.Teams.Framework" },
        { "Hangfire", "AccountNudge.Scheduler" },
    };

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Nothing_compiled_outside_of_its_place_uses_a_library(string library, string place)
    {
        var users = Product.SelectMany(assembly => assembly.GetTypes()).Where(type => References.Of(type).Any(used => IsIn(library, used))).Select(References.Outermost).Distinct().ToList();

        if (library != "Hangfire") users.ShouldContain(user => IsIn(place, user), "the search finds what is allowed");
        users.Where(user => !IsIn(place, user)).Select(user => user.FullName).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Nothing_written_outside_of_its_place_names_a_library(string library, string place)
    {
        var named = new Regex($@"(?<![\w.]){Regex.Escape(library)}\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        var folder = $"{place["AccountNudge.".Length..].Replace('.', '/')}/";

        Files("*.cs", "*.razor").Where(file => !file.StartsWith(folder, StringComparison.Ordinal))
            .Where(file => File.ReadLines(Path.Combine(Source, file)).Any(line => named.IsMatch(WithoutProse(file, line)))).ShouldBeEmpty();
    }

    private static bool IsIn(string place, Type type) => $"{type.Namespace}.".StartsWith($"{place}.", StringComparison.Ordinal);

    /// <summary>A line without its strings and comments; project files have their names in strings.</summary>
    private static string WithoutProse(string file, string line) => Path.GetExtension(file) is ".cs" or ".razor" ? Regex.Replace(line, "\"[^\"]*\"|//.*", "", RegexOptions.None, TimeSpan.FromSeconds(1)) : line;

    private static string TypeOf(string file) => file == "Bot/Program.cs" ? "Program" : "AccountNudge." + Path.ChangeExtension(file, null).Replace('/', '.');

    /// <summary>Relative to the source folder, with slashes; without what the build makes.</summary>
    private static IEnumerable<string> Files(params string[] patterns) => patterns.SelectMany(pattern => Directory.EnumerateFiles(Source, pattern, SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Source, file).Replace(Path.DirectorySeparatorChar, '/'))
        .Where(file => !file.Split('/').Intersect(["obj", "bin"], StringComparer.Ordinal).Any());

    private static string Here([CallerFilePath] string path = "") => path;
}
