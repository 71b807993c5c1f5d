using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Posting;

/// <content>Posts wait for working time, also those that could not be delivered at once.</content>
public sealed partial class Dispatcher
{
    /// <summary>Real time after which somebody's hours are looked at again; they may be changed meanwhile.</summary>
    private static readonly Duration Look = Duration.FromMinutes(1);

    /// <summary>
    /// Takes back a post that was never tried and whose place is closed by now, or whose day is over: what it says is gathered
    /// anew when it may be said. Null when it may be said now.
    /// </summary>
    private async Task<Outcome?> TakeBack(Store store, Post post, Claims.Claim claim, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (post.FirstTriedAt is not null || await HoursOf(store, post, cancellation) is not { } hours) return null;
        var isOfToday = post.Kind == PostKind.Unreachable || hours.DayOf(post.DecidedAt) == hours.DayOf(now);
        if (isOfToday && hours.Allow(now)) return null;
        switch (post.Kind)
        {
            case PostKind.Unreachable:
                // It is told once and nobody would gather it again.
                post.LeaseUntil = claim.DatabaseNow(Lease) + Look;
                await store.SavePlan(cancellation);
                return new Outcome(false);
            case PostKind.Week:
                await PutOffWeek(store, post, hours.NextOpening(now), cancellation);
                break;
            case PostKind.Morning:
                await PutOffMorning(store, post, hours.NextOpening(now), cancellation);
                break;
            default:
                await GiveUp(store, post, cancellation);
                break;
        }

        return new Outcome(true);
    }

    /// <summary>The team's hours, or its reader's own; null where nobody has any.</summary>
    private static async Task<PostingHours?> HoursOf(Store store, Post post, CancellationToken cancellation)
    {
        if (post.TeamId is { } teamId) return await store.HoursOf(await store.Teams.FirstAsync(team => team.Id == teamId, cancellation), post.MemberId, cancellation);
        if (post.MemberId is not { } managerId) return null;
        store.Within(store.Scope with { TeamIds = await store.TeamsOf(store.Scope.WorkspaceId, managerId, cancellation) });
        return await FirstManaged(store, managerId, cancellation) is { } team ? await store.HoursOf(team, managerId, cancellation) : null;
    }

    /// <summary>Unless a later one has been gathered meanwhile, which says it all.</summary>
    private static async Task PutOffWeek(Store store, Post post, Instant opening, CancellationToken cancellation)
    {
        var isFollowed = await store.Posts.AnyAsync(later => later.Kind == PostKind.Week && later.MemberId == post.MemberId && later.DecidedAt > post.DecidedAt, cancellation);
        var member = await store.Members.FirstAsync(member => member.Id == post.MemberId, cancellation);
        if (!isFollowed) member.WeekAt = Instant.Min(member.WeekAt ?? opening, opening);
        store.Posts.Remove(post);
        await store.SavePlan(cancellation);
    }

    /// <summary>With the post goes its key, so that the day still has its one morning message.</summary>
    private static async Task PutOffMorning(Store store, Post post, Instant opening, CancellationToken cancellation)
    {
        foreach (var nudge in await store.Nudges.Where(nudge => nudge.PostId == post.Id && nudge.State == NudgeState.Posting).ToListAsync(cancellation))
            (nudge.State, nudge.PostId, nudge.PostAt) = (NudgeState.Planned, null, opening);
        store.Posts.Remove(post);
        await store.SavePlan(cancellation);
    }
}
