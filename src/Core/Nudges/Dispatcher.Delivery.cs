using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Nudges;

/// <content>Delivering and renewing posts, each under a lease.</content>
public sealed partial class Dispatcher
{
    private delegate Task<bool> Work(Store store, Post post, Claims.Claim claim, CancellationToken cancellation);

    /// <summary>Claims posts and works on them until none is left; how many were finished.</summary>
    private async Task<int> InRounds(Work work, Func<Store, CancellationToken, Task<IReadOnlyList<Claims.Claim>>> claim, CancellationToken cancellation)
    {
        var finished = 0;
        for (var round = 0; round < Rounds; round++)
        {
            IReadOnlyList<Claims.Claim> claims;
            await using (var store = stores.Open(Scope.Nothing)) claims = await claim(store, cancellation);
            var options = new ParallelOptions { MaxDegreeOfParallelism = PlacesAtOnce, CancellationToken = cancellation };
            await Parallel.ForEachAsync(claims.GroupBy(one => one.Place), options, async (place, ending) =>
            {
                foreach (var one in place)
                    if (await Do(work, one, ending)) Interlocked.Increment(ref finished);
            });
            if (claims.Count < Most) break;
        }

        return finished;
    }

    private async Task<bool> Do(Work work, Claims.Claim claim, CancellationToken cancellation)
    {
        try
        {
            await using var store = stores.Open(claim.Scope);
            var (id, lease) = (claim.Id, claim.Until);
            if (await store.Posts.FirstOrDefaultAsync(post => post.Id == id && post.LeaseUntil == lease, cancellation) is { } post)
                return await work(store, post, claim, cancellation);
            LogTakenOver(logger, claim.Id);
        }
        catch (DbUpdateConcurrencyException)
        {
            LogTakenOver(logger, claim.Id);
        }
#pragma warning disable CA1031 // One post that cannot be rendered or sent must not keep the others from going out.
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(logger, claim.Id, failure.GetType().Name);
        }
#pragma warning restore CA1031
        return false;
    }

    private async Task<bool> Deliver(Store store, Post post, Claims.Claim claim, CancellationToken cancellation)
    {
        await DropSettled(store, post, cancellation);
        if (await store.AnnouncementOf(post, clock.GetCurrentInstant(), cancellation) is not { } announcement)
        {
            await GiveUp(store, post, cancellation);
            return true;
        }

        var triedBefore = post.FirstTriedAt;
        var delivery = await Send(store, announcement, claim, cancellation);
        // Only this attempt is certain to have failed: an earlier one may still have arrived.
        if (delivery is NotNow) post.FirstTriedAt = triedBefore;
        await Record(store, announcement, delivery, claim, cancellation);
        return post.State != PostState.Posting;
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
        var wishes = Planner.Plan(facts, now).Wishes;
        return [.. nudges.Where(nudge => nudge.AccountId == facts.Account.Id
            && !wishes.Any(wish => wish.Matter == nudge.Matter && wish.Ask == nudge.Ask && Planner.Cycle(wish, facts) == nudge.Cycle))];
    }

    /// <summary>Drops nudges that will not go out in this post; their accounts are looked at again, for they may be wanted elsewhere.</summary>
    private async Task Drop(Store store, List<Nudge> nudges, CancellationToken cancellation)
    {
        await using var transaction = await store.Database.BeginTransactionAsync(cancellation);
        store.Nudges.RemoveRange(nudges);
        await store.SavePlan(cancellation);
        await store.WakeAccounts([.. nudges.Select(nudge => nudge.AccountId).Distinct()], clock.GetCurrentInstant(), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>There is nothing to say any more, or nobody to say it to.</summary>
    private async Task GiveUp(Store store, Post post, CancellationToken cancellation)
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
                case Unknown when post.Kind != PostKind.Severe:
                    return new Delivered("");
                case null:
                    return new Uncertain();
            }
        }

        // The lease begins anew with the call, so that nobody takes over while it lasts.
        var now = claim.DatabaseNow(Lease);
        post.FirstTriedAt ??= now;
        post.Attempts++;
        post.LeaseUntil = Instant.Max(now + Lease, post.LeaseUntil + Duration.FromSeconds(1));
        await store.SavePlan(cancellation);
        return await Ask(post, ending => messenger.Post(announcement, ending), new Uncertain(), cancellation);
    }

    /// <summary>Asks the platform, for less time than the lease lasts; <paramref name="otherwise"/> when no answer came.</summary>
    private async Task<T> Ask<T>(Post post, Func<CancellationToken, Task<T>> question, T otherwise, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter((Lease * 2 / 3).ToTimeSpan());
#pragma warning disable CA1031 // Whatever the platform's client throws, it leaves open whether the message arrived.
        try
        {
            return await question(limit.Token);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            LogUncertain(logger, post.Key, failure.GetType().Name);
            return otherwise;
        }
#pragma warning restore CA1031
    }

    private async Task Record(Store store, Announcement announcement, Delivery delivery, Claims.Claim claim, CancellationToken cancellation)
    {
        var post = announcement.Post;
        switch (delivery)
        {
            case Delivered delivered:
                (post.State, post.MessageId, post.LeaseUntil) = (PostState.Posted, delivered.MessageId, Claims.Free);
                await MarkPosted(store, announcement, cancellation);
                break;
            case Refused refused:
                LogRefused(logger, post.Key, refused.Reason);
                (post.State, post.LeaseUntil) = (PostState.Refused, Claims.Free);
                await Redirect(store, announcement, cancellation);
                await store.SavePlan(cancellation);
                break;
            default:
                post.LeaseUntil = claim.DatabaseNow(Lease) + ((delivery as NotNow)?.After ?? BackOff(post.Attempts));
                await store.SavePlan(cancellation);
                break;
        }
    }

    /// <summary>Marks the nudges and wakes their accounts, whose next rungs count from now.</summary>
    private async Task MarkPosted(Store store, Announcement announcement, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        foreach (var line in announcement.Lines.Where(line => line.Nudge.State == NudgeState.Posting))
        {
            line.Nudge.State = NudgeState.Posted;
            line.Nudge.PostedAt = now;
        }

        await using var transaction = await store.Database.BeginTransactionAsync(cancellation);
        await store.SavePlan(cancellation);
        await store.WakeAccounts([.. announcement.Lines.Select(line => line.Account.Id).Distinct()], now, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>A severe nudge that its channel refuses goes to a person directly; anything else is held and shown in Today.</summary>
    private static async Task Redirect(Store store, Announcement announcement, CancellationToken cancellation)
    {
        var refused = announcement.Post;
        foreach (var line in announcement.Lines.Where(line => line.Nudge.State == NudgeState.Posting))
        {
            var nudge = line.Nudge;
            var isOpen = nudge.Lane == Lane.Severe && refused.MemberId is null;
            if (!isOpen || await LastResort(store, line, cancellation) is not { } reader)
            {
                (nudge.State, nudge.Held, nudge.PostId) = (NudgeState.Held, HeldReason.Undeliverable, null);
                continue;
            }

            var post = new Post
            {
                WorkspaceId = refused.WorkspaceId,
                TeamId = refused.TeamId,
                MemberId = reader,
                Key = $"nudge:{nudge.Id:N}:direct",
                Kind = PostKind.Severe,
                DecidedAt = refused.DecidedAt,
                LeaseUntil = Claims.Free,
            };
            store.Posts.Add(post);
            (nudge.PostId, nudge.IsDirect) = (post.Id, true);
        }
    }

    /// <summary>Whom it names, the owner, or the first manager.</summary>
    private static async Task<Guid?> LastResort(Store store, NudgeLine line, CancellationToken cancellation) =>
        line.Addressee?.Id ?? line.Owner?.Id ?? await store.Memberships.Where(place => place.TeamId == line.Nudge.TeamId && place.IsManager)
            .OrderBy(place => place.JoinedAt).Select(place => (Guid?)place.MemberId).FirstOrDefaultAsync(cancellation);

    private async Task<bool> Renew(Store store, Post post, Claims.Claim claim, CancellationToken cancellation)
    {
        var shown = post.Edits;
        var answer = string.IsNullOrEmpty(post.MessageId) || await store.AnnouncementOf(post, clock.GetCurrentInstant(), cancellation) is not { } announcement
            ? null
            : await Ask(post, ending => messenger.Update(announcement, ending), new Uncertain(), cancellation);
        var again = answer is NotNow or Uncertain;
        var next = again ? claim.DatabaseNow(Lease) + ((answer as NotNow)?.After ?? BackOff(3)) : Claims.Free;
        var edits = again ? post.EditsShown : shown;
        // Not through the row that was read: what people settle meanwhile counts it up.
        var lease = claim.Until;
        await store.Posts.Where(row => row.Id == post.Id && row.LeaseUntil == lease)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EditsShown, edits).SetProperty(row => row.LeaseUntil, next), cancellation);
        return !again;
    }

    private static Duration BackOff(int attempts)
    {
        var most = Math.Min(300, Math.Pow(2, attempts));
#pragma warning disable CA5394 // Spreading retries needs no secrecy.
        return Duration.FromSeconds(Math.Ceiling(most * (0.5 + (Random.Shared.NextDouble() / 2))));
#pragma warning restore CA5394
    }
}
