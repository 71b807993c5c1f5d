using AccountNudge.Core.Accounts;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Posting;

/// <content>Delivering and renewing posts, each under a lease.</content>
public sealed partial class Dispatcher
{
    /// <summary>Real time to wait where a platform does not say how long.</summary>
    private static readonly Duration Shortly = Duration.FromSeconds(8);

    /// <summary>Real time for which nothing else is said in a place after a doubt: the platform may be in trouble.</summary>
    private static readonly Duration Rest = Duration.FromSeconds(10);

    private async Task<Outcome> Deliver(Store store, Post post, Claims.Claim claim, CancellationToken cancellation)
    {
        if (await TakeBack(store, post, claim, cancellation) is { } takenBack) return takenBack;
        await DropSettled(store, post, cancellation);
        if (await store.AnnouncementOf(post, clock.GetCurrentInstant(), cancellation) is not { } announcement)
        {
            await GiveUp(store, post, cancellation);
            return new Outcome(true);
        }

        var paused = post.FirstTriedAt is null && await HomeOf(store, post, cancellation) is { } home && home.IsPaused(clock.GetCurrentInstant()) ? home : null;
        var delivery = paused is null ? await Send(store, announcement, claim, cancellation) : new Refused(paused.UnreachableReason ?? "");
        await Record(store, announcement, delivery, claim, cancellation);
        if (post.State != PostState.Posting) return new Outcome(true);
        // A post in doubt may have to wait long; what else is to be said there need not.
        return new Outcome(false, delivery is NotNow ? post.LeaseUntil : Instant.Min(post.LeaseUntil, claim.DatabaseNow(Lease) + Rest));
    }

    /// <summary>What was settled while a post waited is not said any more.</summary>
    private async Task DropSettled(Store store, Post post, CancellationToken cancellation)
    {
        if (post.FirstTriedAt is not null || post.TeamId is not { } teamId) return;
        var now = clock.GetCurrentInstant();
        var nudges = await store.Nudges.Where(nudge => nudge.PostId == post.Id && nudge.State == NudgeState.Posting).ToListAsync(cancellation);
        var accountIds = nudges.Select(nudge => nudge.AccountId).Distinct().ToList();
        var accounts = await store.Accounts.Where(account => accountIds.Contains(account.Id)).ToListAsync(cancellation);
        var team = await store.Teams.FirstAsync(team => team.Id == teamId, cancellation);
        var settled = (await store.FactsOf(accounts, team, now, cancellation)).SelectMany(facts => Settled(facts, nudges, now)).ToList();
        if (settled.Count > 0) await Drop(store, settled, cancellation);
    }

    private static List<Nudge> Settled(AccountFacts facts, List<Nudge> nudges, Instant now)
    {
        var plan = Planner.Plan(facts, now);
        return [.. nudges.Where(nudge => nudge.AccountId == facts.Account.Id && (plan.RequestOf(nudge) is not { } request || Planner.Cycle(request, facts) != nudge.Cycle))];
    }

    /// <summary>Drops nudges that will not go out in this post; their accounts are looked at again, for they may be wanted elsewhere.</summary>
    private static async Task Drop(Store store, List<Nudge> nudges, CancellationToken cancellation)
    {
        store.Nudges.RemoveRange(nudges);
        await store.SavePlan(cancellation, wake: [.. nudges.Select(nudge => nudge.AccountId).Distinct()]);
    }

    /// <summary>There is nothing to say any more, or nobody to say it to.</summary>
    private static async Task GiveUp(Store store, Post post, CancellationToken cancellation)
    {
        post.State = PostState.Refused;
        post.LeaseUntil = Claims.Free;
        await Drop(store, await store.Nudges.Where(nudge => nudge.PostId == post.Id && nudge.State == NudgeState.Posting).ToListAsync(cancellation), cancellation);
    }

    private async Task<Delivery> Send(Store store, Announcement announcement, Claims.Claim claim, CancellationToken cancellation)
    {
        var post = announcement.Post;
        if (post.FirstTriedAt is not null)
        {
            switch (await Ask<Lookup?>(post, async ending => await messenger.Find(announcement, ending), null, cancellation))
            {
                case Found found:
                    return new Delivered(found.MessageId);
                case Unknown when !Repetition.IsDue(announcement):
                    return new LeftOpen();
                case Missing:
                    post.IsUncertain = false;
                    break;
                case Unknown:
                    announcement = announcement with { MayBeRepeated = true };
                    break;
                case AskLater later:
                    return new Uncertain(later.After);
                case null:
                    return new Uncertain();
            }
        }

        var before = (post.FirstTriedAt, post.Attempts, post.IsUncertain);
        // The lease begins anew with the call, so that nobody takes over while it lasts.
        var now = claim.DatabaseNow(Lease);
        post.FirstTriedAt ??= now;
        post.Attempts++;
        post.Home = announcement.IsDirect ? null : announcement.Address;
        post.IsUncertain = announcement.MayBeRepeated;
        post.LeaseUntil = Instant.Max(now + Lease, post.LeaseUntil + Duration.FromSeconds(1));
        await store.SavePlan(cancellation);
        var delivery = await Ask(post, ending => messenger.Post(announcement, ending), new Uncertain(), cancellation);
        // Only this attempt is certain to have failed: an earlier one may still have arrived.
        if (delivery is NotNow) (post.FirstTriedAt, post.Attempts, post.IsUncertain) = before;
        return delivery;
    }

