using AccountNudge.Core.Nudges;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Storage;

/// <summary>
/// Leases on posts, in the database's own time, so that exactly one node works on a post and another takes over when it dies.
/// On PostgreSQL rows that another node is claiming are passed over; SQLite has one writer at a time anyway.
/// </summary>
public static class Claims
{
    private const string Postgres = """
        UPDATE posts SET "LeaseUntil" = now() + make_interval(secs => {0})
        WHERE "Id" IN (SELECT "Id" FROM posts WHERE "State" = {1} AND "LeaseUntil" < now() ORDER BY "Id" LIMIT {2} FOR UPDATE SKIP LOCKED)
        RETURNING "Id", "WorkspaceId", "TeamId", "MemberId", "LeaseUntil"
        """;

    private const string Sqlite = """
        UPDATE posts SET "LeaseUntil" = strftime('%Y-%m-%d %H:%M:%S', 'now', '+' || {0} || ' seconds')
        WHERE "Id" IN (SELECT "Id" FROM posts WHERE "State" = {1} AND "LeaseUntil" < strftime('%Y-%m-%d %H:%M:%S', 'now') ORDER BY "Id" LIMIT {2})
        RETURNING "Id", "WorkspaceId", "TeamId", "MemberId", "LeaseUntil"
        """;

    /// <summary>A post this node may work on until its lease ends.</summary>
    public sealed class Claim
    {
        /// <summary>The post.</summary>
        public Guid Id { get; set; }

        /// <summary>Its workspace.</summary>
        public Guid WorkspaceId { get; set; }

        /// <summary>Its team.</summary>
        public Guid? TeamId { get; set; }

        /// <summary>Whom it goes to directly.</summary>
        public Guid? MemberId { get; set; }

        /// <summary>The lease, which nobody else may have changed when the work is done.</summary>
        public DateTime LeaseUntil { get; set; }

        /// <summary>Where it goes; posts to one place go one after the other.</summary>
        public (Guid?, Guid?) Place => (TeamId, MemberId);

        /// <summary>What may be seen and written while working on it.</summary>
        public Scope Scope => new(WorkspaceId, TeamId is { } team ? [team] : []);
    }

    /// <summary>Claims posts that are under way and nobody works on.</summary>
    public static async Task<IReadOnlyList<Claim>> ClaimPosts(this Store store, int most, Duration lease, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var sql = store is SqliteStore ? Sqlite : Postgres;
        var claims = await store.Database.SqlQueryRaw<Claim>(sql, (int)lease.TotalSeconds, (int)PostState.Posting, most).ToListAsync(cancellation);
        return [.. claims.OrderBy(claim => claim.Id)];
    }
}
