using AccountNudge.Core.Accounts;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AccountNudge.Core.Nudges;

/// <summary>Reviews the accounts whose "look again" has come. Any number of nodes may sweep at once.</summary>
public sealed partial class Sweep(Stores stores, ILogger<Sweep> logger)
{
    private const int Most = 200;

    /// <summary>Reviews what is due, a limited number at a time; how many were reviewed.</summary>
    public async Task<int> Run(Instant now, CancellationToken cancellation)
    {
        var due = await Due(now, cancellation);
        var reviewed = 0;
        foreach (var (scope, accountId) in due)
        {
            cancellation.ThrowIfCancellationRequested();
            if (await Review(scope, accountId, now, cancellation)) reviewed++;
        }

        return reviewed;
    }

    /// <summary>
    /// Reviews one account. False when it changed under our eyes: whoever changed it has woken it, so it is looked at again;
    /// also false when it could not be reviewed, which is logged and tried again an hour later.
    /// </summary>
    public async Task<bool> Review(Scope scope, Guid accountId, Instant now, CancellationToken cancellation)
    {
        try
        {
            await using var store = stores.Open(scope);
            await using var transaction = await store.Database.BeginTransactionAsync(cancellation);
            if (await store.FactsOf(accountId, now, cancellation) is not { } facts) return false;
            await store.Apply(facts, now, cancellation);
            await store.SavePlan(cancellation);
            await transaction.CommitAsync(cancellation);
            return true;
        }
        catch (DbUpdateException conflict)
        {
            LogConflict(logger, accountId, conflict.GetType().Name);
            return false;
        }
        catch (InvalidOperationException failure)
        {
            LogFailure(logger, accountId, failure.GetType().Name);
            await Postpone(scope, accountId, now + Duration.FromHours(1), cancellation);
            return false;
        }
    }

    private async Task<IReadOnlyList<(Scope Scope, Guid AccountId)>> Due(Instant now, CancellationToken cancellation)
    {
        await using var store = stores.Open(Scope.Nothing);
        return await store.DueAccounts(now, Most, cancellation);
    }

    private async Task Postpone(Scope scope, Guid accountId, Instant until, CancellationToken cancellation)
    {
        await using var store = stores.Open(scope);
        await store.Accounts.Where(account => account.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(account => account.LookAgainAt, until), cancellation);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Account {AccountId} changed while it was reviewed ({Conflict}); it is looked at again")]
    private static partial void LogConflict(ILogger logger, Guid accountId, string conflict);

    [LoggerMessage(Level = LogLevel.Error, Message = "Account {AccountId} could not be reviewed ({Failure}); tried again in an hour")]
    private static partial void LogFailure(ILogger logger, Guid accountId, string failure);
}

/// <summary>Reviewing an account within a store.</summary>
public static class Reviewing
{
    /// <summary>Plans an account and changes its rows; saving is left to the caller.</summary>
    internal static async Task Apply(this Store store, AccountFacts facts, Instant now, CancellationToken cancellation)
    {
        var stale = PlanWriter.Review(facts, now, nudge => store.Nudges.Add(nudge), nudge => store.Nudges.Remove(nudge));
        // Even when the plan is the same, the write is made to depend on the revision that was read.
        store.Entry(facts.Account).Property(account => account.LookAgainAt).IsModified = true;
        if (stale.Count == 0) return;
        await foreach (var post in store.Posts.Where(post => stale.Contains(post.Id)).AsAsyncEnumerable().WithCancellation(cancellation))
            post.Edits++;
    }
}
