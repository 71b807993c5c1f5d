using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using AccountNudge.Core.Nudges;

namespace AccountNudge.Core.Storage;

/// <summary>A post this node may work on until its lease ends.</summary>
/// <param name="post">The post as it stood when it was claimed.</param>
public sealed class PostClaim(Post post)
{
    private readonly Stopwatch since = Stopwatch.StartNew();

    /// <summary>The post as it stood when it was claimed; not tracked by any store.</summary>
    public Post Post => post;

    /// <summary>Where it goes; posts to one place go one after the other.</summary>
    public (Guid? TeamId, Guid? MemberId) Place => (post.TeamId, post.MemberId);

    /// <summary>What may be seen and written while working on it.</summary>
    public Scope Scope => new(post.WorkspaceId, post.TeamId is { } team ? [team] : []);

    /// <summary>The end of the lease, which nobody else may have changed when the work is done.</summary>
    public Instant Until { get; } = post.LeaseUntil;

    /// <summary>The database's time now, reckoned from when the claim was made, whatever this machine's clock says.</summary>
    public Instant DatabaseNow(Duration lease) => Instant.FromUnixTimeSeconds((Until - lease + Duration.FromTimeSpan(since.Elapsed)).ToUnixTimeSeconds());
}

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
        RETURNING *
        """;

    private const string Sqlite = """
        UPDATE posts SET "LeaseUntil" = strftime('%Y-%m-%d %H:%M:%S', 'now', '+' || {0} || ' seconds')
        WHERE "Id" IN (SELECT "Id" FROM posts WHERE "State" = {1} AND "Edits" >= "EditsShown" + {2} AND NOT EXISTS (SELECT 1 FROM workspaces WHERE workspaces."Id" = posts."WorkspaceId" AND workspaces."EndedAt" IS NOT NULL) AND "LeaseUntil" < strftime('%Y-%m-%d %H:%M:%S', 'now') ORDER BY "LeaseUntil", "Id" LIMIT {3})
        RETURNING *
        """;

    /// <summary>The lease of a post that nobody works on.</summary>
    public static readonly Instant Free = Instant.FromUnixTimeSeconds(0);

    /// <summary>Claims posts that are under way and nobody works on, longest waiting first.</summary>
    public static Task<IReadOnlyList<PostClaim>> ClaimPosts(this Store store, int most, Duration lease, CancellationToken cancellation) =>
        store.Take(PostState.Posting, 0, most, lease, cancellation);

    /// <summary>Claims posts that stand where they should but no longer say how things are.</summary>
    public static Task<IReadOnlyList<PostClaim>> ClaimStalePosts(this Store store, int most, Duration lease, CancellationToken cancellation) =>
        store.Take(PostState.Posted, 1, most, lease, cancellation);

    /// <summary>Lets a lease begin anew; null when somebody else has taken the post meanwhile.</summary>
    public static async Task<PostClaim?> Prolong(this Store store, PostClaim claim, Duration lease, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(claim);
        var until = claim.DatabaseNow(lease) + lease;
        if (await store.Claimed(claim.Post).ExecuteUpdateAsync(set => set.SetProperty(post => post.LeaseUntil, until), cancellation) == 0) return null;
        claim.Post.LeaseUntil = until;
        return new PostClaim(claim.Post);
    }

    /// <summary>The row of a post, unless somebody else has claimed it since the post was read.</summary>
    public static IQueryable<Post> Claimed(this Store store, Post post)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(post);
        var (id, lease) = (post.Id, post.LeaseUntil);
        return store.Posts.Where(row => row.Id == id && row.LeaseUntil == lease);
    }

    private static async Task<IReadOnlyList<PostClaim>> Take(this Store store, PostState state, int edits, int most, Duration lease, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var sql = store is SqliteStore ? Sqlite : Postgres;
        var posts = await store.Posts.FromSqlRaw(sql, Seconds(lease), (int)state, edits, most).IgnoreQueryFilters().AsNoTracking().ToListAsync(cancellation);
        return [.. posts.OrderBy(post => post.Id).Select(post => new PostClaim(post))];
    }

    private static int Seconds(Duration lease) => Math.Max(1, (int)lease.TotalSeconds);
}
