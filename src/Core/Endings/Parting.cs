using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Endings;

/// <summary>What belongs to parting well.</summary>
[Flags]
public enum PartingSteps
{
    /// <summary>Nothing yet.</summary>
    None = 0,

    /// <summary>Nothing is owed any more.</summary>
    Promises = 1,

    /// <summary>Their material was handed over.</summary>
    Material = 2,

    /// <summary>The last personal talk was had.</summary>
    LastTalk = 4,

    /// <summary>We thanked them.</summary>
    Thanks = 8,

    /// <summary>The day was set on which their data is deleted.</summary>
    DeletionDate = 16,

    /// <summary>Everything.</summary>
    All = Promises | Material | LastTalk | Thanks | DeletionDate,
}

/// <summary>We part with a client, and part well (practice H9): once everything is settled, we have parted.</summary>
public sealed class Parting : IMatterFact, INoted
{
    /// <summary>What belongs to parting well, one by one, in its order.</summary>
    public static readonly IReadOnlyList<PartingSteps> Steps = [PartingSteps.Promises, PartingSteps.Material, PartingSteps.LastTalk, PartingSteps.Thanks, PartingSteps.DeletionDate];

    private const int MostYearsAhead = 10;

    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>How it went, in the words of whoever noted it.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who began it.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>When.</summary>
    public required Instant BegunAt { get; init; }

    /// <summary>What is settled.</summary>
    public PartingSteps Done { get; private set; }

    /// <summary>The day on which their data is deleted.</summary>
    public LocalDate? DeleteOn { get; private set; }

    /// <summary>When something was settled last.</summary>
    public Instant? SettledAt { get; private set; }

    /// <summary>By whom.</summary>
    public Guid? SettledBy { get; private set; }

    /// <summary>When everything was: since then we have parted.</summary>
    public Instant? PartedAt { get; private set; }

    /// <summary>When they came back, or stayed after all.</summary>
    public Instant? ReturnedAt { get; private set; }

    /// <summary>Who said so.</summary>
    public Guid? ReturnedBy { get; private set; }

    /// <summary>The change by which what was done to it last can be taken back; null where it cannot.</summary>
    public Guid? ChangeId { get; private set; }

    /// <summary>Something is still to be settled.</summary>
    public bool IsOpen => PartedAt is null && ReturnedAt is null;

    /// <summary>What is still to be settled, one by one.</summary>
    public IEnumerable<PartingSteps> Missing => Steps.Where(step => !Done.HasFlag(step));

    /// <summary>We begin to part: from now on only what is still owed brings the client up.</summary>
    public static Parting Begin(Account account, string text, MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(act);
        if (account.State is AccountState.Parting or AccountState.Parted) throw new RefusalException(EndingRefusals.OverAlready(account));
        account.Become(AccountState.Parting, act.Today);
        return new Parting
        {
            WorkspaceId = account.WorkspaceId,
            TeamId = account.TeamId,
            AccountId = account.Id,
            Text = text,
            MemberId = act.MemberId,
            BegunAt = act.Now,
            ChangeId = act.ChangeId,
        };
    }

    /// <summary>Something is settled.</summary>
    /// <param name="step">What.</param>
    /// <param name="account">The client.</param>
    /// <param name="stillOwed">How much the client still waits for.</param>
    /// <param name="act">Who says so, and when.</param>
    public void Settle(PartingSteps step, Account account, int stillOwed, MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(act);
        RefuseOver();
        if (step == PartingSteps.DeletionDate && DeleteOn is null) throw new RefusalException(EndingRefusals.WhichDay);
        if (Done.HasFlag(step)) throw new RefusalException(EndingRefusals.SettledAlready);
        if (step == PartingSteps.Promises && stillOwed > 0) throw new RefusalException(EndingRefusals.StillOwed(stillOwed));
        Done |= step;
        (SettledAt, SettledBy, ChangeId) = (act.Now, act.MemberId, act.ChangeId);
        if (Done != PartingSteps.All) return;
        PartedAt = act.Now;
        account.Become(AccountState.Parted, act.Today);
    }

    /// <summary>The day on which their data is deleted.</summary>
    public void DeleteDataOn(LocalDate day, Account account, MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        RefuseOver();
        if (day < act.Today) throw new RefusalException(EndingRefusals.DayIsOver);
        if (day > act.Today.PlusYears(MostYearsAhead)) throw new RefusalException(EndingRefusals.TooFar);
        DeleteOn = day;
        if (Done.HasFlag(PartingSteps.DeletionDate)) (SettledAt, SettledBy, ChangeId) = (act.Now, act.MemberId, act.ChangeId);
        else Settle(PartingSteps.DeletionDate, account, 0, act);
    }

    /// <summary>How it went.</summary>
    public void NoteOutcome(string text, MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (ReturnedAt is not null) throw new RefusalException(EndingRefusals.IsBack);
        (Text, ChangeId) = (text, act.ChangeId);
    }

    /// <summary>They are back, or stay after all.</summary>
    internal void Return(MemberAct act) => (ReturnedAt, ReturnedBy, ChangeId) = (act.Now, act.MemberId, act.ChangeId);

    private void RefuseOver()
    {
        if (ReturnedAt is not null) throw new RefusalException(EndingRefusals.IsBack);
        if (PartedAt is not null) throw new RefusalException(EndingRefusals.HaveParted);
    }
}
