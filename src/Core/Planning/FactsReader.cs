using AccountNudge.Core.Accounts;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Planning;

/// <summary>Reads the facts of a team's accounts.</summary>
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
    public static async Task<IReadOnlyList<AccountFacts>> FactsOf(this Store store, IReadOnlyList<Account> accounts, AccountTeam team, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(team);
        var ids = accounts.Select(account => account.Id).ToList();
        var calendar = team.Settings.Calendar();
        var roster = await store.RosterOf(team.Id, calendar.DateOf(now), cancellation);
        var remembered = now - Remembered;
        var contacts = await Group(store.Contacts.Where(contact => ids.Contains(contact.AccountId)), cancellation);
        var ofPractices = new List<IReadOnlyDictionary<Guid, object>>();
        foreach (var reader in PracticeCatalog.Facts) ofPractices.Add(await reader.Read(store, ids, now, cancellation));
        var snoozes = await Group(store.Snoozes.Where(snooze => ids.Contains(snooze.AccountId)), cancellation);
        var overrides = await Group(store.Overrides.Where(released => ids.Contains(released.AccountId)), cancellation);
        var nudges = (await store.Nudges.Where(nudge => ids.Contains(nudge.AccountId) && (nudge.State < NudgeState.Acted || nudge.PostedAt == null || nudge.PostedAt > remembered)).ToListAsync(cancellation)).ToLookup(nudge => nudge.AccountId);
        var talks = await store.LastTalks(PracticeCatalog.Facts, ids, calendar, cancellation);
        return [.. accounts.Select(account => new AccountFacts
        {
            Account = account,
            Terms = team.Settings,
            Calendar = calendar,
            Roster = roster,
            Contacts = [.. contacts[account.Id]],
            LastTalk = talks.GetValueOrDefault(account.Id),
            Practices = PracticeCatalog.All,
            OfPractices = [.. ofPractices.Select(facts => facts.GetValueOrDefault(account.Id)).OfType<object>()],
            Snoozes = [.. snoozes[account.Id]],
            Overrides = [.. overrides[account.Id]],
            Nudges = [.. nudges[account.Id]],
        })];
    }

    /// <summary>The people of a team.</summary>
    public static async Task<TeamRoster> RosterOf(this Store store, Guid teamId, LocalDate today, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var places = await store.Memberships.Where(membership => membership.TeamId == teamId).OrderBy(membership => membership.JoinedAt).ThenBy(membership => membership.MemberId).ToListAsync(cancellation);
        var ids = places.Select(place => place.MemberId).ToList();
        var members = await store.Members.Where(member => ids.Contains(member.Id)).ToDictionaryAsync(member => member.Id, cancellation);
        var absences = await store.Absences.Where(absence => absence.Until >= today.PlusDays(-1) && ids.Contains(absence.MemberId)).OrderBy(absence => absence.From).ToListAsync(cancellation);
        return new TeamRoster([.. ids.Select(id => members[id])], [.. places.Where(place => place.IsManager).Select(place => place.MemberId)], absences);
    }

    private static async Task<ILookup<Guid, T>> Group<T>(IQueryable<T> rows, CancellationToken cancellation)
        where T : IAccountFact =>
        (await rows.ToListAsync(cancellation)).ToLookup(row => row.AccountId);
}
