using AccountNudge.Core.Accounts;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Quiet;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Digests;

/// <summary>An account that is quiet, or will be soon.</summary>
/// <param name="Account">The account.</param>
/// <param name="DaysPast">Days past its floor; zero or less while it is still within.</param>
/// <param name="SilentDays">Days since it was last heard of.</param>
public sealed record QuietAccount(Account Account, int DaysPast, int SilentDays)
{
    /// <summary>The day of the last talk; null when none is noted.</summary>
    public LocalDate? LastTalkOn { get; init; }

    /// <summary>How; null for a step of a complaint.</summary>
    public InteractionKind? LastTalkKind { get; init; }

    /// <summary>Who had it.</summary>
    public Member? LastTalkBy { get; init; }

    /// <summary>With whom, where that is known.</summary>
    public Contact? LastTalkWith { get; init; }

    /// <summary>Whether its floor is exceeded.</summary>
    public bool IsQuiet => DaysPast > 0;
}

/// <summary>Finds the quiet accounts of a scope, in few queries however many accounts there are.</summary>
public static class QuietAccounts
{
    /// <summary>Quiet accounts and those that will be within some days, furthest past their floor first.</summary>
    public static async Task<IReadOnlyList<QuietAccount>> QuietAccountsOf(this Store store, Instant now, int aheadDays, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var quiet = new List<QuietAccount>();
        foreach (var team in await store.Teams.ToListAsync(cancellation)) quiet.AddRange(await OfTeam(store, team, now, aheadDays, cancellation));
        return [.. quiet.OrderByDescending(account => account.DaysPast).ThenBy(account => account.Account.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private static async Task<IReadOnlyList<QuietAccount>> OfTeam(Store store, AccountTeam team, Instant now, int aheadDays, CancellationToken cancellation)
    {
        var calendar = team.Settings.Calendar();
        var today = calendar.DateOf(now);
        var inComplaint = store.Complaints.Where(complaint => complaint.ClosedAt == null).Select(complaint => complaint.AccountId);
        var accounts = await store.Accounts.Where(account => account.TeamId == team.Id && !inComplaint.Contains(account.Id)).AsNoTracking().ToListAsync(cancellation);
        var talks = await store.LastTalks([.. accounts.Select(account => account.Id)], calendar, cancellation);
        var nobody = new Crew([], [], []);
        var found = accounts
            .Select(account => (Account: account, Talk: talks.GetValueOrDefault(account.Id)))
            .Select(pair => (pair.Account, pair.Talk, From: QuietPolicy.QuietFrom(new AccountFacts { Account = pair.Account, Terms = team.Settings, Calendar = calendar, Crew = nobody, LastTalkOn = pair.Talk?.On })))
            .Where(item => item.From <= today.PlusDays(aheadDays)).ToList();
        var people = await People(store, [.. found.Select(item => item.Talk).OfType<Talk>()], cancellation);
        return [.. found.Select(item => new QuietAccount(item.Account, Period.DaysBetween(item.From, today) + 1, Period.DaysBetween(item.From, today) + team.Settings.Floor(item.Account.Tier) + 1)
        {
            LastTalkOn = item.Talk?.On,
            LastTalkKind = item.Talk?.Kind,
            LastTalkBy = item.Talk is null ? null : people.Members.GetValueOrDefault(item.Talk.MemberId),
            LastTalkWith = item.Talk?.ContactId is { } contact ? people.Contacts.GetValueOrDefault(contact) : null,
        })];
    }

    private static async Task<(Dictionary<Guid, Member> Members, Dictionary<Guid, Contact> Contacts)> People(Store store, List<Talk> talks, CancellationToken cancellation)
    {
        var (memberIds, contactIds) = (talks.Select(talk => talk.MemberId).Distinct().ToList(), talks.Select(talk => talk.ContactId).OfType<Guid>().ToList());
        return (
            await store.Members.Where(member => memberIds.Contains(member.Id)).AsNoTracking().ToDictionaryAsync(member => member.Id, cancellation),
            await store.Contacts.Where(contact => contactIds.Contains(contact.Id)).AsNoTracking().ToDictionaryAsync(contact => contact.Id, cancellation));
    }
}
