using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Core.Endings;

/// <summary>How often an account was lost or parted with: as a rule never.</summary>
public sealed record EndingFacts(IReadOnlyList<Loss> Losses, IReadOnlyList<Parting> Partings);

/// <summary>Ends of a relationship among the facts of an account.</summary>
public static class EndingsOfFacts
{
    extension(AccountFacts facts)
    {
        /// <summary>The loss that holds; null where the client is not lost.</summary>
        public Loss? CurrentLoss => facts.Account.State == AccountState.Lost
            ? facts.Of<EndingFacts>()?.Losses.Where(loss => loss.ReturnedAt is null).MaxBy(loss => loss.NotedAt)
            : null;

        /// <summary>The parting that is under way or was the last; null where there is none.</summary>
        public Parting? CurrentParting => facts.Account.State is AccountState.Parting or AccountState.Parted
            ? facts.Of<EndingFacts>()?.Partings.Where(parting => parting.ReturnedAt is null).MaxBy(parting => parting.BegunAt)
            : null;

        /// <summary>One of the account's losses; null when it is none of them.</summary>
        public Loss? Loss(Guid id) => facts.Of<EndingFacts>()?.Losses.FirstOrDefault(loss => loss.Id == id);

        /// <summary>One of the account's partings; null when it is none of them.</summary>
        public Parting? Parting(Guid id) => facts.Of<EndingFacts>()?.Partings.FirstOrDefault(parting => parting.Id == id);

        /// <summary>What the client still waits for, besides the parting itself.</summary>
        public IReadOnlyList<OwedMatter> StillOwed => [.. facts.Owed.Where(owed => owed.Matter.Kind != PartingPractice.Kind)];
    }

    /// <summary>The client is back, or stays after all: everything begins afresh.</summary>
    public static void Return(this AccountFacts facts, MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(act);
        if (facts.Account.IsWithUs) throw new RefusalException(EndingRefusals.NeverLeft(facts.Account.Name));
        foreach (var loss in facts.Of<EndingFacts>()?.Losses.Where(loss => loss.ReturnedAt is null) ?? []) loss.Return(act);
        foreach (var parting in facts.Of<EndingFacts>()?.Partings.Where(parting => parting.ReturnedAt is null) ?? []) parting.Return(act);
        facts.Account.Become(AccountState.Returned, act.Today);
    }
}

/// <summary>The tables of ends.</summary>
public static class EndingTables
{
    extension(Store store)
    {
        /// <summary>Losses.</summary>
        public DbSet<Loss> Losses => store.Set<Loss>();

        /// <summary>Partings.</summary>
        public DbSet<Parting> Partings => store.Set<Parting>();
    }
}

/// <summary>Reads <see cref="EndingFacts"/>.</summary>
internal sealed class EndingFactsReader : IFactsReader
{
    public static readonly EndingFactsReader Instance = new();

    private EndingFactsReader()
    {
    }

    public Func<Guid, object?> Read(QueryBatch batch, Instant now)
    {
        var losses = batch.AddAll<Loss>().ByAccount();
        var partings = batch.AddAll<Parting>().ByAccount();
        return accountId => losses(accountId) is var lost && partings(accountId) is var parted && lost.Count + parted.Count > 0 ? new EndingFacts(lost, parted) : null;
    }
}

/// <summary>Maps ends to their tables.</summary>
internal sealed class EndingMapping : IEntityTypeConfiguration<Loss>, IEntityTypeConfiguration<Parting>
{
    public void Configure(EntityTypeBuilder<Loss> builder)
    {
        builder.ToTable("losses");
        builder.HasIndex(loss => loss.AccountId);
    }

    public void Configure(EntityTypeBuilder<Parting> builder)
    {
        builder.ToTable("partings");
        builder.HasIndex(parting => parting.AccountId);
    }
}
