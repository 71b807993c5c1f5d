using AccountNudge.Core.Interactions;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Hooks;

/// <summary>Who notes a hook, when, on which day of the team's calendar.</summary>
/// <param name="MemberId">Who.</param>
/// <param name="Now">When.</param>
/// <param name="Today">The day.</param>
/// <param name="ChangeId">By which it can be taken back; null where it cannot.</param>
public sealed record HookAct(Guid MemberId, Instant Now, LocalDate Today, Guid? ChangeId = null);

/// <summary>
/// A small personal note for the next talk (practice F2). That it was used is no state of its own: a talk that was noted says so, and one that
/// is taken back says so no more. It is kept for some weeks only, then deleted with what could bring it back.
/// </summary>
public sealed class Hook : IPersonal, INoted, IPassing
{
    /// <summary>For how long anybody may ask to keep one.</summary>
    public const int MostDaysAhead = 366;

    /// <summary>How long a used one is kept: as long as the talk that used it may still be taken back.</summary>
    private static readonly Duration KeptOnceUsed = Duration.FromDays(30);

    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>Whom it is about; null for the account as a whole.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>In the words of whoever noted it.</summary>
    public string Text { get; init; } = "";

    /// <summary>The last day it is worth mentioning, where one was said.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The day it was noted, in the team's zone.</summary>
    public required LocalDate On { get; init; }

    /// <summary>When it was noted.</summary>
    public required Instant NotedAt { get; init; }

    /// <summary>Who noted it.</summary>
    public required Guid MemberId { get; init; }

    /// <inheritdoc/>
    public Guid? ChangeId { get; init; }

    /// <summary>Notes a hook.</summary>
    public static Hook Note(Account account, Guid? contactId, string text, LocalDate? until, HookAct act)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(act);
        if (string.IsNullOrWhiteSpace(text)) throw new RefusalException(HookRefusals.Empty);
        if (until < act.Today) throw new RefusalException(HookRefusals.IsOver);
        if (until > act.Today.PlusDays(MostDaysAhead)) throw new RefusalException(HookRefusals.TooFar);
        return new Hook
        {
            WorkspaceId = account.WorkspaceId,
            TeamId = account.TeamId,
            AccountId = account.Id,
            ContactId = contactId,
            Text = text,
            Until = until,
            On = act.Today,
            NotedAt = act.Now,
            MemberId = act.MemberId,
            ChangeId = act.ChangeId,
        };
    }

    /// <summary>The last day on which it comes up.</summary>
    public LocalDate LastDay(TeamSettings terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return Until ?? On.PlusDays(terms.HookDays);
    }

    /// <summary>Whether a talk comes after it: one of its day or later that was noted after it. Keys are made in the order of time.</summary>
    public bool IsBefore(Interaction talk)
    {
        ArgumentNullException.ThrowIfNull(talk);
        return talk.On >= On && (talk.RecordedAt > NotedAt || (talk.RecordedAt == NotedAt && talk.Id.CompareTo(Id) > 0));
    }

    /// <summary>When it goes: with its last day, and some weeks after it was used.</summary>
    /// <param name="endOfLastDay">When its last day ends.</param>
    /// <param name="usedAt">When the talk was noted that used it; null when none was.</param>
    public static Instant GoesAt(Instant endOfLastDay, Instant? usedAt) => usedAt is { } used ? Instant.Min(endOfLastDay, used + KeptOnceUsed) : endOfLastDay;
}
