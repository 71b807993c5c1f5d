using AccountNudge.Core.Calendar;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Promises;

/// <summary>Where a promise stands.</summary>
public enum PromiseState
{
    /// <summary>Its day is to come.</summary>
    Made,

    /// <summary>Its day was moved and the client knows.</summary>
    Renegotiated,

    /// <summary>Missed once: its day has passed, or was moved without a word to the client.</summary>
    Missed,

    /// <summary>Missed twice.</summary>
    MissedTwice,

    /// <summary>Kept in time.</summary>
    Kept,

    /// <summary>Kept after it had been missed.</summary>
    KeptLate,

    /// <summary>Taken back, and the client knows.</summary>
    Withdrawn,
}

/// <summary>
/// Who promised a client what by when (practice D1). Its methods are the decisions: they take the act and refuse with a sentence what does not
/// fit. That it is missed is no act: the day has passed, and <see cref="StateAt"/> says so.
/// </summary>
public sealed class Promise : INamesContact, IMatterFact, INoted
{
    /// <summary>Working days after a first miss within which a new day is to be named.</summary>
    public const int NewDateDays = 2;

    /// <summary>So many misses break it: the client has to confirm that all is well again.</summary>
    private const int Broken = 2;

    private const int MostYearsAhead = 2;

    private readonly List<PromiseStep> steps = [];

    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>To whom, where that was said.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>Who promised it.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>What, in the exact words.</summary>
    public required string Text { get; init; }

    /// <summary>By which day.</summary>
    public LocalDate On { get; private set; }

    /// <summary>By which time of day, where one was said.</summary>
    public LocalTime? Time { get; private set; }

    /// <summary>When it was noted.</summary>
    public required Instant MadeAt { get; init; }

    /// <summary>When its day was last moved.</summary>
    public Instant? MovedAt { get; private set; }

    /// <summary>When it is due: at its time, else at the end of its day's working time.</summary>
    [Derived]
    public Instant DueAt { get; private set; }

    /// <summary>When it is missed for the second time unless something happens: the day missed once was to be followed by a new one.</summary>
    [Derived]
    public Instant SecondMissAt { get; private set; }

    /// <summary>How often it was missed before its running day; a day that has passed counts once something is done about it.</summary>
    public int Misses { get; private set; }

    /// <summary>When it was last missed for the second time or again, as far as something was done about it since.</summary>
    public Instant? BrokenAt { get; private set; }

    /// <summary>When it was kept.</summary>
    public Instant? KeptAt { get; private set; }

    /// <summary>When it was taken back.</summary>
    public Instant? WithdrawnAt { get; private set; }

    /// <summary>When the client confirmed that all is well, after it had been missed twice.</summary>
    public Instant? ConfirmedAt { get; private set; }

    /// <summary>When nothing more was owed of it.</summary>
    public Instant? ClosedAt { get; private set; }

    /// <summary>Everything that was done about it, oldest first.</summary>
    public IReadOnlyList<PromiseStep> Steps => [.. steps.OrderBy(step => step.Number)];

    /// <summary>Since when it stands as it does.</summary>
    public Instant SetAt => MovedAt ?? MadeAt;

    /// <summary>When it was kept or taken back.</summary>
    public Instant? SettledAt => KeptAt ?? WithdrawnAt;

    /// <summary>Something of it is still owed: the promise itself, or the client's word after it was missed twice.</summary>
    public bool IsOpen => ClosedAt is null;

    /// <summary>It is kept or taken back, but was missed twice: the client has yet to confirm.</summary>
    public bool AwaitsConfirmation => IsOpen && SettledAt is not null;

    /// <summary>Its day was last moved without a word to the client before.</summary>
    public bool WasMovedSilently => SettledAt is null && Steps[^1].Kind == PromiseStepKind.MovedUntold;

