using System.Reflection;
using AccountNudge.Core.Access;
using AccountNudge.Core.Calendar;
using AccountNudge.Core.Nudges;

namespace AccountNudge.Core.Storage;

/// <summary>An account that is to be reviewed.</summary>
public sealed record DueAccount(Guid WorkspaceId, Guid TeamId, Guid AccountId);

/// <summary>What is known of the place where something was said.</summary>
/// <param name="Workspace">The workspace; null when it is new.</param>
/// <param name="People">Who spoke and who was mentioned, as far as they are known.</param>
/// <param name="Memberships">Theirs, and all of the team whose home it is.</param>
/// <param name="Teams">The teams of those memberships, and the one whose home it is.</param>
/// <param name="IsReceived">What was said was recorded before.</param>
public sealed record KnownPlace(
    Workspace? Workspace, IReadOnlyList<Member> People, IReadOnlyList<Membership> Memberships, IReadOnlyList<AccountTeam> Teams, bool IsReceived);

/// <summary>
/// The only queries that look across teams: what the jobs ask to learn which team has something due, and who is in which
/// team. Everything after them runs within that team's <see cref="Scope"/>.
/// </summary>
public static class Unfiltered
{
    /// <summary>Accounts whose "look again" has come, longest waiting first.</summary>
    public static async Task<IReadOnlyList<DueAccount>> DueAccounts(this Store store, Instant now, int most, CancellationToken cancellation) =>
        await store.Living(store.Accounts).Where(account => account.LookAgainAt <= now).OrderBy(account => account.LookAgainAt).Take(most)
            .Select(account => new DueAccount(account.WorkspaceId, account.TeamId, account.Id)).ToListAsync(cancellation);

    /// <summary>Teams with a planned nudge whose instant has come.</summary>
    public static async Task<IReadOnlyList<Scope>> TeamsWithDueNudges(this Store store, Instant now, CancellationToken cancellation)
    {
        var rows = await store.DueNudges(now).Select(nudge => new { nudge.WorkspaceId, nudge.TeamId }).Distinct().ToListAsync(cancellation);
        return [.. rows.Select(row => new Scope(row.WorkspaceId, row.TeamId))];
    }

    /// <summary>Teams whose home refused posts and is to be tried again, or whose undelivered nudges are to be planned anew.</summary>
    public static async Task<IReadOnlyList<Scope>> TeamsToTryAgain(this Store store, Instant now, CancellationToken cancellation)
    {
        var homes = store.RefusedHomes(now).Select(team => new { team.WorkspaceId, TeamId = team.Id });
        var undelivered = store.Undelivered(now).Select(nudge => new { nudge.WorkspaceId, nudge.TeamId });
        return [.. (await homes.Union(undelivered).ToListAsync(cancellation)).Select(row => new Scope(row.WorkspaceId, row.TeamId))];
    }

    /// <summary>Managers whose week falls due.</summary>
    public static async Task<IReadOnlyList<(Guid WorkspaceId, Guid MemberId)>> DueWeeks(this Store store, Instant now, CancellationToken cancellation)
    {
        var rows = await store.ManagersWithDueWeek(now).Select(member => new { member.WorkspaceId, member.Id }).ToListAsync(cancellation);
        return [.. rows.Select(row => (row.WorkspaceId, row.Id))];
    }

    /// <summary>Whether anything waits to be made a post of: nudges, managers' weeks, or what is to be tried again. One statement, for most often nothing does.</summary>
    public static Task<bool> HasAnythingToBatch(this Store store, Instant now, CancellationToken cancellation) =>
        store.DueNudges(now).Select(nudge => nudge.WorkspaceId)
            .Concat(store.Undelivered(now).Select(nudge => nudge.WorkspaceId))
            .Concat(store.ManagersWithDueWeek(now).Select(member => member.WorkspaceId))
            .Concat(store.RefusedHomes(now).Select(team => team.WorkspaceId))
            .AnyAsync(cancellation);

