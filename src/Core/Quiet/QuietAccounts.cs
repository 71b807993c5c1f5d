using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Quiet;

/// <summary>An account that is quiet, or will be soon.</summary>
/// <param name="Account">The account.</param>
/// <param name="QuietFrom">The first day past its floor.</param>
/// <param name="DaysPast">Days past its floor; zero or less while it is still within.</param>
/// <param name="SilentDays">Days since the last talk, as everywhere else; without one, since it was entered.</param>
public sealed record QuietAccount(Account Account, LocalDate QuietFrom, int DaysPast, int SilentDays)
{
    /// <summary>The last talk; null when none is noted.</summary>
    public ClientTalk? LastTalk { get; init; }

    /// <summary>Who had it.</summary>
    public Member? LastTalkBy { get; init; }

    /// <summary>With whom, where that is known.</summary>
    public Contact? LastTalkWith { get; init; }

    /// <summary>What was agreed with the client about how often and how to talk; null where nothing was.</summary>
    public AgreedRhythm? Agreed { get; init; }

    /// <summary>Whether its floor is exceeded.</summary>
    public bool IsQuiet => DaysPast > 0;
}

/// <summary>Quiet accounts in a digest.</summary>
/// <param name="PerTier">How many there are, by tier.</param>
public sealed record QuietFigures(IReadOnlyDictionary<Tier, int> PerTier);

/// <summary>Finds the quiet accounts of a scope, in few queries however many accounts there are.</summary>
public static class QuietAccounts
{
    private const int QuietUrgency = 10;

    /// <summary>Quiet accounts and those that will be within some days, furthest past their floor first.</summary>
    public static async Task<IReadOnlyList<QuietAccount>> QuietAccountsOf(this Store store, IReadOnlyList<IFactsReader> readers, Instant now, int aheadDays, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var quiet = new List<QuietAccount>();
        foreach (var team in await store.Teams.ToListAsync(cancellation)) quiet.AddRange(await OfTeam(store, readers, team, now, aheadDays, cancellation));
        return [.. quiet.OrderByDescending(account => account.DaysPast).ThenBy(account => account.Account.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private static async Task<IReadOnlyList<QuietAccount>> OfTeam(Store store, IReadOnlyList<IFactsReader> readers, AccountTeam team, Instant now, int aheadDays, CancellationToken cancellation)
    {
        var calendar = team.Settings.Calendar();
        var today = calendar.DateOf(now);
        var open = readers.Select(reader => reader.Waiting(store, now)).OfType<IQueryable<Guid>>()
            .Aggregate(store.Accounts.WithUs().Where(account => account.TeamId == team.Id), (accounts, shut) => accounts.Where(account => !shut.Contains(account.Id)));
        var accounts = await open.AsNoTracking().ToListAsync(cancellation);
        var ids = accounts.Select(account => account.Id).ToList();
        var batch = new QueryBatch(store, ids);
        var ofPractices = readers.Where(reader => reader.TellsOfTalks).Select(reader => (Reader: reader, FactsOf: reader.Read(batch, now))).ToList();
        var lastTalk = batch.AddLastTalks(ofPractices);
        await batch.Run(cancellation);
        var nobody = new TeamRoster([], [], []);
        var found = accounts
            .Where(account => ofPractices.PlannedTalk(account.Id, calendar) is not { } planned || planned.Until <= now)
            .Select(FactsOf).Select(facts => (facts.Account, Talk: facts.LastTalk, facts.Floor, facts.Agreed, From: QuietPractice.QuietFrom(facts)))
            .Where(item => item.From <= today.PlusDays(aheadDays)).ToList();
        var people = await People(store, [.. found.Select(item => item.Talk).OfType<ClientTalk>()], cancellation);
        return [.. found.Select(item => new QuietAccount(item.Account, item.From, Period.DaysBetween(item.From, today) + 1, SilentDays(item.Talk, item.From.PlusDays(-item.Floor - 1), today))
        {
            LastTalk = item.Talk,
            LastTalkBy = item.Talk is null ? null : people.Members.GetValueOrDefault(item.Talk.MemberId),
            LastTalkWith = item.Talk?.ContactId is { } contact ? people.Contacts.GetValueOrDefault(contact) : null,
            Agreed = item.Agreed,
        })];

        AccountFacts FactsOf(Account account) => new()
        {
            ReadAt = now,
            Account = account,
            Terms = team.Settings,
            Calendar = calendar,
            Roster = nobody,
            LastTalk = lastTalk(account.Id, calendar),
            Practices = [],
            OfPractices = [.. ofPractices.Select(reader => reader.FactsOf(account.Id)).OfType<object>()],
        };
    }

    /// <summary>Without a talk the days count from the day from which the account was watched.</summary>
    private static int SilentDays(ClientTalk? talk, LocalDate since, LocalDate today) => Period.DaysBetween(talk?.On ?? since, today);

    /// <summary>What quiet accounts bring into a digest.</summary>
    internal static async Task<DigestPart?> ReadDigest(DigestQuestion question, CancellationToken cancellation)
    {
        var quiet = await question.Store.QuietAccountsOf(question.Readers, question.Now, 0, cancellation);
        var needs = quiet.Where(account => account.IsQuiet).Select(account =>
            new DigestNeed(QuietPractice.Kind, QuietPractice.Kind, QuietUrgency, account.Account, question.Zone.AtStartOfDay(question.Today.PlusDays(-account.DaysPast)).ToInstant())
            {
                Contact = account.LastTalkWith,
                Owner = question.Owner(account.Account),
                Count = account.SilentDays,
            });
        return new DigestPart([.. needs], new QuietFigures(Enum.GetValues<Tier>().ToDictionary(tier => tier, tier => quiet.Count(account => account.Account.Tier == tier))));
    }

    private static async Task<(Dictionary<Guid, Member> Members, Dictionary<Guid, Contact> Contacts)> People(Store store, List<ClientTalk> talks, CancellationToken cancellation)
    {
        var (memberIds, contactIds) = (talks.Select(talk => talk.MemberId).Distinct().ToList(), talks.Select(talk => talk.ContactId).OfType<Guid>().ToList());
        return (
            await store.Members.Where(member => memberIds.Contains(member.Id)).AsNoTracking().ToDictionaryAsync(member => member.Id, cancellation),
            await store.Contacts.Where(contact => contactIds.Contains(contact.Id) && contact.State == ContactState.Active).AsNoTracking().ToDictionaryAsync(contact => contact.Id, cancellation));
    }
}
