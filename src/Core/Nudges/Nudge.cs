namespace AccountNudge.Core.Nudges;

/// <summary>What a nudge is about. Snooze and dedupe attach to it.</summary>
/// <param name="Kind">The stable word of the practice that speaks of it, such as <c>complaint</c>.</param>
/// <param name="Subject">The row it is about, such as a complaint, contact or account.</param>
public readonly record struct Matter(string Kind, Guid Subject);

/// <summary>Where and how a nudge is said.</summary>
public enum Lane
{
    /// <summary>Alone, at its deadline.</summary>
    Severe,

    /// <summary>In the morning message, under "We owe".</summary>
    WeOwe,

    /// <summary>In the morning message, under "News".</summary>
    News,

    /// <summary>In the morning message, under "Stay close".</summary>
    StayClose,

    /// <summary>Alone, to the minute and at any hour: whoever reads it has made the appointment it is about.</summary>
    Appointment,
}

/// <summary>Where a nudge stands.</summary>
public enum NudgeState
{
    /// <summary>To be posted at its instant.</summary>
    Planned,

    /// <summary>Held back, with a reason.</summary>
    Held,

    /// <summary>On its way.</summary>
    Posting,

    /// <summary>Posted; nobody acted yet.</summary>
    Posted,

    /// <summary>Someone acted.</summary>
    Acted,

    /// <summary>Put off.</summary>
    Snoozed,

    /// <summary>Its day has passed.</summary>
    Expired,

    /// <summary>Its matter is settled or has moved on.</summary>
    Superseded,
}

/// <summary>Why a nudge is held.</summary>
public enum HeldReason
{
    /// <summary>It is not held.</summary>
    None,

    /// <summary>The gate is shut: the client is owed something first.</summary>
    GateShut,

    /// <summary>It could not be delivered.</summary>
    Undeliverable,
}

/// <summary>One message asking for one act.</summary>
public sealed class Nudge : ITeamOwned
{
    /// <summary>The <see cref="Settlement"/> of a nudge whose matter was taken back.</summary>
    public const string TakenBack = "TakenBack";

    /// <summary>Sorts by the time it was made.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <summary>The account it is about.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>With <see cref="Subject"/>, the matter.</summary>
    public required string Kind { get; init; }

    /// <summary>With <see cref="Kind"/>, the matter.</summary>
    public required Guid Subject { get; init; }

    /// <summary>The round of asking it belongs to.</summary>
    public required Cycle Cycle { get; init; }

    /// <summary>How far it has climbed, from 0.</summary>
    public required int Rung { get; init; }

    /// <summary>The one act it asks for, in a stable word of its practice such as <c>acknowledge</c>.</summary>
    public required string Ask { get; init; }

    /// <summary>Where it is said.</summary>
    public required Lane Lane { get; init; }

    /// <summary>When what it is about falls due.</summary>
    public Instant DueAt { get; set; }

    /// <summary>When it is to be posted: due, and in working time.</summary>
    public Instant PostAt { get; set; }

    /// <summary>
    /// When it is tried again, always later than <see cref="PostAt"/>: its place was closed or had its morning message, or it could not be
    /// delivered. Null while nothing has come of it yet.
    /// </summary>
    public Instant? RetryAt { get; set; }

    /// <summary>When it is to be posted next.</summary>
    public Instant ReadyAt => RetryAt ?? PostAt;

    /// <summary>Whom it names; null names the whole channel.</summary>
    public Guid? AddresseeId { get; set; }

    /// <summary>It goes to the addressee's direct messages rather than to the home channel.</summary>
    public bool IsDirect { get; set; }

    /// <summary>Where it stands.</summary>
    public NudgeState State { get; set; }

    /// <summary>Why it is held, where it is.</summary>
    public HeldReason Held { get; set; }

    /// <summary>The message it went out in.</summary>
    public Guid? PostId { get; set; }

    /// <summary>When that message stood there.</summary>
    public Instant? PostedAt { get; set; }

    /// <summary>When it was settled.</summary>
    public Instant? SettledAt { get; set; }

    /// <summary>By whom; null when by itself.</summary>
    public Guid? SettledBy { get; set; }

    /// <summary>How, in a stable word such as <c>Acknowledged</c>.</summary>
    public string Settlement { get; set; } = "";

    /// <summary>What it is about.</summary>
    public Matter Matter => new(Kind, Subject);

    /// <summary>It has been, or may have been, seen by people.</summary>
    public bool WentOut => PostedAt is not null;

    /// <summary>Nothing more will happen to it.</summary>
    public bool IsFinal => State is NudgeState.Acted or NudgeState.Snoozed or NudgeState.Expired or NudgeState.Superseded;
}

/// <summary>The matter is out of sight until an instant.</summary>
public sealed class Snooze : IAccountFact
{
    /// <summary>Sorts by the time it was made.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>With <see cref="Subject"/>, the matter.</summary>
    public required string Kind { get; init; }

    /// <summary>With <see cref="Kind"/>, the matter.</summary>
    public required Guid Subject { get; init; }

    /// <summary>When it was put off.</summary>
    public required Instant At { get; init; }

    /// <summary>Until when; moved forward when something wakes it.</summary>
    public required Instant Until { get; set; }

    /// <summary>By whom.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>What it puts off.</summary>
    public Matter Matter => new(Kind, Subject);
}

/// <summary>Someone let one held nudge through, for a reason that stands in the digest.</summary>
public sealed class Override : IAccountFact
{
    /// <summary>Sorts by the time it was made.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>With <see cref="Subject"/> and <see cref="Cycle"/>, the nudge.</summary>
    public required string Kind { get; init; }

    /// <summary>See <see cref="Kind"/>.</summary>
    public required Guid Subject { get; init; }

    /// <summary>See <see cref="Kind"/>.</summary>
    public required Cycle Cycle { get; init; }

    /// <summary>Why, in their words.</summary>
    public required string Reason { get; init; }

    /// <summary>By whom.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}
