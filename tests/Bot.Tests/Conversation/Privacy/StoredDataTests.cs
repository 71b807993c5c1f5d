using System.Text.RegularExpressions;
using AccountNudge.Bot.Storage;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AccountNudge.Bot.Tests.Conversation.Privacy;

/// <summary>
/// <c>docs/data.md</c> names every table and every text of the database, and what becomes of it when somebody is forgotten: a new column fails here
/// until somebody has thought about that.
/// </summary>
public partial class StoredDataTests
{
    private static readonly string[] Outcomes = ["deleted", "without the name", "never personal:"];

    private static readonly Dictionary<string, (string[] Columns, string Outcome)> Written = Rows().ToDictionary(row => row.Table, row => (row.Columns, row.Outcome), StringComparer.Ordinal);

    public static TheoryData<string> Tables => [.. Model().Select(type => type.GetTableName()!).Distinct().Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Tables))]
    public void Every_text_of_a_table_is_named_with_what_becomes_of_it(string table)
    {
        Written.ShouldContainKey(table, $"docs/data.md has no row for {table}: say there what it holds, and what becomes of it when somebody is forgotten.");
        var (columns, outcome) = Written[table];

        columns.ShouldBe(Texts(table).Select(text => text.GetColumnName()), ignoreOrder: true, table);
        Outcomes.ShouldContain(known => outcome.StartsWith(known, StringComparison.Ordinal), outcome);
    }

    [Fact]
    public void No_table_is_named_that_there_is_not() => Written.Keys.Except(Model().Select(type => type.GetTableName()!)).ShouldBeEmpty();

    /// <summary>Which columns are rewritten is read from the model: words have no longest length, codes of ours have one.</summary>
    [Theory, MemberData(nameof(Tables))]
    public void Words_about_clients_are_never_called_impersonal(string table)
    {
        var words = Texts(table).Where(text => text.DeclaringType.ClrType.IsAssignableTo(typeof(IAccountFact)) && text.ClrType == typeof(string) && text.GetMaxLength() is null).ToList();
        if (words.Count > 0) Written[table].Outcome.ShouldNotStartWith("never personal");
        if (Model().Any(type => type.GetTableName() == table && type.ClrType.IsAssignableTo(typeof(IPersonal)))) Written[table].Outcome.ShouldStartWith("deleted");
    }

    /// <summary>What was asked to run is given nothing but the time, so Hangfire stores no argument.</summary>
    [Fact]
    public void Jobs_take_no_argument() => typeof(AccountNudge.Scheduler.Jobs).GetMethods().Where(method => method.DeclaringType == typeof(AccountNudge.Scheduler.Jobs))
        .SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType).Distinct().ShouldBe([typeof(CancellationToken)]);

    private static IEnumerable<IProperty> Texts(string table) => Model().Where(type => type.GetTableName() == table).SelectMany(type => type.GetProperties())
        .Where(property => (property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType) is var kept && (kept == typeof(string) || kept == typeof(byte[]))).DistinctBy(property => property.GetColumnName());

    private static IReadOnlyList<IEntityType> Model()
    {
        using var store = Stores.OnSqlite("Data Source=:memory:", NodaTime.SystemClock.Instance).Open(Scope.Nothing);
        using var chat = new SqliteChatStore((DbContextOptions<SqliteChatStore>)new DbContextOptionsBuilder<SqliteChatStore>().UseSqliteFile("Data Source=:memory:").Options);
        return [.. store.Model.GetEntityTypes(), .. chat.Model.GetEntityTypes()];
    }

    private static IEnumerable<(string Table, string[] Columns, string Outcome)> Rows()
    {
        var docs = Repository.Read("docs/data.md");
        var tables = docs[docs.IndexOf("<!-- tables", StringComparison.Ordinal)..docs.IndexOf("<!-- end of tables", StringComparison.Ordinal)];
        return Row().Matches(tables).Select(row => (row.Groups["table"].Value, Column().Matches(row.Groups["columns"].Value).Select(column => column.Groups["name"].Value).ToArray(), row.Groups["outcome"].Value));
    }

    [GeneratedRegex(@"^\| `(?<table>\w+)` \|(?<columns>[^|]*)\|[^|]*\| (?<outcome>[^|]*) \|$", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>\\w+)`", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Column();
}
