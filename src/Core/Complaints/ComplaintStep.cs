using AccountNudge.Core.Interactions;

namespace AccountNudge.Core.Complaints;

/// <summary>What happened to a complaint.</summary>
public enum ComplaintStepKind
{
    /// <summary>It was logged.</summary>
    Opened,

    /// <summary>We told the client that we have it.</summary>
    Acknowledged,

    /// <summary>We gave the client a word in between.</summary>
    Updated,

    /// <summary>The client had to ask again.</summary>
    Chased,

    /// <summary>We wait for the client.</summary>
    Waiting,

    /// <summary>We told the client it is solved.</summary>
    Resolved,

    /// <summary>The client agreed.</summary>
    Confirmed,

    /// <summary>It confirmed itself by silence.</summary>
    ConfirmedBySilence,

    /// <summary>It was not solved after all.</summary>
    Reopened,

    /// <summary>It was closed as not justified.</summary>
    ClosedUnjustified,

    /// <summary>Somebody senior talked to them after a breach of trust. The last with the client, since the numbers are stored and compared.</summary>
    SeniorTalked,

    /// <summary>Among ourselves: it counts as a breach of trust.</summary>
    MarkedAsBreach,

    /// <summary>Among ourselves: somebody from outside the account is to talk to both sides.</summary>
    MediatorNamed,

    /// <summary>Among ourselves: nobody from outside is needed.</summary>
    MediatorDeclined,
}

/// <summary>Which steps are words with the client. The kinds are compared here and nowhere else.</summary>
public static class ComplaintSteps
{
    extension(ComplaintStepKind kind)
    {
        /// <summary>Something passed between us and the client.</summary>
        public bool IsWithClient => kind < ComplaintStepKind.MarkedAsBreach;
    }

    /// <summary>The steps with the client; <c>IsWithClient</c> in words that a database understands.</summary>
    public static IQueryable<ComplaintStep> OnlyWithClient(this IQueryable<ComplaintStep> steps) => steps.Where(step => step.Kind < ComplaintStepKind.MarkedAsBreach);
}

/// <summary>One thing that happened to a complaint.</summary>
public sealed class ComplaintStep : INoted
{
    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>The complaint.</summary>
    public required Guid ComplaintId { get; init; }

    /// <summary>The how-manieth of its complaint; several may happen within one second.</summary>
    public required int Number { get; init; }

    /// <summary>What happened.</summary>
    public required ComplaintStepKind Kind { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Who did or recorded it; null when it happened by itself.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>In the words of whoever recorded it.</summary>
    public string Text { get; init; } = "";

    /// <summary>The change by which it can be taken back; null for what happened by itself.</summary>
    public Guid? ChangeId { get; init; }

    /// <summary>How one talked, where that was said.</summary>
    public InteractionKind? How { get; init; }
}
