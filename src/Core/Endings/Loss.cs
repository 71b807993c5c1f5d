using AccountNudge.Core.Practices;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Endings;

/// <summary>Why a client is with us no more. The first six are those of <see cref="RootCause"/>.</summary>
public enum LossReason
{
    /// <summary>We did not take enough care.</summary>
    Care,

    /// <summary>They did not get enough attention.</summary>
    Attention,

    /// <summary>We misunderstood each other.</summary>
    Misunderstanding,

    /// <summary>Something came too late.</summary>
    Delay,

    /// <summary>The work was not good enough.</summary>
    Quality,

    /// <summary>It was about the price.</summary>
    Price,

    /// <summary>They had to save.</summary>
    BudgetCut,

    /// <summary>They went to somebody else.</summary>
    Competitor,

    /// <summary>We declined politely: that counts as good.</summary>
    WeDeclined,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>What was behind a loss among the reasons for one.</summary>
public static class LossReasons
{
    /// <summary>The reason that a cause is.</summary>
    public static LossReason Of(RootCause cause) => Enum.Parse<LossReason>(cause.ToString());
}

/// <summary>A client has left (practice H10). Each time is a row of its own.</summary>
public sealed class Loss : IMatterFact, INoted
{
    /// <summary>After so many months one gentle reminder may be asked for.</summary>
    public static readonly IReadOnlyList<int> ReminderMonths = [6, 12];

    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <inheritdoc/>
    public string Text { get; init; } = "";

    /// <summary>Who noted it.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>When.</summary>
    public required Instant NotedAt { get; init; }

    /// <summary>The day, in the team's zone.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Why, where somebody has said so.</summary>
    public LossReason? Reason { get; private set; }

    /// <summary>What was underneath the price; the price itself where there was nothing.</summary>
    public RootCause? Underneath { get; private set; }

    /// <summary>The day from which to be reminded of them once, where somebody asked for it (practice B8).</summary>
    public LocalDate? RemindOn { get; private set; }

    /// <summary>When they came back.</summary>
    public Instant? ReturnedAt { get; private set; }

    /// <summary>Who said so.</summary>
    public Guid? ReturnedBy { get; private set; }

    /// <summary>The change by which what was done to it last can be taken back; null where it cannot.</summary>
    public Guid? ChangeId { get; private set; }

    /// <summary>Nobody has said yet why.</summary>
    public bool AsksForReason => Reason is null && ReturnedAt is null;

    /// <summary>The price was given as the reason, and nobody has said yet what was underneath (practice B5).</summary>
    public bool AsksUnderneath => Reason == LossReason.Price && Underneath is null && ReturnedAt is null;

    /// <summary>What it counts as: what was underneath, where the price was only given as the reason.</summary>
    public LossReason? CountsAs => Reason == LossReason.Price && Underneath is { } underneath ? LossReasons.Of(underneath) : Reason;

    /// <summary>Notes that a client has left: from now on only what is still owed brings them up.</summary>
    /// <param name="account">The client.</param>
    /// <param name="reason">Why, where that was said.</param>
    /// <param name="underneath">What was underneath the price, where that was said.</param>
    /// <param name="text">In their words.</param>
    /// <param name="act">Who says so, and when.</param>
    public static Loss Note(Account account, LossReason? reason, RootCause? underneath, string text, MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(act);
        if (account.State is AccountState.Lost or AccountState.Parted) throw new RefusalException(EndingRefusals.OverAlready(account));
        account.Become(AccountState.Lost, act.Today);
        return new Loss
        {
            WorkspaceId = account.WorkspaceId,
            TeamId = account.TeamId,
            AccountId = account.Id,
            Text = text,
            MemberId = act.MemberId,
            NotedAt = act.Now,
            On = act.Today,
            Reason = underneath is null ? reason : LossReason.Price,
            Underneath = underneath,
            ChangeId = act.ChangeId,
        };
    }

    /// <summary>Somebody says why; said again, the later word counts.</summary>
    public void Explain(LossReason reason, MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        RefuseReturned();
        (Reason, Underneath, ChangeId) = (reason, null, act.ChangeId);
    }

    /// <summary>Somebody says what was underneath the price.</summary>
    public void LookUnderneath(RootCause cause, MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        RefuseReturned();
        (Reason, Underneath, ChangeId) = (LossReason.Price, cause, act.ChangeId);
    }

    /// <summary>To be reminded of them once, some months after they left.</summary>
    public void Remind(int months, MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        RefuseReturned();
        RemindOn = LocalDate.Max(On.PlusMonths(months), act.Today.PlusDays(1));
        ChangeId = act.ChangeId;
    }

    /// <summary>They are back.</summary>
    internal void Return(MemberAct act) => (ReturnedAt, ReturnedBy, ChangeId) = (act.Now, act.MemberId, act.ChangeId);

    private void RefuseReturned()
    {
        if (ReturnedAt is not null) throw new RefusalException(EndingRefusals.IsBack);
    }
}
