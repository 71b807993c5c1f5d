using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Expectations;

/// <summary>One event of an expectation in a client's story.</summary>
/// <param name="Kind">What happened, in a stable word of <see cref="ExpectationPractice"/>.</param>
public sealed record ExpectationEvent(string Kind);

/// <summary>What agreed expectations want said (practice H5): on their day, whether they still hold, to whoever looks after the client.</summary>
public sealed class ExpectationPractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "expectation";

    /// <summary>See whether it still holds.</summary>
    public const string LookAgain = "review-expectation";

    /// <summary>It was agreed.</summary>
    public const string Agreed = "Agreed";

    /// <summary>It still holds.</summary>
    public const string Holds = "Holds";

    /// <summary>It is done, or holds no more.</summary>
    public const string Ended = "Ended";

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IFactsReader> Facts { get; } = [ExpectationFactsReader.Instance];

    /// <inheritdoc/>
    public Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new Review([.. facts.OpenExpectations.Where(expectation => expectation.ReviewOn is not null).Select(expectation => new NudgeRequest(
            MatterOf(expectation), new Cycle("review", expectation.ReviewOn!.Value), expectation.SetAt, LookAgain, Lane.StayClose,
            facts.Calendar.At(expectation.ReviewOn.Value, facts.Terms.Morning), Climb.Never) { IsPersonal = true })]);
    }

    /// <inheritdoc/>
    public bool Has(Guid subject, AccountFacts facts) => facts.Expectation(subject) is not null;

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        if (facts.Expectation(nudge.Subject) is not { } expectation) return null;
        if (expectation is { EndedAt: { } ended, EndedBy: { } by } && ended >= nudge.PostedAt) return new Act(Ended, by, ended);
        return expectation.SetAt >= nudge.PostedAt ? new Act(Holds, expectation.SetBy, expectation.SetAt) : null;
    }

    /// <inheritdoc/>
    public Guid? ContactOf(Guid subject, AccountFacts facts) => facts.Expectation(subject)?.ContactId;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryEntry>> ReadStory(StoryQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        var contact = question.ContactId;
        var agreed = await question.Among(question.Store.Expectations).Where(expectation => contact == null || expectation.ContactId == contact)
            .OrderByDescending(expectation => expectation.NotedAt).AsNoTracking().Take(question.Most).ToListAsync(cancellation);
        return StoryEntry.Newest(agreed.SelectMany(Told), question.Most);

        IEnumerable<StoryEntry> Told(Expectation expectation)
        {
            // Words that were looked for may stand in what it takes, or could prevent it.
            var words = question.Words.Count > 0 ? string.Join(" – ", new[] { expectation.Goal, expectation.Conditions, expectation.Obstacles }.Where(part => part.Length > 0)) : expectation.Goal;
            yield return Entry(Agreed, expectation.AgreedOn, expectation.NotedAt, expectation.MemberId) with { Text = words };
            if (expectation.EndedAt is { } ended && question.Words.Count == 0) yield return Entry(Ended, question.CalendarOf(expectation.TeamId).DateOf(ended), ended, expectation.EndedBy);

            StoryEntry Entry(string kind, LocalDate on, Instant at, Guid? by) =>
                new(expectation.AccountId, on, at, new ExpectationEvent(kind)) { Kind = Kind, ContactId = expectation.ContactId, MemberId = by };
        }
    }

    /// <summary>The matter of an expectation.</summary>
    public static Matter MatterOf(Expectation expectation)
    {
        ArgumentNullException.ThrowIfNull(expectation);
        return new Matter(Kind, expectation.Id);
    }
}
