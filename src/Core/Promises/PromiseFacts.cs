using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Core.Promises;

/// <summary>An account's promises: those that are open, those closed within the last weeks, and those that may keep the gate shut.</summary>
public sealed record PromiseFacts(IReadOnlyList<Promise> All)
{
    /// <summary>Whom they recommended us to.</summary>
    public IReadOnlyList<Referral> Referrals { get; init; } = [];

    /// <summary>The talks since the first of them was broken.</summary>
    public IReadOnlyList<Interaction> Talks { get; init; } = [];
}

/// <summary>Promises among the facts of an account.</summary>
public static class PromisesOfFacts
{
    private const int ShortestWord = 4;
    private const double Alike = 0.6;

    extension(AccountFacts facts)
    {
        /// <summary>See <see cref="PromiseFacts"/>.</summary>
        public IReadOnlyList<Promise> Promises => facts.Of<PromiseFacts>()?.All ?? [];

        /// <summary>Those of which something is still owed, what is due first at the top.</summary>
        public IReadOnlyList<Promise> OpenPromises => [.. facts.Promises.Where(promise => promise.IsOpen).OrderBy(promise => promise.DueAt).ThenBy(promise => promise.MadeAt)];

        /// <summary>One of <see cref="PromiseFacts"/>; null when it is none of them.</summary>
        public Promise? Promise(Guid id) => facts.Promises.FirstOrDefault(promise => promise.Id == id);

        /// <summary>Whom they recommended us to, latest first.</summary>
        public IReadOnlyList<Referral> Referrals => [.. (facts.Of<PromiseFacts>()?.Referrals ?? []).OrderByDescending(referral => referral.NotedAt)];

        /// <summary>When the gate opens again after two misses that the client has confirmed to be made good (practice B9); null where that was never.</summary>
        public Instant? GateOpensAfter(Promise promise)
        {
            ArgumentNullException.ThrowIfNull(promise);
            return promise.ConfirmedAt is { } confirmed ? BreachOfTrust.GateOpensAt(confirmed, facts.Calendar, facts.Terms) : null;
        }

        /// <summary>The talk that somebody senior had since trust was broken; null when there is none.</summary>
        public Interaction? SeniorTalk(Instant brokenAt) => BreachOfTrust.SeniorTalk(facts.Of<PromiseFacts>()?.Talks ?? [], facts.Roster, brokenAt, facts.Calendar);

        /// <summary>Since when somebody senior is to talk to them; null when nobody is, or somebody has.</summary>
        public Instant? AwaitsSeniorTalkSince(Promise promise, Instant now)
        {
            ArgumentNullException.ThrowIfNull(promise);
            return (promise.IsOpen || facts.GateOpensAfter(promise) > now) && promise.BreachedAt(now) is { } broken && facts.SeniorTalk(broken) is null ? broken : null;
        }

        /// <summary>Since when a manager is to talk to them; null when none is. An owner who manages the team is told as the owner.</summary>
        public Instant? AwaitsManagerSince(Promise promise, Instant now) =>
            facts.Roster.ManagerIds.Any(manager => manager != facts.Account.OwnerId) ? facts.AwaitsSeniorTalkSince(promise, now) : null;

        /// <summary>Another open promise of the same thing by another day (practice D6); null when there is none.</summary>
        public Promise? Contradicted(Promise promise) => promise.SettledAt is not null ? null : facts.OpenPromises.FirstOrDefault(other =>
            other.Id != promise.Id && other.SettledAt is null && (other.On, other.Time) != (promise.On, promise.Time)
            && (other.ContactId is null || promise.ContactId is null || other.ContactId == promise.ContactId) && IsSameThing(other.Text, promise.Text));
    }

    /// <summary>Whether two promises are about the same thing, as far as their words tell: most of what the shorter one says, the other says too.</summary>
    public static bool IsSameThing(string text, string other)
    {
        var (words, others) = (Telling(text), Telling(other));
        return words.Count > 0 && others.Count > 0 && words.Intersect(others, StringComparer.Ordinal).Count() >= Alike * Math.Min(words.Count, others.Count);
    }