    /// <summary>The next instant after one at which anything falls due by itself; null when nothing does.</summary>
    public static async Task<Instant?> NextDue(this Store store, Instant after, CancellationToken cancellation)
    {
        var looks = store.Living(store.Accounts).Where(account => account.LookAgainAt > after).Select(account => account.LookAgainAt);
        var nudges = store.Living(store.Nudges).Where(nudge => nudge.State == NudgeState.Planned || nudge.Held == HeldReason.Undeliverable)
            .Select(nudge => nudge.RetryAt ?? nudge.PostAt).Where(ready => ready > after).Select(ready => (Instant?)ready);
        var weeks = store.Living(store.Members).Where(member => member.WeekAt > after).Select(member => member.WeekAt);
        var homes = store.Living(store.Teams).Where(team => team.TryHomeAgainAt > after).Select(team => team.TryHomeAgainAt);
        return await First(looks).Concat(First(nudges)).Concat(First(weeks)).Concat(First(homes)).MinAsync(cancellation);

        static IQueryable<Instant?> First(IQueryable<Instant?> instants) => instants.OrderBy(instant => instant).Take(1);
    }

    private static IQueryable<Nudge> DueNudges(this Store store, Instant now) => store.Living(store.Nudges).Where(nudge => nudge.State == NudgeState.Planned).ReadyAt(now);

    private static IQueryable<Member> ManagersWithDueWeek(this Store store, Instant now) => store.Living(store.Members).Where(member => member.WeekAt <= now);

    /// <summary>Teams whose home refused posts and is to be tried again.</summary>
    private static IQueryable<AccountTeam> RefusedHomes(this Store store, Instant now) => store.Living(store.Teams).Where(team => team.TryHomeAgainAt <= now);

    /// <summary>Undelivered nudges that are to be planned anew.</summary>
    private static IQueryable<Nudge> Undelivered(this Store store, Instant now) =>
        store.Living(store.Nudges).Where(nudge => nudge.State == NudgeState.Held && nudge.Held == HeldReason.Undeliverable).ReadyAt(now);

    /// <summary>The nudges that are to be posted or tried again by an instant: <see cref="Nudge.ReadyAt"/> as the index has it.</summary>
    internal static IQueryable<Nudge> ReadyAt(this IQueryable<Nudge> nudges, Instant now) =>
        nudges.Where(nudge => nudge.PostAt <= now && (nudge.RetryAt == null || nudge.RetryAt <= now));

    /// <summary>Keys of posts that are under way.</summary>
    public static async Task<IReadOnlyList<string>> PostsUnderWay(this Store store, CancellationToken cancellation) =>
        await store.Living(store.Posts).Where(post => post.State == PostState.Posting).Select(post => post.Key).ToListAsync(cancellation);

    /// <summary>An answer stands where its platform says; what has changed since it was drawn is drawn now.</summary>
    /// <param name="stores">Where to write.</param>
    /// <param name="answer">The answer's post; nothing happens when there is none.</param>
    /// <param name="messageId">The platform's id of the message, enough to change it later.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public static async Task AnswerStands(this Stores stores, Guid answer, string messageId, CancellationToken cancellation)
    {
        await using var store = stores.Open(Scope.Nothing);
        await store.Posts.IgnoreQueryFilters().Where(post => post.Id == answer && post.State == PostState.Answering).ExecuteUpdateAsync(
            set => set.SetProperty(post => post.State, PostState.Posted).SetProperty(post => post.MessageId, messageId), cancellation);
    }

