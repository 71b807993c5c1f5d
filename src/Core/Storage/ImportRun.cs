namespace AccountNudge.Core.Storage;

/// <summary>Where the import of a file stands. The numbers are stored.</summary>
public enum ImportState
{
    /// <summary>Sent, or given other columns: to be read.</summary>
    Received,

    /// <summary>Read: somebody is asked whether to carry it out.</summary>
    Proposed,

    /// <summary>Nothing can be made of the file.</summary>
    Refused,

    /// <summary>To be carried out, or being carried out.</summary>
    Confirmed,

    /// <summary>Carried out.</summary>
    Done,

    /// <summary>To be taken back, or being taken back.</summary>
    Undoing,

    /// <summary>Taken back.</summary>
    Undone,

    /// <summary>Given up before anything was carried out.</summary>
    Cancelled,

    /// <summary>Something went wrong on the way: it can go on or be taken back.</summary>
    Stopped,
}

/// <summary>
/// A file that was sent to be imported. It is read and carried out in the background, by whichever node claims it; one that dies leaves it
/// to another.
/// </summary>
public sealed class ImportRun : ITeamOwned
{
    /// <summary>The word by which messages that show an import are known, where those about a matter name its practice.</summary>
    public const string Kind = "import";

    /// <summary>Characters of a file's name that are kept.</summary>
    public const int LongestName = 200;

    /// <summary>Our own id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <summary>Who sent it; nobody else is shown it.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>What the file is called.</summary>
    public required string FileName { get; init; }

    /// <summary>The file as it was sent; null once it is not needed any more.</summary>
    public byte[]? File { get; set; }

    /// <summary>What somebody said the columns mean, where the headers do not say it: JSON by column.</summary>
    public string Columns { get; set; } = "{}";

    /// <summary>What came of reading it, to be shown: JSON.</summary>
    public string Report { get; set; } = "{}";

    /// <summary>What becomes of every row: a compressed CSV file; null before it is read, and a day later.</summary>
    public byte[]? Outcomes { get; set; }

    /// <summary>Where it stands.</summary>
    public ImportState State { get; set; }

    /// <summary>How many clients and people there are to write, or to take back.</summary>
    public int Steps { get; set; }

    /// <summary>How many of them are written, or taken back.</summary>
    public int StepsDone { get; set; }

    /// <summary>When it was sent, by the product's clock.</summary>
    public required Instant At { get; init; }

    /// <summary>When it was carried out, by the product's clock; for a day from then it can be taken back.</summary>
    public Instant? DoneAt { get; set; }

    /// <summary>Real time until which whoever claimed it may work on it.</summary>
    public Instant LeaseUntil { get; set; } = Claims.Free;

    /// <summary>Counts the claims: whoever has lost theirs writes nothing more.</summary>
    public int ClaimCount { get; set; }
}

/// <summary>Imports as they are shown.</summary>
public static class ShownImports
{
    /// <summary>Everything but the files, which may be large.</summary>
    public static IQueryable<ImportRun> WithoutFiles(this IQueryable<ImportRun> imports) => imports.Select(import => new ImportRun
    {
        Id = import.Id,
        WorkspaceId = import.WorkspaceId,
        TeamId = import.TeamId,
        MemberId = import.MemberId,
        FileName = import.FileName,
        Columns = import.Columns,
        Report = import.Report,
        State = import.State,
        Steps = import.Steps,
        StepsDone = import.StepsDone,
        At = import.At,
        DoneAt = import.DoneAt,
    });
}
