using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using AccountNudge.Core.Nudges;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Storage;

/// <summary>
/// Leases on posts, in the database's own time, so that exactly one node works on a post and another takes over when it dies.
/// On PostgreSQL rows that another node is claiming are passed over; SQLite has one writer at a time anyway. Leases are whole
/// seconds, as all instants in the database are: a lease is recognised by its end.
/// </summary>
[SuppressMessage("Naming", "CA1724", Justification = "Storage has nothing to do with System.Security.Claims.")]
public static class Claims
{
    private const string Postgres = """
        UPDATE posts SET "LeaseUntil" = date_trunc('second', now()) + make_interval(secs => {0})
        WHERE "Id" IN (SELECT "Id" FROM posts WHERE "State" = {1} AND "Edits" >= "EditsShown" + {2} AND NOT EXISTS (SELECT 1 FROM workspaces WHERE workspaces."Id" = posts."WorkspaceId" AND workspaces."EndedAt" IS NOT NULL) AND "LeaseUntil" < date_trunc('second', now()) ORDER BY "LeaseUntil", "Id" LIMIT {3} FOR UPDATE SKIP LOCKED)
        RETURNING "Id", "WorkspaceId", "TeamId", "MemberId", "LeaseUntil"
        """;

    private const string Sqlite = """
        UPDATE posts SET "LeaseUntil" = strftime('%Y-%m-%d %H:%M:%S', 'now', '+' || {0} || ' seconds')
        WHERE "Id" IN (SELECT "Id" FROM posts WHERE "State" = {1} AND "Edits" >= "EditsShown" + {2} AND NOT EXISTS (SELECT 1 FROM workspaces WHERE workspaces."Id" = posts."WorkspaceId" AND workspaces."EndedAt" IS NOT NULL) AND "LeaseUntil" < strftime('%Y-%m-%d %H:%M:%S', 'now') ORDER BY "LeaseUntil", "Id" LIMIT {3})
        RETURNING "Id", "WorkspaceId", "TeamId", "MemberId", "LeaseUntil"
        """;

    /// <summary>The lease of a post that nobody works on.</summary>
    public static readonly Instant Free = Instant.FromUnixTimeSeconds(0);

    /// <summary>A post this node may work on until its lease ends.</summary>
    public sealed class Claim
    {
        private readonly Stopwatch since = Stopwatch.StartNew();

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

        /// <summary>The end of the lease as the domain writes it.</summary>
        public Instant Until => Instant.FromDateTimeUtc(DateTime.SpecifyKind(LeaseUntil, DateTimeKind.Utc));

        /// <summary>The database's time now, reckoned from when the claim was made, whatever this machine's clock says.</summary>
        public Instant DatabaseNow(Duration lease) => Instant.FromUnixTimeSeconds((Until - lease + Duration.FromTimeSpan(since.Elapsed)).ToUnixTimeSeconds());
    }

    /// <summary>Claims posts that are under way and nobody works on, longest waiting first.</summary>
    public static Task<IReadOnlyList<Claim>> ClaimPosts(this Store store, int most, Duration lease, CancellationToken cancellation) =>
        store.Take(PostState.Posting, 0, most, lease, cancellation);

    /// <summary>Claims posts that stand where they should but no longer say how things are.</summary>
    public static Task<IReadOnlyList<Claim>> ClaimStalePosts(this Store store, int most, Duration lease, CancellationToken cancellation) =>
        store.Take(PostState.Posted, 1, most, lease, cancellation);

    /// <summary>Lets a lease begin anew, unless somebody else has taken the post meanwhile.</summary>
    public static async Task<Claim> Prolong(this Store store, Claim claim, Duration lease, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(claim);
        var (id, before, until) = (claim.Id, claim.Until, claim.DatabaseNow(lease) + lease);
        await store.Posts.Where(post => post.Id == id && post.LeaseUntil == before).ExecuteUpdateAsync(set => set.SetProperty(post => post.LeaseUntil, until), cancellation);
        return new Claim { Id = claim.Id, WorkspaceId = claim.WorkspaceId, TeamId = claim.TeamId, MemberId = claim.MemberId, LeaseUntil = until.ToDateTimeUtc() };
    }

    private static async Task<IReadOnlyList<Claim>> Take(this Store store, PostState state, int edits, int most, Duration lease, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var sql = store is SqliteStore ? Sqlite : Postgres;
        var claims = await store.Database.SqlQueryRaw<Claim>(sql, Seconds(lease), (int)state, edits, most).ToListAsync(cancellation);
        return [.. claims.OrderBy(claim => claim.Id)];
    }

    private static int Seconds(Duration lease) => Math.Max(1, (int)lease.TotalSeconds);
}
