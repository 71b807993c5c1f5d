using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Digests;

/// <summary>Gathers a digest for the teams of a scope.</summary>
public static class DigestReader
{
    private static readonly Duration LastWeek = Duration.FromDays(7);

    /// <summary>Gathers it; null when the scope has no team.</summary>
    /// <param name="store">Sees the teams of the digest and no others.</param>
    /// <param name="now">When it is made.</param>
    /// <param name="isForManagers">Only those who manage all of these teams read it.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<DigestReport?> DigestOf(this Store store, Instant now, bool isForManagers, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var teams = await store.Teams.OrderBy(team => team.CreatedAt).ToListAsync(cancellation);
        if (teams.Count == 0) return null;
        var zone = teams[0].Settings.Calendar().Zone;
        var today = now.InZone(zone).Date;
        var members = await Members(store, cancellation);
        var question = new DigestQuestion(store, zone, now, PracticeCatalog.Facts, members)
        {
            IsForManagers = isForManagers, IsFirstOfYear = ManagerWeek.IsFirstOfYear(today, teams[0].Settings.Calendar(), teams[0].Settings.Morning),
        };
        var parts = new List<DigestPart>();
        foreach (var practice in PracticeCatalog.All)
        {
            if (await practice.ReadDigest(question, cancellation) is not { } part) continue;
            parts.Add(part with { Needs = [.. part.Needs.Where(need => need.Account.IsWithUs || practice.AlsoAfterTheEnd)] });
        }

        return new DigestReport
        {
            At = now,
            Zone = zone,
            Teams = teams,
            Needs = DigestNeed.Sorted(parts.SelectMany(part => part.Needs)),
            Owed = parts.Sum(part => part.Owed),
            OfPractices = [.. parts.Select(part => part.Figures)],
            Accounts = await store.Accounts.WithUs().CountAsync(cancellation),
            Talks = await Talks(store, today, cancellation),
            Releases = await Releases(store, members, now - LastWeek, cancellation),
            Ownerless = await store.Accounts.WithUs().Where(account => !store.Memberships.Any(place => place.TeamId == account.TeamId && place.MemberId == account.OwnerId)).OrderBy(account => account.Name).AsNoTracking().ToListAsync(cancellation),
        };
    }

    private static async Task<IReadOnlyList<(InteractionKind Kind, int Count)>> Talks(Store store, LocalDate today, CancellationToken cancellation)
    {
        var from = today.PlusDays(-6);
        var counts = await store.Interactions.OnlyTalks().Where(interaction => interaction.On >= from && interaction.On <= today)
            .GroupBy(interaction => interaction.Kind).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellation);
        return [.. counts.OrderBy(count => count.Key).Select(count => (count.Key, count.Count))];
    }

    private static async Task<IReadOnlyList<Released>> Releases(Store store, Dictionary<(Guid TeamId, Guid Id), Member> members, Instant from, CancellationToken cancellation)
    {
        var rows = await store.Overrides.Where(released => released.At >= from).OrderBy(released => released.At).AsNoTracking().ToListAsync(cancellation);
        var accounts = await Accounts(store, [.. rows.Select(row => row.AccountId)], cancellation);
        return [.. rows.Select(row => new Released(accounts[row.AccountId], members.GetValueOrDefault((row.TeamId, row.MemberId)), row.Reason, row.At))];
    }

    private static Task<Dictionary<Guid, Account>> Accounts(Store store, List<Guid> ids, CancellationToken cancellation) =>
        store.Accounts.Where(account => ids.Contains(account.Id)).AsNoTracking().ToDictionaryAsync(account => account.Id, cancellation);

    private static Task<Dictionary<(Guid TeamId, Guid Id), Member>> Members(Store store, CancellationToken cancellation) =>
        store.Memberships.Join(store.Members, place => place.MemberId, member => member.Id, (place, member) => new { place.TeamId, Member = member })
            .AsNoTracking().ToDictionaryAsync(row => (row.TeamId, row.Member.Id), row => row.Member, cancellation);
}
