using AccountNudge.Bot.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Bot.Slack.People;

/// <summary>Something happened that may let outsiders hear what is said: whatever any node knew before no longer counts.</summary>
internal sealed class SharingNewsRow
{
    public required string WorkspaceId { get; init; }

    /// <summary>The channel; empty when it is about the people of the workspace.</summary>
    public required string ChannelId { get; init; }

    /// <summary>Another one with every piece of news: nodes' clocks need not agree.</summary>
    public required string Stamp { get; init; }

    /// <summary>In the database's time.</summary>
    public required Instant ChangedAt { get; init; }
}

internal sealed class SharingNewsTable : IEntityTypeConfiguration<SharingNewsRow>
{
    public void Configure(EntityTypeBuilder<SharingNewsRow> builder)
    {
        builder.ToTable("slack_sharing_news").HasKey(row => new { row.WorkspaceId, row.ChannelId });
        builder.Property(row => row.WorkspaceId).HasMaxLength(80);
        builder.Property(row => row.ChannelId).HasMaxLength(80);
        builder.Property(row => row.Stamp).HasMaxLength(32);
    }
}

/// <summary>
/// Slack tells an event to one node; here all of them learn that there was one. Kept for longer than anything is remembered of a
/// channel, so that no news is no news.
/// </summary>
internal sealed class SharingNews(IDbContextFactory<ChatStore> stores)
{
    private const string Insert = """INSERT INTO slack_sharing_news ("WorkspaceId", "ChannelId", "Stamp", "ChangedAt") VALUES ({0}, {1}, {2}, """;
    private const string OrUpdate = """) ON CONFLICT ("WorkspaceId", "ChannelId") DO UPDATE SET "Stamp" = excluded."Stamp", "ChangedAt" = excluded."ChangedAt" """;
    private const string TellOnSqlite = Insert + "strftime('%Y-%m-%d %H:%M:%S', 'now')" + OrUpdate;
    private const string TellOnPostgres = Insert + "date_trunc('second', now())" + OrUpdate;
    private const string PruneOnSqlite = """DELETE FROM slack_sharing_news WHERE "ChangedAt" < strftime('%Y-%m-%d %H:%M:%S', 'now', '-2 hours')""";
    private const string PruneOnPostgres = """
        DELETE FROM slack_sharing_news WHERE ("WorkspaceId", "ChannelId") IN (
            SELECT "WorkspaceId", "ChannelId" FROM slack_sharing_news WHERE "ChangedAt" < now() - interval '2 hours' ORDER BY "WorkspaceId", "ChannelId" FOR UPDATE SKIP LOCKED)
        """;


    /// <summary>Tells all nodes, and forgets what is old; the stamp of the news. Throws when it could not be stored.</summary>
    /// <param name="workspaceId">Slack's team id.</param>
    /// <param name="channelId">Slack's channel id; empty when it is about the people of the workspace.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public async Task<string> Tell(string workspaceId, string channelId, CancellationToken cancellation)
    {
        var stamp = Guid.NewGuid().ToString("N");
        await using var store = await stores.CreateDbContextAsync(cancellation);
        var isSqlite = store is SqliteChatStore;
        await store.Database.ExecuteSqlRawAsync(isSqlite ? TellOnSqlite : TellOnPostgres, [workspaceId, channelId, stamp], cancellation);
        await store.Database.ExecuteSqlRawAsync(isSqlite ? PruneOnSqlite : PruneOnPostgres, cancellation);
        return stamp;
    }

    /// <summary>The latest news of a channel and of its workspace's people.</summary>
    public async Task<IReadOnlyList<SharingNewsRow>> Read(string workspaceId, string channelId, CancellationToken cancellation)
    {
        await using var store = await stores.CreateDbContextAsync(cancellation);
        return await store.Set<SharingNewsRow>().AsNoTracking().Where(row => row.WorkspaceId == workspaceId && (row.ChannelId == "" || row.ChannelId == channelId)).ToListAsync(cancellation);
    }
}
