using AccountNudge.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace AccountNudge.Core.Storage;

/// <content>What happens whenever something is saved.</content>
public abstract partial class Store
{
    private bool planning;

    /// <summary>The change that is being recorded, if the running command can be undone.</summary>
    public Change? Recording { get; set; }

    /// <summary>
    /// Saves. Every account whose facts changed is woken: its "look again" is set to now and its revision counted up, so that a
    /// sweep that read it before cannot put it back to sleep, and two commands made from the same state cannot both be saved.
    /// </summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        RefuseForeignRows();
        if (!planning)
        {
            await WakeChangedAccounts(cancellationToken);
            await WakeTeamsOfChangedTerms(cancellationToken);
        }

        if (Recording is { } change) RowImages.Collect(this, change);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Not offered: everything here talks to a database asynchronously.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync.");

    /// <summary>Saves what a sweep or a dispatch found out; that wakes no account.</summary>
    internal async Task SavePlan(CancellationToken cancellation)
    {
        planning = true;
        try
        {
            await SaveChangesAsync(cancellation);
        }
        finally
        {
            planning = false;
        }
    }

    /// <summary>
    /// Takes a change back, unless something has touched one of its rows since; false then. Saving is left to the caller, who
    /// must give it up when rows of others turn out to depend on what was to be removed.
    /// </summary>
    public Task<bool> TryUndo(Change change, CancellationToken cancellation) => RowImages.TryUndo(this, change, cancellation);

    private void RefuseForeignRows()
    {
        foreach (var entry in ChangeTracker.Entries<IWorkspaceOwned>().Where(IsChanged))
        {
            var foreign = entry.Entity.WorkspaceId != Scope.WorkspaceId || (entry.Entity is ITeamOwned owned && !Scope.TeamIds.Contains(owned.TeamId));
            if (foreign) throw new InvalidOperationException($"A {entry.Metadata.DisplayName()} outside the scope was about to be written.");
        }
    }

    private async Task WakeChangedAccounts(CancellationToken cancellation)
    {
        var changed = ChangeTracker.Entries<IAccountFact>().Where(IsChanged).Select(entry => entry.Entity.AccountId).ToHashSet();
        changed.UnionWith(ChangeTracker.Entries<Account>().Where(entry => entry.State is EntityState.Added or EntityState.Modified).Select(entry => entry.Entity.Id));
        if (changed.Count == 0) return;
        var now = Clock.GetCurrentInstant();
        foreach (var account in await Tracked(changed, cancellation))
        {
            account.LookAgainAt = now;
            account.Revision++;
        }

        ChangeTracker.DetectChanges();
    }

    private async Task<IReadOnlyList<Account>> Tracked(HashSet<Guid> ids, CancellationToken cancellation)
    {
        var known = ChangeTracker.Entries<Account>().Where(entry => ids.Contains(entry.Entity.Id)).ToList();
        var missing = ids.Except(known.Select(entry => entry.Entity.Id)).ToList();
        var loaded = missing.Count == 0 ? [] : await Accounts.Where(account => missing.Contains(account.Id)).ToListAsync(cancellation);
        return [.. known.Where(entry => entry.State != EntityState.Deleted).Select(entry => entry.Entity), .. loaded];
    }

    /// <summary>Settings, memberships and absences concern every account of the teams they belong to.</summary>
    private async Task WakeTeamsOfChangedTerms(CancellationToken cancellation)
    {
        var teams = ChangeTracker.Entries<AccountTeam>().Where(entry => entry.State == EntityState.Modified).Select(entry => entry.Entity.Id)
            .Concat(ChangeTracker.Entries<Membership>().Where(IsChanged).Select(entry => entry.Entity.TeamId)).ToHashSet();
        var people = ChangeTracker.Entries<Absence>().Where(IsChanged).Select(entry => entry.Entity.MemberId)
            .Concat(ChangeTracker.Entries<Member>().Where(entry => entry.Property(member => member.Zone).IsModified).Select(entry => entry.Entity.Id)).ToHashSet();
        if (people.Count > 0) teams.UnionWith(await this.TeamsOf(people, cancellation));
        if (teams.Count > 0) await this.WakeTeams(teams, Clock.GetCurrentInstant(), cancellation);
    }

    private static bool IsChanged(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;
}
