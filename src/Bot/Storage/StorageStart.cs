using System.Data.Common;
using AccountNudge.Bot.Hosting;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace AccountNudge.Bot.Storage;

/// <summary>Brings the tables up to date before anything reads them.</summary>
public static class StorageStart
{
    /// <summary>Migrates every store, one node at a time.</summary>
    /// <returns>What stands in the way, in one sentence; null when all is well.</returns>
    public static async Task<string?> MigrateStorage(this IServiceProvider services, BotSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        try
        {
            await using var turn = settings.Postgres is { } connectionString ? await SchemaLock.Take(connectionString, cancellation) : null;
            await Migrate<ChatStore>(services, cancellation);
            // The domain's own stores go here.
            return null;
        }
        catch (DbException e)
        {
            var key = settings.Postgres is null ? "Storage:Path" : "ConnectionStrings:Postgres";
            return $"{key}: the database cannot be used: {e.Message}";
        }
    }

    /// <summary>A store without migrations yet gets its tables as they are.</summary>
    private static async Task Migrate<TStore>(IServiceProvider services, CancellationToken cancellation) where TStore : DbContext
    {
        await using var store = await services.GetRequiredService<IDbContextFactory<TStore>>().CreateDbContextAsync(cancellation);
        if (store.Database.GetMigrations().Any())
        {
            await store.Database.MigrateAsync(cancellation);
        }
        else
        {
            await store.Database.EnsureCreatedAsync(cancellation);
        }
    }
}
