using AccountNudge.Core.Calendar;

namespace AccountNudge.Core.Import;

/// <summary>
/// Gives every imported client the day on which its silence is brought up first: not before it is quiet, and few on one morning of whoever
/// looks after them. What has been quiet for long comes first, and everything has had its turn within a quarter.
/// </summary>
/// <param name="calendar">The team's.</param>
/// <param name="today">The day of the import.</param>
internal sealed class FirstMornings(WorkingCalendar calendar, LocalDate today)
{
    /// <summary>Clients on one morning of one person, unless they look after more than a quarter has room for.</summary>
    public const int Most = 3;

    /// <summary>Working days within which everything has had its turn.</summary>
    public const int WithinDays = 65;

    private readonly Dictionary<(Guid OwnerId, LocalDate Day), int> taken = [];
    private readonly Dictionary<(Guid OwnerId, LocalDate Day), LocalDate> full = [];
    private readonly Dictionary<Guid, int> most = [];

    /// <summary>Days for clients.</summary>
    /// <param name="clients">Each with who looks after it, if anybody, and the first day on which it is quiet.</param>
    /// <param name="earlier">The days that clients of earlier imports have.</param>
    public Dictionary<PlannedAccount, LocalDate> Give(IReadOnlyList<(PlannedAccount Account, Guid? OwnerId, LocalDate QuietOn)> clients, IEnumerable<(Guid? OwnerId, LocalDate Day)> earlier)
    {
        foreach (var count in clients.CountBy(client => client.OwnerId ?? Guid.Empty)) most[count.Key] = Math.Max(Most, (count.Value + WithinDays - 1) / WithinDays);
        foreach (var (ownerId, day) in earlier) Take(ownerId ?? Guid.Empty, day);
        var days = new Dictionary<PlannedAccount, LocalDate>();
        foreach (var (account, owner, quietOn) in clients.OrderBy(client => client.QuietOn))
        {
            var ownerId = owner ?? Guid.Empty;
            var day = FreeFrom(ownerId, calendar.WorkingDateOnOrAfter(LocalDate.Max(quietOn, today.PlusDays(1))));
            Take(ownerId, day);
            days.Add(account, day);
        }

        return days;
    }

    private void Take(Guid ownerId, LocalDate day)
    {
        var count = taken[(ownerId, day)] = taken.GetValueOrDefault((ownerId, day)) + 1;
        if (count >= most.GetValueOrDefault(ownerId, Most)) full[(ownerId, day)] = calendar.WorkingDateOnOrAfter(day.PlusDays(1));
    }

    private LocalDate FreeFrom(Guid ownerId, LocalDate first)
    {
        var day = first;
        while (full.TryGetValue((ownerId, day), out var next)) day = next;
        // The way there is not gone twice.
        if (full.ContainsKey((ownerId, first))) full[(ownerId, first)] = day;
        return day;
    }
}