    private async Task Record(Store store, Announcement announcement, Delivery delivery, Claims.Claim claim, CancellationToken cancellation)
    {
        var post = announcement.Post;
        switch (delivery)
        {
            case Delivered delivered:
                (post.State, post.MessageId, post.IsUncertain, post.LeaseUntil) = (PostState.Posted, delivered.MessageId, false, Claims.Free);
                if (await HomeOf(store, post, cancellation) is { } reached) await store.HomeReachable(reached, clock.GetCurrentInstant(), cancellation);
                await MarkPosted(store, announcement, cancellation);
                break;
            case LeftOpen:
                LogLeftOpen(logger, post.Key);
                (post.State, post.IsUncertain, post.LeaseUntil) = (PostState.Posted, true, Claims.Free);
                await MarkPosted(store, announcement, cancellation);
                break;
            case Refused refused:
                LogRefused(logger, post.Key, refused.Reason);
                (post.State, post.LeaseUntil) = (PostState.Refused, Claims.Free);
                await Redirect(store, announcement, refused, cancellation);
                if (!refused.IsOfMessage && await HomeOf(store, post, cancellation) is { } home) await store.HomeRefused(home, refused.Reason, clock.GetCurrentInstant(), cancellation);
                await store.SavePlan(cancellation);
                if (post.Kind == PostKind.Unreachable && !refused.IsOfMessage) await store.NoticeRefused(post, clock.GetCurrentInstant(), cancellation);
                break;
            default:
                post.LeaseUntil = claim.DatabaseNow(Lease) + Wait(delivery, post.IsUncertain ? Repetition.Wait(post.Attempts) : BackOff(post.Attempts));
                await store.SavePlan(cancellation);
                break;
        }
    }

    /// <summary>The team whose home a post goes to; null for a post to one person.</summary>
    private static async Task<AccountTeam?> HomeOf(Store store, Post post, CancellationToken cancellation) =>
        post.MemberId is null && post.TeamId is { } teamId ? await store.Teams.FirstOrDefaultAsync(team => team.Id == teamId, cancellation) : null;

    /// <summary>Marks the nudges and wakes their accounts, whose next rungs count from now.</summary>
    private async Task MarkPosted(Store store, Announcement announcement, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        foreach (var line in announcement.Lines.Where(line => line.Nudge.State == NudgeState.Posting))
        {
            line.Nudge.State = NudgeState.Posted;
            line.Nudge.PostedAt = now;
        }

        await store.SavePlan(cancellation, wake: [.. announcement.Lines.Select(line => line.Account.Id).Distinct()]);
    }

    private async Task<Outcome> Renew(Store store, Post post, Claims.Claim claim, CancellationToken cancellation)
    {
        var shown = post.Edits;
        var answer = string.IsNullOrEmpty(post.MessageId) || await store.AnnouncementOf(post, clock.GetCurrentInstant(), cancellation) is not { } announcement
            ? null
            : await Ask(post, ending => messenger.Update(announcement, ending), new Uncertain(), cancellation);
        var again = answer is NotNow or Uncertain;
        var next = again ? claim.DatabaseNow(Lease) + Wait(answer!, Shortly) : Claims.Free;
        var edits = again ? post.EditsShown : shown;
        // Not through the row that was read: what people settle meanwhile counts it up.
        var lease = claim.Until;
        await store.Posts.Where(row => row.Id == post.Id && row.LeaseUntil == lease)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EditsShown, edits).SetProperty(row => row.LeaseUntil, next), cancellation);
        return again ? new Outcome(false, next) : new Outcome(true);
    }

    /// <summary>Whole seconds, as leases are, and never fewer than the platform wants.</summary>
    private static Duration Wait(Delivery delivery, Duration inDoubt)
    {
        var wanted = delivery switch
        {
            NotNow notNow => notNow.After ?? Spread(Shortly),
            Uncertain { After: { } after } => after,
            _ => Spread(inDoubt),
        };
        return Duration.FromSeconds(Math.Ceiling(wanted.TotalSeconds));
    }

    /// <summary>Where the platform can tell, it is asked soon.</summary>
    private static Duration BackOff(int attempts) => Duration.FromSeconds(Math.Min(300, Math.Pow(2, attempts)));

    /// <summary>At least half of it: not everybody is to come back at the same moment.</summary>
    private static Duration Spread(Duration most)
    {
#pragma warning disable CA5394 // Spreading retries needs no secrecy.
        return most * (0.5 + (Random.Shared.NextDouble() / 2));
#pragma warning restore CA5394
    }
}
