using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace AccountNudge.Core.Tests.Storage;

public partial class SourceTests
{
    [Fact]
    public void No_query_leaves_the_scope_and_no_raw_SQL_is_written_outside_the_storage()
    {
        var source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../src"));
        var storage = Path.Combine(source, "Core", "Storage") + Path.DirectorySeparatorChar;
        var files = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)).ToList();

        files.Count(file => Forbidden().IsMatch(File.ReadAllText(file))).ShouldBeGreaterThan(0, "the pattern finds what is allowed in the storage");
        files.Where(file => !file.StartsWith(storage, StringComparison.Ordinal) && Forbidden().IsMatch(File.ReadAllText(file)) && !IsOfChatTablesOnly(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(source, file)).ShouldBeEmpty();
    }

    /// <summary>What the chat platforms keep for themselves belongs to no team: there raw SQL claims and prunes, and sees nothing of the domain.</summary>
    private static bool IsOfChatTablesOnly(string text) => text.Contains("<ChatStore>", StringComparison.Ordinal) && !DomainStore().IsMatch(text);

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"\b(?:IgnoreQueryFilters|FromSql\w*|ExecuteSql\w*|SqlQuery\w*|CommandText|CreateCommand)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"\b(?:IgnoreQueryFilters|Stores stores|new Scope|Scope\.)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DomainStore();
}
