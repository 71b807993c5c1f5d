using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Satisfaction;

/// <summary>
/// Nobody has asked for half a year whether they are content with the work itself (practice H11). A person asks, in a talk; the answer is one
/// press. Not while something is wrong: then everybody knows.
/// </summary>
public sealed class SatisfactionHint() : HintPractice(Kind, 1, Period.FromMonths(3)), IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public new const string Kind = "satisfaction-hint";

    /// <summary>Somebody asked since.</summary>
    public const string Asked = "Asked";

    /// <summary>Months after which it is worth asking again.</summary>
    public const int Months = 6;

    /// <inheritdoc/>
    public override IReadOnlyList<IFactsReader> Facts { get; } = [HintFactsReader.Instance, new SatisfactionFactsReader()];

    /// <inheritdoc/>
    protected override bool IsGated => true;

    /// <summary>The day from which it is worth asking: also the question in a brief, which costs no budget.</summary>
    public static LocalDate AskFrom(AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return LocalDate.Max(facts.Account.CountsFrom, facts.Of<SatisfactionFacts>()?.Last.On ?? LocalDate.MinIsoValue).PlusMonths(Months);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryEntry>> ReadStory(StoryQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        var contact = question.ContactId;
        var notes = await question.Among(question.Store.SatisfactionNotes).Where(note => contact == null || note.ContactId == contact)
            .OrderByDescending(note => note.On).ThenByDescending(note => note.NotedAt).AsNoTracking().Take(question.Most).ToListAsync(cancellation);
        return [.. notes.Select(note => new StoryEntry(note.AccountId, note.On, note.NotedAt, note) { Kind = Kind, ContactId = note.ContactId, MemberId = note.MemberId, Text = note.Text })];
    }

    /// <inheritdoc/>
    protected override (HintReason? Reason, Instant? LookAgain) ReasonFor(AccountFacts facts, Instant now) => (new HintReason(AskFrom(facts)), null);

    /// <inheritdoc/>
    protected override Act? Followed(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Of<SatisfactionFacts>()?.Last is { } last && last.NotedAt >= nudge.PostedAt ? new Act(Asked, last.MemberId, last.NotedAt) : null;
    }
}
