using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Practices;

/// <summary>What a digest asks every practice.</summary>
/// <param name="Store">Sees the teams of the digest and no others.</param>
/// <param name="Zone">The zone of its days.</param>
/// <param name="Now">When it is made.</param>
/// <param name="Readers">The facts readers of all practices.</param>
/// <param name="Members">Who is in which team.</param>
public sealed record DigestQuestion(
    Store Store, DateTimeZone Zone, Instant Now, IReadOnlyList<IFactsReader> Readers, IReadOnlyDictionary<(Guid TeamId, Guid Id), Member> Members)
{
    /// <summary>Weeks that charts show, the last of them the one in which the days end.</summary>
    private const int ChartWeeks = 12;

    /// <summary>The days that are counted. What needs someone is always as things stand now.</summary>
    public required DateInterval Days { get; init; }

    /// <summary>Reads all that is known of accounts of the scope.</summary>
    public required Func<IReadOnlyList<Guid>, CancellationToken, Task<IReadOnlyList<AccountFacts>>> FactsOf { get; init; }

    /// <summary>Only those who manage all of these teams read it.</summary>
    public bool IsForManagers { get; init; }

    /// <summary>It is made in the first week of a year, in which one looks back.</summary>
    public bool IsFirstOfYear { get; init; }

    /// <summary>The day on which it is made.</summary>
    public LocalDate Today => Now.InZone(Zone).Date;

    /// <summary>When the days begin.</summary>
    public Instant From => Zone.AtStartOfDay(Days.Start).ToInstant();

    /// <summary>When they are over.</summary>
    public Instant Until => Zone.AtStartOfDay(Days.End.PlusDays(1)).ToInstant();

    /// <summary>The Mondays of the weeks that charts show, oldest first.</summary>
    public IReadOnlyList<LocalDate> Weeks => [.. Enumerable.Range(0, ChartWeeks).Select(week => Monday(Days.End).PlusWeeks(week - ChartWeeks + 1))];

    /// <summary>When those weeks begin.</summary>
    public Instant WeeksFrom => Zone.AtStartOfDay(Weeks[0]).ToInstant();

    /// <summary>How many of some instants lie in each of those weeks.</summary>
    public IReadOnlyList<int> PerWeek(IEnumerable<Instant> instants) => PerWeek(instants.Select(at => at.InZone(Zone).Date));

    /// <summary>How many of some days lie in each of those weeks.</summary>
    public IReadOnlyList<int> PerWeek(IEnumerable<LocalDate> days)
    {
        var counts = days.CountBy(Monday).ToDictionary();
        return [.. Weeks.Select(week => counts.GetValueOrDefault(week))];
    }

    private static LocalDate Monday(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);

    /// <summary>Who looks after an account, if they are still in its team.</summary>
    public Member? Owner(Account account) => account.OwnerId is { } owner ? Members.GetValueOrDefault((account.TeamId, owner)) : null;
}

/// <summary>The middle of several figures.</summary>
public static class Medians
{
    /// <summary>The middle one, of an even number the shorter of both; null of none.</summary>
    public static Duration? Median(this IEnumerable<Duration> durations)
    {
        var sorted = durations.Order().ToList();
        return sorted.Count == 0 ? null : sorted[(sorted.Count - 1) / 2];
    }

    /// <summary>The middle one, of an even number the mean of both; null of none.</summary>
    public static int? Median(this IEnumerable<int> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}

/// <summary>One thing that needs someone first.</summary>
/// <param name="Kind">The practice's kind.</param>
/// <param name="Reason">Why, in a stable word of the practice.</param>
/// <param name="Urgency">Smaller is more pressing: below 10 the client waits, from 10 on nobody does.</param>
/// <param name="Account">The account.</param>
/// <param name="Since">Since when.</param>
public sealed record DigestNeed(string Kind, string Reason, int Urgency, Account Account, Instant Since)
{
    /// <summary>The contact it is about.</summary>
    public Contact? Contact { get; init; }

    /// <summary>Who looks after the account.</summary>
    public Member? Owner { get; init; }

    /// <summary>How often or for how many days, where the reason counts something.</summary>
    public int Count { get; init; }

    /// <summary>Most pressing first; within the same urgency, longest first.</summary>
    public static IReadOnlyList<DigestNeed> Sorted(IEnumerable<DigestNeed> needs) =>
        [.. needs.OrderBy(need => need.Urgency).ThenBy(need => need.Since).ThenBy(need => need.Account.Name, StringComparer.OrdinalIgnoreCase)];
}

/// <summary>What a practice brings into a digest.</summary>
/// <param name="Needs">What needs someone.</param>
/// <param name="Figures">Its figures, in a type of its own.</param>
public sealed record DigestPart(IReadOnlyList<DigestNeed> Needs, object Figures)
{
    /// <summary>How much is owed to clients, pressing or not.</summary>
    public int Owed { get; init; }
}
