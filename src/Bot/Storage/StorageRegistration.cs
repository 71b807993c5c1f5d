using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AccountNudge.Bot.Storage;

/// <summary>Puts the database into the host: PostgreSQL if there is one, else the SQLite file.</summary>
public static class StorageRegistration
{
    /// <summary>Registers the domain's stores, the chat platforms' own, scoped and as a factory, and the health check <c>storage</c>.</summary>
    /// <param name="services">The host's.</param>
    /// <param name="postgres">The connection string; null means the SQLite file.</param>
    /// <param name="path">The SQLite file.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, string? postgres, string path)
    {
        services.AddHealthChecks().AddCheck<StorageHealthCheck>("storage", timeout: TimeSpan.FromSeconds(5));
        if (postgres is not null)
        {
            services.AddSingleton(provider => Erasing(Stores.OnPostgres(postgres, provider.GetRequiredService<IClock>()), provider));
            return services.AddChatStore<PostgresChatStore>(options => options.UseNpgsql(PostgresConnection.Of(postgres)));
        }

        var sqlite = SqliteFile.ConnectionString(path);
        services.AddSingleton(provider => Erasing(Stores.OnSqlite(sqlite, provider.GetRequiredService<IClock>()), provider));
        return services.AddChatStore<SqliteChatStore>(options => options.UseSqliteFile(sqlite));
    }

    /// <summary>Works on the chat platforms' tables in the domain's transaction.</summary>
    public static async Task Join(this ChatStore store, Store within, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(within);
        store.Database.SetDbConnection(within.Database.GetDbConnection());
        await store.Database.UseTransactionAsync(within.Database.CurrentTransaction!.GetDbTransaction(), cancellation);
    }

    private static Stores Erasing(Stores stores, IServiceProvider provider)
    {
        stores.Erasing = new ErasureOptions { Key = provider.GetService<ErasureKey>(), Elsewhere = [.. provider.GetServices<EraseElsewhere>()] };
        return stores;
    }

    private static IServiceCollection AddChatStore<TStore>(this IServiceCollection services, Action<DbContextOptionsBuilder> configure)
        where TStore : ChatStore
    {
        services.AddDbContextFactory<TStore>(options =>
        {
            configure(options);
            // What fails is thrown, and whoever cannot deal with it says so; two who write at once are no error.
            options.ConfigureWarnings(events => events.Log((RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug)));
        });
        services.AddSingleton<IDbContextFactory<ChatStore>, FactoryOf<ChatStore, TStore>>();
        return services.AddScoped<ChatStore>(provider => provider.GetRequiredService<TStore>());
    }

    private sealed class StorageHealthCheck(IDbContextFactory<ChatStore> stores) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var store = await stores.CreateDbContextAsync(cancellationToken);
            return await store.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
        }
    }

    private sealed class FactoryOf<TStore, TContext>(IDbContextFactory<TContext> contexts) : IDbContextFactory<TStore>
        where TStore : DbContext
        where TContext : TStore
    {
        public TStore CreateDbContext() => contexts.CreateDbContext();

        public async Task<TStore> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await contexts.CreateDbContextAsync(cancellationToken);
    }
}
