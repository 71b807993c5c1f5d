using System.Text.Json;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Import;

/// <summary>A sentence that is kept to be said later, in whichever language.</summary>
/// <param name="English">In English.</param>
/// <param name="German">In German.</param>
public sealed record KeptText(string English, string German)
{
    /// <summary>Keeps a sentence.</summary>
    public static KeptText Of(Text text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text.Plain(Voice.English), text.Plain(Voice.German));
    }

    /// <summary>The sentence.</summary>
    public Text ToText() => new($"{English}", $"{German}");
}

/// <summary>A row that is shown as an example of its kind.</summary>
/// <param name="Kind">What becomes of it.</param>
/// <param name="Row">Where it stands in the file.</param>
/// <param name="Account">Its client; empty where it is left out.</param>
/// <param name="Contact">The person it names; empty where it names none.</param>
/// <param name="Remarks">What is to be said about it.</param>
public sealed record ReportedRow(RowKind Kind, int Row, string Account, string Contact, IReadOnlyList<KeptText> Remarks);

/// <summary>A column of a file, with what is read from it.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Header">What stands above it; may be empty.</param>
/// <param name="Field">What is read from it.</param>
/// <param name="Order">In which order its dates are written, where somebody said so.</param>
/// <param name="IsUnknown">Nobody said what it means.</param>
/// <param name="IsAmbiguous">Its dates can be read in two orders.</param>
/// <param name="Example">The first thing that stands in it.</param>
public sealed record ReportedColumn(int Index, string Header, ImportField Field, DateOrder? Order, bool IsUnknown, bool IsAmbiguous, string Example);

/// <summary>What somebody said of a column.</summary>
/// <param name="Field">What it means.</param>
/// <param name="Order">In which order its dates are written; null where they show it.</param>
public sealed record ColumnChoice(ImportField Field, DateOrder? Order = null);

/// <summary>What is shown of a file that was sent to be imported.</summary>
public sealed record ImportReport
{
    /// <summary>Rows of each kind that are shown.</summary>
    public const int Examples = 3;

    private const int LongestExample = 40;

    /// <summary>How many rows there are of each kind.</summary>
    public IReadOnlyDictionary<RowKind, int> Counts { get; init; } = new Dictionary<RowKind, int>();

    /// <summary>Clients to enter.</summary>
    public int NewAccounts { get; init; }

    /// <summary>People to enter.</summary>
    public int NewContacts { get; init; }

    /// <summary>There is something to do.</summary>
    public bool HasWork { get; init; }

    /// <summary>The first rows of each kind.</summary>
    public IReadOnlyList<ReportedRow> First { get; init; } = [];

    /// <summary>The columns in which something stands.</summary>
    public IReadOnlyList<ReportedColumn> Columns { get; init; } = [];

    /// <summary>Why nothing can be made of the file.</summary>
    public KeptText? Refusal { get; init; }

    /// <summary>Clients and people that stayed when it was taken back, for somebody has gone on with them.</summary>
    public int Kept { get; init; }

    /// <summary>The report that is kept with an import.</summary>
    public static ImportReport Of(ImportRun import)
    {
        ArgumentNullException.ThrowIfNull(import);
        return JsonSerializer.Deserialize<ImportReport>(import.Report)!;
    }

    /// <summary>What somebody said of its columns.</summary>
    public static Dictionary<int, ColumnChoice> ChoicesOf(ImportRun import)
    {
        ArgumentNullException.ThrowIfNull(import);
        return JsonSerializer.Deserialize<Dictionary<int, ColumnChoice>>(import.Columns)!;
    }

    /// <summary>Keeps it with an import.</summary>
    public void KeepIn(ImportRun import)
    {
        ArgumentNullException.ThrowIfNull(import);
        import.Report = JsonSerializer.Serialize(this);
    }

    /// <summary>Without what stands in the file.</summary>
    public ImportReport WithoutWords() => this with { First = [], Columns = [] };

    /// <summary>The report of a plan.</summary>
    internal static ImportReport Of(ImportPlan plan, ColumnMapping mapping, ImportTable table)
    {
        var examples = ExamplesOf(table, mapping);
        return new ImportReport
        {
            Counts = plan.Counts,
            NewAccounts = plan.Accounts.Count(account => account.Id is null),
            NewContacts = plan.Contacts.Count(contact => contact.Id is null),
            HasWork = plan.Accounts.Count + plan.Contacts.Count > 0,
            First = [.. Enum.GetValues<RowKind>().SelectMany(kind => plan.First(kind, Examples)).Select(row =>
                new ReportedRow(row.Kind, row.Row, row.Account?.Name ?? "", row.Contact?.Name ?? "", [.. row.Remarks.Select(KeptText.Of)]))],
            Columns = [.. mapping.Columns.Where(column => examples[column.Index] is not null).Select(column =>
                new ReportedColumn(column.Index, column.Header, column.Field, column.Order, column.IsUnknown, plan.AmbiguousDates.Contains(column.Header), examples[column.Index]!))],
        };
    }

    private static string?[] ExamplesOf(ImportTable table, ColumnMapping mapping)
    {
        var examples = new string?[mapping.Columns.Count];
        var missing = examples.Length;
        foreach (var row in table.Rows)
        {
            for (var column = 0; column < examples.Length; column++)
            {
                if (examples[column] is not null || row.At(column) is not { IsEmpty: false, Text: var text }) continue;
                var line = text.ReplaceLineEndings(" ");
                examples[column] = line.Length <= LongestExample ? line : $"{line[..LongestExample].TrimEnd()}…";
                missing--;
            }

            if (missing == 0) break;
        }

        return examples;
    }
}
