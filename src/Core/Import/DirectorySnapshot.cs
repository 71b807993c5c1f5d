namespace AccountNudge.Core.Import;

/// <summary>A client that the team has already.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">As the team calls it.</param>
public sealed record DirectoryAccount(Guid Id, string Name)
{
    /// <summary>How closely it is looked after.</summary>
    public Tier Tier { get; init; } = Tier.B;

    /// <summary>Who looks after it.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Since when the two work together.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>The day of the latest talk that is noted.</summary>
    public LocalDate? LastContact { get; init; }

    /// <summary>What is agreed about how often and how to talk.</summary>
    public ImportedRhythm? Rhythm { get; init; }

    /// <summary>What earlier imports noted about it.</summary>
    public string Notes { get; init; } = "";
}

/// <summary>A person whom the team has already.</summary>
/// <param name="Id">Their key.</param>
/// <param name="AccountId">Where they are.</param>
/// <param name="Name">As the team writes it.</param>
public sealed record DirectoryContact(Guid Id, Guid AccountId, string Name)
{
    /// <summary>What they do there.</summary>
    public string Role { get; init; } = "";

    /// <summary>As typed.</summary>
    public string Phone { get; init; } = "";

    /// <summary>As typed.</summary>
    public string Email { get; init; } = "";

    /// <summary>Their birthday.</summary>
    public Birthday? Birthday { get; init; }

    /// <summary>What earlier imports noted about them.</summary>
    public string Notes { get; init; } = "";

    /// <summary>They are still there. About those who are not, nothing is added.</summary>
    public bool IsThere { get; init; } = true;
}

/// <summary>A colleague in the team.</summary>
/// <param name="Id">Their key.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their mail address; may be empty.</param>
public sealed record DirectoryMember(Guid Id, string Name, string Email = "");

/// <summary>What the team has when a file is compared with it, in the order it was entered.</summary>
public sealed record DirectorySnapshot
{
    /// <summary>Its clients, also those it has parted with.</summary>
    public EquatableList<DirectoryAccount> Accounts { get; init; } = [];

    /// <summary>The people there, also those who left.</summary>
    public EquatableList<DirectoryContact> Contacts { get; init; } = [];

    /// <summary>The colleagues who may look after a client.</summary>
    public EquatableList<DirectoryMember> Members { get; init; } = [];

    /// <summary>
    /// Whether somebody was erased for good, asked once for each thing by which they could be told: <c>mail:…</c>, <c>phone:+49…</c>,
    /// <c>name:client/person</c>, all as they are compared. Whoever keeps hashes answers it.
    /// </summary>
    public Func<string, bool> IsErased { get; init; } = _ => false;
}
