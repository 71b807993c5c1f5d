using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Core.Risks;

/// <summary>An account's risks: the open ones, and those resolved within the last weeks.</summary>
public sealed record RiskFacts(IReadOnlyList<Risk> All) : ITellOfRisk
{
    /// <summary>That we depend on a client is our own trouble, and not everybody's to know.</summary>
    public bool IsAtRisk => All.Any(risk => risk is { IsOpen: true, IsForManagers: false });
}

/// <summary>Risks among the facts of an account.</summary>
public static class RisksOfFacts
{
    extension(AccountFacts facts)
    {
        /// <summary>The open ones, whose next step is due first at the top.</summary>
        public IReadOnlyList<Risk> OpenRisks => [.. (facts.Of<RiskFacts>()?.All ?? []).Where(risk => risk.IsOpen).OrderBy(risk => risk.StepOn).ThenBy(risk => risk.NotedAt)];

        /// <summary>One of <see cref="RiskFacts"/>; null when it is none of them.</summary>
        public Risk? Risk(Guid id) => facts.Of<RiskFacts>()?.All.FirstOrDefault(risk => risk.Id == id);

        /// <summary>Whether somebody may read of a risk: of most everybody, of some those alone who manage and who takes the next step.</summary>
        public bool MayKnowOf(Risk risk, Guid? memberId)
        {
            ArgumentNullException.ThrowIfNull(risk);
            return !risk.IsForManagers || risk.StepBy == memberId || (memberId is { } member && facts.Roster.ManagerIds.Contains(member));
        }
    }
}

/// <summary>The table of risks.</summary>
public static class RiskTables
{
    extension(Store store)
    {
        /// <summary>Risks.</summary>
        public DbSet<Risk> Risks => store.Set<Risk>();
    }
}

/// <summary>Reads <see cref="RiskFacts"/>.</summary>
internal sealed class RiskFactsReader : IFactsReader
{
    private static readonly Duration Remembered = Duration.FromDays(30);

    public Func<Guid, object?> Read(QueryBatch batch, Instant now)
    {
        var risks = batch.Add(new { batch.AccountIds, Recently = now - Remembered }, static (store, asked) => store.Risks
            .Where(risk => asked.AccountIds.Contains(risk.AccountId) && (risk.ResolvedAt == null || risk.ResolvedAt > asked.Recently))).ByAccount();
        return accountId => risks(accountId) is { Count: > 0 } all ? new RiskFacts(all) : null;
    }
}

/// <summary>Maps risks to their table.</summary>
internal sealed class RiskMapping : IEntityTypeConfiguration<Risk>
{
    public void Configure(EntityTypeBuilder<Risk> builder)
    {
        builder.ToTable("risks");
        builder.HasIndex(risk => new { risk.AccountId, risk.ResolvedAt });
    }
}
