using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using Microsoft.Extensions.Logging;

namespace AccountNudge.Core.Planning;

/// <summary>Reviews the accounts whose "look again" has come. Any number of nodes may sweep at once.</summary>
public sealed partial class Sweep(Stores stores, ILogger<Sweep> logger)
{
    private const int Most = 200;
    private const int Rounds = 25;
    private const int Together = 100;

    /// <summary>Reviews what is due, a limited number at a time; how many were reviewed.</summary>
    public async Task<int> Run(Instant now, CancellationToken cancellation)
    {
        var reviewed = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var due = await Due(now, cancellation);
            var before = reviewed;
            foreach (var some in due.Chunk(Together)) reviewed += await Review([.. some], now, cancellation);
            if (due.Count < Most || reviewed == before) break;
        }

        return reviewed;
    }

    /// <summary>
    /// Reviews one account. False when it changed under our eyes: whoever changed it has woken it, so it is looked at again;
    /// also false when it could not be reviewed, which is logged and tried again an hour later.
    /// </summary>
    public async Task<bool> Review(Scope scope, Guid accountId, Instant now, CancellationToken cancellation)
    {
        var revision = await RevisionOf(scope, accountId, cancellation);
        try
        {
            return await ReviewTogether(scope, [accountId], now, cancellation) > 0;
        }
        catch (Exception conflict) when (conflict.IsOfDatabase())
        {
            LogConflict(logger, accountId, conflict.GetType().Name);
            return false;
        }
#pragma warning disable CA1031 // One account that cannot be reviewed must not keep the others from being looked at.
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailure(logger, accountId, failure.GetType().Name);
            await Postpone(scope, accountId, revision, now + Duration.FromHours(1), cancellation);
            return false;
        }
#pragma warning restore CA1031
    }

    /// <summary>Accounts of whichever teams in one go; when that fails because of one of them, each by itself.</summary>
    private async Task<int> Review(IReadOnlyList<DueAccount> accounts, Instant now, CancellationToken cancellation)
    {
#pragma warning disable CA1031 // Whatever it is, reviewing each by itself finds the account that causes it.
        try
        {
            if (accounts.Count > 1)
                return await ReviewTogether(Scope.Across(accounts.Select(account => (account.WorkspaceId, account.TeamId))), [.. accounts.Select(account => account.AccountId)], now, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogApart(logger, accounts.Count, failure.GetType().Name);
        }
#pragma warning restore CA1031

        var reviewed = 0;
        foreach (var account in accounts) reviewed += await Review(new Scope(account.WorkspaceId, account.TeamId), account.AccountId, now, cancellation) ? 1 : 0;
        return reviewed;
    }

    private async Task<int> ReviewTogether(Scope scope, IReadOnlyList<Guid> accountIds, Instant now, CancellationToken cancellation)
    {
        await using var store = stores.Open(scope);
        await using var transaction = await store.BeginPlan(cancellation);
        var reviewed = await store.ReviewTogether(accountIds, now, cancellation);
        await transaction.CommitAsync(cancellation);
        return reviewed;
    }

    private async Task<IReadOnlyList<DueAccount>> Due(Instant now, CancellationToken cancellation)
    {
        await using var store = stores.Open(Scope.Nothing);
        return await store.DueAccounts(now, Most, cancellation);
    }

    private async Task<long> RevisionOf(Scope scope, Guid accountId, CancellationToken cancellation)
    {
        await using var store = stores.Open(scope);
        return await store.Accounts.Where(account => account.Id == accountId).Select(account => account.Revision).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Not when it was changed since: then it has been woken, and may be well again.</summary>
    private async Task Postpone(Scope scope, Guid accountId, long revision, Instant until, CancellationToken cancellation)
    {
        await using var store = stores.Open(scope);
        await store.Accounts.Where(account => account.Id == accountId && account.Revision == revision)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.LookAgainAt, until), cancellation);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Account {AccountId} changed while it was reviewed ({Conflict}); it is looked at again")]
    private static partial void LogConflict(ILogger logger, Guid accountId, string conflict);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Count} accounts could not be reviewed together ({Failure}); each is reviewed by itself")]
    private static partial void LogApart(ILogger logger, int count, string failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Account {AccountId} could not be reviewed ({Failure}); tried again in an hour")]
    private static partial void LogFailure(ILogger logger, Guid accountId, string failure);
}

/// <summary>Reviewing an account within a store.</summary>
public static class Reviewing
{
    /// <summary>
    /// Reviews the accounts that were changed by what was saved in this store, in its transaction: it is visible together with the change. Says
    /// on the store whether anything is to be posted now.
    /// </summary>
    public static async Task ReviewChanged(this Store store, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (store.ChangedAccounts.Count > 0) await store.ReviewTogether([.. store.ChangedAccounts], now, cancellation);
        await store.RenewPosts([], cancellation);
    }

    /// <summary>Reviews accounts of the scope within a transaction; how many there are.</summary>
    internal static async Task<int> ReviewTogether(this Store store, IReadOnlyList<Guid> accountIds, Instant now, CancellationToken cancellation)
    {
        var facts = await store.FactsOf(accountIds, now, cancellation);
        if (facts.Count == 0) return 0;
        // Before anything is planned that would name them.
        foreach (var of in facts) await store.EraseGone(of, now, cancellation);
        var stale = facts.SelectMany(of => store.Apply(of, now)).ToList();
        store.HasPostsDue |= store.ChangeTracker.Entries<Nudge>().Any(entry => entry.Entity.State == NudgeState.Planned && entry.Entity.ReadyAt <= now);
        await store.SavePlan(cancellation);
        await store.RenewPosts(stale, cancellation);
        return facts.Count;
    }

    /// <summary>
    /// Plans an account and changes its rows; saving is left to the caller, in the transaction of
    /// <see cref="Store.BeginPlan"/>, and after it the renewal of the posts whose words no longer fit.
    /// </summary>
    internal static IReadOnlyList<Guid> Apply(this Store store, AccountFacts facts, Instant now)
    {
        var stale = PlanWriter.Review(facts, now, nudge => store.Nudges.Add(nudge), nudge => store.Nudges.Remove(nudge));
        store.RemoveRange(facts.Practices.SelectMany(practice => practice.Gone(facts, now)));
        // A plan that wants to be looked at again at once would be looked at for ever.
        if (facts.Account.LookAgainAt <= now) facts.Account.LookAgainAt = now + Duration.FromHours(1);
        // Even when the plan is the same, the write is made to depend on the revision that was read.
        store.Entry(facts.Account).Property(account => account.LookAgainAt).IsModified = true;
        return stale;
    }

    /// <summary>
    /// Lets messages be renewed: those whose words no longer fit, and those that show what was saved in this store. Within the transaction in
    /// which it was.
    /// </summary>
    internal static async Task RenewPosts(this Store store, IReadOnlyCollection<Guid> stale, CancellationToken cancellation)
    {
        var outdated = store.TakeOutdatedPosts();
        if (stale.Count == 0 && outdated is null) return;
        var posts = outdated is null ? store.Posts.Where(post => stale.Contains(post.Id))
            : stale.Count == 0 ? store.Posts.Where(post => outdated.Contains(post.Id))
            : store.Posts.Where(post => stale.Contains(post.Id) || outdated.Contains(post.Id));
        var renewed = await posts.InKeyOrder(
            store, rows => rows.ExecuteUpdateAsync(set => set.SetProperty(post => post.Edits, post => post.Edits + 1), cancellation), cancellation);
        store.HasPostsDue |= renewed > 0;
    }
}
