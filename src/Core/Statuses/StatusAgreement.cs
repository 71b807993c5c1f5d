using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Statuses;

/// <summary>How often a client expects a status update.</summary>
/// <param name="Every">Every so many weeks, or months.</param>
/// <param name="IsMonthly">Months, on the first such day of one.</param>
/// <param name="Day">The day of the week.</param>
public readonly record struct StatusRhythm(int Every, bool IsMonthly, IsoDayOfWeek Day)
{
    /// <summary>The longest one, in weeks or months.</summary>
    public const int Longest = 12;
}

/// <summary>A client expects status updates at regular intervals (practice C4). There is one of an account at most.</summary>
public sealed class StatusAgreement : IMatterFact
{
    /// <summary>Days by which an update may be early and still is the one that was expected.</summary>
    public const int EarlyDays = 3;

    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>See <see cref="StatusRhythm.Every"/>.</summary>
    public int Every { get; private set; }

    /// <summary>See <see cref="StatusRhythm.IsMonthly"/>.</summary>
    public bool IsMonthly { get; private set; }

    /// <summary>See <see cref="StatusRhythm.Day"/>.</summary>
    public IsoDayOfWeek Day { get; private set; }

    /// <summary>The day of the first update.</summary>
    public LocalDate FirstOn { get; private set; }

    /// <summary>When it was agreed.</summary>
    public Instant SetAt { get; private set; }

    /// <summary>By whom.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>The change by which it can be taken back; null where it cannot.</summary>
    public Guid? ChangeId { get; private set; }

    /// <summary>How often.</summary>
    public StatusRhythm Rhythm => new(Every, IsMonthly, Day);

    /// <summary>One of which nothing is agreed yet.</summary>
    public static StatusAgreement Of(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new StatusAgreement { WorkspaceId = account.WorkspaceId, TeamId = account.TeamId, AccountId = account.Id };
    }

    /// <summary>This is agreed; the first update is due on the first such day after today.</summary>
    public void Agree(StatusRhythm rhythm, MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (rhythm.Every is < 1 or > StatusRhythm.Longest) throw new RefusalException(StatusRefusals.Rhythm);
        var today = act.Today;
        (Every, IsMonthly, Day, SetAt, MemberId, ChangeId) = (rhythm.Every, rhythm.IsMonthly, rhythm.Day, act.Now, act.MemberId, act.ChangeId);
        FirstOn = IsMonthly ? FirstOf(today.With(DateAdjusters.StartOfMonth)) is var first && first > today ? first : FirstOf(today.With(DateAdjusters.StartOfMonth).PlusMonths(1)) : today.Next(Day);
    }

    /// <summary>The first day after another on which an update is expected.</summary>
    public LocalDate ExpectedAfter(LocalDate day)
    {
        if (day < FirstOn) return FirstOn;
        if (!IsMonthly)
        {
            var period = Every * 7;
            return FirstOn.PlusDays(((Period.DaysBetween(FirstOn, day) / period) + 1) * period);
        }

        var begin = FirstOn.With(DateAdjusters.StartOfMonth);
        var months = Period.Between(begin, day, PeriodUnits.Months).Months / Every * Every;
        var expected = FirstOf(begin.PlusMonths(months));
        return expected > day ? expected : FirstOf(begin.PlusMonths(months + Every));
    }

    private LocalDate FirstOf(LocalDate month) => month.PlusDays(-1).Next(Day);
}