    /// <summary>Notes a promise.</summary>
    public static Promise Make(Account account, Guid? contactId, Guid memberId, string text, LocalDate on, LocalTime? time, MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(act);
        var promise = new Promise
        {
            WorkspaceId = account.WorkspaceId,
            TeamId = account.TeamId,
            AccountId = account.Id,
            ContactId = contactId,
            MemberId = memberId,
            Text = text,
            MadeAt = act.Now,
        };
        promise.Set(on, time, act);
        promise.Add(PromiseStepKind.Made, act);
        return promise;
    }

    /// <summary>Whether a day, or its time, is over already: nobody can promise that any more.</summary>
    public static bool IsOver(LocalDate on, LocalTime? time, MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return Due(on, time, act.Now, act.Calendar) <= act.Now;
    }

    /// <summary>Where it stands at an instant.</summary>
    public PromiseState StateAt(Instant now)
    {
        if (WithdrawnAt is not null) return PromiseState.Withdrawn;
        if (KeptAt is not null) return Misses == 0 ? PromiseState.Kept : PromiseState.KeptLate;
        return MissesAt(now) switch
        {
            0 => MovedAt is null ? PromiseState.Made : PromiseState.Renegotiated,
            1 => PromiseState.Missed,
            _ => PromiseState.MissedTwice,
        };
    }

    /// <summary>How often it is missed by an instant, the running day counted in.</summary>
    public int MissesAt(Instant now)
    {
        if (SettledAt is not null || now < DueAt) return Misses;
        return now < SecondMissAt ? 1 : Math.Max(Misses + 1, Broken);
    }

    /// <summary>Past its day, and neither kept nor moved nor taken back.</summary>
    public bool IsOverdue(Instant now) => SettledAt is null && DueAt <= now;

    /// <summary>It was missed twice, and the client has not confirmed that all is well.</summary>
    public bool IsBroken(Instant now) => IsOpen && MissesAt(now) >= Broken;

    /// <summary>When a second or later miss broke the client's trust (practice B9), the running day counted in; null while nothing did.</summary>
    public Instant? BreachedAt(Instant now) => SettledAt is null && SecondMissAt <= now ? SecondMissAt : BrokenAt;

    /// <summary>When its state changes next by the passing of time alone; null where it does not.</summary>
    public Instant? NextTurn(Instant now) => SettledAt is not null ? null : now < DueAt ? DueAt : now < SecondMissAt ? SecondMissAt : null;

    /// <summary>We did what we promised. After two misses the client is still to confirm it.</summary>
    /// <param name="act">Who says so, and when.</param>
    /// <param name="on">The day on which it was kept, where that was said; what was kept on its day was kept in time.</param>
    public void Keep(MemberAct act, LocalDate? on = null)
    {
        ArgumentNullException.ThrowIfNull(act);
        RefuseSettled();
        var at = on is { } day ? KeptBy(day, act) : act.Now;
        Settle(act, at);
        KeptAt = at;
        Add(Misses == 0 ? PromiseStepKind.Kept : PromiseStepKind.KeptLate, act);
    }

    /// <summary>
    /// Names a new day. It counts as a miss where the client was not told before the old one had passed (practice D3).
    /// </summary>
    /// <param name="on">The new day.</param>
    /// <param name="time">Its time, where one was said.</param>
    /// <param name="isTold">The client knows.</param>
    /// <param name="act">Who says so, and when.</param>
    public void Move(LocalDate on, LocalTime? time, bool isTold, MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        RefuseSettled();
        var isLate = IsOverdue(act.Now);
        var misses = isLate ? MissesAt(act.Now) : isTold ? Misses : Misses + 1;
        var broken = misses > Misses && misses >= Broken && !isLate ? act.Now : BreachedAt(act.Now);
        Set(on, time, act, misses);
        BrokenAt = broken;
        MovedAt = act.Now;
        Add(isLate ? PromiseStepKind.MovedLate : isTold ? PromiseStepKind.Moved : PromiseStepKind.MovedUntold, act);
    }