    /// <summary>The words that say something; all of them where none is long enough to.</summary>
    private static HashSet<string> Telling(string text)
    {
        var words = TextFolding.Words(text);
        var telling = words.Where(word => word.Length >= ShortestWord).ToHashSet(StringComparer.Ordinal);
        return telling.Count > 0 ? telling : [.. words];
    }
}

/// <summary>The tables of promises.</summary>
public static class PromiseTables
{
    extension(Store store)
    {
        /// <summary>Promises, with their steps.</summary>
        public DbSet<Promise> Promises => store.Set<Promise>();

        /// <summary>What was done about them.</summary>
        public DbSet<PromiseStep> PromiseSteps => store.Set<PromiseStep>();

        /// <summary>Who recommended us to whom.</summary>
        public DbSet<Referral> Referrals => store.Set<Referral>();
    }
}

/// <summary>Reads <see cref="PromiseFacts"/>.</summary>
internal sealed class PromiseFactsReader : IFactsReader
{
    private static readonly Duration RecentlyClosed = Duration.FromDays(30);

    /// <summary>Longer than any team keeps the gate shut after a breach of trust.</summary>
    private static readonly Duration Confirmed = Duration.FromDays(BreachOfTrust.MostRestDays + 1);

    public Func<Guid, object?> Read(QueryBatch batch, Instant now)
    {
        var asked = new Asked(batch.AccountIds, now, now - RecentlyClosed, now - Confirmed);
        var promises = batch.Add(asked, Wanted).ByAccount();
        batch.Add(asked, static (store, asked) =>
        {
            var wanted = Wanted(store, asked);
            return store.PromiseSteps.Where(step => wanted.Any(promise => promise.Id == step.PromiseId));
        });
        var talks = batch.Add(asked, static (store, asked) =>
        {
            var wanted = Wanted(store, asked);
            return store.Interactions.OnlyTalks().Where(talk => asked.AccountIds.Contains(talk.AccountId) && wanted.Any(promise => promise.AccountId == talk.AccountId
                && (promise.BrokenAt <= talk.RecordedAt || (promise.KeptAt == null && promise.WithdrawnAt == null && promise.SecondMissAt <= asked.Now && promise.SecondMissAt <= talk.RecordedAt)))).AsNoTracking();
        }, typeof(Promise)).ByAccount();
        var referrals = batch.AddAll<Referral>().ByAccount();
        return accountId => (promises(accountId), referrals(accountId)) is var (all, referred) && all.Count + referred.Count > 0
            ? new PromiseFacts(all) { Talks = talks(accountId), Referrals = referred } : null;
    }

    private static IQueryable<Promise> Wanted(Store store, Asked asked) => store.Promises.IgnoreAutoIncludes().Where(promise =>
        asked.AccountIds.Contains(promise.AccountId) && (promise.ClosedAt == null || promise.ClosedAt > asked.Recently || promise.ConfirmedAt > asked.Confirmed));

    private sealed record Asked(IReadOnlyList<Guid> AccountIds, Instant Now, Instant Recently, Instant Confirmed);

    public IQueryable<Guid>? Waiting(Store store, Instant now) => store.Promises.IgnoreAutoIncludes()
        .Where(promise => promise.ClosedAt == null && (promise.KeptAt != null || promise.WithdrawnAt != null || promise.Misses >= 2 || promise.DueAt <= now)).Select(promise => promise.AccountId);
}

/// <summary>Maps promises to their tables.</summary>
internal sealed class PromiseMapping : IEntityTypeConfiguration<Promise>, IEntityTypeConfiguration<PromiseStep>, IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Promise> builder)
    {
        builder.ToTable("promises");
        builder.HasMany(promise => promise.Steps).WithOne().HasForeignKey(step => new { step.TeamId, step.PromiseId })
            .HasPrincipalKey(promise => new { promise.TeamId, promise.Id }).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(promise => promise.Steps).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<PromiseStep> builder) => builder.ToTable("promise_steps");

    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.ToTable("referrals");
        builder.HasIndex(referral => referral.AccountId);
    }
}
