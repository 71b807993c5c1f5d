using AccountNudge.Core.Calendar;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Departures;

/// <summary>Who notes something about a departure, when, by which calendar and terms.</summary>
/// <param name="MemberId">Who.</param>
/// <param name="Now">When.</param>
/// <param name="Calendar">The team's working calendar.</param>
/// <param name="Terms">The team's terms.</param>
/// <param name="ChangeId">By which it can be taken back; null where it cannot.</param>
public sealed record DepartureAct(Guid MemberId, Instant Now, WorkingCalendar Calendar, TeamSettings Terms, Guid? ChangeId = null);

/// <summary>How a departure ended, other than by a first talk with whoever follows.</summary>
public enum DepartureEnd
{
    /// <summary>Nobody follows.</summary>
    NobodyFollows,

    /// <summary>They are back.</summary>
    CameBack,

    /// <summary>They died after they had left.</summary>
    Died,
}

/// <summary>
/// A contact is not there any more. It is over once somebody follows and was talked to, or nobody does; that a talk was noted is no state of
/// its own, the talks say so. One who died leaves nothing to be done.
/// </summary>
public sealed class Departure : INamesContact, IMatterFact, INoted
{
    /// <summary>Working days within which we introduce ourselves to whoever follows.</summary>
    public const int IntroduceDays = 2;

    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>Who is not there any more.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>They died.</summary>
    public bool IsDeath { get; init; }

    /// <summary>Where they went, in the words of whoever noted it.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who noted it.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>When.</summary>
    public required Instant NotedAt { get; init; }

    /// <summary>The day of that, in the team's zone.</summary>
    public required LocalDate NotedOn { get; init; }

    /// <summary>Who follows, once that is known.</summary>
    public Guid? SuccessorContactId { get; private set; }

    /// <summary>Since when that is known.</summary>
    public Instant? SuccessorAt { get; private set; }

    /// <summary>Who said so.</summary>
    public Guid? SuccessorBy { get; private set; }

    /// <summary>When somebody congratulated them on what comes next.</summary>
    public Instant? CongratulatedAt { get; private set; }

    /// <summary>Who.</summary>
    public Guid? CongratulatedBy { get; private set; }

    /// <summary>When it ended other than by a talk.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>Who said so.</summary>
    public Guid? EndedBy { get; private set; }

    /// <summary>How.</summary>
    public DepartureEnd? End { get; private set; }

    /// <summary>The change by which what was done to it last can be taken back; null where it cannot.</summary>
    public Guid? ChangeId { get; private set; }

    /// <summary>When the first talk with whoever follows was noted, as far as that is known.</summary>
    [Derived]
    public Instant? IntroducedAt { get; private set; }

    /// <summary>Something may still be done about it, unless whoever follows was talked to.</summary>
    public bool IsUnsettled => !IsDeath && End is null;

    /// <summary>They left and neither came back nor died: one may congratulate them, whoever follows.</summary>
    public bool HasMovedOn => !IsDeath && End is not (DepartureEnd.CameBack or DepartureEnd.Died);

    /// <summary>Notes that someone left.</summary>
    public static Departure Leave(Contact contact, string where, DepartureAct act)
    {
        ArgumentNullException.ThrowIfNull(contact);
        if (!contact.IsThere) throw new RefusalException(DepartureRefusals.GoneAlready(contact));
        return Note(contact, ContactState.Left, where, act);
    }

    /// <summary>Notes that someone died, also of one who had left.</summary>
    public static Departure Die(Contact contact, DepartureAct act)
    {
        ArgumentNullException.ThrowIfNull(contact);
        if (contact.State == ContactState.Deceased) throw new RefusalException(DepartureRefusals.GoneAlready(contact));
        return Note(contact, ContactState.Deceased, "", act);
    }

    /// <summary>Until when we should have introduced ourselves: counted from when it is known to whom, else from the beginning.</summary>
    public Instant IntroduceBy(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar.AddWorkingDays(SuccessorAt ?? NotedAt, IntroduceDays);
    }

    /// <summary>Somebody follows; also after it was said that nobody does.</summary>
    public void NameSuccessor(Contact successor, DepartureAct act)
    {
        ArgumentNullException.ThrowIfNull(successor);
        ArgumentNullException.ThrowIfNull(act);
        if (IsDeath || End is DepartureEnd.CameBack or DepartureEnd.Died) throw new RefusalException(DepartureRefusals.Over);
        if (successor.Id == ContactId) throw new RefusalException(DepartureRefusals.Themselves);
        if (successor.AccountId != AccountId) throw new RefusalException(DepartureRefusals.OtherAccount(successor.Name));
        if (!successor.IsThere) throw new RefusalException(DepartureRefusals.GoneAlready(successor));
        if (successor.Id == SuccessorContactId && End is null) throw new RefusalException(DepartureRefusals.FollowsAlready(successor.Name));
        (SuccessorContactId, SuccessorAt, SuccessorBy, ChangeId) = (successor.Id, act.Now, act.MemberId, act.ChangeId);
        (End, EndedAt, EndedBy) = (null, null, null);
    }

    /// <summary>Somebody congratulated them on what comes next.</summary>
    public void Congratulate(DepartureAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (!HasMovedOn) throw new RefusalException(DepartureRefusals.Over);
        if (CongratulatedAt is not null) throw new RefusalException(DepartureRefusals.CongratulatedAlready);
        (CongratulatedAt, CongratulatedBy, ChangeId) = (act.Now, act.MemberId, act.ChangeId);
    }

    /// <summary>Nobody follows.</summary>
    public void FollowedByNobody(DepartureAct act) => Close(DepartureEnd.NobodyFollows, act);

    /// <summary>They are back.</summary>
    public void ComeBack(DepartureAct act) => Close(DepartureEnd.CameBack, act);

    /// <summary>They died after they had left.</summary>
    public void EndByDeath(DepartureAct act) => Close(DepartureEnd.Died, act);

    /// <summary>What they left unfinished goes on with whoever follows.</summary>
    public void HandOn(DepartureAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (!IsUnsettled || SuccessorContactId is null) throw new RefusalException(DepartureRefusals.NobodyToTakeOver);
        ChangeId = act.ChangeId;
    }

    /// <summary>Their data has had its time.</summary>
    public void ForgetWhere() => Text = "";

    /// <summary>Notes when whoever follows was talked to, or that they were not after all; whether that is new.</summary>
    public bool Introduce(Instant? at)
    {
        var isNew = IntroducedAt != at;
        IntroducedAt = at;
        return isNew;
    }

    private static Departure Note(Contact contact, ContactState state, string where, DepartureAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        var today = act.Calendar.DateOf(act.Now);
        contact.Go(state, today, today.PlusDays(act.Terms.KeepGoneDays));
        return new Departure
        {
            WorkspaceId = contact.WorkspaceId,
            TeamId = contact.TeamId,
            AccountId = contact.AccountId,
            ContactId = contact.Id,
            IsDeath = state == ContactState.Deceased,
            Text = where,
            MemberId = act.MemberId,
            NotedAt = act.Now,
            NotedOn = today,
            ChangeId = act.ChangeId,
        };
    }

    private void Close(DepartureEnd end, DepartureAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (IsDeath || End is DepartureEnd.CameBack or DepartureEnd.Died || End == end) throw new RefusalException(DepartureRefusals.Over);
        (End, EndedAt, EndedBy, ChangeId) = (end, act.Now, act.MemberId, act.ChangeId);
    }
}
