using System.Data;
using System.Reflection;
using AccountNudge.Core.Nudges;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;

namespace AccountNudge.Core.Storage;

/// <content>What happens whenever something is saved.</content>
public abstract partial class Store
{
    private readonly HashSet<Guid> changedAccounts = [];
    private readonly HashSet<Guid> changedMatters = [];
    private readonly HashSet<Guid> undoneChanges = [];
    private bool planning;

    /// <summary>The transaction of a plan is its caller's, who begins anew with another store should it fail.</summary>
    private bool planningWithin;

    /// <summary>Accounts that were woken because they, or facts about them, were saved in this store.</summary>
    public IReadOnlySet<Guid> ChangedAccounts => changedAccounts;

    /// <summary>Something that was saved in this store is to be posted, or renewed where it stands, now.</summary>
    public bool HasPostsDue { get; internal set; }

    /// <summary>The change that is being recorded, if the running command can be undone.</summary>
    public Change? Recording { get; set; }

    /// <summary>The change in which what is saved of an account is recorded, where each account has one of its own.</summary>
    internal Func<Guid, Change>? RecordingOf { get; set; }

    /// <summary>
    /// Saves. Every account whose facts changed is woken: its "look again" is set to now and its revision counted up, so that a
    /// sweep that read it before cannot put it back to sleep, and two commands made from the same state cannot both be saved.
    /// </summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Entity Framework would look through every row again each time it is asked for some of them: thousands, after a look at a whole team.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await SaveDetected(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>Not offered: everything here talks to a database asynchronously.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync.");