    /// <summary>What is known of the place where something was said, in one statement on PostgreSQL.</summary>
    /// <param name="store">Where to look.</param>
    /// <param name="platform">The platform's name.</param>
    /// <param name="workspaceId">The platform's id of the workspace.</param>
    /// <param name="channelId">The platform's id of the channel; null for a direct message.</param>
    /// <param name="personIds">The platform's ids of who spoke and who was mentioned.</param>
    /// <param name="receipt">The key of what was said.</param>
    /// <param name="cancellation">Ends the looking.</param>
    public static async Task<KnownPlace> PlaceOf(
        this Store store, string platform, string workspaceId, string? channelId, IReadOnlyCollection<string> personIds, string receipt, CancellationToken cancellation)
    {
        var batch = new QueryBatch(store);
        var asked = new Place(platform, workspaceId, channelId, personIds, receipt);
        var workspaces = batch.Add(asked, WorkspaceAt);
        var members = batch.Add(asked, PeopleAt);
        var memberships = batch.Add(asked, PlacesAt);
        var teams = batch.Add(asked, static (store, asked) =>
        {
            var (homes, places) = (HomesAt(store, asked), PlacesAt(store, asked));
            return store.Teams.IgnoreQueryFilters().Where(team => places.Any(place => place.TeamId == team.Id) || homes.Any(home => home.Id == team.Id));
        });
        var receipts = batch.Add(asked, static (store, asked) =>
        {
            var here = WorkspaceAt(store, asked);
            return store.Receipts.IgnoreQueryFilters().Where(known => here.Any(workspace => workspace.Id == known.WorkspaceId) && known.Key == asked.Receipt);
        });
        await batch.Run(cancellation);
        return new KnownPlace(workspaces.All is [var workspace] ? workspace : null, members.All, memberships.All, teams.All, receipts.All.Count > 0);
    }

    private static IQueryable<Workspace> WorkspaceAt(Store store, Place asked) =>
        store.Workspaces.Where(workspace => workspace.Platform == asked.Platform && workspace.ExternalId == asked.WorkspaceId);

    private static IQueryable<Member> PeopleAt(Store store, Place asked)
    {
        var here = WorkspaceAt(store, asked);
        return store.Members.IgnoreQueryFilters().Where(member => here.Any(workspace => workspace.Id == member.WorkspaceId) && asked.PersonIds.Contains(member.PersonId));
    }

    private static IQueryable<AccountTeam> HomesAt(Store store, Place asked)
    {
        var here = WorkspaceAt(store, asked);
        return store.Teams.IgnoreQueryFilters().Where(team => here.Any(workspace => workspace.Id == team.WorkspaceId) && team.Home == asked.ChannelId);
    }

    private static IQueryable<Membership> PlacesAt(Store store, Place asked)
    {
        var (homes, people) = (HomesAt(store, asked), PeopleAt(store, asked));
        return store.Memberships.IgnoreQueryFilters().Where(place => homes.Any(team => team.Id == place.TeamId) || people.Any(member => member.Id == place.MemberId));
    }

    /// <summary>Where something was said, and by whom.</summary>
    private sealed record Place(string Platform, string WorkspaceId, string? ChannelId, IReadOnlyCollection<string> PersonIds, string Receipt);

    /// <summary>The teams whose homes some channels are; a team of one is at home in no channel.</summary>
    public static async Task<IReadOnlyList<Guid>> TeamsAt(this Store store, Guid workspaceId, IReadOnlyCollection<string> homes, CancellationToken cancellation) =>
        await store.Teams.IgnoreQueryFilters().Where(team => team.WorkspaceId == workspaceId && !team.HomeIsDirect && homes.Contains(team.Home)).Select(team => team.Id).ToListAsync(cancellation);

    /// <summary>The channels of a workspace, by the platform's ids, that are homes of teams.</summary>
    public static async Task<IReadOnlyList<string>> HomesIn(this Store store, string platform, string workspaceId, CancellationToken cancellation) =>
        await store.Teams.IgnoreQueryFilters()
            .Where(team => !team.HomeIsDirect && store.Workspaces.Any(here => here.Id == team.WorkspaceId && here.Platform == platform && here.ExternalId == workspaceId))
            .Select(team => team.Home).ToListAsync(cancellation);

    /// <summary>The teams a member belongs to, earliest first.</summary>
    public static async Task<IReadOnlyList<Guid>> TeamsOf(this Store store, Guid workspaceId, Guid memberId, CancellationToken cancellation) =>
        await store.Memberships.IgnoreQueryFilters().Where(membership => membership.WorkspaceId == workspaceId && membership.MemberId == memberId)
            .OrderBy(membership => membership.JoinedAt).ThenBy(membership => membership.TeamId).Select(membership => membership.TeamId).ToListAsync(cancellation);