    /// <summary>We take it back, and the client knows. After two misses the client is still to confirm that all is well.</summary>
    public void Withdraw(MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        RefuseSettled();
        Settle(act, act.Now);
        WithdrawnAt = act.Now;
        Add(PromiseStepKind.Withdrawn, act);
    }

    /// <summary>The client confirms that all is well after two misses; that it was done at last goes without saying.</summary>
    public void Confirm(MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        Refuse(!IsBroken(act.Now), PromiseRefusals.NothingToConfirm);
        if (SettledAt is null)
        {
            Miss(act.Now);
            KeptAt = act.Now;
        }

        (ConfirmedAt, ClosedAt) = (act.Now, act.Now);
        Add(PromiseStepKind.Confirmed, act);
    }

    /// <summary>Has its deadlines follow the calendar as it is now; whether anything changed.</summary>
    public bool FollowCalendar(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (SettledAt is not null) return false;
        var before = (DueAt, SecondMissAt);
        SetDeadlines(calendar);
        return before != (DueAt, SecondMissAt);
    }

    private static Instant Due(LocalDate on, LocalTime? time, Instant setAt, WorkingCalendar calendar)
    {
        if (time is { } exact) return calendar.At(on, exact);
        var closing = calendar.EndOf(on);
        // Promised after hours for the same day, or on a day off for a day off: the day itself counts.
        return closing > setAt ? closing : calendar.StartOf(on.PlusDays(1));
    }

    private void Set(LocalDate on, LocalTime? time, MemberAct act, int misses = 0)
    {
        Refuse(IsOver(on, time, act), PromiseRefusals.IsOver);
        Refuse(on > act.Today.PlusYears(MostYearsAhead), PromiseRefusals.TooFar);
        (On, Time, Misses) = (on, time, misses);
        DueAt = Due(on, time, act.Now, act.Calendar);
        SecondMissAt = SecondMiss(act.Calendar);
    }

    private void SetDeadlines(WorkingCalendar calendar)
    {
        DueAt = Due(On, Time, SetAt, calendar);
        SecondMissAt = SecondMiss(calendar);
    }

    /// <summary>Who has missed one day may not miss another; else there are some days to name a new one.</summary>
    private Instant SecondMiss(WorkingCalendar calendar) => Misses > 0 ? DueAt : calendar.AddWorkingDays(DueAt, NewDateDays);

    /// <summary>With the end of a day, or just in time where it is the day by which it was promised.</summary>
    private Instant KeptBy(LocalDate day, MemberAct act)
    {
        Refuse(day > act.Today, PromiseRefusals.KeptAhead);
        Refuse(day < act.Calendar.DateOf(SetAt), PromiseRefusals.KeptBefore);
        var end = act.Calendar.StartOf(day.PlusDays(1)) - Duration.FromSeconds(1);
        var last = day <= On ? Instant.Min(end, DueAt - Duration.FromSeconds(1)) : end;
        return Instant.Max(SetAt, Instant.Min(act.Now, last));
    }

    private void Settle(MemberAct act, Instant at)
    {
        Miss(at);
        if (Misses < Broken) ClosedAt = act.Now;
    }

    /// <summary>The running day counts as well once something is done.</summary>
    private void Miss(Instant now) => (Misses, BrokenAt) = (MissesAt(now), BreachedAt(now));

    private void Add(PromiseStepKind kind, MemberAct act) => steps.Add(new PromiseStep
    {
        WorkspaceId = WorkspaceId,
        TeamId = TeamId,
        AccountId = AccountId,
        PromiseId = Id,
        Number = steps.Count,
        Kind = kind,
        At = act.Now,
        MemberId = act.MemberId,
        On = On,
        Time = Time,
        ChangeId = act.ChangeId,
    });

    private void RefuseSettled()
    {
        Refuse(WithdrawnAt is not null, PromiseRefusals.Withdrawn);
        Refuse(KeptAt is not null, PromiseRefusals.Kept);
    }

    private static void Refuse(bool when, Text reason)
    {
        if (when) throw new RefusalException(reason);
    }
}
