using AccountNudge.Core.Calendar;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Planning;

/// <summary>Reads the facts of accounts.</summary>
public static class FactsReader
{
    private static readonly Duration Remembered = Duration.FromDays(400);
    private static readonly IReadOnlyList<string> Hints = [.. PracticeCatalog.Hints.Select(hint => hint.Kind)];

    /// <summary>Reads the facts of one account; null when the scope has no such account.</summary>
    public static async Task<AccountFacts?> FactsOf(this Store store, Guid accountId, Instant now, CancellationToken cancellation) =>
        await store.FactsOf([accountId], now, cancellation) is [var facts] ? facts : null;

    /// <summary>
    /// Reads the facts of accounts, of whichever teams of the scope, as they stand at one moment: one statement on PostgreSQL. In the order
    /// of the ids; what the scope does not have is missing.
    /// </summary>
    public static async Task<IReadOnlyList<AccountFacts>> FactsOf(this Store store, IReadOnlyList<Guid> accountIds, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(accountIds);
        if (accountIds.Count == 0) return [];
        var batch = new QueryBatch(store, accountIds);
        // Whatever zone a team is in, that is before yesterday.
        var asked = new Asked(accountIds, now.InUtc().Date.PlusDays(-3));
        var accounts = batch.Add(asked, static (store, asked) => store.Accounts.Where(account => asked.AccountIds.Contains(account.Id)));
        var teams = batch.Add(asked, TeamsOf);
        var rosterOf = AddRosters(batch, asked, now);
        var contacts = batch.AddAll<Contact>().ByAccount();
        var readers = PracticeCatalog.Facts.Select(reader => (Reader: reader, FactsOf: reader.Read(batch, now))).ToList();
        var lastTalk = batch.AddLastTalks(readers);
        var snoozes = batch.AddAll<Snooze>().ByAccount();
        var overrides = batch.AddAll<Override>().ByAccount();
        // What was suggested is remembered for good, for it rests by that: a few rows a year.
        var nudges = batch.Add(new { AccountIds = accountIds, Since = now - Remembered, Hints }, static (store, asked) => store.Nudges.Where(nudge =>
            asked.AccountIds.Contains(nudge.AccountId) && (nudge.State < NudgeState.Acted || nudge.PostedAt == null || nudge.PostedAt > asked.Since || asked.Hints.Contains(nudge.Kind))));
        await batch.Run(cancellation);

        var terms = teams.All.ToDictionary(team => team.Id, team => (team.Settings, Calendar: team.Settings.Calendar(), Practices: PracticeCatalog.Of(team.Settings)));
        var nudgesOf = nudges.All.ToLookup(nudge => nudge.AccountId);
        var rows = accounts.All.ToDictionary(account => account.Id);
        return [.. accountIds.Select(id => rows.GetValueOrDefault(id)).OfType<Account>().Select(account => new AccountFacts
        {
            Account = account,
            Terms = terms[account.TeamId].Settings,
            Calendar = terms[account.TeamId].Calendar,
            Roster = rosterOf(account.TeamId, terms[account.TeamId].Calendar),
            Contacts = contacts(account.Id),
            LastTalk = lastTalk(account.Id, terms[account.TeamId].Calendar),
            OtherTalks = [.. readers.OtherTalks(account.Id, terms[account.TeamId].Calendar)],
            ReadAt = now,
            PlannedTalk = readers.PlannedTalk(account.Id, terms[account.TeamId].Calendar),
            Practices = terms[account.TeamId].Practices,
            OfPractices = [.. readers.Select(reader => reader.FactsOf(account.Id)).OfType<object>()],
            Snoozes = snoozes(account.Id),
            Overrides = overrides(account.Id),
            Nudges = [.. nudgesOf[account.Id]],
        })];
    }

    /// <summary>The teams of accounts.</summary>
    private static IQueryable<AccountTeam> TeamsOf(Store store, Asked asked)
    {
        var accounts = store.Accounts;
        return store.Teams.Where(team => accounts.Any(account => account.TeamId == team.Id && asked.AccountIds.Contains(account.Id)));
    }

    /// <summary>Who is in the teams of accounts.</summary>
    private static IQueryable<Membership> PlacesOf(Store store, Asked asked)
    {
        var teams = TeamsOf(store, asked);
        return store.Memberships.Where(place => teams.Any(team => team.Id == place.TeamId));
    }

    /// <summary>Adds the people of the accounts' teams to a batch.</summary>
    private static Func<Guid, WorkingCalendar, TeamRoster> AddRosters(QueryBatch batch, Asked asked, Instant now)
    {
        var places = batch.Add(asked, PlacesOf);
        var members = batch.Add(asked, static (store, asked) =>
        {
            var theirs = PlacesOf(store, asked);
            return store.Members.Where(member => theirs.Any(place => place.MemberId == member.Id));
        });
        var absences = batch.Add(asked, static (store, asked) =>
        {
            var theirs = PlacesOf(store, asked);
            return store.Absences.Where(absence => absence.Until > asked.Before && theirs.Any(place => place.MemberId == absence.MemberId));
        });
        var rosters = new Dictionary<Guid, TeamRoster>();
        return (teamId, calendar) => rosters.TryGetValue(teamId, out var known) ? known : rosters[teamId] = Roster(teamId, calendar.DateOf(now).PlusDays(-1));

        TeamRoster Roster(Guid teamId, LocalDate yesterday)
        {
            var ofTeam = places.All.Where(place => place.TeamId == teamId).OrderBy(place => place.JoinedAt).ThenBy(place => place.MemberId).ToList();
            var ids = ofTeam.Select(place => place.MemberId).ToHashSet();
            var people = members.All.ToDictionary(member => member.Id);
            return new TeamRoster(
                [.. ofTeam.Select(place => people[place.MemberId])],
                [.. ofTeam.Where(place => place.IsManager).Select(place => place.MemberId)],
                [.. absences.All.Where(absence => absence.Until >= yesterday && ids.Contains(absence.MemberId)).OrderBy(absence => absence.From)]);
        }
    }

    /// <param name="AccountIds">The accounts.</param>
    /// <param name="Before">A day before yesterday.</param>
    private sealed record Asked(IReadOnlyList<Guid> AccountIds, LocalDate Before);
}