    /// <summary>Every team there is, for whoever sits at the server, with somebody in whose name things are done: the earliest manager, else the earliest member.</summary>
    public static async Task<IReadOnlyList<(AccountTeam Team, Guid? MemberId)>> AllTeams(this Store store, CancellationToken cancellation)
    {
        var teams = await store.Teams.IgnoreQueryFilters().AsNoTracking().OrderBy(team => team.CreatedAt).ToListAsync(cancellation);
        var places = (await store.Memberships.IgnoreQueryFilters().AsNoTracking().ToListAsync(cancellation)).ToLookup(place => place.TeamId);
        return [.. teams.Select(team => (team, places[team.Id].OrderByDescending(place => place.IsManager).ThenBy(place => place.JoinedAt).FirstOrDefault()?.MemberId))];
    }

    /// <summary>Whether a member manages any team besides one.</summary>
    public static Task<bool> ManagesBesides(this Store store, Guid memberId, Guid teamId, CancellationToken cancellation) =>
        store.Memberships.IgnoreQueryFilters().AnyAsync(membership => membership.MemberId == memberId && membership.IsManager && membership.TeamId != teamId, cancellation);

    internal static async Task<IReadOnlyList<Guid>> TeamsOf(this Store store, HashSet<Guid> memberIds, CancellationToken cancellation) =>
        await store.Memberships.IgnoreQueryFilters().Where(membership => memberIds.Contains(membership.MemberId)).Select(membership => membership.TeamId).Distinct().ToListAsync(cancellation);

    /// <summary>Locks every account of some teams, before some of them are written one by one.</summary>
    internal static Task LockTeams(this Store store, HashSet<Guid> teamIds, CancellationToken cancellation) =>
        store.Lock(store.Accounts.IgnoreQueryFilters().Where(account => teamIds.Contains(account.TeamId)), cancellation);

    /// <summary>Wakes every account of some teams, except those that are being written anyway.</summary>
    internal static Task WakeTeams(this Store store, HashSet<Guid> teamIds, IReadOnlyCollection<Guid> except, Instant now, CancellationToken cancellation) =>
        Wake(store, store.Accounts.IgnoreQueryFilters().Where(account => teamIds.Contains(account.TeamId) && !except.Contains(account.Id)), now, cancellation);

    /// <summary>Wakes accounts of the scope, from within a dispatch. One alone is in order by itself.</summary>
    internal static Task WakeAccounts(this Store store, IReadOnlyCollection<Guid> accountIds, Instant now, CancellationToken cancellation)
    {
        var accounts = store.Accounts.Where(account => accountIds.Contains(account.Id));
        return accountIds.Count == 1 ? Wake(accounts, now, cancellation) : Wake(store, accounts, now, cancellation);
    }

    /// <summary>Wakes every account when the holiday or zone tables are others than the plans were made with.</summary>
    internal static async Task WakeForNewTables(this Store store, Instant now, CancellationToken cancellation)
    {
        var versions = $"{PublicHolidays.TableVersion} {DateTimeZoneProviders.Tzdb.VersionId}";
        var known = await store.Set<TableState>().FirstOrDefaultAsync(cancellation);
        if (known?.Versions == versions) return;
        await Wake(store, store.Accounts.IgnoreQueryFilters(), now, cancellation);
        if (known is null) store.Add(new TableState { Versions = versions });
        else known.Versions = versions;
        await store.SaveChangesAsync(cancellation);
    }

    /// <summary>Keeps the words of what was noted before there was a place for them.</summary>
    internal static async Task FillInWords(this Store store, CancellationToken cancellation)
    {
        foreach (var noted in store.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.IsAssignableTo(typeof(INoted))).ToList())
            await (Task)typeof(Unfiltered).GetMethod(nameof(FillInWordsOf), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(noted).Invoke(null, [store, cancellation])!;
    }

