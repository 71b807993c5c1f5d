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
            await services.GetRequiredService<Stores>().Migrate(ending => MigrateChat(services, ending), cancellation);
            return null;
        }
        catch (DbException e)
        {
            var key = settings.Postgres is null ? "Storage:Path" : "ConnectionStrings:Postgres";
            return $"{key}: the database cannot be used: {e.Message}";
        }
    }

    private static async Task MigrateChat(IServiceProvider services, CancellationToken cancellation)
    {
        await using var store = await services.GetRequiredService<IDbContextFactory<ChatStore>>().CreateDbContextAsync(cancellation);
        await store.Database.MigrateAsync(cancellation);
    }
}
