namespace AccountNudge.Core.Access;

/// <summary>What a token lets another system do.</summary>
[Flags]
public enum ApiScopes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Note talks.</summary>
    Interactions = 1,

    /// <summary>Log complaints.</summary>
    Complaints = 2,

    /// <summary>Read briefs.</summary>
    Brief = 4,

    /// <summary>All of it.</summary>
    All = Interactions | Complaints | Brief,
}

/// <summary>
/// Another system's access to one team: the telephone, the mail or the ticket system. What it records is by a member of its own, who is called
/// like it and is in no team. A revoked one stays, for what it recorded.
/// </summary>
public sealed class ApiToken : ITeamOwned
{
    /// <summary>What its secret begins with.</summary>
    public const string Prefix = "anapi";

    /// <summary>Tokens that a team may have at a time.</summary>
    public const int MostPerTeam = 20;

    /// <summary>Characters of its name.</summary>
    public const int LongestName = 60;

    /// <summary>How exactly is kept when it was used last: a call need not write each time.</summary>
    private static readonly Duration UsedWithin = Duration.FromHours(1);

    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <summary>The member by whom it records.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>What the other system is called: the source of what it records.</summary>
    public required string Name { get; init; }

    /// <summary>The SHA-256 of its secret.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>What it may do.</summary>
    public required ApiScopes Scopes { get; init; }

    /// <summary>Who made it.</summary>
    public required Guid MadeBy { get; init; }

    /// <summary>When it was made.</summary>
    public required Instant MadeAt { get; init; }

    /// <summary>When it was used last, within an hour; null while it never was.</summary>
    public Instant? UsedAt { get; init; }

    /// <summary>When it was revoked; null while it is good.</summary>
    public Instant? RevokedAt { get; set; }

    /// <summary>The platform's id of its member; no platform has such a one.</summary>
    public string PersonId => PersonIdOf(Id);

    /// <summary>See <see cref="PersonId"/>.</summary>
    public static string PersonIdOf(Guid id) => $"token:{id:N}";

    /// <summary>Whether a use at an instant is to be written down.</summary>
    public bool IsUseNew(Instant now) => UsedAt is not { } used || used <= now - UsedWithin;
}

/// <summary>What another system recorded under a key of its own: the same call again records nothing and is answered alike.</summary>
public sealed class ApiReceipt : ITeamOwned
{
    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <summary>Whose call it was.</summary>
    public required Guid TokenId { get; init; }

    /// <summary>The SHA-256 of its key.</summary>
    public required byte[] Key { get; init; }

    /// <summary>The SHA-256 of what was asked.</summary>
    public required byte[] Asked { get; init; }

    /// <summary>What was recorded.</summary>
    public required Guid ChangeId { get; init; }

    /// <summary>When, by the product's clock.</summary>
    public required Instant At { get; init; }
}
