using AccountNudge.Core.Calendar;

namespace AccountNudge.Core.Accounts;

/// <summary>Who does something, when, by which calendar.</summary>
/// <param name="MemberId">Who.</param>
/// <param name="Now">When.</param>
/// <param name="Calendar">The team's working calendar.</param>
/// <param name="ChangeId">By which it can be taken back; null where it cannot.</param>
public sealed record MemberAct(Guid MemberId, Instant Now, WorkingCalendar Calendar, Guid? ChangeId = null)
{
    /// <summary>The day, in the team's zone.</summary>
    public LocalDate Today => Calendar.DateOf(Now);
}
