using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Posting;

/// <summary>
/// Turns the due nudges of teams into posts. Every account is reviewed once more first, so that nothing is said that has been
/// settled since; severe nudges go alone, everything else goes into the one morning message of its reader and day.
/// </summary>
internal static class NudgeBatching
{
    /// <summary>How long a nudge waits whose account cannot be reviewed.</summary>
    private static readonly Duration UntilNextReview = Duration.FromHours(1);

    /// <summary>Batches what is due for the teams of the scope, within <see cref="Store.BeginPlan"/>; how many posts were made.</summary>
    public static async Task<int> BatchNudges(this Store store, Instant now, CancellationToken cancellation)
    {
        var ready = store.Nudges.Where(nudge => nudge.State == NudgeState.Planned).ReadyAt(now);
        var accountIds = await ready.Select(nudge => nudge.AccountId).Distinct().ToListAsync(cancellation);
        if (accountIds.Count == 0) return 0;
        var facts = (await store.FactsOf(accountIds, now, cancellation)).ToDictionary(facts => facts.Account.Id);
        var (failed, stale) = ReviewOnceMore(store, facts.Values, now);
        var due = store.Nudges.Local.Where(nudge => nudge.State == NudgeState.Planned && nudge.ReadyAt <= now).OrderBy(nudge => nudge.ReadyAt).ThenBy(nudge => nudge.Id).ToList();
        PutOff(due.Where(nudge => failed.Contains(nudge.AccountId)), now + UntilNextReview);
        var batches = due.Where(nudge => !failed.Contains(nudge.AccountId)).GroupBy(nudge => (nudge.TeamId, Reader: nudge.IsDirect ? nudge.AddresseeId : null))
            .Select(place => PlaceBatch.Of(place.Key.Reader, [.. place], facts, now)).ToList();
        var keys = batches.Where(batch => batch.Morning.Count > 0).Select(batch => batch.MorningKey).ToList();
        var said = keys.Count == 0 ? [] : await store.Posts.Where(post => keys.Contains(post.Key)).Select(post => post.Key).ToHashSetAsync(cancellation);
        var made = batches.Sum(batch => Make(store, batch, said, now));
        await Save(store, [.. facts.Values.Select(of => of.Account)], stale, cancellation);
        return made;
    }

    /// <summary>Makes the posts of a place, or puts its nudges off; how many posts were made.</summary>
    private static int Make(Store store, PlaceBatch batch, HashSet<string> said, Instant now)
    {
        PutOff(batch.Closed, batch.Hours.NextOpening(now));
        foreach (var nudge in batch.Alone) Add(store, batch.PostOf(nudge, now), [nudge]);
        var waiting = HintBudget.Waiting(batch.Morning, batch.Facts.Terms);
        IReadOnlyList<Nudge> morning = [.. batch.Morning.Where(nudge => !waiting.Contains(nudge))];
        PutOff(waiting, batch.Hours.MorningAfter(batch.Today));
        if (morning.Count > 0 && said.Contains(batch.MorningKey))
        {
            PutOff(morning, batch.Hours.MorningAfter(batch.Today));
            morning = [];
        }

        if (batch.Late.Count + morning.Count == 0) return batch.Alone.Count;
        Add(store, morning.Count > 0 ? batch.MorningPost(now) : batch.CatchUpPost(now), [.. batch.Late, .. morning]);
        return batch.Alone.Count + 1;
    }

    private static void Add(Store store, Post post, IEnumerable<Nudge> nudges)
    {
        store.Posts.Add(post);
        foreach (var nudge in nudges) (nudge.State, nudge.PostId) = (NudgeState.Posting, post.Id);
    }

    private static void PutOff(IEnumerable<Nudge> nudges, Instant until)
    {
        foreach (var nudge in nudges) nudge.RetryAt = until;
    }

    /// <summary>Reviews accounts; those that could not be, whose nudges wait until they can, and the posts whose words no longer fit.</summary>
    private static (HashSet<Guid> Failed, List<Guid> Stale) ReviewOnceMore(Store store, IEnumerable<AccountFacts> facts, Instant now)
    {
        var (failed, stale) = (new HashSet<Guid>(), new List<Guid>());
        foreach (var of in facts)
        {
#pragma warning disable CA1031 // One account that cannot be reviewed must not silence its whole team.
            try
            {
                stale.AddRange(store.Apply(of, now));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failed.Add(of.Account.Id);
                Forget(store, of.Account.Id);
            }
#pragma warning restore CA1031
        }

        return (failed, stale);
    }

    /// <summary>Takes back what was changed in memory.</summary>
    private static void Forget(Store store, Guid accountId)
    {
        store.ChangeTracker.DetectChanges();
        var entries = store.ChangeTracker.Entries()
            .Where(entry => entry.Entity is Account account ? account.Id == accountId : entry.Entity is Nudge nudge ? nudge.AccountId == accountId : entry.Entity is IAccountFact fact && fact.AccountId == accountId);
        foreach (var entry in entries.Where(entry => entry.State != EntityState.Unchanged).ToList())
        {
            if (entry.State != EntityState.Added) entry.CurrentValues.SetValues(entry.OriginalValues);
            entry.State = entry.State == EntityState.Added ? EntityState.Detached : EntityState.Unchanged;
        }
    }

    /// <summary>
    /// Saves. Accounts that stay as they are need not be written: locking them in this transaction tells just as well that nobody has
    /// changed them since they were read.
    /// </summary>
    private static async Task Save(Store store, List<Account> accounts, List<Guid> stale, CancellationToken cancellation)
    {
        foreach (var look in accounts.Select(account => store.Entry(account).Property(row => row.LookAgainAt))) look.IsModified = look.CurrentValue != look.OriginalValue;
        var ids = accounts.Select(account => account.Id).ToList();
        await store.Lock(store.Accounts.Where(account => ids.Contains(account.Id)), cancellation);
        await store.SavePlan(cancellation);
        await store.RenewPosts(stale, cancellation);
    }
}
