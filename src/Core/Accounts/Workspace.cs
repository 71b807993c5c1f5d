using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Accounts;

/// <summary>One Slack workspace, one Teams tenant, or the local page: the isolation boundary.</summary>
public sealed class Workspace
{
    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary><c>local</c>, <c>slack</c> or <c>teams</c>. A workspace lives on one platform.</summary>
    public required string Platform { get; init; }

    /// <summary>The platform's id of it.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Du or Sie for colleagues, in German.</summary>
    public FormOfAddress Address { get; set; }

    /// <summary>False writes "ss" for "ß".</summary>
    public bool SharpS { get; set; } = true;

    /// <summary>When the bot was removed from it: from then on nothing is planned or said there, and a month later it is forgotten.</summary>
    public Instant? EndedAt { get; set; }

    /// <summary>The voice in which a language is spoken here.</summary>
    public Voice Voice(Language language) => new(language, Address, SharpS);
}

/// <summary>A row that belongs to a workspace.</summary>
public interface IWorkspaceOwned
{
    /// <summary>The workspace's id.</summary>
    Guid WorkspaceId { get; }
}

/// <summary>A row that belongs to one team and is seen by that team only.</summary>
public interface ITeamOwned : IWorkspaceOwned
{
    /// <summary>The team's id.</summary>
    Guid TeamId { get; }
}

/// <summary>A fact about an account: when it changes, the account is looked at again.</summary>
public interface IAccountFact : ITeamOwned
{
    /// <summary>The row's key.</summary>
    Guid Id { get; }

    /// <summary>The account's id.</summary>
    Guid AccountId { get; }
}

/// <summary>
/// A fact that is a matter of its own, which names it by its key, with a state that is shown: wherever it is shown, it is drawn anew when it changes.
/// </summary>
public interface IMatterFact : IAccountFact;

/// <summary>A fact in somebody's own words, which can be searched for.</summary>
public interface INoted : IAccountFact
{
    /// <summary>In the words of whoever noted it.</summary>
    string Text { get; }
}

/// <summary>A fact that is kept for a while only: when its time is over it is deleted, and with it what was recorded to bring it back.</summary>
public interface IPassing : IAccountFact
{
    /// <summary>The change by which it was recorded; null where there is none.</summary>
    Guid? ChangeId { get; }
}

/// <summary>A record that names a contact: it keeps the contact from being deleted, and follows when two contacts become one.</summary>
public interface INamesContact : IAccountFact
{
    /// <summary>The contact, where one is named. Any other property that names one ends the same, such as <c>SuccessorContactId</c>.</summary>
    Guid? ContactId { get; }
}

/// <summary>A record about somebody as a person: it is deleted when their data has had its time.</summary>
public interface IPersonal : INamesContact;

/// <summary>A person who talks to the bot in one workspace; one human on two platforms is two members.</summary>
public sealed class Member : IWorkspaceOwned
{
    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The platform's id of the person.</summary>
    public required string PersonId { get; init; }

    /// <summary>The display name.</summary>
    public required string Name { get; set; }

    /// <summary>The language private replies are in.</summary>
    public Language Language { get; set; }

    /// <summary>The person's own zone, in which direct messages wait for working time; null takes the team's.</summary>
    public DateTimeZone? Zone { get; set; }

    /// <summary>They chose the zone themselves: what the platform tells of them does not change it.</summary>
    public bool HasChosenZone { get; set; }

    /// <summary>Their own working time, in which direct messages are said, as <see cref="Calendar.WeeklyHours"/> writes it; null takes the team's.</summary>
    public string? Hours { get; set; }

    /// <summary>When the next manager's week falls due; null for those who manage no team.</summary>
    public Instant? WeekAt { get; set; }

    /// <summary>How to notify them.</summary>
    public Mention Mention => new(PersonId, Name);
}

/// <summary>A member's place in a team.</summary>
public sealed class Membership : ITeamOwned
{
    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <summary>The member's id.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>Gets the weekly digest and the later rungs, and may change settings.</summary>
    public bool IsManager { get; set; }

    /// <summary>Since when they have been there; the earliest is the last resort for what is personal.</summary>
    public required Instant JoinedAt { get; set; }
}

/// <summary>Days on which a member is away: they are not nudged, whoever stands in for them is.</summary>
public sealed class Absence : IWorkspaceOwned
{
    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <summary>Who is away.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>The first day away.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day away.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>Who stands in for them; null leaves it to each account's own deputy.</summary>
    public Guid? DeputyId { get; init; }

    /// <summary>Whether the member is away on a day.</summary>
    public bool Covers(LocalDate day) => From <= day && day <= Until;
}
