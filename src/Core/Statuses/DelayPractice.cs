using AccountNudge.Core.Calendar;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Statuses;

/// <summary>Delays in a digest.</summary>
/// <param name="Untold">How many there are of which the client has not heard, as far as we know.</param>
public sealed record DelayFigures(int Untold);

/// <summary>What delays want said (practice C4): one working day after one was noted, unless the client has heard from us since.</summary>
public sealed class DelayPractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "delay";

    /// <summary>Tell the client.</summary>
    public const string Tell = "tell-of-delay";

    /// <summary>Somebody said that the client knows.</summary>
    public const string Told = "Told";

    /// <summary>A word to the client was noted.</summary>
    public const string Heard = "Heard";

    private const int GraceDays = 1;
    private const int Urgency = 5;

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IFactsReader> Facts { get; } = [StatusFactsReader.Instance];

    /// <inheritdoc/>
    public bool IsOwed => true;

    /// <inheritdoc/>
    public Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new Review([.. facts.UntoldDelays.Select(delay => new NudgeRequest(
            MatterOf(delay), new Cycle("noted", delay.NotedAt), delay.NotedAt, Tell, Lane.WeOwe, TellBy(delay, facts), Climb.Again))]);
    }

    /// <inheritdoc/>
    public bool PassTime(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var isNew = false;
        foreach (var delay in facts.Delays) isNew |= delay.Hear(facts.HeardOf(delay)?.RecordedAt);
        return isNew;
    }

    /// <inheritdoc/>
    public IEnumerable<OwedMatter> Owed(AccountFacts facts) => facts.UntoldDelays.Select(delay => new OwedMatter(MatterOf(delay), delay.NotedAt, TellBy(delay, facts)));

    /// <inheritdoc/>
    public bool Has(Guid subject, AccountFacts facts) => facts.Delay(subject) is not null;

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        if (facts.Delay(nudge.Subject) is not { } delay) return null;
        if (delay.ToldAt is { } told && told >= nudge.PostedAt) return new Act(Told, delay.ToldBy!.Value, told);
        return facts.HeardOf(delay) is { } word && word.RecordedAt >= nudge.PostedAt ? new Act(Heard, word.MemberId, word.RecordedAt) : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OpenMatter>> ReadOpen(Store store, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var open = await store.Delays.Where(delay => delay.ToldAt == null && delay.HeardAt == null).AsNoTracking().ToListAsync(cancellation);
        var due = (await store.Nudges.Where(nudge => nudge.Kind == Kind && nudge.State < NudgeState.Acted).Select(nudge => new { nudge.Subject, nudge.DueAt }).ToListAsync(cancellation))
            .ToLookup(nudge => nudge.Subject, nudge => (Instant?)nudge.DueAt);
        return [.. open.Select(delay => new OpenMatter(delay.AccountId, new OwedMatter(MatterOf(delay), delay.NotedAt, due[delay.Id].FirstOrDefault())))];
    }

    /// <inheritdoc/>
    public async Task<DigestPart?> ReadDigest(DigestQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        var store = question.Store;
        var untold = await store.Delays.Where(delay => delay.ToldAt == null && delay.HeardAt == null)
            .Join(store.Accounts, delay => delay.AccountId, account => account.Id, (delay, account) => new { delay, account }).AsNoTracking().ToListAsync(cancellation);
        var teams = await store.Teams.AsNoTracking().ToDictionaryAsync(team => team.Id, team => team.Settings.Calendar(), cancellation);
        // Until then nobody was asked, and there is nothing for anybody else to do.
        var late = untold.Where(pair => TellBy(pair.delay, teams[pair.account.TeamId]) <= question.Now);
        var needs = late.Select(pair => new DigestNeed(Kind, Tell, Urgency, pair.account, pair.delay.NotedAt)
        {
            Owner = question.Owner(pair.account),
            Count = Period.DaysBetween(pair.delay.NotedAt.InZone(question.Zone).Date, question.Today),
        });
        return new DigestPart([.. needs], new DelayFigures(untold.Count)) { Owed = untold.Count };
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryEntry>> ReadStory(StoryQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        // Of whom there a delay is, nobody says.
        if (question.ContactId is not null) return [];
        var delays = await question.Among(question.Store.Delays).OrderByDescending(delay => delay.NotedAt).AsNoTracking().Take(question.Most).ToListAsync(cancellation);
        return [.. delays.Select(delay => new StoryEntry(delay.AccountId, question.CalendarOf(delay.TeamId).DateOf(delay.NotedAt), delay.NotedAt, delay)
        {
            Kind = Kind,
            MemberId = delay.MemberId,
            Text = delay.Text,
        })];
    }

    /// <summary>Until when the client should have heard of it.</summary>
    public static Instant TellBy(Delay delay, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(delay);
        ArgumentNullException.ThrowIfNull(facts);
        return TellBy(delay, facts.Calendar);
    }

    private static Instant TellBy(Delay delay, WorkingCalendar calendar) => calendar.AddWorkingDays(delay.NotedAt, GraceDays);

    /// <summary>The matter of a delay.</summary>
    public static Matter MatterOf(Delay delay)
    {
        ArgumentNullException.ThrowIfNull(delay);
        return new Matter(Kind, delay.Id);
    }
}
