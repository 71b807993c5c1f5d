namespace AccountNudge.Core.Nudges;

/// <summary>What a post is.</summary>
public enum PostKind
{
    /// <summary>One severe nudge.</summary>
    Severe,

    /// <summary>A team's morning message, or one member's own.</summary>
    Morning,

    /// <summary>A manager's week.</summary>
    Week,

    /// <summary>Tells a manager that their team's home channel does not take what is posted any more.</summary>
    Unreachable,

    /// <summary>What was held up by us and has no morning message to go into.</summary>
    CatchUp,

    /// <summary>The answer to what somebody said, sent by the platform that brought it; here it is only renewed.</summary>
    Answer,

    /// <summary>An answer below which a newer one stands that shows the same matter: it tells what it was about, and leaves the state to that one.</summary>
    PastAnswer,

    /// <summary>One nudge about an appointment of its reader.</summary>
    Appointment,

    /// <summary>A message that may have named somebody who was erased, and of which nothing else is left to say.</summary>
    Cleared,
}

/// <summary>Where a post stands.</summary>
public enum PostState
{
    /// <summary>Under way; whoever holds the lease works on it.</summary>
    Posting,

    /// <summary>It stands there, as far as anybody can tell: see <see cref="Post.IsUncertain"/>.</summary>
    Posted,

    /// <summary>It cannot be delivered there.</summary>
    Refused,

    /// <summary>An answer that its platform has yet to send, or of which it did not tell where it stands.</summary>
    Answering,
}

/// <summary>One message to one place. Its key is unique, so that it is said once however many nodes there are.</summary>
public sealed class Post : IWorkspaceOwned
{
    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The team; null for a manager's week, which spans all their teams.</summary>
    public Guid? TeamId { get; init; }

    /// <summary>Opaque and unique, such as <c>morning:…:2027-03-01</c>; travels with the message.</summary>
    public required string Key { get; init; }

    /// <summary>What it is.</summary>
    public required PostKind Kind { get; set; }

    /// <summary>Whom it goes to directly; null for the home channel.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>Where it stands.</summary>
    public PostState State { get; set; }

    /// <summary>The platform's id of the message, once it stands there; empty when the platform told none.</summary>
    public string? MessageId { get; set; }

    /// <summary>The platform's id of the home channel it was sent to; null for what goes to one person, and before it is sent.</summary>
    public string? Home { get; set; }

    /// <summary>
    /// It may or may not stand there, and the platform cannot tell. While under way it is being repeated
    /// once more; once posted, nothing more is done about it.
    /// </summary>
    public bool IsUncertain { get; set; }

    /// <summary>When it was decided, by the product's clock.</summary>
    public required Instant DecidedAt { get; init; }

    /// <summary>Real time until which whoever claimed it may work on it; later anybody may.</summary>
    public required Instant LeaseUntil { get; set; }

    /// <summary>Real time of the first attempt; null before it.</summary>
    public Instant? FirstTriedAt { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>How often what it says has ceased to be how things are.</summary>
    public int Edits { get; set; }

    /// <summary>Up to which of those the message that stands there has been replaced.</summary>
    public int EditsShown { get; set; }

    /// <summary>The account an answer is about.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>With <see cref="Subject"/>, the matter whose state an answer shows; null where it shows none.</summary>
    public string? SubjectKind { get; init; }

    /// <summary>See <see cref="SubjectKind"/>.</summary>
    public Guid? Subject { get; init; }

    /// <summary>What an answer says was recorded; when that is taken back, the answer says so.</summary>
    public Guid? ChangeId { get; init; }

    /// <summary>The matter whose state an answer shows; null where it shows none.</summary>
    public Matter? About => SubjectKind is { } kind && Subject is { } subject ? new Matter(kind, subject) : null;
}
