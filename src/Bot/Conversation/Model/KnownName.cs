namespace AccountNudge.Bot.Conversation.Model;

/// <summary>What a known name stands for.</summary>
public enum NameKind
{
    Account,
    Contact,
    Member,
}

/// <summary>A name the speaker's teams know.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Id">The row.</param>
/// <param name="Name">As it was entered.</param>
/// <param name="AccountId">The contact's account, or the account itself; empty for a member.</param>
/// <param name="Phone">A contact's number as it was entered.</param>
/// <param name="PersonId">A member's id on the platform.</param>
/// <param name="Team">The team that looks after an account, where several are in scope.</param>
public sealed record KnownName(NameKind Kind, Guid Id, string Name, Guid AccountId = default, string? Phone = null, string? PersonId = null, string? Team = null)
{
    /// <summary>Where a contact stands.</summary>
    public ContactState State { get; init; }

    /// <summary>A contact who is not there any more.</summary>
    public bool IsGone => State != ContactState.Active;
}
