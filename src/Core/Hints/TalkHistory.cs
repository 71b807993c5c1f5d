using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Hints;

/// <summary>Talks of three months, and of the same three months a year before.</summary>
/// <param name="Now">How many there were.</param>
/// <param name="YearBefore">How many there were a year before.</param>
public readonly record struct Season(int Now, int YearBefore);

/// <summary>How an account was talked to over the years, as far as hints ask for it.</summary>
public sealed record TalkHistory
{
    /// <summary>So many of the last talks are looked at for whether they were all alike.</summary>
    public const int LastTalks = 6;

    /// <summary>The months that make a season.</summary>
    public const int SeasonMonths = 3;

    /// <summary>The longest span in which contacts are counted.</summary>
    private const int LongestCeilingDays = 62;

    /// <summary>The day of the last meeting in person; null when there was none.</summary>
    public LocalDate? LastVisit { get; init; }

    /// <summary>The day of the last talk without an agenda; null when there was none.</summary>
    public LocalDate? LastJustTalk { get; init; }

    /// <summary>The day of the first talk; null when there was none.</summary>
    public LocalDate? First { get; init; }

    /// <summary>The kinds of the last talks, the latest first.</summary>
    public IReadOnlyList<InteractionKind> LastKinds { get; init; } = [];

    /// <summary>The days on which the client heard from us in the last weeks, once for each time.</summary>
    public IReadOnlyList<LocalDate> HeardFromUs { get; init; } = [];

    /// <summary>Talks of the season before the first day of a month; known of the month in which it was read.</summary>
    public IReadOnlyDictionary<LocalDate, Season> Seasons { get; init; } = new Dictionary<LocalDate, Season>();

    /// <summary>The first days of the months that it may be, wherever the team is.</summary>
    internal static (LocalDate Earlier, LocalDate Later) MonthsAt(Instant now) =>
        (FirstOfMonth(now.InUtc().Date.PlusDays(-1)), FirstOfMonth(now.InUtc().Date.PlusDays(1)));

    /// <summary>From which day on it is asked how often they heard from us.</summary>
    internal static LocalDate HeardSince(Instant now) => now.InUtc().Date.PlusDays(-LongestCeilingDays);

    /// <summary>The first day of a day's month.</summary>
    public static LocalDate FirstOfMonth(LocalDate day) => new(day.Year, day.Month, 1);

    /// <summary>Whether the client heard from us by it: what they began, agreed status updates and plain notes do not count.</summary>
    private static bool IsFromUs(Interaction noted) => noted is { Direction: Direction.We, IsStatus: false } && noted.Kind != InteractionKind.Note;

    /// <summary>The history of what was noted, as it would be read at an instant.</summary>
    public static TalkHistory Of(IReadOnlyList<Interaction> noted, Instant now)
    {
        ArgumentNullException.ThrowIfNull(noted);
        var talks = noted.Where(talk => talk.IsSubstantive).ToList();
        var (earlier, later) = MonthsAt(now);
        return new TalkHistory
        {
            LastVisit = talks.Where(talk => talk.Kind == InteractionKind.Visit).Max(talk => (LocalDate?)talk.On),
            LastJustTalk = talks.Where(talk => talk.IsJustTalk).Max(talk => (LocalDate?)talk.On),
            First = talks.Min(talk => (LocalDate?)talk.On),
            LastKinds = [.. talks.OrderByDescending(talk => talk.On).ThenByDescending(talk => talk.RecordedAt).Select(talk => talk.Kind).Take(LastTalks)],
            HeardFromUs = [.. noted.Where(other => IsFromUs(other) && other.On >= HeardSince(now)).Select(other => other.On)],
            Seasons = new[] { earlier, later }.Distinct().ToDictionary(month => month, month => new Season(Count(month), Count(month.PlusYears(-1)))),
        };

        int Count(LocalDate until) => talks.Count(talk => talk.On >= until.PlusMonths(-SeasonMonths) && talk.On < until);
    }
}

/// <summary>Reads <see cref="TalkHistory"/>: a few values of every account by the index of its interactions, however long the history is.</summary>
internal sealed class TalkHistoryReader : IFactsReader
{
    public static readonly TalkHistoryReader Instance = new();

    private TalkHistoryReader()
    {
    }

    public Func<Guid, object?> Read(QueryBatch batch, Instant now)
    {
        var (earlier, later) = TalkHistory.MonthsAt(now);
        var rows = batch.Add(new Asked(batch.AccountIds, earlier, later), Values, typeof(Interaction));
        var heard = batch.Add(new { batch.AccountIds, Since = TalkHistory.HeardSince(now) }, static (store, asked) => store.Interactions
            .Where(noted => asked.AccountIds.Contains(noted.AccountId) && noted.On >= asked.Since && noted.Direction == Direction.We && noted.Kind != InteractionKind.Note && !noted.IsStatus)
            .Select(noted => new Heard { AccountId = noted.AccountId, On = noted.On }), typeof(Interaction));
        var byAccount = new Lazy<Dictionary<Guid, Row>>(() => rows.All.ToDictionary(row => row.AccountId));
        var heardOf = new Lazy<ILookup<Guid, LocalDate>>(() => heard.All.ToLookup(one => one.AccountId, one => one.On));
        return accountId => (byAccount.Value.GetValueOrDefault(accountId) ?? new Row()).History(earlier, later, [.. heardOf.Value[accountId]]);
    }

