using System.Text.RegularExpressions;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core;

namespace AccountNudge.Bot.Tests;

/// <summary>docs/practices.md names every practice, and nothing that is not there.</summary>
public sealed partial class PracticesInDocsTests
{
    private static readonly IReadOnlyList<string[]> Rows =
        [.. Repository.Read("docs/practices.md").Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(line => line.Split('|', StringSplitOptions.TrimEntries))];

    [Fact]
    public void Every_practice_and_every_view_has_its_folder_in_a_row()
    {
        var folders = Rows.SelectMany(row => Quoted(row[3])).ToHashSet(StringComparer.Ordinal);
        var homes = PracticeCatalog.All.Select(practice => practice.GetType()).Concat(PracticeViews.All.Select(view => view.GetType())).Select(FolderOf).Distinct();
        homes.Where(home => !folders.Contains(home)).ShouldBeEmpty("Add what is new to docs/practices.md.");
    }

    [Fact]
    public void Every_folder_and_every_test_in_it_is_there()
    {
        var tests = Directory.EnumerateFiles(Repository.Path("tests"), "*.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToHashSet(StringComparer.Ordinal);
        Rows.ShouldAllBe(row => Quoted(row[3]).Any() && Quoted(row[4]).Any());
        Rows.SelectMany(row => Quoted(row[3])).Where(folder => !Directory.Exists(Repository.Path(folder))).ShouldBeEmpty();
        Rows.SelectMany(row => Quoted(row[4])).Where(test => !tests.Contains(test)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_code_stands_once() => Rows.GroupBy(row => row[1]).Where(rows => rows.Count() > 1).Select(rows => rows.Key).ShouldBeEmpty();

    private static string FolderOf(Type type) => "src/" + type.Namespace!["AccountNudge.".Length..].Replace('.', '/');

    private static IEnumerable<string> Quoted(string cell) => QuotedName().Matches(cell).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex QuotedName();
}
