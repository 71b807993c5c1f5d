using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Planning;

/// <summary>
/// What a team keeps for so long only, deleted with the beginning of the day on which its time is over, in the team's zone: noted talks, and the
/// people of clients with whom it no longer works. What somebody who left is kept for, and notes for the next talk, go by the reviews.
/// </summary>
public static class Retention
{
    /// <summary>For how long it is known what was done with personal data, and by whom.</summary>
    private static readonly Period AuditKept = Period.FromMonths(36);

    /// <summary>Deletes it in every team; each by itself, so that one that cannot be written leaves the others.</summary>
    public static async Task DeleteExpired(this Stores stores, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stores);
        IReadOnlyList<Scope> teams;
        await using (var all = stores.Open(Scope.Nothing)) teams = await all.LivingTeams(cancellation);
        foreach (var scope in teams)
        {
            await Retries.OnConflict(() => DeleteExpired(stores, scope, now, cancellation), cancellation);
        }

        await using var store = stores.Open(Scope.Nothing);
        await store.Compact(cancellation);
    }

    private static async Task<bool> DeleteExpired(Stores stores, Scope scope, Instant now, CancellationToken cancellation)
    {
        await using var store = stores.Open(scope);
        await using var transaction = await store.Database.BeginTransactionAsync(cancellation);
        if (await store.Teams.FirstOrDefaultAsync(cancellation) is not { } team) return false;
        var today = team.Settings.Calendar().DateOf(now);
        await LetFormerGo(store, today.PlusMonths(-team.Settings.KeepFormerMonths), today, cancellation);
        await store.SaveChangesAsync(cancellation);
        await store.ReviewChanged(now, cancellation);
        store.ChangeTracker.Clear();
        var talks = await DeleteTalks(store, today.PlusMonths(-team.Settings.KeepTalksMonths), now, cancellation);
        if (talks > 0) store.Audit.Add(new AuditEntry { WorkspaceId = team.WorkspaceId, TeamId = team.Id, At = now, Act = PrivacyAct.TalksExpired, Count = talks });
        var forgotten = team.Settings.Calendar().StartOf(today.Minus(AuditKept));
        await store.Audit.Where(entry => entry.At < forgotten).InKeyOrder(store, rows => rows.ExecuteDeleteAsync(cancellation), cancellation);
        await store.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>The people of clients whose relationship was over by a day have had their time; the review erases them.</summary>
    private static async Task LetFormerGo(Store store, LocalDate overBy, LocalDate today, CancellationToken cancellation)
    {
        var former = store.Accounts.Where(account => (account.State == AccountState.Parted || account.State == AccountState.Lost) && account.StateSince <= overBy);
        var people = await store.Contacts.Where(contact => contact.State != ContactState.Erased && (contact.DeleteOn == null || contact.DeleteOn > today))
            .Join(former, contact => contact.AccountId, account => account.Id, (contact, account) => new { contact, account.StateSince }).ToListAsync(cancellation);
        foreach (var person in people)
        {
            var (state, on) = person.contact.IsThere ? (ContactState.Left, person.StateSince ?? today) : (person.contact.State, person.contact.GoneOn ?? today);
            person.contact.Go(state, on, today);
        }
    }

    /// <summary>Talks up to a day, except the last that is known of a client; how many.</summary>
    private static async Task<int> DeleteTalks(Store store, LocalDate upTo, Instant now, CancellationToken cancellation)
    {
        var expired = store.Interactions.Where(talk => talk.On <= upTo && store.Interactions.Any(later => later.AccountId == talk.AccountId && (later.On > talk.On || (later.On == talk.On && later.RecordedAt > talk.RecordedAt))));
        var accounts = await expired.Select(talk => talk.AccountId).Distinct().ToListAsync(cancellation);
        if (accounts.Count == 0) return 0;
        await store.WakeAccounts(accounts, now, cancellation);
        return await expired.InKeyOrder(store, rows => rows.ExecuteDeleteAsync(cancellation), cancellation);
    }
}
