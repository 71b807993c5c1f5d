using System.Globalization;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Calendar;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Nudges;

/// <summary>
/// Turns a team's due nudges into posts. Every account is reviewed once more first, so that nothing is said that has been
/// settled since; severe nudges go alone, everything else goes into the one morning message of its reader and day.
/// </summary>
internal static class Gathering
{
    /// <summary>A severe nudge this much behind its instant was held up by us; several such go into one message.</summary>
    private static readonly Duration Late = Duration.FromHours(1);

    /// <summary>Gathers what is due for the team of the scope; how many posts were made.</summary>
    public static async Task<int> Gather(this Store store, Instant now, CancellationToken cancellation)
    {
        var team = await store.Teams.FirstAsync(cancellation);
        var due = await Due(store, now).ToListAsync(cancellation);
        await ReviewOnceMore(store, team, [.. due.Select(nudge => nudge.AccountId).Distinct()], now, cancellation);
        due = await Due(store, now).ToListAsync(cancellation);
        var made = 0;
        foreach (var place in due.GroupBy(nudge => nudge.IsDirect ? nudge.AddresseeId : null))
        {
            var calendar = team.Settings.Calendar(await OwnZone(store, place.Key, cancellation));
            if (IsPostable(calendar, now)) made += await GatherPlace(store, team, place.Key, [.. place], calendar, now, cancellation);
            else PutOff([.. place], calendar.NextOpening(now));
        }

        await store.SavePlan(cancellation);
        return made;
    }

    private static async Task<int> GatherPlace(Store store, AccountTeam team, Guid? reader, List<Nudge> nudges, WorkingCalendar calendar, Instant now, CancellationToken cancellation)
    {
        var alone = nudges.Where(nudge => nudge.Lane == Lane.Severe).ToList();
        var late = alone.Where(nudge => nudge.PostAt <= now - Late).ToList();
        if (late.Count > 1)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"catch-up:{team.Id:N}:{Reader(reader)}:{now.ToUnixTimeSeconds()}");
            Attach(late, Make(store, team.Id, reader, PostKind.Morning, key, now));
            alone = [.. alone.Except(late)];
        }

        alone.AddRange(await Released(store, nudges, cancellation));
        foreach (var nudge in alone) Attach([nudge], Make(store, team.Id, reader, PostKind.Severe, $"nudge:{nudge.Id:N}", now));
        var morning = nudges.Where(nudge => nudge.State == NudgeState.Planned).ToList();
        return alone.Count + (late.Count > 1 ? 1 : 0) + (morning.Count == 0 ? 0 : await Morning(store, team, reader, morning, calendar, now, cancellation));
    }

    private static IQueryable<Nudge> Due(Store store, Instant now) =>
        store.Nudges.Where(nudge => nudge.State == NudgeState.Planned && nudge.PostAt <= now).OrderBy(nudge => nudge.PostAt).ThenBy(nudge => nudge.Id);

    private static async Task ReviewOnceMore(Store store, AccountTeam team, List<Guid> accountIds, Instant now, CancellationToken cancellation)
    {
        var accounts = await store.Accounts.Where(account => accountIds.Contains(account.Id)).ToListAsync(cancellation);
        foreach (var facts in await store.FactsOf(accounts, team, now, cancellation)) await store.Apply(facts, now, cancellation);
        await store.SavePlan(cancellation);
    }

    private static async Task<DateTimeZone?> OwnZone(Store store, Guid? reader, CancellationToken cancellation) =>
        reader is null ? null : (await store.Members.FirstOrDefaultAsync(member => member.Id == reader, cancellation))?.Zone;

    private static async Task<int> Morning(Store store, AccountTeam team, Guid? reader, List<Nudge> nudges, WorkingCalendar calendar, Instant now, CancellationToken cancellation)
    {
        var today = calendar.DateOf(now);
        var key = string.Create(CultureInfo.InvariantCulture, $"morning:{team.Id:N}:{Reader(reader)}:{today:yyyy-MM-dd}");
        if (await store.Posts.AnyAsync(post => post.Key == key, cancellation))
        {
            PutOff(nudges, calendar.At(calendar.AddWorkingDates(today, 1), team.Settings.Morning));
            return 0;
        }

        Attach(nudges, Make(store, team.Id, reader, PostKind.Morning, key, now));
        return 1;
    }

    /// <summary>What someone let through the gate is said at once and on its own, not in tomorrow's morning message.</summary>
    private static async Task<List<Nudge>> Released(Store store, List<Nudge> nudges, CancellationToken cancellation)
    {
        var accounts = nudges.Select(nudge => nudge.AccountId).ToList();
        var overrides = await store.Overrides.Where(released => accounts.Contains(released.AccountId)).ToListAsync(cancellation);
        return [.. nudges.Where(nudge => nudge.Lane != Lane.Severe && overrides.Exists(released => released.Subject == nudge.Subject && released.Cycle == nudge.Cycle))];
    }

    private static string Reader(Guid? reader) => reader?.ToString("N") ?? "all";

    private static void PutOff(List<Nudge> nudges, Instant until)
    {
        foreach (var nudge in nudges) nudge.PostAt = until;
    }

    private static bool IsPostable(WorkingCalendar calendar, Instant now) => calendar.IsOpen(now) || calendar.IsOpen(now - Duration.FromSeconds(1));

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
            LeaseUntil = Instant.FromUnixTimeSeconds(0),
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
