using AccountNudge.Bot.Hosting;
using Microsoft.EntityFrameworkCore;

namespace AccountNudge.Bot.Storage;

/// <summary>Puts the database into the host: PostgreSQL if there is one, else the SQLite file.</summary>
public static class StorageRegistration
{
    /// <summary>
    /// Registers every store, scoped and as an <see cref="IDbContextFactory{TContext}"/>, under the type that does not
    /// say which database it is.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, BotSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddStore<ChatStore, SqliteChatStore, PostgresChatStore>(settings);
        // The domain's own stores go here.
        return services;
    }

    private static void AddStore<TStore, TSqlite, TPostgres>(this IServiceCollection services, BotSettings settings)
        where TStore : DbContext
        where TSqlite : TStore
        where TPostgres : TStore
    {
        if (settings.Postgres is { } connectionString)
        {
            services.AddStore<TStore, TPostgres>(options => options.UseNpgsql(connectionString));
        }
        else
        {
            var connections = new SqliteConnections(settings.StoragePath);
            services.AddStore<TStore, TSqlite>(options => options
                .UseSqlite(SqliteFile.ConnectionString(settings.StoragePath))
                .AddInterceptors(connections));
        }
    }

    private static void AddStore<TStore, TContext>(this IServiceCollection services, Action<DbContextOptionsBuilder> configure)
        where TStore : DbContext
        where TContext : TStore
    {
        services.AddDbContextFactory<TContext>(configure);
        services.AddSingleton<IDbContextFactory<TStore>, FactoryOf<TStore, TContext>>();
        services.AddScoped<TStore>(provider => provider.GetRequiredService<TContext>());
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
