using System.Security.Cryptography;
using AccountNudge.Bot.Storage;
using AccountNudge.Core.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace AccountNudge.Bot.Slack.Installations;

/// <summary>The stored installations. Tokens go in and come out encrypted, each for its owner's row only.</summary>
internal sealed partial class InstallationStore(IDbContextFactory<ChatStore> stores, IDataProtectionProvider protection, ILogger<InstallationStore> logger)
{
    private const string Purpose = "AccountNudge.Slack.Tokens.v1";

    /// <summary>Encrypts a token for its owner's row.</summary>
    public string Seal(string ownerId, string token) => ProtectorOf(ownerId).Protect(token);

    /// <summary>The token in clear; null when the key ring cannot open it.</summary>
    public string? Open(string ownerId, string? sealedToken)
    {
        try
        {
            return sealedToken is null ? null : ProtectorOf(ownerId).Unprotect(sealedToken);
        }
        catch (CryptographicException)
        {
            LogLocked(logger, ownerId);
            return null;
        }
    }

    /// <summary>One owner's row, ended or not.</summary>
    public async Task<InstallationRow?> Read(string ownerId, CancellationToken cancellation)
    {
        await using var store = await stores.CreateDbContextAsync(cancellation);
        return await store.Set<InstallationRow>().AsNoTracking().FirstOrDefaultAsync(row => row.OwnerId == ownerId, cancellation);
    }

    /// <summary>Every row that has not ended.</summary>
    public async Task<IReadOnlyList<InstallationRow>> ReadLive(CancellationToken cancellation)
    {
        await using var store = await stores.CreateDbContextAsync(cancellation);
        return await store.Set<InstallationRow>().AsNoTracking().Where(row => row.EndedAt == null).ToListAsync(cancellation);
    }

    /// <summary>Writes one owner's row anew, after whoever else is writing it; makes it when it is not there.</summary>
    public Task Write(string ownerId, Action<InstallationRow> change, CancellationToken cancellation) => Retries.OnConflict(
        async () =>
        {
            await using var store = await stores.CreateDbContextAsync(cancellation);
            var row = await store.Set<InstallationRow>().FirstOrDefaultAsync(row => row.OwnerId == ownerId, cancellation)
                ?? store.Add(new InstallationRow { OwnerId = ownerId }).Entity;
            change(row);
            row.Version++;
            await store.SaveChangesAsync(cancellation);
        },
        cancellation);

    /// <summary>Reserves the renewal of a token: false when somebody else is at it, or the row is not what it was.</summary>
    public async Task<bool> Reserve(InstallationRow row, Instant now, Instant until, CancellationToken cancellation)
    {
        await using var store = await stores.CreateDbContextAsync(cancellation);
        return await store.Set<InstallationRow>()
            .Where(stored => stored.OwnerId == row.OwnerId && stored.Version == row.Version && (stored.RenewingUntil == null || stored.RenewingUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(stored => stored.RenewingUntil, until), cancellation) == 1;
    }

    /// <summary>The organisation a workspace belongs to, as far as it is known.</summary>
    public async Task<string?> EnterpriseOf(string workspaceId, CancellationToken cancellation)
    {
        await using var store = await stores.CreateDbContextAsync(cancellation);
        return await store.Set<WorkspaceRow>().Where(row => row.WorkspaceId == workspaceId).Select(row => row.EnterpriseId).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>The known workspaces of an organisation.</summary>
    public async Task<IReadOnlyList<string>> WorkspacesOf(string enterpriseId, CancellationToken cancellation)
    {
        await using var store = await stores.CreateDbContextAsync(cancellation);
        return await store.Set<WorkspaceRow>().Where(row => row.EnterpriseId == enterpriseId).Select(row => row.WorkspaceId).ToListAsync(cancellation);
    }

    /// <summary>Remembers which organisation a workspace belongs to.</summary>
    public async Task Assign(string workspaceId, string enterpriseId, CancellationToken cancellation)
    {
        await using var store = await stores.CreateDbContextAsync(cancellation);
        var row = await store.Set<WorkspaceRow>().FirstOrDefaultAsync(row => row.WorkspaceId == workspaceId, cancellation);
        if (row is null) store.Add(new WorkspaceRow { WorkspaceId = workspaceId, EnterpriseId = enterpriseId });
        else row.EnterpriseId = enterpriseId;
        try
        {
            await store.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (e.IsConflict())
        {
            // Another node learned the same at the same time.
        }
    }

    /// <summary>Forgets which organisation a workspace belongs to.</summary>
    public async Task Unassign(string workspaceId, CancellationToken cancellation)
    {
        await using var store = await stores.CreateDbContextAsync(cancellation);
        await store.Set<WorkspaceRow>().Where(row => row.WorkspaceId == workspaceId).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Deletes what ended before an instant, an organisation's workspaces first: should the rest fail, it is done the next time.</summary>
    public async Task Forget(Instant before, CancellationToken cancellation)
    {
        await using var store = await stores.CreateDbContextAsync(cancellation);
        var ended = store.Set<InstallationRow>().Where(row => row.EndedAt < before);
        await store.Set<WorkspaceRow>().Where(row => ended.Any(installation => installation.OwnerId == row.EnterpriseId)).InKeyOrder(store, rows => rows.ExecuteDeleteAsync(cancellation), cancellation);
        await ended.InKeyOrder(store, rows => rows.ExecuteDeleteAsync(cancellation), cancellation);
    }

    /// <summary>A token moved to another owner's row does not open there.</summary>
    private IDataProtector ProtectorOf(string ownerId) => protection.CreateProtector(Purpose).CreateProtector(ownerId);

    [LoggerMessage(Level = LogLevel.Error, Message = "The stored Slack token of {OwnerId} cannot be read with this key ring: the app must be installed there again")]
    private static partial void LogLocked(ILogger logger, string ownerId);
}
