using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AccountNudge.Bot.Tests.Conversation.Isolation;

/// <summary>
/// Anna's team, and beside it two that are none of hers: another one in her workspace and one in another workspace.
/// Whatever she does here is compared with doing it to something that does not exist.
/// </summary>
internal sealed partial class IsolationFixture : IDisposable
{
    private readonly List<CanaryTeam> canaryTeams = [];
    private HashSet<string> ids = [];
    private string before = "";

    private IsolationFixture(Talk talk) => Talk = talk;

    public Talk Talk { get; }

    public IReadOnlyList<Foreign> Rows => [.. canaryTeams.SelectMany(aviary => aviary.Rows)];

    public IReadOnlyList<string> Names => [.. canaryTeams.SelectMany(aviary => aviary.Names)];

    /// <summary>Every word of theirs.</summary>
    public IReadOnlyList<string> Canaries => [.. canaryTeams.SelectMany(aviary => aviary.Canaries)];

    public static async Task<IsolationFixture> Meet()
    {
        var fixture = new IsolationFixture(await Talk.At("2027-03-01T10:00"));
        await fixture.Fill(TestContext.Current.CancellationToken);
        return fixture;
    }

    /// <summary>Does something to fixture' things and to none at all: nothing is said of them, and all are answered alike.</summary>
    public async Task Compare(string what, Func<string, TurnInput> act, IEnumerable<string> foreign, string missing)
    {
        var nothing = Neutral(await Try($"{what} [{missing}]", act(missing)), missing);
        foreach (var one in foreign)
        {
            var theirs = Neutral(await Try($"{what} [{one}]", act(one)), one);
            (theirs == nothing).ShouldBeTrue($"{what}: {one} of another team is answered otherwise than what does not exist.\n{theirs}\n--- but\n{nothing}");
        }
    }

    /// <summary>Nothing of the others' has changed, and nothing names it that did not before.</summary>
    public async Task Unchanged(string what)
    {
        var after = await Snapshot(TestContext.Current.CancellationToken);
        (after == before).ShouldBeTrue($"{what}: rows of another team have changed:\n{string.Join('\n', after.Split('\n').Except(before.Split('\n')))}");
    }

    /// <summary>Does something: nothing is said of the others.</summary>
    public async Task<Reply> Try(string what, TurnInput input)
    {
        var reply = await Talk.Turn(Talk.Anna, input, null);
        var typed = string.Join('\n', Words(input));
        var said = string.Join('\n', Words(reply).Concat(Talk.Cards.Values.SelectMany(card => Words(card))));
        var told = canaryTeams.SelectMany(aviary => aviary.Canaries).Concat(ids).Where(canary => Has(said, canary) && !Has(typed, canary)).ToList();
        (told.Count == 0).ShouldBeTrue($"{what}: the answer tells {string.Join(", ", told)} of another team:\n{said}");
        return reply;
    }

    public void Dispose() => Talk.Dispose();

    /// <summary>Looks like it and is nobody's.</summary>
    public static string Missing(string name) => Figures().Replace(name, found => new string('9', found.Length));

    private async Task Fill(CancellationToken cancellation)
    {
        await Talk.Say(Talk.Anna, "account add Ours GmbH");
        await Talk.Say(Talk.Anna, "contact add Otto Ours at Ours GmbH");
        await using var store = Talk.Stores.Open(Scope.Nothing);
        var own = await store.Workspaces.SingleAsync(cancellation);
        canaryTeams.Add(await new CanaryTeam(store, own.Id, Talk.Now, "Zwitscher").Fill(cancellation));
        var other = new Workspace { Platform = "local", ExternalId = "elsewhere" };
        store.Workspaces.Add(other);
        await store.SaveChangesAsync(cancellation);
        canaryTeams.Add(await new CanaryTeam(store, other.Id, Talk.Now, "Pfeif").Fill(cancellation));
        ids = [.. Rows.Select(row => row.Id.ToString("N")), other.Id.ToString("N")];
        before = await Snapshot(cancellation);
        EveryTableIsFilled(store);
    }

