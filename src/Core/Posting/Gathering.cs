using System.Globalization;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Posting;

/// <summary>
/// Turns a team's due nudges into posts. Every account is reviewed once more first, so that nothing is said that has been
/// settled since; severe nudges go alone, everything else goes into the one morning message of its reader and day.
/// </summary>
internal static class Gathering
{
    /// <summary>A severe nudge this much behind its instant was held up by us; several such go into one message.</summary>
    private static readonly Duration Late = Duration.FromHours(1);

    /// <summary>Gathers what is due for the team of the scope, within <see cref="Store.BeginPlan"/>; how many posts were made.</summary>
    public static async Task<int> Gather(this Store store, Instant now, CancellationToken cancellation)
    {
        var team = await store.Teams.FirstAsync(cancellation);
        var accountIds = await Due(store, now).Select(nudge => nudge.AccountId).Distinct().ToListAsync(cancellation);
        var failed = await ReviewOnceMore(store, team, accountIds, now, cancellation);
        var due = await Due(store, now).ToListAsync(cancellation);
        PutOff([.. due.Where(nudge => failed.Contains(nudge.AccountId))], now + Duration.FromHours(1));
        var made = 0;
        foreach (var place in due.Where(nudge => !failed.Contains(nudge.AccountId)).GroupBy(nudge => nudge.IsDirect ? nudge.AddresseeId : null))
        {
            var hours = await store.HoursOf(team, place.Key, cancellation);
            if (hours.Allow(now)) made += await GatherPlace(store, team, place.Key, [.. place], hours, now, cancellation);
            else PutOff([.. place], hours.NextOpening(now));
        }

        await store.SavePlan(cancellation);
        return made;
    }

    private static async Task<int> GatherPlace(Store store, AccountTeam team, Guid? reader, List<Nudge> nudges, PostingHours hours, Instant now, CancellationToken cancellation)
    {
        var severe = nudges.Where(nudge => nudge.Lane == Lane.Severe).ToList();
        var late = severe.Where(nudge => (nudge.Rung == 0 ? nudge.DueAt : nudge.PostAt) <= now - Late).ToList();
        if (late.Count < 2) late = [];
        var released = await Released(store, nudges, cancellation);
        List<Nudge> alone = [.. severe.Except(late), .. released];
        foreach (var nudge in alone) Attach([nudge], Make(store, team.Id, reader, PostKind.Severe, $"nudge:{nudge.Id:N}", now));
        var morning = nudges.Except(severe).Except(released).ToList();
        return alone.Count + await Grouped(store, team, reader, (late, morning), hours, now, cancellation);
    }

    /// <summary>The one morning message of its reader and day; after a downtime it also says what is severe and late.</summary>
    private static async Task<int> Grouped(Store store, AccountTeam team, Guid? reader, (List<Nudge> Late, List<Nudge> Morning) nudges, PostingHours hours, Instant now, CancellationToken cancellation)
    {
        var (late, morning) = nudges;
        var today = hours.DayOf(now);
        var key = string.Create(CultureInfo.InvariantCulture, $"morning:{team.Id:N}:{Reader(reader)}:{today:yyyy-MM-dd}");
        if (morning.Count > 0 && await store.Posts.AnyAsync(post => post.Key == key, cancellation))
        {
            PutOff(morning, hours.MorningAfter(today));
            morning = [];
        }

        if (late.Count + morning.Count == 0) return 0;
        if (morning.Count == 0) key = string.Create(CultureInfo.InvariantCulture, $"catch-up:{team.Id:N}:{Reader(reader)}:{now.ToUnixTimeSeconds()}");
        Attach([.. late, .. morning], Make(store, team.Id, reader, PostKind.Morning, key, now));
        return 1;
    }

    private static IQueryable<Nudge> Due(Store store, Instant now) =>
        store.Nudges.Where(nudge => nudge.State == NudgeState.Planned && nudge.PostAt <= now).OrderBy(nudge => nudge.PostAt).ThenBy(nudge => nudge.Id);

    /// <summary>Reviews accounts; returns those that could not be, whose nudges wait until they can.</summary>
    private static async Task<HashSet<Guid>> ReviewOnceMore(Store store, AccountTeam team, List<Guid> accountIds, Instant now, CancellationToken cancellation)
    {
        var (failed, stale) = (new HashSet<Guid>(), new List<Guid>());
        var accounts = await store.Accounts.Where(account => accountIds.Contains(account.Id)).ToListAsync(cancellation);
        foreach (var facts in await store.FactsOf(accounts, team, now, cancellation))
        {
#pragma warning disable CA1031 // One account that cannot be reviewed must not silence its whole team.
            try
            {
                stale.AddRange(store.Apply(facts, now));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failed.Add(facts.Account.Id);
                Forget(store, facts.Account.Id);
            }
#pragma warning restore CA1031
        }

        await store.SavePlan(cancellation);
        await store.RenewPosts(stale, cancellation);
        return failed;
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

    /// <summary>The hours of a place: the team's in the channel, the reader's own for what goes to one person.</summary>
    public static async Task<PostingHours> HoursOf(this Store store, AccountTeam team, Guid? reader, CancellationToken cancellation) =>
        new(team.Settings.Calendar(reader is null ? null : (await store.Members.FirstOrDefaultAsync(member => member.Id == reader, cancellation))?.Zone), team.Settings.Morning);

    /// <summary>What someone let through the gate is said at once and on its own, not in tomorrow's morning message.</summary>
    private static async Task<List<Nudge>> Released(Store store, List<Nudge> nudges, CancellationToken cancellation)
    {
        var accounts = nudges.Select(nudge => nudge.AccountId).ToList();
        var overrides = await store.Overrides.Where(released => accounts.Contains(released.AccountId)).ToListAsync(cancellation);
        return [.. nudges.Where(nudge => nudge.Lane != Lane.Severe && overrides.Exists(released => released.Kind == nudge.Kind && released.Subject == nudge.Subject && nudge.Event == released.Cycle))];
    }

    private static string Reader(Guid? reader) => reader?.ToString("N") ?? "all";

    private static void PutOff(List<Nudge> nudges, Instant until)
    {
        foreach (var nudge in nudges) nudge.PostAt = until;
    }

    private static Post Make(Store store, Guid teamId, Guid? memberId, PostKind kind, string key, Instant now)
    {
        var post = new Post
        {
            WorkspaceId = store.Scope.WorkspaceId,
            TeamId = teamId,
            MemberId = memberId,
            Key = key,
            Kind = kind,
            State = PostState.Posting,
            DecidedAt = now,
            LeaseUntil = Claims.Free,
        };
        store.Posts.Add(post);
        return post;
    }

    private static void Attach(List<Nudge> nudges, Post post)
    {
        foreach (var nudge in nudges)
        {
            nudge.State = NudgeState.Posting;
            nudge.PostId = post.Id;
        }
    }
}
