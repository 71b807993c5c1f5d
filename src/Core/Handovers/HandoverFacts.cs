using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Core.Handovers;

/// <summary>An account's handovers, with the talks that may have been the new owner's first.</summary>
public sealed record HandoverFacts(IReadOnlyList<Handover> All, IReadOnlyList<Interaction> Talks);

/// <summary>Handovers among the facts of an account.</summary>
public static class HandoversOfFacts
{
    extension(AccountFacts facts)
    {
        /// <summary>The last handover, while its owner looks after the account and has not talked to the client yet; null when nothing is open.</summary>
        public Handover? OpenHandover => facts.Of<HandoverFacts>()?.All.MaxBy(handover => handover.At) is { } last && last.ToId == facts.Account.OwnerId && !facts.IsIntroduced(last) ? last : null;

        /// <summary>One of the account's handovers; null when it is none of them.</summary>
        public Handover? Handover(Guid id) => facts.Of<HandoverFacts>()?.All.FirstOrDefault(handover => handover.Id == id);

        /// <summary>The new owner's first talk since; null when there is none, or it cannot be found any more.</summary>
        public ClientTalk? FirstTalk(Handover handover)
        {
            ArgumentNullException.ThrowIfNull(handover);
            return facts.FirstTalk(facts.Of<HandoverFacts>()?.Talks ?? [], handover.At, handover.On, talk => talk.MemberId == handover.ToId);
        }

        /// <summary>When the new owner first talked to the client.</summary>
        public Instant? IntroducedAt(Handover handover) => facts.FirstTalkAt(facts.FirstTalk(handover), handover.IntroducedAt);

        /// <summary>The new owner has talked to the client.</summary>
        public bool IsIntroduced(Handover handover) => facts.IntroducedAt(handover) is not null;
    }
}

/// <summary>The table of handovers.</summary>
public static class HandoverTables
{
    extension(Store store)
    {
        /// <summary>Handovers.</summary>
        public DbSet<Handover> Handovers => store.Set<Handover>();
    }
}

/// <summary>Reads <see cref="HandoverFacts"/>.</summary>
internal sealed class HandoverFactsReader : IFactsReader
{
    public Func<Guid, object?> Read(QueryBatch batch, Instant now)
    {
        var handovers = batch.AddAll<Handover>().ByAccount();
        var talks = batch.Add(new { batch.AccountIds }, static (store, asked) =>
        {
            var all = store.Interactions.OnlyTalks();
            // One row a handover, however much was said since.
            var first = store.Handovers.Where(handover => asked.AccountIds.Contains(handover.AccountId)).Select(handover => all
                .Where(talk => talk.AccountId == handover.AccountId && talk.MemberId == handover.ToId && talk.RecordedAt >= handover.At && talk.On >= handover.On)
                .OrderBy(talk => talk.RecordedAt).Select(talk => (Guid?)talk.Id).FirstOrDefault());
            return store.Interactions.Where(talk => first.Contains(talk.Id));
        }, typeof(Handover)).ByAccount();
        return accountId => handovers(accountId) is { Count: > 0 } known ? new HandoverFacts(known, talks(accountId)) : null;
    }
}

/// <summary>Maps handovers to their table.</summary>
internal sealed class HandoverMapping : IEntityTypeConfiguration<Handover>
{
    public void Configure(EntityTypeBuilder<Handover> builder)
    {
        builder.ToTable("handovers");
        builder.HasIndex(handover => handover.AccountId);
    }
}