    /// <summary>One row an account. That of a season is only counted of those who were there a year before.</summary>
    private static IQueryable<Row> Values(Store store, Asked asked)
    {
        var (all, talks) = (store.Interactions, store.Interactions.OnlyTalks());
        return store.Accounts.Where(account => asked.AccountIds.Contains(account.Id)).Select(account => new Row
        {
            AccountId = account.Id,
            LastVisit = all.Where(talk => talk.AccountId == account.Id && talk.Kind == InteractionKind.Visit).Max(talk => (LocalDate?)talk.On),
            LastJustTalk = talks.Where(talk => talk.AccountId == account.Id && talk.IsJustTalk).Max(talk => (LocalDate?)talk.On),
            First = talks.Where(talk => talk.AccountId == account.Id).Min(talk => (LocalDate?)talk.On),
            Kind1 = talks.Where(talk => talk.AccountId == account.Id).OrderByDescending(talk => talk.On).ThenByDescending(talk => talk.RecordedAt).Select(talk => (InteractionKind?)talk.Kind).FirstOrDefault(),
            Kind2 = talks.Where(talk => talk.AccountId == account.Id).OrderByDescending(talk => talk.On).ThenByDescending(talk => talk.RecordedAt).Skip(1).Select(talk => (InteractionKind?)talk.Kind).FirstOrDefault(),
            Kind3 = talks.Where(talk => talk.AccountId == account.Id).OrderByDescending(talk => talk.On).ThenByDescending(talk => talk.RecordedAt).Skip(2).Select(talk => (InteractionKind?)talk.Kind).FirstOrDefault(),
            Kind4 = talks.Where(talk => talk.AccountId == account.Id).OrderByDescending(talk => talk.On).ThenByDescending(talk => talk.RecordedAt).Skip(3).Select(talk => (InteractionKind?)talk.Kind).FirstOrDefault(),
            Kind5 = talks.Where(talk => talk.AccountId == account.Id).OrderByDescending(talk => talk.On).ThenByDescending(talk => talk.RecordedAt).Skip(4).Select(talk => (InteractionKind?)talk.Kind).FirstOrDefault(),
            Kind6 = talks.Where(talk => talk.AccountId == account.Id).OrderByDescending(talk => talk.On).ThenByDescending(talk => talk.RecordedAt).Skip(5).Select(talk => (InteractionKind?)talk.Kind).FirstOrDefault(),
            Now = talks.Count(talk => talk.AccountId == account.Id && talk.On >= asked.From && talk.On < asked.Earlier),
            YearBefore = talks.Count(talk => talk.AccountId == account.Id && talk.On >= asked.YearBeforeFrom && talk.On < asked.YearBefore),
            LaterNow = talks.Count(talk => talk.AccountId == account.Id && talk.On >= asked.LaterFrom && talk.On < asked.Later),
            LaterYearBefore = talks.Count(talk => talk.AccountId == account.Id && talk.On >= asked.LaterYearBeforeFrom && talk.On < asked.LaterYearBefore),
        });
    }

    private sealed record Asked(IReadOnlyList<Guid> AccountIds, LocalDate Earlier, LocalDate Later)
    {
        public LocalDate From => SeasonBefore(Earlier);

        public LocalDate YearBefore => Earlier.PlusYears(-1);

        public LocalDate YearBeforeFrom => SeasonBefore(YearBefore);

        public LocalDate LaterFrom => SeasonBefore(Later);

        public LocalDate LaterYearBefore => Later.PlusYears(-1);

        public LocalDate LaterYearBeforeFrom => SeasonBefore(LaterYearBefore);

        private static LocalDate SeasonBefore(LocalDate month) => month.PlusMonths(-TalkHistory.SeasonMonths);
    }

    private sealed class Heard
    {
        public Guid AccountId { get; init; }

        public LocalDate On { get; init; }
    }

    private sealed class Row
    {
        public Guid AccountId { get; init; }

        public LocalDate? LastVisit { get; init; }

        public LocalDate? LastJustTalk { get; init; }

        public LocalDate? First { get; init; }

        public InteractionKind? Kind1 { get; init; }

        public InteractionKind? Kind2 { get; init; }

        public InteractionKind? Kind3 { get; init; }

        public InteractionKind? Kind4 { get; init; }

        public InteractionKind? Kind5 { get; init; }

        public InteractionKind? Kind6 { get; init; }

        public int Now { get; init; }

        public int YearBefore { get; init; }

        public int LaterNow { get; init; }

        public int LaterYearBefore { get; init; }

        public TalkHistory History(LocalDate earlier, LocalDate later, IReadOnlyList<LocalDate> heard) => new()
        {
            LastVisit = LastVisit,
            LastJustTalk = LastJustTalk,
            First = First,
            LastKinds = [.. new[] { Kind1, Kind2, Kind3, Kind4, Kind5, Kind6 }.OfType<InteractionKind>()],
            HeardFromUs = heard,
            Seasons = new Dictionary<LocalDate, Season> { [earlier] = new(Now, YearBefore), [later] = new(LaterNow, LaterYearBefore) },
        };
    }
}
