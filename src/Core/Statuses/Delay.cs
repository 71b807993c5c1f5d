using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Statuses;

/// <summary>Something will be late, and the client should hear it from us (practice C4).</summary>
public sealed class Delay : IMatterFact, INoted
{
    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <inheritdoc/>
    public required string Text { get; init; }

    /// <summary>When it was noted.</summary>
    public required Instant NotedAt { get; init; }

    /// <summary>By whom.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>When somebody said that the client knows.</summary>
    public Instant? ToldAt { get; private set; }

    /// <summary>Who said so.</summary>
    public Guid? ToldBy { get; private set; }

    /// <summary>When a word of ours to the client was noted since, as far as that is known; what it was, the talks say.</summary>
    [Derived]
    public Instant? HeardAt { get; private set; }

    /// <summary>The change by which what was done to it last can be taken back; null where it cannot.</summary>
    public Guid? ChangeId { get; private set; }

    /// <summary>Notes one.</summary>
    /// <param name="account">The account.</param>
    /// <param name="text">What will be late, in their words.</param>
    /// <param name="isKnown">The client knows already.</param>
    /// <param name="act">By whom, when.</param>
    public static Delay Note(Account account, string text, bool isKnown, MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(act);
        var delay = new Delay
        {
            WorkspaceId = account.WorkspaceId,
            TeamId = account.TeamId,
            AccountId = account.Id,
            Text = text,
            NotedAt = act.Now,
            MemberId = act.MemberId,
            ChangeId = act.ChangeId,
        };
        if (isKnown) (delay.ToldAt, delay.ToldBy) = (act.Now, act.MemberId);
        return delay;
    }

    /// <summary>The client knows.</summary>
    public void Tell(MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (ToldAt is not null) throw new RefusalException(StatusRefusals.ToldAlready);
        (ToldAt, ToldBy, ChangeId) = (act.Now, act.MemberId, act.ChangeId);
    }

    /// <summary>Notes when the client heard from us since, or that they did not after all; whether that is new.</summary>
    public bool Hear(Instant? at)
    {
        var isNew = HeardAt != at;
        HeardAt = at;
        return isNew;
    }
}
