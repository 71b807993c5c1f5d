using AccountNudge.Core.Accounts;
using AccountNudge.Core.Calendar;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Planning;

/// <summary>Reads the facts of accounts.</summary>
public static class FactsReader
{
    private static readonly Duration Remembered = Duration.FromDays(400);

    /// <summary>Reads the facts of one account; null when the scope has no such account.</summary>
    public static async Task<AccountFacts?> FactsOf(this Store store, Guid accountId, Instant now, CancellationToken cancellation)
    {
        var account = await store.Accounts.FirstOrDefaultAsync(account => account.Id == accountId, cancellation);
        if (account is null) return null;
        var team = await store.Teams.FirstAsync(team => team.Id == account.TeamId, cancellation);
        return (await store.FactsOf([account], team, now, cancellation))[0];
    }

    /// <summary>Reads the facts of some accounts of one team, in few queries however many there are.</summary>
    public static Task<IReadOnlyList<AccountFacts>> FactsOf(this Store store, IReadOnlyList<Account> accounts, AccountTeam team, Instant now, CancellationToken cancellation) =>
        store.FactsOf(accounts, [team], now, cancellation);

    /// <summary>Reads the facts of some accounts of some teams, in few queries however many there are of either.</summary>
    public static async Task<IReadOnlyList<AccountFacts>> FactsOf(
        this Store store, IReadOnlyList<Account> accounts, IReadOnlyCollection<AccountTeam> teams, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(teams);
        var ids = accounts.Select(account => account.Id).ToList();
        var calendars = teams.ToDictionary(team => team.Id, team => team.Settings.Calendar());
        var rosters = await Rosters(store, teams, calendars, now, cancellation);
        var remembered = now - Remembered;
        var contacts = await Group(store.Contacts.Where(contact => ids.Contains(contact.AccountId)), cancellation);
        var ofPractices = new List<IReadOnlyDictionary<Guid, object>>();
        foreach (var reader in PracticeCatalog.Facts) ofPractices.Add(await reader.Read(store, ids, now, cancellation));
        var snoozes = await Group(store.Snoozes.Where(snooze => ids.Contains(snooze.AccountId)), cancellation);
        var overrides = await Group(store.Overrides.Where(released => ids.Contains(released.AccountId)), cancellation);
        var nudges = (await store.Nudges.Where(nudge => ids.Contains(nudge.AccountId) && (nudge.State < NudgeState.Acted || nudge.PostedAt == null || nudge.PostedAt > remembered)).ToListAsync(cancellation)).ToLookup(nudge => nudge.AccountId);
        var talks = await LastTalks(store, accounts, calendars, cancellation);
        var terms = teams.ToDictionary(team => team.Id, team => team.Settings);
        return [.. accounts.Select(account => new AccountFacts
        {
            Account = account,
            Terms = terms[account.TeamId],
            Calendar = calendars[account.TeamId],
            Roster = rosters[account.TeamId],
            Contacts = [.. contacts[account.Id]],
            LastTalk = talks.GetValueOrDefault(account.Id),
            Practices = PracticeCatalog.All,
            OfPractices = [.. ofPractices.Select(facts => facts.GetValueOrDefault(account.Id)).OfType<object>()],
            Snoozes = [.. snoozes[account.Id]],
            Overrides = [.. overrides[account.Id]],
            Nudges = [.. nudges[account.Id]],
        })];
    }

    /// <summary>Of a calendar, talks need the zone of its days alone: teams of one zone are read together.</summary>
    private static async Task<Dictionary<Guid, LatestTalk>> LastTalks(Store store, IReadOnlyList<Account> accounts, Dictionary<Guid, WorkingCalendar> calendars, CancellationToken cancellation)
    {
        var talks = new Dictionary<Guid, LatestTalk>();
        foreach (var zone in accounts.GroupBy(account => calendars[account.TeamId].Zone))
        {
            var some = await store.LastTalks(PracticeCatalog.Facts, [.. zone.Select(account => account.Id)], calendars[zone.First().TeamId], cancellation);
            foreach (var (accountId, talk) in some) talks[accountId] = talk;
        }

        return talks;
    }

    private static async Task<Dictionary<Guid, TeamRoster>> Rosters(
        Store store, IReadOnlyCollection<AccountTeam> teams, Dictionary<Guid, WorkingCalendar> calendars, Instant now, CancellationToken cancellation)
    {
        var teamIds = teams.Select(team => team.Id).ToList();
        var places = await store.Memberships.Where(membership => teamIds.Contains(membership.TeamId)).ToListAsync(cancellation);
        var ids = places.Select(place => place.MemberId).Distinct().ToList();
        var members = await store.Members.Where(member => ids.Contains(member.Id)).ToDictionaryAsync(member => member.Id, cancellation);
        var yesterday = calendars.Values.Select(calendar => calendar.DateOf(now).PlusDays(-1)).DefaultIfEmpty().Min();
        var absences = await store.Absences.Where(absence => absence.Until >= yesterday && ids.Contains(absence.MemberId)).ToListAsync(cancellation);
        return teams.ToDictionary(team => team.Id, team => Roster(places.Where(place => place.TeamId == team.Id), members, absences, calendars[team.Id].DateOf(now)));
    }

    private static TeamRoster Roster(IEnumerable<Membership> places, Dictionary<Guid, Member> members, List<Absence> absences, LocalDate today)
    {
        var ordered = places.OrderBy(place => place.JoinedAt).ThenBy(place => place.MemberId).ToList();
        var ids = ordered.Select(place => place.MemberId).ToHashSet();
        return new TeamRoster(
            [.. ordered.Select(place => members[place.MemberId])],
            [.. ordered.Where(place => place.IsManager).Select(place => place.MemberId)],
            [.. absences.Where(absence => ids.Contains(absence.MemberId) && absence.Until >= today.PlusDays(-1)).OrderBy(absence => absence.From)]);
    }

    private static async Task<ILookup<Guid, T>> Group<T>(IQueryable<T> rows, CancellationToken cancellation)
        where T : IAccountFact =>
        (await rows.ToListAsync(cancellation)).ToLookup(row => row.AccountId);
}
