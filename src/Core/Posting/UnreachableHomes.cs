using AccountNudge.Core.Nudges;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Posting;

/// <summary>
/// Home channels that the platform refuses: archived, gone, the bot removed, outsiders in it. Such a home is left alone, its
/// managers hear of it once, and it is tried again by and by; when it takes a post again, what could not be delivered is planned anew.
/// </summary>
public static class UnreachableHomes
{
    /// <summary>How long a place that has refused a post is left alone.</summary>
    internal static readonly Duration Pause = Duration.FromHours(1);

    /// <summary>Whether a post goes to a home that is not to be tried now.</summary>
    internal static bool IsPaused(this AccountTeam team, Instant now) => team.TryHomeAgainAt > now;

    /// <summary>The home has refused a post; the first time its managers are told, else whoever has been there longest.</summary>
    internal static async Task HomeRefused(this Store store, AccountTeam team, RefusalReason reason, Instant now, CancellationToken cancellation)
    {
        if (team.IsPaused(now)) return;
        team.TryHomeAgainAt = now + Pause;
        if (team.UnreachableSince is not null) return;
        (team.UnreachableSince, team.UnreachableReason) = (now, reason);
        var places = await Places(store, team, cancellation);
        foreach (var place in places.Exists(place => place.IsManager) ? places.Where(place => place.IsManager) : places.Take(1)) store.Posts.Add(Notice(team, place.MemberId, now));
    }

    /// <summary>
    /// Somebody does not take the notice that a home is gone. When none of those who were to be told can be, the next is: who
    /// manages the team by now, else whoever of the others has been there longest. Looks after the refusal has been saved: of
    /// several that are refused at once, the last to look sees them all.
    /// </summary>
    internal static async Task NoticeRefused(this Store store, Post notice, Instant now, CancellationToken cancellation)
    {
        if (await store.Teams.FirstOrDefaultAsync(team => team.Id == notice.TeamId, cancellation) is not { UnreachableSince: { } since } team) return;
        var notices = await store.Posts.Where(post => post.TeamId == team.Id && post.Kind == PostKind.Unreachable && post.DecidedAt >= since).ToListAsync(cancellation);
        if (notices.Exists(other => other.State != PostState.Refused)) return;
        var next = (await Places(store, team, cancellation)).Find(place => !notices.Exists(tried => tried.MemberId == place.MemberId));
        if (next is null) return;
        store.Posts.Add(Notice(team, next.MemberId, now));
        try
        {
            await store.SavePlan(cancellation);
        }
        catch (Exception conflict) when (conflict.IsConflict())
        {
            // Who saw the same has told them.
        }
    }

    /// <summary>Managers first, and of both those who have been there longest.</summary>
    private static Task<List<Membership>> Places(Store store, AccountTeam team, CancellationToken cancellation) =>
        store.Memberships.Where(place => place.TeamId == team.Id).OrderByDescending(place => place.IsManager).ThenBy(place => place.JoinedAt).ThenBy(place => place.MemberId).ToListAsync(cancellation);

    private static Post Notice(AccountTeam team, Guid memberId, Instant now) => new()
    {
        WorkspaceId = team.WorkspaceId,
        TeamId = team.Id,
        MemberId = memberId,
        Key = FormattableString.Invariant($"unreachable:{team.Id:N}:{team.UnreachableSince!.Value.ToUnixTimeSeconds()}:{memberId:N}"),
        Kind = PostKind.Unreachable,
        DecidedAt = now,
        LeaseUntil = Claims.Free,
    };

    /// <summary>The home takes posts again, or is another one: what could not be delivered is planned anew.</summary>
    public static async Task HomeReachable(this Store store, AccountTeam team, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(team);
        if (team.UnreachableSince is null) return;
        (team.UnreachableSince, team.UnreachableReason, team.TryHomeAgainAt) = (null, null, null);
        await PlanAnew(store, store.Nudges.Where(nudge => nudge.TeamId == team.Id), now, cancellation);
    }

    /// <summary>A pause is over: what could not be delivered is planned anew, and whether it can be now will be seen.</summary>
    internal static async Task<int> TryAgain(this Store store, Instant now, CancellationToken cancellation)
    {
        var team = await store.Teams.FirstAsync(cancellation);
        var isHome = team.TryHomeAgainAt <= now;
        if (isHome) team.TryHomeAgainAt = null;
        var planned = await PlanAnew(store, isHome ? store.Nudges : store.Nudges.ReadyAt(now), now, cancellation);
        await store.SavePlan(cancellation);
        return isHome || planned ? 1 : 0;
    }

    /// <summary>All or nothing: a nudge that is gone while its account sleeps on would be said by nobody.</summary>
    private static Task<bool> PlanAnew(Store store, IQueryable<Nudge> nudges, Instant now, CancellationToken cancellation) => store.AllOrNone(
        async () =>
        {
            var undelivered = nudges.Where(nudge => nudge.Held == HeldReason.Undeliverable);
            var accountIds = await undelivered.Select(nudge => nudge.AccountId).Distinct().ToListAsync(cancellation);
            if (accountIds.Count == 0) return false;
            await store.WakeAccounts(accountIds, now, cancellation);
            await undelivered.InKeyOrder(store, rows => rows.ExecuteDeleteAsync(cancellation), cancellation);
            return true;
        },
        cancellation);
}
