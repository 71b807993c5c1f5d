using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Digests;

/// <summary>Gathers a digest for the teams of a scope.</summary>
public static class DigestReader
{
    private const int AheadDays = 7;

    /// <summary>Since the same day of the week before, so that no morning falls between two weekly reports.</summary>
    private const int LastDays = 7;

    /// <summary>Gathers it; null when the scope has no team.</summary>
    /// <param name="store">Sees the teams of the digest and no others.</param>
    /// <param name="days">The days to count; null counts the last seven.</param>
    /// <param name="now">When it is made.</param>
    /// <param name="isForManagers">Only those who manage all of these teams read it.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<DigestReport?> DigestOf(this Store store, DateInterval? days, Instant now, bool isForManagers, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var teams = await store.Teams.OrderBy(team => team.CreatedAt).ToListAsync(cancellation);
        if (teams.Count == 0) return null;
        var zone = teams[0].Settings.Calendar().Zone;
        var today = now.InZone(zone).Date;
        var members = await Members(store, cancellation);
        var question = new DigestQuestion(store, zone, now, PracticeCatalog.Facts, members)
        {
            Days = days ?? new DateInterval(today.PlusDays(-LastDays), today),
            FactsOf = (accountIds, stop) => store.FactsOf(accountIds, now, stop),
            IsForManagers = isForManagers,
            IsFirstOfYear = ManagerWeek.IsFirstOfYear(today, teams[0].Settings.Calendar(), teams[0].Settings.Morning),
        };
        var unwanted = teams.ToDictionary(team => team.Id, team => team.Settings.PracticesOff);
        var parts = new List<DigestPart>();
        foreach (var practice in PracticeCatalog.All)
        {
            if (await practice.ReadDigest(question, cancellation) is not { } part) continue;
            parts.Add(part with { Needs = [.. part.Needs.Where(need => (need.Account.IsWithUs || practice.AlsoAfterTheEnd) && !unwanted[need.Account.TeamId].Contains(practice.Kind))] });
        }

        return new DigestReport
        {
            At = now,
            Zone = zone,
            Days = question.Days,
            Weeks = question.Weeks,
            Teams = teams,
            Needs = DigestNeed.Sorted(parts.SelectMany(part => part.Needs)),
            Owed = parts.Sum(part => part.Owed),
            OfPractices = [.. parts.Select(part => part.Figures)],
            Accounts = await store.Accounts.WithUs().CountAsync(cancellation),
            Talks = await Talks(question, cancellation),
            TalksPerTier = await TalksPerTier(question, cancellation),
            TalksPerWeek = await TalksPerWeek(question, cancellation),
            Held = await store.Nudges.CountAsync(nudge => nudge.State == NudgeState.Held && nudge.Held == HeldReason.GateShut && nudge.DueAt <= now, cancellation),
            ComingUp = await ComingUp(question, cancellation),
            Releases = await Releases(question, cancellation),
            ExpiredTalks = isForManagers ? await ExpiredTalks(question, cancellation) : 0,
            Ownerless = await store.Accounts.WithUs().Where(account => !store.Memberships.Any(place => place.TeamId == account.TeamId && place.MemberId == account.OwnerId)).OrderBy(account => account.Name).AsNoTracking().ToListAsync(cancellation),
        };
    }

    private static IQueryable<Interaction> TalksIn(DigestQuestion question, LocalDate from)
    {
        var until = question.Days.End;
        return question.Store.Interactions.OnlyTalks().Where(interaction => interaction.On >= from && interaction.On <= until);
    }

    private static async Task<IReadOnlyList<(InteractionKind Kind, int Count)>> Talks(DigestQuestion question, CancellationToken cancellation)
    {
        var counts = await TalksIn(question, question.Days.Start).GroupBy(interaction => interaction.Kind).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellation);
        return [.. counts.OrderBy(count => count.Key).Select(count => (count.Key, count.Count))];
    }

    private static async Task<IReadOnlyList<(Tier Tier, int Count)>> TalksPerTier(DigestQuestion question, CancellationToken cancellation)
    {
        var tiers = await question.Store.Accounts.Select(account => account.Tier).Distinct().ToListAsync(cancellation);
        var counts = await TalksIn(question, question.Days.Start).Join(question.Store.Accounts, talk => talk.AccountId, account => account.Id, (_, account) => account.Tier)
            .GroupBy(tier => tier).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(count => count.Key, count => count.Count, cancellation);
        return [.. tiers.Order().Select(tier => (tier, counts.GetValueOrDefault(tier)))];
    }

    private static async Task<IReadOnlyList<int>> TalksPerWeek(DigestQuestion question, CancellationToken cancellation)
    {
        var days = await TalksIn(question, question.Weeks[0]).GroupBy(talk => talk.On).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellation);
        return question.PerWeek(days.SelectMany(day => Enumerable.Repeat(day.Key, day.Count)));
    }

    /// <summary>What is personal is for whoever looks after the client, and stands in no report.</summary>
    private static async Task<IReadOnlyList<NudgeLine>> ComingUp(DigestQuestion question, CancellationToken cancellation)
    {
        var (store, kinds, until) = (question.Store, PracticeCatalog.KindsOfDays, question.Now + Duration.FromDays(AheadDays));
        var coming = await store.Nudges.Where(nudge => kinds.Contains(nudge.Kind) && nudge.State == NudgeState.Planned && !nudge.IsDirect && nudge.PostAt <= until)
            .OrderBy(nudge => nudge.PostAt).ThenBy(nudge => nudge.Id).AsNoTracking().ToListAsync(cancellation);
        var facts = (await store.FactsOf([.. coming.Select(nudge => nudge.AccountId).Distinct()], question.Now, cancellation)).ToDictionary(facts => facts.Account.Id);
        // What speaks of no day to come is due already, and stands among what needs someone.
        return [.. coming.Select(nudge => new NudgeLine(nudge, facts[nudge.AccountId])).Where(line => line.Day >= question.Today).DistinctBy(line => line.Nudge.Matter).OrderBy(line => line.Day)];
    }

    private static async Task<IReadOnlyList<Released>> Releases(DigestQuestion question, CancellationToken cancellation)
    {
        var (store, from, until) = (question.Store, question.From, question.Until);
        var rows = await store.Overrides.Where(released => released.At >= from && released.At < until).OrderBy(released => released.At).AsNoTracking().ToListAsync(cancellation);
        var accounts = await Accounts(store, [.. rows.Select(row => row.AccountId)], cancellation);
        return [.. rows.Select(row => new Released(accounts[row.AccountId], question.Members.GetValueOrDefault((row.TeamId, row.MemberId)), row.Reason, row.At))];
    }

    private static Task<int> ExpiredTalks(DigestQuestion question, CancellationToken cancellation)
    {
        var (from, until) = (question.From, question.Until);
        return question.Store.Audit.Where(entry => entry.Act == PrivacyAct.TalksExpired && entry.At >= from && entry.At < until).SumAsync(entry => entry.Count, cancellation);
    }

    private static Task<Dictionary<Guid, Account>> Accounts(Store store, List<Guid> ids, CancellationToken cancellation) =>
        store.Accounts.Where(account => ids.Contains(account.Id)).AsNoTracking().ToDictionaryAsync(account => account.Id, cancellation);

    private static Task<Dictionary<(Guid TeamId, Guid Id), Member>> Members(Store store, CancellationToken cancellation) =>
        store.Memberships.Join(store.Members, place => place.MemberId, member => member.Id, (place, member) => new { place.TeamId, Member = member })
            .AsNoTracking().ToDictionaryAsync(row => (row.TeamId, row.Member.Id), row => row.Member, cancellation);
}
