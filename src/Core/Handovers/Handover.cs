using AccountNudge.Core.Calendar;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Handovers;

/// <summary>Who hands an account over, and when.</summary>
/// <param name="MemberId">Who.</param>
/// <param name="Now">When.</param>
/// <param name="Today">The day of that, in the team's zone.</param>
/// <param name="TeamKnows">It is said where the whole team reads it.</param>
/// <param name="ChangeId">By which it can be taken back; null where it cannot.</param>
public sealed record HandoverAct(Guid MemberId, Instant Now, LocalDate Today, bool TeamKnows, Guid? ChangeId = null);

/// <summary>An account changed hands: the new owner owes the client a first talk. That it was had, the talks say.</summary>
public sealed class Handover : IMatterFact
{
    /// <summary>Working days within which the new owner introduces themselves.</summary>
    public const int IntroduceDays = 2;

    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>Who looked after it until then; null when nobody did.</summary>
    public Guid? FromId { get; init; }

    /// <summary>Who looks after it from then on.</summary>
    public required Guid ToId { get; init; }

    /// <summary>Who noted it.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>The day of that, in the team's zone.</summary>
    public required LocalDate On { get; init; }

    /// <summary>It was said where the whole team reads it.</summary>
    public bool TeamKnows { get; init; }

    /// <summary>The change by which it can be taken back; null where it cannot.</summary>
    public Guid? ChangeId { get; init; }

    /// <summary>When the new owner's first talk was noted, as far as that is known.</summary>
    [Derived]
    public Instant? IntroducedAt { get; private set; }

    /// <summary>
    /// Hands an account over. Whoever stood in until now and takes over changes places with the owner before, unless somebody else is to
    /// stand in.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="to">Who looks after it from now on.</param>
    /// <param name="deputyId">Who stands in from now on; null where that was not said.</param>
    /// <param name="formerStays">The owner before is still in the team.</param>
    /// <param name="act">Who does it, and when.</param>
    public static Handover Make(Account account, Member to, Guid? deputyId, bool formerStays, HandoverAct act)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(act);
        if (account.OwnerId == to.Id) throw new RefusalException(HandoverRefusals.OwnerAlready(to.Name, account.Name));
        if (deputyId == to.Id) throw new RefusalException(HandoverRefusals.BothAtOnce(to.Name));
        var former = account.OwnerId;
        if (deputyId is not null) account.DeputyId = deputyId;
        else if (account.DeputyId == to.Id) account.DeputyId = formerStays ? former : null;
        account.OwnerId = to.Id;
        return new Handover
        {
            WorkspaceId = account.WorkspaceId,
            TeamId = account.TeamId,
            AccountId = account.Id,
            FromId = former,
            ToId = to.Id,
            MemberId = act.MemberId,
            At = act.Now,
            On = act.Today,
            TeamKnows = act.TeamKnows,
            ChangeId = act.ChangeId,
        };
    }

    /// <summary>Until when the new owner should have introduced themselves.</summary>
    public Instant IntroduceBy(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar.AddWorkingDays(At, IntroduceDays);
    }

    /// <summary>Notes when the new owner talked to the client, or that they did not after all; whether that is new.</summary>
    public bool Introduce(Instant? at)
    {
        var isNew = IntroducedAt != at;
        IntroducedAt = at;
        return isNew;
    }
}