    private static async Task FillInWordsOf<T>(Store store, CancellationToken cancellation)
        where T : class, INoted
    {
        const int atOnce = 500;
        while (await store.Set<T>().IgnoreQueryFilters().IgnoreAutoIncludes().WithoutWords().Take(atOnce).ToListAsync(cancellation) is { Count: > 0 } rows)
        {
            foreach (var row in rows) NotedWords.Keep(store.Entry(row));
            await store.SaveAsTheyAre(cancellation);
            store.ChangeTracker.Clear();
        }
    }

    /// <summary>The teams of workspaces that have not ended.</summary>
    internal static async Task<IReadOnlyList<Scope>> LivingTeams(this Store store, CancellationToken cancellation)
    {
        var teams = await store.Living(store.Teams).OrderBy(team => team.Id).Select(team => new { team.WorkspaceId, team.Id }).ToListAsync(cancellation);
        return [.. teams.Select(team => new Scope(team.WorkspaceId, team.Id))];
    }

    /// <summary>The file that waits behind an address, which is gone from then on; null where there is none, or its time is over.</summary>
    public static async Task<ExportFile?> TakeFile(this Store store, string tokenHash, Instant now, CancellationToken cancellation) => await store.AllOrNone(
        async () =>
        {
            var files = store.ExportFiles.IgnoreQueryFilters().Where(file => file.TokenHash == tokenHash && file.ExpiresAt > now);
            await store.Lock(files, cancellation);
            var file = await files.AsNoTracking().FirstOrDefaultAsync(cancellation);
            return await files.ExecuteDeleteAsync(cancellation) > 0 ? file : null;
        },
        cancellation);

    /// <summary>Has SQLite write what was deleted over: until then it stands in the log of writes.</summary>
    internal static async Task Compact(this Store store, CancellationToken cancellation)
    {
        if (store.Database.IsSqlite()) await store.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
    }

    /// <summary>The rows of workspaces that have not ended, whosever they are.</summary>
    private static IQueryable<T> Living<T>(this Store store, IQueryable<T> rows)
        where T : class, IWorkspaceOwned =>
        rows.IgnoreQueryFilters().Where(row => store.Workspaces.Any(workspace => workspace.Id == row.WorkspaceId && workspace.EndedAt == null));

    private static Task Wake(Store store, IQueryable<Account> accounts, Instant now, CancellationToken cancellation) =>
        accounts.InKeyOrder(store, rows => Wake(rows, now, cancellation), cancellation);

    private static Task<int> Wake(IQueryable<Account> accounts, Instant now, CancellationToken cancellation) => accounts.ExecuteUpdateAsync(
        set => set.SetProperty(account => account.LookAgainAt, now).SetProperty(account => account.Revision, account => account.Revision + 1), cancellation);

    /// <summary>The token of a secret, with its team and workspace; null for one that is unknown or revoked, or whose workspace has ended.</summary>
    public static async Task<(ApiToken Token, AccountTeam Team, Workspace Workspace)?> TokenOf(this Store store, byte[] hash, CancellationToken cancellation)
    {
        if (await store.Living(store.ApiTokens).AsNoTracking().FirstOrDefaultAsync(token => token.Hash == hash && token.RevokedAt == null, cancellation) is not { } token) return null;
        var team = await store.Teams.IgnoreQueryFilters().AsNoTracking().FirstAsync(team => team.Id == token.TeamId, cancellation);
        return (token, team, await store.Workspaces.AsNoTracking().FirstAsync(workspace => workspace.Id == token.WorkspaceId, cancellation));
    }

    /// <summary>The calendar address of a secret; null for one that is unknown, or whose workspace has ended.</summary>
    public static Task<CalendarFeed?> FeedOf(this Store store, byte[] hash, CancellationToken cancellation) =>
        store.Living(store.CalendarFeeds).AsNoTracking().FirstOrDefaultAsync(feed => feed.Hash == hash, cancellation);

