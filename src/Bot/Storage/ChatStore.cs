using AccountNudge.Core.Storage;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;

namespace AccountNudge.Bot.Storage;

/// <summary>
/// What the chat platforms keep for themselves, beside the domain's <c>Store</c> in the same database.
/// Each platform's folder brings its own <see cref="IEntityTypeConfiguration{TEntity}"/>.
/// </summary>
public abstract class ChatStore(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>The key ring, for all nodes.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseNodaTime();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ChatStore).Assembly);
}

/// <summary>The embedded default.</summary>
public sealed class SqliteChatStore(DbContextOptions<SqliteChatStore> options) : ChatStore(options);

/// <summary>With <c>ConnectionStrings:Postgres</c>.</summary>
public sealed class PostgresChatStore(DbContextOptions<PostgresChatStore> options) : ChatStore(options);
