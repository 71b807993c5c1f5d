using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Hooks;

/// <summary>
/// Small notes for the next talk (practice F2). They want nothing said by themselves: they stand in the brief and below what asks for a talk,
/// until one was noted or their time is over.
/// </summary>
public sealed class HookPractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "hook";

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IFactsReader> Facts { get; } = [new HookFactsReader()];

    /// <inheritdoc/>
    public Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new Review([], All(facts).Select(facts.GoesAt).Where(at => at > now).Cast<Instant?>().Min());
    }

    /// <inheritdoc/>
    public IEnumerable<IPassing> Gone(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return All(facts).Where(hook => facts.GoesAt(hook) <= now);
    }

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts) => null;

    /// <inheritdoc/>
    public bool KnowsWhatTheyLike(AccountFacts facts, Guid contactId)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return All(facts).Any(hook => hook.ContactId == contactId);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryEntry>> ReadStory(StoryQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        var contact = question.ContactId;
        var hooks = await question.Among(question.Store.Hooks).Where(hook => contact == null || hook.ContactId == contact)
            .OrderByDescending(hook => hook.On).ThenByDescending(hook => hook.NotedAt).AsNoTracking().Take(question.Most).ToListAsync(cancellation);
        return [.. hooks.Select(hook => new StoryEntry(hook.AccountId, hook.On, hook.NotedAt, hook)
        {
            Kind = Kind,
            ContactId = hook.ContactId,
            MemberId = hook.MemberId,
            Text = hook.Text,
        })];
    }

    private static IReadOnlyList<Hook> All(AccountFacts facts) => facts.Of<HookFacts>()?.All ?? [];
}
