using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Digests;

/// <summary>Gathers a digest for the teams of a scope.</summary>
public static class DigestReader
{
    private const int Weeks = 6;
    private static readonly Duration LastWeek = Duration.FromDays(7);

    /// <summary>Gathers it; null when the scope has no team.</summary>
    public static async Task<DigestReport?> DigestOf(this Store store, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var teams = await store.Teams.OrderBy(team => team.CreatedAt).ToListAsync(cancellation);
        if (teams.Count == 0) return null;
        var zone = teams[0].Settings.Calendar().Zone;
        var today = now.InZone(zone).Date;
        var quiet = await store.QuietAccountsOf(now, 0, cancellation);
        return new DigestReport
        {
            At = now,
            Zone = zone,
            Teams = teams,
            Needs = Needs.Sorted([.. await Complaining(store, now, cancellation), .. await Silent(store, quiet, zone, today, cancellation)]),
            Accounts = await store.Accounts.CountAsync(cancellation),
            OpenComplaints = await store.Complaints.CountAsync(complaint => complaint.ClosedAt == null, cancellation),
            Weeks = await PerWeek(store, zone, today, cancellation),
            QuietPerTier = Enum.GetValues<Tier>().ToDictionary(tier => tier, tier => quiet.Count(account => account.Account.Tier == tier)),
            Talks = await Talks(store, today, cancellation),
            Releases = await Releases(store, now - LastWeek, cancellation),
            Ownerless = await store.Accounts.Where(account => !store.Memberships.Any(place => place.TeamId == account.TeamId && place.MemberId == account.OwnerId)).OrderBy(account => account.Name).AsNoTracking().ToListAsync(cancellation),
        };
    }

    private static async Task<IReadOnlyList<DigestNeed>> Complaining(Store store, Instant now, CancellationToken cancellation)
    {
        var open = await store.Complaints.Where(complaint => complaint.ClosedAt == null).AsNoTracking().ToListAsync(cancellation);
        var pressing = open.Select(complaint => (Complaint: complaint, Need: Needs.Of(complaint, now))).Where(pair => pair.Need is not null).ToList();
        var accounts = await Accounts(store, [.. pressing.Select(pair => pair.Complaint.AccountId)], cancellation);
        var contactIds = pressing.Select(pair => pair.Complaint.ContactId).OfType<Guid>().ToList();
        var contacts = await store.Contacts.Where(contact => contactIds.Contains(contact.Id)).AsNoTracking().ToDictionaryAsync(contact => contact.Id, cancellation);
        var members = await Members(store, cancellation);
        return [.. pressing.Select(pair => new DigestNeed(pair.Need!.Value.Kind, accounts[pair.Complaint.AccountId], pair.Need.Value.Since)
        {
            Complaint = pair.Complaint,
            Contact = pair.Complaint.ContactId is { } contact ? contacts.GetValueOrDefault(contact) : null,
            Owner = accounts[pair.Complaint.AccountId] is { OwnerId: { } owner, TeamId: var team } ? members.GetValueOrDefault((team, owner)) : null,
        })];
    }

    private static async Task<IEnumerable<DigestNeed>> Silent(Store store, IReadOnlyList<QuietAccount> quiet, DateTimeZone zone, LocalDate today, CancellationToken cancellation)
    {
        var members = await Members(store, cancellation);
        return quiet.Where(account => account.IsQuiet).Select(account => new DigestNeed(NeedKind.Quiet, account.Account, zone.AtStartOfDay(today.PlusDays(-account.DaysPast)).ToInstant())
        {
            Contact = account.LastTalkWith,
            Owner = account.Account is { OwnerId: { } owner, TeamId: var team } ? members.GetValueOrDefault((team, owner)) : null,
            SilentDays = account.SilentDays,
        });
    }

    private static async Task<IReadOnlyList<ComplaintWeek>> PerWeek(Store store, DateTimeZone zone, LocalDate today, CancellationToken cancellation)
    {
        var from = zone.AtStartOfDay(today.PlusWeeks(-Weeks)).ToInstant();
        var opened = await store.Complaints.Where(complaint => complaint.OpenedAt >= from).Select(complaint => complaint.OpenedAt).ToListAsync(cancellation);
        var confirmed = await store.Complaints.Where(complaint => complaint.ClosedAt >= from && complaint.State == ComplaintState.Confirmed).Select(complaint => complaint.ClosedAt!.Value).ToListAsync(cancellation);
        return Needs.PerWeek(opened.Select(at => at.InZone(zone).Date), confirmed.Select(at => at.InZone(zone).Date), today, Weeks);
    }

    private static async Task<IReadOnlyList<(InteractionKind Kind, int Count)>> Talks(Store store, LocalDate today, CancellationToken cancellation)
    {
        var from = today.PlusDays(-6);
        var counts = await store.Interactions.Where(interaction => interaction.On >= from && interaction.On <= today && interaction.Kind < InteractionKind.Greeting)
            .GroupBy(interaction => interaction.Kind).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellation);
        return [.. counts.OrderBy(count => count.Key).Select(count => (count.Key, count.Count))];
    }

    private static async Task<IReadOnlyList<Released>> Releases(Store store, Instant from, CancellationToken cancellation)
    {
        var rows = await store.Overrides.Where(released => released.At >= from).OrderBy(released => released.At).AsNoTracking().ToListAsync(cancellation);
        var accounts = await Accounts(store, [.. rows.Select(row => row.AccountId)], cancellation);
        var members = await Members(store, cancellation);
        return [.. rows.Select(row => new Released(accounts[row.AccountId], members.GetValueOrDefault((row.TeamId, row.MemberId)), row.Reason, row.At))];
    }

    private static Task<Dictionary<Guid, Account>> Accounts(Store store, List<Guid> ids, CancellationToken cancellation) =>
        store.Accounts.Where(account => ids.Contains(account.Id)).AsNoTracking().ToDictionaryAsync(account => account.Id, cancellation);

    private static Task<Dictionary<(Guid TeamId, Guid Id), Member>> Members(Store store, CancellationToken cancellation) =>
        store.Memberships.Join(store.Members, place => place.MemberId, member => member.Id, (place, member) => new { place.TeamId, Member = member })
            .AsNoTracking().ToDictionaryAsync(row => (row.TeamId, row.Member.Id), row => row.Member, cancellation);
}
