using AccountNudge.Core.Calendar;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Planning;

/// <summary>Reads the facts of accounts.</summary>
public static class FactsReader
{
    private static readonly Duration Remembered = Duration.FromDays(400);

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
        var accounts = batch.Add(store.Accounts.Where(account => accountIds.Contains(account.Id)));
        var teams = batch.Add(TeamsOf(store, accountIds));
        var rosterOf = AddRosters(batch, TeamsOf(store, accountIds), now);
        var contacts = batch.Add(store.Contacts.Where(contact => accountIds.Contains(contact.AccountId))).ByAccount();
        var readers = PracticeCatalog.Facts.Select(reader => (Reader: reader, FactsOf: reader.Read(batch, accountIds, now))).ToList();
        var lastTalk = batch.AddLastTalks(accountIds, readers);
        var snoozes = batch.Add(store.Snoozes.Where(snooze => accountIds.Contains(snooze.AccountId))).ByAccount();
        var overrides = batch.Add(store.Overrides.Where(released => accountIds.Contains(released.AccountId))).ByAccount();
        // What was suggested is remembered for good, for it rests by that: a few rows a year.
        var (remembered, hints) = (now - Remembered, PracticeCatalog.Hints.Select(hint => hint.Kind).ToList());
        var nudges = batch.Add(store.Nudges.Where(nudge =>
            accountIds.Contains(nudge.AccountId) && (nudge.State < NudgeState.Acted || nudge.PostedAt == null || nudge.PostedAt > remembered || hints.Contains(nudge.Kind))));
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
            OtherTalksSince = now - FirstTalks.Known,
            PlannedTalk = readers.PlannedTalk(account.Id, terms[account.TeamId].Calendar),
            Practices = terms[account.TeamId].Practices,
            OfPractices = [.. readers.Select(reader => reader.FactsOf(account.Id)).OfType<object>()],
            Snoozes = snoozes(account.Id),
            Overrides = overrides(account.Id),
            Nudges = [.. nudgesOf[account.Id]],
        })];
    }

    private static IQueryable<AccountTeam> TeamsOf(Store store, IReadOnlyList<Guid> accountIds) =>
        store.Teams.Where(team => store.Accounts.Any(account => account.TeamId == team.Id && accountIds.Contains(account.Id)));

    /// <summary>Adds the people of teams to a batch.</summary>
    private static Func<Guid, WorkingCalendar, TeamRoster> AddRosters(QueryBatch batch, IQueryable<AccountTeam> teams, Instant now)
    {
        var store = batch.Store;
        // Whatever zone a team is in, that is before yesterday.
        var before = now.InUtc().Date.PlusDays(-3);
        var places = batch.Add(store.Memberships.Where(place => teams.Any(team => team.Id == place.TeamId)));
        var theirs = store.Memberships.Where(place => teams.Any(team => team.Id == place.TeamId));
        var members = batch.Add(store.Members.Where(member => theirs.Any(place => place.MemberId == member.Id)));
        var absences = batch.Add(store.Absences.Where(absence => absence.Until > before && theirs.Any(place => place.MemberId == absence.MemberId)));
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
}
