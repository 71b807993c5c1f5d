using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Lists;

/// <summary>A day in somebody's calendar, with whom it is about.</summary>
/// <param name="Day">The day.</param>
/// <param name="Account">The client.</param>
/// <param name="Contact">Whom there; null where nobody is named, or may be any more.</param>
/// <param name="Zone">The team's zone.</param>
public sealed record CalendarEntry(CalendarDay Day, Account Account, Contact? Contact, DateTimeZone Zone);

/// <summary>Reads a member's own calendar.</summary>
public static class CalendarReader
{
    /// <summary>The occasions of the clients they look after, their promises and their plans, in the teams of the scope; in a lasting order.</summary>
    public static async Task<IReadOnlyList<CalendarEntry>> CalendarOf(this Store store, Guid memberId, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var owned = await store.Accounts.Where(account => account.OwnerId == memberId).Select(account => account.Id).ToListAsync(cancellation);
        var question = new CalendarQuestion(store, memberId, now, await store.FactsOf(owned, now, cancellation));
        var days = new List<(IPractice Practice, CalendarDay Day)>();
        foreach (var practice in PracticeCatalog.All) days.AddRange((await practice.ReadCalendar(question, cancellation)).Select(day => (practice, day)));
        var accountIds = days.Select(day => day.Day.AccountId).Distinct().ToList();
        var accounts = await store.Accounts.Where(account => accountIds.Contains(account.Id)).AsNoTracking().ToDictionaryAsync(account => account.Id, cancellation);
        var contactIds = days.Select(day => day.Day.ContactId).OfType<Guid>().Distinct().ToList();
        var contacts = await store.Contacts.Where(contact => contactIds.Contains(contact.Id) && contact.State == ContactState.Active).AsNoTracking().ToDictionaryAsync(contact => contact.Id, cancellation);
        var zones = await store.Teams.AsNoTracking().ToDictionaryAsync(team => team.Id, team => team.Settings.Calendar().Zone, cancellation);
        return [.. days.Where(day => day.Practice.AlsoAfterTheEnd || accounts[day.Day.AccountId].IsWithUs)
            .Select(day => new CalendarEntry(day.Day, accounts[day.Day.AccountId], day.Day.ContactId is { } contact ? contacts.GetValueOrDefault(contact) : null, zones[accounts[day.Day.AccountId].TeamId]))
            .OrderBy(entry => entry.Day.On).ThenBy(entry => entry.Day.Time).ThenBy(entry => entry.Day.Kind, StringComparer.Ordinal).ThenBy(entry => entry.Day.Subject)];
    }
}
