using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Import;

/// <summary>An import this node may work on until its lease ends.</summary>
/// <param name="Import">The import as it stood when it was claimed; not tracked by any store.</param>
internal sealed record ImportClaim(ImportRun Import)
{
    /// <summary>What may be seen and written while working on it.</summary>
    public Scope Scope => new(Import.WorkspaceId, Import.TeamId);
}

/// <summary>Leases on imports, so that one node works on one, and one of a team at a time.</summary>
public static class ImportClaims
{
    /// <summary>Far longer than reading the largest file takes; while rows are written it begins anew with each transaction.</summary>
    private static readonly Duration Lease = Duration.FromMinutes(2);

    private static Instant RealNow => Instant.FromUnixTimeSeconds(SystemClock.Instance.GetCurrentInstant().ToUnixTimeSeconds());

    /// <summary>The messages that show an import are drawn anew, and what it waits for is done, once the transaction in which it changed is over.</summary>
    public static async Task ShowImport(this Store store, Guid importId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        store.HasPostsDue = true;
        await store.Posts.Where(post => post.Subject == importId && post.SubjectKind == ImportRun.Kind)
            .InKeyOrder(store, posts => posts.ExecuteUpdateAsync(set => set.SetProperty(post => post.Edits, post => post.Edits + 1), cancellation), cancellation);
    }

    /// <summary>Claims the import that has waited longest; null when none waits.</summary>
    internal static async Task<ImportClaim?> ClaimImport(this Store store, CancellationToken cancellation)
    {
        foreach (var (id, claims) in await store.WaitingImports(RealNow, cancellation))
        {
            if (await store.TakeImport(id, claims, RealNow + Lease, cancellation) is { } import) return new ImportClaim(import);
        }

        return null;
    }

    /// <summary>Counts what is done within the transaction in which it is, and lets the lease begin anew; false when somebody else has claimed the import.</summary>
    internal static async Task<bool> Advance(this Store store, ImportClaim claim, int steps, CancellationToken cancellation)
    {
        var until = RealNow + Lease;
        return await store.Claimed(claim)
            .ExecuteUpdateAsync(set => set.SetProperty(import => import.StepsDone, import => import.StepsDone + steps).SetProperty(import => import.LeaseUntil, until), cancellation) > 0;
    }

    /// <summary>The import goes on to something else, or comes to its end; false when somebody else has claimed it.</summary>
    internal static async Task<bool> Become(this Store store, ImportClaim claim, Action<ImportRun> change, CancellationToken cancellation)
    {
        await using var transaction = await store.Database.BeginTransactionAsync(cancellation);
        if (await store.Claimed(claim).FirstOrDefaultAsync(cancellation) is not { } import) return false;
        change(import);
        await store.SaveChangesAsync(cancellation);
        await store.ShowImport(import.Id, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Lets go of a claim, so that another node need not wait for its end.</summary>
    internal static Task Release(this Store store, ImportClaim claim, CancellationToken cancellation) =>
        store.Claimed(claim).ExecuteUpdateAsync(set => set.SetProperty(import => import.LeaseUntil, Claims.Free), cancellation);

    private static IQueryable<ImportRun> Claimed(this Store store, ImportClaim claim)
    {
        var (id, claims) = (claim.Import.Id, claim.Import.ClaimCount);
        return store.Imports.Where(import => import.Id == id && import.ClaimCount == claims);
    }
}
