using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.OwnLine;

/// <summary>Teams whose managers might ring their own number.</summary>
/// <param name="TeamIds">The teams.</param>
public sealed record OwnLineFigures(IReadOnlyList<Guid> TeamIds);

/// <summary>
/// Ring your own number and hear what clients hear (practice F14): a line in the manager's week, once a quarter. It is about no client and sends
/// nothing by itself.
/// </summary>
public sealed class OwnLinePractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "own-line";

    private const int MonthsOfQuarter = 3;

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public int? HintImportance => 11;

    /// <summary>Whether a day lies in the first week of a quarter's manager's weeks.</summary>
    public static bool IsFirstWeek(LocalDate day) => QuarterOf(day) != QuarterOf(day.PlusDays(-7));

    /// <inheritdoc/>
    public Review Review(AccountFacts facts, Instant now) => Practices.Review.Nothing;

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts) => null;

    /// <inheritdoc/>
    public async Task<DigestPart?> ReadDigest(DigestQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (!IsFirstWeek(question.Today)) return null;
        var teams = await question.Store.Teams.AsNoTracking().ToListAsync(cancellation);
        var due = teams.Where(team => team.Settings.Suggests(Kind) && (team.OwnLineTriedOn is not { } tried || QuarterOf(tried) != QuarterOf(question.Today))).Select(team => team.Id).ToList();
        return due.Count == 0 ? null : new DigestPart([], new OwnLineFigures(due));
    }

    private static (int Year, int Quarter) QuarterOf(LocalDate day) => (day.Year, (day.Month - 1) / MonthsOfQuarter);
}