    /// <summary>
    /// Writes back the rows a change was made of and marks it undone; saving is left to the caller. False, with nothing touched,
    /// when it was undone before or any of its rows was changed since.
    /// </summary>
    public async Task<bool> TryUndo(Change change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.UndoneAt is not null || !await RowImages.TryUndo(this, change, cancellation)) return false;
        change.UndoneAt = Clock.GetCurrentInstant();
        return true;
    }

    /// <summary>
    /// Begins a transaction in which everything is read as it stood at its beginning, and in which writing fails when someone
    /// changed a row in between: a plan is written only if what it was made from still holds.
    /// </summary>
    internal Task<IDbContextTransaction> BeginPlan(CancellationToken cancellation) => Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    /// <summary>
    /// Saves what a sweep or a dispatch found out; that wakes no account but those that are named. Outside of a transaction it is
    /// saved once more after a deadlock, from the same rows as read: the database refuses those that somebody changed since.
    /// </summary>
    internal async Task SavePlan(CancellationToken cancellation, params IReadOnlyCollection<Guid> wake)
    {
        (planning, planningWithin) = (true, Database.CurrentTransaction is not null);
        try
        {
            // Nothing counts as saved until all of it is.
            Task<int> Save() => SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellation);
            if (Database.CurrentTransaction is null && wake.Count == 0) await Retries.OnDeadlock(Save, cancellation);
            else await this.AllOrNone(WakeAndSave, cancellation);
            ChangeTracker.AcceptAllChanges();

            async Task<int> WakeAndSave()
            {
                if (wake.Count > 0) await this.WakeAccounts(wake, Clock.GetCurrentInstant(), cancellation);
                return await Save();
            }
        }
        finally
        {
            (planning, planningWithin) = (false, false);
        }
    }

    /// <summary>
    /// The messages that show what was saved in this store and is another now: a matter of its own, or a record that was taken back. Each time
    /// it is asked, what was saved since the last.
    /// </summary>
    internal IQueryable<Guid>? TakeOutdatedPosts()
    {
        if (changedMatters.Count + undoneChanges.Count == 0) return null;
        List<Guid> matters = [.. changedMatters], undone = [.. undoneChanges];
        changedMatters.Clear();
        undoneChanges.Clear();
        var posted = Nudges.Where(nudge => matters.Contains(nudge.Subject) && nudge.State == NudgeState.Posted && nudge.PostId != null).Select(nudge => nudge.PostId!.Value);
        var answers = Posts.Where(post => post.Kind == PostKind.Answer && post.Subject != null && matters.Contains(post.Subject.Value)).Select(post => post.Id);
        return posted.Union(answers).Union(Posts.Where(post => post.ChangeId != null && undone.Contains(post.ChangeId.Value)).Select(post => post.Id));
    }

    /// <summary>Reads rows of a table by their ids, to be found from then on without asking for each.</summary>
    internal Task LoadRows(Type type, IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        (Task)typeof(Store).GetMethod(nameof(LoadRowsOf), BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(type).Invoke(this, [ids, cancellation])!;

    /// <summary>Saves what changes no fact, for rows of whichever scope.</summary>
    internal Task<int> SaveAsTheyAre(CancellationToken cancellation) => base.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancellation);

    private async Task<int> SaveDetected(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        RefuseForeignRows();
        changedMatters.UnionWith(ChangeTracker.Entries<IMatterFact>().Where(entry => entry.State is EntityState.Modified or EntityState.Deleted).Select(entry => entry.Entity.Id));
        undoneChanges.UnionWith(ChangeTracker.Entries<Change>().Where(entry => entry.Property(change => change.UndoneAt).IsModified).Select(entry => entry.Entity.Id));
        NotedWords.Keep(this);
        var teams = planning ? [] : await TeamsOfChangedTerms(cancellationToken);
        if (!planning) await WakeChangedAccounts(teams, cancellationToken);
        if (Recording is { } change && !planning)
        {
            RowImages.Collect(this, change);
            Entry(change).DetectChanges();
        }

        if (RecordingOf is { } changeOf && !planning) AddRange(RowImages.CollectByAccount(this, changeOf));
        var over = planning ? ChangeTracker.Entries<IPassing>().Where(entry => entry.State == EntityState.Deleted).Select(entry => entry.Entity.ChangeId).OfType<Guid>().ToList() : [];
        if (planningWithin) await BulkWrites.Save(this, cancellationToken);
        if (teams.Count == 0)
        {
            var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            // What is deleted because its time is over can be brought back by nothing. Accounts are locked first.
            if (over.Count > 0) await Changes.Where(recorded => over.Contains(recorded.Id)).InKeyOrder(this, changes => changes.ExecuteDeleteAsync(cancellationToken), cancellationToken);
            return rows;
        }

        // The change and the waking become visible together: a sweep never sees the old terms with the new revision.
        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        await this.LockTeams(teams, cancellationToken);
        var woken = ChangeTracker.Entries<Account>().Select(entry => entry.Entity.Id).ToList();
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await this.WakeTeams(teams, woken, Clock.GetCurrentInstant(), cancellationToken);
        if (transaction is not null) await transaction.CommitAsync(cancellationToken);
        return saved;
    }

    private Task LoadRowsOf<T>(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
        where T : class =>
        Set<T>().Where(row => ids.Contains(EF.Property<Guid>(row, "Id"))).LoadAsync(cancellation);

    private void RefuseForeignRows()
    {
        if (ChangeTracker.Entries<IWorkspaceOwned>().Where(IsChanged).FirstOrDefault(IsForeign) is { } foreign)
            throw new InvalidOperationException($"A {foreign.Metadata.DisplayName()} outside the scope was about to be written.");
    }

    private bool IsForeign(EntityEntry<IWorkspaceOwned> entry) => !Scope.WorkspaceIds.Contains(entry.Entity.WorkspaceId) || entry.Entity switch
    {
        ITeamOwned owned => !Scope.TeamIds.Contains(owned.TeamId),
        Post { TeamId: { } teamId } => !Scope.TeamIds.Contains(teamId),
        AccountTeam team => entry.State != EntityState.Added && !Scope.TeamIds.Contains(team.Id),
        _ => false,
    };

    private async Task WakeChangedAccounts(HashSet<Guid> teams, CancellationToken cancellation)
    {
        var changed = ChangeTracker.Entries<IAccountFact>().Where(IsChanged).SelectMany(AccountsOf).ToHashSet();
        changed.UnionWith(ChangeTracker.Entries<Account>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified || teams.Contains(entry.Entity.TeamId)).Select(entry => entry.Entity.Id));
        if (changed.Count == 0) return;
        var now = Clock.GetCurrentInstant();
        foreach (var account in await Tracked(changed, cancellation))
        {
            changedAccounts.Add(account.Id);
            account.LookAgainAt = now;
            account.Revision++;
            // Written even when it is what was read: a sweep may have put the account to sleep in between.
            if (Entry(account) is { State: not EntityState.Added } entry) entry.Property(row => row.LookAgainAt).IsModified = true;
        }

        ChangeTracker.DetectChanges();
    }

    /// <summary>The account a fact is about, and the one it was about before it moved.</summary>
    private static IEnumerable<Guid> AccountsOf(EntityEntry<IAccountFact> entry) => entry.State == EntityState.Added
        ? [entry.Entity.AccountId]
        : [entry.Entity.AccountId, (Guid)entry.Property(nameof(IAccountFact.AccountId)).OriginalValue!];

    private async Task<IReadOnlyList<Account>> Tracked(HashSet<Guid> ids, CancellationToken cancellation)
    {
        var known = ChangeTracker.Entries<Account>().Where(entry => ids.Contains(entry.Entity.Id)).ToList();
        var missing = ids.Except(known.Select(entry => entry.Entity.Id)).ToList();
        var loaded = missing.Count == 0 ? [] : await Accounts.Where(account => missing.Contains(account.Id)).ToListAsync(cancellation);
        return [.. known.Where(entry => entry.State != EntityState.Deleted).Select(entry => entry.Entity), .. loaded];
    }

    /// <summary>Settings, memberships, absences and zones concern every account of the teams they belong to.</summary>
    private async Task<HashSet<Guid>> TeamsOfChangedTerms(CancellationToken cancellation)
    {
        var teams = ChangeTracker.Entries<AccountTeam>().Where(entry => entry.State == EntityState.Modified).Select(entry => entry.Entity.Id)
            .Concat(ChangeTracker.Entries<Membership>().Where(IsChanged).Select(entry => entry.Entity.TeamId)).ToHashSet();
        var people = ChangeTracker.Entries<Absence>().Where(IsChanged).Select(entry => entry.Entity.MemberId)
            .Concat(ChangeTracker.Entries<Member>().Where(entry => entry.Property(nameof(Member.Zone)).IsModified || entry.Property(nameof(Member.Hours)).IsModified).Select(entry => entry.Entity.Id)).ToHashSet();
        if (people.Count > 0) teams.UnionWith(await this.TeamsOf(people, cancellation));
        return teams;
    }

    private static bool IsChanged(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;
}
