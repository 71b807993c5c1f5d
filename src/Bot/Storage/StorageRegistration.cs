using AccountNudge.Bot.Hosting;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Bot.Storage;

/// <summary>Puts the database into the host: PostgreSQL if there is one, else the SQLite file.</summary>
public static class StorageRegistration
{
    /// <summary>Registers the domain's stores and the chat platforms' own; the latter scoped and as a factory.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, BotSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Postgres is { } postgres)
        {
            services.AddSingleton(provider => Stores.OnPostgres(postgres, provider.GetRequiredService<IClock>()));
            return services.AddChatStore<PostgresChatStore>(options => options.UseNpgsql(PostgresConnection.Of(postgres)));
        }

        var sqlite = SqliteFile.ConnectionString(settings.StoragePath);
        services.AddSingleton(provider => Stores.OnSqlite(sqlite, provider.GetRequiredService<IClock>()));
        return services.AddChatStore<SqliteChatStore>(options => options.UseSqliteFile(sqlite));
    }

    private static IServiceCollection AddChatStore<TStore>(this IServiceCollection services, Action<DbContextOptionsBuilder> configure)
        where TStore : ChatStore
    {
        services.AddDbContextFactory<TStore>(configure);
        services.AddSingleton<IDbContextFactory<ChatStore>, FactoryOf<ChatStore, TStore>>();
        return services.AddScoped<ChatStore>(provider => provider.GetRequiredService<TStore>());
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
