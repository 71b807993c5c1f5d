using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Import;

/// <summary>What becomes of a row.</summary>
public enum RowKind
{
    /// <summary>A client that nobody had yet.</summary>
    NewAccount,

    /// <summary>A person at a client who comes with this file.</summary>
    NewContactAtNewAccount,

    /// <summary>A person at a client who was known.</summary>
    NewContactAtKnownAccount,

    /// <summary>Nothing of it is new.</summary>
    Unchanged,

    /// <summary>Fields that were empty are filled.</summary>
    Completed,

    /// <summary>Another row of the same file brought it already.</summary>
    Repeated,

    /// <summary>Nothing is taken from it.</summary>
    LeftOut,
}

/// <summary>What becomes of one row, and what is to be said about it.</summary>
/// <param name="Row">Where it stands in the file.</param>
/// <param name="Kind">What becomes of it.</param>
/// <param name="Account">Its client; null where it is left out.</param>
/// <param name="Contact">The person it names, if it does.</param>
/// <param name="Filled">The fields that it fills, of a client or person that was there before this row.</param>
/// <param name="Remarks">Values that are left out or differ from what is known; of a row that is left out, why.</param>
public sealed record RowOutcome(int Row, RowKind Kind, PlannedAccount? Account, PlannedContact? Contact, IReadOnlyList<ImportField> Filled, IReadOnlyList<Text> Remarks);

/// <summary>A client to enter or to complete. Of one that is known, only what is to be filled is set.</summary>
public sealed class PlannedAccount
{
    /// <summary>Its key; null where it is new.</summary>
    public Guid? Id { get; internal init; }

    /// <summary>Its name, as the file or, of one that is known, the team writes it.</summary>
    public required string Name { get; init; }

    /// <summary>How closely it is looked after.</summary>
    public Tier? Tier { get; internal set; }

    /// <summary>Who looks after it.</summary>
    public Guid? OwnerId { get; internal set; }

    /// <summary>Since when the two work together.</summary>
    public LocalDate? Since { get; internal set; }

    /// <summary>The latest talk that the file knows of.</summary>
    public LocalDate? LastContact { get; internal set; }

    /// <summary>How often and how to talk.</summary>
    public ImportedRhythm? Rhythm { get; internal set; }

    /// <summary>Words about it, and numbers and addresses that are nobody's.</summary>
    public string Notes { get; internal set; } = "";
}

/// <summary>A person to enter or to complete. Of one who is known, only what is to be filled is set.</summary>
public sealed class PlannedContact
{
    /// <summary>Their key; null where they are new.</summary>
    public Guid? Id { get; internal init; }

    /// <summary>Where they are.</summary>
    public required PlannedAccount Account { get; init; }

    /// <summary>Their name, as the file or, of one who is known, the team writes it.</summary>
    public required string Name { get; init; }

    /// <summary>What they do there.</summary>
    public string Role { get; internal set; } = "";

    /// <summary>As typed.</summary>
    public string Phone { get; internal set; } = "";

    /// <summary>As typed.</summary>
    public string Email { get; internal set; } = "";

    /// <summary>Their birthday.</summary>
    public Birthday? Birthday { get; internal set; }

    /// <summary>Words about them, and further numbers and addresses.</summary>
    public string Notes { get; internal set; } = "";
}

/// <summary>What an import would do. Nothing has been done yet.</summary>
public sealed record ImportPlan
{
    /// <summary>Each row, in the order of the file.</summary>
    public required IReadOnlyList<RowOutcome> Rows { get; init; }

    /// <summary>Clients to enter or to complete.</summary>
    public required IReadOnlyList<PlannedAccount> Accounts { get; init; }

    /// <summary>People to enter or to complete.</summary>
    public required IReadOnlyList<PlannedContact> Contacts { get; init; }

    /// <summary>
    /// Headers of columns whose dates may be read day first or month first. Somebody must say which (<see cref="ColumnMapping.With(string, DateOrder)"/>);
    /// until then these dates are left out.
    /// </summary>
    public required IReadOnlyList<string> AmbiguousDates { get; init; }

    /// <summary>Headers that nobody knows; their columns are left out.</summary>
    public required IReadOnlyList<string> UnknownHeaders { get; init; }

    /// <summary>How many rows there are of each kind, those without any included.</summary>
    public IReadOnlyDictionary<RowKind, int> Counts
    {
        get
        {
            var counts = Enum.GetValues<RowKind>().ToDictionary(kind => kind, _ => 0);
            foreach (var row in Rows) counts[row.Kind]++;
            return counts;
        }
    }

    /// <summary>The first rows of a kind, to be shown.</summary>
    public IEnumerable<RowOutcome> First(RowKind kind, int count) => Rows.Where(row => row.Kind == kind).Take(count);
}