    /// <summary>A new table or a new text in one has to be filled with canaries too, or nothing would be tested about it.</summary>
    private void EveryTableIsFilled(Store store)
    {
        var tables = store.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(IWorkspaceOwned))).ToList();
        tables.Count.ShouldBeGreaterThan(10);
        foreach (var type in tables)
        {
            var lines = before.Split('\n').Where(line => line.StartsWith(type.GetTableName() + " ", StringComparison.Ordinal)).ToList();
            lines.ShouldNotBeEmpty($"{type.GetTableName()} has no row of another team");
            foreach (var text in type.GetProperties().Where(IsText))
                lines.ShouldContain(line => Regex.IsMatch(line, $@" {text.Name}=[^;]*(Zwitscher|Pfeif|\+49 30)", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)), $"{type.GetTableName()}.{text.Name} holds no canary");
        }
    }

    private static bool IsText(IProperty property) =>
        property.ClrType == typeof(string) && (property.DeclaringType.ClrType, property.Name) is not ({ Name: nameof(Change) }, nameof(Change.Rows)) and not (_, "Command" or "Kind" or "Ask" or "Hours");

    /// <summary>Every row that belongs to the others or names one of theirs, whatever its table.</summary>
    private async Task<string> Snapshot(CancellationToken cancellation)
    {
        await using var store = Talk.Stores.Open(Scope.Nothing);
        var connection = store.Database.GetDbConnection();
        await connection.OpenAsync(cancellation);
        var lines = new StringBuilder();
        foreach (var table in store.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name of a table of ours.
            command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY 1, 2";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                var cells = Enumerable.Range(0, reader.FieldCount).Select(at => (Name: reader.GetName(at), Value: Convert.ToString(reader.GetValue(at), CultureInfo.InvariantCulture) ?? "")).ToList();
                if (cells.Exists(cell => IsTheirs(cell.Value))) lines.Append(table).Append(' ').AppendJoin("; ", cells.Select(cell => $" {cell.Name}={cell.Value}")).Append('\n');
            }
        }

        return lines.ToString();
    }

    private bool IsTheirs(string cell) =>
        (Guid.TryParse(cell, out var id) && ids.Contains(id.ToString("N"))) || canaryTeams.Exists(aviary => aviary.Canaries.Contains(cell));

    private static bool Has(string text, string canary) => text.Contains(canary, StringComparison.OrdinalIgnoreCase);

    /// <summary>What was said, without what was typed and without ids and tokens, which are new each time.</summary>
    private static string Neutral(Reply reply, string typed) =>
        Ids().Replace(Birds().Replace(string.Join('\n', Words(reply)).Replace(typed, "…", StringComparison.OrdinalIgnoreCase), "…"), "#");

    /// <summary>Every text, id and figure anywhere in what was said, also on and behind buttons and in forms.</summary>
    private static IEnumerable<string> Words(object? said) => said switch
    {
        null => [],
        string text => [text],
        Guid id => [id.ToString("N")],
        IDictionary pairs => pairs.Keys.Cast<object>().Concat(pairs.Values.Cast<object>()).SelectMany(Words),
        IEnumerable items => items.Cast<object>().SelectMany(Words),
        _ when said.GetType().IsPrimitive || said.GetType().IsEnum || said is decimal => [said.ToString()!],
        _ when said.GetType().Namespace?.StartsWith("AccountNudge", StringComparison.Ordinal) == true || said.GetType().Name.StartsWith("KeyValuePair", StringComparison.Ordinal) =>
            said.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0).SelectMany(property => Words(property.GetValue(said))),
        _ => [],
    };

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Figures();

    [GeneratedRegex(@"(?:Zwitscher|Pfeif)\d{3}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Birds();

    [GeneratedRegex("[0-9a-f]{32}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ids();
}
