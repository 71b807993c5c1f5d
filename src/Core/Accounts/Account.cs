namespace AccountNudge.Core.Accounts;

/// <summary>How closely an account is looked after.</summary>
public enum Tier
{
    /// <summary>Closest.</summary>
    A,

    /// <summary>The default.</summary>
    B,

    /// <summary>Loosest.</summary>
    C,
}

/// <summary>How a relationship stands. That a client is away for a while is no state of its own, see <see cref="Account.PausedUntil"/>.</summary>
public enum AccountState
{
    /// <summary>We work together.</summary>
    Active,

    /// <summary>We part, and are still settling what there is to settle.</summary>
    Parting,

    /// <summary>We have parted.</summary>
    Parted,

    /// <summary>They have left.</summary>
    Lost,

    /// <summary>They are back: everything begins afresh.</summary>
    Returned,
}

/// <summary>A client organisation.</summary>
public sealed class Account : ITeamOwned
{
    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <summary>As the team calls it.</summary>
    public required string Name { get; set; }

    /// <summary>How closely it is looked after.</summary>
    public Tier Tier { get; set; } = Tier.B;

    /// <summary>The face to the account.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>Who stands in for the owner.</summary>
    public Guid? DeputyId { get; set; }

    /// <summary>The day the two began to work together.</summary>
    public LocalDate? Since { get; set; }

    /// <summary>The day it was entered here, in the team's zone; quiet days count from it at the earliest.</summary>
    public required LocalDate EnteredOn { get; init; }

    /// <summary>
    /// Of a client that an import brought: the first day on which silence is brought up, as long as nobody has talked since. Imports give
    /// every client a day of its own, so that hundreds are not quiet on one morning.
    /// </summary>
    public LocalDate? FirstQuietOn { get; set; }

    /// <summary>Since when the two work together as far as we know: the day it was entered, where nobody said.</summary>
    public LocalDate TogetherSince => Since ?? EnteredOn;

    /// <summary>The last day of the client's own pause, or of the latest one; quiet days count from its end.</summary>
    public LocalDate? PausedUntil { get; set; }

    /// <summary>How the relationship stands.</summary>
    public AccountState State { get; private set; }

    /// <summary>The day since which it stands so, in the team's zone; null where that never changed.</summary>
    public LocalDate? StateSince { get; private set; }

    /// <summary>We work together; otherwise nothing brings the client up but what we still owe them.</summary>
    public bool IsWithUs => State is AccountState.Active or AccountState.Returned;

    /// <summary>The day from which silence is counted at the earliest: the day it was entered, or on which the client came back.</summary>
    public LocalDate CountsFrom => State == AccountState.Returned && StateSince is { } back ? LocalDate.Max(EnteredOn, back) : EnteredOn;

    /// <summary>The relationship stands otherwise from a day on. Whoever says so has made sure that it may.</summary>
    public void Become(AccountState state, LocalDate on) => (State, StateSince) = (state, on);

    /// <summary>When a policy's answer may next change; anything that changes the account sets it to now. Null: never by itself.</summary>
    public Instant? LookAgainAt { get; internal set; }

    /// <summary>Counts the changes; two that were made from the same state cannot both be written.</summary>
    public long Revision { get; internal set; }
}

/// <summary>Accounts by how the relationship stands.</summary>
public static class AccountStates
{
    /// <summary>Those of clients we work with, see <see cref="Account.IsWithUs"/>.</summary>
    public static IQueryable<Account> WithUs(this IQueryable<Account> accounts) =>
        accounts.Where(account => account.State == AccountState.Active || account.State == AccountState.Returned);
}

/// <summary>Where a contact stands.</summary>
public enum ContactState
{
    /// <summary>There.</summary>
    Active,

    /// <summary>No longer at the account.</summary>
    Left,

    /// <summary>Has died: named in no nudge any more.</summary>
    Deceased,

    /// <summary>Their data has had its time: nobody can tell any more who it was.</summary>
    Erased,
}

/// <summary>A person at an account.</summary>
public sealed class Contact : IAccountFact
{
    /// <summary>The age that anybody at a client can have. An earlier year of birth stands for an unknown one, such as 1900.</summary>
    public const int OldestAge = 110;

    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; set; }

    /// <summary>The name, with or without a form of address, as the team writes it.</summary>
    public required string Name { get; set; }

    /// <summary>What they do there.</summary>
    public string Role { get; set; } = "";

    /// <summary>As typed, without what cannot be seen; numbers are compared, never rewritten.</summary>
    public string Phone { get; set; } = "";

    /// <summary>As typed.</summary>
    public string Email { get; set; } = "";

    /// <summary>The day of the year; 29 February is kept on the 28th in common years.</summary>
    public AnnualDate? Birthday { get; set; }

    /// <summary>The year of birth where it is known.</summary>
    public int? BirthYear { get; set; }

    /// <summary>Where they stand.</summary>
    public ContactState State { get; private set; }

    /// <summary>Since which day they are not there any more, as far as we know; null while they are.</summary>
    public LocalDate? GoneOn { get; private set; }

    /// <summary>The day from which their personal data is no longer needed, and on which it was erased; null while they are there.</summary>
    public LocalDate? DeleteOn { get; private set; }

    /// <summary>They can be talked to there.</summary>
    public bool IsThere => State == ContactState.Active;

    /// <summary>The day on which an import brought them, in the team's zone; null for those whom somebody entered. What should have been asked ahead by then is let be.</summary>
    public LocalDate? ImportedOn { get; init; }

    /// <summary>They are not there any more: from now on their data has an end.</summary>
    public void Go(ContactState state, LocalDate on, LocalDate deleteOn) => (State, GoneOn, DeleteOn) = (state, on, deleteOn);

    /// <summary>They are there again.</summary>
    public void Return() => (State, GoneOn, DeleteOn) = (ContactState.Active, null, null);

    /// <summary>Nothing about them is kept but that there was somebody.</summary>
    /// <param name="former">What they are called from now on.</param>
    /// <param name="on">The day, in the team's zone.</param>
    public void Erase(string former, LocalDate on)
    {
        (Name, Role, Phone, Email) = (former, "", "", "");
        (Birthday, BirthYear, OccasionsInChannel, ObjectedOn, State) = (null, null, false, null, ContactState.Erased);
        DeleteOn = DeleteOn < on ? DeleteOn : on;
    }

    /// <summary>
    /// The day since which they do not want to be thought of: no occasion, hint or suggestion speaks of them, what we owe them does. Null where
    /// they have not objected.
    /// </summary>
    public LocalDate? ObjectedOn { get; set; }

    /// <summary>They are there, and have nothing against being thought of.</summary>
    public bool MayBeThoughtOf => IsThere && ObjectedOn is null;

    /// <summary>Their birthday and other occasions may be spoken of in the channel; else only whoever looks after the account hears of them.</summary>
    public bool OccasionsInChannel { get; set; }

    /// <summary>How old they turn in a year; null where that is not known.</summary>
    public int? AgeIn(int year) => BirthYear is { } born && year - born is > 0 and <= OldestAge ? year - born : null;
}
