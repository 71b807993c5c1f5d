using AccountNudge.Core.Calendar;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Plans;

/// <summary>
/// The next contact someone means to have. Day and time are those of the team's calendar, so that a zone that is set right later
/// leaves them as they were said. That it was kept is no state of its own: a talk that was noted says so.
/// </summary>
public sealed class Plan : INamesContact, IMatterFact, INoted
{
    private const int MostYearsAhead = 2;

    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>With whom, where that was said.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>How, where that was said.</summary>
    public InteractionKind? Kind { get; init; }

    /// <summary>The day.</summary>
    public LocalDate On { get; private set; }

    /// <summary>The time of day, where one was said.</summary>
    public LocalTime? Time { get; private set; }

    /// <summary>What for, in the words of whoever made it.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether we mean to give or to ask for something.</summary>
    public Balance Balance { get; set; }

    /// <summary>Whose plan it is.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>When it was made.</summary>
    public required Instant MadeAt { get; init; }

    /// <summary>When it was last moved.</summary>
    public Instant? MovedAt { get; private set; }

    /// <summary>By whom.</summary>
    public Guid? MovedBy { get; private set; }

    /// <summary>When it was called off, or said not to have happened.</summary>
    public Instant? DroppedAt { get; private set; }

    /// <summary>By whom.</summary>
    public Guid? DroppedBy { get; private set; }

    /// <summary>The change by which what was done to it last can be taken back; null where it cannot.</summary>
    public Guid? ChangeId { get; private set; }

    /// <summary>When a talk was noted that kept it, as far as that is known; which one it was, the talks say.</summary>
    [Derived]
    public Instant? KeptAt { get; private set; }

    /// <summary>Since when it stands as it does.</summary>
    public Instant SetAt => MovedAt ?? MadeAt;

    /// <summary>A time was agreed for talking to each other, so there is a moment before which a brief helps.</summary>
    public bool IsMeeting => Time is not null && Kind is null or InteractionKind.Visit or InteractionKind.Call or InteractionKind.Video;

    /// <summary>Makes a plan.</summary>
    public static Plan Make(Account account, Guid? contactId, InteractionKind? kind, LocalDate on, LocalTime? time, string text, MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(act);
        var plan = new Plan
        {
            WorkspaceId = account.WorkspaceId,
            TeamId = account.TeamId,
            AccountId = account.Id,
            ContactId = contactId,
            Kind = kind,
            Text = text,
            MemberId = act.MemberId,
            MadeAt = act.Now,
            ChangeId = act.ChangeId,
        };
        plan.Set(on, time, act);
        return plan;
    }

    /// <summary>Whether a day, or its time, is over already: nobody can plan that any more.</summary>
    public static bool IsOver(LocalDate on, LocalTime? time, MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return End(on, time, act.Calendar) <= act.Now;
    }

    /// <summary>When it has passed: at its time, or with its day.</summary>
    public Instant PassesAt(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return End(On, Time, calendar);
    }

    /// <summary>Moves it to another day or time; one that has passed may be moved as well.</summary>
    public void Move(LocalDate on, LocalTime? time, MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        RefuseDropped();
        Set(on, time, act);
        (MovedAt, MovedBy, ChangeId) = (act.Now, act.MemberId, act.ChangeId);
    }

    /// <summary>It is called off, or did not happen.</summary>
    public void Drop(MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        RefuseDropped();
        (DroppedAt, DroppedBy, ChangeId) = (act.Now, act.MemberId, act.ChangeId);
    }

    /// <summary>Notes when it was kept, or that it was not after all; whether that is new.</summary>
    public bool Keep(Instant? at)
    {
        var isNew = KeptAt != at;
        KeptAt = at;
        return isNew;
    }

    private static Instant End(LocalDate on, LocalTime? time, WorkingCalendar calendar) => time is { } exact ? calendar.At(on, exact) : calendar.StartOf(on.PlusDays(1));

    private void Set(LocalDate on, LocalTime? time, MemberAct act)
    {
        if (IsOver(on, time, act)) throw new RefusalException(PlanRefusals.IsOver);
        if (on > act.Today.PlusYears(MostYearsAhead)) throw new RefusalException(PlanRefusals.TooFar);
        (On, Time) = (on, time);
    }

    private void RefuseDropped()
    {
        if (DroppedAt is not null) throw new RefusalException(PlanRefusals.Dropped);
    }
}
