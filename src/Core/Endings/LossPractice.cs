using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Endings;

/// <summary>One event of a loss in a client's story.</summary>
/// <param name="Kind">What happened, in a stable word of <see cref="LossPractice"/>.</param>
/// <param name="Loss">The loss.</param>
public sealed record LossEvent(string Kind, Loss Loss);

/// <summary>A look back at how relationships ended (practice H4), in the first week of a year.</summary>
/// <param name="Year">The year that is over.</param>
/// <param name="Reasons">Why clients left in it, most frequent first; null where nobody has said so.</param>
/// <param name="Parted">With how many of them we parted.</param>
public sealed record EndingFigures(int Year, IReadOnlyList<(LossReason? Reason, int Count)> Reasons, int Parted)
{
    /// <summary>How long relationships lasted that have ended, in months: as many were longer as were shorter. Null where none is known.</summary>
    public int? MedianMonths { get; init; }

    /// <summary>Of how many relationships that is known.</summary>
    public int Known { get; init; }
}

/// <summary>
/// That a client has left (practice H10). Nothing of it is asked about unless somebody wants to be reminded once, see <see cref="ReturnHint"/>.
/// </summary>
public sealed class LossPractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "loss";

    /// <summary>They left.</summary>
    public const string Left = "Left";

    /// <summary>They came back.</summary>
    public const string CameBack = "CameBack";

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IFactsReader> Facts { get; } = [EndingFactsReader.Instance];

    /// <inheritdoc/>
    public bool AlsoAfterTheEnd => true;

    /// <inheritdoc/>
    public Review Review(AccountFacts facts, Instant now) => Practices.Review.Nothing;

    /// <inheritdoc/>
    public bool Has(Guid subject, AccountFacts facts) => facts.Loss(subject) is not null;

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts) => null;

    /// <inheritdoc/>
    public async Task<DigestPart?> ReadDigest(DigestQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question is not { IsForManagers: true, IsFirstOfYear: true }) return null;
        var (store, year) = (question.Store, question.Today.Year - 1);
        var losses = await store.Losses.Join(store.Accounts, loss => loss.AccountId, account => account.Id, (loss, account) => new { loss, account.Since }).AsNoTracking().ToListAsync(cancellation);
        var partings = await store.Partings.Where(parting => parting.PartedAt != null)
            .Join(store.Accounts, parting => parting.AccountId, account => account.Id, (parting, account) => new { parting.PartedAt, account.Since }).AsNoTracking().ToListAsync(cancellation);
        var ends = losses.Select(row => (row.Since, On: row.loss.On)).Concat(partings.Select(row => (row.Since, On: row.PartedAt!.Value.InZone(question.Zone).Date))).ToList();
        var months = ends.Where(end => end.Since <= end.On).Select(end => Period.Between(end.Since!.Value, end.On, PeriodUnits.Months).Months).ToList();
        var figures = new EndingFigures(
            year,
            [.. losses.Where(row => row.loss.On.Year == year).CountBy(row => (int?)row.loss.CountsAs ?? int.MaxValue).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key)
                .Select(pair => (pair.Key == int.MaxValue ? null : (LossReason?)pair.Key, pair.Value))],
            partings.Count(row => row.PartedAt!.Value.InZone(question.Zone).Year == year))
        { MedianMonths = months.Median(), Known = months.Count };
        return figures is { Reasons.Count: 0, Parted: 0, Known: 0 } ? null : new DigestPart([], figures);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryEntry>> ReadStory(StoryQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        // It names nobody at the client.
        if (question.ContactId is not null) return [];
        var losses = await question.Among(question.Store.Losses).OrderByDescending(loss => loss.NotedAt).AsNoTracking().Take(question.Most).ToListAsync(cancellation);
        return StoryEntry.Newest(losses.SelectMany(Told), question.Most);

        IEnumerable<StoryEntry> Told(Loss loss)
        {
            yield return Entry(Left, loss.NotedAt, loss.MemberId) with { Text = loss.Text };
            // Words that were looked for can only be those of why.
            if (loss.ReturnedAt is { } back && question.Words.Count == 0) yield return Entry(CameBack, back, loss.ReturnedBy);

            StoryEntry Entry(string kind, Instant at, Guid? by) => new(loss.AccountId, question.CalendarOf(loss.TeamId).DateOf(at), at, new LossEvent(kind, loss)) { Kind = Kind, MemberId = by };
        }
    }

    /// <summary>The matter of a loss.</summary>
    public static Matter MatterOf(Loss loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        return new Matter(Kind, loss.Id);
    }
}