    /// <summary>Imports that wait and that nobody works on, longest waiting first and one of a team at most, with how often they were claimed.</summary>
    internal static async Task<IReadOnlyList<(Guid Id, int Claims)>> WaitingImports(this Store store, Instant realNow, CancellationToken cancellation)
    {
        var open = await store.Living(store.Imports).Where(import => import.State == ImportState.Received || import.State == ImportState.Confirmed || import.State == ImportState.Undoing)
            .OrderBy(import => import.At).ThenBy(import => import.Id).Select(import => new { import.Id, import.TeamId, import.ClaimCount, import.LeaseUntil }).ToListAsync(cancellation);
        return [.. open.GroupBy(import => import.TeamId).Where(team => team.All(import => import.LeaseUntil < realNow)).Select(team => team.First()).Select(import => (import.Id, import.ClaimCount))];
    }

    /// <summary>Claims an import of whichever team; null when somebody else was faster.</summary>
    internal static async Task<ImportRun?> TakeImport(this Store store, Guid id, int claims, Instant until, CancellationToken cancellation)
    {
        var import = store.Imports.IgnoreQueryFilters().Where(import => import.Id == id);
        var taken = await import.Where(import => import.ClaimCount == claims)
            .ExecuteUpdateAsync(set => set.SetProperty(import => import.ClaimCount, claims + 1).SetProperty(import => import.LeaseUntil, until), cancellation);
        return taken == 1 ? await import.AsNoTracking().FirstAsync(cancellation) : null;
    }

    /// <summary>
    /// Lets go of what imports keep: a day after they were carried out nothing takes them back any more, and files that nobody said yes to go
    /// as well. What is older than <paramref name="forgotten"/> leaves no trace.
    /// </summary>
    public static async Task TidyImports(this Store store, Instant dayAgo, Instant forgotten, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var imports = store.Imports.IgnoreQueryFilters();
        await imports.Where(import => import.At < dayAgo && import.File != null && (import.State == ImportState.Proposed || import.State == ImportState.Refused))
            .ExecuteUpdateAsync(set => set.SetProperty(import => import.State, ImportState.Cancelled).SetProperty(import => import.File, (byte[]?)null)
                .SetProperty(import => import.Outcomes, (byte[]?)null).SetProperty(import => import.Report, "{}"), cancellation);
        await imports.Where(import => import.DoneAt < dayAgo && import.Outcomes != null).ExecuteUpdateAsync(set => set.SetProperty(import => import.Outcomes, (byte[]?)null), cancellation);
        var over = imports.Where(import => import.DoneAt < dayAgo && import.State != ImportState.Undoing).Select(import => (Guid?)import.Id);
        await store.Changes.IgnoreQueryFilters().Where(change => change.ImportId != null && over.Contains(change.ImportId)).InKeyOrder(store, changes => changes.ExecuteDeleteAsync(cancellation), cancellation);
        await imports.Where(import => import.At < forgotten).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Deletes receipts, drafts and changes from before an instant, and files that nobody has fetched in time; how many.</summary>
    public static async Task<int> Tidy(this Store store, Instant before, CancellationToken cancellation) =>
        await store.ExportFiles.IgnoreQueryFilters().Where(file => file.ExpiresAt < store.Clock.GetCurrentInstant()).InKeyOrder(store, rows => rows.ExecuteDeleteAsync(cancellation), cancellation)
        + await store.Receipts.IgnoreQueryFilters().Where(receipt => receipt.At < before).InKeyOrder(store, rows => rows.ExecuteDeleteAsync(cancellation), cancellation)
        + await store.ApiReceipts.IgnoreQueryFilters().Where(receipt => receipt.At < before).InKeyOrder(store, rows => rows.ExecuteDeleteAsync(cancellation), cancellation)
        + await store.Drafts.IgnoreQueryFilters().Where(draft => draft.At < before).InKeyOrder(store, rows => rows.ExecuteDeleteAsync(cancellation), cancellation)
        + await store.Changes.IgnoreQueryFilters().Where(change => change.At < before).InKeyOrder(store, rows => rows.ExecuteDeleteAsync(cancellation), cancellation);
}
