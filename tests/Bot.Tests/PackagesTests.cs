using System.Xml.Linq;

namespace AccountNudge.Bot.Tests;

/// <summary>Packages that nobody uses are not named, and those the bot runs with are named with their licences.</summary>
public sealed class PackagesTests
{
    private static readonly string Root = Path.GetDirectoryName(Repository.Path("AccountNudge.sln"))!;

    /// <summary>Transitive packages raised above what asks for them, which a comment before them must explain.</summary>
    private static bool IsExplainedPin(XElement version) =>
        (string?)version.Parent!.Attribute("Label") == "Transitive pins" && version.NodesBeforeSelf().OfType<XComment>().Any();

    [Fact]
    public void Every_package_version_is_referenced_or_an_explained_transitive_pin()
    {
        var referenced = Projects("").SelectMany(References).Select(Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var versions = XDocument.Load(Path.Combine(Root, "Directory.Packages.props")).Descendants("PackageVersion").ToList();

        versions.Count.ShouldBeGreaterThan(10, "the search finds versions");
        versions.Where(version => !referenced.Contains(Name(version)) && !IsExplainedPin(version)).Select(Name).ShouldBeEmpty();
    }

    [Fact]
    public void Every_package_the_bot_runs_with_is_named_with_its_licence()
    {
        var named = Repository.Read("docs/licences.md").Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 4 && cells[2].Length > 0).Select(cells => cells[1]);

        Projects("src").SelectMany(References).Where(reference => reference.Attribute("PrivateAssets") is null).Select(Name)
            .Except(named, StringComparer.Ordinal).ShouldBeEmpty();
    }

    /// <summary>All project files and what they import, without what the build makes.</summary>
    private static IEnumerable<XDocument> Projects(string folder) => new[] { "*.csproj", "*.props", "*.targets" }
        .SelectMany(pattern => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories))
        .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
        .Select(XDocument.Load);

    private static IEnumerable<XElement> References(XDocument project) => project.Descendants("PackageReference");

    private static string Name(XElement item) => (string?)item.Attribute("Include") ?? "";
}
