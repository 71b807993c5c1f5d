namespace AccountNudge.Core.Occasions;

/// <summary>Something that was achieved with a client, such as a launch or a prize. A year later it is worth a word (practice E3).</summary>
public sealed class Milestone : IMatterFact, INoted
{
    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>What was achieved, in the words of whoever noted it.</summary>
    public required string Text { get; init; }

    /// <summary>The day it was achieved.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Who noted it.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>When it was noted.</summary>
    public required Instant NotedAt { get; init; }

    /// <summary>It looks good before the contact's own boss, so it is worth handing to them.</summary>
    public bool IsGoodForBoss { get; init; }

    /// <summary>Advice against our own interest (practice G6): it never comes back as an occasion, and stays for whoever looks after them next.</summary>
    public bool IsHonestAdvice { get; init; }

    /// <summary>The change by which it can be taken back; null where it cannot.</summary>
    public Guid? ChangeId { get; init; }

    /// <summary>The day on which it is a year ago; after a 29 February the 28th.</summary>
    public LocalDate YearLater => On.PlusYears(1);
}
