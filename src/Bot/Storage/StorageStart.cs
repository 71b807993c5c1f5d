using System.Data.Common;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Storage;

/// <summary>Brings the tables up to date before anything reads them.</summary>
public static class StorageStart
{
    /// <summary>Migrates every store, one node at a time.</summary>
    /// <param name="services">The host's.</param>
    /// <param name="postgres">As in <see cref="StorageRegistration.AddStorage"/>.</param>
    /// <param name="cancellation">Ends the migration.</param>
    /// <returns>What stands in the way, in one sentence; null when all is well.</returns>
    public static async Task<string?> MigrateStorage(this IServiceProvider services, string? postgres, CancellationToken cancellation = default)
    {
        try
        {
            await services.GetRequiredService<Stores>().Migrate(ending => MigrateChat(services, ending), cancellation);
            return null;
        }
        catch (DbException e)
        {
            var key = postgres is null ? "Storage:Path" : "ConnectionStrings:Postgres";
            return $"{key}: the database cannot be used: {e.Message}";
        }
    }

    private static async Task MigrateChat(IServiceProvider services, CancellationToken cancellation)
    {
        await using var store = await services.GetRequiredService<IDbContextFactory<ChatStore>>().CreateDbContextAsync(cancellation);
        await store.Database.MigrateAsync(cancellation);
    }
}
