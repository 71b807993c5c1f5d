using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Endings;

/// <summary>One event of a parting in a client's story.</summary>
/// <param name="Kind">What happened, in a stable word of <see cref="PartingPractice"/>.</param>
public sealed record PartingEvent(string Kind);

/// <summary>What parting well wants said (practice H9): what is still to be settled, and week by week again until it is.</summary>
public sealed class PartingPractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "parting";

    /// <summary>Settle what is left.</summary>
    public const string Settle = "settle-parting";

    /// <summary>We began to part.</summary>
    public const string Begun = "Begun";

    /// <summary>Everything is settled; also a settlement.</summary>
    public const string Parted = "Parted";

    /// <summary>Something was settled.</summary>
    public const string Settled = "Settled";

    /// <summary>They came back, or stayed after all.</summary>
    public const string CameBack = "CameBack";

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IFactsReader> Facts { get; } = [EndingFactsReader.Instance];

    /// <inheritdoc/>
    public bool AlsoAfterTheEnd => true;

    /// <inheritdoc/>
    public bool IsOwed => true;

    /// <inheritdoc/>
    public Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.CurrentParting is { IsOpen: true } parting
            ? new Review([new NudgeRequest(MatterOf(parting), new Cycle("part", SinceOf(parting)), parting.BegunAt, Settle, Lane.WeOwe, DueAt(parting, facts), Climb.Again)])
            : Practices.Review.Nothing;
    }

    /// <inheritdoc/>
    public IEnumerable<OwedMatter> Owed(AccountFacts facts) =>
        facts.CurrentParting is { IsOpen: true } parting ? [new OwedMatter(MatterOf(parting), parting.BegunAt, DueAt(parting, facts))] : [];

    /// <inheritdoc/>
    public bool Has(Guid subject, AccountFacts facts) => facts.Parting(subject) is not null;

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        if (facts.Parting(nudge.Subject) is not { } parting) return null;
        if (parting is { ReturnedAt: { } back, ReturnedBy: { } by } && back >= nudge.PostedAt) return new Act(CameBack, by, back);
        return parting is { SettledAt: { } at, SettledBy: { } who } && at >= nudge.PostedAt ? new Act(parting.PartedAt is null ? Settled : Parted, who, at) : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OpenMatter>> ReadOpen(Store store, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var open = await store.Partings.Where(parting => parting.PartedAt == null && parting.ReturnedAt == null)
            .Join(store.Accounts.Where(account => account.State == AccountState.Parting), parting => parting.AccountId, account => account.Id, (parting, _) => parting).AsNoTracking().ToListAsync(cancellation);
        if (open.Count == 0) return [];
        var due = (await store.Nudges.Where(nudge => nudge.Kind == Kind && nudge.State < NudgeState.Acted).Select(nudge => new { nudge.Subject, nudge.DueAt }).ToListAsync(cancellation))
            .ToLookup(nudge => nudge.Subject, nudge => (Instant?)nudge.DueAt);
        return [.. open.Select(parting => new OpenMatter(parting.AccountId, new OwedMatter(MatterOf(parting), parting.BegunAt, due[parting.Id].FirstOrDefault())))];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryEntry>> ReadStory(StoryQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        // It names nobody at the client.
        if (question.ContactId is not null) return [];
        var partings = await question.Among(question.Store.Partings).OrderByDescending(parting => parting.BegunAt).AsNoTracking().Take(question.Most).ToListAsync(cancellation);
        return StoryEntry.Newest(partings.SelectMany(Told), question.Most);

        IEnumerable<StoryEntry> Told(Parting parting)
        {
            yield return Entry(Begun, parting.BegunAt, parting.MemberId) with { Text = parting.Text };
            // Words that were looked for can only be those of how it went.
            if (question.Words.Count > 0) yield break;
            if (parting.PartedAt is { } parted) yield return Entry(Parted, parted, parting.SettledBy);
            if (parting.ReturnedAt is { } back) yield return Entry(CameBack, back, parting.ReturnedBy);

            StoryEntry Entry(string kind, Instant at, Guid? by) => new(parting.AccountId, question.CalendarOf(parting.TeamId).DateOf(at), at, new PartingEvent(kind)) { Kind = Kind, MemberId = by };
        }
    }

    /// <summary>The matter of a parting.</summary>
    public static Matter MatterOf(Parting parting)
    {
        ArgumentNullException.ThrowIfNull(parting);
        return new Matter(Kind, parting.Id);
    }

    /// <summary>When it is asked what is left: some working days after something was settled last.</summary>
    public static Instant DueAt(Parting parting, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(parting);
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Calendar.AddWorkingDays(SinceOf(parting), facts.Terms.WaitingDays);
    }

    private static Instant SinceOf(Parting parting) => parting.SettledAt ?? parting.BegunAt;
}
