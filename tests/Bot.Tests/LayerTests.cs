using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Bot.Hosting;
using AccountNudge.Core;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Tests;

/// <summary>
/// The folders of Core are layers: each knows those before it and none after it, and practices do not know each other. Checked in what
/// was compiled, where no type hides behind <c>var</c>.
/// </summary>
public class LayerTests
{
    private const string Root = "AccountNudge.Core";

    /// <summary>A practice's own folders, in Core and in the Bot.</summary>
    private static readonly string[] OwnFolders = [.. PracticeCatalog.All.Select(practice => FolderOf(practice.GetType())).Distinct(StringComparer.Ordinal)];

    /// <summary>From the ground up. Those within one row do not know each other.</summary>
    private static readonly string[][] Layers =
    [
        ["Texts"], ["Calendar"], ["Accounts"], ["Access"], ["Interactions"], ["Nudges"], ["Storage"], ["Practices"],
        OwnFolders, [""], ["Planning"], ["Digests", "Briefs"], ["Lists"], ["Import"], ["Exports"], ["Posting"],
    ];

    [Fact]
    public void A_folder_of_Core_knows_those_below_it_alone()
    {
        var ranks = Layers.SelectMany((row, rank) => row.Select(folder => (folder, rank))).ToDictionary(pair => pair.folder, pair => pair.rank, StringComparer.Ordinal);
        var uses = typeof(PracticeCatalog).Assembly.GetTypes().Where(type => IsIn(Root, type)).SelectMany(user => References.Of(user)
            .Where(used => IsIn(Root, used) && FolderOf(used) != FolderOf(user))
            .Select(used => (User: References.Outermost(user), Used: References.Outermost(used)))).Distinct().ToList();

        uses.Select(use => FolderOf(use.User)).Distinct(StringComparer.Ordinal).ShouldContain("Posting", "the search finds the layers");
        uses.Where(use => ranks[FolderOf(use.User)] <= ranks[FolderOf(use.Used)]).Select(use => $"{use.User.FullName} uses {use.Used.FullName}").ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_but_the_catalogue_names_a_practice()
    {
        var types = new[] { typeof(PracticeCatalog).Assembly, typeof(BotSettings).Assembly }.SelectMany(assembly => assembly.GetTypes()).ToList();
        var users = types.SelectMany(user => References.Of(user).Where(used => OwnFolders.Any(folder => IsIn($"{Root}.{folder}", used)))
            .Where(used => !IsOwn(user, used)).Select(_ => References.Outermost(user).FullName!)).Distinct(StringComparer.Ordinal).ToList();

        users.ShouldBe(["AccountNudge.Core.PracticeCatalog"]);
    }

    [Fact]
    public void Every_kind_has_one_practice_and_one_view()
    {
        var practices = typeof(PracticeCatalog).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IPractice)));

        PracticeCatalog.All.Select(practice => practice.GetType()).ShouldBe(practices, ignoreOrder: true);
        PracticeCatalog.All.Select(practice => practice.Kind).ShouldBeUnique();
        PracticeViews.All.Select(view => view.Kind).ShouldBe(PracticeCatalog.All.Select(practice => practice.Kind));
    }

    private static bool IsOwn(Type user, Type used)
    {
        var folder = OwnFolders.Single(folder => IsIn($"{Root}.{folder}", used));
        return IsIn($"{Root}.{folder}", user) || IsIn($"AccountNudge.Bot.Conversation.{folder}", user);
    }

    private static bool IsIn(string place, Type type) => $"{type.Namespace}.".StartsWith($"{place}.", StringComparison.Ordinal);

    /// <summary>The first folder below Core; empty for Core itself.</summary>
    private static string FolderOf(Type type) => type.Namespace!.Length == Root.Length ? "" : type.Namespace[(Root.Length + 1)..].Split('.')[0];
}
